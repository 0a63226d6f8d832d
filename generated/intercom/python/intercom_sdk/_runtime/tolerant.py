"""Reading a body that its type's decoder refuses."""

from __future__ import annotations

from typing import Final

import msgspec

from .drift import Drift, Report, name_of
from .plain import KINDS
from .planner import plan

_BOM: Final = b"\xef\xbb\xbf"
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
    try:
        return msgspec.json.decode(body.removeprefix(_BOM))
    except RecursionError as error:
        raise Unreadable("the body is nested too deeply") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as refusal:
        try:
            return _second_opinion(body)
        except RecursionError as error:
            raise Unreadable("the body is nested too deeply") from error
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

    return json.loads(body, parse_float=number, parse_constant=refuse)


def convert(type: object, value: object, where: str) -> tuple[object, list[Drift]]:
    """Plain data as a type has it, as far as it goes, and each departure.

    Raises:
        Unreadable: The data is nested too deeply.
    """
    report = Report(where, [_FUEL])
    try:
        return plan(type).convert(value, None, report), report.drifts
    except RecursionError as error:
        raise Unreadable("the body is nested too deeply") from error


def other_kind(type: object, value: object) -> str:
    """What is wrong with a value of a JSON type that its type has nothing of, or ""."""
    wanted = plan(type)
    taken = wanted.takes()
    kind = KINDS[value.__class__]
    if kind in taken or (kind in _NUMBERS and not _NUMBERS.isdisjoint(taken)):
        return ""
    return f"expected {wanted.expected}, found {name_of(value)}"
