"""The tokens of JSON text with their offsets, for what the json module doesn't tell.

Comments are passed over, which JSON has none of and people write all the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|(?P<comment>//[^\r\n]*|#[^\r\n]*|/\*.*?(?:\*/|\Z))'
    r'|[^\s{}\[\]:,"/#]+|[/#]',
    re.DOTALL,
)
_BREAK = re.compile(r"\r\n|\r|\n")


class Token(NamedTuple):
    """A piece of the text; commas and colons are left out."""

    text: str
    offset: int
    is_key: bool


def scan(text: str) -> Iterator[Token]:
    """The tokens in order; text that isn't JSON gives tokens that mean nothing."""
    inside_object: list[bool] = []
    key_due = False
    for match in _TOKEN.finditer(text):
        piece = match.group()
        if match.lastgroup:
            continue
        match piece:
            case ":":
                key_due = False
            case ",":
                key_due = bool(inside_object) and inside_object[-1]
            case "{" | "[":
                yield Token(piece, match.start(), is_key=False)
                inside_object.append(piece == "{")
                key_due = piece == "{"
            case "}" | "]":
                if inside_object:
                    inside_object.pop()
                key_due = False
                yield Token(piece, match.start(), False)
            case _:
                yield Token(piece, match.start(), key_due and piece[0] == '"')


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
    starts = line_starts(text[: offset + 1])
    while starts[-1] > offset:
        starts.pop()
    return len(starts), offset - starts[-1] + 1
