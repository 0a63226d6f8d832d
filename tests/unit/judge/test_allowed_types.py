"""The types of JSON that a schema takes by its own words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.judge.source.allowed_types import EVERY, allowed_kinds, mentions_null
from tests.judge.source.original import Original, Piece

NUMBERS = {"number", "integer"}


@pytest.mark.parametrize(
    ("schema", "want"),
    [
        ({}, EVERY),
        ({"type": "string"}, {"string"}),
        ({"type": ["string", "null"]}, {"string", "null"}),
        ({"type": ["string", None]}, {"string", "null"}),
        ({"type": None}, EVERY),
        ({"type": "number"}, NUMBERS),
        ({"type": "date-time"}, EVERY),
        ({"nullable": True, "type": "string"}, {"string", "null"}),
        ({"x-nullable": True, "type": "string"}, {"string", "null"}),
        ({"properties": {"a": {}}}, {"object"}),
        ({"items": {"type": "string"}}, {"array"}),
        ({"items": [{"type": "string"}]}, EVERY),
        ({"const": "a"}, {"string", "integer"}),
        ({"$ref": "#/components/schemas/Text"}, {"string"}),
        ({"$ref": "#/components/schemas/Nowhere"}, EVERY),
        ({"allOf": [{"type": ["string", "null"]}, {"type": "string"}]}, {"string"}),
        ({"anyOf": [{"type": "string"}, {"type": "boolean"}]}, {"string", "boolean"}),
        ({"oneOf": [{"type": "string"}, {}]}, EVERY),
        ({"$ref": "#/components/schemas/Loop"}, EVERY),
    ],
)
def test_kinds(schema: Any, want: set[str], tmp_path: Path) -> None:
    assert allowed_kinds(*placed(schema, tmp_path)) == want


@pytest.mark.parametrize(
    ("schema", "want"),
    [
        ({}, False),
        ({"type": "object"}, False),
        ({"type": ["string", "null"]}, True),
        ({"type": "string", "nullable": True}, True),
        ({"type": "string", "nullable": False}, False),
        ({"type": "string", "enum": ["a", None]}, True),
        ({"type": "object", "oneOf": [{"type": "object", "nullable": True}]}, True),
        ({"allOf": [{"anyOf": [{"type": "null"}, {"type": "string"}]}]}, True),
        ({"anyOf": [{"$ref": "#/components/schemas/Text"}, {}]}, False),
        ({"properties": {"a": {"nullable": True}}}, False),
        ({"$ref": "#/components/schemas/Loop"}, False),
    ],
)
def test_what_mentions_null(schema: Any, want: bool, tmp_path: Path) -> None:
    assert mentions_null(*placed(schema, tmp_path)) is want


def placed(schema: Any, tmp_path: Path) -> tuple[Original, Piece]:
    loop = {"$ref": "#/components/schemas/Loop"}
    schemas = {"It": schema, "Text": {"type": "string"}, "Loop": loop}
    place = tmp_path / "a.json"
    document = {"openapi": "3.0.0", "components": {"schemas": schemas}}
    place.write_text(json.dumps(document), "utf-8")
    original = Original(place)
    return original, original.target(original.root.file, "#/components/schemas/It")
