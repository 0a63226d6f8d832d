"""A schema of the document as one that values can be drawn from.

References are put in their place and cut where they come back, keywords are spelled as draft 7 has
them, and what only describes is left out. What is drawn is judged by the original schema, so a
keyword that gets lost here costs a draw, never a verdict.
"""

from __future__ import annotations

from typing import TypeAlias

from tests.judge.source.directional import Flag, is_hidden, lookup_in
from tests.judge.source.discriminator_tags import tagged, tags
from tests.judge.source.original import (
    Dangling,
    Original,
    Piece,
    Tree,
    is_array,
    is_object,
)
from tests.judge.source.required_keys import required_of

Schema: TypeAlias = Tree

# What one schema may grow to: drawing takes long from more. Beyond that it keeps what has to be.
_DEPTH = 7
_NODES = 500
_MOST_NODES = 20_000
_SCALAR = (
    "const",
    "maxItems",
    "maxLength",
    "maxProperties",
    "minItems",
    "minLength",
    "minProperties",
    "multipleOf",
    "pattern",
    "uniqueItems",
)
_KINDS = {"array", "boolean", "integer", "null", "number", "object", "string"}
# Formats with a meaning for the judge; others say nothing about what to draw.
_FORMATS = {
    "date",
    "date-time",
    "duration",
    "byte",
    "email",
    "hostname",
    "ipv4",
    "ipv6",
    "time",
    "uri",
    "uuid",
}
_WIDTHS = {"int32": 31, "int64": 63}


class Bounded:
    """Makes one schema: of an answer or, if it is sent, of a request."""

    def __init__(self, original: Original, *, sent: bool = False) -> None:
        self._original = original
        # The properties that this direction doesn't have.
        self._hidden: Flag = "readOnly" if sent else "writeOnly"
        self._nodes = 0
        self._needed = True
        self._is_old = original.version in {"2.0", "3.0"}

    def make(self, piece: Piece) -> Schema | None:
        """The schema, or None when it has no finite value or can't be followed."""
        return self._schema(piece, ())

    def _schema(
        self,
        piece: Piece,
        above: tuple[str, ...],
        asked: frozenset[str] = frozenset(),
    ) -> Schema | None:
        """The schema of something that has to be there.

        Args:
            piece: The schema as written.
            above: What it stands in.
            asked: The properties that other schemas require which apply to the same value.
        """
        self._nodes += 1
        try:
            found = self._original.follow(piece)
        except Dangling:
            return None
        uri = found.uri
        if uri in above or self._is_too_much(len(above)):
            return None
        if not is_object(found.value):
            return found.value if isinstance(found.value, bool) else {}
        siblings = not self._is_old and found is not piece and len(piece.value) > 1
        made = self._object(found, (*above, uri), asked)
        if made is None or not siblings:
            return made
        beside = {key: value for key, value in piece.value.items() if key != "$ref"}
        next_to = Piece(piece.file, piece.pointer, beside)
        own = self._object(next_to, (*above, uri), asked)
        return None if own is None else {"allOf": [made, own]}

    def _is_too_much(self, depth: int) -> bool:
        if self._needed:
            return self._nodes > _MOST_NODES
        return depth > _DEPTH or self._nodes > _NODES

    def _optional(
        self,
        piece: Piece,
        above: tuple[str, ...],
        asked: frozenset[str] = frozenset(),
    ) -> Schema | None:
        """The schema of something that needn't be there."""
        before, self._needed = self._needed, False
        try:
            return self._schema(piece, above, asked)
        finally:
            self._needed = before

    def _object(
        self, piece: Piece, above: tuple[str, ...], asked: frozenset[str]
    ) -> Schema | None:
        value = piece.value
        asked = asked | required_of(self._original, piece)
        made: dict[str, Schema] = {key: value[key] for key in _SCALAR if key in value}
        if value.get("contentEncoding") == "base64":
            made["format"] = "byte"
        elif value.get("format") in _FORMATS:
            made["format"] = value["format"]
        self._type(value, made)
        _bounds(value, made)
        for keyword in ("allOf", "anyOf", "oneOf"):
            if not self._several(piece, keyword, made, above, asked):
                return None
        self._conditions(piece, made, above)
        if not self._members(piece, made, above, asked):
            return None
        if not self._items(piece, made, above):
            return None
        return _nullable(made) if self._is_old and value.get("nullable") else made

    def _type(self, value: Tree, made: dict[str, Schema]) -> None:
        kind = value.get("type")
        if is_array(kind) or (isinstance(kind, str) and kind in _KINDS):
            made["type"] = kind
        elif kind is None and "properties" in value:
            # An object schema says so by its properties; other values are of no interest.
            made["type"] = "object"
        if is_array(value.get("enum")):
            made["enum"] = value["enum"]
        width = _WIDTHS.get(str(value.get("format")))
        if kind in ("integer", "number") and width:
            made["minimum"], made["maximum"] = -(2**width), 2**width - 1

    def _several(
        self,
        piece: Piece,
        keyword: str,
        made: dict[str, Schema],
        above: tuple[str, ...],
        asked: frozenset[str],
    ) -> bool:
        parts = piece.get(keyword)
        if parts is None or not is_array(parts.value):
            return True
        chosen: list[Schema] = []
        named = tags(self._original, piece) if keyword != "allOf" else {}
        for _, part in parts.members():
            # One variant is enough.
            is_needed = keyword == "allOf" or not chosen
            make = self._schema if is_needed else self._optional
            schema = make(part, above, asked)
            if schema is None and keyword == "allOf":
                return False
            if schema is not None:
                chosen.append(tagged(schema, named, part, self._original))
        if not chosen:
            return False
        made[keyword] = chosen
        return True

    def _conditions(
        self, piece: Piece, made: dict[str, Schema], above: tuple[str, ...]
    ) -> None:
        """What nothing is drawn from, and what drawn values are chosen by."""
        for keyword in ("not", "if", "then", "else"):
            part = piece.get(keyword)
            schema = None if part is None else self._optional(part, above)
            if schema is not None:
                made[keyword] = schema
        if is_object(piece.value.get("dependentRequired")):
            made["dependencies"] = piece.value["dependentRequired"]

    def _is_hidden(self, member: Piece) -> bool:
        try:
            lookup = lookup_in(self._original, member.file)
            return is_hidden(member.value, self._hidden, lookup)
        except Dangling:
            return False

    def _members(
        self,
        piece: Piece,
        made: dict[str, Schema],
        above: tuple[str, ...],
        asked: frozenset[str],
    ) -> bool:
        value = piece.value
        required = [key for key in value.get("required") or () if isinstance(key, str)]
        kept: dict[str, Schema] = {}
        properties = piece.get("properties")
        members = [*properties.members()] if properties else []
        # What has to be there comes first, while there is room.
        for key, member in sorted(members, key=lambda each: each[0] not in asked):
            if self._is_hidden(member):
                required = [each for each in required if each != key]
                continue
            make = self._schema if key in asked else self._optional
            schema = make(member, above)
            if schema is not None:
                kept[key] = schema
            elif key in asked:
                return False
        if properties is not None:
            made["properties"] = kept
        if required:
            made["required"] = required
        further = piece.get("additionalProperties")
        if further is not None:
            schema = self._optional(further, above)
            made["additionalProperties"] = False if schema is None else schema
        patterns = piece.get("patternProperties")
        if patterns is not None:
            made["patternProperties"] = {
                key: self._optional(each, above) or {}
                for key, each in patterns.members()
            }
        return True

    def _items(
        self, piece: Piece, made: dict[str, Schema], above: tuple[str, ...]
    ) -> bool:
        prefix = piece.get("prefixItems")
        rest = piece.get("items")
        make = self._schema if piece.value.get("minItems") else self._optional
        schema: Schema | None = make(rest, above) if rest is not None else {}
        if prefix is not None:
            firsts = [self._schema(each, above) for _, each in prefix.members()]
            if None in firsts:
                return False
            made["items"] = firsts
            made["additionalItems"] = False if schema is None else schema
        elif rest is not None:
            made["items"] = {} if schema is None else schema
            if schema is None:
                made["maxItems"] = 0
                return not made.get("minItems")
        return True


def _bounds(value: Tree, made: dict[str, Schema]) -> None:
    """Limits of numbers, in the spelling of draft 4 or of later ones."""
    for inclusive, exclusive in (
        ("minimum", "exclusiveMinimum"),
        ("maximum", "exclusiveMaximum"),
    ):
        limit, strict = value.get(inclusive), value.get(exclusive)
        if isinstance(limit, (int, float)) and not isinstance(limit, bool):
            made[exclusive if strict is True else inclusive] = limit
        if isinstance(strict, (int, float)) and not isinstance(strict, bool):
            made[exclusive] = strict


def _nullable(made: dict[str, Schema]) -> Schema:
    """OpenAPI 3.0's `nullable`, which only widens a type that is named."""
    if not isinstance(made.get("type"), str):
        return made
    if "enum" in made and None not in made["enum"]:
        return made
    return {**made, "type": [made["type"], "null"]}
