"""How wide a line is, as black measures it: some characters take two columns."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LINE_LENGTH = 88

_ONE_NAME = re.compile(r" *(?:\| )?[\w.]+,?")

# Wide since Unicode 16, which black goes by, and not every Python.
_SYMBOLS = ((0x2630, 0x2637), (0x268A, 0x268F), (0x4DC0, 0x4DFF))
# Marks and modifiers, which take no room of their own, are not.
_NARROW = frozenset({"Mc", "Mn", "Sk"})


def fits(line: str) -> bool:
    """Whether a line is short enough."""
    return width(line) <= LINE_LENGTH


def is_unbreakable(line: str) -> bool:
    """Whether a line holds one name, and nothing that could go to another line."""
    return _ONE_NAME.fullmatch(line) is not None


def width(line: str) -> int:
    """The columns that a line takes."""
    return len(line) if line.isascii() else sum(map(_columns, line))


@lru_cache(maxsize=16384)
def _columns(character: str) -> int:
    if any(first <= ord(character) <= last for first, last in _SYMBOLS):
        return 2
    is_wide = unicodedata.east_asian_width(character) in {"F", "W"}
    return 2 if is_wide and unicodedata.category(character) not in _NARROW else 1
