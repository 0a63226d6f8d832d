"""Differences that are a loss, and those that aren't."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.judge.roundtrip.comparison import Comparison, equal
from tests.judge.sampling.schema_validator import Judge
from tests.judge.source.original import Original, Piece, Tree

SCHEMAS: dict[str, Tree] = {
    "Text": {"type": "string", "format": "date-time"},
    "Plain": {
        "type": "object",
        "required": ["must"],
        "properties": {
            "must": {"type": ["string", "null"]},
            "may": {"type": ["null", "string"]},
        },
    },
    "Free": {"properties": {"a": {}}, "additionalProperties": {"type": "integer"}},
    "Both": {
        "allOf": [{"$ref": "#/components/schemas/Plain"}, {"properties": {"more": {}}}]
    },
    "One": {
        "oneOf": [
            {"required": ["x"], "properties": {"x": {"type": "string"}}},
            {"required": ["y"], "properties": {"y": {"type": "string"}, "z": {}}},
        ]
    },
    "List": {"type": "array", "items": {"$ref": "#/components/schemas/Plain"}},
    "Secret": {
        "properties": {
            "a": {"type": "string", "writeOnly": True},
            "b": {"$ref": "#/components/schemas/Hidden"},
        }
    },
    "Hidden": {"type": "string", "writeOnly": True},
    "Bytes": {"type": "string", "format": "byte"},
    "Patterns": {"patternProperties": {"^p": {"type": "integer"}}},
}


def compare(tmp_path: Path, name: str, sent: Tree, came: Tree) -> tuple[str, int]:
    path = tmp_path / "a.json"
    document = {"openapi": "3.1.0", "components": {"schemas": SCHEMAS}}
    path.write_text(json.dumps(document), "utf-8")
    original = Original(path)
    schema: Piece | None = original.root
    for key in ("components", "schemas", name):
        schema = schema and schema.get(key)
    assert schema is not None
    comparison = Comparison(original, Judge(original))
    return comparison.difference(sent, came, [schema]), comparison.undeclared


@pytest.mark.parametrize(
    ("name", "sent", "came"),
    [
        ("Plain", {"must": "a", "may": None}, {"must": "a"}),
        ("Plain", {"must": None}, {"must": None}),
        ("Free", {"a": 1, "b": 2}, {"a": 1.0, "b": 2}),
        ("List", [{"must": "a", "may": None}], [{"must": "a"}]),
        ("One", {"y": "a", "z": None}, {"y": "a"}),
        ("Bytes", "abcd123=", "abcd120="),
    ],
)
def test_no_loss(tmp_path: Path, name: str, sent: Tree, came: Tree) -> None:
    assert compare(tmp_path, name, sent, came) == ("", 0)


@pytest.mark.parametrize(
    ("name", "sent", "came", "want"),
    [
        ("Plain", {"must": None}, {}, "$: 'must' is lost"),
        ("Plain", {"must": "a", "may": "b"}, {"must": "a"}, "$: 'may' is lost"),
        ("Plain", {"must": "a"}, {"must": "b"}, "$.must: 'a' became 'b'"),
        ("Plain", {"must": "a"}, {"must": "a", "may": None}, "$: 'may' appeared"),
        ("Free", {"b": 2}, {}, "$: 'b' is lost"),
        ("Both", {"must": "a", "more": 1}, {"must": "a"}, "$: 'more' is lost"),
        ("One", {"y": "a", "z": 1}, {"y": "a"}, "$: 'z' is lost"),
        ("List", [{"must": "a"}], [], "$: 1 items became 0"),
        ("List", [{"must": "a"}], [{"must": 1}], "$[0].must: 'a' became 1"),
        ("Patterns", {"p1": 1}, {}, "$: 'p1' is lost"),
        ("Bytes", "abcd", "abce", "$: 'abcd' became 'abce'"),
        ("Bytes", "ü", "ö", "$: 'ü' became 'ö'"),
        ("Text", "abcd123=", "abcd120=", "$: 'abcd123=' became 'abcd120='"),
    ],
)
def test_loss(tmp_path: Path, name: str, sent: Tree, came: Tree, want: str) -> None:
    assert compare(tmp_path, name, sent, came)[0] == want


@pytest.mark.parametrize(
    ("name", "sent", "came"),
    [
        ("Plain", {"must": "a", "new": 1}, {"must": "a"}),
        ("One", {"x": "a", "z": 1}, {"x": "a"}),
        ("Patterns", {"q": 1}, {}),
        ("Secret", {"a": "x"}, {}),
        ("Secret", {"b": "x"}, {}),
    ],
)
def test_what_is_not_declared_is_counted(
    tmp_path: Path, name: str, sent: Tree, came: Tree
) -> None:
    assert compare(tmp_path, name, sent, came) == ("", 1)


@pytest.mark.parametrize(
    ("one", "other", "want"),
    [
        (1, 1.0, True),
        (1, True, False),
        (0, False, False),
        (None, False, False),
        ([1, {"a": 2}], [1.0, {"a": 2}], True),
        ({"a": 1}, {"a": 1, "b": None}, False),
        ("1", 1, False),
        ("1", 1.0, False),
        # As whole numbers, floats are written with digits that they don't hold.
        (-59587016159270070, -5.958701615927007e16, True),
        (243670157034784130, 2.4367015703478413e17, True),
        (243670157034784131, 2.4367015703478413e17, False),
        (9007199254740993, 9007199254740992.0, False),
    ],
)
def test_equality_is_that_of_json(one: Tree, other: Tree, want: bool) -> None:
    assert equal(one, other) is want


@pytest.mark.parametrize(
    ("sent", "came", "want"),
    [
        ("2025-01-24T10:00:00.123Z", "2025-01-24T10:00:00.123000Z", True),
        ("2025-01-24T10:00:00+00:00", "2025-01-24T10:00:00Z", True),
        ("2025-01-24T10:00:00.1234567Z", "2025-01-24T10:00:00.123456Z", True),
        ("2025-01-24T10:00:00.1234567Z", "2025-01-24T10:00:00.123457Z", True),
        ("2025-01-24T10:00:00.9999999Z", "2025-01-24T10:00:01Z", True),
        ("2025-01-24T10:00:00.123456Z", "2025-01-24T10:00:00.123457Z", False),
        ("2025-01-24T12:00:00+02:00", "2025-01-24T10:00:00Z", True),
        ("2025-01-24T10:00:00.123Z", "2025-01-24T10:00:00.124Z", False),
        ("2025-01-24T10:00:00Z", "2025-01-24T10:00:01Z", False),
        ("2025-01-24", "2025-01-25", False),
        ("2025-13-24T10:00:00Z", "2025-13-24T10:00:00.000Z", False),
    ],
)
def test_a_date_time_is_its_instant(
    tmp_path: Path, sent: str, came: str, want: bool
) -> None:
    difference, _ = compare(tmp_path, "Text", sent, came)
    assert (difference == "") is want
