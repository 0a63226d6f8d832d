"""Operations on `raw_request_`."""

from __future__ import annotations

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Empty

LIST_REQUESTS: Operation[None] = Operation(
    "GET",
    "/requests",
    responses={"204": Empty()},
)


class RawRequest(Resource):
    """Operations on `raw_request_`."""

    def list_requests(self, *, options: RequestOptions | None = None) -> None:
        """`GET /requests`

        Example:
            client.raw_request_.list_requests()
        """
        return self._session.send(LIST_REQUESTS, options=options)


class AsyncRawRequest(AsyncResource):
    """`RawRequest` for asynchronous clients."""

    async def list_requests(self, *, options: RequestOptions | None = None) -> None:
        """`GET /requests`, as `RawRequest.list_requests`."""
        return await self._session.send(LIST_REQUESTS, options=options)
