"""Operations on `answers`."""

from __future__ import annotations

from typing import Any

from .._models.answers import A, B, Problem
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.call.stream import AsyncStream, Stream
from .._runtime.deprecation import deprecated, warns
from .._runtime.operation.operation import Operation
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import ByContentType, Bytes, Empty, Json, TextContent
from .._runtime.response.event_items import EventStream
from .._runtime.response.sequences import JsonLines

SEVERAL: Operation[A | B | None] = Operation(
    "GET",
    "/several",
    responses={"200": Json(A), "202": Json(B), "204": Empty()},
    errors={"409": Json(Problem), "4XX": Json(Problem), "default": Json(Problem)},
)
TYPES: Operation[A | str] = Operation(
    "GET",
    "/types",
    responses={
        "200": ByContentType({"application/json": Json(A), "text/csv": TextContent()})
    },
)
EVENTS: Operation[A] = Operation(
    "GET",
    "/events",
    responses={"200": EventStream(A)},
)
LINES: Operation[B] = Operation(
    "GET",
    "/lines",
    responses={"200": JsonLines(B)},
)
TICKS: Operation[None] = Operation(
    "GET",
    "/ticks",
    responses={"200": JsonLines(None)},
)
REPORT: Operation[bytes] = Operation(
    "GET",
    "/report",
    responses={"200": Bytes("application/json")},
)
NONE: Operation[Any] = Operation(
    "DELETE",
    "/none",
)


class Answers(Resource):
    """Operations on `answers`."""

    @deprecated("`answers.several` is deprecated", category=None)
    @warns()
    def several(self, *, options: RequestOptions | None = None) -> A | B | None:
        """`GET /several`

        Deprecated.

        Returns: A.
        Raises: ConflictError, APIStatusError (`data`: `Problem`).

        Example:
            result = client.answers.several()
        """
        return self._session.send(SEVERAL, options=options)

    def types(self, *, options: RequestOptions | None = None) -> A | str:
        """`GET /types`

        Returns: As asked.

        Example:
            result = client.answers.types()
        """
        return self._session.send(TYPES, options=options)

    def events(self, *, options: RequestOptions | None = None) -> Stream[A]:
        """`GET /events`

        Returns: Events.

        Example:
            with client.answers.events() as items:
                for item in items:
                    print(item)
        """
        return self._session.stream(Stream, EVENTS, options=options)

    def lines(self, *, options: RequestOptions | None = None) -> Stream[B]:
        """`GET /lines`

        Returns: Lines.

        Example:
            with client.answers.lines() as items:
                for item in items:
                    print(item)
        """
        return self._session.stream(Stream, LINES, options=options)

    def ticks(self, *, options: RequestOptions | None = None) -> Stream[None]:
        """`GET /ticks`

        Example:
            client.answers.ticks()
        """
        return self._session.stream(Stream, TICKS, options=options)

    def report(self, *, options: RequestOptions | None = None) -> bytes:
        """`GET /report`

        Returns: A file. `stream(client.answers.report, ...)` takes it as it comes,
        beyond `max_response_bytes`, too.

        Example:
            result = client.answers.report()
        """
        return self._session.send(REPORT, options=options)

    def none(self, *, options: RequestOptions | None = None) -> Any:
        """`DELETE /none`

        Example:
            result = client.answers.none()
        """
        return self._session.send(NONE, options=options)


class AsyncAnswers(AsyncResource):
    """`Answers` for asynchronous clients."""

    @deprecated("`answers.several` is deprecated", category=None)
    @warns()
    async def several(self, *, options: RequestOptions | None = None) -> A | B | None:
        """`GET /several`, as `Answers.several`."""
        return await self._session.send(SEVERAL, options=options)

    async def types(self, *, options: RequestOptions | None = None) -> A | str:
        """`GET /types`, as `Answers.types`."""
        return await self._session.send(TYPES, options=options)

    async def events(self, *, options: RequestOptions | None = None) -> AsyncStream[A]:
        """`GET /events`, as `Answers.events`."""
        return await self._session.stream(AsyncStream, EVENTS, options=options)

    async def lines(self, *, options: RequestOptions | None = None) -> AsyncStream[B]:
        """`GET /lines`, as `Answers.lines`."""
        return await self._session.stream(AsyncStream, LINES, options=options)

    async def ticks(
        self, *, options: RequestOptions | None = None
    ) -> AsyncStream[None]:
        """`GET /ticks`, as `Answers.ticks`."""
        return await self._session.stream(AsyncStream, TICKS, options=options)

    async def report(self, *, options: RequestOptions | None = None) -> bytes:
        """`GET /report`, as `Answers.report`."""
        return await self._session.send(REPORT, options=options)

    async def none(self, *, options: RequestOptions | None = None) -> Any:
        """`DELETE /none`, as `Answers.none`."""
        return await self._session.send(NONE, options=options)
