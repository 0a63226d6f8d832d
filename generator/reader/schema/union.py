"""The keywords `oneOf` and `anyOf`."""

from __future__ import annotations

import msgspec

from generator.diagnostics import Place
from generator.document.node import Node
from generator.document.tree import Tree
from generator.ir.declarations import Constraint
from generator.ir.name import Name
from generator.ir.types import (
    Anything,
    Boolean,
    Discriminator,
    Enumeration,
    Integer,
    Nothing,
    Null,
    Nullable,
    Number,
    String,
    Type,
    Union,
    Variant,
)
from generator.ir.value import Scalar
from generator.reader.context import Context
from generator.reader.docs import read_name
from generator.reader.schema import schema
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
        if isinstance(node.value, dict) and keyword in node.value:
            message = f"`{keyword}` has no variants"
            context.repair("union-empty", message, node.at(keyword), "it is ignored")
        return None
    if all(_only_narrows(variant.value) for variant in variants):
        return Reading(type=Anything(), constraints=documented(node, keyword))
    readings = [schema.read_schema(one, context, kinds) for one in variants]
    if len(readings) == 1:
        return readings[0]
    constraints: list[Constraint] = []
    for index, reading in enumerate(readings):
        constraints += reading.within(keyword, str(index))
    named = [
        Variant(type=reading.type, name=_name(one), docs=reading.docs)
        for one, reading in zip(variants, readings, strict=True)
    ]
    identity = _identity(node, keyword)
    joined = union_of(named, discriminator, identity, node.place)
    if isinstance(joined, Enumeration) and any(
        one.docs.summary or one.docs.description for one in readings
    ):
        # What each value means is worth keeping, and stands in the variants alone.
        constraints = [*documented(node, keyword)]
    return Reading(
        type=joined,
        constraints=tuple(constraints),
        deprecated=all(reading.deprecated for reading in readings),
    )


def union_of(
    variants: list[Variant],
    discriminator: Discriminator | None,
    identity: str,
    place: Place | None,
) -> Type:
    """The type of values that fit one of some variants.

    Null is taken out, unions inside are opened, equal variants are one, and variants that are all
    listed values are one enumeration.

    Args:
        variants: The variants in order.
        discriminator: What the document says about telling them apart.
        identity: The id of the schema that they stand in.
        place: Where that was written.
    """
    nullable = False
    flat: list[Variant] = []
    waiting = [*reversed(variants)]
    while waiting:
        variant = waiting.pop()
        match variant.type:
            case Null():
                nullable = True
            case Nothing():
                pass
            case Nullable(inner=inner):
                nullable = True
                waiting.append(msgspec.structs.replace(variant, type=inner))
            case Union(variants=inside, discriminator=None):
                waiting += reversed(inside)
            case _ if all(one.type != variant.type for one in flat):
                flat.append(variant)
            case _:
                pass
    inner = _joined(flat, discriminator, identity, place)
    if not nullable or isinstance(inner, Anything):
        return inner
    return Null() if isinstance(inner, Nothing) else Nullable(inner=inner)


def _joined(
    flat: list[Variant],
    discriminator: Discriminator | None,
    identity: str,
    place: Place | None,
) -> Type:
    if not flat:
        return Nothing()
    if any(isinstance(variant.type, Anything) for variant in flat):
        return Anything()
    if len(flat) == 1:
        return flat[0].type
    return _listed(flat) or Union(
        variants=tuple(flat), discriminator=discriminator, id=identity, place=place
    )


def _listed(flat: list[Variant]) -> Enumeration | None:
    """One enumeration for variants that are all listed values, or any string beside them."""
    values: dict[tuple[str, Scalar], Scalar] = {}
    bases: list[Type] = []
    takes_any = False
    for variant in flat:
        match variant.type:
            case Enumeration(values=more, base=base):
                values |= {(kind_of(value), value): value for value in more}
                bases += [base] if base is not None else []
                takes_any |= variant.type.takes_any
            case String(format=""):
                bases.append(variant.type)
                takes_any = True
            case _:
                return None
    kinds = {kind for kind, _ in values}
    if not values or len(kinds) > 1 or any(base != bases[0] for base in bases):
        return None
    if bases and not isinstance(bases[0], _TYPES[kinds.copy().pop()]):
        return None
    base = bases[0] if bases else _TYPES[kinds.pop()]()
    return Enumeration(values=tuple(values.values()), base=base, takes_any=takes_any)


_TYPES = {
    "boolean": Boolean,
    "integer": Integer,
    "number": Number,
    "string": String,
}


def _identity(node: Node, keyword: str) -> str:
    """The schema's id, and the keyword's where the schema has two unions."""
    if isinstance(node.value, dict) and {"oneOf", "anyOf"} <= node.value.keys():
        return f"{node.id}/{keyword}"
    return node.id


def _only_narrows(value: Tree) -> bool:
    return isinstance(value, dict) and _SHAPING.isdisjoint(value)


def _name(node: Node) -> Name | None:
    """The name that the document gives a variant itself, not the schema it refers to."""
    name = read_name(node, node.key)
    return name if name.preferred else None
