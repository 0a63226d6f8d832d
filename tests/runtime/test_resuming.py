"""Downloads that break off are continued with range requests, where that is safe."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from driver import Driver, FakeTime, method
from fault_server import Connection, FaultServer, Recorded, Step, reply
from sdk_runtime.errors import APIConnectionError, APIError, APIStatusError
from sdk_runtime.request.request_options import RequestOptions
from sdk_runtime.response.content import Bytes

Connect = Callable[..., Driver]

FILE = method("GET", responses={"200": Bytes()})
POSTED = method("POST", responses={"200": Bytes()})
BODY = bytes(range(256)) * 400
SAID = "Mon, 30 Nov 2026 10:00:00 GMT"
CHANGED = "Mon, 30 Nov 2026 09:59:59 GMT"
TAG = {"ETag": '"v1"'}


def broken(at: int, headers: Mapping[str, str], body: bytes = BODY) -> Step:
    """The body up to a byte, and the connection's end."""
    return reply(200, body[:at], {**headers, "Content-Length": str(len(body))}, "a/b")


def ends(step: Step) -> Step:
    def run(connection: Connection, request: Recorded) -> bool:
        step(connection, request)
        return False

    return run


def rest(headers: Mapping[str, str], body: bytes = BODY, at: int | None = None) -> Step:
    """The part of the body that a request names, or that begins elsewhere."""

    def run(connection: Connection, request: Recorded) -> bool:
        start = int(request.headers["range"].removeprefix("bytes=").rstrip("-"))
        start = start if at is None else at
        said = {"Content-Range": f"bytes {start}-{len(body) - 1}/{len(body)}"}
        return reply(206, body[start:], {**headers, **said})(connection, request)

    return run


def saved(driver: Driver, path: Path, operation: Any = FILE) -> int:
    size: int = driver.save(driver.wait(driver.download(operation, ())), path)
    return size


VALIDATORS: list[tuple[dict[str, str], str]] = [
    (TAG, '"v1"'),
    ({**TAG, "Accept-Ranges": "bytes"}, '"v1"'),
    ({"Last-Modified": CHANGED, "Date": SAID}, CHANGED),
    ({**TAG, "Last-Modified": CHANGED, "Date": SAID}, '"v1"'),
]


@pytest.mark.parametrize("coding", ["", "gzip"])
@pytest.mark.parametrize(("headers", "validator"), VALIDATORS)
def test_a_transfer_goes_on_where_it_broke_off(
    connect: Connect,
    server: FaultServer,
    tmp_path: Path,
    headers: dict[str, str],
    validator: str,
    coding: str,
) -> None:
    body = gzip.compress(os.urandom(50_000)) if coding else BODY
    headers = {**headers, **({"Content-Encoding": coding} if coding else {})}
    server.then(
        ends(broken(10_000, headers, body)),
        # The second attempt doesn't get far, either.
        reply(503),
        rest(headers, body),
    )
    driver = connect(time=FakeTime())
    size = saved(driver, tmp_path / "file")
    want = gzip.decompress(body) if coding else body
    assert (tmp_path / "file").read_bytes() == want
    assert size == len(want)
    first, *more = server.requests
    assert "range" not in first.headers
    assert [
        (one.headers["range"], one.headers["if-range"], one.target) for one in more
    ] == [("bytes=10000-", validator, first.target)] * 2


NOT_CONTINUED: list[dict[str, str]] = [
    {},
    {"ETag": 'W/"v1"'},
    {"ETag": "v1"},
    {"ETag": 'W/"v1"', "Last-Modified": CHANGED, "Date": SAID},
    {"Last-Modified": CHANGED},
    {"Last-Modified": SAID, "Date": SAID},
    {"Last-Modified": "yesterday", "Date": SAID},
    {"Last-Modified": CHANGED, "Date": "\xff"},
    {**TAG, "Accept-Ranges": "none"},
]


@pytest.mark.parametrize("headers", NOT_CONTINUED)
def test_what_may_be_another_file_isnt_continued(
    connect: Connect, server: FaultServer, tmp_path: Path, headers: dict[str, str]
) -> None:
    server.default = ends(broken(10, headers))
    with pytest.raises(APIConnectionError):
        saved(connect(time=FakeTime()), tmp_path / "file")
    assert len(server.requests) == 1
    assert list(tmp_path.iterdir()) == []


def test_nor_is_what_was_posted(
    connect: Connect, server: FaultServer, tmp_path: Path
) -> None:
    server.default = ends(broken(10, TAG))
    with pytest.raises(APIConnectionError):
        saved(connect(time=FakeTime()), tmp_path / "file", POSTED)
    assert len(server.requests) == 1


def test_nor_is_what_the_caller_wants_a_part_of(
    connect: Connect, server: FaultServer
) -> None:
    server.default = ends(broken(10, TAG))
    driver = connect(time=FakeTime())
    options = RequestOptions(headers={"Range": "bytes=5-"})
    download = driver.wait(driver.download(FILE, (), options=options))
    with pytest.raises(APIConnectionError):
        driver.result(download.read())
    assert [one.headers["range"] for one in server.requests] == ["bytes=5-"]


def test_attempts_are_bounded(
    connect: Connect, server: FaultServer, tmp_path: Path
) -> None:
    server.then(ends(broken(10, TAG)))
    server.default = lambda connection, _: connection.reset() or False
    with pytest.raises(APIConnectionError) as caught:
        saved(connect(time=FakeTime(), max_retries=3), tmp_path / "file")
    assert caught.value.attempts == 4
    assert len(server.requests) == 4


OTHERS: list[tuple[Step, bytes]] = [
    # A server that has another version by now, or no ranges, sends the whole.
    (reply(200, b"new version"), b"new version"),
    (reply(200, BODY, TAG), BODY),
]


@pytest.mark.parametrize(("step", "want"), OTHERS)
def test_another_version_is_saved_from_its_beginning(
    connect: Connect, server: FaultServer, tmp_path: Path, step: Step, want: bytes
) -> None:
    server.then(ends(broken(10_000, TAG)), step)
    driver = connect(time=FakeTime())
    assert saved(driver, tmp_path / "file") == len(want)
    assert (tmp_path / "file").read_bytes() == want
    assert len(server.requests) == 2


MISMATCHES: list[Step] = [
    reply(200, b"new version"),
    rest(TAG, at=9_999),
    rest(TAG, at=10_001),
    rest({**TAG, "Content-Encoding": "gzip"}),
    reply(206, BODY[10_000:], TAG),
    rest({"ETag": '"v2"'}),
    rest(TAG, BODY + b"more"),
    reply(206, b"x", {**TAG, "Content-Range": "bytes 10000-10000/*"}),
]


@pytest.mark.parametrize("step", MISMATCHES[1:])
def test_a_part_is_never_saved_as_the_whole(
    connect: Connect, server: FaultServer, tmp_path: Path, step: Step
) -> None:
    server.then(ends(broken(10_000, TAG)), step)
    with pytest.raises(APIConnectionError, match="came without its rest"):
        saved(connect(time=FakeTime()), tmp_path / "file")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("step", MISMATCHES)
def test_what_was_handed_out_isnt_continued_with_something_else(
    connect: Connect, server: FaultServer, tmp_path: Path, step: Step
) -> None:
    server.then(ends(broken(10_000, TAG)), step)
    driver = connect(time=FakeTime())
    download = driver.wait(driver.download(FILE, ()))
    assert driver.result(download.read(5)) == BODY[:5]
    for _ in range(2):
        with pytest.raises(APIConnectionError):
            driver.collect(download)
    with pytest.raises(APIConnectionError):
        driver.save(download, tmp_path / "file")
    assert list(tmp_path.iterdir()) == []
    driver.result(download.aclose() if driver.asynchronous else download.close())


def test_reading_goes_on_as_well(connect: Connect, server: FaultServer) -> None:
    server.then(ends(broken(10_000, TAG)), rest(TAG))
    driver = connect(time=FakeTime())
    download = driver.wait(driver.download(FILE, ()))
    assert driver.result(download.read()) == BODY


@pytest.mark.parametrize("status", [404, 416])
def test_a_refusal_is_an_error_of_its_own(
    connect: Connect, server: FaultServer, tmp_path: Path, status: int
) -> None:
    server.then(ends(broken(10_000, TAG)), reply(status, '{"errors":[]}'))
    with pytest.raises(APIStatusError) as caught:
        saved(connect(time=FakeTime()), tmp_path / "file")
    assert caught.value.status_code == status
    assert list(tmp_path.iterdir()) == []


def test_a_redirect_to_a_store_is_followed_once_more(
    connect: Connect, server: FaultServer, tmp_path: Path
) -> None:
    with FaultServer() as store:
        there = reply(302, b"", {"Location": f"{store.url}/signed"})
        server.default = there
        store.then(ends(broken(10_000, TAG)), rest(TAG))
        driver = connect(time=FakeTime())
        assert saved(driver, tmp_path / "file") == len(BODY)
        assert (tmp_path / "file").read_bytes() == BODY
        assert [len(one.requests) for one in (server, store)] == [2, 2]


def test_the_deadline_holds(
    connect: Connect, server: FaultServer, tmp_path: Path
) -> None:
    server.default = ends(broken(10, TAG))
    driver = connect(time=FakeTime(), deadline=0.4, max_retries=9)
    with pytest.raises(APIError):
        saved(driver, tmp_path / "file")
    assert len(server.requests) == 1
