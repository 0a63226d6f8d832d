"""Operations on `orders`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

from .._models.shared import Order, OrderExtra, Timing
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.json.plain_data import SequenceNotStr, UnknownValue
from .._runtime.operation.conversion import SECONDS, Conversion
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.parameters import (
    CookieParameter,
    HeaderParameter,
    PathParameter,
    QueryParameter,
)
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Json

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

GET: Operation[Order] = Operation(
    "GET",
    "/orders/{id}/{at}",
    parameters=(
        PathParameter("id"),
        PathParameter("at"),
        QueryParameter("least"),
        QueryParameter("ids"),
        QueryParameter("since"),
        QueryParameter("moments"),
        QueryParameter("opens"),
        HeaderParameter("X-Wait"),
        HeaderParameter("X-Since"),
        CookieParameter("trace"),
    ),
    lists=((3,), (5,)),
    convert=Conversion(
        parameters={1: SECONDS, 4: SECONDS, 5: {None: SECONDS}, 8: SECONDS}
    ),
    responses={"200": Json(Order)},
)
CREATE: Operation[Order] = Operation(
    "POST",
    "/orders",
    body=JsonBody(),
    lists=(("waits",), ("timing", "ends"), ("steps", None, "ends")),
    convert=Conversion(
        body={
            "paid_at": SECONDS,
            "moments": {None: SECONDS},
            "timing": "Timing",
            "steps": {None: "Timing"},
            "extra": {"at": SECONDS},
        },
        named={"Timing": {"at": SECONDS, "ends": {None: SECONDS}}},
    ),
    responses={"200": Json(Order)},
)


class Orders(Resource):
    """Operations on `orders`."""

    def get(
        self,
        id: UUID | str,
        at: datetime | int,
        *,
        least: Decimal | str | Omit = OMIT,
        ids: SequenceNotStr[UUID | str] | Omit = OMIT,
        since: datetime | int | None | Omit = OMIT,
        moments: Sequence[datetime | int] | Omit = OMIT,
        opens: time | str | Omit = OMIT,
        x_wait: timedelta | str | Omit = OMIT,
        x_since: datetime | int | Omit = OMIT,
        trace: UUID | str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Order:
        """`GET /orders/{id}/{at}`

        Args:
            at: Unix seconds in JSON.
            since: Unix seconds in JSON.
            moments: Each item: unix seconds in JSON.
            x_since: Unix seconds in JSON.

        Returns: The order.

        Example:
            order = client.orders.get(
                "123e4567-e89b-12d3-a456-426614174000", 1738324800
            )
        """
        return self._session.send(
            GET,
            (id, at, least, ids, since, moments, opens, x_wait, x_since, trace),
            options=options,
        )

    def create(
        self,
        *,
        id: UUID | str,
        uuid: UUID | str | None,
        kind: (
            Literal["123e4567-e89b-12d3-a456-426614174000"] | UnknownValue | Omit
        ) = OMIT,
        decimal: Decimal | str | Omit = OMIT,
        share: float | Omit = OMIT,
        paid_at: params.OrderPaidAtParams | Omit = OMIT,
        sent_at: params.OrderSentAtParams | Omit = OMIT,
        owner: UUID | str | int | Omit = OMIT,
        label: str | Omit = OMIT,
        waits: SequenceNotStr[timedelta | str] | Omit = OMIT,
        prices: Mapping[str, Decimal | str] | Omit = OMIT,
        moments: Mapping[str, datetime | int] | Omit = OMIT,
        ref: UUID | str | Omit = OMIT,
        timing: Timing | params.TimingParams | Omit = OMIT,
        steps: Sequence[Timing | params.TimingParams] | Omit = OMIT,
        extra: OrderExtra | params.OrderExtraParams | Mapping[str, Any] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Order:
        """`POST /orders`

        Args:
            decimal: Default `"0.00"`.
            share: A number stays one. Format `decimal`.
            paid_at: A unix time or a text.
            sent_at: A unix time or a moment as text.
            owner: An id or a number.
            label: Texts of two formats are texts.
            moments: Each value: unix seconds in JSON.

        Returns: The order.

        Example:
            order = client.orders.create(
                id="123e4567-e89b-12d3-a456-426614174000",
                uuid="123e4567-e89b-12d3-a456-426614174000",
            )
        """
        return self._session.send(
            CREATE,
            (),
            {
                "id": id,
                "uuid": uuid,
                "kind": kind,
                "decimal": decimal,
                "share": share,
                "paid_at": paid_at,
                "sent_at": sent_at,
                "owner": owner,
                "label": label,
                "waits": waits,
                "prices": prices,
                "moments": moments,
                "ref": ref,
                "timing": timing,
                "steps": steps,
                "extra": extra,
            },
            options=options,
        )


class AsyncOrders(AsyncResource):
    """`Orders` for asynchronous clients."""

    async def get(
        self,
        id: UUID | str,
        at: datetime | int,
        *,
        least: Decimal | str | Omit = OMIT,
        ids: SequenceNotStr[UUID | str] | Omit = OMIT,
        since: datetime | int | None | Omit = OMIT,
        moments: Sequence[datetime | int] | Omit = OMIT,
        opens: time | str | Omit = OMIT,
        x_wait: timedelta | str | Omit = OMIT,
        x_since: datetime | int | Omit = OMIT,
        trace: UUID | str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Order:
        """`GET /orders/{id}/{at}`, as `Orders.get`."""
        return await self._session.send(
            GET,
            (id, at, least, ids, since, moments, opens, x_wait, x_since, trace),
            options=options,
        )

    async def create(
        self,
        *,
        id: UUID | str,
        uuid: UUID | str | None,
        kind: (
            Literal["123e4567-e89b-12d3-a456-426614174000"] | UnknownValue | Omit
        ) = OMIT,
        decimal: Decimal | str | Omit = OMIT,
        share: float | Omit = OMIT,
        paid_at: params.OrderPaidAtParams | Omit = OMIT,
        sent_at: params.OrderSentAtParams | Omit = OMIT,
        owner: UUID | str | int | Omit = OMIT,
        label: str | Omit = OMIT,
        waits: SequenceNotStr[timedelta | str] | Omit = OMIT,
        prices: Mapping[str, Decimal | str] | Omit = OMIT,
        moments: Mapping[str, datetime | int] | Omit = OMIT,
        ref: UUID | str | Omit = OMIT,
        timing: Timing | params.TimingParams | Omit = OMIT,
        steps: Sequence[Timing | params.TimingParams] | Omit = OMIT,
        extra: OrderExtra | params.OrderExtraParams | Mapping[str, Any] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Order:
        """`POST /orders`, as `Orders.create`."""
        return await self._session.send(
            CREATE,
            (),
            {
                "id": id,
                "uuid": uuid,
                "kind": kind,
                "decimal": decimal,
                "share": share,
                "paid_at": paid_at,
                "sent_at": sent_at,
                "owner": owner,
                "label": label,
                "waits": waits,
                "prices": prices,
                "moments": moments,
                "ref": ref,
                "timing": timing,
                "steps": steps,
                "extra": extra,
            },
            options=options,
        )
