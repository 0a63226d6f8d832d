"""The first asynchronous call imports nothing, and reads no file, in its event loop's thread."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from driver import TRANSPORTS

PROGRAM = """
import asyncio, os, ssl, sys, threading
folder, transport, certificate, key = sys.argv[1:]
sys.path.insert(0, folder)
os.environ["SSL_CERT_FILE"] = certificate
import conftest
from driver import GET, Note
from fault_server import FaultServer
from sdk_runtime.call.client import AsyncClient

context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)
seen, watching = [], threading.Event()
here = threading.get_ident()

def audit(event, arguments):
    if watching.is_set() and event in ("import", "open") and threading.get_ident() == here:
        seen.append((event, arguments[0]))

sys.addaudithook(audit)

async def main(url):
    watching.set()
    async with client:
        try:
            await client._session.send(GET, ("1",))
        except Exception as error:
            # A certificate that isn't trusted is as far: all was read for it.
            assert "certificate" in str(error), error
    watching.clear()

with FaultServer(context) as server:
    client = AsyncClient(base_url=server.url, transport=transport, max_retries=0)
    asyncio.run(main(server.url))
print(len(seen), seen)
"""


@pytest.mark.parametrize("transport", TRANSPORTS)
def test_the_first_call_leaves_the_event_loop_alone(
    transport: str, certificate: tuple[Path, Path]
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(Path(__file__).parent), transport]
        + [str(file) for file in certificate],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    count = int(done.stdout.split()[0])
    assert count == 0, done.stdout
