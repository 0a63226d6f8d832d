"""Operations on `bodies`."""

from __future__ import annotations

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.body import JsonBody
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Empty

SEND_BESIDE: Operation[None] = Operation(
    "POST",
    "/beside",
    body=JsonBody(required=False),
    responses={"204": Empty()},
)
SEND_ALL: Operation[None] = Operation(
    "PUT",
    "/all",
    body=JsonBody(),
    responses={"204": Empty()},
)
SEND_PLACED: Operation[None] = Operation(
    "POST",
    "/placed",
    body=JsonBody(),
    responses={"204": Empty()},
)
SEND_NAMED: Operation[None] = Operation(
    "POST",
    "/named",
    body=JsonBody(required=False),
    responses={"204": Empty()},
)
SEND_SIBLING: Operation[None] = Operation(
    "POST",
    "/sibling",
    body=JsonBody(required=False),
    responses={"204": Empty()},
)


class Bodies(Resource):
    """Operations on `bodies`."""

    def send_beside(
        self, *, text: str | Omit = OMIT, options: RequestOptions | None = None
    ) -> None:
        """`POST /beside`

        Args:
            text: Needed when any of the body is given.

        Example:
            client.bodies.send_beside(text="text")
        """
        return self._session.send(SEND_BESIDE, (), {"text": text}, options=options)

    def send_all(self, *, text: str, options: RequestOptions | None = None) -> None:
        """`PUT /all`

        Example:
            client.bodies.send_all(text="text")
        """
        return self._session.send(SEND_ALL, (), {"text": text}, options=options)

    def send_placed(
        self, *, name: str | Omit = OMIT, options: RequestOptions | None = None
    ) -> None:
        """`POST /placed`

        Example:
            client.bodies.send_placed(name="text")
        """
        return self._session.send(SEND_PLACED, (), {"name": name}, options=options)

    def send_named(
        self, *, text: str | Omit = OMIT, options: RequestOptions | None = None
    ) -> None:
        """`POST /named`

        Args:
            text: Needed when any of the body is given.

        Example:
            client.bodies.send_named(text="Hello")
        """
        return self._session.send(SEND_NAMED, (), {"text": text}, options=options)

    def send_sibling(
        self, *, text: str | Omit = OMIT, options: RequestOptions | None = None
    ) -> None:
        """`POST /sibling`

        Args:
            text: Needed when any of the body is given.

        Example:
            client.bodies.send_sibling(text="text")
        """
        return self._session.send(SEND_SIBLING, (), {"text": text}, options=options)


class AsyncBodies(AsyncResource):
    """`Bodies` for asynchronous clients."""

    async def send_beside(
        self, *, text: str | Omit = OMIT, options: RequestOptions | None = None
    ) -> None:
        """`POST /beside`, as `Bodies.send_beside`."""
        return await self._session.send(
            SEND_BESIDE, (), {"text": text}, options=options
        )

    async def send_all(
        self, *, text: str, options: RequestOptions | None = None
    ) -> None:
        """`PUT /all`, as `Bodies.send_all`."""
        return await self._session.send(SEND_ALL, (), {"text": text}, options=options)

    async def send_placed(
        self, *, name: str | Omit = OMIT, options: RequestOptions | None = None
    ) -> None:
        """`POST /placed`, as `Bodies.send_placed`."""
        return await self._session.send(
            SEND_PLACED, (), {"name": name}, options=options
        )

    async def send_named(
        self, *, text: str | Omit = OMIT, options: RequestOptions | None = None
    ) -> None:
        """`POST /named`, as `Bodies.send_named`."""
        return await self._session.send(SEND_NAMED, (), {"text": text}, options=options)

    async def send_sibling(
        self, *, text: str | Omit = OMIT, options: RequestOptions | None = None
    ) -> None:
        """`POST /sibling`, as `Bodies.send_sibling`."""
        return await self._session.send(
            SEND_SIBLING, (), {"text": text}, options=options
        )
