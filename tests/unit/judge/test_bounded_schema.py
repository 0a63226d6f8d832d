"""Schemas are made small enough to draw from, and keep what has to be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.judge.sampling.bounded_schema import Bounded
from tests.judge.source.original import Original, Tree

TEXT = {"type": "string"}


def make(tmp_path: Path, schema: Tree, **others: Tree) -> Tree:
    place = tmp_path / "a.json"
    schemas = {"It": schema, **others}
    document = {"openapi": "3.1.0", "components": {"schemas": schemas}}
    place.write_text(json.dumps(document), "utf-8")
    original = Original(place)
    found = original.target(original.root.file, "#/components/schemas/It")
    return Bounded(original).make(found)


def reference(name: str) -> Tree:
    return {"$ref": f"#/components/schemas/{name}"}


def test_what_is_required_has_room_before_what_is_not(tmp_path: Path) -> None:
    wide = {f"p{number}": TEXT for number in range(600)}
    schema = {
        "type": "object",
        "properties": {"wide": {"properties": wide}, "last": TEXT},
        "required": ["last"],
    }
    made = make(tmp_path, schema)
    assert made["required"] == ["last"]
    assert made["properties"]["last"] == TEXT
    assert len(made["properties"]["wide"]["properties"]) < 600


def test_what_is_required_may_lie_deep(tmp_path: Path) -> None:
    schema: Tree = TEXT
    for _ in range(20):
        schema = {"properties": {"in": schema}, "required": ["in"]}
    made = make(tmp_path, schema)
    depth = 0
    while "properties" in made:
        made = made["properties"]["in"]
        depth += 1
    assert depth == 20


@pytest.mark.parametrize(
    ("schema", "has_values"),
    [
        ({"properties": {"in": reference("It")}}, True),
        ({"properties": {"in": reference("It")}, "required": ["in"]}, False),
        ({"type": "array", "items": reference("It")}, True),
        ({"type": "array", "items": reference("It"), "minItems": 1}, False),
        ({"oneOf": [reference("It"), TEXT]}, True),
        ({"oneOf": [reference("It")]}, False),
        ({"allOf": [TEXT, reference("It")]}, False),
        ({"additionalProperties": reference("It")}, True),
        (reference("Nowhere"), False),
    ],
)
def test_what_leads_back_to_itself_is_cut_where_it_may_be(
    tmp_path: Path, schema: Tree, has_values: bool
) -> None:
    assert (make(tmp_path, schema) is not None) is has_values


def test_one_variant_that_fits_is_enough(tmp_path: Path) -> None:
    endless: dict[str, Any] = {
        "properties": {"in": reference("Endless")},
        "required": ["in"],
    }
    schema = {"anyOf": [reference("Endless"), TEXT]}
    assert make(tmp_path, schema, Endless=endless)["anyOf"] == [TEXT]


def test_what_another_part_requires_has_room(tmp_path: Path) -> None:
    wide = {f"p{number}": TEXT for number in range(600)}
    parts = [{"properties": {**wide, "last": TEXT}}, {"required": ["last"]}]
    made = make(tmp_path, {"allOf": parts})
    assert made["allOf"][0]["properties"]["last"] == TEXT


@pytest.mark.parametrize(
    ("own", "want"),
    [
        (TEXT, {"enum": ["V"]}),
        ({"enum": ["V", "w"]}, {"enum": ["V"]}),
        ({"enum": ["v"]}, {"enum": ["v"]}),
        ({"const": "v"}, {"const": "v"}),
    ],
)
def test_a_variant_that_says_otherwise_keeps_its_tag(
    tmp_path: Path, own: Tree, want: Tree
) -> None:
    variant = {"properties": {"kind": own}}
    schema = {"oneOf": [reference("V")], "discriminator": {"propertyName": "kind"}}
    [made] = make(tmp_path, schema, V=variant)["oneOf"]
    assert made["properties"]["kind"] == want


def test_a_property_is_hidden_by_what_it_refers_to(tmp_path: Path) -> None:
    secret = {"allOf": [{"type": "string", "writeOnly": True}]}
    schema = {"properties": {"in": reference("Secret")}, "required": ["in"]}
    made = make(tmp_path, schema, Secret=secret)
    assert made == {"type": "object", "properties": {}}
