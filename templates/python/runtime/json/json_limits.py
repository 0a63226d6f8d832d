"""Limits of JSON: values that would be changed on the way, and too deep nesting."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import datetime, time
from decimal import Decimal
from enum import Enum
from itertools import chain
from math import isfinite
from typing import Final

from msgspec import Struct

from ..argument_checks import NO_ZONE
from ..errors import ArgumentError
from .drift import At, spell
from .plain_data import (
    Plain,
    is_array,
    is_collection,
    is_mapping,
    is_object,
    is_tuple,
    overlap_of,
)

# What has no time zone ends with its seconds.
_NAIVE: Final = re.compile(rb'[T"]\d\d:\d\d:\d\d(?:\.\d+)?"').search
# Of text alone UTF-8 may have no form, and what has been encoded holds no such text.
_ENCODED: Final = frozenset({bool, int, str, type(None), bytes, bytearray})
_NO_NUMBER: Final = "can't be sent: JSON has no such number"
_NO_OFFSET: Final = (
    "a time in a zone whose offset depends on the day can't be sent: give it an offset, with "
    "value.replace(tzinfo=timezone(timedelta(hours=1))), or none"
)
_SURROGATE: Final = "the text holds a lone surrogate, which can't be sent"


def check_encoded(value: object, encoded: bytes) -> None:
    """Refuse a value in which something stood that the encoder wrote as something else.

    Args:
        value: What was encoded.
        encoded: Its JSON.

    Raises:
        ArgumentError: There is something; its `member` says where.
    """
    if (
        b"null" in encoded
        or b"NaN" in encoded
        or b"Infinity" in encoded
        or _NAIVE(encoded) is not None
    ) and _is_changed(value):
        check(value)


def check_numbers(value: object) -> None:
    """As `check`, of a value that was encoded, for numbers that JSON doesn't have alone."""
    if _is_changed(value):
        check(value, _no_number)


def check(value: object, refusal: Callable[[object], str] | None = None) -> None:
    """Refuse a value in which something stands that can't be sent, at any depth.

    Args:
        value: Anything that can be encoded as JSON, so that it has an end.
        refusal: Says why a single value is refused, or ""; unless given, for whatever reason.

    Raises:
        ArgumentError: There is something; its `member` says where.
    """
    refuse = refusal or _refusal
    _look_at(value, None, refuse)
    waiting: list[tuple[object, At | None]] = [(value, None)]
    while waiting:
        here, at = waiting.pop()
        for key, item in members(here):
            place = At(at, key if isinstance(key, int) else str(key))
            _look_at(key, place, refuse)
            _look_at(item, place, refuse)
            waiting.append((item, place))


def _is_changed(value: object) -> bool:
    """The same without saying where, which is many times faster."""
    waiting: list[object] = [value]
    while waiting:
        here = waiting.pop()
        items: Iterable[object]
        if is_array(here):
            items = here
        elif is_object(here):
            items = here.values()
            if not _ENCODED.issuperset(map(type, here)):
                waiting += here
        elif _refusal(here):
            return True
        else:
            items = [item for pair in members(here) for item in pair]
        for item in items:
            if type(item) is float:
                # Nothing but infinity and NaN differs from itself less itself.
                if item - item != 0:
                    return True
            elif type(item) not in _ENCODED:
                waiting.append(item)
    return False


def _look_at(value: object, at: At | None, refusal: Callable[[object], str]) -> None:
    said = refusal(value)
    if said:
        raise ArgumentError(said, member=spell(at) if at else "")


def _refusal(value: object) -> str:
    """Why a value can't be sent by itself, or ""."""
    match value:
        case str():
            return "" if is_text(value) else _SURROGATE
        case datetime() if value.utcoffset() is None:
            return NO_ZONE
        case time() if value.tzinfo and value.utcoffset() is None:
            return _NO_OFFSET
        case _:
            return _no_number(value)


def _no_number(value: object) -> str:
    """Why a number by itself has no form in JSON, or ""."""
    if isinstance(value, Decimal):
        return "" if value.is_finite() else f"{value} {_NO_NUMBER}"
    is_finite = not isinstance(value, float) or isfinite(value)
    return "" if is_finite else f"{value} {_NO_NUMBER}"


def is_text(value: str) -> bool:
    """Whether UTF-8 has a form for a text."""
    if value.isascii():
        return True
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def members(value: Plain) -> Iterable[tuple[object, object]]:
    """The members of a value that becomes an array or an object, by their JSON names."""
    if is_object(value):
        return value.items()
    if is_array(value) or is_tuple(value):
        return enumerate(value)
    if isinstance(value, Struct):
        names = zip(
            value.__struct_encode_fields__, value.__struct_fields__, strict=True
        )
        declared = ((wire, getattr(value, name)) for wire, name in names)
        others = overlap_of(value)
        return chain(declared, others.items()) if others else declared
    if hasattr(value, "__encode__") and not isinstance(value, type):
        return members(value.__encode__())
    return _members_of_others(value)


def _members_of_others(value: Plain) -> Iterable[tuple[object, object]]:
    if is_mapping(value):
        return value.items()
    if isinstance(value, Enum):
        return [("value", value.value)]
    kind = value if isinstance(value, type) else type(value)
    if hasattr(kind, "__dataclass_fields__"):
        from dataclasses import fields  # noqa: PLC0415 -- few values are of one

        return ((one.name, getattr(value, one.name)) for one in fields(value))
    return enumerate(value) if is_collection(value) else ()


DEEPEST: Final = 64
TOO_DEEP: Final = f"nested too deeply, more than {DEEPEST} levels"

# All bytes but brackets and quotes.
_OTHERS: Final = bytes({*range(256)} - {*b'[]{}"'})
_STRINGS: Final = re.compile(rb'"[^"]*(?:"|\Z)')
# How deep something nests doesn't depend on the kind of brackets.
_SQUARE: Final = bytes.maketrans(b"{}", b"[]")
_OPENS: Final = ord("[")
# What has nothing inside.
_SCALARS: Final = frozenset({bool, int, float, str, bytes, type(None)})


def bounded(body: bytes) -> bytes:
    """JSON text, to be decoded as it is.

    Args:
        body: The text in UTF-8.

    Raises:
        ValueError: It nests deeper than it may.
    """
    if is_deep(body):
        raise ValueError(TOO_DEEP)
    return body


def is_deep(body: bytes) -> bool:
    """Whether JSON text nests deeper than it may.

    What isn't JSON is counted as far as its brackets stand outside of strings.

    Args:
        body: The text in UTF-8.
    """
    if len(body) <= DEEPEST:
        return False
    if b"\\" in body:
        # The rest of a run of backslashes may escape a quote.
        body = body.replace(b"\\\\", b"").replace(b'\\"', b"")
    marks = body.translate(None, _OTHERS)
    brackets = marks.translate(_SQUARE, b'"')
    if brackets.count(b"[") <= DEEPEST:
        return False
    # Where no string has brackets in it, quotes stand in pairs.
    if 2 * marks.count(b'""') < len(marks) - len(brackets):
        brackets = _STRINGS.sub(b"", marks).translate(_SQUARE)
    left = brackets
    for most in range(DEEPEST - 1, -1, -1):
        # Each turn takes the innermost values out, and no others.
        left = left.replace(b"[]", b"")
        if len(left) <= most:
            return False
    # Too deep, or no JSON: an array may have no end, or may end before it begins.
    depth = 0
    for mark in brackets:
        depth += 1 if mark == _OPENS else -1
        if depth > DEEPEST:
            return True
    return False


def check_depth(value: object) -> bool:
    """Refuse a value that nests deeper than it may, or holds itself.

    Args:
        value: Anything that can be encoded as JSON.

    Returns:
        Whether a model in it has members that only other variants of its union declare.

    Raises:
        ArgumentError: It does.
    """
    overlaps: list[object] = []
    # Each value once a level, however often it is held.
    level: Iterable[Plain] = () if type(value) in _SCALARS else (value,)
    for depth in range(1, DEEPEST + 1):
        below = {
            id(item): item
            for holder in level
            for item in _inside(holder, overlaps)
            if type(item) not in _SCALARS
        }
        if not below:
            return bool(overlaps)
        # What comes to a scalar may stand where a list may not.
        if depth == DEEPEST and not any(map(_is_holder, below.values())):
            return bool(overlaps)
        level = below.values()
    raise ArgumentError(f"the value can't be sent: it is {TOO_DEEP}")


def _is_holder(value: Plain) -> bool:
    """Whether JSON has an array or an object for a value that is no plain scalar."""
    if is_object(value) or is_array(value) or is_tuple(value):
        return True
    return isinstance(value, Struct) or any(True for _ in members(value))


def _inside(value: Plain, overlaps: list[object]) -> Iterable[object]:
    """What stands within a value, which is added to `overlaps` if it is a model with one."""
    if is_object(value):
        items: Iterable[object] = value.values()
    elif is_array(value) or is_tuple(value):
        items = value
    else:
        if overlap_of(value):
            overlaps.append(value)
        return [item for _, item in members(value)]
    return () if _SCALARS.issuperset(map(type, items)) else items
