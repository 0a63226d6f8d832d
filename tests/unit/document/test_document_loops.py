"""References that validators would follow for ever."""

from __future__ import annotations

import pytest

from generator.document.files.files import File
from generator.document.references.endless_schemas import endless
from generator.document.references.survey import Survey
from generator.document.trees.tree import Tree
from tests.unit.document.loading import Data


def ref(name: str) -> dict[str, Data]:
    return {"$ref": f"#/components/schemas/{name}"}


def closing(schemas: dict[str, Data]) -> int:
    """How many references are said to be endless."""
    tree: Tree = {"openapi": "3.1.0", "components": {"schemas": schemas}}
    survey = Survey("openapi.yaml", lambda name: File(name, tree))
    survey.run(tree)
    return len(endless(survey))


def chain(length: int) -> dict[str, Data]:
    links = {f"S{n}": {"allOf": [ref(f"S{n + 1}")]} for n in range(length)}
    return {**links, f"S{length}": {"type": "string"}}


CASES: list[tuple[str, dict[str, Data], int]] = [
    ("a property", {"A": {"properties": {"a": ref("A")}}}, 0),
    ("items", {"A": {"items": ref("A")}}, 0),
    ("a tree of properties", {"A": {"allOf": [{"properties": {"a": ref("A")}}]}}, 0),
    ("shared parts", {"A": {"allOf": [ref("B"), ref("B")]}, "B": {}}, 0),
    (
        "a diamond",
        {"A": {"allOf": [ref("B"), ref("C")]}, "B": ref("D"), "C": ref("D"), "D": {}},
        0,
    ),
    ("itself", {"A": ref("A")}, 1),
    ("a part of itself", {"A": {"allOf": [ref("A")]}}, 1),
    ("not itself", {"A": {"not": ref("A")}}, 1),
    ("if itself", {"A": {"if": {}, "then": ref("A")}}, 1),
    (
        "one through another",
        {"A": {"anyOf": [ref("B")]}, "B": {"oneOf": [ref("A")]}},
        1,
    ),
    ("beside others", {"A": {"dependentSchemas": {"x": ref("A")}}}, 1),
    ("a short chain", chain(10), 0),
]


@pytest.mark.parametrize(
    ("schemas", "want"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_circles(schemas: dict[str, Data], want: int) -> None:
    assert closing(schemas) == want


def test_long_chains_are_cut_into_short_ones() -> None:
    assert 20 < closing(chain(2000)) < 100
