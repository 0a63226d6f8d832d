"""`[]` in the place of an empty object, as PHP and Lua write it."""

from __future__ import annotations

import json

import pytest

from generator.diagnostics import Severity
from generator.document.trees.uri_reference import Target, value_at
from tests.unit.document.loading import LENIENT, STRICT, Data, Load

OK: Data = {"responses": {"200": {"description": "ok"}}}
JSON = "application/json"


def document(**parts: Data) -> Data:
    whole = {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {}}
    return whole | parts


def get(**parts: Data) -> Data:
    return document(paths={"/a": {"get": OK | parts}})


def schema(value: Data) -> Data:
    return document(components={"schemas": {"A": value}})


def answer(**parts: Data) -> Data:
    return get(responses={"200": {"description": "ok", **parts}})


A = "/components/schemas/A"
GET = "/paths/~1a/get"
# A document, and the pointers at empty lists that are read as objects.
READ: list[tuple[Data, list[str]]] = [
    (document(paths=[]), ["/paths"]),
    (document(components=[]), ["/components"]),
    (document(webhooks=[]), ["/webhooks"]),
    (document(paths={"/a": []}), ["/paths/~1a"]),
    (document(paths={"/a": {"get": []}}), [GET]),
    (document(paths={"/a": {"GET": OK, "put": []}}), ["/paths/~1a/put"]),
    (document(components={"schemas": []}), ["/components/schemas"]),
    (document(components={"parameters": []}), ["/components/parameters"]),
    (document(components={"securitySchemes": []}), ["/components/securitySchemes"]),
    (document(security=[[]]), ["/security/0"]),
    (document(servers=[{"url": "/", "variables": []}]), ["/servers/0/variables"]),
    (get(responses=[]), [f"{GET}/responses"]),
    (get(responses={"200": []}), [f"{GET}/responses/200"]),
    (get(requestBody=[]), [f"{GET}/requestBody"]),
    (get(requestBody={"content": []}), [f"{GET}/requestBody/content"]),
    (get(callbacks=[]), [f"{GET}/callbacks"]),
    (get(security=[[], {"a": []}]), [f"{GET}/security/0"]),
    (answer(headers=[]), [f"{GET}/responses/200/headers"]),
    (
        answer(content=[], links=[]),
        [f"{GET}/responses/200/{k}" for k in ("content", "links")],
    ),
    (answer(content={"text/plain": []}), [f"{GET}/responses/200/content/text~1plain"]),
    (
        answer(content={JSON: {"schema": [], "encoding": []}}),
        [
            f"{GET}/responses/200/content/application~1json/{k}"
            for k in ("schema", "encoding")
        ],
    ),
    (
        get(parameters=[{"name": "q", "in": "query", "schema": [], "examples": []}]),
        [f"{GET}/parameters/0/{key}" for key in ("schema", "examples")],
    ),
    (schema([]), [A]),
    (schema({"properties": []}), [f"{A}/properties"]),
    (schema({"properties": {"a": []}}), [f"{A}/properties/a"]),
    (schema({"type": "array", "items": []}), [f"{A}/items"]),
    (schema({"additionalProperties": []}), [f"{A}/additionalProperties"]),
    (schema({"patternProperties": []}), [f"{A}/patternProperties"]),
    (schema({"oneOf": [[], {"type": "string"}]}), [f"{A}/oneOf/0"]),
    (
        schema({"discriminator": {"propertyName": "a", "mapping": []}}),
        [f"{A}/discriminator/mapping"],
    ),
    (schema({"$defs": [], "xml": []}), [f"{A}/$defs", f"{A}/xml"]),
]


@pytest.mark.parametrize(("tree", "pointers"), READ)
def test_it_is_an_empty_object(loaded: Load, tree: Data, pointers: list[str]) -> None:
    got = loaded({"openapi.json": json.dumps(tree)}, LENIENT)
    reported = [one for one in got.findings if one.code == "object-expected"]
    assert {one.place.pointer for one in reported if one.place} == set(pointers)
    assert {one.severity for one in reported} == {Severity.REPAIR}
    for pointer in pointers:
        assert value_at(got.root.trees, Target("", pointer)) == {}
        assert (
            got.sources.span(reported[0].place).line == 1
            if reported[0].place
            else False
        )


# Where a list belongs, or any value, it stays one.
KEPT: list[tuple[Data, str]] = [
    (get(parameters=[]), f"{GET}/parameters"),
    (get(tags=[]), f"{GET}/tags"),
    (get(security=[]), f"{GET}/security"),
    (document(security=[{"a": []}]), "/security/0/a"),
    (document(servers=[]), "/servers"),
    (schema({"required": []}), f"{A}/required"),
    (schema({"enum": []}), f"{A}/enum"),
    (schema({"allOf": []}), f"{A}/allOf"),
    (schema({"default": [], "const": []}), f"{A}/default"),
    (schema({"examples": []}), f"{A}/examples"),
    (schema({"examples": [{"properties": []}]}), f"{A}/examples/0/properties"),
    (schema({"dependencies": {"a": []}}), f"{A}/dependencies/a"),
    (schema({"dependentRequired": {"a": []}}), f"{A}/dependentRequired/a"),
    (schema({"x-php": []}), f"{A}/x-php"),
    (document(paths={"x-php": []}), "/paths/x-php"),
]


@pytest.mark.parametrize(("tree", "pointer"), KEPT)
def test_a_list_stays_one(loaded: Load, tree: Data, pointer: str) -> None:
    got = loaded({"openapi.json": json.dumps(tree)}, LENIENT)
    assert value_at(got.root.trees, Target("", pointer)) == []
    assert "object-expected" not in {one.code for one in got.findings}


def test_it_is_one_finding(loaded: Load) -> None:
    """The validator is shown what is read."""
    tree = document(paths={"/a": {"get": OK | {"responses": {"200": []}}, "put": OK}})
    got = loaded({"openapi.json": json.dumps(tree)}, LENIENT)
    assert [one.code for one in got.findings].count("object-expected") == 1


@pytest.mark.parametrize("tree", [document(paths=[]), get(responses=[]), schema([])])
def test_strictly_it_is_refused(loaded: Load, tree: Data) -> None:
    got = loaded({"openapi.json": json.dumps(tree)}, STRICT)
    assert got.document is None
    assert set(got.errors) == {"document-invalid"}


def test_in_another_file_and_in_swagger(loaded: Load) -> None:
    root = schema({"$ref": "a.yaml"}) | {"paths": {"/a": {"$ref": "b.yaml"}}}
    files = {
        "openapi.json": json.dumps(root),
        "a.yaml": "properties: []\n",
        "b.yaml": "get: []\n",
    }
    got = loaded(files, LENIENT)
    locations = set(got.locations("object-expected"))
    assert locations == {("a.yaml", 1, 1), ("b.yaml", 1, 1)}
    old = {
        "swagger": "2.0",
        "info": {"title": "t", "version": "1"},
        "paths": {"/a": {"get": {"parameters": [], "responses": {"200": []}}}},
        "definitions": {"A": {"properties": []}},
        "securityDefinitions": [],
    }
    got = loaded({"openapi.json": json.dumps(old)}, LENIENT)
    assert len(got.locations("object-expected")) == 3
    assert got.errors == []
