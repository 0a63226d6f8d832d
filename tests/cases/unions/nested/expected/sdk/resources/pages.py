"""Operations on `pages`."""

from __future__ import annotations

from .._models.pages import Page
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Json

RETRIEVE: Operation[Page] = Operation(
    "GET",
    "/page",
    responses={"200": Json(Page)},
)


class Pages(Resource):
    """Operations on `pages`."""

    def retrieve(self, *, options: RequestOptions | None = None) -> Page:
        """`GET /page`

        Returns: One of each.
        Raises: APIStatusError.

        Example:
            page = client.pages.retrieve()
        """
        return self._session.send(RETRIEVE, options=options)


class AsyncPages(AsyncResource):
    """`Pages` for asynchronous clients."""

    async def retrieve(self, *, options: RequestOptions | None = None) -> Page:
        """`GET /page`, as `Pages.retrieve`."""
        return await self._session.send(RETRIEVE, options=options)
