"""Operations on `a`."""

from __future__ import annotations

from .._runtime.content import Empty
from .._runtime.operation import Operation
from .._runtime.options import RequestOptions
from .._runtime.resource import AsyncResource, Resource

A_: Operation[None] = Operation(
    "GET",
    "/a",
    responses={"204": Empty()},
)
B: Operation[None] = Operation(
    "PUT",
    "/a",
    responses={"204": Empty()},
    security=(),
)
C: Operation[None] = Operation(
    "POST",
    "/a",
    responses={"204": Empty()},
    security=(("machine",), ()),
)
D: Operation[None] = Operation(
    "DELETE",
    "/a",
    responses={"204": Empty()},
    security=(("second",), ()),
    servers=("https://files.example",),
)


class A(Resource):
    """Operations on `a`."""

    def a(self, *, options: RequestOptions | None = None) -> None:
        """`GET /a`

        Example:
            client.a.a()
        """
        self._session.send(A_, options=options)

    def b(self, *, options: RequestOptions | None = None) -> None:
        """`PUT /a`

        Example:
            client.a.b()
        """
        self._session.send(B, options=options)

    def c(self, *, options: RequestOptions | None = None) -> None:
        """`POST /a`

        Example:
            client.a.c()
        """
        self._session.send(C, options=options)

    def d(self, *, options: RequestOptions | None = None) -> None:
        """`DELETE /a`

        Example:
            client.a.d()
        """
        self._session.send(D, options=options)


class AsyncA(AsyncResource):
    """`A` for asynchronous clients."""

    async def a(self, *, options: RequestOptions | None = None) -> None:
        """`GET /a`, as `A.a`."""
        await self._session.send(A_, options=options)

    async def b(self, *, options: RequestOptions | None = None) -> None:
        """`PUT /a`, as `A.b`."""
        await self._session.send(B, options=options)

    async def c(self, *, options: RequestOptions | None = None) -> None:
        """`POST /a`, as `A.c`."""
        await self._session.send(C, options=options)

    async def d(self, *, options: RequestOptions | None = None) -> None:
        """`DELETE /a`, as `A.d`."""
        await self._session.send(D, options=options)
