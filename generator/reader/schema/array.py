"""Arrays and tuples."""

from __future__ import annotations

from generator.document.node import Node
from generator.ir.declarations import Constraint
from generator.ir.types import Anything, Array, Tuple, Type
from generator.reader.context import Context
from generator.reader.schema import schema
from generator.reader.schema.reading import Reading


def read_array(node: Node, context: Context) -> Reading:
    """Read a schema of the type `array`."""
    prefix = list(node.elements("prefixItems"))
    items = node.get("items")
    if items is not None and isinstance(items.value, list):
        hint = "it is read as `prefixItems`"
        context.repair("items-list", "`items` has to be one schema", items, hint)
        prefix, items = prefix or list(items.items()), None
    elif items is None and not prefix and _needs_items(node, context):
        hint = "the items are read as any value"
        context.repair("array-without-items", "the array has no `items`", node, hint)
    rest = Reading(type=Anything())
    if items is not None:
        rest = schema.read_schema(items, context)
    if not prefix:
        return Reading(type=Array(item=rest.type), constraints=rest.within("items"))
    types: list[Type] = []
    constraints: list[Constraint] = []
    for index, one in enumerate(prefix):
        reading = schema.read_schema(one, context)
        types.append(reading.type)
        constraints += reading.within("prefixItems", str(index))
    return Reading(
        type=Tuple(items=tuple(types), rest=rest.type),
        constraints=(*constraints, *rest.within("items")),
    )


def _needs_items(node: Node, context: Context) -> bool:
    """Whether this version of OpenAPI wants `items`: those before 3.1, outside of an allOf."""
    if not context.document.version.startswith(("2.", "3.0")):
        return False
    return isinstance(node.value, dict) and "$ref" not in node.value
