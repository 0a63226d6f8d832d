"""Keys that are there twice and numbers that JSON can't hold: mended leniently, else refused."""

from __future__ import annotations

import pytest

from generator.diagnostics import Severity
from generator.document.parsing.malformed import Malformed
from generator.document.parsing.parse import parse
from generator.document.trees.tree import Tree
from tests.unit.document.loading import LENIENT, STRICT, Load
from tests.unit.document.texts import HEAD

LONG = "9" * 5000
# The text, what it is read as, and where which faults are.
MENDED: list[tuple[str, Tree, list[tuple[str, int, int]]]] = [
    ("a: 1\nb: 2\na: 3\n", {"a": 3, "b": 2}, [("key-duplicate", 3, 1)]),
    ("a: {b: 1}\na: {c: 2}\n", {"a": {"c": 2}}, [("key-duplicate", 2, 1)]),
    ("a: 1\nb: .inf\n", {"a": 1}, [("number-unbounded", 2, 4)]),
    ("a: -.INF\n", {}, [("number-unbounded", 1, 4)]),
    ("a: !!float .nan\n", {}, [("number-unbounded", 1, 4)]),
    (f"a: {LONG}\n", {}, [("number-unbounded", 1, 4)]),
    ("[1, .nan, 2]\n", [1, 2], [("number-unbounded", 1, 5)]),
    ("a: &x .inf\nb: *x\nc: 1\n", {"c": 1}, [("number-unbounded", 1, 4)]),
    ("a: &x [.inf]\nb: *x\n", {"a": [], "b": []}, [("number-unbounded", 1, 8)]),
    ('{"a": 1, "b": {"c": 2,\n "c": 3}}', {"a": 1, "b": {"c": 3}}, [("", 2, 2)]),
    ('{"a": NaN,\n"b": [-Infinity, 1], "c": 2}', {"b": [1], "c": 2}, [("", 1, 7)]),
    ('{"a": 1e400, "b": "NaN"}', {"b": "NaN"}, [("number-unbounded", 1, 7)]),
    (f'{{"a": -{LONG}, "b": 12}}', {"b": 12}, [("number-unbounded", 1, 7)]),
]


@pytest.mark.parametrize(("text", "want", "places"), MENDED)
def test_what_is_mended(
    text: str, want: Tree, places: list[tuple[str, int, int]]
) -> None:
    faults: list[Malformed] = []
    tree, is_json = parse(text, "openapi", faults.append)
    assert tree == want
    assert is_json is text.startswith('{"')
    code, line, column = places[0]
    first = faults[0]
    assert (first.line, first.column) == (line, column)
    assert code in first.code
    with pytest.raises(Malformed) as caught:
        parse(text, "openapi")
    assert (caught.value.code, caught.value.line) == (first.code, line)


def test_each_fault_is_reported() -> None:
    faults: list[Malformed] = []
    parse('{"a": NaN,\n"b": [Infinity], "b": 1e999}', "a.json", faults.append)
    assert [(one.code, one.line, one.column) for one in faults] == [
        ("number-unbounded", 1, 7),
        ("number-unbounded", 2, 7),
        ("key-duplicate", 2, 18),
        ("number-unbounded", 2, 23),
    ]


def test_what_mending_does_not_make_sense_of_is_refused() -> None:
    for text in ('{"a": 1, "a": 2', '{"a": NaN, "b": "\\ud800"}'):
        with pytest.raises(Malformed):
            parse(text, "a.json", lambda _: None)


@pytest.mark.parametrize("fault", ["paths: {}\n", "x-a: .inf\n"])
def test_a_strict_run_ends(loaded: Load, fault: str) -> None:
    got = loaded({"openapi.yaml": HEAD + "paths: {}\n" + fault}, STRICT)
    assert got.document is None
    assert len(got.errors) == 1


def test_a_lenient_run_tells_where(loaded: Load) -> None:
    text = HEAD + "paths: {}\nx-a: .inf\npaths: {/a: {}}\n"
    got = loaded({"openapi.yaml": text}, LENIENT)
    assert [(one.code, one.severity) for one in got.findings] == [
        ("number-unbounded", Severity.REPAIR),
        ("key-duplicate", Severity.REPAIR),
    ]
    assert got.locations("key-duplicate") == [("openapi.yaml", 5, 1)]
    assert got.root.at("", "/paths/~1a") is not None


def test_places_are_those_of_the_key_that_is_read(loaded: Load) -> None:
    text = HEAD + "paths:\n  /a: {}\npaths:\n  /a: {}\n"
    got = loaded({"openapi.yaml": text}, LENIENT)
    node = got.root.at("", "/paths/~1a")
    assert node is not None
    assert got.sources.span(node.place).line == 6
