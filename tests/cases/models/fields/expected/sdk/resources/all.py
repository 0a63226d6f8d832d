"""Operations on `all`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal

from .._models.all import Everything, EverythingNested, Settings, Wide
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.deprecation import warns
from .._runtime.json.plain_data import SequenceNotStr, UnknownValue
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Empty, Json

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

RETRIEVE: Operation[Everything] = Operation(
    "GET",
    "/all",
    responses={"200": Json(Everything)},
)
REPLACE: Operation[None] = Operation(
    "PUT",
    "/all",
    body=JsonBody(),
    dates=(("day",),),
    lists=(("pair",),),
    passwords=("secret",),
    responses={"204": Empty()},
)


class All(Resource):
    """Operations on `all`."""

    def retrieve(self, *, options: RequestOptions | None = None) -> Everything:
        """`GET /all`

        Returns: Everything.

        Example:
            everything = client.all.retrieve()
        """
        return self._session.send(RETRIEVE, options=options)

    @warns("secret")
    def replace(
        self,
        *,
        required: str,
        required_null: str | None,
        level: Literal["low", "high"] | UnknownValue,
        optional: int | Omit = OMIT,
        optional_null: int | None | Omit = OMIT,
        mixed: Literal["one", True] | bool | float | UnknownValue | None | Omit = OMIT,
        constant: Literal["fixed"] | Omit = OMIT,
        when: datetime | str | Omit = OMIT,
        day: date | str | Omit = OMIT,
        bytes: bytes | Omit = OMIT,
        uuid: str | Omit = OMIT,
        number: float | Omit = OMIT,
        anything: Any | Omit = OMIT,
        nothing: Any | Omit = OMIT,
        map: Mapping[str, int] | Omit = OMIT,
        free: Mapping[str, Any] | Omit = OMIT,
        pair: SequenceNotStr[str | int] | Omit = OMIT,
        secret: str | Omit = OMIT,
        text_or_number: str | float | Omit = OMIT,
        nested: EverythingNested | params.EverythingNestedParams | Omit = OMIT,
        settings: (
            Settings | params.SettingsParams | Mapping[str, str | int] | Omit
        ) = OMIT,
        wide: Wide | params.WideParams | Mapping[str, Any] | Omit = OMIT,
        body_self: Everything | params.EverythingParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /all`

        Args:
            required: Always there. 1 or more characters, 9 or fewer characters, pattern
                `"^a{1}$"`.
            level: Default `"low"`.
            optional: At least 0, less than 10, default `5`.
            mixed: One of `1`, `"one"`, `True`, `1.5`.
            uuid: Format `uuid`.
            number: A multiple of 0.5.
            pair: In order `string`, `integer`.
            secret: Deprecated.
            body_self: `self` in the body.

        Body: One property of each kind.

        Example:
            client.all.replace(required="text", required_null="text", level="low")
        """
        return self._session.send(
            REPLACE,
            (),
            {
                "required": required,
                "required_null": required_null,
                "optional": optional,
                "optional_null": optional_null,
                "level": level,
                "mixed": mixed,
                "constant": constant,
                "when": when,
                "day": day,
                "bytes": bytes,
                "uuid": uuid,
                "number": number,
                "anything": anything,
                "nothing": nothing,
                "map": map,
                "free": free,
                "pair": pair,
                "secret": secret,
                "text_or_number": text_or_number,
                "nested": nested,
                "settings": settings,
                "wide": wide,
                "self": body_self,
            },
            options=options,
        )


class AsyncAll(AsyncResource):
    """`All` for asynchronous clients."""

    async def retrieve(self, *, options: RequestOptions | None = None) -> Everything:
        """`GET /all`, as `All.retrieve`."""
        return await self._session.send(RETRIEVE, options=options)

    @warns("secret")
    async def replace(
        self,
        *,
        required: str,
        required_null: str | None,
        level: Literal["low", "high"] | UnknownValue,
        optional: int | Omit = OMIT,
        optional_null: int | None | Omit = OMIT,
        mixed: Literal["one", True] | bool | float | UnknownValue | None | Omit = OMIT,
        constant: Literal["fixed"] | Omit = OMIT,
        when: datetime | str | Omit = OMIT,
        day: date | str | Omit = OMIT,
        bytes: bytes | Omit = OMIT,
        uuid: str | Omit = OMIT,
        number: float | Omit = OMIT,
        anything: Any | Omit = OMIT,
        nothing: Any | Omit = OMIT,
        map: Mapping[str, int] | Omit = OMIT,
        free: Mapping[str, Any] | Omit = OMIT,
        pair: SequenceNotStr[str | int] | Omit = OMIT,
        secret: str | Omit = OMIT,
        text_or_number: str | float | Omit = OMIT,
        nested: EverythingNested | params.EverythingNestedParams | Omit = OMIT,
        settings: (
            Settings | params.SettingsParams | Mapping[str, str | int] | Omit
        ) = OMIT,
        wide: Wide | params.WideParams | Mapping[str, Any] | Omit = OMIT,
        body_self: Everything | params.EverythingParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /all`, as `All.replace`."""
        return await self._session.send(
            REPLACE,
            (),
            {
                "required": required,
                "required_null": required_null,
                "optional": optional,
                "optional_null": optional_null,
                "level": level,
                "mixed": mixed,
                "constant": constant,
                "when": when,
                "day": day,
                "bytes": bytes,
                "uuid": uuid,
                "number": number,
                "anything": anything,
                "nothing": nothing,
                "map": map,
                "free": free,
                "pair": pair,
                "secret": secret,
                "text_or_number": text_or_number,
                "nested": nested,
                "settings": settings,
                "wide": wide,
                "self": body_self,
            },
            options=options,
        )
