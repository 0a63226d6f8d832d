"""Faulty operations: mended when lenient, refused one by one when strict."""

from __future__ import annotations

from pathlib import Path

import pytest
from reader_documents import (
    STRING,
    Tree,
    document,
    operation,
    read_operation,
    read_tree,
)

from generator.diagnostics import Severity

OPERATIONS: list[tuple[str, Tree, str]] = [
    ("/a", {"parameters": [None]}, "object-expected"),
    ("/a", {"parameters": [{"name": "q", "in": "query"}]}, "parameter-untyped"),
    (
        "/a",
        {"parameters": [{"name": "q", "in": "quary", "schema": STRING}]},
        "parameter-location",
    ),
    (
        "/a",
        {"parameters": [{"name": "q", "in": "nowhere", "schema": STRING}]},
        "parameter-location",
    ),
    (
        "/a",
        {"parameters": [{"name": "q r", "in": "header", "schema": STRING}]},
        "parameter-name",
    ),
    (
        "/a",
        {"parameters": [{"name": "q", "in": "query", "schema": STRING}] * 2},
        "parameter-duplicate",
    ),
    (
        "/a",
        {
            "parameters": [
                {"name": "X-A", "in": "header", "schema": STRING},
                {"name": "x-a", "in": "header", "schema": STRING},
            ]
        },
        "parameter-duplicate",
    ),
    (
        "/a",
        {
            "parameters": [
                {"name": "q", "in": "query", "style": "matrix", "schema": STRING}
            ]
        },
        "style-unknown",
    ),
    (
        "/a",
        {
            "parameters": [
                {
                    "name": "q",
                    "in": "query",
                    "style": "spaceDelimited",
                    "schema": STRING,
                }
            ]
        },
        "style-unsuited",
    ),
    (
        "/a",
        {"parameters": [{"name": "q", "in": "query", "content": {}}]},
        "content-count",
    ),
    (
        "/a",
        {
            "parameters": [
                {
                    "name": "q",
                    "in": "query",
                    "content": {"text/plain": {}, "application/json": {}},
                }
            ]
        },
        "content-count",
    ),
    (
        "/a",
        {
            "parameters": [
                {
                    "name": "q",
                    "in": "query",
                    "schema": STRING,
                    "content": {"text/plain": {}},
                }
            ]
        },
        "content-and-schema",
    ),
    (
        "/a",
        {"parameters": [{"name": "q", "in": "query", "content": {";": {}}}]},
        "content-type",
    ),
    (
        "/a/{id}",
        {"parameters": [{"name": "id", "in": "path", "schema": STRING}]},
        "parameter-optional",
    ),
    ("/a/{id}", {}, "parameter-undeclared"),
    (
        "/a",
        {
            "parameters": [
                {"name": "id", "in": "path", "required": True, "schema": STRING}
            ]
        },
        "parameter-unplaced",
    ),
    ("a", {}, "path-slash"),
    ("/a", {"responses": {}}, "responses-missing"),
    ("/a", {"responses": {"200": None}}, "object-expected"),
    ("/a", {"responses": {"XX": {"description": ""}}}, "status-unknown"),
    ("/a", {"responses": {"abcdef": {"description": ""}}}, "status-unknown"),
    ("/a", {"responses": {"2xx": {"description": ""}}}, "status-unknown"),
    (
        "/a",
        {"responses": {"200": {"description": "", "content": {";": {}}}}},
        "content-type",
    ),
    (
        "/a",
        {"responses": {"200": {"description": "", "headers": {"a\r\n": {}}}}},
        "header-name",
    ),
    (
        "/a",
        {
            "responses": {
                "200": {
                    "description": "",
                    "headers": {"X-A": {"schema": STRING}, "x-a": {"schema": STRING}},
                }
            }
        },
        "header-duplicate",
    ),
    (
        "/a",
        {
            "responses": {
                "200": {
                    "description": "",
                    "headers": {"A": {"schema": STRING, "style": "matrix"}},
                }
            }
        },
        "style-unknown",
    ),
    ("/a", {"requestBody": {"content": {}}}, "content-count"),
    ("/a", {"requestBody": None}, "object-expected"),
    (
        "/a",
        {
            "requestBody": {
                "content": {
                    "multipart/form-data": {
                        "schema": {"type": "object", "properties": {"a": STRING}},
                        "encoding": {"b": {}},
                    }
                }
            }
        },
        "encoding-unknown",
    ),
    (
        "/a",
        {
            "requestBody": {
                "content": {
                    "multipart/form-data": {"encoding": {"b": {"style": "matrix"}}}
                }
            }
        },
        "style-unknown",
    ),
    ("/a", {"security": [{"missing": []}]}, "security-unknown"),
    ("/a", {"tags": [1]}, "keyword-type"),
    ("/a", {"servers": [{"url": ""}]}, "server-url"),
    ("/a", {"servers": [{"url": "https://a.example/b?c=d"}]}, "server-url"),
    ("/a", {"servers": [{"url": "/b#c"}]}, "server-url"),
    ("/a", {"servers": [{"url": "https://{a}.example.com"}]}, "server-variable"),
    (
        "/a",
        {
            "servers": [
                {"url": "/{a}", "variables": {"a": {"default": "x", "enum": ["y"]}}}
            ]
        },
        "server-variable",
    ),
    ("/a", {"deprecated": "yes"}, "keyword-type"),
]


@pytest.mark.parametrize(("path", "parts", "code"), OPERATIONS)
def test_a_mended_operation_is_kept(
    tmp_path: Path, path: str, parts: Tree, code: str
) -> None:
    result = read_operation(tmp_path, parts, path=path)
    assert result.api.coverage.operations_kept == 1
    assert code in result.codes
    found = [one for one in result.findings if one.code == code]
    assert all(one.severity is Severity.REPAIR and one.place for one in found)


@pytest.mark.parametrize(("path", "parts", "code"), OPERATIONS)
def test_strictly_it_is_refused_and_the_others_go_on(
    tmp_path: Path, path: str, parts: Tree, code: str
) -> None:
    tree = document(
        paths={path: {"post": operation(**parts)}, "/other": {"get": operation()}}
    )
    result = read_tree(tmp_path, tree, lenient=False)
    assert [one.path.template for one in result.api.operations] == ["/other"]
    assert result.api.coverage.operations == 2
    (error,) = [one for one in result.findings if one.severity is Severity.ERROR]
    assert error.code == code
    assert error.place is not None
    assert error.place.pointer.startswith("/paths")


def test_a_status_in_two_spellings_is_read_once(tmp_path: Path) -> None:
    responses = {"2XX": {"description": "a"}, "2xx": {"description": "b"}}
    result = read_operation(tmp_path, {"responses": responses})
    (response,) = result.operation.responses
    assert response.docs.description.raw == "a"
    assert result.codes == ["status-unknown", "status-duplicate"]


@pytest.mark.parametrize(
    ("version", "severity"),
    [
        ("3.0.3", Severity.REPAIR),
        ("3.1.0", Severity.NOTE),
        ("3.2.0", Severity.NOTE),
    ],
)
def test_responses_may_be_missing_since_3_1(
    tmp_path: Path, version: str, severity: Severity
) -> None:
    paths = {"/a": {"delete": {"operationId": "d"}}}
    result = read_tree(tmp_path, document(openapi=version, paths=paths))
    assert [(one.code, one.severity) for one in result.findings] == [
        ("responses-missing", severity)
    ]
