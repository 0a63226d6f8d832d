"""How values that don't fit are converted: a converter for each type.

It makes of parsed JSON what the type's decoder would, keeps the value wherever it departs from the
type, and reports the departure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

import msgspec

from .drift import At, Report
from .model import dec_hook
from .plain_data import JSON_TYPES, Annotation, Plain

# Beyond it a float can't follow an int.
_FLOATS: Final = 2**1023
# What .NET says for "never" is 9999-12-31T23:59:59.9999999Z.
_LAST_DAY: Final = "9999-12-31"
_BEYOND_MICROSECONDS: Final = re.compile(r"(\.\d{6})\d+")


class Converter:
    """How to convert a JSON value to one type.

    Attributes:
        expected: The type's name in reports.
        kinds: The JSON types that the type takes.
    """

    expected: str = "object"
    kinds: frozenset[str] = frozenset(JSON_TYPES.values())

    def convert(self, value: Plain, at: At | None, report: Report) -> object:
        """The value as the type has it; as it is, and reported, where it departs."""
        raise NotImplementedError

    def matches(self, value: Plain, depth: int) -> bool:
        """Whether the value is of this type, looking no deeper than `depth` levels."""
        raise NotImplementedError

    def json_types(self) -> frozenset[str]:
        """The JSON types that the type takes, where they take looking up."""
        return self.kinds

    def variants(self) -> tuple[Converter, ...]:
        """The converters of which a value has one: those of a union's variants, else this one."""
        return (self,)

    def branches(self) -> tuple[Branch, ...]:
        """As `variants`, with the tags that lead to each."""
        return (Branch(self),)

    def known_count(self, value: Plain, depth: int) -> int:
        """How many properties of objects in it the type keeps, looking no deeper than `depth`."""
        return 0

    def report_mismatch(self, value: object, at: At | None, report: Report) -> object:
        """Report that the value is of another type, and keep it."""
        report.add(at, self.expected, value)
        return value


class Branch(NamedTuple):
    """A converter in a union, and its tags: property, values, whether they must be there."""

    converter: Converter
    tags: tuple[tuple[str, Constant, bool], ...] = ()


class Anything(Converter):
    """Any value."""

    def convert(self, value: Plain, at: At | None, report: Report) -> object:
        """The value itself."""
        return value

    def matches(self, value: Plain, depth: int) -> bool:
        """Always."""
        return True


class Exactly(Converter):
    """Values of one Python type, such as str, bool and None."""

    def __init__(self, kind: type, expected: str) -> None:
        self._kind = kind
        self.expected = expected
        self.kinds = frozenset({JSON_TYPES[kind]})

    def convert(self, value: Plain, at: At | None, report: Report) -> object:
        """The value, which the type has as it is."""
        return (
            value
            if type(value) is self._kind
            else self.report_mismatch(value, at, report)
        )

    def matches(self, value: Plain, depth: int) -> bool:
        """Whether it is of that type and no other: true is no int."""
        return type(value) is self._kind


class Integer(Converter):
    """Whole numbers; JSON makes no difference between 1 and 1.0."""

    expected = "int"
    kinds = frozenset({"integer"})

    def convert(self, value: Plain, at: At | None, report: Report) -> object:
        """The value; 1.0 as 1."""
        if type(value) is int:
            return value
        return (
            int(value) if is_whole(value) else self.report_mismatch(value, at, report)
        )

    def matches(self, value: Plain, depth: int) -> bool:
        """Whether it is an int, or a float without a fraction."""
        return type(value) is int or is_whole(value)


def is_whole(value: object) -> bool:
    """Whether a value is a float without a fraction."""
    return type(value) is float and value.is_integer()


class Number(Converter):
    """Floats, and whole numbers as floats."""

    expected = "float"
    kinds = frozenset({"number"})

    def convert(self, value: Plain, at: At | None, report: Report) -> object:
        """The value as a float."""
        return (
            float(value)
            if self.matches(value, 0)
            else self.report_mismatch(value, at, report)
        )

    def matches(self, value: Plain, depth: int) -> bool:
        """Whether a float can follow it."""
        if type(value) is int:
            return -_FLOATS < value < _FLOATS
        return type(value) is float


class AnyNumber(Converter):
    """Numbers as JSON has them: ints of any size, and floats."""

    expected = "float"
    kinds = frozenset({"integer", "number"})

    def convert(self, value: Plain, at: At | None, report: Report) -> object:
        """The value itself."""
        return (
            value if self.matches(value, 0) else self.report_mismatch(value, at, report)
        )

    def matches(self, value: Plain, depth: int) -> bool:
        """Whether it is an int or a float; true is none."""
        return type(value) is int or type(value) is float


class Parsed(Converter):
    """A type that msgspec converts whole or not at all: dates, UUIDs, base64, decimals, enums."""

    def __init__(self, kind: Annotation, expected: str, kinds: frozenset[str]) -> None:
        self._kind = kind
        self.expected = expected
        self.kinds = kinds

    def convert(self, value: Plain, at: At | None, report: Report) -> object:
        """What msgspec makes of it."""
        try:
            return self._parse(value)
        except (msgspec.ValidationError, ValueError, TypeError):
            return self.report_mismatch(value, at, report)

    def matches(self, value: Plain, depth: int) -> bool:
        """Whether msgspec can make something of it."""
        try:
            self._parse(value)
        except (msgspec.ValidationError, ValueError, TypeError):
            return False
        return True

    def _parse(self, value: object) -> object:
        return msgspec.convert(value, self._kind, dec_hook=dec_hook)


class Instant(Parsed):
    """A date-time; one whose fraction rounds up past the last that Python has is that one."""

    def _parse(self, value: object) -> object:
        try:
            return super()._parse(value)
        except msgspec.ValidationError:
            if isinstance(value, str) and value.startswith(_LAST_DAY):
                return super()._parse(_BEYOND_MICROSECONDS.sub(r"\1", value))
            raise


class Constant(Converter):
    """One of some values (`Literal`)."""

    def __init__(self, values: Sequence[object]) -> None:
        self.values = tuple(values)
        self.expected = " | ".join(map(repr, self.values))
        self.kinds = frozenset(JSON_TYPES[type(value)] for value in self.values)

    def convert(self, value: Plain, at: At | None, report: Report) -> object:
        """The constant that it equals."""
        for own in self.values:
            if equals(own, value):
                return own
        return self.report_mismatch(value, at, report)

    def matches(self, value: Plain, depth: int) -> bool:
        """Whether it equals one of the constants."""
        return any(equals(own, value) for own in self.values)

    def contradicts(self, value: object) -> bool:
        """Whether a value speaks against whatever has to have one of the constants."""
        return not self.matches(value, 0)


def equals(own: object, value: object) -> bool:
    """Whether two values are one JSON value: 1 is 1.0, and isn't true."""
    if type(own) is not type(value) and not (type(own) is int and type(value) is float):
        return False
    return own == value
