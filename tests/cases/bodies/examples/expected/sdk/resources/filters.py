"""Operations on `filters`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Empty

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

SEARCH: Operation[None] = Operation(
    "POST",
    "/filters",
    body=JsonBody(required=False),
    responses={"204": Empty()},
)


class Filters(Resource):
    """Operations on `filters`."""

    def search(
        self,
        *,
        query: params.SearchRequestQueryParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """Lists of one kind or of another.

        `POST /filters`

        Example:
            client.filters.search(
                query={
                    "operator": "AND",
                    "value": [
                        params.SingleParams(
                            {"field": "age", "operator": ">", "value": "5"},
                        ),
                    ],
                },
            )
        """
        return self._session.send(SEARCH, (), {"query": query}, options=options)


class AsyncFilters(AsyncResource):
    """`Filters` for asynchronous clients."""

    async def search(
        self,
        *,
        query: params.SearchRequestQueryParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """Lists of one kind or of another. `POST /filters`, as `Filters.search`."""
        return await self._session.send(SEARCH, (), {"query": query}, options=options)
