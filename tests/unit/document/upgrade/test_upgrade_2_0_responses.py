"""Swagger 2.0 to OpenAPI 3.0: responses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

Data: TypeAlias = Any  # plain data of any shape
Take: TypeAlias = Callable[..., Any]


def swagger(**members: Data) -> Data:
    return {"swagger": "2.0", "host": "a.test", "schemes": ["https"], **members}


RESPONSES = [
    ({"description": "d"}, None, {"description": "d"}),
    ({}, None, {"description": ""}),
    (
        {"description": "d", "schema": {"$ref": "#/definitions/A"}},
        None,
        {
            "description": "d",
            "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/A"}}
            },
        },
    ),
    (
        {
            "description": "d",
            "schema": {},
            "examples": {"a/b": {"schema": 1}, "c/d": 2},
        },
        ["a/b", "e/f", "a/b", 3],
        {
            "description": "d",
            "content": {
                "a/b": {"schema": {}, "example": {"schema": 1}},
                "e/f": {"schema": {}},
            },
        },
    ),
    (
        {"description": "d", "schema": {}, "examples": {"a/b": 1}},
        None,
        {"description": "d", "content": {"a/b": {"schema": {}, "example": 1}}},
    ),
    (
        {"description": "d", "schema": {}, "examples": {"a/b": 1}},
        ["a/b; charset=utf-8", "e/f"],
        {
            "description": "d",
            "content": {
                "a/b; charset=utf-8": {"schema": {}, "example": 1},
                "e/f": {"schema": {}},
            },
        },
    ),
    (
        {"description": "d", "schema": {}, "examples": {"a/b; x=1": 1, "a/b": 2}},
        ["a/b", "A/B"],
        {
            "description": "d",
            "content": {
                "a/b": {"schema": {}, "example": 2},
                "A/B": {"schema": {}, "example": 1},
            },
        },
    ),
    (
        {"description": "d", "examples": {"a/b": 1, "other": 2}},
        ["e/f"],
        {"description": "d", "content": {"a/b": {"example": 1}}},
    ),
    (
        {"description": "d", "schema": {}},
        ["*/*"],
        {"description": "d", "content": {"*/*": {"schema": {}}}},
    ),
    (
        {"description": "d", "schema": {}},
        [],
        {"description": "d", "content": {"application/json": {"schema": {}}}},
    ),
    (
        {"description": "d", "schema": {"type": "file"}},
        None,
        {
            "description": "d",
            "content": {
                "application/octet-stream": {
                    "schema": {"type": "string", "format": "binary"}
                }
            },
        },
    ),
    (
        {"description": "d", "schema": {"type": "file"}},
        [
            "application/problem+json; charset=utf-8",
            "text/json",
            "application/x-amz-json-1.1",
            "image/png",
        ],
        {
            "description": "d",
            "content": {
                "image/png": {"schema": {"type": "string", "format": "binary"}}
            },
        },
    ),
    (
        {
            "description": "d",
            "headers": {
                "H": {"type": "array", "items": {"type": "string"}, "description": "h"}
            },
        },
        None,
        {
            "description": "d",
            "headers": {
                "H": {
                    "schema": {"type": "array", "items": {"type": "string"}},
                    "description": "h",
                }
            },
        },
    ),
    ("wrong", None, "wrong"),
]


@pytest.mark.parametrize(
    ("given", "produces", "want"), RESPONSES, ids=lambda v: str(v)[:60]
)
def test_response(take: Take, given: Data, produces: Data, want: Data) -> None:
    definitions = {"A": {"type": "string"}}
    listed = {} if produces is None else {"produces": produces}
    paths = {"/a": {"get": {"responses": {"200": given, "x-a": {"schema": 1}}}}}
    inline = take("2.0", swagger(paths=paths, definitions=definitions, **listed))
    operation = inline.tree["paths"]["/a"]["get"]
    assert operation == {"responses": {"200": want, "x-a": {"schema": 1}}}
    component = take(
        "2.0", swagger(responses={"R": given}, definitions=definitions, **listed)
    )
    assert component.tree["components"]["responses"] == {"R": want}


def test_media_types_of_the_operation_win(take: Take) -> None:
    operation = {
        "produces": ["text/csv"],
        "responses": {"200": {"schema": {}}, "404": {"$ref": "#/responses/R"}},
    }
    given = swagger(
        produces=["application/json"],
        paths={"/a": {"get": operation}},
        responses={"R": {"description": "r", "schema": {}}},
    )
    outcome = take("2.0", given)
    assert outcome.tree["paths"]["/a"]["get"]["responses"] == {
        "200": {"description": "", "content": {"text/csv": {"schema": {}}}},
        "404": {"$ref": "#/components/responses/R"},
    }
    assert outcome.tree["components"]["responses"] == {
        "R": {"description": "r", "content": {"application/json": {"schema": {}}}}
    }
