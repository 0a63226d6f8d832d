"""Reading a body that its type's decoder refuses."""

from __future__ import annotations

from typing import Final

import msgspec

from .drift import Drift, Report, name_of
from .nesting import TOO_DEEP, is_deep
from .plain import KINDS
from .planner import plan

_BOM: Final = b"\xef\xbb\xbf"
# The size of the largest unit of an encoding of Unicode.
_UNIT: Final = 4
# Whole numbers and others are one type to JSON itself.
_NUMBERS: Final = frozenset({"integer", "number"})
# How many values may be looked at again to find the variant of a union that fits best.
_FUEL: Final = 20_000


class Unreadable(Exception):
    """The body isn't JSON; the cause is the parser's own error."""


def parse(body: bytes) -> object:
    """The body as plain data.

    What msgspec refuses and other parsers take is taken: a byte order mark, UTF-16, half a
    surrogate pair, a number beyond a float's range, which becomes a Decimal.

    Raises:
        Unreadable: It isn't JSON, or is nested too deeply.
    """
    if not body:
        raise Unreadable("the body is empty")
    body = body.removeprefix(_BOM)
    # UTF-16 and UTF-32 write a bracket with zeros.
    if b"\0" not in body[:_UNIT]:
        _check_depth(body)
    try:
        return msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError) as refusal:
        try:
            return _second_opinion(body)
        except ValueError:
            raise Unreadable("the body is not JSON") from refusal


def _second_opinion(body: bytes) -> object:
    import json  # noqa: PLC0415 -- needed for odd bodies alone
    from decimal import Decimal  # noqa: PLC0415 -- as above

    def number(text: str) -> float | Decimal:
        value = float(text)
        return value if value - value == 0 else Decimal(text)

    def refuse(text: str) -> object:
        raise ValueError(text)

    text = body.decode(json.detect_encoding(body), "surrogatepass")
    _check_depth(text.encode("utf-8", "surrogatepass"))
    return json.loads(text, parse_float=number, parse_constant=refuse)


def _check_depth(body: bytes) -> None:
    if is_deep(body):
        raise Unreadable(f"the body is {TOO_DEEP}")


def convert(type: object, value: object, where: str) -> tuple[object, list[Drift]]:
    """Plain data as a type has it, as far as it goes, and each departure."""
    report = Report(where, [_FUEL])
    return plan(type).convert(value, None, report), report.drifts


def other_kind(type: object, value: object) -> str:
    """What is wrong with a value of a JSON type that its type has nothing of, or ""."""
    wanted = plan(type)
    taken = wanted.takes()
    kind = KINDS[value.__class__]
    if kind in taken or (kind in _NUMBERS and not _NUMBERS.isdisjoint(taken)):
        return ""
    return f"expected {wanted.expected}, found {name_of(value)}"
