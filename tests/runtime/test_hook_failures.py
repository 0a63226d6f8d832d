"""What a hook raises: the call raises it, and no connection is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from driver import Driver, FakeTime
from fault_server import FaultServer, does, reply
from sdk_runtime.errors import APIConnectionError

Connect = Callable[..., Driver]
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


def test_a_timeout_of_a_hook_is_none_of_the_call(connect: Connect) -> None:
    def late(event: object) -> None:
        raise TimeoutError("mine")

    for name in ("on_request", "on_response"):
        with pytest.raises(TimeoutError, match="mine"):
            connect(**{name: late}).send()


def test_interrupting_a_hook_gives_the_connection_back(server: FaultServer) -> None:
    def stop(event: object) -> None:
        raise KeyboardInterrupt

    driver = Driver(False, base_url=server.url, max_connections=1, on_response=stop)
    for _ in range(3):
        with pytest.raises(KeyboardInterrupt):
            driver.send()
    assert server.connections == 1
    driver.finish()
