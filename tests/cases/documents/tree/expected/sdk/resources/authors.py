"""Operations on `authors`."""

from __future__ import annotations

from .._models.shared import Book, Problem
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.parameters import PathParameter
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Json

GET: Operation[list[Book]] = Operation(
    "GET",
    "/authors/{id}",
    parameters=(PathParameter("id"),),
    responses={"200": Json(list[Book])},
    errors={"404": Json(Problem)},
)


class Authors(Resource):
    """Operations on `authors`."""

    def get(
        self, id: str | int, *, options: RequestOptions | None = None
    ) -> list[Book]:
        """`GET /authors/{id}`

        Returns: The books.
        Raises: NotFoundError (`data`: `Problem`).

        Example:
            item = client.authors.get(1)
        """
        return self._session.send(GET, (id,), options=options)


class AsyncAuthors(AsyncResource):
    """`Authors` for asynchronous clients."""

    async def get(
        self, id: str | int, *, options: RequestOptions | None = None
    ) -> list[Book]:
        """`GET /authors/{id}`, as `Authors.get`."""
        return await self._session.send(GET, (id,), options=options)
