"""Formats, with all that the target knows about each."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from generator.ir.types import Integer, String, Type

# Texts that stand for bytes, and for days.
BASE64 = String(format="byte")
DAY = String(format="date")


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """A format.

    Args:
        name: The format, as documents write it, and as sdk.toml chooses it.
        json: What it is a format of: `String` or `Integer`.
        spellings: Other names of the same format.
        sample: A value in JSON, for examples; None where they show none.
        annotation: The type that it is in Python, "" where it stays what JSON has.
        module: The module that the type is imported from, "" for a builtin.
        argument: The type that callers pass, where it is another, and its module.
        takes_json: Whether callers may pass the value as JSON has it, too.
        is_chosen: Whether it is that type only where sdk.toml says so.
        is_custom: Whether the runtime decodes it, and not msgspec.
        sentence: What docstrings say beside the annotation, or "".
    """

    name: str
    json: type[String | Integer] = String
    spellings: tuple[str, ...] = ()
    sample: str | int | None = None
    annotation: str = ""
    module: str = ""
    argument: tuple[str, str] | None = None
    takes_json: bool = True
    is_chosen: bool = False
    is_custom: bool = False
    sentence: str = ""


ROWS = (
    Format(
        name="date-time",
        sample="2025-01-31T12:00:00Z",
        annotation="datetime",
        module="datetime",
    ),
    Format(name="date", sample="2025-01-31", annotation="date", module="datetime"),
    Format(name="byte", annotation="bytes", takes_json=False),
    Format(
        name="uuid",
        sample="123e4567-e89b-12d3-a456-426614174000",
        annotation="UUID",
        module="uuid",
        is_chosen=True,
    ),
    Format(
        name="decimal",
        sample="12.50",
        annotation="Decimal",
        module="decimal",
        is_chosen=True,
    ),
    Format(
        name="time",
        sample="12:00:00Z",
        annotation="time",
        module="datetime",
        is_chosen=True,
    ),
    Format(
        name="duration",
        sample="P1D",
        annotation="timedelta",
        module="datetime",
        is_chosen=True,
    ),
    Format(
        name="unix-time",
        json=Integer,
        spellings=("date-time", "timestamp", "unixtime", "unix"),
        sample=1738324800,
        annotation="UnixTime",
        module="._runtime.json.unix_time",
        argument=("datetime", "datetime"),
        is_chosen=True,
        is_custom=True,
        sentence="unix seconds in JSON",
    ),
    Format(name="email", sample="someone@example.com"),
    Format(name="uri", sample="https://example.com"),
    Format(name="url", sample="https://example.com"),
    Format(name="hostname", sample="example.com"),
    Format(name="ipv4", sample="192.0.2.1"),
    Format(name="ipv6", sample="2001:db8::1"),
)
_BY_SPELLING: Mapping[tuple[type[Type], str], Format] = {
    (row.json, spelling): row for row in ROWS for spelling in (row.name, *row.spellings)
}
# What sdk.toml can choose.
CHOICES = tuple(sorted(row.name for row in ROWS if row.is_chosen))


class ChosenString(String, frozen=True, tag="chosen-string"):
    """A text whose format sdk.toml chooses as a type."""


class ChosenInteger(Integer, frozen=True, tag="chosen-integer"):
    """A whole number whose format sdk.toml chooses as a type."""


def chosen(type: String | Integer, names: frozenset[str]) -> String | Integer:
    """A type, marked where its format is one that sdk.toml chooses."""
    format = _BY_SPELLING.get((type.__class__, type.format))
    if format is None or format.name not in names:
        return type
    if isinstance(type, String):
        return ChosenString(format=type.format)
    return ChosenInteger(format=type.format)


def format_of(type: Type) -> Format | None:
    """The format that makes a value a type of Python's own, None where it stays JSON's."""
    match type:
        case ChosenString(format=name):
            return _BY_SPELLING[String, name]
        case ChosenInteger(format=name):
            return _BY_SPELLING[Integer, name]
        case String(format=name):
            found = _BY_SPELLING.get((String, name))
            return found if found and found.annotation and not found.is_chosen else None
        case _:
            return None


def sent_format_of(type: Type) -> Format | None:
    """The format that makes what callers pass a type of Python's own.

    One that has a type for callers alone is that type whether or not sdk.toml chooses it.
    """
    if isinstance(type, Integer):
        found = _BY_SPELLING.get((Integer, type.format))
        return found if found and found.argument else None
    return format_of(type)


def sample_of(type: String | Integer) -> str | int | None:
    """A value in JSON of a type's format, if one is known."""
    format = sent_format_of(type) or (
        _BY_SPELLING.get((String, type.format)) if isinstance(type, String) else None
    )
    return None if format is None else format.sample
