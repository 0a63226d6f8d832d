"""Collisions: who gets a spelling, whatever the order in the document."""

from __future__ import annotations

import itertools

import pytest

from generator.diagnostics import Notebook
from generator.emit.text.code import Code
from generator.targets.python.names.scope import NameClaim, assign_identifiers


def claim(key: str, *spellings: str, exact: bool = False, rank: int = 0) -> NameClaim:
    return NameClaim(
        key, tuple(Code(text) for text in spellings), exact=exact, rank=rank
    )


CASES = [
    ("alone", [claim("a", "note")], {"a": "note"}),
    (
        "exact first",
        [claim("A", "id"), claim("id", "id", exact=True)],
        {"A": "id_2", "id": "id"},
    ),
    (
        "rank first",
        [claim("a", "id", rank=1), claim("b", "id")],
        {"a": "id_2", "b": "id"},
    ),
    (
        "second spelling",
        [claim("a", "id"), claim("b", "id", "body_id")],
        {"a": "id", "b": "body_id"},
    ),
    ("reserved", [claim("a", "self")], {"a": "self_"}),
    (
        "reserved, second spelling",
        [claim("a", "self", "query_self")],
        {"a": "query_self"},
    ),
    ("three", [claim(key, "x") for key in "abc"], {"a": "x", "b": "x_2", "c": "x_3"}),
    (
        "number taken",
        [claim("a", "x"), claim("b", "x"), claim("c", "x_2", exact=True)],
        {"a": "x", "b": "x_3", "c": "x_2"},
    ),
    (
        "a number gives way to a name that was bent",
        [claim("a", "x"), claim("b", "x"), claim("x-2", "x_2")],
        {"a": "x", "b": "x_3", "x-2": "x_2"},
    ),
    (
        "a made-up name gives way",
        [claim("a", "id"), claim("b", "id", "body_id"), claim("c", "body_id", rank=1)],
        {"a": "id", "b": "body_id_2", "c": "body_id"},
    ),
    (
        "an underscore gives way",
        [claim("a", "self"), claim("b", "self_", rank=1)],
        {"a": "self_2", "b": "self_"},
    ),
    (
        "letters that look like those of another",
        [
            claim("\u0441\u043e\u0440\u0443", "\u0441\u043e\u0440\u0443"),
            claim("z", "copy"),
        ],
        {"\u0441\u043e\u0440\u0443": "u1089_u1086_u1088_u1091", "z": "copy"},
    ),
    (
        "what looks like a reserved name",
        [claim("a", "s\u0435lf")],
        {"a": "s_u1077_lf"},
    ),
]


@pytest.mark.parametrize(
    ("claims", "want"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_settle(claims: list[NameClaim], want: dict[str, str]) -> None:
    for order in itertools.permutations(claims):
        assert assign_identifiers(order, {"self"}) == want


def test_files_collide_whatever_their_case() -> None:
    claims = [claim("a", "Notes"), claim("b", "notes")]
    assert assign_identifiers(claims, (), ignore_case=True) == {
        "a": "Notes",
        "b": "notes_2",
    }
    assert assign_identifiers(claims, ()) == {"a": "Notes", "b": "notes"}


def test_collisions_are_reported_once() -> None:
    notebook = Notebook()
    assign_identifiers(
        [claim("a", "x"), claim("b", "x"), claim("c", "y")], (), notebook
    )
    assert [finding.code for finding in notebook.findings] == ["name-collision"]
