"""Operations on `bodies`."""

from __future__ import annotations

from datetime import date
from typing import Literal

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.json.plain_data import UnknownValue
from .._runtime.operation.operation import Operation
from .._runtime.request.body import BytesBody, JsonBody, TextBody
from .._runtime.request.payload import File, FileContent
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Empty

SEND_ID: Operation[None] = Operation(
    "POST",
    "/bodies/id",
    body=TextBody(),
    responses={"204": Empty()},
)
SEND_DAY: Operation[None] = Operation(
    "POST",
    "/bodies/day",
    body=JsonBody(),
    dates=((),),
    responses={"204": Empty()},
)
SEND_WORD: Operation[None] = Operation(
    "POST",
    "/bodies/word",
    body=JsonBody(),
    responses={"204": Empty()},
)
SEND_STATE: Operation[None] = Operation(
    "POST",
    "/bodies/state",
    body=JsonBody(),
    responses={"204": Empty()},
)
SEND_FILE: Operation[None] = Operation(
    "POST",
    "/bodies/file",
    body=BytesBody("*/*"),
    responses={"204": Empty()},
)
SEND_KEY: Operation[None] = Operation(
    "POST",
    "/bodies/key",
    body=BytesBody("*/*", text=True),
    responses={"204": Empty()},
)
SEND_PAGE: Operation[None] = Operation(
    "POST",
    "/bodies/page",
    body=TextBody(),
    responses={"204": Empty()},
)


class Bodies(Resource):
    """Operations on `bodies`."""

    def send_id(
        self, *, body: str | FileContent, options: RequestOptions | None = None
    ) -> None:
        """`POST /bodies/id`

        Args:
            body: The name of a thing. Format `uuid`.

        Example:
            client.bodies.send_id(body="123e4567-e89b-12d3-a456-426614174000")
        """
        return self._session.send(SEND_ID, (), body, options=options)

    def send_day(
        self, *, body: date | str, options: RequestOptions | None = None
    ) -> None:
        """`POST /bodies/day`

        Args:
            body: The request body.

        Example:
            client.bodies.send_day(body="2025-01-31")
        """
        return self._session.send(SEND_DAY, (), body, options=options)

    def send_word(self, *, body: str, options: RequestOptions | None = None) -> None:
        """`POST /bodies/word`

        Args:
            body: The request body.

        Example:
            client.bodies.send_word(body="text")
        """
        return self._session.send(SEND_WORD, (), body, options=options)

    def send_state(
        self,
        *,
        body: Literal["on", "off"] | UnknownValue,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /bodies/state`

        Args:
            body: The request body.

        Example:
            client.bodies.send_state(body="on")
        """
        return self._session.send(SEND_STATE, (), body, options=options)

    def send_file(
        self, *, body: File | FileContent, options: RequestOptions | None = None
    ) -> None:
        """`POST /bodies/file`

        Args:
            body: A file.

        Example:
            client.bodies.send_file(body=b"...")
        """
        return self._session.send(SEND_FILE, (), body, options=options)

    def send_key(
        self, *, body: str | File | FileContent, options: RequestOptions | None = None
    ) -> None:
        """`POST /bodies/key`

        Args:
            body: The request body.

        Example:
            client.bodies.send_key(body=b"...")
        """
        return self._session.send(SEND_KEY, (), body, options=options)

    def send_page(
        self, *, body: str | FileContent, options: RequestOptions | None = None
    ) -> None:
        """`POST /bodies/page`

        Args:
            body: The request body.

        Example:
            client.bodies.send_page(body="text")
        """
        return self._session.send(SEND_PAGE, (), body, options=options)


class AsyncBodies(AsyncResource):
    """`Bodies` for asynchronous clients."""

    async def send_id(
        self, *, body: str | FileContent, options: RequestOptions | None = None
    ) -> None:
        """`POST /bodies/id`, as `Bodies.send_id`."""
        return await self._session.send(SEND_ID, (), body, options=options)

    async def send_day(
        self, *, body: date | str, options: RequestOptions | None = None
    ) -> None:
        """`POST /bodies/day`, as `Bodies.send_day`."""
        return await self._session.send(SEND_DAY, (), body, options=options)

    async def send_word(
        self, *, body: str, options: RequestOptions | None = None
    ) -> None:
        """`POST /bodies/word`, as `Bodies.send_word`."""
        return await self._session.send(SEND_WORD, (), body, options=options)

    async def send_state(
        self,
        *,
        body: Literal["on", "off"] | UnknownValue,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /bodies/state`, as `Bodies.send_state`."""
        return await self._session.send(SEND_STATE, (), body, options=options)

    async def send_file(
        self, *, body: File | FileContent, options: RequestOptions | None = None
    ) -> None:
        """`POST /bodies/file`, as `Bodies.send_file`."""
        return await self._session.send(SEND_FILE, (), body, options=options)

    async def send_key(
        self, *, body: str | File | FileContent, options: RequestOptions | None = None
    ) -> None:
        """`POST /bodies/key`, as `Bodies.send_key`."""
        return await self._session.send(SEND_KEY, (), body, options=options)

    async def send_page(
        self, *, body: str | FileContent, options: RequestOptions | None = None
    ) -> None:
        """`POST /bodies/page`, as `Bodies.send_page`."""
        return await self._session.send(SEND_PAGE, (), body, options=options)
