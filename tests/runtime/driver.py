"""Clients for tests that ask the same of synchronous and asynchronous calls."""

from __future__ import annotations

import asyncio
import importlib.util
from collections.abc import Sequence
from typing import Any

import msgspec
import pytest
from sdk_runtime.call.async_download import AsyncDownload
from sdk_runtime.call.client import AsyncClient, AsyncResource, Resource, SyncClient
from sdk_runtime.call.download import Download
from sdk_runtime.call.stream import AsyncStream, Stream
from sdk_runtime.operation.operation import Operation
from sdk_runtime.request.parameters import PathParameter
from sdk_runtime.request.request_options import OMIT, RequestOptions
from sdk_runtime.response.content import Json

HAS_PYREQWEST = importlib.util.find_spec("pyreqwest") is not None
needs_pyreqwest = pytest.mark.skipif(not HAS_PYREQWEST, reason="pyreqwest is missing")
TRANSPORTS = ["httpcore2", pytest.param("pyreqwest", marks=needs_pyreqwest)]


class Note(msgspec.Struct):
    id: str
    name: str


class Fault(msgspec.Struct):
    code: str
    message: str | None = None


class Faults(msgspec.Struct):
    errors: list[Fault]
    request_id: str | None = None


GET: Operation[Note] = Operation(
    "GET",
    "/notes/{id}",
    parameters=(PathParameter("id"),),
    responses={"200": Json(Note)},
    errors={"404": Json(Faults)},
)


def method(name: str, **rest: Any) -> Operation[Any]:
    """An operation without parameters that answers with a note."""
    rest.setdefault("responses", {"200": Json(Note)})
    return Operation(name, "/notes", **rest)


class FakeTime:
    """A clock that moves when something sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    async def async_sleep(self, seconds: float) -> None:
        self.sleep(seconds)


class Driver:
    """One client, of either kind, called in the same way.

    Args:
        asynchronous: Which kind.
        time: Stands in for the clock and for sleeping, where given.
        settings: The client's settings.
    """

    def __init__(
        self, asynchronous: bool, time: FakeTime | None = None, **settings: Any
    ) -> None:
        self.asynchronous = asynchronous
        self._runner = asyncio.Runner() if asynchronous else None
        settings.setdefault("random", lambda: 1.0)
        if "http_client" not in settings and "ssl_context" not in settings:
            settings.setdefault("transport", "httpcore2")
        if time is not None:
            settings["sleep"] = time.async_sleep if asynchronous else time.sleep
            settings["clock"] = time.clock
            settings.setdefault("wall", lambda: 1_700_000_000.0)
        self.client: Any = (AsyncClient if asynchronous else SyncClient)(**settings)

    @property
    def session(self) -> Any:
        return self.client._session

    def resource(self, sync: type[Resource], asynchronous: type[AsyncResource]) -> Any:
        return (asynchronous if self.asynchronous else sync)(self.session)

    def wait(self, result: Any) -> Any:
        """The result, awaited where it has to be."""
        return result if self._runner is None else self._runner.run(_wait(result))

    def send(
        self,
        operation: Operation[Any] = GET,
        values: Sequence[object] = ("1",),
        body: object = OMIT,
        **options: Any,
    ) -> Any:
        values = values if operation.parameters else ()
        given = RequestOptions(**options) if options else None
        return self.wait(self.session.send(operation, values, body, options=given))

    def respond(
        self,
        operation: Operation[Any] = GET,
        values: Sequence[object] = ("1",),
        body: object = OMIT,
    ) -> Any:
        values = values if operation.parameters else ()
        return self.wait(self.session.respond(operation, values, body))

    def stream(self, operation: Operation[Any], *arguments: Any, **given: Any) -> Any:
        kind = AsyncStream if self.asynchronous else Stream
        return self.session.stream(kind, operation, *arguments, **given)

    def download(self, operation: Operation[Any], *arguments: Any, **given: Any) -> Any:
        kind = AsyncDownload if self.asynchronous else Download
        return self.session.stream(kind, operation, *arguments, **given)

    def result(self, value: Any) -> Any:
        """What a method of a body returns, awaited where it is asynchronous."""
        return self.wait(value) if self.asynchronous else value

    def save(self, download: Any, path: Any, **options: Any) -> Any:
        """The number of bytes that were saved."""
        return self.result(download.save(path, **options))

    def collect(self, stream: Any) -> list[Any]:
        """All items of a stream."""
        if self._runner is None:
            return list(stream)
        return self._runner.run(_collect(stream))

    def close(self) -> None:
        """Close the client."""
        if self._runner is None:
            self.client.close()
        else:
            self._runner.run(self.client.close())

    def finish(self) -> None:
        """Close the client and the event loop that runs it."""
        self.close()
        if self._runner is not None:
            self._runner.close()


async def _wait(result: Any) -> Any:
    return await result


async def _collect(stream: Any) -> list[Any]:
    return [item async for item in stream]
