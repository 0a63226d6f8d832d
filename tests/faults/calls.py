"""How the clients call: each function makes one call, and returns what it comes to."""

from __future__ import annotations

import errno
import os
import socket
from typing import TYPE_CHECKING, Any

import pytest
from codec_support import Note as Item
from codec_support import NoteList
from driver import GET, Note, method
from sdk_runtime.paging.pager import PagedOperation
from sdk_runtime.paging.pagination_state import ByCursor, ByLink, ByPage, Paging
from sdk_runtime.request.body import BytesBody, JsonBody
from sdk_runtime.request.parameters import QueryParameter
from sdk_runtime.response.content import Bytes, Empty, Json
from sdk_runtime.response.event_items import EventStream
from sdk_runtime.response.sequences import JsonLines

if TYPE_CHECKING:
    from faults.stage import Stage

POST = method("POST", body=JsonBody())
PUT = method("PUT", body=JsonBody())
UPLOAD = method("POST", body=BytesBody())
HEAD = method("HEAD", responses={"200": Empty()})
NOTHING = method("GET", responses={"200": Json(Note), "204": Empty()})
FILE = method("GET", responses={"200": Bytes()})
LINES = method("GET", responses={"200": JsonLines(Note)})
EVENTS = method("GET", responses={"200": EventStream(Note, data=True)})
ANYTHING = method("GET", responses={"200": Json(Any)})


def get(stage: Stage) -> Any:
    """A GET of a note."""
    return stage.driver.send(GET)


def get_into_reset(stage: Stage) -> Any:
    """A GET whose connection is reset at the moment when it is sent."""

    def reset(sock: socket.socket, *_: object) -> int:
        sock.shutdown(socket.SHUT_RDWR)
        raise ConnectionResetError(errno.ECONNRESET, os.strerror(errno.ECONNRESET))

    # No server can time it; its own sockets send by `sendall`.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "send", reset)
        return get(stage)


def post(stage: Stage) -> Any:
    """A POST."""
    return stage.driver.send(POST, body={"a": 1})


def keyed_post(stage: Stage) -> Any:
    """A POST with an idempotency key."""
    return stage.driver.send(POST, body={"a": 1}, idempotency_key=True)


def put(stage: Stage) -> Any:
    """A PUT."""
    return stage.driver.send(PUT, body={"a": 1})


def upload(stage: Stage) -> Any:
    """A POST of a megabyte."""
    return stage.driver.send(UPLOAD, body=bytes(1_000_000))


def head(stage: Stage) -> Any:
    """A HEAD."""
    return stage.driver.send(HEAD)


def get_or_nothing(stage: Stage) -> Any:
    """A GET whose answer may be empty."""
    return stage.driver.send(NOTHING)


def get_anything(stage: Stage) -> Any:
    """A GET of any JSON."""
    return stage.driver.send(ANYTHING)


def get_bytes(stage: Stage) -> Any:
    """A GET of bytes."""
    return stage.driver.send(FILE)


def three_gets(stage: Stage) -> Any:
    """Three GETs, one after the other."""
    return [stage.driver.send(GET) for _ in range(3)][-1]


def get_and_post(stage: Stage) -> Any:
    """A GET, and then a POST."""
    stage.driver.send(GET)
    stage.settle()
    return post(stage)


def get_and_get(stage: Stage) -> Any:
    """A GET, and another when the server has done what it does."""
    stage.driver.send(GET)
    stage.settle()
    result = stage.driver.send(GET)
    stage.settle()
    return result


def lines(stage: Stage) -> Any:
    """A stream of JSON lines."""
    return _drawn(stage, LINES)


def events(stage: Stage) -> Any:
    """A stream of events."""
    return _drawn(stage, EVENTS)


def download(stage: Stage) -> Any:
    """A download that is read."""
    made = stage.driver.wait(stage.driver.download(FILE, ()))
    return stage.driver.result(made.read())


def save(stage: Stage) -> Any:
    """A download into a file, of which the bytes are given."""
    file = stage.folder / "file"
    stage.driver.save(stage.driver.wait(stage.driver.download(FILE, ())), file)
    content = file.read_bytes()
    file.unlink()
    return content


def one_line(stage: Stage) -> Any:
    """A stream of JSON lines that is closed after the first."""
    stream = stage.driver.wait(stage.driver.stream(LINES, ()))
    if not stage.asynchronous:
        with stream:
            return next(stream)

    async def first() -> Any:
        async with stream:
            return await anext(stream)

    return stage.driver.wait(first())


def slow_reader(stage: Stage) -> Any:
    """A download that is read slowly, beside another call."""
    made = stage.driver.wait(stage.driver.download(FILE, ()))
    stage.driver.send(GET)
    size = 0
    while piece := stage.driver.result(made.read(400_000)):
        size += len(piece)
        stage.settle()
    return size


def dropped(stage: Stage) -> Any:
    """A download that nobody reads or closes, and another call."""
    made = stage.driver.wait(stage.driver.download(FILE, ()))
    with pytest.warns(ResourceWarning):
        del made
    stage.settle()
    return stage.driver.send(GET)


def _drawn(stage: Stage, operation: Any) -> Any:
    stream = stage.driver.wait(stage.driver.stream(operation, ()))
    return stage.draw(stream)


CURSOR = ByCursor(
    items=("data",),
    next=("pages", "next"),
    parameter="after",
)
PAGE = ByPage(items=("data",), parameter="page")
LINK = ByLink(items=("data",))


def by_cursor(stage: Stage) -> Any:
    """A list by cursors."""
    return _listed(stage, CURSOR)


def by_page(stage: Stage) -> Any:
    """A list by numbers of pages."""
    return _listed(stage, PAGE)


def by_link(stage: Stage) -> Any:
    """A list by links."""
    return _listed(stage, LINK)


def _listed(stage: Stage, paging: Paging) -> Any:
    operation = _list_of(paging)
    values = (1,) if operation.parameters else ()
    return stage.draw(stage.driver.session.paginate(operation, values))


def _list_of(paging: Paging) -> PagedOperation[Item, NoteList]:
    return PagedOperation(
        "GET",
        "/notes",
        paging=paging,
        parameters=(QueryParameter("page"),) if isinstance(paging, ByPage) else (),
        responses={"200": Json(NoteList)},
    )


LIST = _list_of(CURSOR)
