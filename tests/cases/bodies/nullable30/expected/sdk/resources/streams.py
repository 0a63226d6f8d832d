"""Operations on `streams`."""

from __future__ import annotations

from .._models.shared import Note
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.call.stream import AsyncStream, Stream
from .._runtime.operation.operation import Operation
from .._runtime.request.body import JsonBody
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Json
from .._runtime.response.event_items import EventStream

ASK: Operation[Note] = Operation(
    "POST",
    "/stream",
    body=JsonBody(required=False),
    responses={"200": Json(Note)},
)
ASK_STREAM: Operation[Note] = Operation(
    "POST",
    "/stream",
    body=JsonBody(required=False),
    responses={"200": EventStream(Note, data=True)},
)


class Streams(Resource):
    """Operations on `streams`."""

    def ask(
        self, *, text: str | Omit = OMIT, options: RequestOptions | None = None
    ) -> Note:
        """`POST /stream`

        Answers with `application/json`; `ask_stream` answers with a stream,
        `text/event-stream`.

        Args:
            text: Needed when any of the body is given.

        Returns: An answer, or its parts.

        Example:
            note = client.streams.ask(text="text")
        """
        return self._session.send(
            ASK, (), {"text": text, "stream": False}, options=options
        )

    def ask_stream(
        self, *, text: str | Omit = OMIT, options: RequestOptions | None = None
    ) -> Stream[Note]:
        """`POST /stream`

        Answers with a stream, `text/event-stream`; `ask` answers with
        `application/json`.

        Args:
            text: Needed when any of the body is given.

        Returns: An answer, or its parts.

        Example:
            with client.streams.ask_stream(text="text") as items:
                for item in items:
                    print(item)
        """
        return self._session.stream(
            Stream, ASK_STREAM, (), {"text": text, "stream": True}, options=options
        )


class AsyncStreams(AsyncResource):
    """`Streams` for asynchronous clients."""

    async def ask(
        self, *, text: str | Omit = OMIT, options: RequestOptions | None = None
    ) -> Note:
        """`POST /stream`, as `Streams.ask`."""
        return await self._session.send(
            ASK, (), {"text": text, "stream": False}, options=options
        )

    async def ask_stream(
        self, *, text: str | Omit = OMIT, options: RequestOptions | None = None
    ) -> AsyncStream[Note]:
        """`POST /stream`, as `Streams.ask_stream`."""
        return await self._session.stream(
            AsyncStream, ASK_STREAM, (), {"text": text, "stream": True}, options=options
        )
