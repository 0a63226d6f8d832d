"""Texts are read as the values that were given, in every style."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from tests.judge.source.original import Tree
from tests.judge.wire.request.name_value_pairs import Pairs, cookies
from tests.judge.wire.request.parameters import Slot
from tests.judge.wire.request.spelling import spells, spells_styled

LIST = ["a b", 2]
COLOUR = {"R": 100, "G": "x"}


@pytest.mark.parametrize(
    ("text", "value", "want"),
    [
        ("a", "a", True),
        ("1", "1", True),
        ("1", 1, True),
        ("1.0", 1, True),
        ("1e+2", 100.0, True),
        ("true", True, True),
        ("True", True, False),
        ("1", True, False),
        ("null", None, True),
        ("", None, False),
        ('{"a": [1]}', {"a": [1]}, True),
        ("a", ["a"], False),
    ],
)
def test_scalars(text: str, value: Tree, want: bool) -> None:
    assert spells(text, value) is want


@pytest.mark.parametrize(
    ("style", "explode", "value", "text", "want"),
    [
        ("simple", False, "a/b", "a%2Fb", True),
        ("simple", False, LIST, "a%20b,2", True),
        ("simple", False, LIST, "2,a%20b", False),
        ("simple", False, LIST, "a%20b%2C2", False),
        ("simple", False, COLOUR, "R,100,G,x", True),
        ("simple", False, COLOUR, "G,x,R,100", True),
        ("simple", False, COLOUR, "R,100,G", False),
        ("simple", True, COLOUR, "R=100,G=x", True),
        ("simple", True, COLOUR, "R=100", False),
        ("label", False, LIST, ".a%20b,2", True),
        ("label", True, LIST, ".a%20b.2", True),
        ("label", True, LIST, "a%20b.2", False),
        ("label", True, COLOUR, ".R=100.G=x", True),
        ("matrix", False, 5, ";x=5", True),
        ("matrix", False, 5, ";y=5", False),
        ("matrix", False, LIST, ";x=a%20b,2", True),
        ("matrix", True, LIST, ";x=a%20b;x=2", True),
        ("matrix", True, LIST, ";x=a%20b;y=2", False),
        ("matrix", False, COLOUR, ";x=R,100,G,x", True),
        ("matrix", True, COLOUR, ";R=100;G=x", True),
    ],
)
def test_styles_of_paths(
    style: str, explode: bool, value: Tree, text: str, want: bool
) -> None:
    slot = Slot(name="x", place="path", style=style, explode=explode)
    assert spells_styled(text, slot, value, unquote) is want


@pytest.mark.parametrize(
    ("style", "explode", "value", "query", "want"),
    [
        ("form", True, "a+b", "x=a%2Bb", True),
        ("form", True, "a b", "x=a+b", True),
        ("form", True, LIST, "x=a%20b&x=2", True),
        ("form", True, LIST, "x=2&x=a%20b", False),
        ("form", True, LIST, "x=a%20b", False),
        ("form", False, LIST, "x=a%20b,2", True),
        ("form", True, COLOUR, "G=x&R=100", True),
        ("form", True, {"a": [1, 2]}, "a=1&a=2", True),
        ("form", True, {"a": {"b": 1}}, "a=%7B%22b%22%3A1%7D", True),
        ("form", False, COLOUR, "x=R,100,G,x", True),
        ("spaceDelimited", False, [1, 2], "x=1%202", True),
        ("spaceDelimited", False, [1, 2], "x=1,2", False),
        ("pipeDelimited", False, [1, 2], "x=1%7C2", True),
        ("pipeDelimited", False, [1, 2], "x=1|2", True),
        ("tabDelimited", False, [1, 2], "x=1%092", True),
        ("deepObject", True, COLOUR, "x%5BR%5D=100&x[G]=x", True),
        ("deepObject", True, COLOUR, "x[R]=100", False),
        ("deepObject", True, {"a": {"b": [1]}}, "x[a][b][0]=1", True),
        ("deepObject", True, {"a": [1, 2]}, "x[a][]=1&x[a][]=2", True),
        ("deepObject", True, {"a": [1, 2]}, "x[a]=1&x[a]=2", True),
        ("deepObject", True, [{"a": 1}], "x[0][a]=1", True),
        ("deepObject", True, [{"a": 1}], "x[1][a]=1", False),
    ],
)
def test_styles_of_queries(
    style: str, explode: bool, value: Tree, query: str, want: bool
) -> None:
    pairs = Pairs(query)
    fault = pairs.fault("x", value, style, explode)
    assert (fault == "") is want
    if want:
        assert pairs.left == []


def test_pairs_of_one_name_are_taken_in_their_order() -> None:
    pairs = Pairs("a=1&a=2&b=3&a=4")
    assert pairs.fault("a", {"a": 1, "b": 3}, "form", explode=True) == ""
    assert pairs.fault("a", [2, 4], "form", explode=True) == ""
    assert pairs.left == []
    assert pairs.one_fault("a", 5) == "'a' didn't arrive, 5"


@pytest.mark.parametrize("text", ["a=1; b=%20", "a=1&b=%20", "b=%20;a=1"])
def test_cookies_are_pairs(text: str) -> None:
    found = cookies(text)
    assert found.one_fault("a", 1) == ""
    assert found.one_fault("b", " ") == ""
    assert found.left == []
