"""Schemas that have a name: components, and whatever a reference points at."""

from __future__ import annotations

import msgspec

from generator.diagnostics import Unsupported
from generator.document.node import Node
from generator.ir.declarations import Alias, Declaration
from generator.ir.types import Anything, Inline, Map
from generator.reader.context import Context
from generator.reader.schema.name import name_of
from generator.reader.schema.schema import read_schema


def read_declarations(context: Context) -> tuple[dict[str, Declaration], set[str]]:
    """Read all declared schemas and those that reading them declares.

    Returns:
        The declarations by id in the order declared, and the ids of those that can't be read.
    """
    found: dict[str, Declaration] = {}
    refused: set[str] = set()
    for node in context.pending():
        try:
            found[node.id] = read_declaration(node, context)
        except Unsupported as reason:
            context.notebook.keep(reason.diagnostic)
            refused.add(node.id)
    return found, refused


def read_declaration(node: Node, context: Context) -> Declaration:
    """Read one schema as a declaration."""
    reading = read_schema(node, context)
    name = name_of(node)
    if isinstance(reading.type, Inline):
        return msgspec.structs.replace(reading.type.model, id=node.id, name=name)
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
    )
