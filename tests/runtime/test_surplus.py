"""A connection on which more came than was asked for is never used again."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import h11
import pytest
from driver import Driver, method
from fault_server import Connection, FaultServer, Recorded, Step
from proxy_server import Proxy
from sdk_runtime.response.content import Bytes, Empty
from sdk_runtime.transport.net.connection import UnsolicitedData, answer_size

Connect = Callable[..., Driver]

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
ROUNDS = 4


def answer(name: bytes, *, chunked: bool = False) -> bytes:
    body = b'{"id":"1","name":"%s"}' % name
    if not chunked:
        return HEAD + b"Content-Length: %d\r\n\r\n%s" % (len(body), body)
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    return HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + chunks


def sends(*pieces: bytes, pause: float = 0.0) -> Step:
    """These pieces, one after the other."""

    def step(connection: Connection, request: Recorded) -> bool:
        for number, piece in enumerate(pieces):
            if number and pause:
                time.sleep(pause)
            connection.write(piece)
        return True

    return step


SECOND = answer(b"Eve")
ANSWERS = [answer(b"Ann"), answer(b"Ann", chunked=True)]
STEPS = {
    "in one packet": lambda first: sends(first + SECOND),
    "right behind": lambda first: sends(first, SECOND),
    "a moment later": lambda first: sends(first, SECOND, pause=0.001),
    "its first byte": lambda first: sends(first + SECOND[:1]),
    "its head": lambda first: sends(first + SECOND.partition(b"{")[0]),
    "in halves": lambda first: sends(first + SECOND[:40], SECOND[40:], pause=0.001),
    "across": lambda first: sends(
        first[:70], first[70:] + SECOND[:9], SECOND[9:], pause=0.002
    ),
    "byte for byte": lambda first: sends(*(bytes([byte]) for byte in first), SECOND),
}


@pytest.fixture(
    params=["plain", "tls", "forward", "tunnel", "tls forward", "tls tunnel"]
)
def reach(
    request: pytest.FixtureRequest,
    certificate: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[tuple[FaultServer, str]]:
    """A server, and the URL under which it is reached: directly, or through a proxy."""
    way: str = request.param
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    encrypted = way in {"tls", "tunnel", "tls tunnel"}
    scheme = "https" if encrypted else "http"
    with FaultServer(context if encrypted else None) as server:
        if way in {"plain", "tls"}:
            yield server, server.url
            return
        outer = context if way.startswith("tls") else None
        with Proxy(server.port, outer) as proxy:
            monkeypatch.setenv(f"{scheme.upper()}_PROXY", proxy.url)
            yield server, f"{scheme}://notes.example:{server.port}"


@pytest.mark.parametrize("first", ANSWERS)
@pytest.mark.parametrize("way", STEPS)
def test_a_second_answer_is_never_taken(
    connect: Connect, reach: tuple[FaultServer, str], way: str, first: bytes
) -> None:
    server, url = reach
    server.default = STEPS[way](first)
    driver = connect(base_url=url, allow_http=True, max_retries=0)
    for number in range(ROUNDS):
        assert driver.send().name == "Ann"
        # What is on its way arrives before the next request.
        time.sleep(0.02)
        if driver.asynchronous and number % 2:
            driver.wait(_turn())
    assert server.connections == ROUNDS


@pytest.mark.parametrize("first", ANSWERS)
def test_a_connection_is_used_again_if_nothing_more_came(
    connect: Connect, reach: tuple[FaultServer, str], first: bytes
) -> None:
    server, url = reach
    server.then(sends(first), sends(first[:30], first[30:], pause=0.005), sends(first))
    server.default = sends(first)
    driver = connect(base_url=url, allow_http=True, max_retries=0)
    assert [driver.send().name for _ in range(6)] == ["Ann"] * 6
    assert server.connections == 1


async def _turn() -> None:
    """One round of the event loop."""


NO_BODY = [
    ("HEAD", b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"),
    ("GET", b"HTTP/1.1 204 None\r\nContent-Length: 5\r\n\r\n"),
    ("GET", b"HTTP/1.1 100 Go on\r\n\r\nHTTP/1.1 204 None\r\n\r\n"),
]


@pytest.mark.parametrize(("name", "head"), NO_BODY)
def test_a_body_where_none_belongs(
    connect: Connect, server: FaultServer, name: str, head: bytes
) -> None:
    server.default = sends(head + b"hello")
    operation = method(name, responses={"200": Empty(), "204": Empty()})
    driver = connect(max_retries=0)
    for _ in range(ROUNDS):
        driver.send(operation)
    assert server.connections == ROUNDS
    server.default = sends(head)
    for _ in range(ROUNDS):
        driver.send(operation)
    assert server.connections == ROUNDS + 1


@pytest.mark.parametrize(
    ("head", "size"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", 5),
        (b"HTTP/1.1 200 OK\r\ncontent-LENGTH:\t5 \r\n\r\n", 5),
        (b"HTTP/1.1 404 No\r\nX: content-length: 9\r\nContent-Length: 0\r\n\r\n", 0),
        (b"HTTP/1.0 200 OK\r\nContent-Length: 12\r\n\r\n", 12),
        (b"HTTP/1.1 200 OK\r\n\r\n", 1 << 62),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n", None),
        (b"HTTP/1.1 100 Go on\r\n\r\n", None),
        (b"HTTP/1.1 204 OK\r\nContent-Length: 5\r\n\r\n", None),
        (b"HTTP/1.1 304 OK\r\nContent-Length: 5\r\n\r\n", None),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", None),
        (
            b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\ntransfer-encoding: chunked\r\n\r\n",
            None,
        ),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n", 5),
        (
            b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nA: b\r\nContent-Length: 5\r\n\r\n",
            None,
        ),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5, 5\r\n\r\n", None),
        (b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", None),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n 6\r\n\r\n", None),
        (b"HTTP/1.1 200 OK\r\nX: a\r\n content-length: 5\r\n\r\n", None),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5\n\nabc\r\n\r\n", None),
        (b"HTTP/1.1 200 OK\nContent-Length: 5\n\n", None),
        (b"nonsense\r\n\r\n", None),
        (b"", None),
    ],
)
def test_the_size_of_an_answer(head: bytes, size: int | None) -> None:
    want = None if size is None else size if size > 1 << 60 else len(head) + size
    assert answer_size(head) == want


BODIES = [
    b"Content-Length: 5\r\n\r\nhello",
    b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
    b"Transfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n0\r\nX: y\r\n\r\n",
    b"content-length:5\r\nContent-Length: 5\r\n\r\nhello",
    b"Content-Length: 0\r\n\r\n",
]
HEADS = [
    b"HTTP/1.1 200 OK\r\n",
    b"HTTP/1.1 404 \r\n",
    b"HTTP/1.1 100 Go on\r\n\r\nHTTP/1.1 200 OK\r\n",
]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize(
    "more", [b"", b"H", b"HTTP/1.1 200 OK\r\n\r\n", b"\n", b"\r\n\r\n"]
)
def test_it_agrees_with_the_reader_of_answers(
    head: bytes, body: bytes, more: bytes
) -> None:
    """However the bytes are cut into two: an answer ends where h11 sees its end."""
    said = head + body + more
    for cut in range(1, len(said)):
        surplus = UnsolicitedData()
        pieces = [said[:cut], said[cut:]]
        reader = h11.Connection(h11.CLIENT)
        request = h11.Request(method="GET", target="/", headers=[("host", "h")])
        surplus.sending(reader.send(request) or b"")
        reader.send(h11.EndOfMessage())
        while (event := reader.next_event()) is not h11.PAUSED:
            if isinstance(event, h11.EndOfMessage):
                break
            if event is h11.NEED_DATA:
                came = surplus.held or pieces.pop(0)
                reader.receive_data(surplus.hand_out(came))
        left = surplus.has_unsolicited_data or any(pieces)
        assert left == bool(more), cut


def test_nothing_is_lost_when_much_comes(connect: Connect, server: FaultServer) -> None:
    """Large bodies in chunks of all sizes arrive as they were sent."""
    body = bytes(range(256)) * 4000
    chunks = [body[start : start + 40_001] for start in range(0, len(body), 40_001)]
    framed = b"".join(b"%x\r\n%s\r\n" % (len(one), one) for one in chunks)
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    server.default = sends(head + framed + b"0\r\n\r\n")
    driver = connect()
    operation = method("GET", responses={"200": Bytes()})
    for _ in range(3):
        assert driver.send(operation) == body
    assert server.connections == 1
