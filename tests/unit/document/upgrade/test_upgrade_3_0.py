"""OpenAPI 3.0 to 3.1: what is reached and what is left alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

Data: TypeAlias = Any  # plain data of any shape
Take: TypeAlias = Callable[..., Any]


def test_schema_is_reached_everywhere(take: Take) -> None:
    nullable = {"type": "string", "nullable": True}
    want = {"type": ["string", "null"]}

    def document(schema: Data) -> Data:
        media = {"application/json": {"schema": schema}}
        header = {"X-A": {"schema": schema}}
        operation = {
            "parameters": [{"name": "a", "in": "query", "schema": schema}],
            "requestBody": {
                "content": {
                    "multipart/form-data": {
                        "schema": schema,
                        "encoding": {"a": {"headers": header}},
                    }
                }
            },
            "responses": {
                "200": {"description": "", "content": media, "headers": header},
                "default": {"description": "", "content": media},
            },
            "callbacks": {
                "on": {"{$url}": {"post": {"requestBody": {"content": media}}}}
            },
        }
        deep = dict.fromkeys(
            ("items", "not", "additionalProperties", "if", "contains"), schema
        )
        deep |= {keyword: [schema] for keyword in ("allOf", "anyOf", "oneOf")}
        deep |= {"properties": {"nullable": schema, "x-a": schema, "$ref": schema}}
        return {
            "paths": {"/a": {"parameters": [{"schema": schema}], "get": operation}},
            "components": {
                "callbacks": {"C": {"{$url}": {"get": operation}}},
                "headers": {"x-H": {"schema": schema}},
                "parameters": {"P": {"content": media}},
                "requestBodies": {"B": {"content": media}},
                "responses": {"R": {"content": media, "description": ""}},
                "schemas": {"S": deep, "x-S": schema},
            },
        }

    outcome = take("3.0", {"openapi": "3.0.0", **document(nullable)})
    assert outcome.tree == {"openapi": "3.1.2", **document(want)}
    assert outcome.findings == ()


def test_data_is_never_touched(take: Take) -> None:
    data = {"type": "string", "nullable": True, "$ref": "#/nowhere", "example": 1}
    schema = {
        "type": "object",
        "default": data,
        "enum": [data],
        "x-data": data,
        "properties": {"example": {"type": "object", "x-b": [data]}},
    }
    media = {"schema": schema, "example": data, "examples": {"a": {"value": data}}}
    document = {
        "openapi": "3.0.3",
        "x-data": {"schema": data},
        "paths": {
            "x-path": {"get": {"parameters": [{"schema": data}]}},
            "/a": {
                "get": {"responses": {"200": {"content": {"a/b": media}}, "x-r": data}}
            },
        },
    }
    outcome = take("3.0", document)
    assert outcome.tree == document | {"openapi": "3.1.2"}
    assert outcome.tree["paths"] is document["paths"], "unchanged subtrees are shared"


def test_webhooks_were_an_extension(take: Take) -> None:
    hook = {"post": {"requestBody": {"content": {"a/b": {"schema": {"example": 1}}}}}}
    outcome = take("3.0", {"openapi": "3.0.3", "x-webhooks": {"on": hook}})
    assert outcome.tree == {
        "openapi": "3.1.2",
        "webhooks": {
            "on": {
                "post": {
                    "requestBody": {"content": {"a/b": {"schema": {"examples": [1]}}}}
                }
            }
        },
    }
    assert outcome.codes == ["extension-adopted"]


def test_webhooks_of_both_spellings_stay(take: Take) -> None:
    given = {"openapi": "3.0.3", "x-webhooks": {"a": {}}, "webhooks": {"b": {}}}
    assert take("3.0", given).tree == given | {"openapi": "3.1.2"}


def test_reference_object_keeps_only_prose(take: Take) -> None:
    given = {"$ref": "#/components/responses/R", "description": "d", "content": {}}
    document = {
        "openapi": "3.0.3",
        "paths": {"/a": {"get": {"responses": {"200": given}}}},
        "components": {"responses": {"R": {"description": ""}}},
    }
    outcome = take("3.0", document)
    want = {"$ref": "#/components/responses/R", "description": "d"}
    assert outcome.tree["paths"]["/a"]["get"]["responses"]["200"] == want
    assert [(f.code, f.place.pointer) for f in outcome.findings] == [
        ("ref-sibling-ignored", "/paths/~1a/get/responses/200/content")
    ]


def test_references_follow_what_moves_into_an_alternative(take: Take) -> None:
    document = {
        "openapi": "3.0.3",
        "components": {
            "schemas": {
                "A": {
                    "nullable": True,
                    "allOf": [
                        {"type": "object"},
                        {"properties": {"a/b": {"type": "string"}}},
                    ],
                },
                "B": {"$ref": "#/components/schemas/A/allOf/1/properties/a~1b"},
                "C": {
                    "oneOf": [{"$ref": "#/components/schemas/A"}],
                    "discriminator": {
                        "propertyName": "k",
                        "mapping": {"a": "#/components/schemas/A/allOf/1", "b": "B"},
                    },
                },
            }
        },
    }
    schemas = take("3.0", document).tree["components"]["schemas"]
    assert schemas["B"] == {
        "$ref": "#/components/schemas/A/anyOf/0/allOf/1/properties/a~1b"
    }
    assert schemas["C"]["discriminator"]["mapping"] == {
        "a": "#/components/schemas/A/anyOf/0/allOf/1",
        "b": "B",
    }


@pytest.mark.parametrize(
    "given",
    [
        {"openapi": "3.0.3", "paths": [], "components": {"schemas": [{}]}},
        {"openapi": "3.0.3", "paths": {"/a": None, "/b": [], "/c": {"get": "x"}}},
        {
            "openapi": "3.0.3",
            "components": {"schemas": {"A": True, "B": "x", "C": [[]]}},
        },
        {
            "openapi": "3.0.3",
            "components": {"schemas": {"A": {"$ref": 3, "allOf": {}}}},
        },
        {"openapi": "3.0.3", "components": {"schemas": {"A": {"$ref": "#/nowhere"}}}},
        {"openapi": "3.0.3", "components": {"schemas": {"A": {"$ref": "::::"}}}},
        {
            "openapi": "3.0.3",
            "components": {"schemas": {"A": {"properties": {"a": 1}}}},
        },
        {
            "openapi": "3.0.3",
            "components": {"schemas": {"A": {"discriminator": {"mapping": 1}}}},
        },
    ],
)
def test_wrong_shapes_stay_for_the_reader_to_refuse(take: Take, given: Data) -> None:
    outcome = take("3.0", given)
    assert outcome.tree == given | {"openapi": "3.1.2"}
    assert outcome.findings == ()
