"""Bodies that are handed out as they come."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from driver import Driver, FakeTime, Note, method
from fault_server import FaultServer, raw, reply
from sdk_runtime.errors import APIConnectionError, APIResponseError, NotFoundError
from sdk_runtime.response.content import Bytes

Connect = Callable[..., Driver]


FILE = method("GET", responses={"200": Bytes()})


def test_downloads(connect: Connect, server: FaultServer, tmp_path: Any) -> None:
    server.default = reply(200, b"x" * 200_000, content_type="image/png")
    driver = connect(max_response_bytes=1000)
    download = driver.wait(driver.download(FILE, ()))
    assert (download.status, download.headers["content-type"]) == (200, "image/png")
    assert sum(len(piece) for piece in driver.collect(download)) == 200_000
    download = driver.wait(driver.download(FILE, ()))
    target = tmp_path / "file"
    size = download.save(target)
    assert (driver.wait(size) if driver.asynchronous else size) == 200_000
    assert target.read_bytes() == b"x" * 200_000
    download = driver.wait(driver.download(FILE, ()))
    body = download.read()
    assert len(driver.wait(body) if driver.asynchronous else body) == 200_000


def test_downloads_that_fail(connect: Connect, server: FaultServer) -> None:
    server.then(
        reply(404, '{"errors":[]}'),
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc"),
        reply(200, b"abc", {"Content-Encoding": "gzip"}),
        reply(500),
        reply(200, b"abc"),
    )
    driver = connect(time=FakeTime())
    with pytest.raises(NotFoundError):
        driver.wait(driver.download(FILE, ()))
    for kind in (APIConnectionError, APIResponseError):
        with pytest.raises(kind):
            driver.collect(driver.wait(driver.download(FILE, ())))
    assert driver.collect(driver.wait(driver.download(FILE, ()))) == [b"abc"]


def test_a_download_that_is_left_early(connect: Connect, server: FaultServer) -> None:
    server.default = reply(200, b"x" * 1_000_000)
    driver = connect()
    if driver.asynchronous:

        async def leave() -> None:
            async with await driver.download(FILE, ()) as download:
                async for _ in download:
                    break

        driver.wait(leave())
    else:
        with driver.download(FILE, ()) as download:
            next(iter(download))
    server.default = reply()
    assert driver.send() == Note("1", "Ann")


@pytest.mark.parametrize("length", [{}, {"Content-Length": "3"}])
def test_a_coding_that_nobody_asked_for(
    connect: Connect, server: FaultServer, length: dict[str, str]
) -> None:
    chunked = {} if length else {"Transfer-Encoding": "chunked"}
    body = b"abc" if length else b"3\r\nabc\r\n0\r\n\r\n"
    server.default = reply(200, body, {"Content-Encoding": "br", **length, **chunked})
    driver = connect()
    download = driver.wait(driver.download(FILE, ()))
    for _ in range(2):
        with pytest.raises(APIResponseError, match="'br' is not supported"):
            driver.result(download.read())
    server.default = reply()
    assert driver.send() == Note("1", "Ann")
