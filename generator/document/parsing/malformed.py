"""Text that is no document: the errors that parsers raise, and the limits they share."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TypeAlias

from generator.document.trees.tree import Container, Tree

# What aliases may add to a file, in values: far more than real documents, far less than a bomb.
MOST_EXPANDED = 1_000_000
# CPython converts no longer run of digits to a number.
LONGEST_NUMBER = 4_300


class Malformed(Exception):
    """A fault in the text, at a line and a column counted from 1."""

    def __init__(
        self, code: str, message: str, line: int, column: int, hint: str = ""
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.line = line
        self.column = column
        self.hint = hint


# Receives a fault that was mended; a parser without one raises it.
Mend: TypeAlias = Callable[[Malformed], None]

# What a parser mends, and how.
MENDED = {
    "json-comma": "it is passed over",
    "json-comment": "it is passed over",
    "key-duplicate": "the last one is read",
    "number-unbounded": "it is left out",
    "yaml-merge-tag": "it is read as a merge key without a tag",
    "yaml-tab": "it is read as a space",
}
# Stands in a tree for a number that can't be held, until it is left out.
UNBOUNDED = math.nan


def without_unbounded(tree: Tree) -> Tree:
    """A tree just parsed, out of which the numbers are taken that can't be held."""
    waiting: list[Tree] = [tree]
    seen: set[int] = set()
    while waiting:
        value = waiting.pop()
        if not isinstance(value, (dict, list)) or id(value) in seen:
            continue
        seen.add(id(value))
        _clean(value)
        waiting += value.values() if isinstance(value, dict) else value
    return tree


def _clean(value: Container) -> None:
    if isinstance(value, list):
        value[:] = [item for item in value if not _is_unbounded(item)]
        return
    for key in [key for key, item in value.items() if _is_unbounded(item)]:
        del value[key]


def _is_unbounded(value: Tree) -> bool:
    return isinstance(value, float) and not math.isfinite(value)
