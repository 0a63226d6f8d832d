"""Comments and surplus commas in JSON: passed over leniently, each reported with its place."""

from __future__ import annotations

import time

import pytest

from generator.diagnostics import Severity
from generator.document.parsing.malformed import Malformed
from generator.document.parsing.parse import parse
from generator.document.trees.tree import Tree
from tests.unit.document.loading import LENIENT, STRICT, Load

Reported = list[tuple[str, int, int]]
COMMA, COMMENT = "json-comma", "json-comment"

# The text, what it is read as, and what is reported of it.
READ: list[tuple[str, Tree, Reported]] = [
    ("[1, 2,]", [1, 2], [(COMMA, 1, 6)]),
    ('{"a": 1,}', {"a": 1}, [(COMMA, 1, 8)]),
    ('{"a": [1,\n],\n}', {"a": [1]}, [(COMMA, 1, 9), (COMMA, 2, 2)]),
    ('{"a": {},\r\n}', {"a": {}}, [(COMMA, 1, 9)]),
    ('["a" , ]', ["a"], [(COMMA, 1, 6)]),
    ("[null,]", [None], [(COMMA, 1, 6)]),
    ('// first\n{"a": 1}', {"a": 1}, [(COMMENT, 1, 1)]),
    ('{"a": 1 // last\n}', {"a": 1}, [(COMMENT, 1, 9)]),
    ('{"a": 1}\n// after', {"a": 1}, [(COMMENT, 2, 1)]),
    ('{/* a */"a": /* b\n */ 1}', {"a": 1}, [(COMMENT, 1, 2), (COMMENT, 1, 14)]),
    ('{"a": 1 # shell\n}', {"a": 1}, [(COMMENT, 1, 9)]),
    ("[1, // two,\n]", [1], [(COMMA, 1, 3), (COMMENT, 1, 5)]),
    ("[1 /* a */, /* b */]", [1], [(COMMENT, 1, 4), (COMMA, 1, 11), (COMMENT, 1, 13)]),
    ('{"a": 1, // "b": [2,\n"c": 3}', {"a": 1, "c": 3}, [(COMMENT, 1, 10)]),
    ("[1, /* ] // */ 2]", [1, 2], [(COMMENT, 1, 5)]),
    ("[1 /**/]", [1], [(COMMENT, 1, 4)]),
    (
        r'{"a": "\",]//", "b": "/*,}*/",}',
        {"a": '",]//', "b": "/*,}*/"},
        [(COMMA, 1, 30)],
    ),
    ('{"http://x/,]": "#,}"}', {"http://x/,]": "#,}"}, []),
    ('{"a": 1, "a": 2,}', {"a": 2}, [("key-duplicate", 1, 10), (COMMA, 1, 16)]),
    ("[NaN, 1,]", [1], [("number-unbounded", 1, 2), (COMMA, 1, 8)]),
]


@pytest.mark.parametrize(("text", "want", "reported"), READ)
def test_what_is_read(text: str, want: Tree, reported: Reported) -> None:
    faults: list[Malformed] = []
    assert parse(text, "a.json", faults.append) == (want, True)
    assert [(one.code, one.line, one.column) for one in faults] == reported
    if reported:
        with pytest.raises(Malformed) as caught:
            parse(text, "a.json")
        assert (caught.value.code, caught.value.line, caught.value.column) in reported


REFUSED = [
    ("[1,,2]", 1, 4),
    ("[1,,]", 1, 4),
    ("[,]", 1, 2),
    ("{,}", 1, 2),
    ("[,1]", 1, 2),
    ('{"a": 1,,}', 1, 9),
    ('{"a":,}', 1, 6),
    ('{"a": 1},', 1, 9),
    ("{'a': 1,}", 1, 2),
    ("[1 2,]", 1, 4),
    ("[1,] x", 1, 6),
    ("[1, /* open ]", 1, 5),
    ("[1 / 2]", 1, 4),
]


@pytest.mark.parametrize(("text", "line", "column"), REFUSED)
@pytest.mark.parametrize("lenient", [True, False])
def test_what_stays_an_error(text: str, line: int, column: int, lenient: bool) -> None:
    with pytest.raises(Malformed) as caught:
        parse(text, "a.json", (lambda _: None) if lenient else None)
    fault = caught.value
    assert (fault.code, fault.line, fault.column) == ("json-syntax", line, column)


# The file's name, its text, what it is read as, as JSON or not, and whether anything is reported.
NAMES: list[tuple[str, str, Tree, bool, bool]] = [
    ("a.jsonc", "[1, // x\n]", [1], True, True),
    ("openapi", "// x\n[1]", [1], True, True),
    ("openapi", "/* x */ [1]", [1], True, True),
    ("a.yaml", '{"a": 1, // x\n"b": 2}', {"a": 1, "b": 2}, True, True),
    # In YAML these are no faults.
    ("a.yaml", '{"a": 1,}', {"a": 1}, False, False),
    ("a.yaml", '{"a": 1, # x\n"b": 2}', {"a": 1, "b": 2}, False, False),
    ("a.yaml", "{a: http://x, b: [1,],}", {"a": "http://x", "b": [1]}, False, False),
    ("a.yaml", "/pets: 1", {"/pets": 1}, False, False),
]


@pytest.mark.parametrize(("name", "text", "want", "is_json", "is_reported"), NAMES)
def test_other_files(
    name: str, text: str, want: Tree, is_json: bool, is_reported: bool
) -> None:
    faults: list[Malformed] = []
    assert parse(text, name, faults.append) == (want, is_json)
    assert bool(faults) is is_reported


@pytest.mark.parametrize(
    "text",
    ["/*" * 50_000, "[1//x\n" * 5_000, "[1,]" * 20_000, '{"a": "' + "//" * 50_000],
)
def test_it_takes_no_longer_than_the_text_is_long(text: str) -> None:
    began = time.process_time()
    with pytest.raises(Malformed):
        parse(text, "a.json", lambda _: None)
    assert time.process_time() - began < 5


DOCUMENT = """{
  // "the" version
  "openapi": "3.1.0",
  "info": {"title": "t", "version": "1",}, /* { */
  "paths": {"/a": {}},
}
"""


def test_places_are_those_of_the_text(loaded: Load) -> None:
    got = loaded({"openapi.json": DOCUMENT}, LENIENT)
    found = [(one.code, one.severity) for one in got.findings]
    assert set(found) == {(COMMA, Severity.REPAIR), (COMMENT, Severity.REPAIR)}
    assert got.locations(COMMA) == [("openapi.json", 4, 40), ("openapi.json", 5, 22)]
    assert got.locations(COMMENT) == [("openapi.json", 2, 3), ("openapi.json", 4, 44)]
    node = got.root.at("", "/paths/~1a")
    assert node is not None
    span = got.sources.span(node.place)
    assert (span.line, span.column) == (5, 13)


def test_a_strict_run_ends_at_the_first(loaded: Load) -> None:
    got = loaded({"openapi.json": DOCUMENT}, STRICT)
    assert got.document is None
    assert got.errors == [COMMENT]
