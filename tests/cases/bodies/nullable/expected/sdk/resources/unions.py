"""Operations on `unions`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, overload

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.request.variants import Variant, Variants
from .._runtime.response.content import Empty

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

SEND_SEVERAL: Operation[None] = Operation(
    "POST",
    "/several",
    body=JsonBody(),
    dates=(("day",),),
    responses={"204": Empty()},
)
SEND_SEVERAL_VARIANTS_: Variants = Variants(
    Variant(("text",), ("day",)), Variant(("other",)), required=False
)


class Unions(Resource):
    """Operations on `unions`."""

    @overload
    def send_several(
        self, *, other: str, options: RequestOptions | None = None
    ) -> None: ...

    @overload
    def send_several(
        self,
        *,
        text: str,
        day: date | str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None: ...

    @overload
    def send_several(
        self,
        *,
        body: params.SendSeveralRequestParams | None | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None: ...

    def send_several(
        self,
        *,
        text: str | Omit = OMIT,
        day: date | str | Omit = OMIT,
        other: str | Omit = OMIT,
        body: params.SendSeveralRequestParams | None | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /several`

        Args:
            body: The request body.

        Overloads:
            other
            text, [day]
            [body]: The whole body.

        Example:
            client.unions.send_several(other="text")
        """
        return self._session.send(
            SEND_SEVERAL,
            (),
            SEND_SEVERAL_VARIANTS_.collect(
                {"text": text, "day": day, "other": other}, body
            ),
            options=options,
        )


class AsyncUnions(AsyncResource):
    """`Unions` for asynchronous clients."""

    @overload
    async def send_several(
        self, *, other: str, options: RequestOptions | None = None
    ) -> None: ...

    @overload
    async def send_several(
        self,
        *,
        text: str,
        day: date | str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None: ...

    @overload
    async def send_several(
        self,
        *,
        body: params.SendSeveralRequestParams | None | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None: ...

    async def send_several(
        self,
        *,
        text: str | Omit = OMIT,
        day: date | str | Omit = OMIT,
        other: str | Omit = OMIT,
        body: params.SendSeveralRequestParams | None | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /several`, as `Unions.send_several`."""
        return await self._session.send(
            SEND_SEVERAL,
            (),
            SEND_SEVERAL_VARIANTS_.collect(
                {"text": text, "day": day, "other": other}, body
            ),
            options=options,
        )
