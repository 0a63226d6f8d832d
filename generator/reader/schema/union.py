"""The keywords `oneOf` and `anyOf`."""

from __future__ import annotations

from generator.document.node import Node
from generator.document.trees.tree import Tree
from generator.ir.declarations import Constraint
from generator.ir.name import Name
from generator.ir.types import (
    Anything,
    Discriminator,
    Enumeration,
    String,
    Variant,
)
from generator.reader.context import Context
from generator.reader.docs import read_name
from generator.reader.schema.combination import one_of
from generator.reader.schema.constraint import documented
from generator.reader.schema.enumeration import kind_of
from generator.reader.schema.reading import Reading

# Without any of these a variant only narrows what the schema around it says.
_SHAPING = frozenset(
    [
        "$ref",
        "$dynamicRef",
        "type",
        "properties",
        "items",
        "prefixItems",
        "additionalProperties",
        "patternProperties",
        "enum",
        "const",
        "allOf",
        "oneOf",
        "anyOf",
        "format",
    ]
)


def read_union(
    node: Node,
    keyword: str,
    kinds: tuple[str, ...],
    discriminator: Discriminator | None,
    context: Context,
) -> Reading | None:
    """Read one union of a schema; None without the keyword.

    Args:
        node: The schema.
        keyword: `oneOf` or `anyOf`.
        kinds: The JSON types that the schema takes, for variants that name none.
        discriminator: What the document says about telling the variants apart.
        context: What the readers share.
    """
    variants = node.elements(keyword)
    if not variants:
        if keyword in node.mapping:
            message = f"`{keyword}` has no variants"
            context.repair("union-empty", message, node.at(keyword), "it is ignored")
        return None
    if all(_only_narrows(variant.value) for variant in variants):
        return Reading(type=Anything(), constraints=documented(node, keyword))
    readings = [context.read_schema(one, kinds) for one in variants]
    if len(readings) == 1:
        return readings[0]
    constraints: list[Constraint] = []
    for index, reading in enumerate(readings):
        constraints += reading.within(keyword, str(index))
    named = [
        Variant(type=reading.type, name=_name(one), docs=reading.docs)
        for one, reading in zip(variants, readings, strict=True)
    ]
    if _list_values(named) and any(
        one.docs.summary or one.docs.description for one in readings
    ):
        # What each value means is worth keeping, and stands in the variants alone.
        constraints = [*documented(node, keyword)]
    return Reading(
        type=one_of(named, discriminator, node, _below(node, keyword)),
        constraints=tuple(constraints),
        deprecated=all(reading.deprecated for reading in readings),
    )


def _list_values(variants: list[Variant]) -> bool:
    """Whether variants are values of one kind, or any string beside them."""
    types = [each.type for each in variants]
    listed = [each for each in types if isinstance(each, Enumeration)]
    kinds = {kind_of(value) for each in listed for value in each.values}
    kinds |= {"string" for each in types if each == String()}
    return len(kinds) == 1 and all(
        isinstance(each, Enumeration) or each == String() for each in types
    )


def _below(node: Node, keyword: str) -> str:
    """The end of a union's id: the keyword where the schema has two unions."""
    return f"/{keyword}" if {"oneOf", "anyOf"} <= node.mapping.keys() else ""


def _only_narrows(value: Tree) -> bool:
    return isinstance(value, dict) and _SHAPING.isdisjoint(value)


def _name(node: Node) -> Name | None:
    """The name that the document gives a variant itself, not the schema it refers to."""
    name = read_name(node, node.key)
    return name if name.preferred else None
