"""Operations on `bodies`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.json.plain_data import SequenceNotStr
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import BytesBody, FormBody, JsonBody, TextBody
from .._runtime.request.multipart import MultipartBody
from .._runtime.request.payload import File, FileContent
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.request.styles import Encoding
from .._runtime.response.content import Bytes, Empty, TextContent

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

SEND_JSON: Operation[None] = Operation(
    "POST",
    "/json",
    body=JsonBody(),
    dates=(("lines", None, "due"),),
    responses={"204": Empty()},
)
SEND_FORM: Operation[None] = Operation(
    "POST",
    "/form",
    body=FormBody(
        {"tags": Encoding(style="spaceDelimited", explode=False)}, required=False
    ),
    lists=(("tags",),),
    responses={"204": Empty()},
)
SEND_MULTIPART: Operation[None] = Operation(
    "POST",
    "/multipart",
    body=MultipartBody(
        {"file": Encoding(content_type="image/png, image/jpeg", binary=True)}
    ),
    dates=(("about", "due"),),
    responses={"204": Empty()},
)
SEND_TEXT: Operation[str] = Operation(
    "POST",
    "/text",
    body=TextBody(),
    responses={"200": TextContent()},
)
SEND_BYTES: Operation[bytes] = Operation(
    "POST",
    "/bytes",
    body=BytesBody(),
    responses={"200": Bytes("application/octet-stream")},
)
SEND_LIST: Operation[None] = Operation(
    "POST",
    "/list",
    body=JsonBody(),
    dates=((None, "due"),),
    responses={"204": Empty()},
)


class Bodies(Resource):
    """Operations on `bodies`."""

    def send_json(
        self,
        *,
        lines: Sequence[params.LineParams],
        note: str | None | Omit = OMIT,
        extra_body: Mapping[str, str] | None = None,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /json`

        Args:
            extra_body: Further fields of the body.

        Example:
            client.bodies.send_json(lines=[{"sku": "text"}])
        """
        return self._session.send(
            SEND_JSON,
            (),
            {"lines": lines, "note": note, **(extra_body or {})},
            options=options,
        )

    def send_form(
        self,
        *,
        name: str | Omit = OMIT,
        tags: SequenceNotStr[str] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /form`

        Example:
            client.bodies.send_form(name="text")
        """
        return self._session.send(
            SEND_FORM, (), {"name": name, "tags": tags}, options=options
        )

    def send_multipart(
        self,
        *,
        file: File | FileContent,
        about: params.LineParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /multipart`

        Example:
            client.bodies.send_multipart(file=b"...")
        """
        return self._session.send(
            SEND_MULTIPART, (), {"file": file, "about": about}, options=options
        )

    def send_text(
        self, *, body: str | FileContent, options: RequestOptions | None = None
    ) -> str:
        """`POST /text`

        Args:
            body: The request body.

        Returns: Text.

        Example:
            result = client.bodies.send_text(body="text")
        """
        return self._session.send(SEND_TEXT, (), body, options=options)

    def send_bytes(
        self,
        *,
        body: File | FileContent | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> bytes:
        """`POST /bytes`

        Args:
            body: The request body.

        Returns: Bytes. `stream(client.bodies.send_bytes, ...)` takes it as it comes,
        beyond `max_response_bytes`, too.

        Example:
            result = client.bodies.send_bytes(body=b"...")
        """
        return self._session.send(SEND_BYTES, (), body, options=options)

    def send_list(
        self,
        *,
        body: Sequence[params.LineParams],
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /list`

        Args:
            body: The request body.

        Example:
            client.bodies.send_list(body=[{"sku": "text"}])
        """
        return self._session.send(SEND_LIST, (), body, options=options)


class AsyncBodies(AsyncResource):
    """`Bodies` for asynchronous clients."""

    async def send_json(
        self,
        *,
        lines: Sequence[params.LineParams],
        note: str | None | Omit = OMIT,
        extra_body: Mapping[str, str] | None = None,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /json`, as `Bodies.send_json`."""
        return await self._session.send(
            SEND_JSON,
            (),
            {"lines": lines, "note": note, **(extra_body or {})},
            options=options,
        )

    async def send_form(
        self,
        *,
        name: str | Omit = OMIT,
        tags: SequenceNotStr[str] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /form`, as `Bodies.send_form`."""
        return await self._session.send(
            SEND_FORM, (), {"name": name, "tags": tags}, options=options
        )

    async def send_multipart(
        self,
        *,
        file: File | FileContent,
        about: params.LineParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /multipart`, as `Bodies.send_multipart`."""
        return await self._session.send(
            SEND_MULTIPART, (), {"file": file, "about": about}, options=options
        )

    async def send_text(
        self, *, body: str | FileContent, options: RequestOptions | None = None
    ) -> str:
        """`POST /text`, as `Bodies.send_text`."""
        return await self._session.send(SEND_TEXT, (), body, options=options)

    async def send_bytes(
        self,
        *,
        body: File | FileContent | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> bytes:
        """`POST /bytes`, as `Bodies.send_bytes`."""
        return await self._session.send(SEND_BYTES, (), body, options=options)

    async def send_list(
        self,
        *,
        body: Sequence[params.LineParams],
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /list`, as `Bodies.send_list`."""
        return await self._session.send(SEND_LIST, (), body, options=options)
