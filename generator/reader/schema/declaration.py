"""Schemas that have a name: components, and whatever a reference points at."""

from __future__ import annotations

import msgspec

from generator.document.node import Node
from generator.ir.declarations import Alias, Declaration
from generator.ir.types import Anything, Inline, Map
from generator.reader.context import Context
from generator.reader.schema.name import name_of
from generator.reader.schema.schema import read_schema

_TAGS = ("x-ms-discriminator-value", "x-discriminator-value")


def read_declarations(context: Context) -> dict[str, Declaration]:
    """Read all declared schemas and those that reading them declares, in the order declared."""
    found: dict[str, Declaration] = {}
    for node in context.pending():
        with context.reading(node.id):
            found[node.id] = read_declaration(node, context)
    return found


def read_declaration(node: Node, context: Context) -> Declaration:
    """Read one schema as a declaration."""
    reading = read_schema(node, context)
    context.note_false(node)
    name = name_of(node)
    tag = _tag(node)
    if isinstance(reading.type, Inline):
        return msgspec.structs.replace(
            reading.type.model, id=node.id, name=name, tag=tag
        )
    return Alias(
        id=node.id,
        name=name,
        place=node.place,
        type=reading.type,
        docs=reading.docs,
        deprecated=reading.deprecated,
        constraints=reading.constraints,
        example=reading.example,
        opens=reading.type == Map(value=Anything())
        and node.get("additionalProperties") is not None,
        tag=tag,
    )


def _tag(node: Node) -> str:
    """The tag that a schema gives itself, as documents made for Azure do."""
    if not isinstance(node.value, dict):
        return ""
    found = (node.get(key) for key in _TAGS if key in node.value)
    return next((str(one.value) for one in found if one and one.value), "")
