"""Operations on `others`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import EitherBody, FormBody, JsonBody
from .._runtime.request.multipart import MultipartBody
from .._runtime.request.payload import File, FileContent
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.request.styles import Encoding
from .._runtime.response.content import Empty

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

SEND_FORM: Operation[None] = Operation(
    "POST",
    "/form",
    body=EitherBody(JsonBody(), FormBody(), required=False),
    dates=(("day",),),
    responses={"204": Empty()},
)
SEND_PARTS: Operation[None] = Operation(
    "POST",
    "/parts",
    body=MultipartBody({"file": Encoding(binary=True)}, required=False),
    dates=(("when",),),
    responses={"204": Empty()},
)
SEND_OPEN: Operation[None] = Operation(
    "POST",
    "/open",
    body=JsonBody(required=False),
    responses={"204": Empty()},
)
SEND_MAP: Operation[None] = Operation(
    "POST",
    "/map",
    body=JsonBody(),
    responses={"204": Empty()},
)
SEND_LIST: Operation[None] = Operation(
    "POST",
    "/list",
    body=JsonBody(),
    dates=((None, "day"),),
    responses={"204": Empty()},
)


class Others(Resource):
    """Operations on `others`."""

    def send_form(
        self,
        *,
        text: str | Omit = OMIT,
        day: date | str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /form`

        The body is sent as `application/json`, or as
        `application/x-www-form-urlencoded` if the header Content-Type in `options` asks
        for it.

        Args:
            text: Needed when any of the body is given.

        Example:
            client.others.send_form(text="text")
        """
        return self._session.send(
            SEND_FORM, (), {"text": text, "day": day}, options=options
        )

    def send_parts(
        self,
        *,
        file: File | FileContent | Omit = OMIT,
        when: date | str | None | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /parts`

        Args:
            file: ContentMediaType `"application/octet-stream"`.

        Example:
            client.others.send_parts(file=b"...")
        """
        return self._session.send(
            SEND_PARTS, (), {"file": file, "when": when}, options=options
        )

    def send_open(
        self,
        *,
        name: str | Omit = OMIT,
        extra_body: Mapping[str, int] | None = None,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /open`

        Args:
            extra_body: Further fields of the body.

        Example:
            client.others.send_open(name="text")
        """
        return self._session.send(
            SEND_OPEN, (), {"name": name, **(extra_body or {})}, options=options
        )

    def send_map(
        self,
        *,
        body: Mapping[str, int] | None | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /map`

        Args:
            body: The request body.

        Example:
            client.others.send_map(body={"key": 1})
        """
        return self._session.send(SEND_MAP, (), body, options=options)

    def send_list(
        self,
        *,
        body: Sequence[params.NoteParams] | None,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /list`

        Args:
            body: The request body.

        Example:
            client.others.send_list(body=[{"text": "text"}])
        """
        return self._session.send(SEND_LIST, (), body, options=options)


class AsyncOthers(AsyncResource):
    """`Others` for asynchronous clients."""

    async def send_form(
        self,
        *,
        text: str | Omit = OMIT,
        day: date | str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /form`, as `Others.send_form`."""
        return await self._session.send(
            SEND_FORM, (), {"text": text, "day": day}, options=options
        )

    async def send_parts(
        self,
        *,
        file: File | FileContent | Omit = OMIT,
        when: date | str | None | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /parts`, as `Others.send_parts`."""
        return await self._session.send(
            SEND_PARTS, (), {"file": file, "when": when}, options=options
        )

    async def send_open(
        self,
        *,
        name: str | Omit = OMIT,
        extra_body: Mapping[str, int] | None = None,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /open`, as `Others.send_open`."""
        return await self._session.send(
            SEND_OPEN, (), {"name": name, **(extra_body or {})}, options=options
        )

    async def send_map(
        self,
        *,
        body: Mapping[str, int] | None | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /map`, as `Others.send_map`."""
        return await self._session.send(SEND_MAP, (), body, options=options)

    async def send_list(
        self,
        *,
        body: Sequence[params.NoteParams] | None,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /list`, as `Others.send_list`."""
        return await self._session.send(SEND_LIST, (), body, options=options)
