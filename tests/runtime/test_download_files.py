"""Downloads as binary files: what the standard library and others expect of one."""

from __future__ import annotations

import csv
import gzip
import io
import os
import shutil
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from driver import Driver, method
from fault_server import FaultServer, raw, reply
from sdk_runtime.errors import APIConnectionError
from sdk_runtime.response.content import Bytes

Connect = Callable[..., Driver]

FILE = method("GET", responses={"200": Bytes()})
TEXT = b"a,b\r\n1,\xc3\xa9\n\nlast"


@pytest.fixture
def opened(server: FaultServer) -> Iterator[Callable[..., Any]]:
    """A download of a body, which arrives in pieces of some size."""
    driver = Driver(False, base_url=server.url)

    def make(body: bytes, step: int = 1000) -> Any:
        pieces = [body[at : at + step] for at in range(0, len(body), step)]
        chunks = b"".join(b"%x\r\n%s\r\n" % (len(one), one) for one in pieces)
        head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        server.then(raw(head + chunks + b"0\r\n\r\n", keep=True))
        return driver.download(FILE, ())

    yield make
    driver.finish()


def tar() -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w:gz") as made:
        info = tarfile.TarInfo("name.txt")
        info.size = len(TEXT)
        made.addfile(info, io.BytesIO(TEXT))
    return file.getvalue()


def zipped() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("name.txt", TEXT)
    return file.getvalue()


def from_tar(file: Any) -> object:
    with tarfile.open(fileobj=file, mode="r|gz") as read:
        return [(one.name, read.extractfile(one).read()) for one in read]  # type: ignore[union-attr] -- a regular file has content


def filled(file: Any) -> object:
    buffer = bytearray(4)
    return bytes(buffer[: file.readinto(buffer)])


def from_gzip(file: Any) -> object:
    with gzip.open(file) as read:
        return read.read()


def from_zip(file: Any) -> object:
    with file.spooled() as spooled, zipfile.ZipFile(spooled) as read:
        return read.read("name.txt")


def spooled_rest(file: Any) -> object:
    first = file.read(2)
    with file.spooled(1) as spooled:
        return [first, spooled.read()]


def copied(file: Any) -> object:
    target = io.BytesIO()
    shutil.copyfileobj(file, target, 3)
    return target.getvalue()


READERS: list[tuple[bytes, Callable[[Any], object], object]] = [
    (TEXT, lambda one: one.read(), TEXT),
    (TEXT, lambda one: one.read(-1), TEXT),
    (TEXT, lambda one: one.read(None), TEXT),
    (
        TEXT,
        lambda one: [one.read(0), one.read(3), one.read(99)],
        [b"", b"a,b", TEXT[3:]],
    ),
    (TEXT, lambda one: [one.readline(2), one.readline()], [b"a,", b"b\r\n"]),
    (TEXT, lambda one: [one.readline(0), one.readline(99)], [b"", b"a,b\r\n"]),
    (TEXT, list, TEXT.splitlines(keepends=True)),
    (TEXT, lambda one: one.readlines(), TEXT.splitlines(keepends=True)),
    (TEXT, lambda one: [one.readline(), *one.pieces()][0], b"a,b\r\n"),
    (TEXT, lambda one: b"".join([one.readline(), *one.pieces()]), TEXT),
    (TEXT, copied, TEXT),
    (TEXT, filled, TEXT[:4]),
    (TEXT, lambda one: len(one.read1(2)) in {1, 2}, True),
    (TEXT, lambda one: io.TextIOWrapper(one, "utf-8").read(), "a,b\n1,é\n\nlast"),
    (
        b"a,b\r\n1,\xc3\xa9\r\n",
        lambda one: list(csv.reader(io.TextIOWrapper(one, "utf-8", newline=""))),
        [["a", "b"], ["1", "é"]],
    ),
    (tar(), from_tar, [("name.txt", TEXT)]),
    (gzip.compress(TEXT), from_gzip, TEXT),
    (zipped(), from_zip, TEXT),
    (TEXT, spooled_rest, [TEXT[:2], TEXT[2:]]),
    (
        TEXT,
        lambda one: (one.readable(), one.seekable(), one.writable()),
        (True, False, False),
    ),
    (TEXT, lambda one: isinstance(one, io.BufferedIOBase), True),
    (
        b"",
        lambda one: (one.read(3), one.readline(), list(one), one.read()),
        (b"", b"", [], b""),
    ),
    (b"\n\n", list, [b"\n", b"\n"]),
]


@pytest.mark.parametrize("step", [1, 2, 1000])
@pytest.mark.parametrize(("body", "read", "want"), READERS, ids=count())
def test_a_download_is_a_file(
    opened: Callable[..., Any],
    body: bytes,
    read: Callable[[Any], object],
    want: object,
    step: int,
) -> None:
    with opened(body, step) as download:
        assert read(download) == want


def test_a_file_that_is_closed(opened: Callable[..., Any]) -> None:
    with opened(TEXT) as ended:
        assert not ended.closed
        ended.read()
        assert ended.read() == b""
    assert ended.closed
    with opened(TEXT, 1) as left:
        left.read(2)
    for read in ("read", "read1", "readline"):
        with pytest.raises(ValueError, match="closed file"):
            getattr(ended, read)()
        with pytest.raises(APIConnectionError, match="left before its end"):
            getattr(left, read)()
    with opened(TEXT) as download:
        for refused in ("seek", "write"):
            with pytest.raises((OSError, ValueError)):
                getattr(download, refused)(0)


@pytest.mark.parametrize("step", [1, 1000])
def test_an_asynchronous_download_has_the_same_methods(
    server: FaultServer, step: int
) -> None:
    driver = Driver(True, base_url=server.url)
    server.default = reply(200, TEXT, content_type="text/csv")

    async def main() -> None:
        async with await driver.download(FILE, ()) as one:
            assert [await one.read(0), await one.read(3)] == [b"", b"a,b"]
            assert [await one.readline(1), await one.readline()] == [b"\r", b"\n"]
            assert [line async for line in one] == [b"1,\xc3\xa9\n", b"\n", b"last"]
            assert [await one.read(), await one.readline()] == [b"", b""]
        async with await driver.download(FILE, ()) as one:
            await one.readline()
            with await one.spooled(2) as file:
                assert file.read() == TEXT[5:]
        async with await driver.download(FILE, ()) as one:
            assert b"".join([piece async for piece in one.pieces()]) == TEXT
        with pytest.raises(ValueError, match="closed file"):
            await one.read()

    driver.wait(main())
    driver.finish()


def note(seen: list[tuple[int, int | None]]) -> Callable[[int, int | None], None]:
    return lambda done, total: seen.append((done, total))


@pytest.mark.parametrize(
    ("headers", "total"),
    [({}, 100_000), ({"Content-Encoding": "gzip"}, None)],
)
def test_progress(
    connect: Connect,
    server: FaultServer,
    tmp_path: Path,
    headers: dict[str, str],
    total: int | None,
) -> None:
    body = os.urandom(100_000)
    sent = gzip.compress(body) if headers else body
    server.default = reply(200, sent, headers)
    driver = connect()
    seen: list[tuple[int, int | None]] = []
    download = driver.wait(driver.download(FILE, ()))
    assert driver.save(download, tmp_path / "file", on_progress=note(seen)) == 100_000
    assert [done for done, _ in seen] == sorted({done for done, _ in seen})
    assert (seen[-1][0], {total for _, total in seen}) == (100_000, {total})


def test_progress_of_what_is_left(
    connect: Connect, server: FaultServer, tmp_path: Path
) -> None:
    server.default = reply(200, b"x" * 1000)
    driver = connect()
    download = driver.wait(driver.download(FILE, ()))
    assert len(driver.result(download.read(400))) == 400
    seen: list[tuple[int, int | None]] = []
    assert driver.save(download, tmp_path / "file", on_progress=note(seen)) == 600
    assert seen[-1] == (600, 600)


def test_what_on_progress_raises_ends_the_download(
    connect: Connect, server: FaultServer, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"old")
    server.default = reply(200, b"x" * 1000)
    driver = connect()
    download = driver.wait(driver.download(FILE, ()))

    def stop(done: int, total: int | None) -> None:
        raise InterruptedError(done, total)

    with pytest.raises(InterruptedError):
        driver.save(download, tmp_path / "file", on_progress=stop)
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"old"]
