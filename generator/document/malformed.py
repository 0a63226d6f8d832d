"""Text that is no document: the errors that parsers raise, and the limits they share."""

from __future__ import annotations

# Trees are walked by recursive code further on; real documents stay below sixty levels.
DEEPEST = 200
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
