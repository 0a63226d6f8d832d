"""Spellings: every name becomes an identifier, the same one everywhere."""

from __future__ import annotations

import keyword

import pytest

from generator.ir.name import Name
from generator.targets.python.names.identifiers import (
    LONGEST,
    cut,
    is_identifier,
    numbered,
    pascal,
    snake,
    spelled_out,
)

SNAKE = [
    ("contact_id", "contact_id"),
    ("contactId", "contact_id"),
    ("X-Request-ID", "x_request_id"),
    ("HTTPServer", "http_server"),
    ("class", "class_"),
    ("None", "none"),
    ("__init__", "init"),
    ("_id", "id"),
    ("2fa", "n2_fa"),
    ("+1", "plus_1"),
    ("-1", "minus_1"),
    ("<=", "less_equal"),
    ("", "fallback"),
    (" \n", "fallback"),
    ("größe", "grosse"),
    ("beløp", "belop"),
    ("Ünïcode", "unicode"),
    ("名前", "名前"),
    ("\N{THUMBS UP SIGN}", "u128077"),
    ("Page«Note»", "page_note"),
    ("«»", "u171_u187"),
    ("a\N{LESS-THAN OR EQUAL TO}b", "a_u8804_b"),
    ("\ud800", "u55296"),
    ("../../etc/passwd", "etc_passwd"),
    ("a\nb", "a_b"),
    ("{{ x }}", "x"),
]
PASCAL = [
    ("note_list", "NoteList"),
    ("NoteList", "NoteList"),
    ("APIError", "APIError"),
    ("SSO", "Sso"),
    ("none", "None_"),
    ("v1_2", "V1_2"),
    ("2fa", "N2Fa"),
    ("", "Fallback"),
]


@pytest.mark.parametrize(("wire", "want"), SNAKE)
def test_snake(wire: str, want: str) -> None:
    assert snake(Name(wire=wire), "fallback") == want


@pytest.mark.parametrize(("wire", "want"), PASCAL)
def test_pascal(wire: str, want: str) -> None:
    assert pascal(Name(wire=wire), "Fallback") == want


@pytest.mark.parametrize(
    "wire",
    [wire for wire, _ in SNAKE + PASCAL] + keyword.kwlist + ["x" * 3000, "é" * 500],
)
def test_whatever_comes_in_an_identifier_comes_out(wire: str) -> None:
    for spelled in (snake(Name(wire=wire), "a"), pascal(Name(wire=wire), "A")):
        assert is_identifier(spelled)
        assert len(spelled) <= LONGEST + 1


def test_the_preferred_spelling_wins() -> None:
    assert snake(Name(wire="id", preferred="contact_id"), "a") == "contact_id"


@pytest.mark.parametrize(
    ("wire", "want"),
    [
        ("@type", "at_type"),
        ("created_at<", "created_at_less"),
        ("_id", "underscore_id"),
        ("created_at", None),
        ("per-page", None),
        ("plain", None),
    ],
)
def test_symbols_can_be_spelled_out(wire: str, want: str | None) -> None:
    assert spelled_out(Name(wire=wire)) == want


def test_long_names_are_cut_and_stay_apart() -> None:
    one, other = cut("a" * LONGEST + "x"), cut("a" * LONGEST + "y")
    assert len(one) == len(other) == LONGEST
    assert one != other
    assert cut("a" * LONGEST) == "a" * LONGEST


@pytest.mark.parametrize(
    ("identifier", "want"),
    [("id", "id_2"), ("Note", "Note2"), ("V1", "V1_2"), ("class_", "class_2")],
)
def test_numbers_go_behind(identifier: str, want: str) -> None:
    assert numbered(identifier, 2) == want
