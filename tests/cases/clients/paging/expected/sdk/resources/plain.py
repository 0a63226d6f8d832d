"""Operations on `plain`."""

from __future__ import annotations

from .._models.shared import Page
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.call.stream import AsyncStream, Stream
from .._runtime.operation.operation import Operation
from .._runtime.request.body import TextBody
from .._runtime.request.payload import FileContent
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Bytes, Empty, Json
from .._runtime.response.event_items import EventStream
from .._runtime.response.events import ServerSentEvent

READ: Operation[Page] = Operation(
    "GET",
    "/plain",
    responses={"200": Json(Page)},
)
WRITE: Operation[None] = Operation(
    "PUT",
    "/plain",
    body=TextBody(),
    responses={"204": Empty()},
)
WATCH: Operation[ServerSentEvent] = Operation(
    "GET",
    "/plain/events",
    responses={"200": EventStream(ServerSentEvent)},
)
DOWNLOAD: Operation[bytes] = Operation(
    "GET",
    "/plain/file",
    responses={"200": Bytes("application/octet-stream")},
)


class Plain(Resource):
    """Operations on `plain`."""

    def read(self, *, options: RequestOptions | None = None) -> Page:
        """`GET /plain`

        Returns: A page.

        Example:
            page = client.plain.read()
        """
        return self._session.send(READ, options=options)

    def write(
        self, *, body: str | FileContent, options: RequestOptions | None = None
    ) -> None:
        """`PUT /plain`

        Args:
            body: The request body.

        Example:
            client.plain.write(body="text")
        """
        return self._session.send(WRITE, (), body, options=options)

    def watch(
        self, *, options: RequestOptions | None = None
    ) -> Stream[ServerSentEvent]:
        """`GET /plain/events`

        Returns: Events.

        Example:
            with client.plain.watch() as items:
                for item in items:
                    print(item)
        """
        return self._session.stream(Stream, WATCH, options=options)

    def download(self, *, options: RequestOptions | None = None) -> bytes:
        """`GET /plain/file`

        Returns: A file. `stream(client.plain.download, ...)` takes it as it comes,
        beyond `max_response_bytes`, too.

        Example:
            result = client.plain.download()
        """
        return self._session.send(DOWNLOAD, options=options)


class AsyncPlain(AsyncResource):
    """`Plain` for asynchronous clients."""

    async def read(self, *, options: RequestOptions | None = None) -> Page:
        """`GET /plain`, as `Plain.read`."""
        return await self._session.send(READ, options=options)

    async def write(
        self, *, body: str | FileContent, options: RequestOptions | None = None
    ) -> None:
        """`PUT /plain`, as `Plain.write`."""
        return await self._session.send(WRITE, (), body, options=options)

    async def watch(
        self, *, options: RequestOptions | None = None
    ) -> AsyncStream[ServerSentEvent]:
        """`GET /plain/events`, as `Plain.watch`."""
        return await self._session.stream(AsyncStream, WATCH, options=options)

    async def download(self, *, options: RequestOptions | None = None) -> bytes:
        """`GET /plain/file`, as `Plain.download`."""
        return await self._session.send(DOWNLOAD, options=options)
