"""Schemas that no value fits, as far as that can be proved by looking at them.

Only what is certain counts: where nothing is found, there may be a value or not.
"""

from __future__ import annotations

from tests.judge.sampling.scalar_strategies import kinds_of
from tests.judge.source.directional import Flag, is_hidden, lookup_in
from tests.judge.source.original import (
    Dangling,
    Original,
    Piece,
    Tree,
    is_array,
    is_object,
)


class Contradictions:
    """Looks for them in the schemas of answers or, if they are sent, of requests."""

    def __init__(self, original: Original, *, sent: bool = False) -> None:
        self._original = original
        self._hidden: Flag = "readOnly" if sent else "writeOnly"
        self._is_old = original.version in {"2.0", "3.0"}

    def find(self, schema: Piece) -> str:
        """Why no value fits a schema, or "" where that isn't certain."""
        return self._find(schema, frozenset())

    def _find(self, schema: Piece, above: frozenset[str]) -> str:
        try:
            found = self._original.follow(schema)
        except Dangling:
            return ""
        if found.value is False:
            return "nothing fits `false`"
        if not is_object(found.value) or found.uri in above:
            return ""
        inside = above | {found.uri}
        return (
            self._of_values(found.value)
            or self._of_counts(found)
            or self._of_parts(found, inside)
            or self._of_members(found, inside)
        )

    def _of_values(self, value: dict[str, Tree]) -> str:
        """Whether none of the listed values has the type."""
        listed, type = value.get("enum"), value.get("type")
        if not is_array(listed) or type is None:
            return ""
        wanted = {*(type if is_array(type) else [type])}
        if self._is_old and value.get("nullable") is True:
            wanted.add("null")
        if any(wanted & _kinds_of(each) for each in listed):
            return ""
        return f"no value of its `enum` is of the type {type}"

    def _of_counts(self, schema: Piece) -> str:
        """Whether it asks for more than it allows."""
        value = schema.value
        fewest = value.get("minProperties")
        is_closed = (
            value.get("type") == "object"
            and value.get("additionalProperties") is False
            and not value.get("patternProperties")
        )
        if isinstance(fewest, int) and is_closed and not value.get("nullable"):
            count = len(self._shown(schema))
            if count < fewest:
                return f"it wants {fewest} properties and has {count} here"
        return ""

    def _shown(self, schema: Piece) -> list[str]:
        properties = schema.get("properties")
        lookup = lookup_in(self._original, schema.file)
        return [
            name
            for name, member in (properties.members() if properties else ())
            if not is_hidden(member.value, self._hidden, lookup)
        ]

    def _of_parts(self, schema: Piece, above: frozenset[str]) -> str:
        for _, part in _members(schema, "allOf"):
            if why := self._find(part, above):
                return why
        for keyword in ("anyOf", "oneOf"):
            parts = [part for _, part in _members(schema, keyword)]
            reasons = [self._find(part, above) for part in parts]
            if parts and all(reasons):
                return reasons[0]
        variants = [self._address(part) for _, part in _members(schema, "oneOf")]
        # Beside a discriminator it is the tag that decides.
        is_plain = "discriminator" not in schema.value
        if variants and is_plain and all(variants.count(each) > 1 for each in variants):
            return "each variant of its `oneOf` is there twice, and one may fit"
        return ""

    def _address(self, part: Piece) -> str:
        value = part.value
        if not is_object(value) or value.keys() != {"$ref"}:
            return part.uri
        try:
            return self._original.follow(part).uri
        except Dangling:
            return part.uri

    def _of_members(self, schema: Piece, above: frozenset[str]) -> str:
        """Whether something that has to be there can't be."""
        value = schema.value
        if value.get("type") == "object" and not value.get("nullable"):
            shown = self._shown(schema)
            for name, member in _members(schema, "properties"):
                is_needed = name in (value.get("required") or ()) and name in shown
                if is_needed and (why := self._find(member, above)):
                    return f"`{name}`: {why}"
        items = schema.get("items")
        is_filled = value.get("type") == "array" and value.get("minItems")
        if is_filled and items is not None and not value.get("nullable"):
            return self._find(items, above)
        return ""


def _members(schema: Piece, keyword: str) -> list[tuple[str, Piece]]:
    found = schema.get(keyword)
    return [*found.members()] if found is not None else []


def _kinds_of(value: Tree) -> set[str]:
    is_whole = isinstance(value, float) and value.is_integer()
    return kinds_of(value) | ({"integer"} if is_whole else set())
