"""The table that a run prints."""

from __future__ import annotations

from typing import NamedTuple, TextIO


class Figure(NamedTuple):
    """One line: a ratio with its two values, and what is expected of it.

    `expected` is "" when nothing is, and `holds` tells whether the expectation does.
    """

    subject: str
    ours: str
    against: str
    other: str
    ratio: str
    expected: str = ""
    holds: bool = True


HEADINGS = Figure("subject", "ours", "against", "theirs", "ratio", "expected")


def show(figures: list[Figure], out: TextIO) -> int:
    """Print the figures as an aligned table; return how many expectations don't hold."""
    rows = [HEADINGS, *figures]
    widths = [max(len(str(row[column])) for row in rows) for column in range(6)]
    for row in rows:
        cells = [
            str(cell).ljust(width) for cell, width in zip(row[:6], widths, strict=True)
        ]
        mark = "" if row.holds else "  <- missed"
        print("  ".join(cells).rstrip() + mark, file=out)
    return sum(not figure.holds for figure in figures)
