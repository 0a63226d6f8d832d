"""Objects and what is said about their properties."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from reader_documents import STRING, Tree, read_alias, read_field
from reader_models import read_model

from generator.ir.declarations import Constraint, Field
from generator.ir.name import Name
from generator.ir.types import (
    Anything,
    Array,
    Integer,
    Map,
    Nothing,
    String,
    Type,
)
from generator.ir.value import Docs, Json, Text


def test_a_model_keeps_everything_said_about_its_fields(tmp_path: Path) -> None:
    found = read_model(
        tmp_path,
        {
            "type": "object",
            "title": "A thing",
            "description": "What it is.",
            "externalDocs": {"url": "https://example.com/it"},
            "deprecated": True,
            "required": ["id"],
            "minProperties": 1,
            "example": {"id": "a"},
            "properties": {
                "id": {
                    "type": "string",
                    "title": "Id",
                    "readOnly": True,
                    "maxLength": 3,
                    "examples": ["a", "b"],
                },
                "secret": {
                    "type": "string",
                    "writeOnly": True,
                    "deprecated": True,
                    "default": "x",
                    "x-sdk-name": "password",
                },
            },
        },
    )
    assert found.docs == Docs(
        summary=Text(raw="A thing"),
        description=Text(raw="What it is."),
        link=Text(raw="https://example.com/it"),
    )
    assert found.deprecated
    assert found.constraints == (
        Constraint(keyword="minProperties", value=Json(value=1)),
    )
    assert found.example == Json(value={"id": "a"})
    assert found.fields == (
        Field(
            name=Name(wire="id"),
            type=String(),
            required=True,
            read_only=True,
            docs=Docs(summary=Text(raw="Id")),
            constraints=(Constraint(keyword="maxLength", value=Json(value=3)),),
            example=Json(value="a"),
        ),
        Field(
            name=Name(wire="secret", preferred="password"),
            type=String(),
            write_only=True,
            deprecated=True,
            default=Json(value="x"),
        ),
    )


ADDITIONAL: list[tuple[dict[str, Any], Type | None, bool]] = [
    ({}, None, False),
    ({"additionalProperties": False}, None, True),
    ({"additionalProperties": True}, Anything(), False),
    ({"additionalProperties": {}}, Anything(), False),
    ({"additionalProperties": {"type": "integer"}}, Integer(), False),
    ({"patternProperties": {"^x": STRING}}, Anything(), False),
    (
        {"patternProperties": {"^x": STRING}, "additionalProperties": False},
        String(),
        False,
    ),
]


@pytest.mark.parametrize(("keywords", "additional", "closed"), ADDITIONAL)
def test_other_properties(
    tmp_path: Path, keywords: dict[str, Any], additional: Type | None, closed: bool
) -> None:
    found = read_model(tmp_path, {"properties": {"a": STRING}} | keywords)
    assert (found.additional, found.closed) == (additional, closed)


def test_patterns_are_documented(tmp_path: Path) -> None:
    found = read_model(
        tmp_path,
        {
            "properties": {"a": STRING},
            "patternProperties": {"^x": {"type": "string", "minLength": 1}},
            "additionalProperties": False,
        },
    )
    assert found.constraints == (
        Constraint(keyword="patternProperties.^x.minLength", value=Json(value=1)),
        Constraint(keyword="patternProperties", value=Json(value={"^x": "string"})),
    )


def test_required_names_without_a_property_are_kept(tmp_path: Path) -> None:
    found = read_model(
        tmp_path, {"properties": {"a": STRING}, "required": ["a", "b", "b"]}
    )
    assert found.required == ("b",)
    assert [one.name.wire for one in found.fields if one.required] == ["a"]


def test_a_map_documents_what_it_requires(tmp_path: Path) -> None:
    alias, _ = read_alias(tmp_path, {"type": "object", "required": ["a"]})
    assert alias.type == Map(value=Anything())
    assert alias.constraints == (
        Constraint(keyword="required", value=Json(value=["a"])),
    )


def test_inner_constraints_are_documented_with_their_path(tmp_path: Path) -> None:
    field, _ = read_field(
        tmp_path,
        {"type": "array", "maxItems": 2, "items": {"type": "string", "pattern": "a"}},
    )
    assert field.constraints == (
        Constraint(keyword="items.pattern", value=Json(value="a")),
        Constraint(keyword="maxItems", value=Json(value=2)),
    )


CONSTRAINTS: list[dict[str, Any]] = [
    {"not": {"type": "string"}},
    {"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": False},
    {"dependentRequired": {"a": ["b"]}},
    {"dependentSchemas": {"a": {"required": ["b"]}}},
    {"propertyNames": {"pattern": "^a"}},
    {"unevaluatedProperties": False},
    {"anyOf": [{"required": ["a"]}, {"required": ["b"]}]},
    {"oneOf": [{"required": ["a"]}, {"not": {"required": ["a"]}}]},
    {"minProperties": 1, "maxProperties": 2},
]


@pytest.mark.parametrize("keywords", CONSTRAINTS)
def test_what_no_type_expresses_is_documented(
    tmp_path: Path, keywords: dict[str, Any]
) -> None:
    found = read_model(
        tmp_path, {"type": "object", "properties": {"a": STRING}} | keywords
    )
    assert {one.keyword: one.value.value for one in found.constraints} == keywords


def test_listed_values_that_are_no_scalars_are_documented(tmp_path: Path) -> None:
    field, _ = read_field(tmp_path, {"type": "array", "enum": [[1], [2]]})
    assert field.type == Array(item=Anything())
    assert field.constraints == (
        Constraint(keyword="enum", value=Json(value=[[1], [2]])),
    )


@pytest.mark.parametrize(
    ("given", "want", "codes"),
    [
        ({"readOnly": True}, (True, False), []),
        ({"writeOnly": True}, (False, True), []),
        ({"readOnly": True, "writeOnly": True}, (False, False), ["direction-none"]),
        (
            {"allOf": [{"readOnly": True, "type": "string"}], "writeOnly": True},
            (False, False),
            ["direction-none"],
        ),
    ],
)
def test_which_way_a_property_goes(
    tmp_path: Path, given: Tree, want: tuple[bool, bool], codes: list[str]
) -> None:
    found, result = read_field(tmp_path, STRING | given)
    assert (found.read_only, found.write_only) == want
    assert result.codes == codes


@pytest.mark.parametrize(
    ("schema", "codes"),
    [
        ({"type": "array", "items": False}, ["schema-false"]),
        ({"type": "array", "prefixItems": [STRING], "items": False}, []),
        ({"$ref": "#/components/schemas/Never"}, ["schema-false"]),
        ({"type": "object", "additionalProperties": False}, []),
    ],
)
def test_a_schema_that_allows_nothing_is_noted(
    tmp_path: Path, schema: Tree, codes: list[str]
) -> None:
    never = {"Never": False} if "$ref" in schema else {}
    _, result = read_field(tmp_path, schema, schemas=never)
    assert result.codes == codes


def test_an_empty_enum_is_not_reported_as_a_rule(tmp_path: Path) -> None:
    found, result = read_field(tmp_path, STRING | {"enum": []})
    assert found.constraints == ()
    assert result.codes == ["enum-empty"]


def test_a_list_that_has_no_items(tmp_path: Path) -> None:
    found, _ = read_field(tmp_path, {"type": "array", "items": False})
    assert found.type == Array(item=Nothing())


@pytest.mark.parametrize("key", ["x-ms-discriminator-value", "x-discriminator-value"])
def test_a_schema_may_say_its_own_tag(tmp_path: Path, key: str) -> None:
    model = read_model(tmp_path, {"properties": {"a": STRING}, key: "#A"})
    assert model.tag == "#A"
    alias, result = read_alias(tmp_path, {"allOf": [{"properties": {}}], key: 3})
    assert alias.tag == "3"
    assert result.codes == []
