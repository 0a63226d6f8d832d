"""Arrays and tuples."""

from __future__ import annotations

from generator.document.node import Node
from generator.document.trees.tree import Tree
from generator.ir.declarations import Constraint
from generator.ir.types import Anything, Array, Nothing, Tuple, Type
from generator.ir.value import Json
from generator.reader.context import Context
from generator.reader.schema.reading import Reading

# Beside any of these, `unevaluatedItems` is about the items that they leave.
_EVALUATING = frozenset(
    {"$ref", "$dynamicRef", "allOf", "oneOf", "anyOf", "if", "contains"}
)

# Tools that convert to older versions leave this of a union.
_POSSIBLE_UNION = (
    "without `type`, it may as well have been a union: it is read as any value"
)
_IMPLIED = frozenset({"minItems", "maxItems", "unevaluatedItems"})


def read_array(node: Node, context: Context) -> Reading:
    """Read a schema of the type `array`."""
    prefix = list(node.elements("prefixItems"))
    items = node.get("items")
    if items is not None and isinstance(items.value, list):
        is_array = "type" in node.mapping
        hint = "it is read as `prefixItems`" if is_array else _POSSIBLE_UNION
        context.repair("items-list", "`items` has to be one schema", items, hint)
        if not is_array:
            return Reading(type=Anything())
        prefix, items = prefix or list(items.items()), None
    elif items is None and not prefix and _needs_items(node, context):
        hint = "the items are read as any value"
        where = node.at("items")
        context.repair("array-without-items", "the array has no `items`", where, hint)
    rest = Reading(type=Anything())
    if items is not None:
        rest = context.read_schema(items)
        if not prefix:
            context.note_false(items)
    elif _is_closed(node):
        rest = Reading(type=Nothing())
    if not prefix:
        return Reading(type=Array(item=rest.type), constraints=rest.within("items"))
    return _read_tuple(node, prefix, rest, context)


def _read_tuple(
    node: Node, prefix: list[Node], rest: Reading, context: Context
) -> Reading:
    """Read a list whose first items have schemas of their own."""
    most = _count(node, "maxItems")
    if most is not None and most <= len(prefix):
        prefix, rest = prefix[:most], Reading(type=Nothing())
    types: list[Type] = []
    constraints: list[Constraint] = []
    for index, one in enumerate(prefix):
        reading = context.read_schema(one)
        types.append(reading.type)
        constraints += reading.within("prefixItems", str(index))
    least = min(_count(node, "minItems") or 0, len(types))
    type = Tuple(items=tuple(types), rest=rest.type, least=least)
    if not type.is_exact:
        words: list[Tree] = [short_label(one) for one in prefix]
        constraints.append(Constraint(keyword="prefixItems", value=Json(value=words)))
    return Reading(type=type, constraints=(*constraints, *rest.within("items")))


def implied_keywords(type: Type) -> frozenset[str]:
    """The keywords that add nothing to what a type says."""
    return _IMPLIED if isinstance(type, Tuple) and type.is_exact else frozenset()


def _is_closed(node: Node) -> bool:
    """Whether the schema refuses the items that it doesn't describe."""
    is_false = node.mapping.get("unevaluatedItems") is False
    return is_false and _EVALUATING.isdisjoint(node.mapping)


def _count(node: Node, keyword: str) -> int | None:
    """A number of items; None where there is none or it makes no sense."""
    written = node.mapping.get(keyword)
    if isinstance(written, bool) or not isinstance(written, int | float):
        return None
    return int(written) if written >= 0 and written == written // 1 else None


def short_label(node: Node) -> str:
    """A schema in one word: the name of what it refers to, its title, its format or its type."""
    value = node.mapping
    target = value.get("$ref")
    if isinstance(target, str):
        return target.rpartition("/")[2]
    for keyword in ("title", "format", "type"):
        if isinstance(word := value.get(keyword), str):
            return word
    return "any"


def _needs_items(node: Node, context: Context) -> bool:
    """Whether this version of OpenAPI requires `items`: those before 3.1, outside of an allOf."""
    if not context.document.version.startswith(("2.", "3.0")):
        return False
    return isinstance(node.value, dict) and "$ref" not in node.value
