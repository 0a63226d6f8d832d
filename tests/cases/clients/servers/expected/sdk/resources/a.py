"""Operations on `a`."""

from __future__ import annotations

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Empty

A_: Operation[None] = Operation(
    "GET",
    "/a",
    responses={"204": Empty()},
)
B: Operation[None] = Operation(
    "PUT",
    "/a",
    responses={"204": Empty()},
    servers=("https://files.example",),
)


class A(Resource):
    """Operations on `a`."""

    def a(self, *, options: RequestOptions | None = None) -> None:
        """`GET /a`

        Example:
            client.a.a()
        """
        return self._session.send(A_, options=options)

    def b(self, *, options: RequestOptions | None = None) -> None:
        """`PUT /a`

        Example:
            client.a.b()
        """
        return self._session.send(B, options=options)


class AsyncA(AsyncResource):
    """`A` for asynchronous clients."""

    async def a(self, *, options: RequestOptions | None = None) -> None:
        """`GET /a`, as `A.a`."""
        return await self._session.send(A_, options=options)

    async def b(self, *, options: RequestOptions | None = None) -> None:
        """`PUT /a`, as `A.b`."""
        return await self._session.send(B, options=options)
