"""Pages are made alone: what is made of their views reads none of their docstrings."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from notes_api import API, OPTIONS

from generator.diagnostics import Notebook
from generator.emit.text.code import Code
from generator.ir.value import Value
from generator.targets.python.pages import pages, view_of
from generator.targets.python.target import other_files, with_symbols
from generator.targets.python.updated_pages import DOCSTRINGS, is_alike

ROOT = Path(__file__).parents[4]


def blank(view: Any) -> Any:
    """A view with other docstrings, and with those of what it is made of."""
    if isinstance(view, tuple):
        return tuple(map(blank, view))
    if not isinstance(view, Struct) or isinstance(view, Value):
        return view
    changed: dict[str, object] = {
        name: (
            type(value)("other")
            if name in DOCSTRINGS and isinstance(value, str)
            else blank(value)
        )
        for name in view.__struct_fields__
        for value in [getattr(view, name)]
    }
    return replace(view, **changed)


def test_no_other_file_is_made_of_docstrings() -> None:
    api, symbols = with_symbols(API, OPTIONS, Notebook())
    views = [view_of(page)[0] for page in pages(api, symbols)]
    blanked = [*map(blank, views)]
    assert all(map(is_alike, views, blanked))
    assert views != blanked
    made = other_files(api, symbols, views)
    assert [[*files] for files in other_files(api, symbols, blanked)] == [*made]


def test_views_differ_in_all_but_docstrings() -> None:
    class View(Struct):
        name: Code
        docs: Code
        inner: tuple[View, ...] = ()

    one = View(Code("a"), Code("b"))
    assert is_alike(one, View(Code("a"), Code("c")))
    assert not is_alike(one, View(Code("b"), Code("b")))
    assert is_alike(
        View(Code("a"), Code(""), (one,)), View(Code("a"), Code("x"), (one,))
    )
    assert not is_alike(View(Code("a"), Code(""), (one,)), View(Code("a"), Code("")))


def test_texts_are_read_where_they_are_logged() -> None:
    """What else reads prose would not be made again when it is edited."""
    reading = re.compile(r"\b(docs|summary|description|link|text)\.raw\b")
    found = {
        path.name
        for path in (ROOT / "generator").rglob("*.py")
        if reading.search(path.read_text("utf-8"))
    }
    assert found == {"text_log.py"}
