"""Compressed bodies: bounded while they are decompressed, complete, and of a known kind."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib
from collections.abc import Callable

import pytest
from driver import Driver, Note, method
from fault_server import FaultServer, reply
from sdk_runtime.errors import APIResponseError, NotFoundError
from sdk_runtime.response.content import Bytes
from sdk_runtime.response.decompression import BodyError, Inflater, Sink

Connect = Callable[..., Driver]
BODY = b'{"id":"1","name":"Ann"}'


def pack(data: bytes) -> bytes:
    """gzip without the time, so that the tests have the same names everywhere."""
    return gzip.compress(data, mtime=0)


def raw_deflate(data: bytes) -> bytes:
    engine = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return engine.compress(data) + engine.flush()


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", pack(BODY)),
        ("x-gzip", pack(BODY)),
        ("GZIP", pack(BODY)),
        ("gzip", pack(BODY[:5]) + pack(BODY[5:])),
        ("gzip", pack(BODY) + b"\0" * 100),
        ("deflate", zlib.compress(BODY)),
        ("deflate", raw_deflate(BODY)),
        ("identity", BODY),
        ("", BODY),
    ],
)
def test_read(connect: Connect, server: FaultServer, coding: str, body: bytes) -> None:
    server.then(reply(200, body, {"Content-Encoding": coding}))
    assert connect().send() == Note("1", "Ann")
    assert server.requests[0].headers["accept-encoding"] == "gzip, deflate"


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", pack(BODY)[:-1]),
        ("gzip", pack(BODY)[:-8]),
        ("gzip", pack(BODY * 100)[:30]),
        ("gzip", pack(BODY) + b"garbage"),
        ("gzip", pack(BODY) + pack(BODY)[:12]),
        ("gzip", BODY),
        ("gzip", pack(BODY)[:-8] + b"\0" * 8),
        ("deflate", zlib.compress(BODY)[:-1]),
        ("deflate", b"\xff\xff\xff"),
        ("br", BODY),
        ("zstd", BODY),
        ("gzip, gzip", pack(pack(BODY))),
        ("nonsense\t", BODY),
    ],
)
def test_refused(
    connect: Connect, server: FaultServer, coding: str, body: bytes
) -> None:
    server.default = reply(200, body, {"Content-Encoding": coding})
    with pytest.raises(APIResponseError) as caught:
        connect().send()
    assert caught.value.status_code == 200
    assert len(server.requests) == 1


def bomb(size: int) -> bytes:
    """Zeros that compress a thousandfold."""
    engine = zlib.compressobj(9, wbits=zlib.MAX_WBITS | 16)
    block = bytes(1024 * 1024)
    return b"".join(engine.compress(block) for _ in range(size)) + engine.flush()


def test_bombs(connect: Connect, server: FaultServer) -> None:
    packed = bomb(100)
    server.default = reply(200, packed, {"Content-Encoding": "gzip"})
    driver = connect(max_response_bytes=1_000_000)
    tracemalloc.start()
    with pytest.raises(APIResponseError, match="1000000 bytes"):
        driver.send(method("GET", responses={"200": Bytes()}))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8_000_000


def test_bombs_as_errors(connect: Connect, server: FaultServer) -> None:
    server.default = reply(404, bomb(20), {"Content-Encoding": "gzip"})
    with pytest.raises(NotFoundError) as caught:
        connect().send()
    assert len(caught.value.body) == 1024 * 1024


@pytest.mark.parametrize(("size", "fits"), [(1000, True), (1001, False)])
def test_the_limit_is_exact(
    connect: Connect, server: FaultServer, size: int, fits: bool
) -> None:
    server.default = reply(200, b"x" * size)
    driver = connect(max_response_bytes=1000)
    operation = method("GET", responses={"200": Bytes()})
    if fits:
        assert len(driver.send(operation)) == size
    else:
        with pytest.raises(APIResponseError):
            driver.send(operation)


@pytest.mark.parametrize("step", [1, 7, 1000])
@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 1_000_000])
def test_any_cut_gives_the_same(step: int, size: int) -> None:
    data = bytes(index * index % 251 for index in range(size))
    packed = pack(data)
    step = max(step, len(packed) // 3000)
    inflater = Inflater("gzip")
    pieces = [
        piece
        for start in range(0, len(packed), step)
        for piece in inflater.feed(packed[start : start + step])
    ]
    inflater.finish()
    assert b"".join(pieces) == data
    assert all(len(piece) <= 65_536 for piece in pieces)


def test_an_empty_body_needs_no_end() -> None:
    sink = Sink(Inflater("gzip"), 10)
    assert sink.finish() == b""


def test_a_cut_sink_keeps_its_limit() -> None:
    sink = Sink(None, 5, cut=True)
    sink.feed(b"abc")
    assert not sink.full
    sink.feed(b"defgh")
    assert sink.full
    assert sink.finish() == b"abcde"
    with pytest.raises(BodyError):
        Sink(None, 5).feed(b"abcdef")
