"""Schemas that only refer to another one of their own name: both are one."""

from __future__ import annotations

from generator.diagnostics import Unsupported
from generator.document.node import Node
from generator.ir.name import Name
from generator.reader.schema.name import wire_name


def namesake(node: Node) -> Node:
    """The target of a schema that is a reference alone, where both have one name.

    Documents of many files list `Pet: {$ref: schemas/Pet.yaml}` among their components, and refer
    now to the one and now to the other.
    """
    seen: set[str] = set()
    while isinstance(node.value, dict) and node.value.keys() == {"$ref"}:
        seen.add(node.id)
        try:
            target = node.ref()
        except Unsupported:
            # Reported where it is read.
            return node
        if target is None or target.id in seen or _words(target) != _words(node):
            return node
        node = target
    return node


def _words(node: Node) -> str:
    """A schema's name without its spelling: `pet.yaml` holds the component `Pet`."""
    return "".join(Name(wire=wire_name(node.file, node.pointer)).words)
