"""OpenAPI 3.0 to 3.1: one schema at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

Data: TypeAlias = Any  # plain data of any shape
Take: TypeAlias = Callable[..., Any]

TABLE = [
    ("nothing to do", {"type": "string"}, {"type": "string"}, []),
    (
        "a nullable type",
        {"type": "string", "nullable": True},
        {"type": ["string", "null"]},
        [],
    ),
    ("not nullable", {"type": "string", "nullable": False}, {"type": "string"}, []),
    (
        "nullable beside an enum",
        {"type": "string", "nullable": True, "enum": ["a"]},
        {"type": ["string", "null"], "enum": ["a", None]},
        [],
    ),
    (
        "nullable beside an enum that has null",
        {"type": "string", "nullable": True, "enum": [None, "a"]},
        {"type": ["string", "null"], "enum": [None, "a"]},
        [],
    ),
    (
        "nullable beside a list of types",
        {"type": ["string", "integer"], "nullable": True},
        {"type": ["string", "integer", "null"]},
        [],
    ),
    (
        "nullable beside a list that has null",
        {"type": ["string", "null"], "nullable": True},
        {"type": ["string", "null"]},
        [],
    ),
    (
        "nullable beside $ref",
        {"$ref": "#/components/schemas/B", "nullable": True, "description": "b"},
        {
            "description": "b",
            "anyOf": [{"$ref": "#/components/schemas/B"}, {"type": "null"}],
        },
        ["nullable-without-type"],
    ),
    (
        "nullable beside allOf of one",
        {"allOf": [{"$ref": "#/components/schemas/B"}], "nullable": True, "title": "t"},
        {
            "title": "t",
            "anyOf": [{"$ref": "#/components/schemas/B"}, {"type": "null"}],
        },
        ["nullable-without-type"],
    ),
    (
        "nullable beside allOf of two",
        {"allOf": [{"type": "object"}, {"required": ["a"]}], "nullable": True},
        {
            "anyOf": [
                {"allOf": [{"type": "object"}, {"required": ["a"]}]},
                {"type": "null"},
            ]
        },
        ["nullable-without-type"],
    ),
    (
        "nullable beside a type and allOf",
        {"type": "object", "allOf": [{"required": ["a"]}], "nullable": True},
        {
            "anyOf": [
                {"type": "object", "allOf": [{"required": ["a"]}]},
                {"type": "null"},
            ]
        },
        ["nullable-without-type"],
    ),
    (
        "nullable beside anyOf",
        {"anyOf": [{"type": "string"}, {"type": "integer"}], "nullable": True},
        {"anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "null"}]},
        ["nullable-without-type"],
    ),
    (
        "nullable beside oneOf with a discriminator",
        {
            "oneOf": [{"$ref": "#/components/schemas/B"}],
            "discriminator": {"propertyName": "k"},
            "nullable": True,
        },
        {
            "oneOf": [{"$ref": "#/components/schemas/B"}, {"type": "null"}],
            "discriminator": {"propertyName": "k"},
        },
        ["nullable-without-type"],
    ),
    (
        "nullable beside oneOf of which one allows null already",
        {
            "oneOf": [{"$ref": "#/components/schemas/N"}, {"type": "integer"}],
            "nullable": True,
        },
        {"oneOf": [{"$ref": "#/components/schemas/N"}, {"type": "integer"}]},
        ["nullable-without-type"],
    ),
    (
        "nullable where the type is only implied",
        {"properties": {"a": {"type": "string"}}, "nullable": True},
        {"properties": {"a": {"type": "string"}}, "type": ["object", "null"]},
        ["nullable-without-type"],
    ),
    ("nullable where any type is allowed", {"nullable": True}, {}, []),
    (
        "nullable and an enum alone",
        {"nullable": True, "enum": [1]},
        {"enum": [1, None]},
        [],
    ),
    (
        "nullable that is no flag stays for the reader to refuse",
        {"type": "string", "nullable": "yes"},
        {"type": "string", "nullable": "yes"},
        [],
    ),
    (
        "an exclusive bound",
        {"type": "integer", "minimum": 3, "exclusiveMinimum": True},
        {"type": "integer", "exclusiveMinimum": 3},
        [],
    ),
    (
        "an inclusive bound",
        {"maximum": 3, "exclusiveMaximum": False},
        {"maximum": 3},
        [],
    ),
    ("exclusive of nothing", {"exclusiveMaximum": True}, {}, ["bound-missing"]),
    (
        "a bound as later versions write it",
        {"exclusiveMinimum": 3},
        {"exclusiveMinimum": 3},
        [],
    ),
    (
        "an example",
        {"example": {"nullable": True}},
        {"examples": [{"nullable": True}]},
        [],
    ),
    ("null as an example", {"example": None}, {"examples": [None]}, []),
    (
        "an example beside others",
        {"example": 1, "examples": [2, 1]},
        {"examples": [1, 2]},
        [],
    ),
    (
        "bytes in text",
        {"type": "string", "format": "byte"},
        {"type": "string", "format": "byte", "contentEncoding": "base64"},
        [],
    ),
    (
        "bytes as they are",
        {"type": "string", "format": "binary", "nullable": True},
        {
            "type": ["string", "null"],
            "format": "binary",
            "contentMediaType": "application/octet-stream",
        },
        [],
    ),
    (
        "what stands beside $ref",
        {"$ref": "#/components/schemas/B", "type": "object", "title": "t", "x-a": 1},
        {"$ref": "#/components/schemas/B", "title": "t", "x-a": 1},
        ["ref-sibling-ignored"],
    ),
    (
        "an example beside $ref",
        {"$ref": "#/components/schemas/B", "example": 1},
        {"$ref": "#/components/schemas/B", "examples": [1]},
        [],
    ),
    (
        "keywords that 3.0 doesn't have",
        {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "$id": "x",
            "type": "null",
        },
        {"type": "null"},
        ["keyword-foreign", "keyword-foreign"],
    ),
]


@pytest.mark.parametrize(
    ("name", "given", "want", "codes"), TABLE, ids=lambda v: str(v)[:40]
)
def test_schema(
    take: Take, name: str, given: Data, want: Data, codes: list[str]
) -> None:
    components = {
        "A": given,
        "B": {"type": "string"},
        "N": {"type": "string", "nullable": True},
    }
    outcome = take("3.0", {"openapi": "3.0.3", "components": {"schemas": components}})
    assert outcome.tree["openapi"] == "3.1.2"
    assert outcome.tree["components"]["schemas"]["A"] == want, name
    assert outcome.codes == codes
    for finding in outcome.findings:
        assert finding.place.pointer.startswith("/components/schemas/A/")
