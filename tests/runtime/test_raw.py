"""Whole responses and downloads from the methods that generated resources have."""

from __future__ import annotations

import builtins
import pickle
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from driver import GET, Driver, FakeTime, Note
from fault_server import FaultServer, reply
from sdk_runtime.call.async_session import AsyncSession
from sdk_runtime.call.client import AsyncResource, Resource
from sdk_runtime.call.raw import raw, stream
from sdk_runtime.call.session import Session
from sdk_runtime.call.stream import AsyncStream, Stream
from sdk_runtime.errors import APIError, ArgumentError, NotFoundError
from sdk_runtime.operation.operation import Operation
from sdk_runtime.paging.pager import AsyncPager, PagedOperation, Pager
from sdk_runtime.paging.pagination_state import ByCursor
from sdk_runtime.request.parameters import QueryParameter
from sdk_runtime.request.request_options import OMIT, Omit, RequestOptions
from sdk_runtime.response.content import Bytes, Json
from sdk_runtime.response.event_items import EventStream

Connect = Callable[..., Driver]


class Pages(msgspec.Struct):
    next: str | None = None


class NoteList(msgspec.Struct):
    data: list[Note]
    pages: Pages | None = None


LIST: PagedOperation[Note, NoteList] = PagedOperation(
    "GET",
    "/notes",
    parameters=(QueryParameter("per_page"),),
    responses={"200": Json(NoteList)},
    paging=ByCursor(items=("data",), next=("pages", "next"), parameter="after"),
)
FILE: Operation[bytes] = Operation("GET", "/file", responses={"200": Bytes()})
WATCH: Operation[Note] = Operation(
    "GET", "/watch", responses={"200": EventStream(Note, data=True)}
)


class Notes(Resource):
    """What a generated resource looks like."""

    def list(
        self,
        per_page: int | Omit = OMIT,
        *,
        max_items: int | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Note, NoteList]:
        return self._session.paginate(
            LIST, (per_page,), max_items=max_items, options=options
        )

    def retrieve(self, note_id: str, *, options: RequestOptions | None = None) -> Note:
        return self._session.send(GET, (note_id,), options=options)

    def download(self) -> bytes:
        return self._session.send(FILE)

    def watch(self) -> Stream[Note]:
        return self._session.stream(Stream, WATCH)


class AsyncNotes(AsyncResource):
    """The same, to be awaited."""

    def list(
        self,
        per_page: int | Omit = OMIT,
        *,
        max_items: int | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Note, NoteList]:
        return self._session.paginate(
            LIST, (per_page,), max_items=max_items, options=options
        )

    async def retrieve(
        self, note_id: str, *, options: RequestOptions | None = None
    ) -> Note:
        return await self._session.send(GET, (note_id,), options=options)

    async def download(self) -> bytes:
        return await self._session.send(FILE)

    async def watch(self) -> Any:
        return await self._session.stream(AsyncStream, WATCH)


def page(names: builtins.list[str], after: str | None = None) -> bytes:
    notes = [Note(name, name) for name in names]
    return msgspec.json.encode(NoteList(notes, Pages(after)))


def test_raw(connect: Connect, server: FaultServer) -> None:
    driver = connect()
    notes = driver.resource(Notes, AsyncNotes)
    server.then(reply(200, headers={"X-Request-Id": "r1"}))
    response = driver.wait(raw(notes.retrieve, "1"))
    assert response.data == Note("1", "Ann")
    assert (response.request_id, response.path) == ("r1", "/notes/1")
    assert driver.wait(notes.retrieve("2")) == Note("1", "Ann")


def test_raw_raises_as_the_method_does(connect: Connect, server: FaultServer) -> None:
    driver = connect()
    notes = driver.resource(Notes, AsyncNotes)
    server.then(reply(404))
    with pytest.raises(NotFoundError):
        driver.wait(raw(notes.retrieve, "1", options=RequestOptions(max_retries=0)))


def test_raw_of_a_list_is_its_first_page(connect: Connect, server: FaultServer) -> None:
    driver = connect()
    notes = driver.resource(Notes, AsyncNotes)
    server.then(reply(200, page(["a", "b"], "c2")))
    response = driver.wait(raw(notes.list, 2))
    assert response.status == 200
    assert [note.name for note in response.data.data] == ["a", "b"]
    assert response.next_cursor == "c2"
    assert server.requests[0].target == "/notes?per_page=2"
    assert len(server.requests) == 1


def test_lists(connect: Connect, server: FaultServer) -> None:
    driver = connect(time=FakeTime())
    notes = driver.resource(Notes, AsyncNotes)
    second = f"{server.url}/notes?after=x&per_page=2"
    server.then(
        reply(200, page(["a", "b"], "c2")),
        reply(500),
        reply(200, page([], second)),
        reply(200, page(["c"])),
    )
    names = [note.name for note in driver.collect(notes.list(2))]
    assert names == ["a", "b", "c"]
    assert [request.target for request in server.requests] == [
        "/notes?per_page=2",
        "/notes?per_page=2&after=c2",
        "/notes?per_page=2&after=c2",
        "/notes?after=x&per_page=2",
    ]


def test_a_link_elsewhere_is_refused(connect: Connect, server: FaultServer) -> None:
    driver = connect()
    notes = driver.resource(Notes, AsyncNotes)
    server.then(reply(200, page(["a"], "https://evil.example/notes?after=1")))
    with pytest.raises(APIError):
        driver.collect(notes.list())
    assert len(server.requests) == 1


def test_downloads(connect: Connect, server: FaultServer) -> None:
    driver = connect()
    notes = driver.resource(Notes, AsyncNotes)
    server.default = reply(200, b"bytes", content_type="image/png")
    assert driver.wait(notes.download()) == b"bytes"
    body = driver.wait(stream(notes.download))
    assert (body.status, driver.collect(body)) == (200, [b"bytes"])


def test_streams_through_raw(connect: Connect, server: FaultServer) -> None:
    driver = connect()
    notes = driver.resource(Notes, AsyncNotes)
    server.default = reply(200, b'data: {"id":"1","name":"A"}\n\n')
    for watch in (notes.watch, lambda: raw(notes.watch)):
        assert driver.collect(driver.wait(watch())) == [Note("1", "A")]


@pytest.mark.parametrize("thing", [print, len, object(), Note("1", "a").__repr__])
def test_what_is_no_method_of_a_client(thing: Any) -> None:
    with pytest.raises(ArgumentError):
        raw(thing)
    with pytest.raises(ArgumentError):
        stream(thing)


def test_a_list_is_no_download(connect: Connect, server: FaultServer) -> None:
    notes = connect().resource(Notes, AsyncNotes)
    with pytest.raises(ArgumentError):
        stream(notes.list)


def test_resources_show_and_give_away_nothing(
    connect: Connect, server: FaultServer
) -> None:
    driver = connect()
    notes = driver.resource(Notes, AsyncNotes)
    assert repr(notes) == f"<{type(notes).__name__} of {server.url}>"
    assert isinstance(driver.session, Session | AsyncSession)
    with pytest.raises(TypeError):
        pickle.dumps(notes)
