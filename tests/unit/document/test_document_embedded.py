"""`#/$defs/X` in a schema that is written as if it were a document of its own."""

from __future__ import annotations

import json

import pytest

from generator.diagnostics import Severity
from tests.unit.document.loading import LENIENT, STRICT, UNVALIDATED, Data, Load

STRING: Data = {"type": "string"}
A = "/components/schemas/A"


def ref(text: str) -> Data:
    return {"$ref": text}


def schema(value: Data, **others: Data) -> Data:
    return {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "components": {"schemas": {"A": value, **others}},
    }


# The schema, where in it the reference stands, and what that means.
READ: list[tuple[Data, str, str]] = [
    ({"$defs": {"X": STRING}, "items": ref("#/$defs/X")}, "/items", "/$defs/X"),
    (
        {"$defs": {"X": STRING}, "properties": {"a": {"items": ref("#/$defs/X")}}},
        "/properties/a/items",
        "/$defs/X",
    ),
    (
        {"definitions": {"X": STRING}, "items": ref("#/definitions/X")},
        "/items",
        "/definitions/X",
    ),
    (
        {"$defs": {"X": {"properties": {"x": STRING}}}}
        | {"items": ref("#/$defs/X/properties/x")},
        "/items",
        "/$defs/X/properties/x",
    ),
    ({"$defs": {"a/b": STRING}, "items": ref("#/$defs/a~1b")}, "/items", "/$defs/a~1b"),
    ({"$defs": {"ä": STRING}, "items": ref("#/$defs/%C3%A4")}, "/items", "/$defs/ä"),
    # From one definition to the next, and to itself.
    (
        {"$defs": {"X": STRING, "Y": {"items": ref("#/$defs/X")}}},
        "/$defs/Y/items",
        "/$defs/X",
    ),
    (
        {"$defs": {"X": {"items": ref("#/$defs/X")}}},
        "/$defs/X/items",
        "/$defs/X",
    ),
    # The nearest one that has it.
    (
        {
            "$defs": {"X": STRING},
            "properties": {"a": {"$defs": {"X": STRING}, "items": ref("#/$defs/X")}},
        },
        "/properties/a/items",
        "/properties/a/$defs/X",
    ),
    (
        {
            "$defs": {"X": STRING},
            "properties": {"a": {"$defs": {"Y": STRING}, "items": ref("#/$defs/X")}},
        },
        "/properties/a/items",
        "/$defs/X",
    ),
]


@pytest.mark.parametrize(("value", "at", "want"), READ)
def test_what_is_meant(loaded: Load, value: Data, at: str, want: str) -> None:
    files = {"openapi.json": json.dumps(schema(value), ensure_ascii=False)}
    got = loaded(files, LENIENT)
    (found,) = [one for one in got.findings if one.code == "ref-embedded"]
    assert found.severity is Severity.REPAIR
    assert found.place is not None
    assert found.place.pointer == f"{A}{at}/$ref"
    node = got.root.at("", f"{A}{at}")
    assert node is not None
    assert node.follow().pointer == f"{A}{want}"
    assert loaded(files, UNVALIDATED).errors == ["ref-embedded"]
    assert "ref-embedded" in loaded(files, STRICT).errors


DANGLING: list[tuple[Data, Data]] = [
    ({"$defs": {"X": STRING}, "items": ref("#/$defs/Y")}, {}),
    ({"items": ref("#/$defs/X")}, {}),
    # Another schema's definitions are none of its own.
    ({"items": ref("#/$defs/X")}, {"B": {"$defs": {"X": STRING}}}),
    ({"properties": {"x": STRING}, "items": ref("#/properties/x")}, {}),
    ({"$defs": {"X": STRING}, "items": ref("a.json#/$defs/X")}, {}),
]


@pytest.mark.parametrize(("value", "others"), DANGLING)
def test_what_dangles_still(loaded: Load, value: Data, others: Data) -> None:
    got = loaded({"openapi.json": json.dumps(schema(value, **others))}, LENIENT)
    codes = {one.code for one in got.findings}
    assert "ref-dangling" in codes
    assert "ref-embedded" not in codes


def test_the_document_s_own_definitions_come_first(loaded: Load) -> None:
    tree: Data = {
        "swagger": "2.0",
        "info": {"title": "t", "version": "1"},
        "paths": {},
        "definitions": {
            "X": STRING,
            "A": {"definitions": {"X": STRING}, "items": ref("#/definitions/X")},
        },
    }
    got = loaded({"openapi.json": json.dumps(tree)}, LENIENT)
    node = got.root.at("", f"{A}/items")
    assert node is not None
    assert node.follow().pointer == "/components/schemas/X"


def test_a_file_that_is_a_schema_is_its_own_document(loaded: Load) -> None:
    part = {"$defs": {"X": STRING}, "items": ref("#/$defs/X")}
    files = {"openapi.json": json.dumps(schema(ref("a.json")))}
    got = loaded(files | {"a.json": json.dumps(part)}, LENIENT)
    assert "ref-embedded" not in {one.code for one in got.findings}


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
def test_in_every_version(loaded: Load, version: str) -> None:
    value = {"$defs": {"X": STRING}, "properties": {"a": ref("#/$defs/X")}}
    tree = schema(value) | {"openapi": version}
    got = loaded({"openapi.json": json.dumps(tree)}, LENIENT)
    node = got.root.at("", f"{A}/properties/a")
    assert node is not None
    assert node.follow().value == STRING
