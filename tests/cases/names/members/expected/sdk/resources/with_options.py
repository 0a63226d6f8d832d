"""Operations on `with_options_`."""

from __future__ import annotations

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Empty

LIST_OPTIONS: Operation[None] = Operation(
    "GET",
    "/options",
    responses={"204": Empty()},
)


class WithOptions(Resource):
    """Operations on `with_options_`."""

    def list_options(self, *, options: RequestOptions | None = None) -> None:
        """`GET /options`

        Example:
            client.with_options_.list_options()
        """
        return self._session.send(LIST_OPTIONS, options=options)


class AsyncWithOptions(AsyncResource):
    """`WithOptions` for asynchronous clients."""

    async def list_options(self, *, options: RequestOptions | None = None) -> None:
        """`GET /options`, as `WithOptions.list_options`."""
        return await self._session.send(LIST_OPTIONS, options=options)
