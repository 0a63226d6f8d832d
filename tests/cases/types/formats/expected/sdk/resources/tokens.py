"""Operations on `tokens`."""

from __future__ import annotations

from uuid import UUID

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import JsonOrText

GET: Operation[UUID] = Operation(
    "GET",
    "/token",
    responses={"200": JsonOrText(UUID)},
)


class Tokens(Resource):
    """Operations on `tokens`."""

    def get(self, *, options: RequestOptions | None = None) -> UUID:
        """`GET /token`

        Returns: A token, as whatever the server likes.

        Example:
            result = client.tokens.get()
        """
        return self._session.send(GET, options=options)


class AsyncTokens(AsyncResource):
    """`Tokens` for asynchronous clients."""

    async def get(self, *, options: RequestOptions | None = None) -> UUID:
        """`GET /token`, as `Tokens.get`."""
        return await self._session.send(GET, options=options)
