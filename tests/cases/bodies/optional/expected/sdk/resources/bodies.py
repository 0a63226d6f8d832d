"""Operations on `bodies`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import BytesBody, EitherBody, FormBody, JsonBody
from .._runtime.request.multipart import MultipartBody
from .._runtime.request.payload import File, FileContent
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.request.styles import Encoding
from .._runtime.response.content import Empty

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

SEND_OPTIONAL: Operation[None] = Operation(
    "POST",
    "/optional",
    body=JsonBody(required=False),
    responses={"204": Empty()},
)
SEND_OPTIONAL_FILE: Operation[None] = Operation(
    "POST",
    "/optional/file",
    body=MultipartBody(
        {
            "link": Encoding(style="deepObject", explode=True),
            "file": Encoding(binary=True),
        },
        required=False,
    ),
    responses={"204": Empty()},
)
SEND_SEVERAL: Operation[None] = Operation(
    "POST",
    "/several",
    body=MultipartBody({"file": Encoding(binary=True)}),
    responses={"204": Empty()},
)
SEND_SEVERAL_AS_FORM: Operation[None] = Operation(
    "POST",
    "/several",
    body=FormBody(),
    responses={"204": Empty()},
)
SEND_SEVERAL_AS_XML: Operation[None] = Operation(
    "POST",
    "/several",
    body=BytesBody("application/xml", text=True),
    responses={"204": Empty()},
)
SEND_SEVERAL_ALIKE: Operation[None] = Operation(
    "POST",
    "/several/alike",
    body=EitherBody(JsonBody(), FormBody()),
    responses={"204": Empty()},
)


class Bodies(Resource):
    """Operations on `bodies`."""

    def send_optional(
        self,
        *,
        name: str | Omit = OMIT,
        note: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /optional`

        Args:
            name: What it is called. Needed when any of the body is given.

        Example:
            client.bodies.send_optional(name="text")
        """
        return self._session.send(
            SEND_OPTIONAL, (), {"name": name, "note": note}, options=options
        )

    def send_optional_file(
        self,
        *,
        file: File | FileContent | Omit = OMIT,
        link: params.SendOptionalFileRequestLinkParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /optional/file`

        Args:
            file: Needed when any of the body is given.

        Example:
            client.bodies.send_optional_file(file=b"...")
        """
        return self._session.send(
            SEND_OPTIONAL_FILE, (), {"file": file, "link": link}, options=options
        )

    def send_several(
        self,
        *,
        file: File | FileContent | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /several`

        The body is sent as `multipart/form-data`; `send_several_as_form` sends
        `application/x-www-form-urlencoded`; `send_several_as_xml` sends
        `application/xml`.

        Example:
            client.bodies.send_several(file=b"...")
        """
        return self._session.send(SEND_SEVERAL, (), {"file": file}, options=options)

    def send_several_as_form(
        self, *, url: str | Omit = OMIT, options: RequestOptions | None = None
    ) -> None:
        """`POST /several`

        The body is sent as `application/x-www-form-urlencoded`; `send_several` sends
        `multipart/form-data`; `send_several_as_xml` sends `application/xml`.

        Example:
            client.bodies.send_several_as_form(url="text")
        """
        return self._session.send(
            SEND_SEVERAL_AS_FORM, (), {"url": url}, options=options
        )

    def send_several_as_xml(
        self, *, body: str | File | FileContent, options: RequestOptions | None = None
    ) -> None:
        """`POST /several`

        The body is sent as `application/xml`; `send_several` sends
        `multipart/form-data`; `send_several_as_form` sends
        `application/x-www-form-urlencoded`.

        Args:
            body: The request body.

        Example:
            client.bodies.send_several_as_xml(body=b"...")
        """
        return self._session.send(SEND_SEVERAL_AS_XML, (), body, options=options)

    def send_several_alike(
        self, *, sku: str, options: RequestOptions | None = None
    ) -> None:
        """`POST /several/alike`

        The body is sent as `application/json`, or as
        `application/x-www-form-urlencoded` or `text/json` if the header Content-Type in
        `options` asks for it.

        Example:
            client.bodies.send_several_alike(sku="text")
        """
        return self._session.send(SEND_SEVERAL_ALIKE, (), {"sku": sku}, options=options)


class AsyncBodies(AsyncResource):
    """`Bodies` for asynchronous clients."""

    async def send_optional(
        self,
        *,
        name: str | Omit = OMIT,
        note: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /optional`, as `Bodies.send_optional`."""
        return await self._session.send(
            SEND_OPTIONAL, (), {"name": name, "note": note}, options=options
        )

    async def send_optional_file(
        self,
        *,
        file: File | FileContent | Omit = OMIT,
        link: params.SendOptionalFileRequestLinkParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /optional/file`, as `Bodies.send_optional_file`."""
        return await self._session.send(
            SEND_OPTIONAL_FILE, (), {"file": file, "link": link}, options=options
        )

    async def send_several(
        self,
        *,
        file: File | FileContent | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /several`, as `Bodies.send_several`."""
        return await self._session.send(
            SEND_SEVERAL, (), {"file": file}, options=options
        )

    async def send_several_as_form(
        self, *, url: str | Omit = OMIT, options: RequestOptions | None = None
    ) -> None:
        """`POST /several`, as `Bodies.send_several_as_form`."""
        return await self._session.send(
            SEND_SEVERAL_AS_FORM, (), {"url": url}, options=options
        )

    async def send_several_as_xml(
        self, *, body: str | File | FileContent, options: RequestOptions | None = None
    ) -> None:
        """`POST /several`, as `Bodies.send_several_as_xml`."""
        return await self._session.send(SEND_SEVERAL_AS_XML, (), body, options=options)

    async def send_several_alike(
        self, *, sku: str, options: RequestOptions | None = None
    ) -> None:
        """`POST /several/alike`, as `Bodies.send_several_alike`."""
        return await self._session.send(
            SEND_SEVERAL_ALIKE, (), {"sku": sku}, options=options
        )
