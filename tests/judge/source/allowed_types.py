"""The types of JSON that a schema takes values of, as far as its own words say so."""

from __future__ import annotations

from tests.judge.sampling.scalar_strategies import kinds_of
from tests.judge.source.original import (
    Dangling,
    Original,
    Piece,
    Tree,
    is_array,
    is_object,
)

EVERY = frozenset({"null", "boolean", "integer", "number", "string", "array", "object"})
_HOPS = 12


def allowed_kinds(
    original: Original, schema: Piece, hops: int = _HOPS
) -> frozenset[str]:
    """The types that a schema doesn't exclude; all of them where it says nothing.

    Args:
        original: The document.
        schema: The schema.
        hops: How deep to look into what it builds on.
    """
    value = schema.value
    if not is_object(value) or not hops:
        return frozenset() if value is False else EVERY
    allowed = _of_words(value)
    reference = value.get("$ref")
    if isinstance(reference, str):
        try:
            target = original.target(schema.file, reference)
        except Dangling:
            return EVERY
        allowed &= allowed_kinds(original, target, hops - 1)
    for part in _members(schema, "allOf"):
        allowed &= allowed_kinds(original, part, hops - 1)
    for keyword in ("anyOf", "oneOf"):
        variants = _members(schema, keyword)
        if variants:
            each = [allowed_kinds(original, part, hops - 1) for part in variants]
            allowed &= frozenset().union(*each)
    is_nullable = any(value.get(key) is True for key in ("nullable", "x-nullable"))
    return allowed | {"null"} if is_nullable else allowed


def mentions_null(original: Original, schema: Piece, hops: int = _HOPS) -> bool:
    """Whether a schema speaks of null in what it is made of, though its `type` may exclude it.

    Authors mean it: `type: object` beside a variant that is nullable, or null in an enum of text.

    Args:
        original: The document.
        schema: The schema.
        hops: How deep to look into what it builds on.
    """
    value = schema.value
    if not is_object(value) or not hops:
        return False
    enum = value.get("enum")
    if value.get("nullable") is True or (is_array(enum) and None in enum):
        return True
    parts = [
        part
        for keyword in ("allOf", "anyOf", "oneOf")
        for part in _members(schema, keyword)
    ]
    reference = value.get("$ref")
    if isinstance(reference, str):
        try:
            parts.append(original.target(schema.file, reference))
        except Dangling:
            return False
    if "null" in _of_words(value) and value.get("type") is not None:
        return True
    return any(mentions_null(original, part, hops - 1) for part in parts)


def _of_words(value: dict[str, Tree]) -> frozenset[str]:
    """What the keywords say that aren't about other schemas."""
    written = value.get("type")
    types: list[Tree] = written if is_array(written) else [written]
    # In a list YAML's null is meant as the name, quotes or not.
    if is_array(written):
        types = ["null" if each is None else each for each in types]
    named = EVERY & frozenset(each for each in types if isinstance(each, str))
    allowed: frozenset[str] = named or EVERY
    if "number" in named:
        allowed |= {"integer"}
    values: list[Tree] = value["enum"] if is_array(value.get("enum")) else []
    values = [value["const"]] if "const" in value else values
    if values:
        allowed &= frozenset().union(*map(kinds_of, values)) | {"integer"}
    if not named and not values:
        # An object schema says so by its properties, and a list by its items.
        for key, kind in (("properties", "object"), ("items", "array")):
            allowed = frozenset({kind}) if is_object(value.get(key)) else allowed
    return allowed


def _members(schema: Piece, keyword: str) -> list[Piece]:
    found = schema.get(keyword)
    return [part for _, part in found.members()] if found is not None else []
