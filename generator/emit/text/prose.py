"""Prose: paragraphs brought to a width, the rest of Markdown left as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

# What a continued line aligns with: the text after a list marker, or after the name it describes.
_HANGING = re.compile(r" *(?:[-*+] +|\d{1,3}[.)] +)?")
_NAMED = re.compile(r" +[*\w.]+: ")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
# Lines that begin or are something of their own, which no paragraph may swallow.
_APART = re.compile(
    r" *(?:[-*+] |\d{1,3}[.)] |#{1,6} |\||>|<|={3,}$|-{3,}$|\*{3,}$)| {4,}"
)
# Of these, the ones that the next line can't continue.
_CLOSED = re.compile(r" *(?:#{1,6} |\||<|={3,}$|-{3,}$|\*{3,}$)")
_HARD_BREAK = ("  ", "\\")
# What stands between a table's head and its rows, which may do without pipes at their ends.
_DELIMITER = re.compile(r" *\|?( *:?-+:? *\|)+( *:?-+:?)? *\|? *")


class Whole(str):
    """A line that stays one, whatever its width: a table's row, a line of code."""

    __slots__ = ()


def fold(line: str, width: int) -> list[str]:
    """Break one line at spaces where it is wider than `width`; a longer word stays whole."""
    if len(line) <= width:
        return [line]
    margin = _margin(line)
    head, *words = line[margin:].split(" ")
    lines = [line[:margin] + head]
    for word in words:
        if len(lines[-1]) + 1 + len(word) <= width or not word:
            lines[-1] += " " + word
        else:
            lines.append(" " * _continued(line, margin) + word)
    return [piece.rstrip() for piece in lines]


def _margin(line: str) -> int:
    match = _HANGING.match(line)
    return match.end() if match else 0


def _continued(line: str, margin: int) -> int:
    return margin + 4 if _NAMED.match(line) else margin


def unfolded(text: str) -> list[str]:
    """The lines of a text, each paragraph of which is one; those that stay as they are, `Whole`.

    Args:
        text: Markdown, `legible` already.
    """
    blocks = _blocks(text.strip("\n"))
    return [Whole(block) if is_whole else block for block, is_whole in blocks]


def tables(text: str) -> tuple[str, list[str]]:
    """A text without its tables, and the rows of these."""
    lines = text.split("\n")
    rows = _rows(lines)
    others = [line for at, line in enumerate(lines) if at not in rows]
    return "\n".join(others), [lines[at].strip() for at in sorted(rows)]


def _rows(lines: list[str]) -> set[int]:
    """Which lines are rows of tables: a head, the line below it, what follows, or any in pipes."""
    found: set[int] = set()
    for at, line in enumerate(lines):
        if at and "|" in lines[at - 1] and _DELIMITER.fullmatch(line):
            found |= {at - 1, at}
        elif line.lstrip().startswith("|") or (at - 1 in found and "|" in line):
            found.add(at)
    return found


def _blocks(text: str) -> Iterator[tuple[str, bool]]:
    """The lines of a text, each paragraph joined to one; the flag says that a line stays whole."""
    fence = ""
    paragraph: list[str] = []
    lines = text.split("\n")
    rows = _rows(lines)
    for at, line in enumerate(lines):
        opening = _FENCE.match(line)
        is_code = bool(fence or opening)
        is_whole = is_code or at in rows
        if paragraph and (is_whole or not line.strip() or _APART.match(line)):
            yield " ".join(paragraph), False
            paragraph = []
        if is_whole and not is_code:
            yield line.rstrip(), True
        elif is_code:
            yield line.rstrip(), True
            fence = _next_fence(fence, line.strip(), opening)
        elif not line.strip() or _CLOSED.match(line):
            yield line.rstrip(), False
        else:
            paragraph.append(line.strip() if paragraph else line.rstrip())
            if line.endswith(_HARD_BREAK):
                yield " ".join(paragraph), False
                paragraph = []
    if paragraph:
        yield " ".join(paragraph), False


def _next_fence(fence: str, line: str, opening: re.Match[str] | None) -> str:
    """The fence that is open after a line of code, or ""."""
    if not fence:
        return opening.group(1) if opening else ""
    closes = len(line) >= len(fence) and not line.strip(fence[0])
    return "" if closes else fence
