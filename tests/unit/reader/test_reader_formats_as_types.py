"""Formats, and other languages' types, in the place of a JSON type."""

from __future__ import annotations

from pathlib import Path

import pytest
from reader_documents import Tree, read_field, read_schemas, shape

from generator.diagnostics import Severity
from generator.ir.types import (
    Anything,
    Array,
    Binary,
    Enumeration,
    Integer,
    Nullable,
    Number,
    String,
    Type,
)

SCHEMAS: list[tuple[Tree, Type]] = [
    ({"type": "date-time"}, String(format="date-time")),
    ({"type": "Date-Time"}, String(format="date-time")),
    ({"type": "dateTime"}, String(format="date-time")),
    ({"type": "date_time"}, String(format="date-time")),
    ({"type": "date"}, String(format="date")),
    ({"type": "time"}, String(format="time")),
    ({"type": "uuid"}, String(format="uuid")),
    ({"type": "Guid"}, String(format="uuid")),
    ({"type": "email"}, String(format="email")),
    ({"type": "uri"}, String(format="uri")),
    ({"type": "url"}, String(format="uri")),
    ({"type": "byte"}, String(format="byte")),
    ({"type": "binary"}, Binary()),
    ({"type": "password"}, String(format="password")),
    ({"type": "int32"}, Integer(format="int32")),
    ({"type": "int64"}, Integer(format="int64")),
    ({"type": "uint16"}, Integer(format="uint16")),
    ({"type": "long"}, Integer(format="int64")),
    ({"type": "int"}, Integer()),
    ({"type": "float"}, Number(format="float")),
    ({"type": "Double"}, Number(format="double")),
    ({"type": "decimal"}, Number()),
    # A format of its own is the better one.
    ({"type": "int64", "format": "int32"}, Integer(format="int32")),
    ({"type": "uuid", "format": "hex"}, String(format="hex")),
    ({"type": ["date-time", "null"]}, Nullable(inner=String(format="date-time"))),
    (
        {"type": "array", "items": {"type": "int64"}},
        Array(item=Integer(format="int64")),
    ),
    (
        {"type": "date", "enum": ["2020-01-01"]},
        Enumeration(values=("2020-01-01",), base=String()),
    ),
    ({"type": "thing"}, Anything()),
]


@pytest.mark.parametrize(("schema", "want"), SCHEMAS)
def test_what_is_meant(tmp_path: Path, schema: Tree, want: Type) -> None:
    field, result = read_field(tmp_path, schema)
    assert shape(field.type) == shape(want)
    (found,) = [one for one in result.findings if one.code == "type-unknown"]
    assert found.severity is Severity.REPAIR
    assert found.place is not None
    assert "/properties/it" in found.place.pointer


NULLABLE: list[tuple[Tree, Type]] = [
    (
        {"type": "date-time", "nullable": True},
        Nullable(inner=String(format="date-time")),
    ),
    ({"type": "long", "nullable": True}, Nullable(inner=Integer(format="int64"))),
]


@pytest.mark.parametrize(("schema", "want"), NULLABLE)
def test_null_beside_them(tmp_path: Path, schema: Tree, want: Type) -> None:
    field, _ = read_field(tmp_path, schema, openapi="3.0.3")
    assert shape(field.type) == shape(want)


def test_strictly_they_are_refused(tmp_path: Path) -> None:
    result = read_schemas(tmp_path, {"A": {"type": "int64"}}, lenient=False)
    assert [(one.code, one.severity) for one in result.findings] == [
        ("type-unknown", Severity.ERROR)
    ]
