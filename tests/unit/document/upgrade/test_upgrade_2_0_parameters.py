"""Swagger 2.0 to OpenAPI 3.0: parameters outside of bodies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

Data: TypeAlias = Any  # plain data of any shape
Take: TypeAlias = Callable[..., Any]


def swagger(**members: Data) -> Data:
    return {"swagger": "2.0", "host": "a.test", "schemes": ["https"], **members}


PARAMETERS = [
    (
        {
            "name": "a",
            "in": "path",
            "required": True,
            "type": "string",
            "format": "uuid",
            "pattern": "p",
        },
        {
            "name": "a",
            "in": "path",
            "required": True,
            "schema": {"type": "string", "format": "uuid", "pattern": "p"},
        },
        [],
    ),
    (
        {
            "name": "a",
            "in": "query",
            "type": "integer",
            "default": 1,
            "minimum": 0,
            "exclusiveMinimum": True,
            "allowEmptyValue": True,
            "description": "d",
            "x-b": 2,
        },
        {
            "name": "a",
            "in": "query",
            "schema": {
                "type": "integer",
                "default": 1,
                "minimum": 0,
                "exclusiveMinimum": True,
            },
            "allowEmptyValue": True,
            "description": "d",
            "x-b": 2,
        },
        [],
    ),
    (
        {
            "name": "a",
            "in": "header",
            "type": "string",
            "x-example": "e",
            "x-nullable": True,
        },
        {
            "name": "a",
            "in": "header",
            "schema": {"type": "string", "nullable": True},
            "example": "e",
        },
        [],
    ),
    (
        {
            "name": "a",
            "in": "query",
            "type": "array",
            "items": {"type": "string", "enum": ["b"]},
        },
        {
            "name": "a",
            "in": "query",
            "schema": {"type": "array", "items": {"type": "string", "enum": ["b"]}},
            "style": "form",
            "explode": False,
        },
        [],
    ),
    (
        {
            "name": "a",
            "in": "query",
            "type": "array",
            "items": {},
            "collectionFormat": "multi",
        },
        {
            "name": "a",
            "in": "query",
            "schema": {"type": "array", "items": {}},
            "style": "form",
            "explode": True,
        },
        [],
    ),
    (
        {
            "name": "a",
            "in": "query",
            "type": "array",
            "items": {},
            "collectionFormat": "pipes",
        },
        {
            "name": "a",
            "in": "query",
            "schema": {"type": "array", "items": {}},
            "style": "pipeDelimited",
            "explode": False,
        },
        [],
    ),
    (
        {
            "name": "a",
            "in": "query",
            "type": "array",
            "items": {},
            "collectionFormat": "ssv",
        },
        {
            "name": "a",
            "in": "query",
            "schema": {"type": "array", "items": {}},
            "style": "spaceDelimited",
            "explode": False,
        },
        [],
    ),
    (
        {
            "name": "a",
            "in": "query",
            "type": "array",
            "items": {},
            "collectionFormat": "tsv",
        },
        {
            "name": "a",
            "in": "query",
            "schema": {"type": "array", "items": {}},
            "style": "tabDelimited",
            "explode": False,
        },
        [],
    ),
    (
        {
            "name": "a",
            "in": "query",
            "type": "array",
            "items": {},
            "collectionFormat": ["csv"],
        },
        {
            "name": "a",
            "in": "query",
            "schema": {"type": "array", "items": {}},
            "style": "form",
            "explode": False,
        },
        ["swagger-array-format"],
    ),
    (
        {
            "name": "a",
            "in": "path",
            "type": "array",
            "items": {},
            "collectionFormat": "csv",
        },
        {"name": "a", "in": "path", "schema": {"type": "array", "items": {}}},
        [],
    ),
    (
        {
            "name": "a",
            "in": "header",
            "type": "array",
            "items": {},
            "collectionFormat": "pipes",
        },
        {"name": "a", "in": "header", "schema": {"type": "array", "items": {}}},
        ["swagger-array-format"],
    ),
    (
        {
            "name": "a",
            "in": "path",
            "type": "array",
            "items": {
                "type": "array",
                "collectionFormat": "pipes",
                "items": {"type": "string", "x-nullable": True},
            },
        },
        {
            "name": "a",
            "in": "path",
            "schema": {
                "type": "array",
                "items": {
                    "type": "array",
                    "items": {"type": "string", "nullable": True},
                },
            },
            "itemStyles": ["pipeDelimited"],
        },
        [],
    ),
    (
        {
            "name": "a",
            "in": "path",
            "type": "array",
            "items": {"$ref": "#/definitions/A"},
        },
        {
            "name": "a",
            "in": "path",
            "schema": {"type": "array", "items": {"$ref": "#/components/schemas/A"}},
        },
        [],
    ),
    (
        {"name": "a", "in": "query", "schema": {"$ref": "#/definitions/A"}},
        {"name": "a", "in": "query", "schema": {"$ref": "#/components/schemas/A"}},
        [],
    ),
    ({"name": "a", "in": "query"}, {"name": "a", "in": "query", "schema": {}}, []),
]


@pytest.mark.parametrize(
    ("given", "want", "codes"), PARAMETERS, ids=lambda v: str(v)[:60]
)
def test_parameter(take: Take, given: Data, want: Data, codes: list[str]) -> None:
    definitions = {"A": {"type": "string"}}
    inline = take(
        "2.0",
        swagger(
            paths={"/{a}": {"parameters": [given], "get": {"parameters": [given]}}},
            definitions=definitions,
        ),
    )
    path = inline.tree["paths"]["/{a}"]
    assert path == {"parameters": [want], "get": {"parameters": [want]}}
    component = take("2.0", swagger(parameters={"P": given}, definitions=definitions))
    assert component.tree["components"]["parameters"] == {"P": want}
    assert component.codes == codes


@pytest.mark.parametrize("where", ["parameters", "get"])
def test_parameters_of_a_wrong_shape_stay(take: Take, where: str) -> None:
    given = swagger(paths={"/a": {where: "x"}, "/b": {"get": {"parameters": {"a": 1}}}})
    outcome = take("2.0", given)
    assert outcome.tree["paths"] == given["paths"]
