"""Operations on `streams`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._models.streams import Pet
from .._runtime.content import EventStream
from .._runtime.events import ServerSentEvent
from .._runtime.operation import Operation
from .._runtime.options import RequestOptions
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._runtime.async_stream import AsyncStream
    from .._runtime.stream import Stream

PETS: Operation[Pet] = Operation(
    "GET",
    "/pets",
    responses={"200": EventStream(Pet, data=True)},
)
WORDS: Operation[ServerSentEvent] = Operation(
    "GET",
    "/words",
    responses={"200": EventStream(ServerSentEvent)},
)
TICKS: Operation[ServerSentEvent] = Operation(
    "GET",
    "/ticks",
    responses={"200": EventStream(ServerSentEvent)},
)


class Streams(Resource):
    """Operations on `streams`."""

    def pets(self, *, options: RequestOptions | None = None) -> Stream[Pet]:
        """`GET /pets`

        Returns: Pets as they come.

        Example:
            client.streams.pets()
        """
        return self._session.stream(PETS, options=options)

    def words(
        self, *, options: RequestOptions | None = None
    ) -> Stream[ServerSentEvent]:
        """`GET /words`

        Returns: Words.

        Example:
            client.streams.words()
        """
        return self._session.stream(WORDS, options=options)

    def ticks(
        self, *, options: RequestOptions | None = None
    ) -> Stream[ServerSentEvent]:
        """`GET /ticks`

        Returns: Ticks.

        Example:
            client.streams.ticks()
        """
        return self._session.stream(TICKS, options=options)


class AsyncStreams(AsyncResource):
    """`Streams` for asynchronous clients."""

    async def pets(self, *, options: RequestOptions | None = None) -> AsyncStream[Pet]:
        """`GET /pets`, as `Streams.pets`."""
        return await self._session.stream(PETS, options=options)

    async def words(
        self, *, options: RequestOptions | None = None
    ) -> AsyncStream[ServerSentEvent]:
        """`GET /words`, as `Streams.words`."""
        return await self._session.stream(WORDS, options=options)

    async def ticks(
        self, *, options: RequestOptions | None = None
    ) -> AsyncStream[ServerSentEvent]:
        """`GET /ticks`, as `Streams.ticks`."""
        return await self._session.stream(TICKS, options=options)
