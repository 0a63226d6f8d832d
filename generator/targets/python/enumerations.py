"""Enumerations: which of their values an annotation lists; the documentation has the others."""

from __future__ import annotations

from typing import TypeGuard

from generator.ir.types import Enumeration, Integer, Number, Type, Union
from generator.ir.value import Scalar

# msgspec takes no larger integers in a Literal.
_LARGEST = 2**63


def listed(type: Enumeration) -> tuple[Scalar, ...]:
    """The values that a Literal may have: texts, booleans, and all numbers or none.

    `Literal[2] | float` would refuse the 3 that a server may write for 3.0.
    """
    numbers = all(_fits(value) for value in type.values if _is_number(value))
    return tuple(
        value
        for value in type.values
        if isinstance(value, str | bool) or (numbers and _is_number(value))
    )


def unlisted(type: Enumeration) -> Number | Integer | None:
    """What the numbers are that no Literal lists; None where there are none."""
    numbers = [value for value in type.values if _is_number(value)]
    if all(map(_fits, numbers)):
        return None
    return Integer() if all(isinstance(one, int) for one in numbers) else Number()


def others(type: Enumeration) -> tuple[Type, ...]:
    """What a value may be that no Literal lists."""
    if isinstance(type.base, Union):
        return tuple(one.type for one in type.base.variants)
    rest = type.base or unlisted(type)
    return (rest,) if rest else ()


def lists_text(type: Enumeration) -> bool:
    """Whether the texts are listed, so that another one is an unknown value."""
    return not type.takes_any and any(isinstance(value, str) for value in type.values)


def has_numbers(type: Enumeration) -> bool:
    """Whether a Literal lists numbers beside which others may come that aren't whole."""
    may_be_fractions = any(isinstance(one, Number) for one in others(type))
    return may_be_fractions and any(map(_is_number, listed(type)))


def _is_number(value: Scalar) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _fits(value: Scalar) -> bool:
    return isinstance(value, int) and -_LARGEST <= value < _LARGEST
