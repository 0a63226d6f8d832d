"""Expressions put together of smaller ones."""

from __future__ import annotations

from collections.abc import Iterable

from generator.emit.text.code import Code, join, literal


def tuple_of(items: list[Code]) -> Code:
    """A tuple, or "" for none."""
    return (
        Code(f"({join(', ', items)}{',' if len(items) == 1 else ''})")
        if items
        else Code("")
    )


def call_of(name: Code, arguments: Iterable[Code]) -> Code:
    """A call."""
    return Code(f"{name}({join(', ', arguments)})")


def dict_of(rows: Iterable[tuple[str, Code]]) -> Code:
    """A dict with texts as keys."""
    written = (Code(f"{literal(key)}: {value}") for key, value in rows)
    return Code("{" + join(", ", written) + "}")


def literals(values: Iterable[str]) -> Code:
    """A tuple of texts."""
    return tuple_of([literal(value) for value in values])
