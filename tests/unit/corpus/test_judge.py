"""Values are judged by schemas as these are meant."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.corpus.judge import Judge
from generator.corpus.original import Original, Tree

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
