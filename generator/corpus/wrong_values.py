"""Values that a schema refuses for one part of them, which a package that decodes it has to notice.

A part becomes a value of another kind: an object where text is described, a list where an object
is. What is described by a choice of schemas is replaced as a whole and not looked into, since a
value that fits none of them has no single right reading.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.corpus.judge import Judge, Undecided
from generator.corpus.original import (
    Dangling,
    Original,
    Piece,
    Tree,
    is_array,
    is_object,
)
from generator.corpus.scalars import kinds_of

# Of each kind one; the first that a schema refuses stands for all. An object isn't among them: one
# may be refused for its keys, which a reader of objects may pass over.
_OTHERS: tuple[Tree, ...] = (["stranger"], "stranger", 7.5, True)
_DATES = {"date", "date-time"}
_NO_DATE, _NO_WHOLE = "no date", 7.5
_CHOICES = {"anyOf", "oneOf", "not", "if", "$dynamicRef"}
_DEEPEST = 6
_MOST = 60


class WrongValues:
    """Makes them of values that fit, one for each part of a schema.

    Args:
        original: The document.
        judge: Who says what a schema refuses.
    """

    def __init__(self, original: Original, judge: Judge) -> None:
        self._original = original
        self._judge = judge
        # The parts that were changed, by the schema of the whole.
        self._seen: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
        self._others: dict[tuple[str, tuple[str, ...]], tuple[Tree, ...]] = {}

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
        if place not in seen:
            seen.add(place)
            for other in self._refused(value, schema):
                yield place, other
        if len(place) > _DEEPEST:
            return
        parts = self._parts(schema)
        if parts is None:
            return
        if is_object(value):
            for name, member in value.items():
                declared = _members(parts, name)
                if len(declared) == 1:
                    for found, changed in self._walk(
                        member, declared[0], (*place, name)
                    ):
                        yield found, {**value, name: changed}
        elif is_array(value) and value:
            items = [each for part in parts if (each := part.get("items"))]
            if len(items) == 1 and not any("prefixItems" in p.value for p in parts):
                for found, changed in self._walk(value[0], items[0], (*place, "0")):
                    yield found, [changed, *value[1:]]

    def _refused(self, value: Tree, schema: Piece) -> tuple[Tree, ...]:
        """A value of another kind that a schema refuses; none where it takes every kind."""
        key = schema.uri, tuple(sorted(kinds_of(value)))
        found = self._others.get(key)
        if found is None:
            others = (each for each in _OTHERS if not kinds_of(each) & kinds_of(value))
            refused = [each for each in others if self._is_refused(each, schema)][:1]
            found = self._others[key] = (*refused, *self._alike(value, schema))
        return found

    def _alike(self, value: Tree, schema: Piece) -> Iterator[Tree]:
        """Values of the same kind that are read as nothing that is described."""
        parts = self._parts(schema) or []
        formats = {part.value.get("format") for part in parts}
        if isinstance(value, str) and formats & _DATES:
            yield _NO_DATE
        is_whole = isinstance(value, int) and not isinstance(value, bool)
        if is_whole and self._is_refused(_NO_WHOLE, schema):
            yield _NO_WHOLE

    def _is_refused(self, value: Tree, schema: Piece, hops: int = _DEEPEST) -> bool:
        """Whether a schema refuses a value, and not only since more than one variant takes it."""
        try:
            if not self._judge.fault(value, schema):
                return False
            found = self._original.follow(schema)
        except (Undecided, Dangling):
            return False
        variants = found.get("oneOf")
        return variants is None or (
            hops > 0
            and all(
                self._is_refused(value, each, hops - 1)
                for _, each in variants.members()
            )
        )

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


def _members(parts: list[Piece], name: str) -> list[Piece]:
    """What is said of a property."""
    found: list[Piece] = []
    for part in parts:
        properties = part.get("properties")
        if properties is not None and (own := properties.get(name)) is not None:
            found.append(own)
    return found
