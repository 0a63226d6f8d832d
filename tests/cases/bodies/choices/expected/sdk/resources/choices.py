"""Operations on `choices`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.body import EitherBody, FormBody, JsonBody
from .._runtime.request.multipart import MultipartBody
from .._runtime.request.payload import File, FileContent
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.request.styles import Encoding
from .._runtime.response.content import Empty

SEND_SAME: Operation[None] = Operation(
    "POST",
    "/same",
    body=EitherBody(
        JsonBody(), MultipartBody({"files": Encoding(binary=True)}), FormBody()
    ),
    responses={"204": Empty()},
)
SEND_FILE: Operation[None] = Operation(
    "POST",
    "/file",
    body=MultipartBody({"files": Encoding(binary=True)}),
    responses={"204": Empty()},
)
SEND_FILE_AS_JSON: Operation[None] = Operation(
    "POST",
    "/file",
    body=JsonBody(),
    responses={"204": Empty()},
)
SEND_FIELDS: Operation[None] = Operation(
    "POST",
    "/fields",
    body=EitherBody(FormBody(), MultipartBody()),
    responses={"204": Empty()},
)
PATCH: Operation[None] = Operation(
    "PATCH",
    "/patch",
    body=JsonBody("application/json-patch+json"),
    responses={"204": Empty()},
)


class Choices(Resource):
    """Operations on `choices`."""

    def send_same(
        self,
        *,
        name: str,
        files: Sequence[File | FileContent] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /same`

        The body is sent as `application/json`, or with a file in it as
        `multipart/form-data`, or as `application/x-www-form-urlencoded` or
        `application/vnd.own+json` if the header Content-Type in `options` asks for it.

        Example:
            client.choices.send_same(name="text")
        """
        return self._session.send(
            SEND_SAME, (), {"name": name, "files": files}, options=options
        )

    def send_file(
        self,
        *,
        name: str,
        files: Sequence[File | FileContent] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /file`

        The body is sent as `multipart/form-data`; `send_file_as_json` sends
        `application/json`.

        Example:
            client.choices.send_file(name="text")
        """
        return self._session.send(
            SEND_FILE, (), {"name": name, "files": files}, options=options
        )

    def send_file_as_json(
        self, *, url: str, options: RequestOptions | None = None
    ) -> None:
        """`POST /file`

        The body is sent as `application/json`; `send_file` sends `multipart/form-data`.

        Example:
            client.choices.send_file_as_json(url="text")
        """
        return self._session.send(SEND_FILE_AS_JSON, (), {"url": url}, options=options)

    def send_fields(self, *, a: str, options: RequestOptions | None = None) -> None:
        """`POST /fields`

        The body is sent as `application/x-www-form-urlencoded`, or as
        `multipart/form-data` if the header Content-Type in `options` asks for it.

        Example:
            client.choices.send_fields(a="text")
        """
        return self._session.send(SEND_FIELDS, (), {"a": a}, options=options)

    def patch(self, *, body: Any, options: RequestOptions | None = None) -> None:
        """`PATCH /patch`

        The body is sent as `application/json-patch+json`, or as
        `application/merge-patch+json` if the header Content-Type in `options` asks for
        it.

        Args:
            body: The request body.

        Example:
            client.choices.patch(body=None)
        """
        return self._session.send(PATCH, (), body, options=options)


class AsyncChoices(AsyncResource):
    """`Choices` for asynchronous clients."""

    async def send_same(
        self,
        *,
        name: str,
        files: Sequence[File | FileContent] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /same`, as `Choices.send_same`."""
        return await self._session.send(
            SEND_SAME, (), {"name": name, "files": files}, options=options
        )

    async def send_file(
        self,
        *,
        name: str,
        files: Sequence[File | FileContent] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /file`, as `Choices.send_file`."""
        return await self._session.send(
            SEND_FILE, (), {"name": name, "files": files}, options=options
        )

    async def send_file_as_json(
        self, *, url: str, options: RequestOptions | None = None
    ) -> None:
        """`POST /file`, as `Choices.send_file_as_json`."""
        return await self._session.send(
            SEND_FILE_AS_JSON, (), {"url": url}, options=options
        )

    async def send_fields(
        self, *, a: str, options: RequestOptions | None = None
    ) -> None:
        """`POST /fields`, as `Choices.send_fields`."""
        return await self._session.send(SEND_FIELDS, (), {"a": a}, options=options)

    async def patch(self, *, body: Any, options: RequestOptions | None = None) -> None:
        """`PATCH /patch`, as `Choices.patch`."""
        return await self._session.send(PATCH, (), body, options=options)
