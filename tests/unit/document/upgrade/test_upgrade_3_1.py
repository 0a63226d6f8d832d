"""OpenAPI 3.1 to 3.2, which holds for 3.2 too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

Data: TypeAlias = Any  # plain data of any shape
Take: TypeAlias = Callable[..., Any]

SCHEMAS = [
    ({"type": ["string", "null"]}, {"type": ["string", "null"]}, []),
    ({"example": 1}, {"examples": [1]}, []),
    (
        {"type": "string", "nullable": True},
        {"type": ["string", "null"]},
        ["keyword-outdated"],
    ),
    (
        {"minimum": 1, "exclusiveMinimum": True},
        {"exclusiveMinimum": 1},
        ["keyword-outdated"],
    ),
    (
        {"$ref": "#/components/schemas/B", "type": "object"},
        {"$ref": "#/components/schemas/B", "type": "object"},
        [],
    ),
    ({"const": {"example": 1}}, {"const": {"example": 1}}, []),
    ({"$defs": {"a": {"example": 1}}}, {"$defs": {"a": {"examples": [1]}}}, []),
    ({"prefixItems": [{"example": 1}]}, {"prefixItems": [{"examples": [1]}]}, []),
    (
        {"xml": {"attribute": True, "name": "a"}},
        {"xml": {"nodeType": "attribute", "name": "a"}},
        [],
    ),
    ({"xml": {"wrapped": True}}, {"xml": {"nodeType": "element"}}, []),
    ({"xml": {"attribute": False, "wrapped": False}}, {"xml": {}}, []),
    ({"xml": {"nodeType": "text", "wrapped": True}}, {"xml": {"nodeType": "text"}}, []),
]


@pytest.mark.parametrize(("given", "want", "codes"), SCHEMAS, ids=str)
def test_schema(take: Take, given: Data, want: Data, codes: list[str]) -> None:
    document = {"openapi": "3.1.0", "components": {"schemas": {"A": given, "B": True}}}
    outcome = take("3.1", document)
    assert outcome.tree == {
        "openapi": "3.2.0",
        "components": {"schemas": {"A": want, "B": True}},
    }
    assert outcome.codes == codes


EXAMPLES = [
    ({"example": 1}, {"examples": {"example": {"value": 1}}}),
    (
        {"example": {"example": 2}, "examples": {"b": {"value": 3}}},
        {"examples": {"example": {"value": {"example": 2}}, "b": {"value": 3}}},
    ),
    (
        {"example": 1, "examples": {"example": {"value": 3}}},
        {"example": 1, "examples": {"example": {"value": 3}}},
    ),
    ({"example": 1, "examples": [1]}, {"example": 1, "examples": [1]}),
]


@pytest.mark.parametrize(("given", "want"), EXAMPLES, ids=str)
def test_example_becomes_a_named_one(take: Take, given: Data, want: Data) -> None:
    def document(value: Data) -> Data:
        return {
            "components": {
                "headers": {"H": value},
                "parameters": {"P": {"name": "example", "in": "query", **value}},
                "responses": {"R": {"description": "", "content": {"a/b": value}}},
            }
        }

    outcome = take("3.1", {"openapi": "3.1.0", **document(given)})
    assert outcome.tree == {"openapi": "3.2.0", **document(want)}


@pytest.mark.parametrize(
    ("given", "want"),
    [
        ({"name": "a", "x-displayName": "A"}, {"name": "a", "summary": "A"}),
        (
            {"name": "a", "summary": "B", "x-displayName": "A"},
            {"name": "a", "summary": "B", "x-displayName": "A"},
        ),
        ({"name": "a", "x-displayName": 3}, {"name": "a", "x-displayName": 3}),
    ],
)
def test_tag(take: Take, given: Data, want: Data) -> None:
    outcome = take("3.1", {"openapi": "3.1.0", "tags": [given]})
    assert outcome.tree == {"openapi": "3.2.0", "tags": [want]}
