"""How deep JSON nests, found out before a decoder or an encoder calls itself for each level.

What those bear depends on the interpreter, its version and the thread's stack: beyond it some raise
and some end the process. So the bound is our own, and the same everywhere. At this depth a value of
any type is decoded and encoded within a stack of 128 KiB, and one whose type doesn't hold itself
through a union within 64 KiB.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from .errors import ArgumentError
from .plain import Plain, is_array, is_object, is_tuple
from .unsendable import members

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
    return brackets.count(b"[") > DEEPEST and _is_deep(marks, brackets)


def _is_deep(marks: bytes, brackets: bytes) -> bool:
    """The same of brackets and quotes, and of all brackets alone."""
    # Where no string has brackets in it, quotes stand in pairs.
    if 2 * marks.count(b'""') < len(marks) - len(brackets):
        brackets = _STRINGS.sub(b"", marks).translate(_SQUARE)
    left = brackets
    for _ in range(DEEPEST):
        # Each turn takes the innermost values out, and no others.
        left = left.replace(b"[]", b"")
        if not left:
            return False
    # Too deep, or no JSON: an array may have no end, or may end before it begins.
    depth = 0
    for mark in brackets:
        depth += 1 if mark == _OPENS else -1
        if depth > DEEPEST:
            return True
    return False


def check_depth(value: object) -> None:
    """Refuse a value that nests deeper than it may, or holds itself.

    Args:
        value: Anything that can be encoded as JSON.

    Raises:
        ArgumentError: It does.
    """
    # Each value once a level, however often it is held.
    level: Iterable[Plain] = () if type(value) in _SCALARS else (value,)
    for depth in range(1, DEEPEST + 1):
        below = {
            id(item): item
            for holder in level
            for item in _inside(holder)
            if type(item) not in _SCALARS
        }
        if not below:
            return
        # What comes to a scalar may stand where a list may not.
        if depth == DEEPEST and not any(map(_is_holder, below.values())):
            return
        level = below.values()
    raise ArgumentError(f"the value can't be sent: it is {TOO_DEEP}")


def _is_holder(value: Plain) -> bool:
    """Whether JSON has an array or an object for a value that is no plain scalar."""
    if is_object(value) or is_array(value) or is_tuple(value):
        return True
    return isinstance(value, Struct) or any(True for _ in members(value))


def _inside(value: Plain) -> Iterable[object]:
    if is_object(value):
        items: Iterable[object] = value.values()
    elif is_array(value) or is_tuple(value):
        items = value
    else:
        return [item for _, item in members(value)]
    return () if _SCALARS.issuperset(map(type, items)) else items
