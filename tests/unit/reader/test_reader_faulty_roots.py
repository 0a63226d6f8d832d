"""Faults outside of operations and schemas."""

from __future__ import annotations

from pathlib import Path

import pytest
from reader_documents import (
    Tree,
    document,
    operation,
    read_operation,
    read_tree,
)

ROOTS: list[tuple[Tree, str]] = [
    ({"paths": {"/a": None}}, "object-expected"),
    ({"webhooks": {"a": None}}, "object-expected"),
    ({"tags": [{"name": "a"}, {"name": "a"}]}, "tag-duplicate"),
    ({"tags": [None]}, "object-expected"),
    ({"servers": [{"url": "/a"}, {"url": "/a"}]}, "server-duplicate"),
    ({"servers": [None]}, "object-expected"),
    ({"components": {"schemas": {"a b": {}}}}, "component-name"),
    ({"components": {"parameters": {"a": None}}}, "object-expected"),
    ({"components": {"schemas": {"A": None}}}, "schema-shape"),
    ({"components": [1]}, "object-expected"),
    ({"info": [1]}, "object-expected"),
    ({"security": [{"missing": []}]}, "security-unknown"),
    ({"pahts": {}}, "keyword-unread"),
    ({"x-sdk-resource": {}}, "keyword-unread"),
    ({"x-anything": {}}, "extension-ignored"),
]


@pytest.mark.parametrize("lenient", [True, False])
@pytest.mark.parametrize(("parts", "code"), ROOTS)
def test_faults_outside_of_operations(
    tmp_path: Path, parts: Tree, code: str, lenient: bool
) -> None:
    tree = document(**{"paths": {"/b": {"get": operation()}}} | parts)
    result = read_tree(tmp_path, tree, lenient=lenient)
    assert code in result.codes
    assert all(one.place for one in result.findings)


@pytest.mark.parametrize(
    ("scheme", "code"),
    [
        ({"type": "amongus"}, "security-scheme"),
        ({"type": "apiKey", "in": "amongus", "name": "a"}, "security-scheme"),
        ({"type": "apiKey", "in": "query", "name": ""}, "security-scheme"),
        ({"type": "apiKey", "in": "header", "name": "a\r\nb"}, "security-scheme"),
        ({"type": "http", "scheme": ""}, "security-scheme"),
        ({"type": "http", "scheme": "amongus"}, "security-unregistered"),
        ({"type": "oauth2"}, "keyword-missing"),
        ({"type": "oauth2", "flows": None}, "security-scheme"),
        ({"type": "oauth2", "flows": {"magic": {}}}, "security-flow"),
        ({"type": "oauth2", "flows": {"password": {"tokenUrl": "-"}}}, "security-url"),
        ({"type": "openIdConnect", "openIdConnectUrl": "-"}, "security-url"),
        (None, "keyword-type"),
    ],
)
def test_a_faulty_security_scheme(tmp_path: Path, scheme: object, code: str) -> None:
    result = read_operation(
        tmp_path,
        {"security": [{"a": []}]},
        components={"securitySchemes": {"a": scheme}},
    )
    assert code in result.codes
    assert result.api.coverage.operations_kept == 1
