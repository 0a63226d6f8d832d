"""Encrypted connections: over our own transports, against a certificate made for the test."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import httpcore2
import pytest
from driver import Driver, Note
from fault_server import FaultServer, does
from sdk_runtime.errors import APIConnectionError, APITimeoutError
from sdk_runtime.transport.deadline import Bound
from sdk_runtime.transport.net.backend import NetworkConnection, Plain
from sdk_runtime.transport.slots import Slots

Connect = Callable[..., Driver]


@pytest.fixture
def encrypted(certificate: tuple[Path, Path]) -> Iterator[FaultServer]:
    """A server that speaks TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    with FaultServer(context) as running:
        yield running


def test_a_trusted_server(
    connect: Connect,
    encrypted: FaultServer,
    certificate: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    driver = connect(base_url=encrypted.url)
    assert [driver.send() for _ in range(3)] == [Note("1", "Ann")] * 3
    assert encrypted.connections == 1


def test_a_server_that_nobody_vouches_for(
    connect: Connect, encrypted: FaultServer
) -> None:
    with pytest.raises(APIConnectionError, match="certificate"):
        connect(base_url=encrypted.url, max_retries=0).send()
    assert encrypted.requests == []


def test_a_deadline_inside_of_tls(
    connect: Connect,
    encrypted: FaultServer,
    certificate: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    encrypted.default = does(
        lambda connection: connection.trickle(b"HTTP/1.1 200 " + b"x" * 1000)
    )
    with pytest.raises(APITimeoutError):
        connect(base_url=encrypted.url).send(deadline=0.3)


class Talker:
    """Says some bytes to the first who connects, whatever it hears."""

    def __init__(self, said: bytes, pause: float) -> None:
        self.said = said
        self.pause = pause
        self._over = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve)

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Talker:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._over.set()
        # Nobody may have connected: a slow machine reaches a deadline before that.
        self._listener.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._listener.close()

    def _serve(self) -> None:
        with suppress(OSError), self._listener.accept()[0] as sock:
            for byte in self.said:
                sock.send(bytes([byte]))
                if self._over.wait(self.pause):
                    return
            while sock.recv(1024):
                pass


# The head of a TLS record that promises much; then a byte now and then.
SLOW_HANDSHAKE = b"\x16\x03\x03\x3f\xff\x02\x00\x3f\xfb" + bytes(500)


@pytest.mark.parametrize("said", [b"", SLOW_HANDSHAKE])
def test_a_handshake_that_never_ends(connect: Connect, said: bytes) -> None:
    with Talker(said, 0.01) as talker:
        began = time.monotonic()
        with pytest.raises(APITimeoutError):
            connect(base_url=talker.url).send(deadline=0.2)
        assert time.monotonic() - began < 3.0


def test_a_deadline_before_the_handshake_closes_the_connection() -> None:
    over = Bound.until(5.0, None, lambda: 6.0)
    ours, theirs = socket.socketpair()
    with ours, theirs:
        stream = NetworkConnection(Plain(ours), Slots(1), 1)
        with pytest.raises(httpcore2.ConnectTimeout):
            stream.start_tls(ssl.create_default_context(), "h", over)
        assert ours.fileno() == -1


def test_a_server_that_doesn_t_speak_tls(connect: Connect) -> None:
    with Talker(b"HTTP/1.1 400 Bad Request\r\n\r\n", 0.0) as talker:
        with pytest.raises(APIConnectionError) as caught:
            connect(base_url=talker.url, max_retries=0).send()
        assert not isinstance(caught.value, APITimeoutError)
