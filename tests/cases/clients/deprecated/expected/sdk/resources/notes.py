"""Operations on `notes`."""

# Of what is deprecated the package names its own.
# mypy: disable-error-code="deprecated"
# pyright: reportDeprecated=false

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._models.notes import Box, ListNotesResponse, Note
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.deprecation import deprecated, warns
from .._runtime.json.plain_data import UnknownValue
from .._runtime.operation.operation import Operation
from .._runtime.paging.pager import AsyncPager, ByCursor, PagedOperation, Pager
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.parameters import HeaderParameter, PathParameter, QueryParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Json

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

LIST: PagedOperation[Note, ListNotesResponse] = PagedOperation(
    "GET",
    "/notes",
    parameters=(QueryParameter("old"), QueryParameter("mode")),
    responses={"200": Json(ListNotesResponse)},
    paging=ByCursor(("data",), next=("next",), parameter="after"),
)
CREATE: Operation[Note] = Operation(
    "POST",
    "/notes",
    parameters=(HeaderParameter("X-Old"),),
    body=JsonBody(),
    responses={"200": Json(Note)},
)
GET: Operation[Note] = Operation(
    "GET",
    "/notes/{id}/{part}",
    parameters=(PathParameter("id"), PathParameter("part")),
    responses={"200": Json(Note)},
)


class Notes(Resource):
    """Operations on `notes`."""

    @deprecated("`notes.list` is deprecated", category=None)
    @warns("old", "mode")
    def list(
        self,
        *,
        old: str | Omit = OMIT,
        mode: Literal["all"] | UnknownValue = "all",
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Note, ListNotesResponse]:
        """`GET /notes`

        Deprecated.

        Args:
            old: Deprecated.
            mode: Deprecated.
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: The notes.

        Example:
            for note in client.notes.list():
                print(note.id)
        """
        return self._session.paginate(LIST, (old, mode), max_items, cursor, options)

    @warns("x_old", "color", "box")
    def create(
        self,
        *,
        text: str,
        x_old: str | Omit = OMIT,
        color: str | Omit = OMIT,
        box: Box | params.BoxParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Note:
        """`POST /notes`

        Args:
            x_old: Deprecated.
            color: Deprecated.
            box: Deprecated.

        Returns: The note.

        Example:
            note = client.notes.create(text="text")
        """
        return self._session.send(
            CREATE,
            (x_old,),
            {"text": text, "color": color, "box": box},
            options=options,
        )

    @warns("part")
    def get(
        self, id: str | int, part: str | int, *, options: RequestOptions | None = None
    ) -> Note:
        """`GET /notes/{id}/{part}`

        Args:
            part: Deprecated.

        Returns: The note.

        Example:
            note = client.notes.get("text", "text")
        """
        return self._session.send(GET, (id, part), options=options)


class AsyncNotes(AsyncResource):
    """`Notes` for asynchronous clients."""

    @deprecated("`notes.list` is deprecated", category=None)
    @warns("old", "mode")
    def list(
        self,
        *,
        old: str | Omit = OMIT,
        mode: Literal["all"] | UnknownValue = "all",
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Note, ListNotesResponse]:
        """`GET /notes`, as `Notes.list`."""
        return self._session.paginate(LIST, (old, mode), max_items, cursor, options)

    @warns("x_old", "color", "box")
    async def create(
        self,
        *,
        text: str,
        x_old: str | Omit = OMIT,
        color: str | Omit = OMIT,
        box: Box | params.BoxParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Note:
        """`POST /notes`, as `Notes.create`."""
        return await self._session.send(
            CREATE,
            (x_old,),
            {"text": text, "color": color, "box": box},
            options=options,
        )

    @warns("part")
    async def get(
        self, id: str | int, part: str | int, *, options: RequestOptions | None = None
    ) -> Note:
        """`GET /notes/{id}/{part}`, as `Notes.get`."""
        return await self._session.send(GET, (id, part), options=options)
