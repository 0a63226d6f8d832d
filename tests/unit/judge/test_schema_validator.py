"""Values are validated by schemas as their authors intend these."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.judge.sampling.schema_validator import Judge
from tests.judge.source.original import Original, Tree

OBJECT: Tree = {"properties": {"a": {"type": "string"}}}
LIST: Tree = {"items": {"type": "string"}}
MAY_BE_NULL: Tree = {**OBJECT, "nullable": True}


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
@pytest.mark.parametrize(
    ("schema", "value", "want"),
    [
        (OBJECT, {"a": "x"}, ""),
        (OBJECT, {}, ""),
        (OBJECT, {"a": 1}, "$['a']: 1 is not of type 'string'"),
        (OBJECT, "{}", "$: '{}' is no object, as the schema means it"),
        (OBJECT, None, "$: None is no object, as the schema means it"),
        (MAY_BE_NULL, None, ""),
        ({"properties": {}}, "x", ""),
        ({"type": ["string", "object"], **OBJECT}, "x", ""),
        ({"type": "string", **OBJECT}, "x", ""),
        (LIST, ["a"], ""),
        (LIST, [1], "$[0]: 1 is not of type 'string'"),
        (LIST, {}, "$: {} is no array, as the schema means it"),
        ({"anyOf": [OBJECT, {"type": "integer"}]}, 1, ""),
    ],
)
def test_what_is_wrong_with_a_value(
    tmp_path: Path, version: str, schema: Tree, value: Tree, want: str
) -> None:
    if version == "3.0.3" and isinstance(schema.get("type"), list):
        schema = {"type": "string", **OBJECT}
    path = tmp_path / "a.json"
    document = {"openapi": version, "components": {"schemas": {"A": schema}}}
    path.write_text(json.dumps(document), "utf-8")
    original = Original(path)
    schemas = original.root.get("components")
    found = schemas and schemas.get("schemas")
    written = found and found.get("A")
    assert written is not None
    assert Judge(original).fault(value, written) == want


def read_only(**more: Tree) -> Tree:
    return {"type": "string", "readOnly": True, **more}


SHOWN: Tree = {"type": "object", "required": ["a"], "properties": {"a": read_only()}}
BY_REFERENCE: Tree = {**SHOWN, "properties": {"a": {"$ref": "#/components/schemas/B"}}}
TAGGED: Tree = {
    "oneOf": [
        {"$ref": "#/components/schemas/C"},
        {"$ref": "#/components/schemas/D"},
    ],
    "discriminator": {"propertyName": "k", "mapping": {"c": "C"}},
}
PARENT: Tree = {
    "type": "object",
    "required": ["k"],
    "discriminator": {"propertyName": "k", "mapping": {"e": "E"}},
}


@pytest.mark.parametrize(
    ("version", "schema", "value", "is_right"),
    [
        # What isn't a property is neither read-only nor write-only.
        ("3.0.3", read_only(), "x", True),
        ("3.0.3", {"anyOf": [read_only(), {"type": "integer"}]}, "x", True),
        ("3.0.3", SHOWN, {}, True),
        ("3.0.3", SHOWN, {"a": "x"}, False),
        ("3.0.3", BY_REFERENCE, {}, True),
        ("3.0.3", BY_REFERENCE, {"a": "x"}, False),
        ("3.1.0", SHOWN, {}, True),
        ("3.1.0", {**SHOWN, "required": ["b"]}, {}, False),
        # Types in a list, as later versions have them.
        ("3.0.3", {"type": ["string", "null"]}, None, True),
        ("3.0.3", {"type": ["string", "null"]}, "x", True),
        ("3.0.3", {"type": ["string", "null"]}, 1, False),
        ("2.0", {"type": ["string", "integer"]}, None, False),
        ("3.0.3", {"const": "x"}, "y", False),
        # A discriminator's mapping by name, and one that names those that build on a schema.
        ("3.0.3", TAGGED, {"k": "c"}, True),
        ("3.0.3", TAGGED, {"k": "D", "d": 1}, True),
        ("3.0.3", TAGGED, {"k": "D", "d": "1"}, False),
        ("3.0.3", TAGGED, {"k": "d"}, False),
        ("3.0.3", {**TAGGED, "oneOf": [], "allOf": [OBJECT]}, {"a": "x"}, False),
        ("3.0.3", {"allOf": [OBJECT], "discriminator": {}}, {"a": "x"}, True),
        ("2.0", {"allOf": [OBJECT], "discriminator": "a"}, {"a": "x"}, True),
        # A parent's mapping says what else an object has to fit.
        ("3.0.3", PARENT, {"k": "e", "e": 1}, True),
        ("3.0.3", PARENT, {"k": "e"}, False),
        ("3.0.3", PARENT, {"k": "other"}, True),
        ("3.1.0", PARENT, {"k": "e", "e": 1}, True),
        ("3.1.0", PARENT, {"k": "e"}, False),
        # Times with an offset, and without.
        ("3.0.3", {"type": "string", "format": "time"}, "10:00:00Z", True),
        ("3.1.0", {"type": "string", "format": "time"}, "10:00:00.5+01:00", True),
        ("3.1.0", {"type": "string", "format": "time"}, "10:00:00", True),
        ("3.1.0", {"type": "string", "format": "time"}, "10:00", False),
        ("3.1.0", {"type": "string", "format": "time"}, "10:00:61", False),
        ("3.1.0", {"type": "integer", "format": "time"}, 1, True),
    ],
)
def test_schemas_are_judged_as_they_are_meant(
    tmp_path: Path, version: str, schema: Tree, value: Tree, is_right: bool
) -> None:
    others = {
        "B": read_only(),
        "C": {"type": "object", "required": ["k"]},
        "D": {"type": "object", "properties": {"d": {"type": "integer"}}},
        "E": {"allOf": [{"$ref": "#/components/schemas/A"}, {"required": ["e"]}]},
    }
    path = tmp_path / "a.json"
    key = "swagger" if version == "2.0" else "openapi"
    document = {key: version, "components": {"schemas": {"A": schema, **others}}}
    path.write_text(json.dumps(document), "utf-8")
    original = Original(path)
    written = original.target(original.root.file, "#/components/schemas/A")
    judge = Judge(original, sent=True)
    assert (not judge.fault(value, written)) is is_right
