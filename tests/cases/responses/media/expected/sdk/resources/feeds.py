"""Operations on `feeds`."""

from __future__ import annotations

from .._models.feeds import DataEvent, TextEvent
from .._models.shared import A
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.call.stream import AsyncStream, Stream
from .._runtime.operation.operation import Operation
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.event_items import EventStream
from .._runtime.response.sequences import JsonLines

SEQUENCE: Operation[A] = Operation(
    "GET",
    "/sequence",
    responses={"200": JsonLines(A, "application/json-seq")},
)
PLACES: Operation[A] = Operation(
    "GET",
    "/places",
    responses={"200": JsonLines(A, "application/geo+json-seq")},
)
EVENTS: Operation[TextEvent] = Operation(
    "GET",
    "/events",
    responses={"200": EventStream(TextEvent)},
)
OBJECTS: Operation[DataEvent] = Operation(
    "GET",
    "/objects",
    responses={"200": EventStream(DataEvent, parsed=True)},
)


class Feeds(Resource):
    """Operations on `feeds`."""

    def sequence(self, *, options: RequestOptions | None = None) -> Stream[A]:
        """`GET /sequence`

        Returns: Items.

        Example:
            with client.feeds.sequence() as items:
                for item in items:
                    print(item)
        """
        return self._session.stream(Stream, SEQUENCE, options=options)

    def places(self, *, options: RequestOptions | None = None) -> Stream[A]:
        """`GET /places`

        Returns: Items.

        Example:
            with client.feeds.places() as items:
                for item in items:
                    print(item)
        """
        return self._session.stream(Stream, PLACES, options=options)

    def events(self, *, options: RequestOptions | None = None) -> Stream[TextEvent]:
        """`GET /events`

        Returns: Events.

        Example:
            with client.feeds.events() as items:
                for item in items:
                    print(item)
        """
        return self._session.stream(Stream, EVENTS, options=options)

    def objects(self, *, options: RequestOptions | None = None) -> Stream[DataEvent]:
        """`GET /objects`

        Returns: Events.

        Example:
            with client.feeds.objects() as items:
                for item in items:
                    print(item)
        """
        return self._session.stream(Stream, OBJECTS, options=options)


class AsyncFeeds(AsyncResource):
    """`Feeds` for asynchronous clients."""

    async def sequence(
        self, *, options: RequestOptions | None = None
    ) -> AsyncStream[A]:
        """`GET /sequence`, as `Feeds.sequence`."""
        return await self._session.stream(AsyncStream, SEQUENCE, options=options)

    async def places(self, *, options: RequestOptions | None = None) -> AsyncStream[A]:
        """`GET /places`, as `Feeds.places`."""
        return await self._session.stream(AsyncStream, PLACES, options=options)

    async def events(
        self, *, options: RequestOptions | None = None
    ) -> AsyncStream[TextEvent]:
        """`GET /events`, as `Feeds.events`."""
        return await self._session.stream(AsyncStream, EVENTS, options=options)

    async def objects(
        self, *, options: RequestOptions | None = None
    ) -> AsyncStream[DataEvent]:
        """`GET /objects`, as `Feeds.objects`."""
        return await self._session.stream(AsyncStream, OBJECTS, options=options)
