"""Swagger 2.0 to OpenAPI 3.0: request bodies made of form fields."""

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


def form(
    properties: Data,
    media_type: str = "application/x-www-form-urlencoded",
    **members: Data,
) -> Data:
    schema = {"type": "object", "properties": properties, **members}
    return {"content": {media_type: {"schema": schema}}}


FORMS = [
    ("text", [field("a")], [], form({"a": {"type": "string"}})),
    (
        "required and described",
        [field("a", required=True, description="d", **{"x-example": 1, "x-b": 2})],
        [],
        form(
            {"a": {"type": "string", "description": "d", "example": 1, "x-b": 2}},
            required=["a"],
        )
        | {"required": True},
    ),
    (
        "a file",
        [field("a", "file")],
        [],
        form({"a": {"type": "string", "format": "binary"}}, "multipart/form-data"),
    ),
    (
        "a file never goes into an urlencoded form",
        [field("a", "file"), field("b")],
        ["application/x-www-form-urlencoded", "Multipart/Form-Data; boundary=x"],
        form(
            {"a": {"type": "string", "format": "binary"}, "b": {"type": "string"}},
            "Multipart/Form-Data; boundary=x",
        ),
    ),
    (
        "files in a list",
        [field("a", "array", items={"type": "file"}, collectionFormat="multi")],
        [],
        {
            "content": {
                "multipart/form-data": {
                    "schema": {
                        "type": "object",
                        "properties": {
                            "a": {
                                "type": "array",
                                "items": {"type": "string", "format": "binary"},
                            }
                        },
                    },
                    "encoding": {"a": {"style": "form", "explode": True}},
                }
            }
        },
    ),
    (
        "parts without files",
        [field("a")],
        ["multipart/form-data"],
        form({"a": {"type": "string"}}, "multipart/form-data"),
    ),
    (
        "another type",
        [field("a")],
        ["application/json"],
        form({"a": {"type": "string"}}),
    ),
    (
        "a list",
        [field("a", "array", items={"type": "string"}, collectionFormat="pipes")],
        [],
        {
            "content": {
                "application/x-www-form-urlencoded": {
                    "schema": {
                        "type": "object",
                        "properties": {
                            "a": {"type": "array", "items": {"type": "string"}}
                        },
                    },
                    "encoding": {"a": {"style": "pipeDelimited", "explode": False}},
                }
            }
        },
    ),
    ("a name that is none", [field(True)], [], form({})),
]


@pytest.mark.parametrize(
    ("name", "fields", "consumes", "want"), FORMS, ids=[f[0] for f in FORMS]
)
def test_form(
    take: Take, name: str, fields: list[Any], consumes: list[str], want: Data
) -> None:
    outcome = take("2.0", swagger({"parameters": fields}, consumes=consumes))
    assert posted(outcome) == {"parameters": [], "requestBody": want}, name
    by_reference = take(
        "2.0",
        swagger(
            {
                "parameters": [
                    {"$ref": f"#/parameters/{index}"} for index, _ in enumerate(fields)
                ]
            },
            consumes=consumes,
            parameters={str(index): each for index, each in enumerate(fields)},
        ),
    )
    assert posted(by_reference) == posted(outcome)
    assert "parameters" not in by_reference.tree["components"]


def test_fields_of_the_path_and_of_the_operation(take: Take) -> None:
    outcome = take(
        "2.0",
        swagger(
            {"parameters": [field("a", "integer")]}, shared=[field("a"), field("b")]
        ),
    )
    want = form({"a": {"type": "integer"}, "b": {"type": "string"}})
    assert posted(outcome)["requestBody"] == want


def test_an_empty_value_of_a_form(take: Take) -> None:
    outcome = take("2.0", swagger({"parameters": [field("a", allowEmptyValue=True)]}))
    assert posted(outcome)["requestBody"] == form({"a": {"type": "string"}})
    assert outcome.codes == ["swagger-keyword"]


def test_a_field_without_a_name_is_reported(take: Take) -> None:
    nameless = {"in": "formData", "type": "string", "required": True}
    outcome = take("2.0", swagger({"parameters": [nameless, field("a")]}))
    assert posted(outcome)["requestBody"] == form({"a": {"type": "string"}})
    (finding,) = outcome.findings
    assert (finding.code, finding.place.pointer) == (
        "swagger-body",
        "/paths/~1a/post/parameters/0",
    )


def test_a_name_that_is_a_number_is_read_as_text(take: Take) -> None:
    outcome = take("2.0", swagger({"parameters": [field(5)]}))
    assert posted(outcome)["requestBody"] == form({"5": {"type": "string"}})
    (finding,) = outcome.findings
    assert (finding.code, finding.place.pointer) == (
        "keyword-type",
        "/paths/~1a/post/parameters/0/name",
    )
