"""The tokens of JSON text with their offsets, which the json module doesn't give.

Comments are passed over, which JSON has none of and people write all the same.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_PIECE = re.compile(
    r"""(?P<comment>//[^\r\n]* | \#[^\r\n]* | /\*.*?(?:\*/|\Z))
    | "(?:[^"\\]|\\.)*+" | [{}\[\]:,] | [^\s{}\[\]:,"/\#]+ | /""",
    re.VERBOSE | re.DOTALL,
)
_DECODER = json.JSONDecoder(strict=False)
_BREAK = re.compile(r"\r\n|\r|\n")


class Token(NamedTuple):
    """A piece of the text; commas and colons are left out."""

    text: str
    offset: int
    is_key: bool


def pieces(text: str, start: int = 0) -> Iterator[tuple[str, int, bool]]:
    """All that stands in the text but blanks: each with its offset, and whether it is a comment."""
    for found in _PIECE.finditer(text, start):
        yield found.group(), found.start(), found.lastgroup == "comment"


def scan(text: str, start: int = 0, around: Iterable[bool] = ()) -> Iterator[Token]:
    """The tokens in order; text that isn't JSON gives tokens that mean nothing.

    Args:
        text: The text.
        start: The offset to begin at, which is behind a value.
        around: Whether each container that is open there is an object, the outermost first.
    """
    inside_object = [*around]
    key_due = False
    for piece, offset, is_comment in pieces(text, start):
        if is_comment:
            continue
        match piece:
            case ":":
                key_due = False
            case ",":
                key_due = bool(inside_object) and inside_object[-1]
            case "{" | "[":
                yield Token(piece, offset, is_key=False)
                inside_object.append(piece == "{")
                key_due = piece == "{"
            case "}" | "]":
                if inside_object:
                    inside_object.pop()
                key_due = False
                yield Token(piece, offset, is_key=False)
            case _:
                yield Token(piece, offset, key_due and piece[0] == '"')


def end_of_value(text: str, offset: int) -> int | None:
    """The offset behind the value that starts at another one; None for one that isn't JSON."""
    try:
        return _DECODER.raw_decode(text, offset)[1]
    except (ValueError, RecursionError):
        return None


def decode(token: str) -> str:
    """The text of a string token."""
    if "\\" not in token:
        return token[1:-1]
    return str(json.loads(token, strict=False))


def line_starts(text: str) -> list[int]:
    """The offset of the first character of each line."""
    return [0, *(found.end() for found in _BREAK.finditer(text))]


def position(text: str, offset: int) -> tuple[int, int]:
    """The line and column of an offset, counted from 1."""
    return position_after(line_starts(text[: offset + 1]), offset)


def position_after(starts: list[int], offset: int) -> tuple[int, int]:
    """The line and column of an offset, by the offsets at which lines start."""
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1
