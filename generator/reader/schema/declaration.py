"""Schemas that have a name: components, and whatever a reference points at."""

from __future__ import annotations

from pathlib import PurePosixPath

import msgspec

from generator.document.node import Node
from generator.document.trees.tree import unescape
from generator.ir.declarations import Alias, Declaration, InPlace, Origin, Written
from generator.ir.types import Anything, Map
from generator.ir.unrefined import Inline
from generator.reader.context import Context
from generator.reader.schema.combination import essence
from generator.reader.schema.name import name_of

# Keywords below which schemas have no key of their own.
_LISTS = frozenset({"oneOf", "anyOf", "allOf"})
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
    reading = context.read_schema(node)
    context.note_false(node)
    name = name_of(node)
    tag = _tag(node)
    if isinstance(reading.type, Inline):
        return msgspec.structs.replace(
            reading.type.model, id=node.id, name=name, tag=tag, origin=_origin(node)
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
        opens=essence(reading.type) == Map(value=Anything())
        and node.get("additionalProperties") is not None,
        tag=tag,
        origin=_origin(node),
    )


def _origin(node: Node) -> Origin:
    """Whether a schema is a component or a file, or is written in place and referred to there."""
    tokens = [unescape(token) for token in node.pointer.split("/")[1:]]
    if not tokens:
        return Written(name=PurePosixPath(node.file).stem)
    *around, key = tokens
    if around and around[-1] in _LISTS:
        key = ""
    in_property, in_allof = "properties" in around, "allOf" in around
    if key and not in_property and not in_allof:
        return Written(name=key)
    return InPlace(name=key, in_property=in_property, in_allof=in_allof)


def _tag(node: Node) -> str:
    """The tag that a schema gives itself, as documents made for Azure do."""
    found = (node.get(key) for key in _TAGS if key in node.mapping)
    return next((str(one.value) for one in found if one and one.value), "")
