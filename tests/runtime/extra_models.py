"""Models in which members are looked for, and the resource that answers with them."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from sdk_runtime.call.client import AsyncResource, Resource
from sdk_runtime.json.model import Maybe, Model, OpenModel, field
from sdk_runtime.json.unions import union
from sdk_runtime.operation.operation import Operation
from sdk_runtime.paging.pager import PagedOperation
from sdk_runtime.paging.pagination_state import ByCursor
from sdk_runtime.response.content import Json
from sdk_runtime.response.sequences import JsonLines


class Author(Model, kw_only=True):
    id: str
    class_: Maybe[str] = field(name="class", default=None)


class Note(Model, kw_only=True):
    id: str
    author: Maybe[Author] = None
    replies: Maybe[list[Note]] = None
    by_name: Maybe[dict[str, Author]] = None
    pair: Maybe[tuple[Author, int]] = None
    pet: Maybe[Pet] = None
    person: Maybe[Person] = None
    shelf: Maybe[Shelf] = None
    anything: Any = None


class Shelf(OpenModel):
    name: str
    best: Maybe[Author] = None
    additional: dict[str, Author] = field(default_factory=dict)


class Cat(Model, kw_only=True, tag_field="kind", tag="cat"):
    kind: ClassVar[Literal["cat"]] = "cat"
    lives: int


class Dog(Model, kw_only=True, tag_field="kind", tag="dog"):
    kind: ClassVar[Literal["dog"]] = "dog"


class Name(Model, kw_only=True):
    first: str
    author: Maybe[Author] = None


class Life(Model, kw_only=True):
    born: int


Pet = Cat | Dog
Person = union("Person", lambda: (Name, Life))


class NoteList(Model, kw_only=True):
    data: list[Note]
    next: str | None = None


ANY: Operation[Any] = Operation("GET", "/any", responses={"200": Json(Note)})
LIST: PagedOperation[Note, NoteList] = PagedOperation(
    "GET",
    "/notes",
    responses={"200": Json(NoteList)},
    paging=ByCursor(items=("data",), next=("next",), parameter="after"),
)
LINES: Operation[Note] = Operation("GET", "/lines", responses={"200": JsonLines(Note)})
FAILS: Operation[Note] = Operation(
    "GET", "/fails", responses={"200": Json(Note)}, errors={"404": Json(Note)}
)


class Notes(Resource):
    def get(self) -> Any:
        return self._session.send(ANY)

    def list(self) -> Any:
        return self._session.paginate(LIST)


class AsyncNotes(AsyncResource):
    async def get(self) -> Any:
        return await self._session.send(ANY)

    def list(self) -> Any:
        return self._session.paginate(LIST)
