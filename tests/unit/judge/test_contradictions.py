"""Schemas without any value are told from those of which none was found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.judge.sampling.contradictions import Contradictions
from tests.judge.source.original import Original, Tree

TEXT: Tree = {"type": "string"}
EMPTY: Tree = {"type": "string", "enum": [1]}
LISTED = "no value of its `enum` is of the type string"
TWICE = "each variant of its `oneOf` is there twice, and one may fit"
CLOSED: Tree = {"type": "object", "additionalProperties": False, "minProperties": 1}
SECRET: Tree = {"a": {"type": "string", "writeOnly": True}}


def needing(schema: Tree) -> Tree:
    return {"type": "object", "required": ["a"], "properties": {"a": schema}}


@pytest.mark.parametrize(
    ("version", "schema", "want"),
    [
        ("3.1.0", False, "nothing fits `false`"),
        ("3.1.0", True, ""),
        ("3.1.0", EMPTY, LISTED),
        ("3.1.0", {"enum": [1]}, ""),
        ("3.1.0", {"type": "integer", "enum": [1.0]}, ""),
        ("3.1.0", {"type": ["string", "null"], "enum": [None]}, ""),
        ("3.0.3", {"type": "string", "enum": [None]}, LISTED),
        ("3.0.3", {"type": "string", "enum": [None], "nullable": True}, ""),
        ("3.1.0", {"allOf": [TEXT, EMPTY]}, LISTED),
        ("3.1.0", {"anyOf": [TEXT, EMPTY]}, ""),
        ("3.1.0", {"anyOf": [EMPTY, EMPTY]}, LISTED),
        ("3.1.0", {"oneOf": [{"$ref": "#/T"}, {"$ref": "#/T"}]}, TWICE),
        ("3.1.0", {"oneOf": [{"$ref": "#/T"}, {"$ref": "#/E"}]}, ""),
        (
            "3.1.0",
            {"oneOf": [{"$ref": "#/T"}, {"$ref": "#/T"}], "discriminator": {}},
            "",
        ),
        ("3.1.0", needing(EMPTY), f"`a`: {LISTED}"),
        ("3.1.0", {**needing(EMPTY), "required": []}, ""),
        ("3.0.3", {**needing(EMPTY), "nullable": True}, ""),
        ("3.1.0", {"properties": {"a": EMPTY}, "required": ["a"]}, ""),
        ("3.1.0", {"type": "array", "items": EMPTY}, ""),
        ("3.1.0", {"type": "array", "items": EMPTY, "minItems": 1}, LISTED),
        ("3.1.0", CLOSED, "it wants 1 properties and has 0 here"),
        ("3.1.0", {**CLOSED, "properties": {"a": TEXT}}, ""),
        (
            "3.1.0",
            {**CLOSED, "properties": SECRET},
            "it wants 1 properties and has 0 here",
        ),
        ("3.1.0", {**CLOSED, "patternProperties": {"a": TEXT}}, ""),
        ("3.1.0", {"type": "object", "minProperties": 1}, ""),
        ("3.1.0", {"allOf": [{"$ref": "#/S"}]}, ""),
        ("3.1.0", {"$ref": "#/nowhere"}, ""),
    ],
)
def test_what_is_certain(tmp_path: Path, version: str, schema: Tree, want: str) -> None:
    path = tmp_path / "a.json"
    document = {"openapi": version, "S": schema, "T": TEXT, "E": EMPTY}
    path.write_text(json.dumps(document), "utf-8")
    original = Original(path)
    written = original.root.get("S")
    assert written is not None
    assert Contradictions(original).find(written) == want


def test_a_request_has_what_is_write_only(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    document = {"openapi": "3.1.0", "S": {**CLOSED, "properties": SECRET}}
    path.write_text(json.dumps(document), "utf-8")
    original = Original(path)
    written = original.root.get("S")
    assert written is not None
    assert not Contradictions(original, sent=True).find(written)
