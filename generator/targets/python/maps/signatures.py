"""The arguments of methods as the maps write them."""

from __future__ import annotations

from generator.targets.python.requests.signature import Argument
from generator.targets.python.views.resource import MethodView, WayView


def arguments_of(method: MethodView, way: MethodView | WayView) -> list[str]:
    """Each argument with its type and its default, and the star where keywords begin."""
    parts = [*map(_argument, way.positional), "*", *map(_argument, way.keywords)]
    if method.is_paged:
        parts += [
            f"max_items: {method.max_items} = None",
            f"cursor: {method.cursor} = None",
        ]
    return [*parts, f"options: {method.options} = None"]


def _argument(argument: Argument) -> str:
    default = f" = {argument.default}" if argument.default else ""
    return f"{argument.name}: {argument.annotation}{default}"
