"""Operations on `streams`."""

from __future__ import annotations

from .._models.streams import Pet
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.call.stream import AsyncStream, Stream
from .._runtime.operation.operation import Operation
from .._runtime.request.body import JsonBody
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Json
from .._runtime.response.event_items import EventStream
from .._runtime.response.events import ServerSentEvent
from .._runtime.response.sequences import JsonLines

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
CHAT: Operation[Pet] = Operation(
    "POST",
    "/chats",
    body=JsonBody(),
    responses={"200": Json(Pet)},
)
CHAT_STREAM: Operation[Pet] = Operation(
    "POST",
    "/chats",
    body=JsonBody(),
    responses={"200": EventStream(Pet, data=True)},
)
CONVERSE: Operation[Pet] = Operation(
    "POST",
    "/chats",
    body=JsonBody(),
    responses={"200": EventStream(Pet, data=True)},
)
ANSWER: Operation[Pet] = Operation(
    "POST",
    "/chats",
    body=JsonBody(),
    responses={"200": Json(Pet)},
)
EXPORT: Operation[list[Pet]] = Operation(
    "GET",
    "/exports",
    responses={"200": Json(list[Pet])},
)
EXPORT_STREAM: Operation[Pet] = Operation(
    "GET",
    "/exports",
    responses={"200": JsonLines(Pet, "application/x-ndjson")},
)


class Streams(Resource):
    """Operations on `streams`."""

    def pets(self, *, options: RequestOptions | None = None) -> Stream[Pet]:
        """`GET /pets`

        Returns: Pets as they come.

        Example:
            with client.streams.pets() as items:
                for item in items:
                    print(item)
        """
        return self._session.stream(Stream, PETS, options=options)

    def words(
        self, *, options: RequestOptions | None = None
    ) -> Stream[ServerSentEvent]:
        """`GET /words`

        Returns: Words.

        Example:
            with client.streams.words() as items:
                for item in items:
                    print(item)
        """
        return self._session.stream(Stream, WORDS, options=options)

    def ticks(
        self, *, options: RequestOptions | None = None
    ) -> Stream[ServerSentEvent]:
        """`GET /ticks`

        Returns: Ticks.

        Example:
            with client.streams.ticks() as items:
                for item in items:
                    print(item)
        """
        return self._session.stream(Stream, TICKS, options=options)

    def chat(self, *, model: str, options: RequestOptions | None = None) -> Pet:
        """`POST /chats`

        `converse`, `answer` fix members of the body.

        Answers with `application/json`; `chat_stream` answers with a stream,
        `text/event-stream`.

        Returns: The answer.

        Example:
            pet = client.streams.chat(model="text")
        """
        return self._session.send(
            CHAT, (), {"model": model, "stream": False}, options=options
        )

    def chat_stream(
        self, *, model: str, options: RequestOptions | None = None
    ) -> Stream[Pet]:
        """`POST /chats`

        `converse`, `answer` fix members of the body.

        Answers with a stream, `text/event-stream`; `chat` answers with
        `application/json`.

        Returns: The answer.

        Example:
            with client.streams.chat_stream(model="text") as items:
                for item in items:
                    print(item)
        """
        return self._session.stream(
            Stream, CHAT_STREAM, (), {"model": model, "stream": True}, options=options
        )

    def converse(
        self, *, model: str, options: RequestOptions | None = None
    ) -> Stream[Pet]:
        """`POST /chats`

        Sends `stream=True` in the body.

        Returns: The answer.

        Example:
            with client.streams.converse(model="text") as items:
                for item in items:
                    print(item)
        """
        return self._session.stream(
            Stream, CONVERSE, (), {"model": model, "stream": True}, options=options
        )

    def answer(self, *, model: str, options: RequestOptions | None = None) -> Pet:
        """`POST /chats`

        Sends `stream=False` in the body.

        Returns: The answer.

        Example:
            pet = client.streams.answer(model="text")
        """
        return self._session.send(
            ANSWER, (), {"model": model, "stream": False}, options=options
        )

    def export(self, *, options: RequestOptions | None = None) -> list[Pet]:
        """`GET /exports`

        Answers with `application/json`; `export_stream` answers with a stream,
        `application/x-ndjson`.

        Returns: All pets.

        Example:
            item = client.streams.export()
        """
        return self._session.send(EXPORT, options=options)

    def export_stream(self, *, options: RequestOptions | None = None) -> Stream[Pet]:
        """`GET /exports`

        Answers with a stream, `application/x-ndjson`; `export` answers with
        `application/json`.

        Returns: All pets.

        Example:
            with client.streams.export_stream() as items:
                for item in items:
                    print(item)
        """
        return self._session.stream(Stream, EXPORT_STREAM, options=options)


class AsyncStreams(AsyncResource):
    """`Streams` for asynchronous clients."""

    async def pets(self, *, options: RequestOptions | None = None) -> AsyncStream[Pet]:
        """`GET /pets`, as `Streams.pets`."""
        return await self._session.stream(AsyncStream, PETS, options=options)

    async def words(
        self, *, options: RequestOptions | None = None
    ) -> AsyncStream[ServerSentEvent]:
        """`GET /words`, as `Streams.words`."""
        return await self._session.stream(AsyncStream, WORDS, options=options)

    async def ticks(
        self, *, options: RequestOptions | None = None
    ) -> AsyncStream[ServerSentEvent]:
        """`GET /ticks`, as `Streams.ticks`."""
        return await self._session.stream(AsyncStream, TICKS, options=options)

    async def chat(self, *, model: str, options: RequestOptions | None = None) -> Pet:
        """`POST /chats`, as `Streams.chat`."""
        return await self._session.send(
            CHAT, (), {"model": model, "stream": False}, options=options
        )

    async def chat_stream(
        self, *, model: str, options: RequestOptions | None = None
    ) -> AsyncStream[Pet]:
        """`POST /chats`, as `Streams.chat_stream`."""
        return await self._session.stream(
            AsyncStream,
            CHAT_STREAM,
            (),
            {"model": model, "stream": True},
            options=options,
        )

    async def converse(
        self, *, model: str, options: RequestOptions | None = None
    ) -> AsyncStream[Pet]:
        """`POST /chats`, as `Streams.converse`."""
        return await self._session.stream(
            AsyncStream, CONVERSE, (), {"model": model, "stream": True}, options=options
        )

    async def answer(self, *, model: str, options: RequestOptions | None = None) -> Pet:
        """`POST /chats`, as `Streams.answer`."""
        return await self._session.send(
            ANSWER, (), {"model": model, "stream": False}, options=options
        )

    async def export(self, *, options: RequestOptions | None = None) -> list[Pet]:
        """`GET /exports`, as `Streams.export`."""
        return await self._session.send(EXPORT, options=options)

    async def export_stream(
        self, *, options: RequestOptions | None = None
    ) -> AsyncStream[Pet]:
        """`GET /exports`, as `Streams.export_stream`."""
        return await self._session.stream(AsyncStream, EXPORT_STREAM, options=options)
