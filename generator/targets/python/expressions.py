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


def literals(values: Iterable[str]) -> Code:
    """A tuple of texts."""
    return tuple_of([literal(value) for value in values])
