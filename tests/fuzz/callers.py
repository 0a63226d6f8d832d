"""Clients of both kinds over both transports, and what they make of damaged answers."""

from __future__ import annotations

import asyncio
import logging
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any, Final

from codec_support import (
    NoteList,
)
from fault_server import Connection, FaultServer, Recorded
from faults.behaviour import COLOURS, TRANSPORTS
from faults.calls import CURSOR
from faults.traces import SECRETS, leaks_of_error
from sdk_runtime.auth.security import BearerToken
from sdk_runtime.call.async_download import AsyncDownload
from sdk_runtime.call.client import AsyncClient, SyncClient
from sdk_runtime.call.download import Download
from sdk_runtime.call.stream import AsyncStream, Stream
from sdk_runtime.errors import APIError
from sdk_runtime.operation.operation import Operation
from sdk_runtime.paging.pager import PagedOperation
from sdk_runtime.response.content import Bytes, Json
from sdk_runtime.response.event_items import EventStream
from sdk_runtime.response.sequences import JsonLines

from fuzz.answers import Answer

DEADLINE: Final = 1.0
# A call that takes longer than its deadline by this hangs, on a machine that does much else.
_LATE: Final = 10.0


def _operation(answer: Answer) -> Operation[Any]:
    contents: dict[str, Callable[[], Any]] = {
        "json": lambda: Json(answer.kind),
        "list": lambda: Json(NoteList),
        "lines": lambda: JsonLines(answer.kind),
        "events": lambda: EventStream(answer.kind, data=True),
        "bytes": Bytes,
    }
    given: Any = {"responses": {"200": contents[answer.shape]()}, "errors": {}}
    if answer.shape == "list":
        return PagedOperation("GET", "/notes", paging=CURSOR, **given)
    return Operation("GET", "/notes", **given)


def _call(session: Any, answer: Answer) -> None:
    operation = _operation(answer)
    match answer.shape:
        case "list":
            for _ in session.paginate(operation, (), 5):
                pass
        case "lines" | "events":
            with session.stream(Stream, operation, ()) as stream:
                for _ in stream:
                    pass
        case "bytes":
            with session.stream(Download, operation, ()) as body:
                body.read()
        case _:
            session.send(operation, ())


async def _call_async(session: Any, answer: Answer) -> None:
    operation = _operation(answer)
    match answer.shape:
        case "list":
            async for _ in session.paginate(operation, (), 5):
                pass
        case "lines" | "events":
            async with await session.stream(AsyncStream, operation, ()) as stream:
                async for _ in stream:
                    pass
        case "bytes":
            async with await session.stream(AsyncDownload, operation, ()) as body:
                await body.read()
        case _:
            await session.send(operation, ())


class Clients:
    """A server, and a client of each kind over each transport.

    Args:
        server: The server.
    """

    def __init__(self, server: FaultServer) -> None:
        given: dict[str, Any] = {
            "base_url": server.url,
            "credentials": {"b": BearerToken(SECRETS[0])},
            "security": (("b",),),
            "timeout": 0.4,
            "deadline": DEADLINE,
            "max_retries": 1,
            "max_response_bytes": 1_000_000,
            "random": lambda: 0.0,
        }
        kinds: dict[str, Any] = {"sync": SyncClient, "async": AsyncClient}
        self._server = server
        self._runner = asyncio.Runner()
        self._clients = {
            (colour, name): kinds[colour](transport=name, **given)
            for colour in COLOURS
            for name in TRANSPORTS
        }

    def examine(self, answer: Answer) -> tuple[str, list[str]]:
        """What the first client makes of it, and what is wrong with that of any of them."""

        def step(connection: Connection, request: Recorded) -> bool:
            connection.write(answer.data)
            return answer.keep

        self._server.default = step
        self._server.requests.clear()
        outcomes, wrong = list[str](), list[str]()
        for (colour, name), client in self._clients.items():
            began, error = time.monotonic(), self._outcome(colour, client, answer)
            outcomes.append("a result" if error is None else type(error).__name__)
            where = f"{name}, {colour}"
            if error is not None and not isinstance(error, APIError):
                lines = traceback.format_exception(error, limit=-5)
                wrong.append(f"{where}: not one of ours\n{''.join(lines)}")
            if isinstance(error, APIError):
                wrong += [
                    f"{where}: a credential in {one}" for one in leaks_of_error(error)
                ]
            if time.monotonic() - began > DEADLINE + _LATE:
                wrong.append(f"{where}: it took {time.monotonic() - began:.1f} s")
        return outcomes[0], wrong

    def _outcome(self, colour: str, client: Any, answer: Answer) -> Exception | None:
        session = client.__session__()
        try:
            if colour == "sync":
                _call(session, answer)
            else:
                self._runner.run(_call_async(session, answer))
        except Exception as error:
            return error
        return None

    def close(self) -> None:
        """Close all of them."""
        for (colour, _), client in self._clients.items():
            if colour == "sync":
                client.close()
            else:
                self._runner.run(client.close())
        self._runner.close()


@contextmanager
def clients() -> Iterator[Clients]:
    """A server and its clients, which log nothing."""
    logger = logging.getLogger("sdk_runtime")
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        with FaultServer() as server, closing(Clients(server)) as made:
            yield made
    finally:
        logger.setLevel(before)
