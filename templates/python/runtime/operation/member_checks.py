"""Checks of values deep within arguments that type checkers may let through.

To Python a `datetime` is a `date`, and would go with its time; a `str` is a sequence of texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from ..argument_checks import check_array
from ..errors import ArgumentError
from ..json.drift import At, spell
from ..json.model import Absent, get_path
from ..json.plain_data import is_collection, is_mapping

if TYPE_CHECKING:
    from .operation import Operation, Path

_Check: TypeAlias = Callable[[object], None]
_Unwrap: TypeAlias = Callable[[object], object]

_NO_DAY = "a datetime can't be sent where a date belongs: pass value.date()"


def check_members(
    operation: Operation[Any], values: Sequence[object], body: object
) -> None:
    """Refuse a moment where an operation takes a day, and a text where it takes a list.

    Args:
        operation: The operation.
        values: The values of its parameters.
        body: The value of its body.

    Raises:
        ArgumentError: One stands there.
    """
    unwrap = operation.body.unwrap if operation.body else _itself
    for paths, check in (operation.dates, _check_day), (operation.lists, check_array):
        for path in paths:
            if path and isinstance(path[0], int):
                try:
                    _look(values[path[0]], path[1:], None, check, _itself)
                except ArgumentError as error:
                    error.below(operation.parameters[path[0]].name)
                    raise
            else:
                _look(body, path, None, check, unwrap)


def _check_day(value: object) -> None:
    if isinstance(value, datetime):
        raise ArgumentError(_NO_DAY)


def _itself(value: object) -> object:
    return value


def _look(
    value: object, path: Path, at: At | None, check: _Check, unwrap: _Unwrap
) -> None:
    value = unwrap(value)
    if not path:
        try:
            check(value)
        except ArgumentError as error:
            error.below(spell(at) if at else "")
            raise
        return
    for key, item in _members(value, path[0]):
        _look(item, path[1:], At(at, key), check, unwrap)


def _members(
    value: object, key: str | int | None
) -> Iterable[tuple[str | int, object]]:
    """The values at one key, or, where it is None, at each."""
    if isinstance(key, str):
        found = value.get(key) if is_mapping(value) else get_path(value, (key,))
        return () if isinstance(found, Absent) else ((key, found),)
    if is_mapping(value):
        return ((str(name), item) for name, item in value.items())
    return enumerate(value) if is_collection(value) else ()
