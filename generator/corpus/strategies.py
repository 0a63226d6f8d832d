"""Hypothesis strategies for the values of a schema.

hypothesis-jsonschema draws the texts; what holds other values is drawn here, since it canonicalises
schemas at a cost that grows too fast for those of real documents.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from functools import cache
from json import dumps, loads
from math import inf, nextafter

import hypothesis_jsonschema
from hypothesis import reject
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from generator.corpus.fusion import Impossible, flatten
from generator.corpus.original import Tree, is_array

_MORE_ITEMS = 3
_MORE_LETTERS = 8
_EXACT = 2**53
# What a number without limits goes to: 64 bits.
_LEAST = -(2**63)
_TEXT = ("format", "maxLength", "minLength", "pattern")
_SHAPES = (
    ("object", ("properties", "required", "additionalProperties", "patternProperties")),
    ("array", ("items", "minItems", "maxItems", "uniqueItems")),
    ("string", _TEXT),
    ("number", ("minimum", "maximum", "multipleOf")),
)
_DURATIONS = ("P3D", "PT36H", "P1DT2H3M4S", "PT0S", "PT1.5S", "P2W", "P1Y2M")
_FREE: SearchStrategy[Tree] = st.recursive(
    st.none() | st.booleans() | st.integers(-999, 999) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2)
    | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=4,
)


@st.composite
def values(draw: DrawFn, schema: Tree, alphabet: str = "", keys: str = "") -> Tree:
    """Values that a schema of draft 7 without references mostly allows.

    Args:
        draw: Given by hypothesis.
        schema: The schema.
        alphabet: What texts are made of where the schema leaves it open; "" is anything.
        keys: The same for names of properties; "" is as texts are.
    """
    return _Drawing(draw, alphabet, keys or alphabet).value(schema)


class _Drawing:
    """One value while it is drawn."""

    def __init__(self, draw: DrawFn, alphabet: str, keys: str) -> None:
        self._draw = draw
        self._alphabet = alphabet
        self._keys = keys

    def value(self, schema: Tree) -> Tree:
        try:
            flat = flatten(schema, self._choose)
        except Impossible:
            reject()
        if "const" in flat:
            return flat["const"]
        if "enum" in flat:
            return self._choose(_of_type(flat))
        match self._kind(flat):
            case "object":
                return self._object(flat)
            case "array":
                return self._array(flat)
            case "string":
                return self._draw(self._text(flat))
            case "integer":
                return self._draw(_integers(flat))
            case "number":
                numbers = _integers(flat).filter(_is_exact) | _floats(flat)
                return self._draw(numbers)
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

    def _text(self, flat: dict[str, Tree]) -> SearchStrategy[Tree]:
        asked = {key: flat[key] for key in _TEXT if key in flat}
        if self._alphabet and not asked.keys() & {"pattern", "format"}:
            fewest = asked.get("minLength", 1)
            most = asked.get("maxLength", fewest + _MORE_LETTERS)
            return st.text(self._alphabet, min_size=fewest, max_size=most)
        if asked.get("format") == "uuid":
            # hypothesis-jsonschema doesn't know this format.
            return st.uuids().map(str)
        if asked.get("format") == "byte":
            return st.binary(max_size=_MORE_LETTERS).map(_as_base64)
        if asked.get("format") == "duration":
            return st.sampled_from(_DURATIONS)
        return _texts(dumps(asked))

    def _object(self, flat: dict[str, Tree]) -> dict[str, Tree]:
        properties: dict[str, Tree] = flat.get("properties") or {}
        required: list[str] = flat.get("required") or []
        further = flat.get("additionalProperties")
        patterns: dict[str, Tree] = flat.get("patternProperties") or {}
        made: dict[str, Tree] = {}
        for key in dict.fromkeys([*properties, *required]):
            if key in required or self._draw(st.booleans()):
                known = properties.get(key, {} if further is None else further)
                made[key] = self.value(known)
        for pattern, schema in patterns.items():
            if self._draw(st.booleans()):
                made[self._draw(st.from_regex(pattern))] = self.value(schema)
        if further is not None and further is not False:
            fewest = int(flat.get("minProperties", 0)) - len(made)
            for _ in range(self._draw(st.integers(max(fewest, 0), max(fewest, 2)))):
                key = self._draw(self._key())
                if key not in properties:
                    made[key] = self.value(further)
        return made

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
            reject()
        count = self._draw(st.integers(fewest, min(most, fewest + _MORE_ITEMS)))
        return [self.value(items) for _ in range(count)]


def _of_type(flat: dict[str, Tree]) -> list[Tree]:
    """The values of an enumeration that its type has, too."""
    kinds = flat.get("type")
    if kinds is None:
        return list(flat["enum"])
    wanted = set(kinds if is_array(kinds) else [kinds])
    found = [value for value in flat["enum"] if wanted & _kinds_of(value)]
    return found or list(flat["enum"])


def _kinds_of(value: Tree) -> set[str]:
    match value:
        case None:
            return {"null"}
        case bool():
            return {"boolean"}
        case int():
            return {"integer", "number"}
        case float():
            return {"number"}
        case str():
            return {"string"}
        case list():
            return {"array"}
        case _:
            return {"object"}


def _as_base64(value: bytes) -> str:
    return b64encode(value).decode()


@cache
def _texts(schema: str) -> SearchStrategy[Tree]:
    library: Tree = hypothesis_jsonschema
    strategy: SearchStrategy[Tree] = library.from_schema(
        {"type": "string", **loads(schema)}
    )
    return strategy


def _integers(flat: dict[str, Tree]) -> SearchStrategy[Tree]:
    low, high = _limits(flat, 1)
    factor = flat.get("multipleOf")
    if isinstance(factor, int) and factor > 1:
        return st.integers(
            None if low is None else -int(-low // factor),
            None if high is None else int(high // factor),
        ).map(lambda count: count * factor)
    least = -int(-low // 1) if low is not None else min(_LEAST, int(high or 0))
    most = int(high // 1) if high is not None else max(-_LEAST - 1, int(low or 0))
    return st.integers(least, most)


def _is_exact(value: int) -> bool:
    """Whether a whole number is the same to every reader that takes numbers as doubles."""
    return abs(value) <= _EXACT


def _floats(flat: dict[str, Tree]) -> SearchStrategy[Tree]:
    low, high = _limits(flat, 0)
    # Limits that no double has lie between two that they may be.
    if isinstance(low, int) and float(low) < low:
        low = nextafter(low, inf)
    if isinstance(high, int) and float(high) > high:
        high = nextafter(high, -inf)
    drawn: Callable[..., SearchStrategy[float]] = st.floats
    return drawn(low, high, allow_nan=False, allow_infinity=False)


def _limits(flat: dict[str, Tree], step: int) -> tuple[Tree, Tree]:
    low, high = flat.get("minimum"), flat.get("maximum")
    if "exclusiveMinimum" in flat:
        low = max(
            flat["exclusiveMinimum"] + step, low or flat["exclusiveMinimum"] + step
        )
    if "exclusiveMaximum" in flat:
        high = min(
            flat["exclusiveMaximum"] - step, high or flat["exclusiveMaximum"] - step
        )
    return low, high
