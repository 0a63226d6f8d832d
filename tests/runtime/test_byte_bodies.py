"""Request bodies of bytes: from memory, files and streams."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from driver import Driver, FakeTime, method
from fault_server import FaultServer, reply
from sdk_runtime.errors import APIStatusError, ArgumentError
from sdk_runtime.request.body import BytesBody
from sdk_runtime.request.payload import File

Connect = Callable[..., Driver]


def chunks() -> Iterator[bytes]:
    yield b"ab"
    yield b"cd"


class Unseekable(io.BytesIO):
    def seekable(self) -> bool:
        return False


@pytest.mark.parametrize(
    ("content", "length"),
    [
        (b"abcd", "4"),
        (bytearray(b"abcd"), "4"),
        (memoryview(b"abcd"), "4"),
        (lambda: io.BytesIO(b"abcd"), "4"),
        (lambda: Unseekable(b"abcd"), None),
        ([b"ab", b"cd"], None),
        (chunks, None),
    ],
)
def test_bytes(
    connect: Connect, server: FaultServer, content: Any, length: str | None
) -> None:
    content = content() if callable(content) else content
    connect().send(method("POST", body=BytesBody()), body=content)
    request = server.requests[0]
    assert request.body == b"abcd"
    assert request.headers.get("content-length") == length
    assert request.headers.get("transfer-encoding") == (None if length else "chunked")


def test_a_path_is_read_while_it_is_sent(
    connect: Connect, server: FaultServer, tmp_path: Path
) -> None:
    file = tmp_path / "large.bin"
    file.write_bytes(b"x" * 300_000)
    connect().send(method("PUT", body=BytesBody("image/png")), body=file)
    assert server.requests[0].body == b"x" * 300_000
    assert server.requests[0].headers["content-length"] == "300000"
    assert server.requests[0].headers["content-type"] == "image/png"


def test_an_open_file_is_sent_from_where_it_stands(
    connect: Connect, server: FaultServer
) -> None:
    file = io.BytesIO(b"0123456789")
    file.seek(4)
    server.then(reply(503), reply())
    connect(max_retries=1, time=FakeTime()).send(
        method("PUT", body=BytesBody()), body=file
    )
    assert [request.body for request in server.requests] == [b"456789", b"456789"]


def test_a_stream_is_sent_once(connect: Connect, server: FaultServer) -> None:
    server.default = reply(503)
    with pytest.raises(APIStatusError):
        connect().send(method("PUT", body=BytesBody()), body=chunks())
    assert len(server.requests) == 1


def test_asynchronous_streams(server: FaultServer) -> None:
    async def content() -> AsyncIterator[bytes]:
        yield b"ab"
        yield b"cd"

    driver = Driver(True, base_url=server.url)
    driver.send(method("POST", body=BytesBody()), body=content())
    driver.finish()
    assert server.requests[0].body == b"abcd"
    driver = Driver(False, base_url=server.url)
    with pytest.raises(ArgumentError):
        driver.send(method("POST", body=BytesBody()), body=content())
    driver.finish()


@pytest.mark.parametrize(
    ("media", "content", "want"),
    [
        ("image/png", File(b"1", "a.jpg"), "image/png"),
        ("image/png", File(b"1", content_type="image/gif"), "image/gif"),
        ("image/*", File(b"1", "a.jpg"), "image/jpeg"),
        ("*/*", Path(__file__), "text/x-python"),
        ("*/*", b"1", "application/octet-stream"),
        ("application/*", File(b"{}", "a.json"), "application/json"),
    ],
)
def test_the_media_type_of_bytes(media: str, content: object, want: str) -> None:
    assert BytesBody(media).encode(content)[0] == want


@pytest.mark.parametrize("content", [3, None, {"a": 1}, Path("/no/such/file")])
def test_no_content(content: object) -> None:
    with pytest.raises(ArgumentError):
        BytesBody().encode(content)
