"""Fetching: where it goes, and how it ends."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from generator.diagnostics import Unsupported
from generator.document import network

PRIVATE = [
    "127.0.0.1",
    "127.1",
    "0177.0.0.1",
    "2130706433",
    "0x7f000001",
    "0.0.0.0",  # noqa: S104 - it is refused, not bound
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fc00::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "2002:7f00:1::",
    "2001:0:0:0:0:0:80ff:fffe",
    "localhost",
]


@pytest.mark.parametrize("host", PRIVATE)
def test_hosts_that_are_not_public(host: str) -> None:
    with pytest.raises(OSError, match=r"isn't public|not known|not supported"):
        network.public(host, 80)


@pytest.mark.parametrize(
    "host", ["93.184.216.34", "2606:4700::1111", "64:ff9b::808:808"]
)
def test_hosts_that_are_public(host: str) -> None:
    assert network.public(host, 80) == host


def test_one_private_address_among_several_is_enough(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def both(*_: object, **__: object) -> list[tuple[object, ...]]:
        kinds = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
        return [(*kinds, ("93.184.216.34", 80)), (*kinds, ("10.0.0.1", 80))]

    monkeypatch.setattr(socket, "getaddrinfo", both)
    with pytest.raises(PermissionError, match=r"10\.0\.0\.1"):
        network.public("example.com", 80)


ADDRESSES = [
    "http://127.0.0.1/x",
    "http://[::1]/x",
    "http://user:secret@93.184.216.34/x",
    "http:///x",
    "http://93.184.216.34:99999/x",
    "http://[::1",
    "file:///etc/passwd",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_addresses_that_are_refused(address: str) -> None:
    with pytest.raises(Unsupported, match="isn't read") as caught:
        network.fetch(address)
    assert caught.value.diagnostic.code == "ref-remote"


class Server(BaseHTTPRequestHandler):
    """Answers by path."""

    seen: ClassVar[list[dict[str, str]]] = []

    def do_GET(self) -> None:
        Server.seen.append(dict(self.headers.items()))
        match self.path:
            case "/ok?q=1":
                self.answer(200, b"a: 1")
            case "/moved":
                self.answer(302, b"", Location="/ok?q=1")
            case "/loop":
                self.answer(302, b"", Location="/loop")
            case "/private":
                self.answer(301, b"", Location="http://10.0.0.1/x")
            case "/file":
                self.answer(301, b"", Location="file:///etc/passwd")
            case "/nowhere":
                self.answer(302, b"")
            case "/large":
                self.answer(200, b"x" * 5000)
            case "/short":
                self.send_response(200)
                self.send_header("Content-Length", "100")
                self.end_headers()
                self.wfile.write(b"short")
                self.close_connection = True
            case "/slow-head" | "/slow-body":
                self.drip()
            case "/gzip":
                self.answer(200, gzip.compress(b"a: 1"))
            case _:
                self.answer(404, b"")

    def answer(self, status: int, content: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def drip(self) -> None:
        head = (
            b"HTTP/1.1 200 OK\r\nX: "
            if "head" in self.path
            else b"HTTP/1.1 200 OK\r\n\r\n"
        )
        try:
            self.wfile.write(head)
            for _ in range(200):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            pass

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], str]]:
    """A server on this machine, which the check takes for a public one."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    real = network.public

    def public(host: str, port: int) -> str:
        return "127.0.0.1" if host == "spec.test" else real(host, port)

    monkeypatch.setattr(network, "public", public)
    monkeypatch.setattr(network, "LARGEST", 4000)
    Server.seen.clear()
    yield lambda path: f"http://spec.test:{server.server_port}{path}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_fetching(served: Callable[[str], str]) -> None:
    assert network.fetch(served("/moved")) == b"a: 1"
    for headers in Server.seen:
        assert headers.keys() == {"Host", "Accept-Encoding", "Accept"}
        assert headers["Accept-Encoding"] == "identity"
        assert headers["Host"].startswith("spec.test:")


FAILURES = [
    ("/gone", "answers 404"),
    ("/loop", "redirects too often"),
    ("/private", "isn't public"),
    ("/file", "not an http address"),
    ("/nowhere", "redirects nowhere"),
    ("/large", "too large"),
    ("/short", "ends early|IncompleteRead"),
]


@pytest.mark.parametrize(("path", "reason"), FAILURES)
def test_failures(served: Callable[[str], str], path: str, reason: str) -> None:
    with pytest.raises(Unsupported, match=reason):
        network.fetch(served(path))


@pytest.mark.parametrize("path", ["/slow-head", "/slow-body"])
def test_a_server_that_drips_is_left(
    served: Callable[[str], str], monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setattr(network, "SECONDS", 0.4)
    before = time.monotonic()
    with pytest.raises(Unsupported):
        network.fetch(served(path))
    assert time.monotonic() - before < 3
