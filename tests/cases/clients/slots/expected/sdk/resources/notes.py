"""Operations on `notes`."""

from __future__ import annotations

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.json.plain_data import SequenceNotStr
from .._runtime.operation.operation import Operation
from .._runtime.request.parameters import PathParameter, QueryParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Empty

GET: Operation[None] = Operation(
    "GET",
    "/notes/{id}",
    parameters=(PathParameter("id"), QueryParameter("page")),
    responses={"204": Empty()},
)
LIST: Operation[None] = Operation(
    "GET",
    "/tags/{names}/notes/{id:[0-9]+}",
    parameters=(PathParameter("names"), PathParameter("id:[0-9]+")),
    lists=((0,),),
    responses={"204": Empty()},
)
GET_BOTH: Operation[None] = Operation(
    "GET",
    "/both/{id}",
    parameters=(PathParameter("id"), QueryParameter("id")),
    responses={"204": Empty()},
)


class Notes(Resource):
    """Operations on `notes`."""

    def get(
        self,
        id: str | int,
        *,
        page: int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`GET /notes/{id}`

        Args:
            id: Which note.

        Example:
            client.notes.get(1)
        """
        return self._session.send(GET, (id, page), options=options)

    def list(
        self,
        names: SequenceNotStr[str],
        id: str | int,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """`GET /tags/{names}/notes/{id:[0-9]+}`

        Args:
            id: `id:[0-9]+` in the path.

        Example:
            client.notes.list(["text"], 1)
        """
        return self._session.send(LIST, (names, id), options=options)

    def get_both(
        self,
        id: str | int,
        *,
        query_id: int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`GET /both/{id}`

        Args:
            query_id: `id` in the query.

        Example:
            client.notes.get_both("text")
        """
        return self._session.send(GET_BOTH, (id, query_id), options=options)


class AsyncNotes(AsyncResource):
    """`Notes` for asynchronous clients."""

    async def get(
        self,
        id: str | int,
        *,
        page: int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`GET /notes/{id}`, as `Notes.get`."""
        return await self._session.send(GET, (id, page), options=options)

    async def list(
        self,
        names: SequenceNotStr[str],
        id: str | int,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """`GET /tags/{names}/notes/{id:[0-9]+}`, as `Notes.list`."""
        return await self._session.send(LIST, (names, id), options=options)

    async def get_both(
        self,
        id: str | int,
        *,
        query_id: int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`GET /both/{id}`, as `Notes.get_both`."""
        return await self._session.send(GET_BOTH, (id, query_id), options=options)
