"""Operations on `parts`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
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

SEND_HEADERS: Operation[None] = Operation(
    "POST",
    "/headers",
    body=MultipartBody(
        {
            "fixed": Encoding(
                headers={"X-Const": "7", "X-Only": "a", "X-Default": "true"}
            ),
            "wanted": Encoding(content_type="image/png, image/jpeg", binary=True),
            "key": Encoding(
                base64=True, headers={"Content-Transfer-Encoding": "base64"}
            ),
            "raw": Encoding(binary=True),
            "keys": Encoding(base64=True),
        },
        arrays=("keys",),
    ),
    lists=(("keys",),),
    responses={"204": Empty()},
)
SEND_NESTED: Operation[None] = Operation(
    "POST",
    "/nested",
    body=MultipartBody(
        {
            "mail": Encoding(
                content_type="multipart/mixed",
                binary=True,
                prefix=(
                    Encoding(content_type="text/html", binary=True),
                    Encoding(binary=True),
                ),
                items=Encoding(
                    content_type="image/png", binary=True, headers={"X-In": "1"}
                ),
            ),
            "form": Encoding(
                content_type="multipart/form-data",
                encodings={"title": Encoding(headers={"X-Title": "t"})},
            ),
        }
    ),
    responses={"204": Empty()},
)
SEND_ITEMS: Operation[None] = Operation(
    "POST",
    "/items",
    body=MultipartBody(
        content_type="multipart/mixed", items=Encoding(content_type="application/json")
    ),
    responses={"204": Empty()},
)
SEND_POSITIONS: Operation[None] = Operation(
    "POST",
    "/positions",
    body=MultipartBody(
        content_type="multipart/related",
        prefix=(Encoding(), Encoding(content_type="text/plain")),
        items=Encoding(content_type="image/*"),
    ),
    responses={"204": Empty()},
)


class Parts(Resource):
    """Operations on `parts`."""

    def send_headers(
        self,
        *,
        fixed: str | Part[str],
        needed: Part[params.AboutParams],
        wanted: Sequence[File | FileContent | Part[File | FileContent]] | Omit = OMIT,
        key: bytes | Omit = OMIT,
        keys: Sequence[bytes] | Omit = OMIT,
        raw: File | FileContent | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /headers`

        Args:
            fixed: A `Part` may have `X-Hostile` among its headers.
            needed: A `Part` with `X-Needed` among its headers, which may have
                `X-Wanted`, too.
            wanted: A `Part` may have `X-Wanted` among its headers.
            key: ContentEncoding `"base64"`.

        Example:
            client.parts.send_headers(
                fixed="text", needed=Part({}, {"X-Needed": "..."})
            )
        """
        return self._session.send(
            SEND_HEADERS,
            (),
            {
                "fixed": fixed,
                "needed": needed,
                "wanted": wanted,
                "key": key,
                "keys": keys,
                "raw": raw,
            },
            options=options,
        )

    def send_nested(
        self,
        *,
        mail: Sequence[File | FileContent],
        form: params.AboutParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /nested`

        Example:
            client.parts.send_nested(mail=[b"..."])
        """
        return self._session.send(
            SEND_NESTED, (), {"mail": mail, "form": form}, options=options
        )

    def send_items(
        self,
        *,
        body: Sequence[Part[params.AboutParams]],
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /items`

        Args:
            body: A `Part` with `X-Item` among its headers.

        Example:
            client.parts.send_items(body=[Part({}, {"X-Item": "..."})])
        """
        return self._session.send(SEND_ITEMS, (), body, options=options)

    def send_positions(
        self,
        *,
        body: Sequence[
            params.AboutParams
            | bytes
            | File
            | FileContent
            | Part[params.AboutParams | bytes | File | FileContent]
        ],
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /positions`

        Args:
            body: In order `About`, `byte`.

        Example:
            client.parts.send_positions(body=[{}])
        """
        return self._session.send(SEND_POSITIONS, (), body, options=options)


class AsyncParts(AsyncResource):
    """`Parts` for asynchronous clients."""

    async def send_headers(
        self,
        *,
        fixed: str | Part[str],
        needed: Part[params.AboutParams],
        wanted: Sequence[File | FileContent | Part[File | FileContent]] | Omit = OMIT,
        key: bytes | Omit = OMIT,
        keys: Sequence[bytes] | Omit = OMIT,
        raw: File | FileContent | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /headers`, as `Parts.send_headers`."""
        return await self._session.send(
            SEND_HEADERS,
            (),
            {
                "fixed": fixed,
                "needed": needed,
                "wanted": wanted,
                "key": key,
                "keys": keys,
                "raw": raw,
            },
            options=options,
        )

    async def send_nested(
        self,
        *,
        mail: Sequence[File | FileContent],
        form: params.AboutParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /nested`, as `Parts.send_nested`."""
        return await self._session.send(
            SEND_NESTED, (), {"mail": mail, "form": form}, options=options
        )

    async def send_items(
        self,
        *,
        body: Sequence[Part[params.AboutParams]],
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /items`, as `Parts.send_items`."""
        return await self._session.send(SEND_ITEMS, (), body, options=options)

    async def send_positions(
        self,
        *,
        body: Sequence[
            params.AboutParams
            | bytes
            | File
            | FileContent
            | Part[params.AboutParams | bytes | File | FileContent]
        ],
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /positions`, as `Parts.send_positions`."""
        return await self._session.send(SEND_POSITIONS, (), body, options=options)
