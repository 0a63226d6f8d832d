"""A module's text cut into statements, as cheaply as generated code allows."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

# Generated strings are literals on one line; only docstrings go over several.
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'')
_QUOTES = '"""'


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
    depth, start, parts = 0, 0, list[str]()
    for position, character in enumerate(code):
        if character in "([{":
            depth += 1
        elif character in ")]}":
            depth -= 1
        elif depth == 0 and code.startswith(separator, position):
            parts.append(line[start:position])
            start = position + len(separator)
    return (*parts, line[start:])


def _masked(line: str) -> str:
    """The line with letters for its strings, so that positions stay."""
    return _STRING.sub(lambda match: "s" * len(match.group()), line)


def brackets(line: str) -> tuple[tuple[int, int], ...]:
    """The outermost pairs of brackets of a balanced line: positions of opening and closing."""
    code = _masked(line)
    depth, start, pairs = 0, 0, list[tuple[int, int]]()
    for position, character in enumerate(code):
        if character in "([{":
            start = position if depth == 0 else start
            depth += 1
        elif character in ")]}":
            depth -= 1
            if depth == 0:
                pairs.append((start, position))
    return tuple(pairs)
