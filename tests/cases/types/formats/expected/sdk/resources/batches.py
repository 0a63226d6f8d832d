"""Operations on `batches`."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from .._models.shared import Order, Timing
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.conversion import SECONDS, Conversion
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody, JsonLinesBody
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Empty, Json

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

REPLACE_ORDERS: Operation[list[UUID]] = Operation(
    "PUT",
    "/orders",
    body=JsonBody(),
    lists=((None, "waits"), (None, "timing", "ends"), (None, "steps", None, "ends")),
    convert=Conversion(
        body={
            None: {
                "created_at": SECONDS,
                "paid_at": SECONDS,
                "moments": {None: SECONDS},
                "timing": "Timing",
                "steps": {None: "Timing"},
                "extra": {"at": SECONDS},
            }
        },
        named={"Timing": {"at": SECONDS, "ends": {None: SECONDS}}},
    ),
    responses={"200": Json(list[UUID])},
)
SEND_LINES: Operation[None] = Operation(
    "POST",
    "/lines",
    body=JsonLinesBody(),
    convert=Conversion(body={None: {"at": SECONDS, "ends": {None: SECONDS}}}),
    responses={"204": Empty()},
)


class Batches(Resource):
    """Operations on `batches`."""

    def replace_orders(
        self,
        *,
        body: Sequence[Order | params.OrderParams],
        options: RequestOptions | None = None,
    ) -> list[UUID]:
        """`PUT /orders`

        Args:
            body: The request body.

        Returns: The ids.

        Example:
            item = client.batches.replace_orders(
                body=[
                    {
                        "id": "123e4567-e89b-12d3-a456-426614174000",
                        "uuid": "123e4567-e89b-12d3-a456-426614174000",
                    },
                ],
            )
        """
        return self._session.send(REPLACE_ORDERS, (), body, options=options)

    def send_lines(
        self,
        *,
        body: (
            Iterable[Timing | params.TimingParams]
            | AsyncIterable[Timing | params.TimingParams]
            | str
            | bytes
        ),
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /lines`

        Args:
            body: The request body.

        Example:
            client.batches.send_lines(body=[{"time": "12:00:00Z", "at": 1738324800}])
        """
        return self._session.send(SEND_LINES, (), body, options=options)


class AsyncBatches(AsyncResource):
    """`Batches` for asynchronous clients."""

    async def replace_orders(
        self,
        *,
        body: Sequence[Order | params.OrderParams],
        options: RequestOptions | None = None,
    ) -> list[UUID]:
        """`PUT /orders`, as `Batches.replace_orders`."""
        return await self._session.send(REPLACE_ORDERS, (), body, options=options)

    async def send_lines(
        self,
        *,
        body: (
            Iterable[Timing | params.TimingParams]
            | AsyncIterable[Timing | params.TimingParams]
            | str
            | bytes
        ),
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /lines`, as `Batches.send_lines`."""
        return await self._session.send(SEND_LINES, (), body, options=options)
