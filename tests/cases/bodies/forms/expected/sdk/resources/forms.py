"""Operations on `forms`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.json.plain_data import SequenceNotStr
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import FormBody, JsonBody
from .._runtime.request.multipart import MultipartBody
from .._runtime.request.parts import Part
from .._runtime.request.payload import File, FileContent
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.request.styles import Encoding
from .._runtime.response.content import Empty

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

SEND_TEXT: Operation[None] = Operation(
    "POST",
    "/text",
    body=FormBody(),
    responses={"204": Empty()},
)
SEND_BYTES: Operation[None] = Operation(
    "POST",
    "/bytes",
    body=FormBody(),
    responses={"204": Empty()},
)
SEND_EITHER: Operation[None] = Operation(
    "POST",
    "/either",
    body=FormBody(),
    responses={"204": Empty()},
)
SEND_MAP: Operation[None] = Operation(
    "POST",
    "/map",
    body=MultipartBody(),
    responses={"204": Empty()},
)
SEND_NULLABLE: Operation[None] = Operation(
    "POST",
    "/nullable",
    body=MultipartBody(),
    responses={"204": Empty()},
)
SEND_OBJECTS: Operation[None] = Operation(
    "POST",
    "/objects",
    body=MultipartBody(),
    responses={"204": Empty()},
)
SEND_RANGE: Operation[None] = Operation(
    "POST",
    "/range",
    body=MultipartBody(content_type="multipart/mixed", items=Encoding(binary=True)),
    responses={"204": Empty()},
)
SEND_PART: Operation[None] = Operation(
    "POST",
    "/part",
    body=MultipartBody(),
    responses={"204": Empty()},
)
SEND_ALSO: Operation[None] = Operation(
    "POST",
    "/also",
    body=JsonBody(),
    lists=((),),
    responses={"204": Empty()},
)
SEND_OPTIONAL: Operation[None] = Operation(
    "POST",
    "/optional",
    responses={"204": Empty()},
)


class Forms(Resource):
    """Operations on `forms`."""

    def send_text(self, *, body: str, options: RequestOptions | None = None) -> None:
        """`POST /text`

        Args:
            body: The request body.

        Example:
            client.forms.send_text(body="text")
        """
        return self._session.send(SEND_TEXT, (), body, options=options)

    def send_bytes(
        self, *, body: File | FileContent, options: RequestOptions | None = None
    ) -> None:
        """`POST /bytes`

        Args:
            body: The request body.

        Example:
            client.forms.send_bytes(body=b"...")
        """
        return self._session.send(SEND_BYTES, (), body, options=options)

    def send_either(
        self, *, body: params.AParams | str, options: RequestOptions | None = None
    ) -> None:
        """`POST /either`

        Args:
            body: The request body.

        Example:
            client.forms.send_either(body={})
        """
        return self._session.send(SEND_EITHER, (), body, options=options)

    def send_map(
        self,
        *,
        body: Mapping[str, File | FileContent],
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /map`

        Args:
            body: The request body.

        Example:
            client.forms.send_map(body={"key": b"..."})
        """
        return self._session.send(SEND_MAP, (), body, options=options)

    def send_nullable(
        self, *, a: str | Omit = OMIT, options: RequestOptions | None = None
    ) -> None:
        """`POST /nullable`

        Example:
            client.forms.send_nullable(a="text")
        """
        return self._session.send(SEND_NULLABLE, (), {"a": a}, options=options)

    def send_objects(
        self,
        *,
        body: Sequence[params.AParams | Part[params.AParams]],
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /objects`

        Args:
            body: The request body.

        Example:
            client.forms.send_objects(body=[{}])
        """
        return self._session.send(SEND_OBJECTS, (), body, options=options)

    def send_range(
        self,
        *,
        body: Sequence[File | FileContent | Part[File | FileContent]],
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /range`

        Args:
            body: The request body.

        Example:
            client.forms.send_range(body=[b"..."])
        """
        return self._session.send(SEND_RANGE, (), body, options=options)

    def send_part(
        self, *, a: str | Omit = OMIT, options: RequestOptions | None = None
    ) -> None:
        """`POST /part`

        Example:
            client.forms.send_part(a="text")
        """
        return self._session.send(SEND_PART, (), {"a": a}, options=options)

    def send_also(
        self, *, body: SequenceNotStr[str], options: RequestOptions | None = None
    ) -> None:
        """`POST /also`

        Args:
            body: The request body.

        Example:
            client.forms.send_also(body=["text"])
        """
        return self._session.send(SEND_ALSO, (), body, options=options)

    def send_optional(self, *, options: RequestOptions | None = None) -> None:
        """`POST /optional`

        Example:
            client.forms.send_optional()
        """
        return self._session.send(SEND_OPTIONAL, options=options)


class AsyncForms(AsyncResource):
    """`Forms` for asynchronous clients."""

    async def send_text(
        self, *, body: str, options: RequestOptions | None = None
    ) -> None:
        """`POST /text`, as `Forms.send_text`."""
        return await self._session.send(SEND_TEXT, (), body, options=options)

    async def send_bytes(
        self, *, body: File | FileContent, options: RequestOptions | None = None
    ) -> None:
        """`POST /bytes`, as `Forms.send_bytes`."""
        return await self._session.send(SEND_BYTES, (), body, options=options)

    async def send_either(
        self, *, body: params.AParams | str, options: RequestOptions | None = None
    ) -> None:
        """`POST /either`, as `Forms.send_either`."""
        return await self._session.send(SEND_EITHER, (), body, options=options)

    async def send_map(
        self,
        *,
        body: Mapping[str, File | FileContent],
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /map`, as `Forms.send_map`."""
        return await self._session.send(SEND_MAP, (), body, options=options)

    async def send_nullable(
        self, *, a: str | Omit = OMIT, options: RequestOptions | None = None
    ) -> None:
        """`POST /nullable`, as `Forms.send_nullable`."""
        return await self._session.send(SEND_NULLABLE, (), {"a": a}, options=options)

    async def send_objects(
        self,
        *,
        body: Sequence[params.AParams | Part[params.AParams]],
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /objects`, as `Forms.send_objects`."""
        return await self._session.send(SEND_OBJECTS, (), body, options=options)

    async def send_range(
        self,
        *,
        body: Sequence[File | FileContent | Part[File | FileContent]],
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /range`, as `Forms.send_range`."""
        return await self._session.send(SEND_RANGE, (), body, options=options)

    async def send_part(
        self, *, a: str | Omit = OMIT, options: RequestOptions | None = None
    ) -> None:
        """`POST /part`, as `Forms.send_part`."""
        return await self._session.send(SEND_PART, (), {"a": a}, options=options)

    async def send_also(
        self, *, body: SequenceNotStr[str], options: RequestOptions | None = None
    ) -> None:
        """`POST /also`, as `Forms.send_also`."""
        return await self._session.send(SEND_ALSO, (), body, options=options)

    async def send_optional(self, *, options: RequestOptions | None = None) -> None:
        """`POST /optional`, as `Forms.send_optional`."""
        return await self._session.send(SEND_OPTIONAL, options=options)
