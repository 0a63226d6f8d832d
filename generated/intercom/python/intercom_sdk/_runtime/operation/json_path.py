"""The values at paths of JSON property names, in plain data and in models."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias, final

from msgspec import UNSET, Struct

from ..json.model import OpenModel
from ..json.plain_data import is_object

# Made once: a union costs more than the look at the type.
AnyModel: TypeAlias = Struct | OpenModel

_ATTRIBUTES: dict[type, dict[str, str]] = {}


@final
class Absent:
    """There is no value.

    `declared` says whether the place is one that a model has; where it isn't, the body may hold
    something that the model doesn't keep.
    """

    __slots__ = ("declared",)

    def __init__(self, *, declared: bool) -> None:
        self.declared = declared


_ABSENT: Final = Absent(declared=True)
_UNDECLARED: Final = Absent(declared=False)


def get_path(value: object, keys: Sequence[str]) -> object:
    """The value at a path of JSON property names, in plain data or in models; or an `Absent`."""
    for key in keys:
        if is_object(value):
            value = value.get(key, _ABSENT)
        elif isinstance(value, AnyModel):
            value = _property(value, key)
        else:
            return value if isinstance(value, Absent) else _ABSENT
    return _ABSENT if value is UNSET else value


def _property(model: AnyModel, key: str) -> object:
    name = _attributes(type(model)).get(key)
    if name is not None:
        return getattr(model, name)
    if isinstance(model, OpenModel):
        return getattr(model, model.__rest__).get(key, _ABSENT)
    return _UNDECLARED


def _attributes(kind: type[Struct] | type[OpenModel]) -> dict[str, str]:
    known = _ATTRIBUTES.get(kind)
    if known is None:
        struct = kind.__known__ if issubclass(kind, OpenModel) else kind
        known = dict(
            zip(struct.__struct_encode_fields__, struct.__struct_fields__, strict=True)
        )
        _ATTRIBUTES[kind] = known
    return known
