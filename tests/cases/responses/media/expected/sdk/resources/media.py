"""Operations on `media`."""

from __future__ import annotations

from collections.abc import Sequence

from .._models.media import Encoded
from .._models.shared import A
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.body import JsonBody
from .._runtime.request.payload import File, FileContent
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Bytes, Empty, Json, JsonOrText, TextContent

SCIM: Operation[A] = Operation(
    "GET",
    "/scim",
    responses={"200": Json(A, "application/scim+json")},
)
PROBE: Operation[None] = Operation(
    "HEAD",
    "/scim",
    responses={"200": Empty()},
)
POD: Operation[A] = Operation(
    "GET",
    "/pod",
    responses={"200": Json(A)},
)
PICTURE: Operation[bytes] = Operation(
    "GET",
    "/picture",
    responses={"200": Bytes("image/png, image/jpeg")},
)
TABLE: Operation[str] = Operation(
    "GET",
    "/table",
    responses={"200": TextContent("text/csv")},
)
WORDS: Operation[str] = Operation(
    "GET",
    "/words",
    responses={"200": JsonOrText(str)},
)
ENCODED: Operation[Encoded] = Operation(
    "GET",
    "/encoded",
    responses={"200": Json(Encoded)},
)
ENCODE: Operation[None] = Operation(
    "PUT",
    "/encoded",
    body=JsonBody(),
    responses={"204": Empty()},
)


class Media(Resource):
    """Operations on `media`."""

    def scim(self, *, options: RequestOptions | None = None) -> A:
        """`GET /scim`

        Returns: A.

        Example:
            a = client.media.scim()
        """
        return self._session.send(SCIM, options=options)

    def probe(self, *, options: RequestOptions | None = None) -> None:
        """`HEAD /scim`

        Example:
            client.media.probe()
        """
        return self._session.send(PROBE, options=options)

    def pod(self, *, options: RequestOptions | None = None) -> A:
        """`GET /pod`

        Returns: A.

        Example:
            a = client.media.pod()
        """
        return self._session.send(POD, options=options)

    def picture(self, *, options: RequestOptions | None = None) -> bytes:
        """`GET /picture`

        Returns: Bytes. `stream(client.media.picture, ...)` takes it as it comes, beyond
        `max_response_bytes`, too.

        Example:
            result = client.media.picture()
        """
        return self._session.send(PICTURE, options=options)

    def table(self, *, options: RequestOptions | None = None) -> str:
        """`GET /table`

        Returns: Text.

        Example:
            result = client.media.table()
        """
        return self._session.send(TABLE, options=options)

    def words(self, *, options: RequestOptions | None = None) -> str:
        """`GET /words`

        Returns: Text.

        Example:
            result = client.media.words()
        """
        return self._session.send(WORDS, options=options)

    def encoded(self, *, options: RequestOptions | None = None) -> Encoded:
        """`GET /encoded`

        Returns: JSON.

        Example:
            encoded = client.media.encoded()
        """
        return self._session.send(ENCODED, options=options)

    def encode(
        self,
        *,
        raw: File | FileContent,
        key: bytes | Omit = OMIT,
        many: Sequence[File | FileContent] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /encoded`

        Args:
            many: Each item: contentMediaType `"image/png"`.

        Example:
            client.media.encode(raw=b"...")
        """
        return self._session.send(
            ENCODE, (), {"raw": raw, "key": key, "many": many}, options=options
        )


class AsyncMedia(AsyncResource):
    """`Media` for asynchronous clients."""

    async def scim(self, *, options: RequestOptions | None = None) -> A:
        """`GET /scim`, as `Media.scim`."""
        return await self._session.send(SCIM, options=options)

    async def probe(self, *, options: RequestOptions | None = None) -> None:
        """`HEAD /scim`, as `Media.probe`."""
        return await self._session.send(PROBE, options=options)

    async def pod(self, *, options: RequestOptions | None = None) -> A:
        """`GET /pod`, as `Media.pod`."""
        return await self._session.send(POD, options=options)

    async def picture(self, *, options: RequestOptions | None = None) -> bytes:
        """`GET /picture`, as `Media.picture`."""
        return await self._session.send(PICTURE, options=options)

    async def table(self, *, options: RequestOptions | None = None) -> str:
        """`GET /table`, as `Media.table`."""
        return await self._session.send(TABLE, options=options)

    async def words(self, *, options: RequestOptions | None = None) -> str:
        """`GET /words`, as `Media.words`."""
        return await self._session.send(WORDS, options=options)

    async def encoded(self, *, options: RequestOptions | None = None) -> Encoded:
        """`GET /encoded`, as `Media.encoded`."""
        return await self._session.send(ENCODED, options=options)

    async def encode(
        self,
        *,
        raw: File | FileContent,
        key: bytes | Omit = OMIT,
        many: Sequence[File | FileContent] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /encoded`, as `Media.encode`."""
        return await self._session.send(
            ENCODE, (), {"raw": raw, "key": key, "many": many}, options=options
        )
