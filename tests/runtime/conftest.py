"""Servers, and clients of both kinds, for tests of the runtime."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import runtime_package  # noqa: F401 -- what follows is in it
from driver import HAS_PYREQWEST, TRANSPORTS, Driver
from fault_server import FaultServer
from shop import Colour


@pytest.fixture
def server() -> Iterator[FaultServer]:
    """A server that does what the test tells it to."""
    with FaultServer() as running:
        yield running


@pytest.fixture(params=["sync", "async"])
def connect(
    request: pytest.FixtureRequest, server: FaultServer
) -> Iterator[Callable[..., Driver]]:
    """Makes clients of the server: each test runs with both kinds."""
    made: list[Driver] = []

    def make(**settings: Any) -> Driver:
        settings.setdefault("base_url", server.url)
        driver = Driver(request.param == "async", **settings)
        made.append(driver)
        return driver

    yield make
    for driver in made:
        driver.finish()


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for 127.0.0.1, and its key."""
    openssl = shutil.which("openssl")
    if not openssl:
        pytest.skip("openssl is missing")
    folder = tmp_path_factory.mktemp("tls")
    files = folder / "cert.pem", folder / "key.pem"
    command = [
        *(openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
        *(
            "-subj",
            "/CN=127.0.0.1",
            "-addext",
            "subjectAltName=IP:127.0.0.1,DNS:notes.example",
        ),
        *("-out", str(files[0]), "-keyout", str(files[1])),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return files


@pytest.fixture(params=TRANSPORTS)
def over(
    request: pytest.FixtureRequest, connect: Callable[..., Driver]
) -> Callable[..., Driver]:
    """Makes clients over each of the transports, of both kinds."""

    def make(**settings: Any) -> Driver:
        return connect(transport=request.param, **settings)

    return make


@pytest.fixture
def fast(connect: Callable[..., Driver]) -> Callable[..., Driver]:
    """Makes clients that choose by themselves."""
    if not HAS_PYREQWEST:
        pytest.skip("pyreqwest is missing")
    return lambda **settings: connect(transport="auto", **settings)


@pytest.fixture(params=["sync", "async"])
def colour(request: pytest.FixtureRequest, server: FaultServer) -> Iterator[Colour]:
    made = Colour(request.param == "async", "httpcore2", server.url)
    yield made
    made.finish()


@pytest.fixture(params=TRANSPORTS)
def over_any(request: pytest.FixtureRequest, colour: Colour) -> Colour:
    colour.transport = request.param
    return colour
