"""Swagger 2.0 to OpenAPI 3.0: request bodies, inline and by reference."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import pytest

Data: TypeAlias = Any  # plain data of any shape
Take: TypeAlias = Callable[..., Any]

BODY = {
    "name": "b",
    "in": "body",
    "required": True,
    "schema": {"$ref": "#/definitions/A"},
}
SCHEMA = {"schema": {"$ref": "#/components/schemas/A"}}


def swagger(operation: Data, shared: Sequence[Data] = (), **members: Data) -> Data:
    return {
        "swagger": "2.0",
        "host": "a.test",
        "schemes": ["https"],
        "paths": {"/a": {"parameters": list(shared), "post": operation}},
        "definitions": {"A": {"type": "object"}},
        **members,
    }


def posted(outcome: Data) -> Data:
    return outcome.tree["paths"]["/a"]["post"]


def field(name: Data, kind: Data = "string", **members: Data) -> Data:
    return {"name": name, "in": "formData", "type": kind, **members}


@pytest.mark.parametrize(
    ("operation", "everywhere", "types"),
    [
        ({}, {}, ["application/json"]),
        ({}, {"consumes": ["a/b", "c/d"]}, ["a/b", "c/d"]),
        ({"consumes": ["e/f"]}, {"consumes": ["a/b"]}, ["e/f"]),
        ({"consumes": []}, {"consumes": ["a/b"]}, ["application/json"]),
        ({"consumes": ["*/*"]}, {}, ["*/*"]),
        ({"consumes": "a/b"}, {}, ["a/b"]),
        ({"consumes": [3, "", "a/b", "a/b"]}, {}, ["a/b"]),
    ],
    ids=str,
)
def test_body(take: Take, operation: Data, everywhere: Data, types: list[str]) -> None:
    other = {"name": "q", "in": "query", "type": "string"}
    outcome = take(
        "2.0", swagger({**operation, "parameters": [other, BODY]}, **everywhere)
    )
    assert posted(outcome) == {
        "parameters": [{"name": "q", "in": "query", "schema": {"type": "string"}}],
        "requestBody": {"required": True, "content": dict.fromkeys(types, SCHEMA)},
    }
    assert outcome.findings == ()


def test_examples_of_a_body(take: Take) -> None:
    body = BODY | {
        "x-examples": {"a/b": {"c": 1}},
        "x-example": 2,
        "x-c": 3,
        "description": "d",
    }
    outcome = take("2.0", swagger({"consumes": ["a/b", "c/d"], "parameters": [body]}))
    assert posted(outcome)["requestBody"] == {
        "description": "d",
        "required": True,
        "x-c": 3,
        "content": {
            "a/b": SCHEMA | {"example": {"c": 1}},
            "c/d": SCHEMA | {"example": 2},
        },
    }


def test_a_body_without_schema_is_any(take: Take) -> None:
    outcome = take("2.0", swagger({"parameters": [{"name": "b", "in": "body"}]}))
    assert posted(outcome)["requestBody"] == {
        "content": {"application/json": {"schema": {}}}
    }


def test_a_body_of_the_path_holds_for_its_operations(take: Take) -> None:
    outcome = take("2.0", swagger({"consumes": ["a/b"]}, shared=[BODY]))
    assert outcome.tree["paths"]["/a"] == {
        "parameters": [],
        "post": {"requestBody": {"required": True, "content": {"a/b": SCHEMA}}},
    }


def test_a_body_of_the_operation_wins(take: Take) -> None:
    own = {"name": "c", "in": "body", "schema": {"type": "string"}}
    outcome = take("2.0", swagger({"parameters": [own]}, shared=[BODY]))
    assert posted(outcome)["requestBody"] == {
        "content": {"application/json": {"schema": {"type": "string"}}}
    }
    assert outcome.findings == ()


@pytest.mark.parametrize("other", [BODY, field("f")])
def test_two_bodies(take: Take, other: Data) -> None:
    outcome = take("2.0", swagger({"parameters": [BODY, other]}))
    assert posted(outcome) == {
        "parameters": [],
        "requestBody": {"required": True, "content": {"application/json": SCHEMA}},
    }
    (finding,) = outcome.findings
    assert (finding.code, finding.place.pointer) == (
        "swagger-body",
        "/paths/~1a/post/parameters",
    )


def test_a_body_by_reference(take: Take) -> None:
    outcome = take(
        "2.0",
        swagger(
            {"parameters": [{"$ref": "#/parameters/B"}, {"$ref": "#/parameters/Q"}]},
            consumes=["a/b"],
            parameters={"B": BODY, "Q": {"name": "q", "in": "query", "type": "string"}},
        ),
    )
    assert posted(outcome) == {
        "parameters": [{"$ref": "#/components/parameters/Q"}],
        "requestBody": {"$ref": "#/components/requestBodies/B"},
    }
    components = outcome.tree["components"]
    assert components["requestBodies"] == {
        "B": {"required": True, "content": {"a/b": SCHEMA}}
    }
    assert list(components["parameters"]) == ["Q"]


def test_a_body_by_reference_with_other_media_types(take: Take) -> None:
    outcome = take(
        "2.0",
        swagger(
            {"consumes": ["c/d"], "parameters": [{"$ref": "#/parameters/B"}]},
            consumes=["a/b"],
            parameters={"B": BODY},
        ),
    )
    assert posted(outcome)["requestBody"] == {
        "required": True,
        "content": {"c/d": SCHEMA},
    }


@pytest.mark.parametrize(
    ("consumes", "want"),
    [
        (["a/b"], {"$ref": "parts.yaml#/B"}),
        (
            ["c/d"],
            {
                "required": True,
                "content": {
                    "c/d": {"schema": {"$ref": "parts.yaml#/B/content/a~1b/schema"}}
                },
            },
        ),
    ],
)
def test_a_body_of_another_file(take: Take, consumes: list[str], want: Data) -> None:
    body = BODY | {"schema": {"$ref": "#/S"}}
    outcome = take(
        "2.0",
        swagger(
            {"consumes": consumes, "parameters": [{"$ref": "parts.yaml#/B"}]},
            consumes=["a/b"],
        ),
        {"parts.yaml": {"B": body, "S": {"x-nullable": True}}},
    )
    assert posted(outcome)["requestBody"] == want
    assert outcome.trees["parts.yaml"] == {
        "B": {"required": True, "content": {"a/b": {"schema": {"$ref": "#/S"}}}},
        "S": {"nullable": True},
    }


def test_references_from_other_files_are_rewritten(take: Take) -> None:
    parts = {"S": {"$ref": "openapi.yaml#/definitions/A"}, "definitions": {"A": {}}}
    outcome = take(
        "2.0",
        swagger({"parameters": [BODY | {"schema": {"$ref": "parts.yaml#/S"}}]}),
        {"parts.yaml": parts},
    )
    assert outcome.trees["parts.yaml"] == {
        "S": {"$ref": "openapi.yaml#/components/schemas/A"},
        "definitions": {"A": {}},
    }


def test_references_into_what_moves(take: Take) -> None:
    body = BODY | {"schema": {"properties": {"p": {"type": "string"}}}}
    answer = {"description": "", "schema": {"properties": {"q": {"type": "string"}}}}
    before = "#/paths/~1a/post/parameters/0/schema/properties/p"
    behind = "#/paths/~1a/post/responses/200/schema/properties/q"
    given = swagger({"parameters": [body], "responses": {"200": answer}})
    given["definitions"] = {"P": {"$ref": before}, "Q": {"$ref": behind}}
    outcome = take("2.0", given)
    content = "content/application~1json/schema/properties"
    assert outcome.tree["components"]["schemas"] == {
        "P": {"$ref": f"#/paths/~1a/post/requestBody/{content}/p"},
        "Q": {"$ref": f"#/paths/~1a/post/responses/200/{content}/q"},
    }


def test_parameters_that_lead_nowhere_stay(take: Take) -> None:
    missing = {"$ref": "#/parameters/No"}
    outcome = take("2.0", swagger({"parameters": [missing, 3, None]}))
    assert posted(outcome)["parameters"] == [
        {"$ref": "#/components/parameters/No"},
        3,
        None,
    ]
