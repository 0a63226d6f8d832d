"""Pointer → line and column."""

from __future__ import annotations

import pytest

from generator.diagnostics import Place, Span, Spot
from generator.document.files.sources import Sources
from generator.document.parsing.positions import Positions

YAML = """\
a: &x
  b: 1
  c: [1, {d: 2}]
e: *x
f:
  <<: *x
  g: 3
h: [*x, {"i/j": ~}]
k~l:
  - m
  -
    n: 1
"""
JSON = '{"a": {"b": [1, {"c": "x,]"}],\n "d\\u0041": 2},\r\n"z": [],\n\t"t": 1}'

# Containers that are passed over, as JSON and piece by piece.
BEHIND = '{"a": {"b": ["}"]}, "c": [1, // no\n[2,],\n3], "c": [[],\n {"d": 0}]}'

SPOTS = [
    (YAML, False, "", (1, 1)),
    (YAML, False, "/a", (1, 1)),
    (YAML, False, "/a/b", (2, 3)),
    (YAML, False, "/a/c", (3, 3)),
    (YAML, False, "/a/c/0", (3, 7)),
    (YAML, False, "/a/c/1", (3, 10)),
    (YAML, False, "/a/c/1/d", (3, 11)),
    (YAML, False, "/e", (4, 1)),
    (YAML, False, "/e/b", (2, 3)),
    (YAML, False, "/e/c/1/d", (3, 11)),
    (YAML, False, "/f/g", (7, 3)),
    (YAML, False, "/f/b", (2, 3)),
    (YAML, False, "/f/c/1/d", (3, 11)),
    (YAML, False, "/h/0/c/1/d", (3, 11)),
    (YAML, False, "/h/1/i~1j", (8, 10)),
    (YAML, False, "/h/1/missing", (8, 9)),
    (YAML, False, "/k~0l/1/n", (12, 5)),
    (YAML, False, "/missing/deep", (1, 1)),
    (JSON, True, "", (1, 1)),
    (JSON, True, "/a", (1, 2)),
    (JSON, True, "/a/b/1", (1, 17)),
    (JSON, True, "/a/b/1/c", (1, 18)),
    (JSON, True, "/a/dA", (2, 2)),
    (JSON, True, "/z", (3, 1)),
    (JSON, True, "/z/0", (3, 1)),
    (JSON, True, "/t", (4, 2)),
    (BEHIND, True, "/c", (3, 5)),
    (BEHIND, True, "/c/1", (2, 1)),
    (BEHIND, True, "/c/1/d", (4, 3)),
    (BEHIND, True, "/c/2", (3, 1)),
]


@pytest.mark.parametrize(("text", "is_json", "pointer", "want"), SPOTS)
def test_position(
    text: str, is_json: bool, pointer: str, want: tuple[int, int]
) -> None:
    assert Positions(text, is_json).find([pointer]) == [want]


def test_several_positions_at_once_come_in_the_order_asked() -> None:
    positions = Positions(YAML, is_json=False)
    assert positions.find(["/e/b", "/f/g", "/a"]) == [(2, 3), (7, 3), (1, 1)]
    assert positions.find(["/f/g"]) == [(7, 3)]


def test_text_that_is_no_yaml_gives_what_came_before_the_fault() -> None:
    positions = Positions("a: 1\nb: [\n", is_json=False)
    assert positions.find(["/a", "/b"])[0] == (1, 1)


def test_spans_and_lines() -> None:
    sources = Sources()
    sources.add("", "spec/openapi.yaml", "\ufeffa: 1\r\nb: 2\r\n", is_json=False)
    places = [Place("spec/openapi.yaml", "/b"), Spot("spec/openapi.yaml", "", 2, 4)]
    assert sources.spans(places) == [
        Span("spec/openapi.yaml", 2, 1, "/b"),
        Span("spec/openapi.yaml", 2, 4),
    ]
    assert sources.line("spec/openapi.yaml", 2) == "b: 2"
    assert sources.line("spec/openapi.yaml", 99) == ""


def test_a_file_that_is_gone_still_has_a_span() -> None:
    sources = Sources()
    assert sources.span(Place("gone.yaml", "/a")) == Span("gone.yaml", 1, 1, "/a")
    assert sources.line("gone.yaml", 1) == ""
