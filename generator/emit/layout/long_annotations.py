"""Breaks long annotations and type aliases as black does."""

from __future__ import annotations

import re

from generator.emit.layout.statements import brackets, cut, elements
from generator.emit.layout.width import fits, is_unbreakable

_STEP = 4
_NAME = re.compile(r"\w+: ")
_ALIAS = "TypeAlias = "
_PLAIN = re.compile(r"[\w.]+")
_TEXT = re.compile(r'"[^"\\]*"')


class Unusual(Exception):
    """A type of a shape that isn't known here."""


def annotated(indent: int, text: str, tail: str = "") -> tuple[str, ...]:
    """The lines of `name: type`, `name: type = default` or `Name: TypeAlias = type`.

    Args:
        indent: The column that it stands in.
        text: All of it on one line, which is too long.
        tail: What follows it: a comma after a parameter, say.

    Returns:
        () when its shape isn't known here.
    """
    named = _NAME.match(text)
    if named is None:
        return ()
    if _PLAIN.fullmatch(text, named.end()):
        lines = wrapped(indent, named.group(), text[named.end() :])
        # In parentheses it may fit, but black puts none around a parameter's type.
        return (
            lines
            if not tail and all(map(fits, lines))
            else (" " * indent + text + tail,)
        )
    try:
        lines = _broken(indent, named.group(), text[named.end() :], tail)
    except Unusual:
        return ()
    return lines if all(fits(line) or is_unbreakable(line) for line in lines) else ()


def _broken(indent: int, head: str, rest: str, tail: str) -> tuple[str, ...]:
    if rest.startswith(_ALIAS):
        kind = rest.removeprefix(_ALIAS)
        if _PLAIN.fullmatch(kind):
            return wrapped(indent, f"{head}{_ALIAS}", kind)
        if len(cut(kind, " | ")) > 1 and not fits(f"{' ' * indent}{head}{_ALIAS}("):
            *declared, end = wrapped(indent, head, "TypeAlias")
            return (*declared, *_opened(indent, f"{end.strip()} = ", kind, tail))
        return _opened(indent, head + _ALIAS, kind, tail)
    kind, *defaults = cut(rest, " = ")
    if not defaults:
        return _opened(indent, head, kind, tail)
    default = " = ".join(defaults)
    is_plain = _PLAIN.fullmatch(default) is not None
    if not tail and (is_plain or _TEXT.fullmatch(default)):
        lines = wrapped(indent, f"{head}{kind} = ", default)
        if fits(lines[0]):
            return lines
    if not is_plain:
        raise Unusual(default)
    return _opened(indent, head, kind, f" = {default}{tail}")


def wrapped(indent: int, head: str, value: str) -> tuple[str, ...]:
    """A value in parentheses of its own."""
    margin = " " * indent
    return (f"{margin}{head}(", f"{margin}{' ' * _STEP}{value}", f"{margin})")


def _opened(indent: int, head: str, kind: str, tail: str) -> tuple[str, ...]:
    """A type in brackets: its own when it is a single subscript, else parentheses."""
    margin = " " * indent
    if len(cut(kind, " | ")) > 1:
        return (
            f"{margin}{head}(",
            *_type(indent + _STEP, kind, ""),
            f"{margin}){tail}",
        )
    return _subscript(indent, head, kind, tail)


def _type(indent: int, kind: str, comma: str) -> tuple[str, ...]:
    """A type that stands in brackets, on lines of its own."""
    line = " " * indent + kind + comma
    if fits(line) or is_unbreakable(line):
        return (line,)
    first, *others = cut(kind, " | ")
    if not others:
        return _subscript(indent, "", kind, comma)
    *middle, last = [first, *(f"| {other}" for other in others)]
    lines: list[str] = []
    for member in middle:
        lines += _member(indent, member, "")
    return (*lines, *_member(indent, last, comma))


def _member(indent: int, member: str, comma: str) -> tuple[str, ...]:
    """One member of a union, with the `|` before it."""
    line = " " * indent + member + comma
    if fits(line) or is_unbreakable(line):
        return (line,)
    sign = "| " if member.startswith("| ") else ""
    return _subscript(indent, sign, member.removeprefix(sign), comma)


def _subscript(indent: int, head: str, kind: str, tail: str) -> tuple[str, ...]:
    pairs = brackets(kind)
    if len(pairs) != 1 or pairs[0][1] != len(kind) - 1 or kind[pairs[0][0]] != "[":
        raise Unusual(kind)
    opening = pairs[0][0] + 1
    margin = " " * indent
    return (
        f"{margin}{head}{kind[:opening]}",
        *_arguments(indent + _STEP, kind[opening:-1]),
        f"{margin}]{tail}",
    )


def _arguments(indent: int, text: str) -> tuple[str, ...]:
    line = " " * indent + text
    if fits(line):
        return (line,)
    members = elements(text)
    if len(members) == 1:
        return _type(indent, text, "")
    return tuple(line for member in members for line in _type(indent, member, ","))
