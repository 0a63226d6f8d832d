"""Markdown: what a document says is text, never markup."""

from __future__ import annotations

import pytest

from generator.emit.text.markdown import (
    block,
    code,
    inline,
    paragraphs,
)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Notes on contacts.", "Notes on contacts."),
        ("content_import_sources", "content_import_sources"),
        ("_a_ *b* `c`", "\\_a\\_ \\*b\\* \\`c\\`"),
        ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
        ("[x](javascript:y)", "\\[x\\](javascript:y)"),
        ("&lt;", "\\&lt;"),
        ("a | b", "a \\| b"),
        ("# title\n# two", "\\# title # two"),
        ("1. one", "1\\. one"),
        ("- item", "\\- item"),
        ("a\\", "a\\\\"),
        ("a\u202eb\x00", "ab\ufffd"),
        ("", ""),
    ],
)
def test_inline(text: str, want: str) -> None:
    assert inline(text) == want


def test_paragraphs_keep_blank_lines_and_nothing_else() -> None:
    assert (
        paragraphs("One\ntwo.\r\n\r\n    code\n\n- item")
        == "One two.\n\ncode\n\n\\- item"
    )


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("a", "`a`"),
        ("a`b", "``a`b``"),
        ("`", "`` ` ``"),
        ("``a", "``` ``a ```"),
        ("two\nlines", "`two lines`"),
        ("", "`   `"),
    ],
)
def test_code(text: str, want: str) -> None:
    assert code(text) == want


def test_code_in_a_table_escapes_bars() -> None:
    assert code("str | int", in_table=True) == "`str \\| int`"
    assert code("str | int") == "`str | int`"


def test_block_outlasts_fences_inside() -> None:
    assert block("x = 1\n", "python") == "```python\nx = 1\n```"
    assert block("a\n````\nb") == "`````\na\n````\nb\n`````"
