"""What is sent in the place of what callers pass: seconds for moments, and members that have one
value only.
"""

from __future__ import annotations

from collections.abc import (
    AsyncIterable,
    AsyncIterator,
    Callable,
    Mapping,
    Sequence,
)
from copy import copy
from datetime import datetime, time
from decimal import Decimal
from typing import Any, Final, TypeAlias

from msgspec import Struct, to_builtins
from msgspec.json import encode

from ..argument_checks import seconds
from ..errors import ArgumentError
from ..json.drift import At, spell
from ..json.extra import encodable
from ..json.json_limits import TOO_DEEP
from ..json.model import OpenModel, enc_hook
from ..json.plain_data import Plain, is_listed, is_mapping, is_text_or_bytes
from ..request.payload import is_async_iterable, is_iterable, is_stored
from ..request.request_options import OMIT
from .operation import Operation

_Unwrap: TypeAlias = Callable[[object], object]


class Seconds(Struct, frozen=True):
    """A unix time: where a moment stands, its seconds are sent."""


class Only(Struct, frozen=True):
    """A member that has one value only, which is sent where the member is missing."""

    value: str | float | bool | None


class ByTag(Struct, frozen=True):
    """One of several objects, by a property's value, a text or another scalar's JSON."""

    property: str
    shapes: Mapping[str, Shape]

    def of(self, value: Plain) -> Shape:
        """The shape that a value has."""
        found = value.get(self.property) if is_mapping(value) else None
        tag = found if isinstance(found, str) else _json(found)
        return self.shapes.get(tag, ())


# Shapes of the members of an object by their names, of the items of a list by their positions, and
# behind None of all others; several, which are applied one after another; or the name of a shape.
Shape: TypeAlias = (
    "Seconds | Only | ByTag | Mapping[str | int | None, Shape] | tuple[Shape, ...] | str"
)
SECONDS: Final = Seconds()


class Conversion:
    """Makes what is sent of what callers pass.

    Args:
        body: The shape of the body, as far as something changes in it.
        parameters: Those of parameters, by their positions.
        named: Shapes that others name, because they stand in each other or at several places.
    """

    __slots__ = ("_body", "_named", "_parameters")

    def __init__(
        self,
        *,
        body: Shape = (),
        parameters: Mapping[int, Shape] | None = None,
        named: Mapping[str, Shape] | None = None,
    ) -> None:
        self._body: Shape = body
        self._parameters: Mapping[int, Shape] = parameters or {}
        self._named: Mapping[str, Shape] = named or {}

    def __call__(
        self, operation: Operation[Any], values: Sequence[object], body: object
    ) -> tuple[Sequence[object], object]:
        """The values and the body of a call as they are sent; what was passed is left alone.

        Raises:
            ArgumentError: A moment has no time zone, or a fraction of a second, or a value holds
                itself.
        """
        try:
            return self._made(operation, values, body)
        except RecursionError:
            raise ArgumentError(f"the value can't be sent: it is {TOO_DEEP}") from None

    def _made(
        self, operation: Operation[Any], values: Sequence[object], body: object
    ) -> tuple[Sequence[object], object]:
        made = [*values]
        for position, shape in self._parameters.items():
            try:
                made[position] = self._converted(made[position], shape, None, _itself)
            except ArgumentError as error:
                error.below(operation.parameters[position].name)
                raise
        kind = operation.body
        if kind is not None and self._body != () and not kind.is_left_out(body):
            body = self._converted(body, self._body, None, kind.unwrap)
        return made, body

    def _converted(
        self, value: Plain, shape: Shape, at: At | None, unwrap: _Unwrap
    ) -> object:
        """A value as it is sent: the value itself where nothing changes."""
        held: Plain = unwrap(value)
        if held is not value:
            inner = self._converted(held, shape, at, _itself)
            return value if inner is held else _with_value(value, inner)
        match shape:
            case Seconds():
                return _as_seconds(value, at)
            case Only():
                return value
            case str():
                return self._converted(value, self._named[shape], at, unwrap)
            case tuple():
                for one in shape:
                    value = self._converted(value, one, at, unwrap)
                return value
            case _:
                pass
        if isinstance(value, Struct | OpenModel):
            value = _opened(value)
        if isinstance(shape, ByTag):
            return self._converted(value, shape.of(value), at, unwrap)
        return self._inside(value, shape, at, unwrap)

    def _inside(
        self,
        value: Plain,
        shape: Mapping[str | int | None, Shape],
        at: At | None,
        unwrap: _Unwrap,
    ) -> object:
        """The members of an object, or the items of a list."""
        each = shape.get(None, ())

        def below(key: str | int, item: object) -> object:
            return self._converted(item, shape.get(key, each), At(at, key), unwrap)

        if is_mapping(value):
            made = {key: below(key, item) for key, item in value.items()}
            for key, only in shape.items():
                if isinstance(only, Only) and made.get(key, OMIT) is OMIT:
                    made[key] = only.value
            is_same = len(made) == len(value) and all(
                made[key] is item for key, item in value.items()
            )
            return value if is_same else made
        if is_listed(value):
            items = [below(index, item) for index, item in enumerate(value)]
            is_same = all(new is old for new, old in zip(items, value, strict=True))
            return value if is_same else items
        if each == () or is_text_or_bytes(value) or is_stored(value):
            return value
        if is_iterable(value):
            return (below(index, item) for index, item in enumerate(value))
        return _each(value, below) if is_async_iterable(value) else value


def _itself(value: object) -> object:
    return value


def _with_value(part: Plain, value: object) -> object:
    """A part with another value in it."""
    made: Plain = copy(part)
    made.value = value
    return made


def _as_seconds(value: object, at: At | None) -> object:
    try:
        return seconds(value) if isinstance(value, datetime) else value
    except ArgumentError as error:
        error.below(spell(at) if at else "")
        raise


def _json(value: object) -> str:
    """A scalar as JSON; "" for anything else."""
    is_scalar = isinstance(value, int | float) or value is None
    return encode(value).decode() if is_scalar else ""


async def _each(
    items: AsyncIterable[object], convert: Callable[[int, object], object]
) -> AsyncIterator[object]:
    index = 0
    async for item in items:
        yield convert(index, item)
        index += 1


def _opened(model: Struct | OpenModel) -> Plain:
    """A model as plain data, in which what came as seconds is seconds again, at any depth.

    What may have to be refused stays what it is.
    """
    try:
        return to_builtins(
            encodable(model),
            builtin_types=(datetime, time, Decimal),
            str_keys=True,
            enc_hook=enc_hook,
        )
    except TypeError as error:
        raise ArgumentError(f"a value can't be sent: {error}") from error
