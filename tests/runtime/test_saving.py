"""Downloads that are saved: a file takes its name when it is whole."""

from __future__ import annotations

import asyncio
import os
import stat
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from driver import TRANSPORTS, Driver, method
from fault_server import FaultServer, Step, does, raw, reply
from sdk_runtime.errors import APIConnectionError, APIError, APIResponseError
from sdk_runtime.response.content import Bytes
from sdk_runtime.response.save import save, save_async

Connect = Callable[..., Driver]

FILE = method("GET", responses={"200": Bytes()})
WHOLE = reply(200, b"new")


def run(driver: Driver, path: Any) -> Any:
    download = driver.wait(driver.download(FILE, ()))
    size = download.save(path)
    return driver.wait(size) if driver.asynchronous else size


BROKEN: list[tuple[Step, type[APIError]]] = [
    (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc"), APIConnectionError),
    (
        raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"),
        APIConnectionError,
    ),
    (does(lambda one: one.reset()), APIConnectionError),
    (reply(200, b"abc", {"Content-Encoding": "gzip"}), APIResponseError),
]


@pytest.mark.parametrize("old", [None, b"old content"])
@pytest.mark.parametrize(("step", "error"), BROKEN)
def test_a_transfer_that_breaks_leaves_everything_as_it_was(
    connect: Connect,
    server: FaultServer,
    tmp_path: Path,
    step: Step,
    error: type[APIError],
    old: bytes | None,
) -> None:
    target = tmp_path / "file"
    if old is not None:
        target.write_bytes(old)
    server.default = step
    with pytest.raises(error):
        run(connect(max_retries=0), target)
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [old][: old is not None]


def test_an_old_file_is_replaced(
    connect: Connect, server: FaultServer, tmp_path: Path
) -> None:
    server.default = WHOLE
    target = tmp_path / "file"
    target.write_bytes(b"older and longer")
    target.chmod(0o640)
    assert run(connect(), str(target)) == 3
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["file"]


def test_a_new_file_has_the_usual_permissions(
    connect: Connect, server: FaultServer, tmp_path: Path
) -> None:
    server.default = WHOLE
    (tmp_path / "usual").write_bytes(b"")
    run(connect(), tmp_path / "file")
    assert (tmp_path / "file").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_nothing_at_all_is_saved_as_well(
    connect: Connect, server: FaultServer, tmp_path: Path
) -> None:
    server.default = reply(200, b"")
    (tmp_path / "file").write_bytes(b"old")
    assert run(connect(), tmp_path / "file") == 0
    assert (tmp_path / "file").read_bytes() == b""


@pytest.mark.parametrize("is_there", [True, False])
def test_a_link_stays_a_link(
    connect: Connect, server: FaultServer, tmp_path: Path, is_there: bool
) -> None:
    server.default = WHOLE
    (tmp_path / "there").mkdir()
    if is_there:
        (tmp_path / "there" / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(Path("there") / "real")
    run(connect(), tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there" / "real").read_bytes() == b"new"
    assert os.listdir(tmp_path / "there") == ["real"]


def test_a_name_as_long_as_can_be(
    connect: Connect, server: FaultServer, tmp_path: Path
) -> None:
    server.default = WHOLE
    run(connect(), tmp_path / ("x" * 255))
    assert os.listdir(tmp_path) == ["x" * 255]


def test_a_relative_name(
    connect: Connect,
    server: FaultServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server.default = WHOLE
    monkeypatch.chdir(tmp_path)
    run(connect(), "file")
    assert (tmp_path / "file").read_bytes() == b"new"


def test_what_is_no_file_is_written_to(connect: Connect, server: FaultServer) -> None:
    server.default = WHOLE
    assert run(connect(), os.devnull) == 3
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("missing/file", FileNotFoundError),
        ("", IsADirectoryError),
        ("new/", IsADirectoryError),
        ("file/below", NotADirectoryError),
    ],
)
def test_where_nothing_can_be_written(
    connect: Connect,
    server: FaultServer,
    tmp_path: Path,
    name: str,
    kind: type[OSError],
) -> None:
    server.default = WHOLE
    (tmp_path / "file").write_bytes(b"old")
    path = f"{tmp_path}/{name}"
    with pytest.raises(kind) as caught:
        run(connect(), path)
    assert caught.value.filename == path
    assert os.listdir(tmp_path) == ["file"]


def left_open(driver: Driver) -> Any:
    return driver.wait(driver.download(FILE, ()))


def saved(driver: Driver, download: Any, path: Path) -> Any:
    size = download.save(path)
    return driver.wait(size) if driver.asynchronous else size


@pytest.mark.parametrize(("step", "error"), BROKEN[:2] + BROKEN[3:])
def test_what_broke_isnt_saved_as_if_it_had_ended(
    connect: Connect,
    server: FaultServer,
    tmp_path: Path,
    step: Step,
    error: type[APIError],
) -> None:
    (tmp_path / "file").write_bytes(b"old")
    server.default = step
    driver = connect(max_retries=0)
    download = left_open(driver)
    for _ in range(2):
        with pytest.raises(error):
            saved(driver, download, tmp_path / "file")
    with pytest.raises(error):
        driver.collect(download)
    assert (tmp_path / "file").read_bytes() == b"old"


def test_nor_is_what_was_closed(
    connect: Connect, server: FaultServer, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"old")
    server.default = reply(200, b"x" * 1_000_000)
    driver = connect()
    download = left_open(driver)
    driver.wait(download.aclose()) if driver.asynchronous else download.close()
    with pytest.raises(APIConnectionError, match="left before its end"):
        saved(driver, download, tmp_path / "file")
    download = left_open(driver)
    with pytest.raises(FileNotFoundError):
        saved(driver, download, tmp_path / "missing" / "file")
    with pytest.raises(APIConnectionError, match="left before its end"):
        saved(driver, download, tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == b"old"


def test_what_is_left_after_the_end_is_nothing(
    connect: Connect, server: FaultServer, tmp_path: Path
) -> None:
    server.default = WHOLE
    driver = connect()
    download = left_open(driver)
    assert saved(driver, download, tmp_path / "file") == 3
    assert saved(driver, download, tmp_path / "rest") == 0
    assert driver.collect(download) == []


@pytest.mark.parametrize("transport", TRANSPORTS)
def test_what_was_cancelled_hasnt_ended(server: FaultServer, transport: str) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n"
    server.default = raw(head + b"x" * 10, keep=True)
    driver = Driver(True, base_url=server.url, transport=transport)

    async def main() -> None:
        download = await driver.download(FILE, ())
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(download.read(), 0.05)
        with pytest.raises(APIConnectionError, match="left before its end"):
            await download.read()

    driver.wait(main())
    driver.finish()


class Stop(BaseException):
    """What no `except Exception` sees, as KeyboardInterrupt."""


def test_an_interruption(tmp_path: Path) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"abc"
        raise Stop

    async def more() -> AsyncIterator[bytes]:
        yield b"abc"
        raise Stop

    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(Stop):
        save(tmp_path / "file", pieces())
    with pytest.raises(Stop):
        asyncio.run(save_async(tmp_path / "file", more()))
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"old"]


@pytest.mark.parametrize("turns", range(6))
def test_a_cancelled_task_leaves_nothing(tmp_path: Path, turns: int) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        yield b"abc"
        await asyncio.Event().wait()

    async def main() -> None:
        task = asyncio.create_task(save_async(tmp_path / "file", pieces()))
        for _ in range(turns):
            await asyncio.sleep(0.001)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(main())
    assert os.listdir(tmp_path) == []


def test_the_event_loop_goes_on_meanwhile(tmp_path: Path) -> None:
    turns = 0

    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(50):
            yield b"x" * 65536

    async def count() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    async def main() -> int:
        counting = asyncio.create_task(count())
        size = await save_async(tmp_path / "file", pieces())
        counting.cancel()
        return size

    assert asyncio.run(main()) == 50 * 65536
    assert turns >= 50
