"""Plain data, which parsed JSON is made of, and types for annotations."""

from __future__ import annotations

from collections import UserString
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    NewType,
    Protocol,
    TypeAlias,
    TypeGuard,
    TypeVar,
)

# Parsed JSON: None, bool, int, float, str, list or dict. What it is shows when it is looked at.
Plain: TypeAlias = Any
# What stands in an annotation: a class, a union, `list[str]`, a stand-in.
Annotation: TypeAlias = Any

# What a JSON parser gives for each JSON type. `Decimal` is a number too large for a float.
JSON_TYPES: Final[dict[type, str]] = {
    type(None): "null",
    bool: "boolean",
    int: "integer",
    float: "number",
    Decimal: "number",
    str: "string",
    list: "array",
    dict: "object",
}


def is_object(value: object) -> TypeGuard[dict[str, Plain]]:
    """Whether a value is a JSON object."""
    return isinstance(value, dict)


def is_mapping(value: object) -> TypeGuard[Mapping[Plain, Plain]]:
    """Whether a value that a caller passes is a mapping of any kind."""
    return isinstance(value, Mapping)


def is_array(value: object) -> TypeGuard[list[Plain]]:
    """Whether a value is a JSON array."""
    return isinstance(value, list)


def member_of(data: object, name: str) -> Plain:
    """A member of plain data or of a model, or None."""
    if is_object(data):
        return data.get(name)
    return getattr(data, name, None)


def named(data: object, name: str) -> str | None:
    """A member that is text, of plain data or of a model."""
    value = member_of(data, name)
    return value if isinstance(value, str) else None


def is_tuple(value: object) -> TypeGuard[tuple[Plain, ...]]:
    """Whether a value is a tuple, which becomes an array in JSON."""
    return isinstance(value, tuple)


def is_text_or_bytes(value: object) -> bool:
    """Whether a value is text or bytes, which Python takes for sequences, too."""
    return isinstance(value, str | bytes | bytearray | memoryview | UserString)


def is_collection(value: object) -> TypeGuard[Collection[Plain]]:
    """Whether a value that a caller passes is a collection of others, and no text or bytes."""
    return not is_text_or_bytes(value) and isinstance(value, Collection)


def is_listed(value: object) -> TypeGuard[Collection[Plain]]:
    """Whether a value that a caller passes stands for a list: any collection but a mapping.

    What can be read but once is none, since a request may be sent more than once.
    """
    if isinstance(value, list | tuple):
        return True
    return not is_mapping(value) and is_collection(value)


def as_builtin(value: object) -> object:
    """A value of a class of the caller's own, as what msgspec encodes.

    Raises:
        TypeError: JSON has no form for it.
    """
    if isinstance(value, datetime):
        return datetime.combine(value.date(), value.timetz())
    # msgspec itself writes lists and dicts, but for those that are the keys of dicts.
    if is_mapping(value) and not isinstance(value, dict):
        return dict(value)
    if is_listed(value) and not isinstance(value, list | tuple):
        return [*value]
    for kind in (str, int, float):
        if isinstance(value, kind):
            return kind(value)
    if isinstance(value, UserString):
        return value.data
    raise TypeError(f"a {type(value).__name__} has no form in JSON")


T_co = TypeVar("T_co", covariant=True)

if TYPE_CHECKING:
    UnknownValue = NewType("UnknownValue", str)
    """A value that an enumeration doesn't list, which a newer server may have.

    An enumeration is `Literal["draft", "published"] | UnknownValue`: type checkers refuse any other
    text, so that a typo is an error, unless `UnknownValue("archived")` says that it is meant. When
    the program runs it is `str` itself, and any text passes.
    """
else:
    UnknownValue = str


if TYPE_CHECKING:
    Number: TypeAlias = float
    """A number as JSON has it: an int of any size without a fraction, else a float.

    A float alone would lose the last digits of a large whole number. Type checkers let an int stand
    wherever a float does.
    """
else:
    Number = int | float


class SequenceNotStr(Protocol[T_co]):
    """A sequence of texts, or of what may be text, which a text by itself is not.

    `str` and `bytes` are sequences, too, but look for a part rather than for an item, so that they
    don't fit; lists, tuples, ranges, deques and every `collections.abc.Sequence` do.
    """

    def __len__(self) -> int: ...

    def __getitem__(self, index: int, /) -> T_co: ...

    def __iter__(self) -> Iterator[T_co]: ...

    def __contains__(self, value: object, /) -> bool: ...


class WithExtra:
    """Room for what came with an object beside the members that its class declares."""

    __slots__ = ("__extra__",)
    # What other variants of its union declare, and what nobody does, None where that isn't kept.
    __extra__: tuple[Mapping[str, Plain], Mapping[str, Plain] | None]


def overlap_of(model: object) -> Mapping[str, Plain]:
    """The members of a model that only other variants of its union declare."""
    kept: tuple[dict[str, Plain], object] | None = getattr(model, "__extra__", None)
    return kept[0] if kept else {}


class PydanticType:
    """A type that fields of pydantic can have, and the models and responses of FastAPI."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: object
    ) -> dict[str, Plain]:
        from .data import core_schema  # noqa: PLC0415 -- most programs never need it

        return core_schema(cls)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: dict[str, Plain], handler: Callable[[Plain], dict[str, Plain]]
    ) -> dict[str, Plain]:
        from .data import json_schema  # noqa: PLC0415 -- as above

        return json_schema(cls, schema, handler)


_TEXT: Final = 200
_ITEMS: Final = 20


def cut_repr(value: object) -> str:
    """A repr in which long texts and lists are cut."""
    if isinstance(value, str) and len(value) > _TEXT:
        return f"{value[:_TEXT]!r}..."
    if is_array(value) and len(value) > _ITEMS:
        shown = ", ".join(map(cut_repr, value[:_ITEMS]))
        return f"[{shown}, ... {len(value) - _ITEMS} more]"
    return repr(value)
