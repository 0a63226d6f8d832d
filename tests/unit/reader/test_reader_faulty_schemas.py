"""Faulty schemas, which lenient reading mends."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from reader_documents import (
    STRING,
    Tree,
    read_field,
    shape,
)

from generator.diagnostics import Severity
from generator.ir.types import (
    Anything,
    Array,
    Boolean,
    Enumeration,
    Integer,
    Null,
    Nullable,
    Number,
    String,
    Tuple,
    Type,
)

SCHEMAS: list[tuple[Any, Type, str, str]] = [
    (None, Anything(), "schema-shape", ""),
    ("string", Anything(), "schema-shape", ""),
    ({"type": "strin"}, String(), "type-unknown", "/type"),
    ({"type": "String"}, String(), "type-unknown", "/type"),
    ({"type": "int"}, Integer(), "type-unknown", "/type"),
    ({"type": "float"}, Number(format="float"), "type-unknown", "/type"),
    ({"type": "foobar"}, Anything(), "type-unknown", "/type"),
    ({"type": ["string", "foobar"]}, String(), "type-unknown", "/type/1"),
    ({"type": ["string", None]}, Nullable(inner=String()), "type-unknown", "/type/1"),
    ({"type": {}}, Anything(), "type-unknown", "/type"),
    ({"type": "string", "enum": []}, String(), "enum-empty", "/enum"),
    ({"type": "string", "enum": "a"}, String(), "enum-empty", "/enum"),
    (
        {"type": "string", "enum": ["a", 1, True]},
        Enumeration(values=("a", "1", "true"), base=String()),
        "enum-type",
        "/enum/1",
    ),
    (
        {"type": "integer", "enum": ["1", "2"]},
        Enumeration(values=(1, 2), base=Integer()),
        "enum-type",
        "/enum/0",
    ),
    ({"type": "integer", "enum": ["a"]}, Integer(), "enum-type", "/enum/0"),
    (
        {"type": "boolean", "enum": ["true", "false"]},
        Boolean(),
        "enum-type",
        "/enum/0",
    ),
    (
        {"type": "string", "enum": ["a", None]},
        Nullable(inner=Enumeration(values=("a",), base=String())),
        "enum-type",
        "/enum/1",
    ),
    (
        {"type": "array", "items": [STRING]},
        Tuple(items=(String(),), rest=Anything()),
        "items-list",
        "/items",
    ),
    ({"items": [STRING, {"type": "null"}]}, Anything(), "items-list", "/items"),
    ({"type": "string", "oneOf": []}, String(), "union-empty", "/oneOf"),
    ({"type": "string", "maxLength": "3"}, String(), "constraint-type", "/maxLength"),
    ({"type": "string", "not": 1}, String(), "constraint-type", "/not"),
    ({"type": "string", "readOnly": "yes"}, String(), "keyword-type", "/readOnly"),
    (
        {"properties": {}, "type": "null", "required": [1]},
        Null(),
        "",
        "",
    ),
]


@pytest.mark.parametrize(("schema", "want", "code", "pointer"), SCHEMAS)
def test_a_mended_schema(
    tmp_path: Path, schema: object, want: Type, code: str, pointer: str
) -> None:
    field, result = read_field(tmp_path, schema)
    assert shape(field.type) == shape(want)
    if code:
        at = f"/components/schemas/Whole/properties/it{pointer}"
        assert result.pointers(code)[0] == at
        assert all(one.severity is Severity.REPAIR for one in result.findings)


DEFAULTS: list[tuple[Tree, Any]] = [
    ({"type": "integer"}, []),
    ({"type": "integer"}, False),
    ({"type": "integer"}, 3.14),
    ({"type": "integer"}, None),
    ({"type": "integer"}, {}),
    ({"type": "integer"}, "three"),
    ({"type": "string"}, 1),
    ({"type": "string", "format": "uuid"}, "notauuid"),
    ({"type": "string", "format": "date"}, "tomorrow"),
    ({"type": "string", "format": "date-time"}, "2020-01-01"),
    ({"type": "boolean"}, 1),
    ({"type": "string", "enum": ["a"]}, 1),
    ({"const": "a"}, "b"),
    ({"type": "array", "items": STRING}, "a"),
    ({"type": "array", "items": STRING}, [1]),
    ({"prefixItems": [STRING], "items": False}, ["a", "b"]),
    ({"type": "object", "properties": {"a": STRING}}, "a"),
    ({"oneOf": [STRING, {"type": "integer"}]}, True),
    ({"allOf": [{"properties": {"a": STRING}}, {"properties": {"b": STRING}}]}, 1),
    ({"type": "null"}, 1),
    ({"oneOf": [False]}, 1),
]


@pytest.mark.parametrize(("schema", "default"), DEFAULTS)
def test_a_default_of_the_wrong_type_is_left_out(
    tmp_path: Path, schema: Tree, default: object
) -> None:
    field, result = read_field(tmp_path, schema | {"default": default})
    assert field.default is None
    assert result.codes == ["default-type"]


GOOD_DEFAULTS: list[tuple[Tree, Any]] = [
    ({}, {"a": [1]}),
    ({"type": "integer"}, 3),
    ({"type": "integer"}, 3.0),
    ({"type": "number"}, 3),
    ({"type": ["integer", "null"]}, None),
    ({"type": "string", "format": "uuid"}, "123e4567-e89b-12d3-a456-426614174000"),
    ({"type": "string", "format": "date-time"}, "2020-01-01T00:00:00Z"),
    ({"type": "string", "enum": ["a"]}, "b"),
    ({"type": "array", "items": STRING}, []),
    ({"prefixItems": [STRING]}, ["a", 1]),
    ({"oneOf": [STRING, {"type": "integer"}]}, 1),
    ({"$ref": "#/components/schemas/Whole"}, "unknowable"),
]


@pytest.mark.parametrize(("schema", "default"), GOOD_DEFAULTS)
def test_a_default_is_kept(tmp_path: Path, schema: Tree, default: object) -> None:
    field, result = read_field(tmp_path, schema | {"default": default})
    assert field.default is not None
    assert field.default.value == default
    assert result.codes == []


def test_an_array_without_items_is_a_fault_only_before_3_1(tmp_path: Path) -> None:
    field, result = read_field(tmp_path, {"type": "array"}, openapi="3.0.3")
    assert field.type == Array(item=Anything())
    assert result.codes == ["array-without-items"]


def test_a_misspelt_keyword_is_reported_with_a_guess(tmp_path: Path) -> None:
    _, result = read_field(tmp_path, {"type": "string", "minLengh": 3})
    (finding,) = result.findings
    assert finding.code == "keyword-unread"
    assert finding.place is not None
    assert finding.place.pointer == "/components/schemas/Whole/properties/it/minLengh"
    assert finding.hint == "did you mean `minLength`?"
