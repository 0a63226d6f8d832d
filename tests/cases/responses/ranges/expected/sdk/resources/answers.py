"""Operations on `answers`."""

from __future__ import annotations

from datetime import date
from typing import Literal

from .._models.shared import Id, Thing
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.json.plain_data import UnknownValue
from .._runtime.operation.operation import Operation
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import ByContentType, Bytes, Json, JsonOrText

ID: Operation[str] = Operation(
    "GET",
    "/id",
    responses={"200": JsonOrText(str)},
)
NAMED: Operation[Id] = Operation(
    "GET",
    "/named",
    responses={"200": JsonOrText(Id)},
)
DAY: Operation[date] = Operation(
    "GET",
    "/day",
    responses={"200": JsonOrText(date)},
)
KEY: Operation[bytes] = Operation(
    "GET",
    "/key",
    responses={"200": JsonOrText(bytes)},
)
FILE: Operation[bytes] = Operation(
    "GET",
    "/file",
    responses={"200": Bytes()},
)
ANYTHING: Operation[bytes] = Operation(
    "GET",
    "/anything",
    responses={"200": Bytes()},
)
STATE: Operation[Literal["on", "off"] | UnknownValue] = Operation(
    "GET",
    "/state",
    responses={"200": JsonOrText(Literal["on", "off"] | UnknownValue)},
)
MAYBE: Operation[date | None] = Operation(
    "GET",
    "/maybe",
    responses={"200": JsonOrText(date | None)},
)
COUNT: Operation[int] = Operation(
    "GET",
    "/count",
    responses={"200": Json(int)},
)
IDS: Operation[list[str]] = Operation(
    "GET",
    "/ids",
    responses={"200": Json(list[str])},
)
PAGE: Operation[str] = Operation(
    "GET",
    "/page",
    responses={"200": JsonOrText(str, "text/*")},
)
SEVERAL: Operation[date | Thing | str] = Operation(
    "GET",
    "/several",
    responses={
        "200": ByContentType(
            {
                "*/*": JsonOrText(date),
                "application/*": Json(Thing),
                "text/*": JsonOrText(str),
            }
        )
    },
)


class Answers(Resource):
    """Operations on `answers`."""

    def id(self, *, options: RequestOptions | None = None) -> str:
        """`GET /id`

        Returns: A. Format `uuid`.

        Example:
            result = client.answers.id()
        """
        return self._session.send(ID, options=options)

    def named(self, *, options: RequestOptions | None = None) -> Id:
        """`GET /named`

        Returns: A.

        Example:
            result = client.answers.named()
        """
        return self._session.send(NAMED, options=options)

    def day(self, *, options: RequestOptions | None = None) -> date:
        """`GET /day`

        Returns: A.

        Example:
            result = client.answers.day()
        """
        return self._session.send(DAY, options=options)

    def key(self, *, options: RequestOptions | None = None) -> bytes:
        """`GET /key`

        Returns: A.

        Example:
            result = client.answers.key()
        """
        return self._session.send(KEY, options=options)

    def file(self, *, options: RequestOptions | None = None) -> bytes:
        """`GET /file`

        Returns: A. `stream(client.answers.file, ...)` takes it as it comes, beyond
        `max_response_bytes`, too.

        Example:
            result = client.answers.file()
        """
        return self._session.send(FILE, options=options)

    def anything(self, *, options: RequestOptions | None = None) -> bytes:
        """`GET /anything`

        Returns: A. `stream(client.answers.anything, ...)` takes it as it comes, beyond
        `max_response_bytes`, too.

        Example:
            result = client.answers.anything()
        """
        return self._session.send(ANYTHING, options=options)

    def state(
        self, *, options: RequestOptions | None = None
    ) -> Literal["on", "off"] | UnknownValue:
        """`GET /state`

        Returns: A.

        Example:
            result = client.answers.state()
        """
        return self._session.send(STATE, options=options)

    def maybe(self, *, options: RequestOptions | None = None) -> date | None:
        """`GET /maybe`

        Returns: A.

        Example:
            result = client.answers.maybe()
        """
        return self._session.send(MAYBE, options=options)

    def count(self, *, options: RequestOptions | None = None) -> int:
        """`GET /count`

        Returns: A.

        Example:
            item = client.answers.count()
        """
        return self._session.send(COUNT, options=options)

    def ids(self, *, options: RequestOptions | None = None) -> list[str]:
        """`GET /ids`

        Returns: A. Each item: format `uuid`.

        Example:
            item = client.answers.ids()
        """
        return self._session.send(IDS, options=options)

    def page(self, *, options: RequestOptions | None = None) -> str:
        """`GET /page`

        Returns: A.

        Example:
            result = client.answers.page()
        """
        return self._session.send(PAGE, options=options)

    def several(self, *, options: RequestOptions | None = None) -> date | Thing | str:
        """`GET /several`

        Returns: A.

        Example:
            result = client.answers.several()
        """
        return self._session.send(SEVERAL, options=options)


class AsyncAnswers(AsyncResource):
    """`Answers` for asynchronous clients."""

    async def id(self, *, options: RequestOptions | None = None) -> str:
        """`GET /id`, as `Answers.id`."""
        return await self._session.send(ID, options=options)

    async def named(self, *, options: RequestOptions | None = None) -> Id:
        """`GET /named`, as `Answers.named`."""
        return await self._session.send(NAMED, options=options)

    async def day(self, *, options: RequestOptions | None = None) -> date:
        """`GET /day`, as `Answers.day`."""
        return await self._session.send(DAY, options=options)

    async def key(self, *, options: RequestOptions | None = None) -> bytes:
        """`GET /key`, as `Answers.key`."""
        return await self._session.send(KEY, options=options)

    async def file(self, *, options: RequestOptions | None = None) -> bytes:
        """`GET /file`, as `Answers.file`."""
        return await self._session.send(FILE, options=options)

    async def anything(self, *, options: RequestOptions | None = None) -> bytes:
        """`GET /anything`, as `Answers.anything`."""
        return await self._session.send(ANYTHING, options=options)

    async def state(
        self, *, options: RequestOptions | None = None
    ) -> Literal["on", "off"] | UnknownValue:
        """`GET /state`, as `Answers.state`."""
        return await self._session.send(STATE, options=options)

    async def maybe(self, *, options: RequestOptions | None = None) -> date | None:
        """`GET /maybe`, as `Answers.maybe`."""
        return await self._session.send(MAYBE, options=options)

    async def count(self, *, options: RequestOptions | None = None) -> int:
        """`GET /count`, as `Answers.count`."""
        return await self._session.send(COUNT, options=options)

    async def ids(self, *, options: RequestOptions | None = None) -> list[str]:
        """`GET /ids`, as `Answers.ids`."""
        return await self._session.send(IDS, options=options)

    async def page(self, *, options: RequestOptions | None = None) -> str:
        """`GET /page`, as `Answers.page`."""
        return await self._session.send(PAGE, options=options)

    async def several(
        self, *, options: RequestOptions | None = None
    ) -> date | Thing | str:
        """`GET /several`, as `Answers.several`."""
        return await self._session.send(SEVERAL, options=options)
