"""Operations on `lines`."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable
from typing import TYPE_CHECKING, Any

from .._models.lines import Pet
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.call.stream import AsyncStream, Stream
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import BytesBody, JsonLinesBody
from .._runtime.request.payload import File, FileContent
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Empty
from .._runtime.response.sequences import JsonLines

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

BULK: Operation[Any] = Operation(
    "POST",
    "/bulk",
    body=BytesBody("application/x-ndjson", text=True),
    responses={"200": JsonLines(Any, "application/x-ndjson")},
)
LOAD: Operation[None] = Operation(
    "POST",
    "/load",
    body=BytesBody("application/x-ndjson", text=True),
    responses={"204": Empty()},
)
ADD: Operation[Pet] = Operation(
    "POST",
    "/pets",
    body=JsonLinesBody("application/x-ndjson"),
    responses={"200": JsonLines(Pet, "application/x-ndjson")},
)


class Lines(Resource):
    """Operations on `lines`."""

    def bulk(
        self, *, body: str | File | FileContent, options: RequestOptions | None = None
    ) -> Stream[Any]:
        """`POST /bulk`

        Args:
            body: The request body.

        Returns: A result for each line.

        Example:
            with client.lines.bulk(body='{"key": "value"}\\n') as items:
                for item in items:
                    print(item)
        """
        return self._session.stream(Stream, BULK, (), body, options=options)

    def load(
        self, *, body: str | File | FileContent, options: RequestOptions | None = None
    ) -> None:
        """`POST /load`

        Args:
            body: The request body.

        Example:
            client.lines.load(body='{"key": "value"}\\n')
        """
        return self._session.send(LOAD, (), body, options=options)

    def add(
        self,
        *,
        body: (
            Iterable[Pet | params.PetParams]
            | AsyncIterable[Pet | params.PetParams]
            | str
            | bytes
        ),
        options: RequestOptions | None = None,
    ) -> Stream[Pet]:
        """`POST /pets`

        Args:
            body: The request body.

        Returns: The pets.

        Example:
            with client.lines.add(body=[{"name": "text"}]) as items:
                for item in items:
                    print(item)
        """
        return self._session.stream(Stream, ADD, (), body, options=options)


class AsyncLines(AsyncResource):
    """`Lines` for asynchronous clients."""

    async def bulk(
        self, *, body: str | File | FileContent, options: RequestOptions | None = None
    ) -> AsyncStream[Any]:
        """`POST /bulk`, as `Lines.bulk`."""
        return await self._session.stream(AsyncStream, BULK, (), body, options=options)

    async def load(
        self, *, body: str | File | FileContent, options: RequestOptions | None = None
    ) -> None:
        """`POST /load`, as `Lines.load`."""
        return await self._session.send(LOAD, (), body, options=options)

    async def add(
        self,
        *,
        body: (
            Iterable[Pet | params.PetParams]
            | AsyncIterable[Pet | params.PetParams]
            | str
            | bytes
        ),
        options: RequestOptions | None = None,
    ) -> AsyncStream[Pet]:
        """`POST /pets`, as `Lines.add`."""
        return await self._session.stream(AsyncStream, ADD, (), body, options=options)
