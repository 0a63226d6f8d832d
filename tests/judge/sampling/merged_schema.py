"""Several schemas that apply at once, as one: what `allOf` and chosen variants come to.

It takes the narrower of each keyword. What it can't express is left to the judge of drawn values.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tests.judge.source.original import Tree, is_array, is_object

_CHOICES: Final = ("allOf", "anyOf", "oneOf")
_LARGER: Final = (
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "exclusiveMinimum",
)
_SMALLER: Final = (
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "exclusiveMaximum",
)


class Impossible(Exception):
    """No value fits all of them."""


def flatten(schema: Tree, choose: Callable[[list[Tree]], Tree]) -> dict[str, Tree]:
    """A schema without `allOf`, and with one variant of each union.

    Args:
        schema: A schema of draft 7, without references.
        choose: Picks a variant.

    Raises:
        Impossible: Its parts exclude each other.
    """
    flat: dict[str, Tree] = {}
    waiting = [schema]
    while waiting:
        part = waiting.pop()
        if part is False:
            raise Impossible
        if not is_object(part):
            continue
        own = {key: value for key, value in part.items() if key not in _CHOICES}
        flat = fuse(flat, own)
        waiting += part.get("allOf") or ()
        waiting += [choose(part[key]) for key in ("anyOf", "oneOf") if part.get(key)]
    return flat


def fuse(one: dict[str, Tree], other: dict[str, Tree]) -> dict[str, Tree]:
    """Two schemas without unions as one.

    Raises:
        Impossible: They exclude each other.
    """
    fused = {**one, **other}
    for key in one.keys() & other.keys():
        fused[key] = _both(key, one[key], other[key])
    return fused


def _both(key: str, one: Tree, other: Tree) -> Tree:
    if one == other:
        return one
    if key in _LARGER:
        return max(one, other)
    if key in _SMALLER:
        return min(one, other)
    match key:
        case "type":
            return _types(one, other)
        case "enum":
            return _common(one, other)
        case "const":
            raise Impossible
        case "required":
            return sorted({*one, *other})
        case "properties" | "patternProperties":
            return {
                name: (
                    {"allOf": [one[name], other[name]]}
                    if name in one and name in other
                    else one.get(name, other.get(name))
                )
                for name in {**one, **other}
            }
        case "items" | "additionalProperties" if not is_array(one):
            return {"allOf": [one, other]}
        case _:
            return other


def _types(one: Tree, other: Tree) -> list[str]:
    left = set(one if is_array(one) else [one])
    right = set(other if is_array(other) else [other])
    both = left & right
    if "number" in left ^ right and "integer" in left | right:
        both.add("integer")
    if not both:
        raise Impossible
    return sorted(both)


def _common(one: list[Tree], other: list[Tree]) -> list[Tree]:
    if both := [value for value in one if value in other]:
        return both
    raise Impossible
