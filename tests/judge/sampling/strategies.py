"""Hypothesis strategies for the values of a schema.

hypothesis-jsonschema draws the texts; what holds other values is drawn here, since it canonicalises
schemas at a cost that grows too fast for those of real documents.
"""

from __future__ import annotations

from json import dumps
from math import inf
from typing import Final

from hypothesis import reject
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tests.judge.sampling.merged_schema import Impossible, flatten
from tests.judge.sampling.repair_sample import fits, needs_check, repaired
from tests.judge.sampling.scalar_strategies import (
    TEXT,
    integers,
    numbers,
    of_type,
    texts,
)
from tests.judge.source.original import Tree, is_array

_MORE_ITEMS = 3
_MORE_LETTERS = 8
# How often a part of one value is drawn anew, all parts together.
_TRIES = 40
# How many of the optional properties a carefully drawn value has.
_SHARES: Final = ("none", "some", "all")
_SHAPES = (
    ("object", ("properties", "required", "additionalProperties", "patternProperties")),
    ("array", ("items", "minItems", "maxItems", "uniqueItems")),
    ("string", TEXT),
    ("number", ("minimum", "maximum", "multipleOf")),
)
_FREE: SearchStrategy[Tree] = st.recursive(
    st.none() | st.booleans() | st.integers(-999, 999) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2)
    | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=4,
)


@st.composite
def values(
    draw: DrawFn,
    schema: Tree,
    alphabet: str = "",
    keys: str = "",
    *,
    careful: bool = False,
) -> Tree:
    """Values that a schema of draft 7 without references mostly allows.

    Args:
        draw: Given by hypothesis.
        schema: The schema.
        alphabet: What texts are made of where the schema leaves it open; "" is anything.
        keys: The same for names of properties; "" is as texts are.
        careful: Whether parts that don't fit are drawn anew, which takes its time.
    """
    drawing = _Drawing(draw, alphabet, keys or alphabet, careful=careful)
    try:
        return drawing.value(schema)
    except Impossible:
        reject()


class _Drawing:
    """One value while it is drawn."""

    def __init__(
        self, draw: DrawFn, alphabet: str, keys: str, *, careful: bool
    ) -> None:
        self._draw = draw
        self._alphabet = alphabet
        self._keys = keys
        self._tries = _TRIES if careful else 0
        self._share = draw(st.sampled_from(_SHARES)) if careful else "some"

    def value(self, schema: Tree) -> Tree:
        """A value.

        Raises:
            Impossible: Parts of the schema exclude each other.
        """
        if not self._tries or not needs_check(schema):
            return self._once(schema)
        while self._tries:
            self._tries -= 1
            try:
                made = repaired(self._once(schema), schema, self._draw)
            except Impossible:
                continue
            if fits(schema, made):
                return made
        return self._once(schema)

    def _once(self, schema: Tree) -> Tree:
        flat = flatten(schema, self._choose)
        if "const" in flat:
            return flat["const"]
        if "enum" in flat:
            return self._choose(of_type(flat))
        match self._kind(flat):
            case "object":
                return self._object(flat)
            case "array":
                return self._array(flat)
            case "string":
                return self._draw(texts(flat, self._alphabet))
            case "integer":
                return self._draw(integers(flat))
            case "number":
                return self._draw(numbers(flat))
            case "boolean":
                return self._draw(st.booleans())
            case "null":
                return None
            case _:
                return self._draw(st.text(self._alphabet) if self._alphabet else _FREE)

    def _choose(self, variants: list[Tree]) -> Tree:
        return self._draw(st.sampled_from(variants))

    def _kind(self, flat: dict[str, Tree]) -> str:
        kind = flat.get("type")
        if is_array(kind) and kind:
            return str(self._choose(kind))
        if isinstance(kind, str):
            return kind
        return next(
            (shape for shape, keys in _SHAPES if any(key in flat for key in keys)), ""
        )

    def _takes(self) -> bool:
        """Whether something optional is there."""
        return self._share == "all" or (
            self._share == "some" and self._draw(st.booleans())
        )

    def _object(self, flat: dict[str, Tree]) -> dict[str, Tree]:
        properties: dict[str, Tree] = flat.get("properties") or {}
        required: list[str] = flat.get("required") or []
        further = flat.get("additionalProperties")
        patterns: dict[str, Tree] = flat.get("patternProperties") or {}
        most = flat.get("maxProperties", inf)
        made: dict[str, Tree] = {}
        for key in required:
            made[key] = self.value(
                properties.get(key, {} if further is None else further)
            )
        for key, schema in properties.items():
            if key not in made and len(made) < most and self._takes():
                self._add(made, key, schema)
        for pattern, schema in patterns.items():
            if len(made) < most and self._takes():
                self._add(made, self._draw(st.from_regex(pattern)), schema)
        if further is not None and further is not False:
            for _ in range(self._draw(st.integers(0, 2))):
                key = self._draw(self._key())
                if key not in properties and len(made) < most:
                    self._add(made, key, further)
        self._fill(made, flat)
        return {key: made[key] for key in [*properties, *made] if key in made}

    def _add(self, made: dict[str, Tree], key: str, schema: Tree) -> None:
        """Put in what needn't be there, if it can be."""
        try:
            made[key] = self.value(schema)
        except Impossible:
            return

    def _fill(self, made: dict[str, Tree], flat: dict[str, Tree]) -> None:
        """Put in as many more properties as there have to be."""
        missing = int(flat.get("minProperties", 0)) - len(made)
        if missing <= 0:
            return
        properties: dict[str, Tree] = flat.get("properties") or {}
        absent = [key for key in properties if key not in made]
        for key in self._draw(st.permutations(absent))[:missing]:
            self._add(made, key, properties[key])
        further = flat.get("additionalProperties", {})
        patterns: dict[str, Tree] = flat.get("patternProperties") or {}
        for _ in range(missing * 2):
            if len(made) >= int(flat["minProperties"]):
                return
            if patterns:
                pattern = str(self._choose(list(patterns)))
                self._add(made, self._draw(st.from_regex(pattern)), patterns[pattern])
            elif further is not False:
                self._add(made, self._draw(self._key()), further)

    def _key(self) -> SearchStrategy[str]:
        letters = self._keys or st.characters(exclude_categories=["Cs"])
        return st.text(letters, min_size=1, max_size=_MORE_LETTERS)

    def _array(self, flat: dict[str, Tree]) -> list[Tree]:
        items = flat.get("items", {})
        fewest = int(flat.get("minItems", 0))
        most = int(flat.get("maxItems", fewest + _MORE_ITEMS))
        if is_array(items):
            rest = flat.get("additionalItems", {})
            row = [self.value(each) for each in items]
            if rest is not False and self._draw(st.booleans()):
                row.append(self.value(rest))
            return row
        if most < fewest:
            raise Impossible
        count = self._draw(st.integers(fewest, min(most, fewest + _MORE_ITEMS)))
        try:
            if flat.get("uniqueItems"):
                return self._different(items, fewest, count)
            return [self.value(items) for _ in range(count)]
        except Impossible:
            if fewest:
                raise
            return []

    def _different(self, items: Tree, fewest: int, count: int) -> list[Tree]:
        """Items of which no two are equal: fewer than wanted, or than may be, if need be."""
        found: dict[str, Tree] = {}
        for number in range(count + fewest * 3):
            if len(found) < (count if number < count else fewest):
                item = self.value(items)
                found.setdefault(dumps(item, sort_keys=True), item)
        return list(found.values())
