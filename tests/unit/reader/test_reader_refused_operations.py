"""Operations that nothing mends: refused alone, and told apart from their neighbours."""

from __future__ import annotations

from pathlib import Path

import pytest
from reader_documents import STRING, Tree, document, operation, read_tree

from generator.diagnostics import Severity

REFUSED: list[tuple[str, Tree, str]] = [
    ("/a/{id", {}, "path-template"),
    ("/a/{}", {}, "path-template"),
    ("/a/id}", {}, "path-template"),
    (
        "/a",
        {
            "parameters": [
                {"name": "", "in": "cookie", "required": True, "schema": STRING}
            ]
        },
        "parameter-name",
    ),
    (
        "/a",
        {
            "parameters": [
                {"name": "q", "in": "moon", "required": True, "schema": STRING}
            ]
        },
        "parameter-location",
    ),
    (
        "/a",
        {"parameters": [{"name": "q", "in": "querystring", "schema": STRING}]},
        "parameter-untyped",
    ),
    ("/a", {"requestBody": {"required": True, "content": {";": {}}}}, "content-count"),
    ("/a", {"requestBody": {}}, "keyword-missing"),
]


@pytest.mark.parametrize(("path", "parts", "code"), REFUSED)
def test_what_has_no_sensible_reading_is_refused_alone(
    tmp_path: Path, path: str, parts: Tree, code: str
) -> None:
    tree = document(
        paths={path: {"post": operation(**parts)}, "/other": {"get": operation()}}
    )
    result = read_tree(tmp_path, tree)
    assert [one.path.template for one in result.api.operations] == ["/other"]
    errors = [one for one in result.findings if one.severity is Severity.ERROR]
    assert [one.code for one in errors] == [code]
    assert errors[0].place is not None


def test_duplicate_operation_ids_leave_the_first(tmp_path: Path) -> None:
    tree = document(
        paths={
            "/a": {"get": operation(operationId="same")},
            "/b": {"get": operation(operationId="same")},
        }
    )
    result = read_tree(tmp_path, tree)
    assert [one.id for one in result.api.operations] == ["same", "GET /b"]
    assert [one.name.wire for one in result.api.operations] == ["same", ""]
    assert result.pointers("operation-id-duplicate") == ["/paths/~1b/get"]


def test_paths_that_cannot_be_told_apart(tmp_path: Path) -> None:
    paths = {"/user/%61bc": {"get": operation()}, "/user/a%62c": {"get": operation()}}
    result = read_tree(tmp_path, document(paths=paths))
    assert result.api.coverage.operations_kept == 2
    assert result.codes == ["path-ambiguous"]
