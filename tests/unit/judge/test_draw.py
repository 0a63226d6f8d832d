"""Values are drawn from schemas as documents have them, and fit them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.judge.sampling.bounded_schema import Bounded
from tests.judge.sampling.draw import Undrawable, draw
from tests.judge.sampling.schema_validator import Judge
from tests.judge.source.original import Original, Piece, Tree


def schema_of(tmp_path: Path, version: str, schemas: dict[str, Tree]) -> Piece:
    path = tmp_path / "a.json"
    key = "swagger" if version == "2.0" else "openapi"
    document = {key: version, "components": {"schemas": schemas}}
    path.write_text(json.dumps(document), "utf-8")
    found = Original(path).root.get("components")
    found = found and found.get("schemas")
    found = found and found.get("S")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("version", "schema"),
    [
        ("3.0.3", {"type": "string", "nullable": True}),
        (
            "3.0.3",
            {"type": "integer", "minimum": 3, "exclusiveMinimum": True, "maximum": 5},
        ),
        ("3.1.0", {"type": "integer", "exclusiveMinimum": 3, "multipleOf": 4}),
        ("3.1.0", {"type": ["string", "null"], "enum": ["a", None]}),
        ("3.1.0", {"type": "string", "format": "date-time"}),
        ("3.1.0", {"type": "string", "format": "uuid"}),
        ("3.1.0", {"type": "string", "pattern": "^[a-c]{2}$"}),
        (
            "3.1.0",
            {
                "type": "string",
                "pattern": "^[a-f\\]]+$",
                "minLength": 40,
                "maxLength": 40,
            },
        ),
        ("3.1.0", {"type": "string", "pattern": "^\\w*$", "maxLength": 2}),
        ("3.1.0", {"type": "array", "prefixItems": [{"const": 1}], "items": False}),
        ("3.1.0", {"type": "array", "items": {"type": "boolean"}, "minItems": 2}),
        ("3.1.0", {"type": "object", "additionalProperties": {"type": "number"}}),
        (
            "3.1.0",
            {"patternProperties": {"^x": {"const": 1}}, "additionalProperties": False},
        ),
        ("3.1.0", {"allOf": [{"type": "number"}, {"type": "integer", "maximum": 3}]}),
        (
            "3.1.0",
            {
                "allOf": [
                    {"required": ["a"], "properties": {"a": {"type": "string"}}},
                    {"properties": {"a": {"minLength": 2}}, "type": "object"},
                ]
            },
        ),
        ("3.1.0", {"anyOf": [{"type": "null"}, {"type": "integer"}]}),
        (
            "3.1.0",
            {"type": "object", "properties": {"s": {"$ref": "#/components/schemas/S"}}},
        ),
        ("3.1.0", {}),
        ("3.1.0", True),
    ],
)
def test_what_is_drawn_fits(tmp_path: Path, version: str, schema: Tree) -> None:
    piece = schema_of(tmp_path, version, {"S": schema})
    original = Original(piece.file)
    bounded = Bounded(original).make(piece)
    drawn = draw(bounded, 10, 5.0)
    judge = Judge(original)
    assert drawn
    assert [judge.fault(value, piece) for value in drawn] == [""] * len(drawn)
    assert draw(bounded, 10, 5.0) == drawn


def test_write_only_properties_are_no_part_of_answers(tmp_path: Path) -> None:
    schema = {
        "type": "object",
        "required": ["key", "id"],
        "properties": {
            "key": {"type": "string", "writeOnly": True},
            "id": {"type": "integer", "readOnly": True},
        },
    }
    piece = schema_of(tmp_path, "3.0.3", {"S": schema})
    original = Original(piece.file)
    answer = Bounded(original).make(piece)
    request = Bounded(original, sent=True).make(piece)
    assert answer is not None
    assert answer["required"] == ["id"]
    assert request is not None
    assert request["required"] == ["key"]


def test_a_variant_carries_its_tag(tmp_path: Path) -> None:
    variant = {"type": "object", "properties": {"kind": {"type": "string"}}}
    union = {
        "oneOf": [
            {"$ref": "#/components/schemas/A"},
            {"$ref": "#/components/schemas/B"},
        ],
        "discriminator": {"propertyName": "kind", "mapping": {"one": "A"}},
    }
    schemas = {"S": union, "A": variant, "B": variant}
    piece = schema_of(tmp_path, "3.1.0", schemas)
    schema = Bounded(Original(piece.file)).make(piece)
    kinds = {value["kind"] for value in draw(schema, 20, 5.0)}
    assert kinds == {"one", "B"}


@pytest.mark.parametrize(
    "schema",
    [
        {
            "type": "object",
            "required": ["s"],
            "properties": {"s": {"$ref": "#/components/schemas/S"}},
        },
        {"$ref": "#/components/schemas/S"},
        {"$ref": "#/components/schemas/Nowhere"},
        {"$ref": "other.yaml"},
        {"$ref": "https://example.com/a.yaml"},
        {"type": "array", "minItems": 1, "items": {"$ref": "#/components/schemas/S"}},
    ],
)
def test_no_finite_value(tmp_path: Path, schema: Tree) -> None:
    piece = schema_of(tmp_path, "3.1.0", {"S": schema})
    assert Bounded(Original(piece.file)).make(piece) is None


@pytest.mark.parametrize(
    "schema",
    [
        {"allOf": [{"type": "string"}, {"type": "integer"}]},
        {"type": "array", "minItems": 3, "maxItems": 2, "items": {}},
        {"type": "string", "pattern": "("},
    ],
)
def test_nothing_to_draw(schema: Tree) -> None:
    with pytest.raises(Undrawable):
        draw(schema, 5, 5.0)


LEFT: Tree = {"type": "object", "properties": {"l": {"type": "integer"}}}
RIGHT: Tree = {"type": "object", "properties": {"r": {"type": "integer"}}}
WIDE: Tree = {f"p{number}": {"type": "string"} for number in range(9)}


@pytest.mark.parametrize(
    "schema",
    [
        {"oneOf": [LEFT, RIGHT]},
        {"oneOf": [LEFT, RIGHT, {"type": "object", "properties": {}}]},
        {"type": "array", "minItems": 1, "items": {"oneOf": [LEFT, RIGHT]}},
        {"oneOf": [{}, LEFT]},
        {**LEFT, "required": ["l"], "not": {"properties": {"l": {"minimum": 0}}}},
        {**LEFT, "if": {"required": ["l"]}, "then": {"required": ["r"]}},
        {"type": "object", "properties": WIDE, "dependentRequired": {"p0": ["p1"]}},
        {"type": "object", "properties": WIDE, "minProperties": 9},
        {"type": "object", "minProperties": 2, "maxProperties": 2},
        {"type": "object", "properties": WIDE, "maxProperties": 1},
        {
            "type": "object",
            "minProperties": 1,
            "patternProperties": {"^x[a-z]{9}$": {}},
            "additionalProperties": False,
        },
        {
            "type": "array",
            "minItems": 3,
            "uniqueItems": True,
            "items": {"enum": [1, 2, 3]},
        },
        {"type": "array", "items": {"allOf": [{"type": "string"}, {"type": "null"}]}},
        {"type": "number", "maximum": 2**63 - 1, "minimum": 2**63 - 1024},
    ],
)
def test_what_is_drawn_with_care_fits(tmp_path: Path, schema: Tree) -> None:
    piece = schema_of(tmp_path, "3.1.0", {"S": schema})
    original = Original(piece.file)
    drawn = draw(Bounded(original).make(piece), 10, 5.0, careful=True)
    judge = Judge(original)
    assert any(not judge.fault(value, piece) for value in drawn)
