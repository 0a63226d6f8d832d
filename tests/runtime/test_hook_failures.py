"""What a hook raises: the call raises it, and no connection is lost."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from driver import GET, Driver, FakeTime, method
from fault_server import FaultServer, does, raw, reply
from sdk_runtime.errors import APIConnectionError, ArgumentError
from sdk_runtime.response.content import Bytes

Connect = Callable[..., Driver]
FILE = method("GET", responses={"200": Bytes()})
RESET = does(lambda connection: connection.reset())


class Own(Exception):
    """What a hook raises."""


def refuse(event: object) -> None:
    raise Own


@pytest.mark.parametrize(
    ("name", "requests"), [("on_request", 0), ("on_response", 1), ("on_retry", 1)]
)
@pytest.mark.parametrize("status", [200, 500])
def test_what_a_hook_raises_the_call_raises(
    over: Connect, server: FaultServer, name: str, requests: int, status: int
) -> None:
    if (name, status) == ("on_retry", 200):
        return
    server.default = reply(status)
    driver = over(time=FakeTime(), max_connections=1, **{name: refuse})
    for count in (1, 2, 3):
        with pytest.raises(Own):
            driver.send()
        assert len(server.requests) == count * requests


@pytest.mark.parametrize("name", ["on_response", "on_retry"])
def test_what_a_hook_raises_after_a_failure(
    over: Connect, server: FaultServer, name: str
) -> None:
    server.default = RESET
    driver = over(time=FakeTime(), max_connections=1, **{name: refuse})
    want = Own if name == "on_retry" else APIConnectionError
    for _ in range(3):
        with pytest.raises(want):
            driver.send()


@pytest.mark.parametrize("name", ["on_request", "on_response"])
def test_what_a_hook_raises_when_a_download_is_opened(
    over: Connect, server: FaultServer, name: str
) -> None:
    driver = over(max_connections=1, timeout=2, **{name: refuse})
    for _ in range(3):
        with pytest.raises(Own):
            driver.wait(driver.download(FILE))
    driver.close()


def test_what_a_hook_raises_while_a_download_goes_on(
    connect: Connect, server: FaultServer
) -> None:
    head = b'HTTP/1.1 200 OK\r\nETag: "a"\r\nContent-Length: 4\r\n\r\nab'
    server.then(*[raw(head)] * 3)
    driver = connect(time=FakeTime(), max_connections=1, timeout=2, on_retry=refuse)
    for _ in range(3):
        download = driver.wait(driver.download(FILE))
        with pytest.raises(Own):
            driver.result(download.read())


def test_a_timeout_of_a_hook_is_none_of_the_call(connect: Connect) -> None:
    def late(event: object) -> None:
        raise TimeoutError("mine")

    for name in ("on_request", "on_response"):
        with pytest.raises(TimeoutError, match="mine"):
            connect(**{name: late}).send()


def test_what_a_hook_raises_when_the_deadline_passes(connect: Connect) -> None:
    time = FakeTime()

    def late(event: object) -> None:
        time.now += 10
        raise Own

    for name in ("on_request", "on_response"):
        with pytest.raises(Own):
            connect(time=time, deadline=5, **{name: late}).send()


async def later(*values: object) -> None:
    """What nobody would await."""


def coroutine_of(*values: object) -> object:
    """A function by its looks."""
    return later(*values)


@pytest.mark.parametrize(
    ("name", "requests"), [("on_request", 0), ("on_response", 1), ("on_retry", 1)]
)
def test_a_coroutine_that_a_hook_returns_is_refused(
    over: Connect, server: FaultServer, name: str, requests: int
) -> None:
    server.default = reply(500)
    driver = over(time=FakeTime(), **{name: coroutine_of})
    with pytest.raises(ArgumentError, match=rf"^{name} isn't awaited"):
        driver.send()
    assert len(server.requests) == requests


def test_so_are_those_of_other_callbacks(
    connect: Connect, server: FaultServer, tmp_path: Path
) -> None:
    server.then(reply(body='{"id": 1, "name": "Ann"}'))
    with pytest.raises(ArgumentError, match=r"^on_drift isn't awaited"):
        connect(on_drift=coroutine_of).send()
    driver = connect()
    download = driver.wait(driver.download(FILE))
    with pytest.raises(ArgumentError, match=r"^on_progress isn't awaited"):
        driver.save(download, tmp_path / "file", on_progress=coroutine_of)


def test_a_task_that_a_hook_returns_runs_by_itself(server: FaultServer) -> None:
    seen: list[object] = []

    async def note(event: object) -> None:
        seen.append(event)

    def hook(event: object) -> object:
        return asyncio.ensure_future(note(event))

    async def main() -> None:
        driver = Driver(True, base_url=server.url, on_request=hook)
        await driver.session.send(GET, ("1",))
        await driver.client.close()
        driver._runner.close()  # type: ignore[union-attr]  # it is asynchronous

    asyncio.run(main())
    assert len(seen) == 1


def test_interrupting_a_hook_gives_the_connection_back(server: FaultServer) -> None:
    def stop(event: object) -> None:
        raise KeyboardInterrupt

    driver = Driver(False, base_url=server.url, max_connections=1, on_response=stop)
    for _ in range(3):
        with pytest.raises(KeyboardInterrupt):
            driver.send()
    assert server.connections == 1
    driver.finish()
