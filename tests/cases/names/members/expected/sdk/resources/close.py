"""Operations on `close_`."""

from __future__ import annotations

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Empty

LIST_CLOSED: Operation[None] = Operation(
    "GET",
    "/closed",
    responses={"204": Empty()},
)


class Close(Resource):
    """Operations on `close_`."""

    def list_closed(self, *, options: RequestOptions | None = None) -> None:
        """`GET /closed`

        Example:
            client.close_.list_closed()
        """
        return self._session.send(LIST_CLOSED, options=options)


class AsyncClose(AsyncResource):
    """`Close` for asynchronous clients."""

    async def list_closed(self, *, options: RequestOptions | None = None) -> None:
        """`GET /closed`, as `Close.list_closed`."""
        return await self._session.send(LIST_CLOSED, options=options)
