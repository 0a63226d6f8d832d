"""Documents in which anything may stand anywhere: an upgrade leaves to the reader what is wrong."""

from __future__ import annotations

import copy
import json
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Notebook
from tests.unit.document.upgrade.upgrading import upgraded

Data: TypeAlias = Any  # plain data of any shape

FIELD = {"name": "f", "in": "formData", "type": "array", "items": {"type": "file"}}
BODY = {"name": "b", "in": "body", "schema": {"$ref": "#/definitions/A"}}
PAIR = {"A": {"discriminator": "k", "properties": {"k": {"type": "string"}}}, "B": {}}
TWO = {
    "swagger": "2.0",
    "host": "a.test",
    "schemes": ["http"],
    "consumes": ["a/b"],
    "paths": {
        "/a": {
            "parameters": [FIELD, {"$ref": "#/parameters/Q"}],
            "post": {
                "consumes": ["c/d"],
                "parameters": [{"$ref": "#/parameters/B"}],
                "responses": {
                    "200": {
                        "description": "",
                        "schema": {"type": "file"},
                        "headers": {"H": {"type": "string"}},
                        "examples": {"a/b": 1},
                    }
                },
            },
        }
    },
    "parameters": {"B": BODY, "Q": {"name": "q", "in": "query", "type": "string"}},
    "responses": {"R": {"description": "", "schema": {"$ref": "#/definitions/B"}}},
    "definitions": PAIR,
    "securityDefinitions": {"S": {"type": "oauth2", "flow": "implicit", "scopes": {}}},
}
SCHEMAS = {
    "A": {"nullable": True, "allOf": [{"$ref": "#/components/schemas/B"}]},
    "B": {
        "oneOf": [{"type": "string", "nullable": True, "enum": ["a"]}],
        "nullable": True,
        "discriminator": {
            "propertyName": "k",
            "mapping": {"a": "#/components/schemas/A"},
        },
        "minimum": 1,
        "exclusiveMinimum": True,
        "example": 1,
        "xml": {"wrapped": True},
    },
}
THREE = {
    "openapi": "3.0.3",
    "paths": {
        "/a": {
            "get": {
                "parameters": [
                    {"name": "q", "in": "query", "schema": SCHEMAS["A"], "example": 1}
                ],
                "responses": {"200": {"$ref": "#/components/responses/R"}},
            }
        }
    },
    "components": {
        "schemas": SCHEMAS,
        "responses": {
            "R": {"content": {"a/b": {"schema": SCHEMAS["B"], "example": 1}}}
        },
    },
    "tags": [{"name": "t", "x-displayName": "T"}],
}

TARGETS: list[Data] = [
    *("#", "#/", "", "#/paths", "#/definitions/A", 3),
    *("#/parameters/B", "#/components/schemas/A/allOf/0"),
]
ROLES: list[Data] = ["body", "formData", "query", {}]
JUNK: list[Data] = [
    *(None, True, 3, 1.5, "", "x", [], {}, [{}], [[]]),
    *({"$ref": target} for target in TARGETS),
    *({"in": role} for role in ROLES),
    *({"nullable": True, keyword: 3} for keyword in ("allOf", "oneOf", "type", "enum")),
    *({"mapping": mapping} for mapping in (3, {"a": 3, "b": "#/paths"})),
]
DAMAGE = st.lists(
    st.tuples(st.integers(0, 10_000), st.sampled_from(JUNK), st.booleans()),
    min_size=1,
    max_size=6,
)


def locations(tree: Data) -> list[tuple[Data, Data]]:
    """List every container below the top with each of its keys."""
    found, waiting = [], list(tree.values())
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict | list):
            keys = list(value) if isinstance(value, dict) else range(len(value))
            found += [(value, key) for key in keys]
            waiting += [value[key] for key in keys]
    return found


def damaged(tree: Data, damage: list[tuple[int, Data, bool]]) -> Data:
    """Return a copy with some values replaced, or with a reference put beside them."""
    tree = json.loads(json.dumps(tree))
    for position, junk, beside in damage:
        places = locations(tree)
        if not places:
            break
        holder, key = places[position % len(places)]
        holder[key] = copy.deepcopy(junk)
        if beside and isinstance(holder, dict):
            holder["$ref"] = "#/definitions/A"
    return tree


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.sampled_from([TWO, THREE]), DAMAGE)
def test_damaged_documents_are_upgraded_as_far_as_they_go(
    tree: Data, damage: list[tuple[int, Data, bool]]
) -> None:
    tree = damaged(tree, damage)
    before = json.dumps(tree)
    files = {"a.yaml": tree}
    notebook = Notebook()
    new = upgraded(files, notebook)["a.yaml"]
    assert isinstance(new, dict)
    assert new["openapi"] == "3.2.0"
    assert json.dumps(new)
    assert json.dumps(tree) == before
    assert all(finding.place for finding in notebook.findings)
