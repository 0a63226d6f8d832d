"""The servers and the client of one test, and what must hold when the call is over."""

from __future__ import annotations

import gc
import re
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from driver import GET, Driver, FakeTime
from fault_server import FaultServer, reply
from sdk_runtime.auth.security import ApiKey, BearerToken

from faults.behaviour import ANN, Behaviour, Colour, Transport
from faults.certificates import make, server_context
from faults.places import full_port, refused_port
from faults.script import perform, play
from faults.slots import taken_slots
from faults.traces import SECRETS

CONNECTIONS = 4
# Seconds in which a connection that was given up is gone at the server, too.
_GONE = 3.0
# Seconds to wait for what must happen.
_PATIENCE = 5.0


class Stage:
    """What one behaviour is tried on.

    Args:
        behaviour: The behaviour.
        transport: What carries the client's requests.
        colour: The kind of client.
        folder: Where the test may write.
        certificates: Where certificates are.
        setenv: Sets a variable of the environment for this test.
    """

    def __init__(
        self,
        behaviour: Behaviour,
        transport: Transport,
        colour: Colour,
        folder: Path,
        certificates: Path,
        setenv: Callable[[str, str], object],
    ) -> None:
        self.behaviour = behaviour
        self.transport = transport
        self.asynchronous = colour == "async"
        self.folder = folder
        self.items: list[Any] = []
        self.time = None if behaviour.slept is None else FakeTime()
        self._drivers: list[Driver] = []
        self._certificates = certificates
        self._setenv = setenv
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        behaviour, context = self.behaviour, None
        if behaviour.certificate:
            authority, *files = make(behaviour.certificate, self._certificates)
            context = server_context(*files)
            self._setenv("SSL_CERT_FILE", str(authority))
        self.server = self._stack.enter_context(FaultServer(context))
        self.other = self._stack.enter_context(FaultServer())
        origins = {b"{here}": self.server.url, b"{there}": self.other.url}
        named = {name: url.encode() for name, url in origins.items()}
        steps = [play(script, named) for script in behaviour.replies]
        self.server.then(*steps[:-1])
        self.server.default = steps[-1]
        if behaviour.greeting:
            self.server.greeting = lambda one: perform(behaviour.greeting, one, named)
        self.url = self.server.url
        if behaviour.place == "refused":
            self.url = f"http://127.0.0.1:{refused_port()}"
        elif behaviour.place == "full":
            self.url = f"http://127.0.0.1:{self._stack.enter_context(full_port())}"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for one in self._drivers:
            one.finish()
        self._stack.close()

    def make_driver(self, **settings: Any) -> Driver:
        """A client with credentials of each kind, of which there may be several."""
        token, key, cookie = SECRETS
        given: dict[str, Any] = {
            "base_url": self.url,
            "credentials": {
                "bearer": BearerToken(token),
                "key": ApiKey(key, "query", "api_key"),
                "cookie": ApiKey(cookie, "cookie", "sid"),
            },
            "security": (("bearer", "key", "cookie"),),
            "max_connections": CONNECTIONS,
            "random": lambda: 0.0,
            "timeout": 8.0,
            "transport": self.transport,
            **self.behaviour.settings,
            **settings,
        }
        if self.behaviour.instead:
            given["transport"] = "auto"
        made = Driver(self.asynchronous, self.time, **given)
        self._drivers.append(made)
        return made

    @cached_property
    def driver(self) -> Driver:
        """The client."""
        return self.make_driver()

    def warm_up(self) -> None:
        """Have made what the first call makes."""
        session = self.driver.session
        if self.asynchronous:
            self.driver.wait(session.warm_up())
        else:
            session.connected()

    def draw(self, items: Any) -> list[Any]:
        """All items, of which those until an error are kept."""
        if not self.asynchronous:
            self.items.extend(items)
            return self.items

        async def drawn() -> None:
            async for item in items:
                self.items.append(item)

        self.driver.wait(drawn())
        return self.items

    @staticmethod
    def until(condition: Callable[[], bool]) -> None:
        """Wait until something is so.

        Raises:
            AssertionError: It isn't for too long.
        """
        end = time.monotonic() + _PATIENCE
        while not condition():
            assert time.monotonic() < end, "it didn't happen"
            time.sleep(0.002)

    def settle(self) -> None:
        """Let what the server has sent, or ended, arrive."""
        time.sleep(0.05)
        if self.asynchronous:
            self.driver.wait(_turn())

    def probe(self) -> None:
        """Each connection of the client serves a further call."""
        self.server.greeting = None
        self.server.then()
        self.server.default = reply()
        taken = [taken_slots(one) for one in self._drivers]
        assert not any(taken), f"slots still taken: {taken}"
        for one in self._drivers:
            if one.session._closed:
                continue
            for _ in range(CONNECTIONS + 1):
                # A connection that the server ends at this moment is none of the client's.
                assert one.send(GET, deadline=5.0, max_retries=2) == ANN

    def finish(self) -> None:
        """Close the clients; nothing of them is left."""
        for one in self._drivers:
            one.finish()
        self._drivers.clear()
        self.__dict__.pop("driver", None)
        gc.collect()
        for server in (self.server, self.other):
            end = time.monotonic() + _GONE
            while server.open_connections and time.monotonic() < end:
                time.sleep(0.002)
            assert server.open_connections == 0, "a connection is still open"


@contextmanager
def nothing_left_open() -> Iterator[None]:
    """No warning of what was dropped without being closed, or never awaited."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield
        gc.collect()
    left = [f"{one.message} at {one.filename}:{one.lineno}" for one in caught]
    assert left == []


def check(stage: Stage, result: Any, error: BaseException | None) -> None:
    """What a behaviour says of a call's outcome, and of what the server saw."""
    want = stage.behaviour
    raises = want.raises
    if stage.transport == "pyreqwest":
        raises = want.pyreqwest_raises or raises
    if raises is None:
        if error is not None:
            raise error
        assert result == want.gives
    else:
        assert type(error) is raises, f"{error!r} after {result!r}"
        assert re.search(want.says, str(error)), str(error)
        # Nothing is kept of what isn't whole.
        assert tuple(stage.items) == want.items
        assert list(stage.folder.iterdir()) == []
    if want.requests is not None:
        assert len(stage.server.requests) == want.requests
    assert len(stage.other.requests) == want.elsewhere
    if want.paths:
        seen = stage.server.requests
        assert (
            tuple(one.target.split("api_key=")[0].rstrip("?&") for one in seen)
            == want.paths
        )
    if stage.time is not None:
        assert tuple(stage.time.slept) == want.slept
    for request in stage.other.requests:
        assert not any(secret in repr(request) for secret in SECRETS)


async def _turn() -> None:
    """One round of the event loop."""
