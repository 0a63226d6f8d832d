"""Moments in the place of days: to Python a `datetime` is a `date`, and goes with its time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from .drift import At, spell
from .errors import ArgumentError
from .parts import in_part
from .plain import is_collection, is_mapping
from .wire import Absent, dig

if TYPE_CHECKING:
    from .operation import Operation, Path

_NO_DAY = "a datetime can't be sent where a date belongs: pass value.date()"


def check_dates(
    operation: Operation[Any], values: Sequence[object], body: object
) -> None:
    """Refuse a moment where an operation takes a day.

    Args:
        operation: The operation.
        values: The values of its parameters.
        body: The value of its body.
    """
    for path in operation.dates:
        if path and isinstance(path[0], int):
            try:
                _check(values[path[0]], path[1:], None)
            except ArgumentError as error:
                error.below(operation.parameters[path[0]].name)
                raise
        else:
            _check(body, path, None)


def _check(value: object, path: Path, at: At | None) -> None:
    value = in_part(value).value
    if not path:
        if isinstance(value, datetime):
            raise ArgumentError(_NO_DAY, member=spell(at) if at else "")
        return
    for key, item in _members(value, path[0]):
        _check(item, path[1:], At(at, key))


def _members(
    value: object, key: str | int | None
) -> Iterable[tuple[str | int, object]]:
    """What stands at one key, or, where it is None, at each."""
    if isinstance(key, str):
        found = value.get(key) if is_mapping(value) else dig(value, (key,))
        return () if isinstance(found, Absent) else ((key, found),)
    if is_mapping(value):
        return ((str(name), item) for name, item in value.items())
    return enumerate(value) if is_collection(value) else ()
