"""Operations on `orders`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.json.plain_data import SequenceNotStr
from .._runtime.operation.conversion import Conversion, Only
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

REPLACE_ORDERS: Operation[None] = Operation(
    "PUT",
    "/orders",
    body=JsonBody(),
    lists=((None, "tags"),),
    convert=Conversion(body={None: {"buyer": {"kind": Only("buyer")}}}),
    responses={"204": Empty()},
)
CREATE: Operation[None] = Operation(
    "POST",
    "/orders",
    body=JsonBody(),
    lists=(("tags",),),
    convert=Conversion(body={"buyer": {"kind": Only("buyer")}}),
    responses={"204": Empty()},
)
PATCH: Operation[None] = Operation(
    "PATCH",
    "/orders",
    body=JsonBody(),
    lists=(("tags",),),
    convert=Conversion(body={"buyer": {"kind": Only("buyer")}}),
    responses={"204": Empty()},
)
PATCH_VARIANTS_: Variants = Variants(
    Variant(("lines", "buyer"), ("tags", "secret")),
    Variant(("refund",), ("why",)),
    required=False,
)


class Orders(Resource):
    """Operations on `orders`."""

    def replace_orders(
        self,
        *,
        body: Sequence[params.ReplaceOrdersRequestItemParams],
        options: RequestOptions | None = None,
    ) -> None:
        """A list of what has several forms.

        `PUT /orders`

        Args:
            body: The request body.

        Example:
            client.orders.replace_orders(body=[{"refund": 5, "why": "broken"}])
        """
        return self._session.send(REPLACE_ORDERS, (), body, options=options)

    def create(
        self,
        *,
        lines: Sequence[params.LineParams],
        buyer: params.BuyerParams,
        tags: SequenceNotStr[str] | Omit = OMIT,
        secret: bytes | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """What is required and not shown is made up.

        `POST /orders`

        Example:
            client.orders.create(
                lines=[{"sku": "a", "amount": 3}, {"sku": "b"}],
                buyer={
                    "kind": "buyer", "address": {"street": "High Street", "floor": "3"},
                },
                tags=["red"], secret=b"...",
            )
        """
        return self._session.send(
            CREATE,
            (),
            {"lines": lines, "buyer": buyer, "tags": tags, "secret": secret},
            options=options,
        )

    @overload
    def patch(
        self,
        *,
        refund: int,
        why: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None: ...

    @overload
    def patch(
        self,
        *,
        lines: Sequence[params.LineParams],
        buyer: params.BuyerParams,
        tags: SequenceNotStr[str] | Omit = OMIT,
        secret: bytes | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None: ...

    @overload
    def patch(
        self,
        *,
        body: params.PatchOrderRequestParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None: ...

    def patch(
        self,
        *,
        lines: Sequence[params.LineParams] | Omit = OMIT,
        buyer: params.BuyerParams | Omit = OMIT,
        tags: SequenceNotStr[str] | Omit = OMIT,
        secret: bytes | Omit = OMIT,
        refund: int | Omit = OMIT,
        why: str | Omit = OMIT,
        body: params.PatchOrderRequestParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """The schema's own example, and one form of two.

        `PATCH /orders`

        Args:
            body: The request body.

        Overloads:
            refund, [why]
            lines, buyer, [tags], [secret]
            [body]: The whole body.

        Example:
            client.orders.patch(refund=1)
        """
        return self._session.send(
            PATCH,
            (),
            PATCH_VARIANTS_.collect(
                {
                    "lines": lines,
                    "buyer": buyer,
                    "tags": tags,
                    "secret": secret,
                    "refund": refund,
                    "why": why,
                },
                body,
            ),
            options=options,
        )


class AsyncOrders(AsyncResource):
    """`Orders` for asynchronous clients."""

    async def replace_orders(
        self,
        *,
        body: Sequence[params.ReplaceOrdersRequestItemParams],
        options: RequestOptions | None = None,
    ) -> None:
        """A list of what has several forms. `PUT /orders`, as
        `Orders.replace_orders`.
        """
        return await self._session.send(REPLACE_ORDERS, (), body, options=options)

    async def create(
        self,
        *,
        lines: Sequence[params.LineParams],
        buyer: params.BuyerParams,
        tags: SequenceNotStr[str] | Omit = OMIT,
        secret: bytes | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /orders`, as `Orders.create`."""
        return await self._session.send(
            CREATE,
            (),
            {"lines": lines, "buyer": buyer, "tags": tags, "secret": secret},
            options=options,
        )

    @overload
    async def patch(
        self,
        *,
        refund: int,
        why: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None: ...

    @overload
    async def patch(
        self,
        *,
        lines: Sequence[params.LineParams],
        buyer: params.BuyerParams,
        tags: SequenceNotStr[str] | Omit = OMIT,
        secret: bytes | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None: ...

    @overload
    async def patch(
        self,
        *,
        body: params.PatchOrderRequestParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None: ...

    async def patch(
        self,
        *,
        lines: Sequence[params.LineParams] | Omit = OMIT,
        buyer: params.BuyerParams | Omit = OMIT,
        tags: SequenceNotStr[str] | Omit = OMIT,
        secret: bytes | Omit = OMIT,
        refund: int | Omit = OMIT,
        why: str | Omit = OMIT,
        body: params.PatchOrderRequestParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`PATCH /orders`, as `Orders.patch`."""
        return await self._session.send(
            PATCH,
            (),
            PATCH_VARIANTS_.collect(
                {
                    "lines": lines,
                    "buyer": buyer,
                    "tags": tags,
                    "secret": secret,
                    "refund": refund,
                    "why": why,
                },
                body,
            ),
            options=options,
        )
