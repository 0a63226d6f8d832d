"""Operations on `versions`."""

from __future__ import annotations

from .._models.versions import Plain
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.call.stream import AsyncStream, Stream
from .._runtime.operation.operation import Operation
from .._runtime.request.body import JsonBody
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Json
from .._runtime.response.event_items import EventStream
from .._runtime.response.events import ServerSentEvent

SEND: Operation[Plain] = Operation(
    "POST",
    "/versions",
    body=JsonBody("application/json;version=1"),
    responses={"200": Json(Plain)},
)
SEND_STREAM: Operation[ServerSentEvent] = Operation(
    "POST",
    "/versions",
    body=JsonBody("application/json;version=1"),
    responses={"200": EventStream(ServerSentEvent)},
)
SEND_AS_JSON_VERSION_2: Operation[Plain] = Operation(
    "POST",
    "/versions",
    body=JsonBody("application/json;version=2"),
    responses={"200": Json(Plain)},
)
SEND_AS_JSON_VERSION_2_STREAM: Operation[ServerSentEvent] = Operation(
    "POST",
    "/versions",
    body=JsonBody("application/json;version=2"),
    responses={"200": EventStream(ServerSentEvent)},
)


class Versions(Resource):
    """Operations on `versions`."""

    def send(self, *, a: str, options: RequestOptions | None = None) -> Plain:
        """`POST /versions`

        The body is sent as `application/json;version=1`; `send_as_json_version_2` sends
        `application/json;version=2`.

        Answers with `application/json`; `send_stream` answers with a stream,
        `text/event-stream`.

        The server may call back: `sent`, see api.md.

        Returns: What came of it.

        Example:
            plain = client.versions.send(a="text")
        """
        return self._session.send(SEND, (), {"a": a}, options=options)

    def send_stream(
        self, *, a: str, options: RequestOptions | None = None
    ) -> Stream[ServerSentEvent]:
        """`POST /versions`

        The body is sent as `application/json;version=1`;
        `send_as_json_version_2_stream` sends `application/json;version=2`.

        Answers with a stream, `text/event-stream`; `send` answers with
        `application/json`.

        The server may call back: `sent`, see api.md.

        Returns: What came of it.

        Example:
            with client.versions.send_stream(a="text") as items:
                for item in items:
                    print(item)
        """
        return self._session.stream(Stream, SEND_STREAM, (), {"a": a}, options=options)

    def send_as_json_version_2(
        self, *, a: str, b: int, options: RequestOptions | None = None
    ) -> Plain:
        """`POST /versions`

        The body is sent as `application/json;version=2`; `send` sends
        `application/json;version=1`.

        Answers with `application/json`; `send_as_json_version_2_stream` answers with a
        stream, `text/event-stream`.

        The server may call back: `sent`, see api.md.

        Returns: What came of it.

        Example:
            plain = client.versions.send_as_json_version_2(a="text", b=1)
        """
        return self._session.send(
            SEND_AS_JSON_VERSION_2, (), {"a": a, "b": b}, options=options
        )

    def send_as_json_version_2_stream(
        self, *, a: str, b: int, options: RequestOptions | None = None
    ) -> Stream[ServerSentEvent]:
        """`POST /versions`

        The body is sent as `application/json;version=2`; `send_stream` sends
        `application/json;version=1`.

        Answers with a stream, `text/event-stream`; `send_as_json_version_2` answers
        with `application/json`.

        The server may call back: `sent`, see api.md.

        Returns: What came of it.

        Example:
            with client.versions.send_as_json_version_2_stream(a="text", b=1) as items:
                for item in items:
                    print(item)
        """
        return self._session.stream(
            Stream, SEND_AS_JSON_VERSION_2_STREAM, (), {"a": a, "b": b}, options=options
        )


class AsyncVersions(AsyncResource):
    """`Versions` for asynchronous clients."""

    async def send(self, *, a: str, options: RequestOptions | None = None) -> Plain:
        """`POST /versions`, as `Versions.send`."""
        return await self._session.send(SEND, (), {"a": a}, options=options)

    async def send_stream(
        self, *, a: str, options: RequestOptions | None = None
    ) -> AsyncStream[ServerSentEvent]:
        """`POST /versions`, as `Versions.send_stream`."""
        return await self._session.stream(
            AsyncStream, SEND_STREAM, (), {"a": a}, options=options
        )

    async def send_as_json_version_2(
        self, *, a: str, b: int, options: RequestOptions | None = None
    ) -> Plain:
        """`POST /versions`, as `Versions.send_as_json_version_2`."""
        return await self._session.send(
            SEND_AS_JSON_VERSION_2, (), {"a": a, "b": b}, options=options
        )

    async def send_as_json_version_2_stream(
        self, *, a: str, b: int, options: RequestOptions | None = None
    ) -> AsyncStream[ServerSentEvent]:
        """`POST /versions`, as `Versions.send_as_json_version_2_stream`."""
        return await self._session.stream(
            AsyncStream,
            SEND_AS_JSON_VERSION_2_STREAM,
            (),
            {"a": a, "b": b},
            options=options,
        )
