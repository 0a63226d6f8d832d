"""Operations on `media`."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable
from typing import TYPE_CHECKING

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import BytesBody, JsonLinesBody, TextBody
from .._runtime.request.payload import File, FileContent
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Empty

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

SEND_PICTURE: Operation[None] = Operation(
    "PUT",
    "/picture",
    body=BytesBody("image/png, image/jpeg"),
    responses={"204": Empty()},
)
SEND_ANYTHING: Operation[None] = Operation(
    "PUT",
    "/anything",
    body=BytesBody("*/*"),
    responses={"204": Empty()},
)
SEND_WORDS: Operation[None] = Operation(
    "PUT",
    "/words",
    body=TextBody(),
    responses={"204": Empty()},
)
SEND_XML: Operation[None] = Operation(
    "PUT",
    "/xml",
    body=BytesBody("application/xml", text=True),
    responses={"204": Empty()},
)
SEND_LINES: Operation[None] = Operation(
    "POST",
    "/lines",
    body=JsonLinesBody("application/x-ndjson"),
    responses={"204": Empty()},
)
SEND_EVENTS: Operation[None] = Operation(
    "POST",
    "/events",
    body=TextBody("text/event-stream"),
    responses={"204": Empty()},
)


class Media(Resource):
    """Operations on `media`."""

    def send_picture(
        self, *, body: File | FileContent, options: RequestOptions | None = None
    ) -> None:
        """`PUT /picture`

        The body is sent as `image/png`, or as `image/jpeg` if the file is of that type.

        Args:
            body: The request body.

        Example:
            client.media.send_picture(body=b"...")
        """
        return self._session.send(SEND_PICTURE, (), body, options=options)

    def send_anything(
        self, *, body: File | FileContent, options: RequestOptions | None = None
    ) -> None:
        """`PUT /anything`

        Args:
            body: The request body.

        Example:
            client.media.send_anything(body=b"...")
        """
        return self._session.send(SEND_ANYTHING, (), body, options=options)

    def send_words(
        self, *, body: str | FileContent, options: RequestOptions | None = None
    ) -> None:
        """`PUT /words`

        Args:
            body: The request body.

        Example:
            client.media.send_words(body="text")
        """
        return self._session.send(SEND_WORDS, (), body, options=options)

    def send_xml(
        self, *, body: str | File | FileContent, options: RequestOptions | None = None
    ) -> None:
        """`PUT /xml`

        Args:
            body: The request body.

        Example:
            client.media.send_xml(body=b"...")
        """
        return self._session.send(SEND_XML, (), body, options=options)

    def send_lines(
        self,
        *,
        body: (
            Iterable[params.PlainParams]
            | AsyncIterable[params.PlainParams]
            | str
            | bytes
        ),
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /lines`

        Args:
            body: The request body.

        Example:
            client.media.send_lines(body=[{"a": "text"}])
        """
        return self._session.send(SEND_LINES, (), body, options=options)

    def send_events(
        self, *, body: str | FileContent, options: RequestOptions | None = None
    ) -> None:
        """`POST /events`

        Args:
            body: The request body.

        Example:
            client.media.send_events(body="text")
        """
        return self._session.send(SEND_EVENTS, (), body, options=options)


class AsyncMedia(AsyncResource):
    """`Media` for asynchronous clients."""

    async def send_picture(
        self, *, body: File | FileContent, options: RequestOptions | None = None
    ) -> None:
        """`PUT /picture`, as `Media.send_picture`."""
        return await self._session.send(SEND_PICTURE, (), body, options=options)

    async def send_anything(
        self, *, body: File | FileContent, options: RequestOptions | None = None
    ) -> None:
        """`PUT /anything`, as `Media.send_anything`."""
        return await self._session.send(SEND_ANYTHING, (), body, options=options)

    async def send_words(
        self, *, body: str | FileContent, options: RequestOptions | None = None
    ) -> None:
        """`PUT /words`, as `Media.send_words`."""
        return await self._session.send(SEND_WORDS, (), body, options=options)

    async def send_xml(
        self, *, body: str | File | FileContent, options: RequestOptions | None = None
    ) -> None:
        """`PUT /xml`, as `Media.send_xml`."""
        return await self._session.send(SEND_XML, (), body, options=options)

    async def send_lines(
        self,
        *,
        body: (
            Iterable[params.PlainParams]
            | AsyncIterable[params.PlainParams]
            | str
            | bytes
        ),
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /lines`, as `Media.send_lines`."""
        return await self._session.send(SEND_LINES, (), body, options=options)

    async def send_events(
        self, *, body: str | FileContent, options: RequestOptions | None = None
    ) -> None:
        """`POST /events`, as `Media.send_events`."""
        return await self._session.send(SEND_EVENTS, (), body, options=options)
