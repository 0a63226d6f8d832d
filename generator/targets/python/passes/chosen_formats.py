"""Marks the types whose formats sdk.toml chooses as types of Python."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from generator.ir.api import Api
from generator.ir.types import Integer, String
from generator.ir.value import Value
from generator.targets.python.types.formats import chosen


def choose_formats(api: Api, names: frozenset[str]) -> Api:
    """Mark the types of all these formats.

    Args:
        api: The API.
        names: The formats, as sdk.toml names them.
    """
    marked: Api = _marked(api, names) if names else api
    return marked


# Values of any class of the IR.
def _marked(value: Any, names: frozenset[str]) -> Any:  # noqa: ANN401 -- as said above
    match value:
        case String() | Integer():
            return chosen(value, names)
        case _ if value.__class__ is tuple:
            made = tuple(_marked(item, names) for item in value)
            same = all(new is old for new, old in zip(made, value, strict=True))
            return value if same else made
        case Value():
            fields = ((name, getattr(value, name)) for name in value.__struct_fields__)
            changes = {
                name: new
                for name, old in fields
                if (new := _marked(old, names)) is not old
            }
            return replace(value, **changes) if changes else value
        case _:
            return value
