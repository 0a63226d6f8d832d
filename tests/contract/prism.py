"""Prism, an OpenAPI mock server written by others, serving a spec on loopback."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TESTS = Path(__file__).parent.parent
START_SECONDS = 90.0


def missing() -> str | None:
    """Why Prism can't run here, or None."""
    if shutil.which("node") is None:
        return "Node.js is not installed, so Prism can't run"
    if not prism_script().exists():
        return "Prism is not installed: run `npm ci` in tests/"
    return None


def prism_script() -> Path:
    """The program that npm installs."""
    return TESTS / "node_modules" / "@stoplight" / "prism-cli" / "dist" / "index.js"


def free_port() -> int:
    """A port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(spec: Path, log: Path) -> Iterator[str]:
    """Serve the spec's examples, refusing requests that it doesn't allow; gives the base URL.

    Args:
        spec: The OpenAPI document.
        log: Where Prism's output goes.
    """
    port = free_port()
    command = ["node", str(prism_script()), "mock", "-h", "127.0.0.1", "-p", str(port)]
    environment = {**os.environ, "NO_COLOR": "1"}
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, "--errors", str(spec)],
            stdout=output,
            stderr=subprocess.STDOUT,
            env=environment,
        )
        try:
            await_port(port, process, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(10)


def await_port(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    """Return when the port answers; raise with the log when Prism ends or takes too long."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"Prism ended: {log.read_text()}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError(
        f"Prism did not listen within {START_SECONDS} s: {log.read_text()}"
    )
