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
G: Operation[None] = Operation(
    "OPTIONS",
    "/a",
    responses={"204": Empty()},
    security=(("digest",),),
)
F: Operation[None] = Operation(
    "HEAD",
    "/a",
    responses={"204": Empty()},
    security=(("user",),),
)
E: Operation[None] = Operation(
    "PATCH",
    "/a",
    responses={"204": Empty()},
    security=(("machine",),),
)
H: Operation[None] = Operation(
    "TRACE",
    "/a",
    responses={"204": Empty()},
    security=((),),
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

    def c(self, *, options: RequestOptions | None = None) -> None:
        """`POST /a`

        Example:
            client.a.c()
        """
        return self._session.send(C, options=options)

    def d(self, *, options: RequestOptions | None = None) -> None:
        """`DELETE /a`

        Example:
            client.a.d()
        """
        return self._session.send(D, options=options)

    def g(self, *, options: RequestOptions | None = None) -> None:
        """`OPTIONS /a`

        Example:
            client.a.g()
        """
        return self._session.send(G, options=options)

    def f(self, *, options: RequestOptions | None = None) -> None:
        """`HEAD /a`

        Example:
            client.a.f()
        """
        return self._session.send(F, options=options)

    def e(self, *, options: RequestOptions | None = None) -> None:
        """`PATCH /a`

        Example:
            client.a.e()
        """
        return self._session.send(E, options=options)

    def h(self, *, options: RequestOptions | None = None) -> None:
        """`TRACE /a`

        Example:
            client.a.h()
        """
        return self._session.send(H, options=options)


class AsyncA(AsyncResource):
    """`A` for asynchronous clients."""

    async def a(self, *, options: RequestOptions | None = None) -> None:
        """`GET /a`, as `A.a`."""
        return await self._session.send(A_, options=options)

    async def b(self, *, options: RequestOptions | None = None) -> None:
        """`PUT /a`, as `A.b`."""
        return await self._session.send(B, options=options)

    async def c(self, *, options: RequestOptions | None = None) -> None:
        """`POST /a`, as `A.c`."""
        return await self._session.send(C, options=options)

    async def d(self, *, options: RequestOptions | None = None) -> None:
        """`DELETE /a`, as `A.d`."""
        return await self._session.send(D, options=options)

    async def g(self, *, options: RequestOptions | None = None) -> None:
        """`OPTIONS /a`, as `A.g`."""
        return await self._session.send(G, options=options)

    async def f(self, *, options: RequestOptions | None = None) -> None:
        """`HEAD /a`, as `A.f`."""
        return await self._session.send(F, options=options)

    async def e(self, *, options: RequestOptions | None = None) -> None:
        """`PATCH /a`, as `A.e`."""
        return await self._session.send(E, options=options)

    async def h(self, *, options: RequestOptions | None = None) -> None:
        """`TRACE /a`, as `A.h`."""
        return await self._session.send(H, options=options)
