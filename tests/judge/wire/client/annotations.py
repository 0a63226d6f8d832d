"""Whether the annotations of a method's arguments take what the document lets be sent."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from tests.judge.source.original import Tree, is_array, is_object
from tests.judge.wire.client.methods import Method

# What a generated package holds: its types are its own.
Foreign: TypeAlias = Any

_LISTS = {"list", "Sequence", "SequenceNotStr"}
_MAPPINGS = {"dict", "Mapping"}


class Annotated:
    """Reads the annotations of each method once."""

    def __init__(self) -> None:
        self._hints: dict[tuple[object, str], dict[str, Foreign]] = {}

    def fault(self, method: Method, given: Mapping[str, Tree]) -> str:
        """Which argument isn't annotated with the type of what is passed, or ""."""
        key = method.owner, method.name
        if key not in self._hints:
            self._hints[key] = get_type_hints(getattr(method.owner, method.name))
        hints = self._hints[key]
        for name, value in given.items():
            if not takes(hints.get(name, object), value):
                said = str(hints[name])[:150]
                return f"the argument {name} is of the type {said}, not of {value!r}"
        return ""


def takes(annotation: Foreign, value: Tree) -> bool:
    """Whether a type is one of a JSON value, as far as its own words say so."""
    origin: Foreign = get_origin(annotation)
    arguments = get_args(annotation)
    if origin in {Union, types.UnionType}:
        return any(takes(each, value) for each in arguments)
    if origin is Literal:
        return value in arguments
    if annotation in {str, bool, type(None)}:
        return type(value) is annotation
    if annotation is int:
        return type(value) is int
    if annotation is float:
        return type(value) in {int, float}
    name = getattr(origin, "__name__", "")
    if name in _LISTS and arguments:
        return is_array(value) and all(takes(arguments[0], each) for each in value)
    if name in _MAPPINGS and arguments:
        return is_object(value) and all(
            takes(arguments[1], each) for each in value.values()
        )
    if typing.is_typeddict(annotation):
        return is_object(value)
    return True
