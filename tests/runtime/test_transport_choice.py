"""Which transport serves, and what serves where pyreqwest doesn't."""

from __future__ import annotations

import importlib
import importlib.util
import logging
import os
import socket
import ssl
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from driver import GET, HAS_PYREQWEST, Driver, Note, method, needs_pyreqwest
from fault_server import FaultServer, raw
from sdk_runtime.call.client import SyncClient, rate_limit, transport_of
from sdk_runtime.errors import (
    APIConnectionError,
    ArgumentError,
)
from sdk_runtime.request.body import BytesBody
from sdk_runtime.request.request_options import Timeout
from sdk_runtime.transport.deadline import Limits
from sdk_runtime.transport.exchange import Request
from sdk_runtime.transport.pool import PoolOptions
from sdk_runtime.transport.urls import parse_base

Connect = Callable[..., Driver]

POST = method("POST", body=BytesBody())


def calls_by(driver: Driver, caplog: pytest.LogCaptureFixture, **options: Any) -> str:
    """Why httpcore2 served a call, or ""."""
    caplog.clear()
    with caplog.at_level(logging.DEBUG, logger="sdk_runtime"):
        assert driver.send(**options) == Note("1", "Ann")
    said = [one for one in caplog.messages if "httpcore2, since " in one]
    return said[0].partition("since ")[2] if said else ""


@pytest.mark.parametrize(
    ("options", "want"),
    [
        ({}, ""),
        ({"timeout": 5, "deadline": 9}, ""),
        ({"timeout": Timeout(read=5)}, "the timeout sets single waits"),
        ({"timeout": httpx2.Timeout(5)}, "the timeout sets single waits"),
        (
            {"operation": POST, "body": iter([b"a", b"b"])},
            "the body is read while it is sent",
        ),
    ],
)
def test_a_call_that_pyreqwest_can_t_serve(
    fast: Connect,
    connect: Connect,
    server: FaultServer,
    caplog: pytest.LogCaptureFixture,
    options: dict[str, Any],
    want: str,
) -> None:
    driver = fast(max_retries=0)
    assert transport_of(driver.client) == "pyreqwest"
    assert calls_by(driver, caplog, **options) == want
    if want and "operation" not in options:
        with pytest.raises(ArgumentError, match=want):
            connect(transport="pyreqwest").send(**options)


@needs_pyreqwest
@pytest.mark.parametrize(
    ("target", "same"),
    [
        *(("/a/b.c?d=..&e=%27", True), ("/.well-known/a", True), ("/a..b/...", True)),
        *(("/a/../b", False), ("/a/%2E%2e/b", False), ("/a/.", False)),
        *(("/.?a", False), ("/a?b='c'", False), ("/a'b", True)),
    ],
)
def test_a_url_that_would_be_sent_in_another_spelling(
    server: FaultServer, target: str, same: bool
) -> None:
    """The library rewrites those, and those alone, that are for httpcore2."""
    fast = importlib.import_module("sdk_runtime.transport.pyreqwest")
    clients = fast.Clients("SyncClientBuilder", PoolOptions())
    origin = parse_base(server.url, allow_http=False).origin
    limits = Limits(5.0, None, True, time.monotonic)
    request = Request("GET", origin, target, [(b"Host", origin.authority.encode())])
    assert clients.locate(Request("GET", origin, "/", []), limits)[1] == ""
    _, why = clients.locate(request, limits)
    assert (why == "") == same
    with clients.prepare(request, server.url + target, limits):
        assert (server.requests[0].target == target) == same


def test_a_proxy_is_for_httpcore2(
    fast: Connect,
    server: FaultServer,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as sock:
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{sock.getsockname()[1]}")
    driver = fast(base_url="http://notes.example", allow_http=True, max_retries=0)
    with (
        caplog.at_level(logging.DEBUG, logger="sdk_runtime"),
        pytest.raises(APIConnectionError),
    ):
        driver.send()
    assert "httpcore2, since a proxy stands between" in caplog.text


def test_headers_beyond_ascii_are_left_out_by_pyreqwest(
    over: Connect, server: FaultServer
) -> None:
    server.default = raw(
        b"HTTP/1.1 200 OK\r\nX-A: 1\r\nX-B: \xe9\r\nX-A: 2\r\nContent-Length: 23\r\n\r\n"
        b'{"id":"1","name":"Ann"}'
    )
    answer = over().respond()
    assert answer.headers.all("x-a") == ("1", "2")


@needs_pyreqwest
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system can't fork")
def test_a_forked_process_uses_httpcore2(fast: Connect, server: FaultServer) -> None:
    driver = fast()
    driver.send()
    assert transport_of(driver.client) == "pyreqwest"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        code = 1
        try:
            made = Driver(driver.asynchronous, base_url=server.url, transport="auto")
            assert transport_of(made.client) == "httpcore2"
            assert made.send() == Note("1", "Ann")
            made.finish()
            if not driver.asynchronous:
                assert driver.send() == Note("1", "Ann")
                driver.close()
            code = 0
        finally:
            os._exit(code)
    assert os.waitpid(child, 0)[1] == 0
    assert driver.send() == Note("1", "Ann")


def test_which_transport_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    def made(**settings: Any) -> str:
        return transport_of(SyncClient(base_url="https://a.example", **settings))

    assert made() == ("pyreqwest" if HAS_PYREQWEST else "httpcore2")
    assert made(transport="httpcore2") == "httpcore2"
    assert made(ssl_context=ssl.create_default_context()) == "httpcore2"
    with httpx2.Client() as own:
        assert made(http_client=own) == "httpx2"
    assert made(transport=Recorder()) == "Recorder"
    monkeypatch.setitem(sys.modules, "pyreqwest.client", None)
    assert made() == "httpcore2"
    with pytest.raises(ArgumentError, match="extra 'fast'"):
        made(transport="pyreqwest")


class Recorder:
    """A transport of the caller's."""

    status = 200
    headers = ((b"content-type", b"application/json"),)

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.closed = False

    def send(self, request: Any, limits: Any) -> Recorder:
        self.sent.append(request.url)
        return self

    def __iter__(self) -> Iterator[bytes]:
        yield b'{"id":"1","name":"Ann"}'

    def close(self) -> None:
        self.closed = True

    def drain(self) -> None:
        """Nothing is left."""

    def abandon(self) -> bool:
        return False


def test_a_transport_of_the_caller() -> None:
    own = Recorder()
    with SyncClient(base_url="https://a.example", transport=own) as client:
        assert client._session.send(GET, ("1",)) == Note("1", "Ann")
    assert own.sent == ["https://a.example/notes/1"]
    assert own.closed


@pytest.mark.parametrize(
    "settings",
    [
        {"transport": "curl"},
        {"transport": None},
        {"transport": Recorder},
        {"transport": object()},
        {"ssl_context": "ca.pem"},
        {"transport": "pyreqwest", "ssl_context": ssl.create_default_context()},
        {"transport": "pyreqwest", "http_client": httpx2.Client()},
        {"transport": "httpcore2", "http_client": httpx2.Client()},
        {"http_client": httpx2.Client(), "ssl_context": ssl.create_default_context()},
    ],
)
def test_what_contradicts_itself_is_refused(settings: dict[str, Any]) -> None:
    with pytest.raises(ArgumentError):
        SyncClient(base_url="https://a.example", **settings)


def test_pyreqwest_is_imported_when_a_client_is_made() -> None:
    """Not when the runtime is."""
    code = (
        "import sys; sys.path[:0] = sys.argv[1:]; import conftest;"
        "import sdk_runtime.call.client; assert 'pyreqwest' not in sys.modules"
    )
    here = str(Path(__file__).parent)
    subprocess.run([sys.executable, "-c", code, here], check=True)


@pytest.mark.parametrize("function", [rate_limit, transport_of])
@pytest.mark.parametrize("wrong", [1, None, SyncClient])
def test_what_is_no_client_is_named(
    function: Callable[[Any], object], wrong: object
) -> None:
    with pytest.raises(ArgumentError, match=r"^client: must be a client, not "):
        function(wrong)
