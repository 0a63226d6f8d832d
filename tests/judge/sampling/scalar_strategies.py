"""Hypothesis strategies for texts and numbers, and the values of enumerations."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from functools import cache
from json import dumps, loads
from math import inf, nextafter

import hypothesis_jsonschema
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.judge.source.original import Tree, is_array

TEXT = ("format", "maxLength", "minLength", "pattern")
_MORE_LETTERS = 8
# A pattern that is one kind of letter, as often as one likes.
_REPEATED = re.compile(r"\^(\[(?:[^\]\\]|\\.)+\]|\\[dw])([+*])\$")
_EXACT = 2**53
# What a number without limits goes to: 64 bits.
_LEAST = -(2**63)
_DURATIONS = ("P3D", "PT36H", "P1DT2H3M4S", "PT0S", "PT1.5S", "P2W", "P1Y2M")


def texts(flat: dict[str, Tree], alphabet: str) -> SearchStrategy[Tree]:
    """Texts that a schema allows.

    Args:
        flat: The schema.
        alphabet: What they are made of where the schema leaves it open; "" is anything.
    """
    asked = {key: flat[key] for key in TEXT if key in flat}
    if alphabet and not asked.keys() & {"pattern", "format"}:
        fewest = asked.get("minLength", 1)
        most = asked.get("maxLength", fewest + _MORE_LETTERS)
        return st.text(alphabet, min_size=fewest, max_size=most)
    if asked.get("format") == "uuid":
        # hypothesis-jsonschema doesn't know this format.
        return st.uuids().map(str)
    if asked.get("format") == "byte":
        return st.binary(max_size=_MORE_LETTERS).map(_as_base64)
    if asked.get("format") == "duration":
        return st.sampled_from(_DURATIONS)
    repeated = _REPEATED.fullmatch(str(asked.get("pattern", "")))
    if repeated and asked.keys() & {"minLength", "maxLength"}:
        # Texts drawn by the pattern alone are hardly ever of the right length.
        letter, sign = repeated.groups()
        fewest = asked.get("minLength", 1 if sign == "+" else 0)
        most = asked.get("maxLength", fewest + _MORE_LETTERS)
        return st.from_regex(f"{letter}{{{fewest},{most}}}", fullmatch=True)
    return _known_texts(dumps(asked))


def numbers(flat: dict[str, Tree]) -> SearchStrategy[Tree]:
    """Numbers that a schema allows, whole ones too."""
    return integers(flat).filter(_is_exact) | _floats(flat)


def of_type(flat: dict[str, Tree]) -> list[Tree]:
    """The values of an enumeration that its type has, too."""
    kinds = flat.get("type")
    if kinds is None:
        return list(flat["enum"])
    wanted = set(kinds if is_array(kinds) else [kinds])
    found = [value for value in flat["enum"] if wanted & kinds_of(value)]
    return found or list(flat["enum"])


def kinds_of(value: Tree) -> set[str]:
    """The types of JSON Schema that a value has."""
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


def integers(flat: dict[str, Tree]) -> SearchStrategy[Tree]:
    """Whole numbers that a schema allows."""
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


@cache
def _known_texts(schema: str) -> SearchStrategy[Tree]:
    library: Tree = hypothesis_jsonschema
    strategy: SearchStrategy[Tree] = library.from_schema(
        {"type": "string", **loads(schema)}
    )
    return strategy
