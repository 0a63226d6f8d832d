"""Prose: paragraphs flow, everything else keeps its lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.emit.text.prose import Whole, fold, tables, unfolded

WORDS = "one two three four five six seven"


def reflow(text: str, width: int) -> str:
    """The text with its paragraphs brought to a width."""
    lines: list[str] = []
    for line in unfolded(text):
        lines += [line] if isinstance(line, Whole) else fold(line, width)
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("", ""),
        ("one two\nthree four\nfive", "one two three four\nfive"),
        ("one\n\n\ntwo", "one\n\n\ntwo"),
        ("- one two three fourth\n- five", "- one two three\n  fourth\n- five"),
        ("10. one two three four", "10. one two three\n    four"),
        ("text\n- item\n  goes on", "text\n- item goes on"),
        ("one  \ntwo", "one\ntwo"),
        ("one\\\ntwo", "one\\\ntwo"),
        ("# Heading\ntext", "# Heading\ntext"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "| a | b |\n|---|---|\n| 1 | 2 |"),
        (f"```\n{WORDS}\n```\none\ntwo", f"```\n{WORDS}\n```\none two"),
        (f"~~~~\n{WORDS}\n~~~\n{WORDS}", f"~~~~\n{WORDS}\n~~~\n{WORDS}"),
        ("a\n    b: one two three four", "a\n    b: one two three\n        four"),
        ("x" * 30, "x" * 30),
    ],
)
def test_reflow(text: str, want: str) -> None:
    assert reflow(text, 20) == want


@given(st.text("ab -*`~|#\n\\1."), st.integers(1, 40))
def test_reflow_keeps_every_word(text: str, width: int) -> None:
    assert reflow(text, width).split() == text.split()


@given(st.text("ab c", max_size=200), st.integers(1, 40))
def test_fold_keeps_words_and_width(line: str, width: int) -> None:
    pieces = fold(line, width)
    assert " ".join(pieces).split() == line.split()
    assert all(len(piece) <= width or " " not in piece.strip() for piece in pieces)


ROWS = "| one two | three four five six |\n|---|:-:|\n| 1 | 2 3 4 5 6 7 8 9 10 11 12 |"
BARE = "one two | three four five six\n--- | ---\n1 | 2 3 4 5 6 7 8 9 10 11 12 13"


@pytest.mark.parametrize(
    "table", [ROWS, BARE, ROWS.replace("\n", "\n  "), f"a b\n\n{ROWS}"]
)
def test_wide_tables_stay_one_row_a_line(table: str) -> None:
    assert reflow(table, 20) == table
    assert reflow(f"a\nb\n\n{table}\n\nc\nd", 20) == f"a b\n\n{table}\n\nc d"


@pytest.mark.parametrize(
    ("text", "rest", "rows"),
    [
        (f"a\n\n{ROWS}\n\nb", "a\n\n\nb", ROWS.split("\n")),
        (BARE, "", BARE.split("\n")),
        ("a | b\nc | d", "a | b\nc | d", []),
        ("a\n---\nb", "a\n---\nb", []),
    ],
)
def test_tables(text: str, rest: str, rows: list[str]) -> None:
    assert tables(text) == (rest, rows)
