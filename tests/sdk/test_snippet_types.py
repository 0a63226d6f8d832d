"""What type checkers say of the snippets, in both forms."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx2
import intercom_sdk
import markdown
import pytest
import test_snippets
from intercom_sdk.testing import FakeIntercom
from recording_server import recording
from shop_server import Orders, files
from snippets import Served

# What a snippet sets, imports for pytest or defines is there for its readers.
UNUSED = ("reportUnusedVariable", "reportUnusedImport", "reportUnusedFunction")
STRICT = f"# pyright: strict, {', '.join(f'{rule}=false' for rule in UNUSED)}"
# Django has no type hints, and Flask's view would be the second of its name.
OTHERS = ("from django", "from flask")


async def open_app(namespace: dict[str, Any]) -> None:
    """Have the function of the app run, whatever the client at the end of the README does."""
    own = httpx2.ASGITransport(app=namespace["app"], raise_app_exceptions=False)
    async with httpx2.AsyncClient(transport=own, base_url="http://app") as client:
        await client.get("/")


@pytest.mark.slow
def test_checkers_take_both_forms(
    shop_folder: Path,
    orders: Orders,
    shop: Served,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    with recording(test_snippets.answer) as server:
        fake = FakeIntercom()
        intercom = Served(intercom_sdk, "Intercom", server, monkeypatch, fake)
        for asynchronous in (False, True):
            orders.jobs = itertools.repeat("completed")
            orders.files = files(asynchronous=asynchronous)
            for package, home in (shop, shop_folder), (intercom, test_snippets.SDK):
                text = package.run(
                    [
                        one
                        for one in markdown.blocks(home / "README.md", "python")
                        if not any(name in one for name in OTHERS)
                    ],
                    asynchronous=asynchronous,
                    then=open_app,
                )
                path = tmp_path / f"{home.name}_{asynchronous}.py"
                path.write_text(f"{STRICT}\n{text}", "utf-8")
    names = [path.name for path in tmp_path.glob("*.py")]
    assert len(names) == 4
    homes = os.pathsep.join([str(shop_folder), str(test_snippets.SDK)])
    environment = {**os.environ, "MYPYPATH": homes, "PYTHONPATH": homes}
    for checker in ["mypy", "--strict"], ["pyright", "--pythonpath", sys.executable]:
        done = subprocess.run(
            [sys.executable, "-m", *checker, *names],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout
