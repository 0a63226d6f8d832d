"""Operations on `headers`."""

from __future__ import annotations

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Empty

LIST: Operation[None] = Operation(
    "GET",
    "/headers",
    responses={"204": Empty()},
)


class Headers(Resource):
    """Operations on `headers`."""

    def list(self, *, options: RequestOptions | None = None) -> None:
        """`GET /headers`

        Example:
            client.headers.list()
        """
        return self._session.send(LIST, options=options)


class AsyncHeaders(AsyncResource):
    """`Headers` for asynchronous clients."""

    async def list(self, *, options: RequestOptions | None = None) -> None:
        """`GET /headers`, as `Headers.list`."""
        return await self._session.send(LIST, options=options)
