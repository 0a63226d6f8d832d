"""Swagger 2.0 to OpenAPI 3.0: the document, its servers and security, schemas."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

Data: TypeAlias = Any  # plain data of any shape
Take: TypeAlias = Callable[..., Any]


def swagger(**members: Data) -> Data:
    return {"swagger": "2.0", "host": "a.test", "schemes": ["https"], **members}


def openapi(**members: Data) -> Data:
    return {"openapi": "3.0.4", "servers": [{"url": "https://a.test"}], **members}


def test_document(take: Take) -> None:
    given = swagger(
        info={"title": "t"},
        security=[{"key": []}],
        tags=[{"name": "a"}],
        consumes=["a/b"],
        produces=["a/b"],
        paths={},
        definitions={"A": {"type": "object"}},
        responses={"R": {"description": "d"}},
        securityDefinitions={"key": {"type": "apiKey", "name": "k", "in": "header"}},
        **{"x-a": 1},
    )
    outcome = take("2.0", given)
    assert outcome.tree == openapi(
        info={"title": "t"},
        security=[{"key": []}],
        tags=[{"name": "a"}],
        paths={},
        components={
            "schemas": {"A": {"type": "object"}},
            "responses": {"R": {"description": "d"}},
            "securitySchemes": {"key": {"type": "apiKey", "name": "k", "in": "header"}},
        },
        **{"x-a": 1},
    )
    assert outcome.findings == ()


@pytest.mark.parametrize(
    ("given", "want", "codes"),
    [
        ({"host": "a.test", "schemes": ["https"]}, ["https://a.test"], []),
        (
            {"host": "a.test:1", "basePath": "/v1/", "schemes": ["http", "https"]},
            ["https://a.test:1/v1", "http://a.test:1/v1"],
            [],
        ),
        (
            {"host": "a.test", "basePath": "v1", "schemes": ["http"]},
            ["http://a.test/v1"],
            [],
        ),
        ({"host": "a.test", "schemes": ["wss"]}, ["https://a.test"], []),
        ({"host": "a.test"}, ["https://a.test"], ["swagger-server"]),
        ({"host": "a.test", "schemes": "http"}, ["https://a.test"], []),
        ({"basePath": "/v1"}, ["/v1"], ["swagger-server"]),
        ({"basePath": "/"}, ["/"], ["swagger-server"]),
        ({"host": "", "basePath": 3}, ["/"], ["swagger-server"]),
        ({}, ["/"], ["swagger-server"]),
    ],
)
def test_servers(take: Take, given: Data, want: Data, codes: list[str]) -> None:
    outcome = take("2.0", {"swagger": "2.0", **given})
    assert outcome.tree == {
        "openapi": "3.0.4",
        "servers": [{"url": url} for url in want],
    }
    assert outcome.codes == codes


@pytest.mark.parametrize(
    ("schemes", "want"),
    [
        (["http"], [{"url": "http://a.test"}]),
        (["https"], None),
    ],
)
def test_schemes_of_an_operation(take: Take, schemes: list[str], want: Data) -> None:
    outcome = take("2.0", swagger(paths={"/a": {"get": {"schemes": schemes}}}))
    operation = outcome.tree["paths"]["/a"]["get"]
    assert operation == ({} if want is None else {"servers": want})


@pytest.mark.parametrize(
    ("given", "want"),
    [
        (
            {"type": "basic", "description": "d"},
            {"type": "http", "scheme": "basic", "description": "d"},
        ),
        (
            {
                "type": "oauth2",
                "flow": "accessCode",
                "authorizationUrl": "a",
                "tokenUrl": "t",
                "scopes": {"s": ""},
            },
            {
                "type": "oauth2",
                "flows": {
                    "authorizationCode": {
                        "authorizationUrl": "a",
                        "tokenUrl": "t",
                        "scopes": {"s": ""},
                    }
                },
            },
        ),
        (
            {"type": "oauth2", "flow": "application", "tokenUrl": "t", "x-a": 1},
            {
                "type": "oauth2",
                "flows": {"clientCredentials": {"tokenUrl": "t", "scopes": {}}},
                "x-a": 1,
            },
        ),
        (
            {
                "type": "oauth2",
                "flow": "implicit",
                "authorizationUrl": "a",
                "scopes": {},
            },
            {
                "type": "oauth2",
                "flows": {"implicit": {"authorizationUrl": "a", "scopes": {}}},
            },
        ),
        (
            {"type": "oauth2", "flow": "password", "tokenUrl": "t", "scopes": {}},
            {"type": "oauth2", "flows": {"password": {"tokenUrl": "t", "scopes": {}}}},
        ),
        ({"type": "oauth2", "flow": "other"}, {"type": "oauth2", "flow": "other"}),
        ({"type": "other"}, {"type": "other"}),
        ("basic", "basic"),
    ],
    ids=str,
)
def test_security_scheme(take: Take, given: Data, want: Data) -> None:
    outcome = take("2.0", swagger(securityDefinitions={"a": given}))
    assert outcome.tree == openapi(components={"securitySchemes": {"a": want}})


@pytest.mark.parametrize(
    ("given", "want"),
    [
        ({"discriminator": "kind"}, {"discriminator": {"propertyName": "kind"}}),
        (
            {
                "discriminator": {
                    "propertyName": "k",
                    "mapping": {"b": "#/definitions/B"},
                }
            },
            {
                "discriminator": {
                    "propertyName": "k",
                    "mapping": {"b": "#/components/schemas/B"},
                }
            },
        ),
        ({"type": "string", "x-nullable": True}, {"type": "string", "nullable": True}),
        ({"type": "string", "x-nullable": False}, {"type": "string"}),
        ({"x-nullable": "yes"}, {"x-nullable": "yes"}),
        ({"type": "file"}, {"type": "string", "format": "binary"}),
        ({"$ref": "#/definitions/B"}, {"$ref": "#/components/schemas/B"}),
        (
            {"$ref": "#/definitions/B", "x-nullable": True},
            {"$ref": "#/components/schemas/B", "nullable": True},
        ),
        (
            {
                "properties": {
                    "x-nullable": {"$ref": "#/definitions/B"},
                    "type": {"type": "string"},
                }
            },
            {
                "properties": {
                    "x-nullable": {"$ref": "#/components/schemas/B"},
                    "type": {"type": "string"},
                }
            },
        ),
        (
            {"example": {"$ref": "#/definitions/B"}, "default": {"type": "file"}},
            {"example": {"$ref": "#/definitions/B"}, "default": {"type": "file"}},
        ),
        (
            {"$ref": "#/definitions/B/properties/p"},
            {"$ref": "#/components/schemas/B/properties/p"},
        ),
        ({"$ref": "#/definitions"}, {"$ref": "#/components/schemas"}),
        (
            {"$ref": "#/definitions/No%20such"},
            {"$ref": "#/components/schemas/No%20such"},
        ),
        (
            {"$ref": "#/definitions/a~1b%7Bc%7D"},
            {"$ref": "#/components/schemas/a~1b%7Bc%7D"},
        ),
    ],
    ids=str,
)
def test_schema(take: Take, given: Data, want: Data) -> None:
    definitions = {"A": given, "B": {"properties": {"p": {"type": "string"}}}}
    outcome = take("2.0", swagger(definitions=definitions))
    assert outcome.tree == openapi(components={"schemas": definitions | {"A": want}})


def test_places_are_those_as_written(take: Take) -> None:
    parameter = {"name": "a", "in": "query", "type": "string"}
    outcome = take("2.0", swagger(paths={"/a": {"get": {"parameters": [parameter]}}}))
    schema = outcome.tree["paths"]["/a"]["get"]["parameters"][0]["schema"]
    assert schema == {"type": "string"}
    assert outcome.origins.place(schema).pointer == "/paths/~1a/get/parameters/0"
