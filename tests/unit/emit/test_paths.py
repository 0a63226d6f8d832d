"""Paths made of any text pass the check that every path has to pass."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.emit.text.file_paths import collisions, component, fault


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Notes", "notes"),
        ("../../etc/passwd", "etc_passwd"),
        ("C:\\windows", "c_windows"),
        ("con", "con_"),
        ("AUX", "aux_"),
        ("Café au lait", "cafe_au_lait"),
        ("a\0b\nc", "a_b_c"),
    ],
)
def test_component(text: str, want: str) -> None:
    assert component(text) == want


@pytest.mark.parametrize(
    "text", ["", "..", "\N{THUMBS UP SIGN}", "中文", "x" * 500, "\ud800"]
)
def test_component_of_text_without_a_short_name_tells_texts_apart(text: str) -> None:
    name = component(text)
    assert name != component(text + "!")
    assert len(name) <= 60


@given(st.text(st.characters()))
def test_component_is_a_good_path(text: str) -> None:
    assert fault(component(text, suffix=".md")) == ""


def test_collisions_of_good_paths() -> None:
    assert (
        collisions(["a/b.py", "a/c.py", "ab.py", "a.py", "README.md", ".gitignore"])
        == []
    )
