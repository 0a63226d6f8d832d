"""Names of schemas, from where they stand: a component's key, else the words on the way."""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.document.node import Node
from generator.document.trees.tree import keys
from generator.ir.name import Name
from generator.ir.unrefined import Component
from generator.reader.docs import read_name

# Keys that lead to a schema without saying what it is. Those with a value name what stands below.
_SILENT = frozenset(
    [
        "schema",
        "content",
        "headers",
        "examples",
        "encoding",
        "patternProperties",
        "parameters",
        "allOf",
        "oneOf",
        "anyOf",
        "prefixItems",
        "not",
        "if",
        "then",
        "else",
    ]
)
_SPOKEN = {
    "additionalProperties": "value",
    "items": "item",
    "itemSchema": "item",
    "requestBody": "request",
    "responses": "response",
}
# Another schema may hold a definition of the same name, so that of the holder goes before it.
_MAPS = frozenset({"$defs", "definitions", "properties"})
_KEPT = 3


# Sections of `components`, beside schemas, that schemas are written in.
_SHARED = frozenset(
    {"headers", "mediaTypes", "parameters", "requestBodies", "responses"}
)


def component_of(node: Node) -> Component | None:
    """The component that a schema is written in, unless that is a schema itself."""
    path = node.pointer.split("/")[1:]
    if path[:1] == ["components"]:
        path = path[1:]
    match path:
        case [section, key, *_] if section in _SHARED:
            return Component(section=section, key=key)
        case _:
            return None


def name_of(node: Node) -> Name:
    """Name a schema: its `x-sdk-name`, or the words of its pointer."""
    return read_name(node, wire_name(node.file, node.pointer))


def wire_name(file: str, pointer: str) -> str:
    """The last words on the way to a schema, joined by spaces.

    Args:
        file: The file's name, "" for the root file.
        pointer: Where in the file.
    """
    path = list(keys(pointer))
    stem = PurePosixPath(file).stem if file else ""
    words: list[str] = []
    if path[:1] == ["components"]:
        words, path = path[2:3], path[3:]
    while path:
        key = path.pop(0)
        if key == "schemas" and path:
            words = [path.pop(0)]
        elif key in _MAPS and path:
            words.append(path.pop(0))
        elif key in {"content", "patternProperties"} and path:
            path.pop(0)
        elif key == "responses" and path:
            words.append(f"response {path.pop(0)}")
        elif key in _SPOKEN:
            words.append(_SPOKEN[key])
        elif key not in _SILENT and key != "paths" and not key.isdecimal():
            words.append(key)
    return " ".join(words[-_KEPT:]) or stem
