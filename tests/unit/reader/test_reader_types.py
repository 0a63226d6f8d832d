"""Which type each schema is read as."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from reader_documents import read_alias, read_field, shape

from generator.ir.types import (
    Anything,
    Array,
    Binary,
    Boolean,
    Distinct,
    Enumeration,
    Integer,
    Map,
    Nothing,
    Null,
    Nullable,
    Number,
    Reference,
    String,
    Tuple,
    Type,
    Union,
    Variant,
)
from generator.ir.value import Scalar


def union(*types: Type) -> Union:
    return Union(variants=tuple(Variant(type=one) for one in types))


def distinct(*types: Type) -> Union:
    return replace(union(*types), strategy=Distinct())


def enumeration(*values: Scalar, base: Type | None = None) -> Enumeration:
    return Enumeration(values=values, base=base)


WHOLE = Reference(id="components/schemas/Whole")
TYPES: list[tuple[Any, Type]] = [
    # Nothing said, or everything and nothing allowed.
    ({}, Anything()),
    (True, Anything()),
    (False, Nothing()),
    ({"description": "Anything"}, Anything()),
    # Scalars and their formats.
    ({"type": "string"}, String()),
    ({"type": "string", "format": "date-time"}, String(format="date-time")),
    ({"type": "string", "format": "never-heard-of"}, String(format="never-heard-of")),
    ({"type": "integer", "format": "int64"}, Integer(format="int64")),
    ({"type": "number", "format": "double"}, Number(format="double")),
    ({"type": "boolean"}, Boolean()),
    ({"type": "null"}, Null()),
    ({"format": "uuid"}, String(format="uuid")),
    ({"format": "int32"}, Integer(format="int32")),
    # What only makes sense for objects, and what says nothing.
    ({"required": ["a"]}, Map(value=Anything())),
    ({"additionalProperties": True}, Map(value=Anything())),
    ({"properties": {}}, Anything()),
    ({"properties": {}, "required": [], "patternProperties": {}}, Anything()),
    ({"type": "object", "properties": {}}, Map(value=Anything())),
    # Bytes, and text that stands for bytes.
    ({"type": "string", "format": "binary"}, Binary()),
    ({"type": "string", "contentMediaType": "image/png"}, Binary()),
    ({"contentMediaType": "application/octet-stream"}, Binary()),
    ({"type": "string", "contentMediaType": "application/json"}, String()),
    ({"type": "string", "contentEncoding": "base64"}, String(format="byte")),
    ({"type": "string", "contentEncoding": "base64url"}, String(format="base64url")),
    ({"type": "string", "contentEncoding": "quoted-printable"}, String()),
    # Type lists.
    ({"type": ["string"]}, String()),
    ({"type": ["string", "null"]}, Nullable(inner=String())),
    ({"type": ["null"]}, Null()),
    ({"type": ["integer", "number"]}, Number()),
    ({"type": ["string", "integer"]}, union(String(), Integer())),
    (
        {"type": ["string", "array", "null"], "items": {"type": "integer"}},
        Nullable(inner=union(String(), Array(item=Integer()))),
    ),
    # Listed values.
    ({"enum": ["a", "b"]}, enumeration("a", "b", base=String())),
    ({"type": "string", "enum": ["a", "a"]}, enumeration("a", base=String())),
    (
        {"type": "string", "format": "date", "enum": ["2026-01-01"]},
        enumeration("2026-01-01", base=String()),
    ),
    (
        {"type": "string", "format": "binary", "enum": ["a"]},
        enumeration("a", base=String()),
    ),
    ({"type": "integer", "enum": [1, 2]}, enumeration(1, 2, base=Integer())),
    ({"type": "number", "enum": [1, 2.5]}, enumeration(1, 2.5, base=Number())),
    ({"enum": [True, False]}, Boolean()),
    ({"enum": [True]}, enumeration(True, base=Boolean())),
    ({"enum": ["a", None]}, Nullable(inner=enumeration("a", base=String()))),
    ({"enum": [None]}, Null()),
    ({"enum": [1, True]}, enumeration(1, True, base=distinct(Integer(), Boolean()))),
    ({"enum": ["a", 1]}, enumeration("a", 1, base=distinct(String(), Integer()))),
    ({"enum": [{"a": 1}, [2]]}, Anything()),
    ({"type": "object", "enum": [{"a": 1}]}, Map(value=Anything())),
    ({"const": "a"}, enumeration("a")),
    ({"const": 0}, enumeration(0)),
    ({"const": False}, enumeration(False)),
    ({"const": None}, Null()),
    ({"type": "object", "const": {"a": 1}}, Map(value=Anything())),
    # Lists.
    ({"type": "array"}, Array(item=Anything())),
    ({"items": {"type": "string"}}, Array(item=String())),
    (
        {"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}]},
        Tuple(items=(String(), Integer()), rest=Anything()),
    ),
    (
        {"prefixItems": [{"type": "string"}], "items": False},
        Tuple(items=(String(),), rest=Nothing()),
    ),
    # Maps.
    ({"type": "object"}, Map(value=Anything())),
    ({"type": "object", "additionalProperties": True}, Map(value=Anything())),
    ({"type": "object", "additionalProperties": False}, Map(value=Nothing())),
    ({"additionalProperties": {"type": "integer"}}, Map(value=Integer())),
    (
        {
            "patternProperties": {"^a": {"type": "string"}},
            "additionalProperties": False,
        },
        Map(value=String()),
    ),
    (
        {
            "patternProperties": {"^a": {"type": "string"}, "^b": {"type": "string"}},
            "additionalProperties": {"type": "integer"},
        },
        Map(value=union(String(), Integer())),
    ),
    ({"patternProperties": {"^a": {"type": "string"}}}, Map(value=Anything())),
    # References.
    ({"$ref": "#/components/schemas/Whole"}, WHOLE),
    ({"$ref": "#/components/schemas/Whole", "description": "It"}, WHOLE),
    ({"$ref": "#/components/schemas/Whole", "type": "object"}, WHOLE),
    ({"allOf": [{"$ref": "#/components/schemas/Whole"}]}, WHOLE),
    ({"allOf": [{"$ref": "#/components/schemas/Whole"}, {"type": "object"}]}, WHOLE),
    ({"allOf": [{"$ref": "#/components/schemas/Whole"}, {"title": "It"}]}, WHOLE),
    (
        {"$ref": "#/components/schemas/Whole", "type": ["object", "null"]},
        Nullable(inner=WHOLE),
    ),
    # Unions.
    ({"oneOf": [{"type": "string"}]}, String()),
    ({"oneOf": [{"type": "string"}, {"type": "null"}]}, Nullable(inner=String())),
    ({"anyOf": [{"type": "string"}, {"type": "string"}]}, String()),
    ({"anyOf": [{"type": "string"}, {}]}, Anything()),
    ({"anyOf": [{"type": "string"}, False]}, String()),
    ({"anyOf": [{"type": "null"}]}, Null()),
    (
        {"anyOf": [{"type": "string"}, {"type": "integer"}]},
        union(String(), Integer()),
    ),
    (
        {
            "anyOf": [
                {"type": "string"},
                {"oneOf": [{"type": "integer"}, {"type": "null"}]},
            ]
        },
        Nullable(inner=union(String(), Integer())),
    ),
    (
        {
            "oneOf": [
                {"$ref": "#/components/schemas/Whole"},
                {"type": ["string", "null"]},
            ]
        },
        Nullable(inner=union(WHOLE, String())),
    ),
    # Unions of listed values are one enumeration.
    (
        {"oneOf": [{"const": "a"}, {"const": "b"}]},
        enumeration("a", "b", base=String()),
    ),
    (
        {"anyOf": [{"type": "string"}, {"enum": ["a"], "type": "string"}]},
        Enumeration(values=("a",), base=String(), takes_any=True),
    ),
    (
        {"anyOf": [{"enum": ["a"]}, {"const": 1}]},
        union(enumeration("a", base=String()), enumeration(1)),
    ),
    # Variants take the type of the schema around them.
    (
        {"type": "string", "oneOf": [{"format": "date"}, {"format": "date-time"}]},
        union(String(format="date"), String(format="date-time")),
    ),
    (
        {"type": "string", "anyOf": [{"pattern": "a"}, {"maxLength": 3}]},
        String(),
    ),
    (
        {"type": ["string", "null"], "oneOf": [{"enum": ["a"]}, {"format": "date"}]},
        Nullable(inner=union(enumeration("a", base=String()), String(format="date"))),
    ),
    # All at once.
    ({"allOf": [{"type": "string"}, {"maxLength": 3}]}, String()),
    ({"allOf": [{"type": "string"}, {"type": "string"}]}, String()),
    ({"allOf": [{"type": "object"}]}, Map(value=Anything())),
    ({"allOf": []}, Anything()),
]


@pytest.mark.parametrize(("schema", "want"), TYPES)
def test_the_type_of_a_property(tmp_path: Path, schema: object, want: Type) -> None:
    field, result = read_field(tmp_path, schema)
    assert shape(field.type) == shape(want)
    assert result.codes == []


NULLABLE: list[tuple[str, Any, Type]] = [
    ("3.0.3", {"type": "string", "nullable": True}, Nullable(inner=String())),
    (
        "3.0.3",
        {"type": "string", "nullable": True, "enum": ["a", None]},
        Nullable(inner=enumeration("a", base=String())),
    ),
    (
        "3.0.3",
        {"nullable": True, "allOf": [{"$ref": "#/components/schemas/Whole"}]},
        Nullable(inner=WHOLE),
    ),
    (
        "3.0.3",
        {"nullable": True, "oneOf": [{"type": "string"}, {"type": "integer"}]},
        Nullable(inner=union(String(), Integer())),
    ),
    ("3.1.0", {"type": "string", "nullable": True}, Nullable(inner=String())),
    ("3.1.0", {"type": ["string", "null"]}, Nullable(inner=String())),
    (
        "3.1.0",
        {"anyOf": [{"type": "string"}, {"type": "null"}]},
        Nullable(inner=String()),
    ),
]


@pytest.mark.parametrize(("version", "schema", "want"), NULLABLE)
def test_null_in_every_spelling(
    tmp_path: Path, version: str, schema: object, want: Type
) -> None:
    field, _ = read_field(tmp_path, schema, openapi=version)
    assert shape(field.type) == shape(want)


def test_deep_nesting_becomes_declarations(tmp_path: Path) -> None:
    schema: object = {"type": "string"}
    for _ in range(60):
        schema = {"type": "array", "items": schema}
    alias, result = read_alias(tmp_path, schema)
    assert isinstance(alias.type, Array)
    assert [type(one.name.wire) for one in result.api.declarations] == [str] * 4
    assert result.codes == []


def test_a_schema_refers_to_itself_through_properties(tmp_path: Path) -> None:
    field, result = read_field(
        tmp_path, {"type": "array", "items": {"$ref": "#/components/schemas/Whole"}}
    )
    assert field.type == Array(item=WHOLE)
    assert len(result.api.declarations) == 1
