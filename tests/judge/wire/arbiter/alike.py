"""Whether what a library has read is what was given."""

from __future__ import annotations

import decimal
import json
from collections.abc import Mapping
from typing import Any, TypeAlias, TypeGuard

# Parsed JSON, and what libraries make of it.
Tree: TypeAlias = Any

PLACES = ("path", "query", "header", "cookie")


def is_object(value: object) -> TypeGuard[dict[str, Tree]]:
    """Whether a value is a JSON object."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Tree]]:
    """Whether a value is a JSON array."""
    return isinstance(value, list)


def parameters_fault(wanted: Mapping[str, Tree], got: Mapping[str, Tree]) -> str:
    """What is wrong with the parameters that were read, or "".

    Args:
        wanted: What was given, by place and name.
        got: What was read, the same way.
    """
    for place in PLACES:
        read = {_key(place, name): value for name, value in got[place].items()}
        for name, value in wanted[place].items():
            found = read.get(_key(place, name), _ABSENT)
            if found is _ABSENT:
                return f"{place} parameter {name!r} didn't arrive"
            if not alike(value, found) and json.dumps(value) != found:
                return f"{place} {name!r}: {value!r} arrived as {found!r}"
    return ""


def alike(wanted: Tree, got: Tree) -> bool:
    """Whether a value arrived; defaults that a library adds to objects are no matter."""
    if is_object(wanted):
        members = got if is_object(got) else getattr(got, "__dict__", {})
        return all(
            key in members and alike(value, members[key])
            for key, value in wanted.items()
        )
    if is_array(wanted):
        items: Tree = [*got] if isinstance(got, tuple) else got
        return (
            is_array(items)
            and len(wanted) == len(items)
            and all(map(alike, wanted, items))
        )
    if isinstance(got, decimal.Decimal):
        return bool(float(got) == wanted)
    return bool(wanted == got) and isinstance(wanted, bool) is isinstance(got, bool)


_ABSENT = object()


def _key(place: str, name: str) -> str:
    return name.lower() if place == "header" else name
