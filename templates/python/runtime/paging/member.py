"""A value set in the arguments of a call: a cursor, the size of a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from ..errors import ArgumentError
from ..json.data import to_builtins
from ..json.model import OpenModel
from ..json.plain_data import is_mapping
from ..operation.operation import Operation
from ..request.request_options import OMIT
from .settings import Keys


def with_value(body: object, keys: Keys, value: object) -> Mapping[str, object]:
    """An object with a value at a path; the one given is left as it is.

    Args:
        body: The object: a mapping, a model, or nothing yet.
        keys: Where the value goes, at least one name.
        value: What is set there.

    Raises:
        ArgumentError: There is something else than an object on the way.
    """
    key, *rest = keys
    known = _as_object(body)
    inner = with_value(known.get(key), tuple(rest), value) if rest else value
    return {**known, key: inner}


def _as_object(value: object) -> Mapping[str, object]:
    """An object that a caller passes, or leaves out, as a mapping."""
    if value is None or value is OMIT:
        return {}
    if isinstance(value, Struct | OpenModel):
        value = to_builtins(value)
    if is_mapping(value):
        return {str(key): member for key, member in value.items()}
    kind = type(value).__name__
    raise ArgumentError(f"a cursor or a size goes into an object, not into a {kind}")


def with_size(
    operation: Operation[Any],
    values: Sequence[object],
    body: object,
    keys: Keys,
    size: object,
) -> tuple[Sequence[object], object]:
    """The arguments of a call, with the size of a page among them.

    Args:
        operation: The list operation.
        values: The values of its parameters.
        body: The request body, or OMIT.
        keys: Where the size goes: a parameter of the query and names in it, or else in the body.
        size: The size.

    Returns:
        The values of the parameters, and the body.

    Raises:
        ArgumentError: There is something else than an object on the way.
    """
    name, *inner = keys
    index = operation.position(name)
    if index is None:
        return values, with_value(body, keys, size)
    sized = with_value(values[index], tuple(inner), size) if inner else size
    return (*values[:index], sized, *values[index + 1 :]), body
