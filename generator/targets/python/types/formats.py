"""Formats of text, with all that the target knows about each."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from generator.ir.types import String, Type

# Texts that stand for bytes, and for days.
BASE64 = String(format="byte")
DAY = String(format="date")


class Format(msgspec.Struct, frozen=True):
    """A format.

    Args:
        name: The format, as documents write it.
        sample: A value in JSON, for examples; None where they show none.
        annotation: The type that it is in Python, "" where it stays text.
        module: The module that the type is imported from, "" for a builtin.
        takes_text: Whether callers may pass the value as JSON has it, too.
    """

    name: str
    sample: str | None
    annotation: str = ""
    module: str = ""
    takes_text: bool = True


FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        Format("date-time", "2025-01-31T12:00:00Z", "datetime", "datetime"),
        Format("date", "2025-01-31", "date", "datetime"),
        Format("byte", None, "bytes", takes_text=False),
        Format("time", "12:00:00Z"),
        Format("duration", "P1D"),
        Format("uuid", "123e4567-e89b-12d3-a456-426614174000"),
        Format("email", "someone@example.com"),
        Format("uri", "https://example.com"),
        Format("url", "https://example.com"),
        Format("hostname", "example.com"),
        Format("ipv4", "192.0.2.1"),
        Format("ipv6", "2001:db8::1"),
    )
}


def format_of(type: Type) -> Format | None:
    """The format that makes a text a type of Python's own, None where there is none."""
    found = FORMATS.get(type.format) if isinstance(type, String) else None
    return found if found and found.annotation else None
