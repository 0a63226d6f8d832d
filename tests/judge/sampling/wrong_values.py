"""Values that a schema refuses for one part of them, which a package that decodes it has to notice.

A part becomes a value of another kind: an object where text is described, a list where an object
is. What is described by a choice of schemas is replaced as a whole and not looked into, since a
value that fits none of them has no single right reading.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from tests.judge.sampling.scalar_strategies import kinds_of
from tests.judge.source.allowed_types import allowed_kinds, mentions_null
from tests.judge.source.original import (
    Dangling,
    Original,
    Piece,
    Tree,
    is_array,
    is_object,
)

# Of each kind one; the first that a schema doesn't take stands for all.
_OTHERS: tuple[Tree, ...] = (["stranger"], "stranger", {"stranger": 7}, True, 7.5)
_DATES = {"date", "date-time"}
_NO_DATE, _NO_WHOLE = "no date", 7.5
_CHOICES = {"anyOf", "oneOf", "not", "if", "$dynamicRef"}
# No decoder of ours has members of such names: they are kept as further properties are.
_UNREADABLE = re.compile(r'["\\\x00-\x1f]')
_DEEPEST = 6
_MOST = 60


class WrongValues:
    """Makes them of values that fit, one for each part of a schema.

    Args:
        original: The document.
    """

    def __init__(self, original: Original) -> None:
        self._original = original
        # The parts that were changed, by the schema of the whole.
        self._seen: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
        self._kinds: dict[str, frozenset[str]] = {}

    def of(self, value: Tree, schema: Piece) -> Iterator[tuple[str, Tree]]:
        """The name of each part that wasn't changed before, and the whole value with it changed."""
        for place, changed in self._walk(value, schema, (schema.uri,)):
            yield "$" + "".join(f"[{key!r}]" for key in place[1:]), changed

    def _walk(
        self, value: Tree, schema: Piece, place: tuple[str, ...]
    ) -> Iterator[tuple[tuple[str, ...], Tree]]:
        seen = self._seen[place[0]]
        if len(seen) >= _MOST:
            return
        if (key := (*place, type(value).__name__)) not in seen:
            seen.add(key)
            for other in self._refused(value, schema):
                yield place, other
        if len(place) > _DEEPEST:
            return
        parts = self._parts(schema)
        if parts is None:
            return
        if is_object(value):
            yield from self._without(value, parts, place)
        for name, member, inner in _inside(value, parts):
            for found, changed in self._walk(member, inner, (*place, str(name))):
                yield found, _with(value, name, changed)

    def _without(
        self, value: dict[str, Tree], parts: list[Piece], place: tuple[str, ...]
    ) -> Iterator[tuple[tuple[str, ...], Tree]]:
        """An object without each of what has to be there."""
        seen = self._seen[place[0]]
        for name in sorted(_required(parts) & value.keys() & _declaring(parts)):
            if (key := (*place, name, "")) not in seen:
                seen.add(key)
                rest = {each: value[each] for each in value if each != name}
                yield (*place, name), rest

    def _refused(self, value: Tree, schema: Piece) -> Iterator[Tree]:
        """Values that are none of what a schema takes, by their kind or by its format."""
        allowed = self._kinds.get(schema.uri)
        if allowed is None:
            allowed = allowed_kinds(self._original, schema)
            self._kinds[schema.uri] = allowed
        others = (each for each in _OTHERS if not kinds_of(each) & allowed)
        yield from islice(others, 1)
        if "null" not in allowed and not mentions_null(self._original, schema):
            yield None
        is_whole = isinstance(value, int) and not isinstance(value, bool)
        if is_whole and "number" not in allowed:
            yield _NO_WHOLE
        parts = self._parts(schema) or []
        formats = {part.value.get("format") for part in parts}
        if isinstance(value, str) and formats & _DATES:
            yield _NO_DATE

    def _parts(self, schema: Piece) -> list[Piece] | None:
        """A schema and what it builds on; None where there is a choice."""
        found: list[Piece] = []
        waiting = [schema]
        while waiting:
            piece = waiting.pop()
            if any(piece.uri == other.uri for other in found):
                continue
            if not is_object(piece.value) or piece.value.keys() & _CHOICES:
                return None
            found.append(piece)
            reference = piece.value.get("$ref")
            if isinstance(reference, str):
                try:
                    waiting.append(self._original.target(piece.file, reference))
                except Dangling:
                    return None
            parts = piece.get("allOf")
            waiting += [each for _, each in parts.members()] if parts else []
        return found


def _required(parts: list[Piece]) -> set[str]:
    """The properties that have to be there."""
    listed = [part.value.get("required") for part in parts]
    return {
        name
        for each in listed
        if is_array(each)
        for name in each
        if isinstance(name, str)
    }


def _declaring(parts: list[Piece]) -> set[str]:
    """The properties that have a schema: a map's own keys can't be asked for in Python."""
    return {
        name
        for part in parts
        if (properties := part.get("properties"))
        for name, _ in properties.members()
        if not _UNREADABLE.search(name)
    }


def _inside(value: Tree, parts: list[Piece]) -> Iterator[tuple[str | int, Tree, Piece]]:
    """The members of an object, or the first item of a list, that one schema alone describes."""
    if is_object(value):
        for name, member in value.items():
            found = [declared for part in parts if (declared := _declared(part, name))]
            if len(found) == 1 and not _UNREADABLE.search(name):
                yield name, member, found[0]
    elif is_array(value) and value:
        items = [each for part in parts if (each := part.get("items"))]
        if len(items) == 1 and not any("prefixItems" in each.value for each in parts):
            yield 0, value[0], items[0]


def _declared(part: Piece, name: str) -> Piece | None:
    properties = part.get("properties")
    return properties and properties.get(name)


def _with(value: Tree, key: str | int, changed: Tree) -> Tree:
    copied = value.copy()
    copied[key] = changed
    return copied
