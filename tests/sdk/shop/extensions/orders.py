"""What is added to the orders."""

from __future__ import annotations

from shop_sdk.models import Order
from shop_sdk.resources import orders


class Orders(orders.Orders):
    """Orders, and the first of them."""

    def first(self) -> Order | None:
        """The first order."""
        return next(iter(self.list(max_items=1)), None)


class AsyncOrders(orders.AsyncOrders):
    """Orders, and the first of them."""

    async def first(self) -> Order | None:
        """The first order."""
        async for order in self.list(max_items=1):
            return order
        return None
