"""Properties that one direction doesn't have: `readOnly` in requests, `writeOnly` in answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal, TypeAlias

from tests.judge.source.original import (
    Original,
    Tree,
    is_array,
    is_object,
)

Flag: TypeAlias = Literal["readOnly", "writeOnly"]
# What a reference leads to, and what follows the references there.
Lookup: TypeAlias = Callable[[str], "tuple[Tree, Lookup]"]

_HOPS = 20


def is_hidden(schema: Tree, flag: Flag, lookup: Lookup, hops: int = _HOPS) -> bool:
    """Whether a property is marked, where it stands or in what its schema builds on.

    Args:
        schema: The property's schema.
        flag: The mark.
        lookup: Follows references.
        hops: How many references to follow at most.

    Raises:
        Exception: Whatever following a reference raises.
    """
    if not is_object(schema) or hops == 0:
        return False
    if schema.get(flag) is True:
        return True
    reference = schema.get("$ref")
    if isinstance(reference, str):
        target, further = lookup(reference)
        if is_hidden(target, flag, further, hops - 1):
            return True
    parts: list[Tree] = schema["allOf"] if is_array(schema.get("allOf")) else []
    return any(is_hidden(part, flag, lookup, hops - 1) for part in parts)


def lookup_in(original: Original, file: Path) -> Lookup:
    """What follows the references of a file, and raises `Dangling` for those that lead nowhere."""

    def lookup(reference: str) -> tuple[Tree, Lookup]:
        found = original.target(file, reference)
        return found.value, lookup_in(original, found.file)

    return lookup
