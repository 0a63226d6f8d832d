"""How values that don't fit are converted: a converter for each type.

It makes of parsed JSON what the type's decoder would, keeps the value wherever it departs from the
type, and reports the departure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, NamedTuple

import msgspec

from .drift import At, Report
from .model import dec_hook
from .plain_data import JSON_TYPES, Annotation, Plain

# Beyond it a float can't follow an int.
_FLOATS: Final = 2**1023
# What .NET says for "never" is 9999-12-31T23:59:59.9999999Z.
_LAST_DAY: Final = "9999-12-31"
_WEEKS: Final = re.compile(r"[Pp](\d{1,9})[Ww]", re.ASCII).fullmatch
_BEYOND_MICROSECONDS: Final = re.compile(r"(\.\d{6})\d+")


# What msgspec raises for a value that doesn't fit.
REFUSALS: Final = (msgspec.ValidationError, ValueError, TypeError, RecursionError)


class Converter:
    """How to convert a JSON value to one type.

    Attributes:
        expected: The type's name in reports.
        kinds: The JSON types that the type takes.
        as_is: Python classes whose values all fit and stay what they are.
        load: Converts values that fit in one call; None where `convert` is as fast.
    """

    expected: str = "object"
    kinds: frozenset[str] = frozenset(JSON_TYPES.values())
    as_is: frozenset[type] = frozenset()
    load: Callable[[Plain], object] | None = None

    def convert_inner(self, value: Plain, at: At, report: Report) -> object:
        """As `convert`, of a value in one that doesn't fit, which may fit itself."""
        if self.load is None or report.loads <= 0:
            return self.convert(value, at, report)
        try:
            return self.load(value)
        except REFUSALS:
            report.loads -= 1
            converted = self.convert(value, at, report)
            report.loads += 1
            return converted

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


class Scalar(Converter):
    """Values that Python has as JSON has them, or nearly so.

    Args:
        expected: The type's name in reports.
        kinds: The JSON types that the type takes.
        as_is: Python classes whose values are all of the type.
        test: Whether a value is of the type.
        make: Makes the type's own value of it, where the two differ.
    """

    def __init__(
        self,
        expected: str,
        kinds: Iterable[str],
        as_is: Iterable[type],
        test: Callable[[Any], bool],
        make: Callable[[Any], object] | None = None,
    ) -> None:
        self.expected = expected
        self.kinds = frozenset(kinds)
        self.as_is = frozenset(as_is)
        self._test = test
        self._make = make

    def convert(self, value: Plain, at: At | None, report: Report) -> object:
        if not self._test(value):
            return self.report_mismatch(value, at, report)
        return value if self._make is None else self._make(value)

    def matches(self, value: Plain, depth: int) -> bool:
        return self._test(value)


def exactly(kind: type, expected: str) -> Scalar:
    """Values of one Python type, such as str, bool and None: true is no int."""
    return Scalar(
        expected, {JSON_TYPES[kind]}, {kind}, lambda value: type(value) is kind
    )


def is_whole(value: object) -> bool:
    """Whether a value is a float without a fraction."""
    return type(value) is float and value.is_integer()


def _is_integer(value: object) -> bool:
    return type(value) is int or is_whole(value)


def _is_float(value: object) -> bool:
    if type(value) is int:
        return -_FLOATS < value < _FLOATS
    return type(value) is float


ANYTHING: Final = Scalar("object", JSON_TYPES.values(), JSON_TYPES, lambda value: True)
# JSON makes no difference between 1 and 1.0.
INTEGER: Final = Scalar("int", {"integer"}, {int}, _is_integer, int)
NUMBER: Final = Scalar("float", {"number"}, {float}, _is_float, float)
# Numbers as JSON has them: ints of any size, and floats; true is none.
ANY_NUMBER: Final = Scalar(
    "float",
    {"integer", "number"},
    {int, float},
    lambda value: type(value) in {int, float},
)


class Parsed(Converter):
    """A type that msgspec converts whole or not at all: dates, UUIDs, base64, decimals, enums."""

    def __init__(self, kind: Annotation, expected: str, kinds: frozenset[str]) -> None:
        self._kind = kind
        self.expected = expected
        self.kinds = kinds

    def convert(self, value: Plain, at: At | None, report: Report) -> object:
        try:
            return self._parse(value)
        except REFUSALS:
            return self.report_mismatch(value, at, report)

    def matches(self, value: Plain, depth: int) -> bool:
        try:
            self._parse(value)
        except REFUSALS:
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


class Duration(Parsed):
    """A duration; weeks stand alone (RFC 3339, appendix A), and msgspec has none."""

    def _parse(self, value: object) -> object:
        weeks = _WEEKS(value) if isinstance(value, str) else None
        return super()._parse(value if weeks is None else f"P{int(weeks[1]) * 7}D")


class Constant(Converter):
    """One of some values (`Literal`)."""

    def __init__(self, values: Sequence[object]) -> None:
        self.values = tuple(values)
        self.expected = " | ".join(map(repr, self.values))
        self.kinds = frozenset(JSON_TYPES[type(value)] for value in self.values)

    def convert(self, value: Plain, at: At | None, report: Report) -> object:
        for own in self.values:
            if equals(own, value):
                return own
        return self.report_mismatch(value, at, report)

    def matches(self, value: Plain, depth: int) -> bool:
        return any(equals(own, value) for own in self.values)

    def contradicts(self, value: object) -> bool:
        """Whether a value is evidence against a type that requires one of the constants."""
        return not self.matches(value, 0)


def equals(own: object, value: object) -> bool:
    """Whether two values are one JSON value: 1 is 1.0, and isn't true."""
    if type(own) is not type(value) and not (type(own) is int and type(value) is float):
        return False
    return own == value
