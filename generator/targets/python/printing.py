"""Expressions put together of smaller ones."""

from __future__ import annotations

from generator.emit.text import Code, join


def tuple_of(items: list[Code]) -> Code:
    """A tuple, or "" for none."""
    return (
        Code(f"({join(', ', items)}{',' if len(items) == 1 else ''})")
        if items
        else Code("")
    )
