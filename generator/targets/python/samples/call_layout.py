"""Calls as lines of an example: short arguments share a line, long ones are broken at brackets."""

from __future__ import annotations

from collections.abc import Iterable

from generator.emit.layout.statements import brackets, elements
from generator.emit.text.code import Code, join

_STEP = "    "


def call(
    name: Code, arguments: Iterable[tuple[Code, Code]], width: int, room: int = 0
) -> list[Code]:
    """Lay out a call as lines.

    Args:
        name: What is called.
        arguments: Names and values; a positional argument has no name.
        width: How wide a line may be.
        room: Columns of the line that something else needs, if the call stays on one.
    """
    written = [Code(f"{name}={value}" if name else value) for name, value in arguments]
    line = Code(f"{name}({join(', ', written)})")
    if len(line) + room <= width:
        return [line]
    inside = _packed(written, width)
    if len(inside) == 1:
        inside[0] = Code(inside[0].removesuffix(","))
    return [Code(f"{name}("), *inside, Code(")")]


def _packed(members: Iterable[str], width: int) -> list[Code]:
    """What stands between brackets: an example is read once, so what fits on a line shares it."""
    lines: list[Code] = []
    is_open = False
    for member in members:
        whole = f"{member},"
        if is_open and len(lines[-1]) + 1 + len(whole) <= width:
            lines[-1] = Code(f"{lines[-1]} {whole}")
            continue
        broken = _broken(whole, width - len(_STEP))
        lines += (Code(_STEP + line) for line in broken)
        is_open = len(broken) == 1
    return lines


def _broken(member: str, width: int) -> list[str]:
    """A member and its comma as lines; what has no bracket at its end stays whole."""
    pairs = brackets(member)
    if len(member) <= width or not pairs or pairs[-1][1] != len(member) - 2:
        return [member]
    start, end = pairs[-1]
    inside = _packed(elements(member[start + 1 : end]), width)
    return [member[: start + 1], *inside, member[end:]]
