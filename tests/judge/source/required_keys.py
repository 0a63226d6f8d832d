"""Which properties a value has to have by all that applies to it."""

from __future__ import annotations

from tests.judge.source.original import (
    Dangling,
    Original,
    Piece,
    is_array,
    is_object,
)


def required_of(original: Original, piece: Piece) -> frozenset[str]:
    """What a schema and the parts of its `allOf` require, wherever a part declares it.

    Args:
        original: The document.
        piece: The schema as written.
    """
    found: set[str] = set()
    waiting = [piece]
    seen: set[str] = set()
    while waiting:
        try:
            schema = original.follow(waiting.pop())
        except Dangling:
            continue
        if schema.uri in seen or not is_object(schema.value):
            continue
        seen.add(schema.uri)
        required = schema.value.get("required")
        if is_array(required):
            found.update(key for key in required if isinstance(key, str))
        parts = schema.get("allOf")
        waiting += [part for _, part in parts.members()] if parts else []
    return frozenset(found)
