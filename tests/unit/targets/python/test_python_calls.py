"""Calls in examples are Python whatever their values are, and fit the page where that can be."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.emit.text.code import Code, JsonValue, literal
from generator.targets.python.samples.call_layout import call

NAME = Code("client.notes.create")


@pytest.mark.parametrize(
    ("arguments", "want"),
    [
        ((), ["client.notes.create()"]),
        ((("", '"1"'), ("a", "2")), ['client.notes.create("1", a=2)']),
        (
            (("", '"123456789012"'), ("body", '"1234567890"'), ("c", "1")),
            [
                "client.notes.create(",
                '    "123456789012",',
                '    body="1234567890", c=1,',
                ")",
            ],
        ),
        (
            (("body", '"123456789012345"'),),
            ["client.notes.create(", '    body="123456789012345"', ")"],
        ),
        (
            (("body", '{"one": [1, 2], "two": "12345678"}'), ("c", "1")),
            [
                "client.notes.create(",
                "    body={",
                '        "one": [1, 2],',
                '        "two": "12345678",',
                "    },",
                "    c=1,",
                ")",
            ],
        ),
    ],
)
def test_layout(arguments: tuple[tuple[str, str], ...], want: list[str]) -> None:
    made = [(Code(name), Code(value)) for name, value in arguments]
    assert call(NAME, made, 30) == want


def test_room_is_kept_for_what_stands_around_a_call_on_one_line() -> None:
    arguments = [(Code("a"), Code("12345"))]
    broken = ["client.notes.create(", "    a=12345", ")"]
    assert call(NAME, arguments, 30, room=2) == ["client.notes.create(a=12345)"]
    assert call(NAME, arguments, 30, room=3) == broken


TREES: st.SearchStrategy[JsonValue] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text("a ,)]}([{\"'\\", max_size=40),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.text("b:,}\" '", max_size=20), inner, max_size=4),
    max_leaves=12,
)


@given(st.lists(st.tuples(st.sampled_from(["", "a", "b"]), TREES), max_size=4))
def test_a_call_means_the_same_on_several_lines(
    drawn: list[tuple[str, JsonValue]],
) -> None:
    drawn.sort(key=lambda pair: pair[0] != "")
    arguments = [
        (Code(f"{name}{index}" if name else ""), literal(value))
        for index, (name, value) in enumerate(drawn)
    ]
    (one,) = call(NAME, arguments, 1_000_000)
    lines = call(NAME, arguments, 40)
    assert ast.dump(ast.parse("\n".join(lines))) == ast.dump(ast.parse(one))
