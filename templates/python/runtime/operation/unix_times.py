"""Moments in arguments, where an operation takes unix times."""

from __future__ import annotations

from collections.abc import (
    AsyncIterable,
    AsyncIterator,
    Callable,
    Sequence,
)
from copy import copy
from datetime import datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec import Struct, to_builtins

from ..errors import ArgumentError
from ..json.drift import At, spell
from ..json.json_limits import check_depth
from ..json.model import OpenModel, enc_hook
from ..json.plain_data import Plain, is_listed, is_mapping, is_text_or_bytes
from ..json.unix_time import seconds
from ..request.payload import is_async_iterable, is_iterable, is_stored

if TYPE_CHECKING:
    from .operation import Operation, Path

_Unwrap: TypeAlias = Callable[[object], object]


class UnixTimes:
    """Makes whole seconds of the moments that stand where an operation takes unix times.

    Args:
        paths: Where it takes them: property names, in which None is each item or value; those
            within a parameter begin with its position.
    """

    __slots__ = ("paths",)

    def __init__(self, paths: Sequence[Path]) -> None:
        self.paths: Sequence[Path] = paths

    def __call__(
        self, operation: Operation[Any], values: Sequence[object], body: object
    ) -> tuple[Sequence[object], object]:
        """The values and the body of a call with seconds in them; what was passed is left alone.

        Raises:
            ArgumentError: A moment has no time zone, or a fraction of a second.
        """
        made = [*values]
        unwrap = operation.body.unwrap if operation.body else _itself
        for path in self.paths:
            position, *rest = path or (None,)
            if not isinstance(position, int):
                body = _converted(body, path, None, unwrap)
                continue
            try:
                made[position] = _converted(made[position], rest, None, _itself)
            except ArgumentError as error:
                error.below(operation.parameters[position].name)
                raise
        return made, body


def _itself(value: object) -> object:
    return value


def _converted(
    value: Plain, path: Sequence[str | int | None], at: At | None, unwrap: _Unwrap
) -> object:
    """A value with seconds at a path: the value itself where nothing changes."""
    held: Plain = unwrap(value)
    if held is not value:
        part: Plain = copy(value)
        part.value = _converted(held, path, at, _itself)
        return part
    if not path:
        try:
            return seconds(value) if isinstance(value, datetime) else value
        except ArgumentError as error:
            error.below(spell(at) if at else "")
            raise
    key, *rest = path

    def below(name: str | int, item: object) -> object:
        return _converted(item, rest, At(at, name), unwrap)

    if isinstance(value, Struct | OpenModel):
        value = _opened(value)
    if is_mapping(value):
        return {
            name: below(name, item) if key in {None, name} else item
            for name, item in value.items()
        }
    if key is None and is_listed(value):
        return [below(index, item) for index, item in enumerate(value)]
    if key is not None or is_text_or_bytes(value) or is_stored(value):
        return value
    if is_iterable(value):
        return (below(index, item) for index, item in enumerate(value))
    return _each(value, below) if is_async_iterable(value) else value


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
    check_depth(model)
    try:
        return to_builtins(
            model,
            builtin_types=(datetime, time, Decimal),
            str_keys=True,
            enc_hook=enc_hook,
        )
    except TypeError as error:
        raise ArgumentError(f"a value can't be sent: {error}") from error
