"""The command `shop`."""

from __future__ import annotations

from shop_sdk import Shop


def main() -> None:
    """Print the ids of all orders."""
    with Shop() as client:
        for order in client.orders.list():
            print(order.id)
