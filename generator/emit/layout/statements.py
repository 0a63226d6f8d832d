"""A module's text cut into statements, as cheaply as generated code allows."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

import msgspec

# Generated strings are literals on one line; only docstrings go over several.
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'')
_QUOTES = '"""'
_OPENING = "([{"
_BRACKET = re.compile(r"[()\[\]{}]")
# Behind the end of every line.
_NO_PAIR = (sys.maxsize, sys.maxsize)


class Statement(msgspec.Struct, frozen=True):
    """The lines of one statement, a compound one's header alone, a blank line or a docstring."""

    lines: tuple[str, ...]
    is_docstring: bool = False

    @property
    def indent(self) -> int:
        """How many spaces stand before it."""
        return len(self.lines[0]) - len(self.lines[0].lstrip(" "))


def statements(text: str) -> Iterator[Statement]:
    """Cut a module at the ends of its statements; the lines together are the text's.

    Raises:
        ValueError: A bracket is never closed.
    """
    lines = iter(text.split("\n"))
    for line in lines:
        if line.lstrip(" ").startswith(_QUOTES):
            yield Statement((line, *_docstring(line, lines)), is_docstring=True)
        else:
            yield Statement((line, *_continuation(line, lines)))


def _docstring(first: str, lines: Iterator[str]) -> Iterator[str]:
    """The lines after the first, up to the one that ends the docstring."""
    opened = first.lstrip(" ")
    if len(opened) > len(_QUOTES) and opened.endswith(_QUOTES):
        return
    for line in lines:
        yield line
        if line.endswith(_QUOTES):
            return


def _continuation(first: str, lines: Iterator[str]) -> Iterator[str]:
    """The lines after the first, while a bracket is open."""
    depth = balance(first)
    while depth > 0:
        line = next(lines, None)
        if line is None:
            raise ValueError(f"a bracket stays open: {first.strip()[:40]}")
        yield line
        depth += balance(line)


def balance(line: str) -> int:
    """How many brackets a line opens and leaves open; less than 0 when it closes more."""
    code = _STRING.sub("", line) if '"' in line or "'" in line else line
    opened = code.count("(") + code.count("[") + code.count("{")
    return opened - code.count(")") - code.count("]") - code.count("}")


def elements(body: str) -> tuple[str, ...]:
    """Cut what stands between two brackets, on one line, at its own commas."""
    parts = tuple(part.strip() for part in cut(body, ","))
    return parts if parts[-1] else parts[:-1]


def cut(line: str, separator: str) -> tuple[str, ...]:
    """Cut a line at a separator, where that stands in no brackets and in no string."""
    code = _masked(line)
    if separator not in code:
        return (line,)
    start, parts, pairs = 0, list[str](), _pairs(code)
    # Without brackets behind them, the last parts still have an end.
    opening, closing = next(pairs, _NO_PAIR)
    position = code.find(separator)
    while position >= 0:
        if position > closing:
            opening, closing = next(pairs, _NO_PAIR)
        elif position > opening:
            position = code.find(separator, closing)
        else:
            parts.append(line[start:position])
            start = position + len(separator)
            position = code.find(separator, start)
    return (*parts, line[start:])


def _masked(line: str) -> str:
    """The line with letters for its strings, so that positions stay."""
    return _STRING.sub(lambda match: "s" * len(match.group()), line)


def brackets(line: str) -> tuple[tuple[int, int], ...]:
    """The outermost pairs of brackets of a balanced line: positions of opening and closing."""
    return tuple(_pairs(_masked(line)))


def _pairs(code: str) -> Iterator[tuple[int, int]]:
    """The same of a line without strings."""
    depth, start = 0, 0
    for match in _BRACKET.finditer(code):
        position = match.start()
        if code[position] in _OPENING:
            start = position if depth == 0 else start
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                yield start, position
