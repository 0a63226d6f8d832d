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


UNREAD: list[tuple[object, int, Severity]] = [
    ({"/a": {"post": [1]}}, 2, Severity.ERROR),
    ({"/a": {"post": "hi", "put": None, "patch": {}}}, 4, Severity.ERROR),
    ({"/a": {"additionalOperations": {"A B": {}}}}, 2, Severity.ERROR),
    ({"/a": {"additionalOperations": {"AB": [1]}}}, 2, Severity.ERROR),
    ({"/a": [1]}, 2, Severity.ERROR),
    ({"/a": None}, 1, Severity.REPAIR),
    ({"x-a": []}, 1, Severity.NOTE),
]


@pytest.mark.parametrize(("paths", "total", "severity"), UNREAD)
def test_what_is_no_operation_but_stands_for_one_is_counted(
    tmp_path: Path, paths: Tree, total: int, severity: Severity
) -> None:
    tree = document(paths=paths | {"/other": {"get": operation()}})
    result = read_tree(tmp_path, tree)
    assert result.api.coverage.operations == total
    gravest = min(result.findings, key=lambda one: [*Severity].index(one.severity))
    assert gravest.severity is severity


def test_a_path_item_that_is_not_there_is_counted(tmp_path: Path) -> None:
    paths = {"/a": {"$ref": "#/nowhere"}, "/other": {"get": operation()}}
    coverage = read_tree(tmp_path, document(paths=paths)).api.coverage
    assert (coverage.operations_kept, coverage.operations) == (1, 2)


@pytest.mark.parametrize(
    ("paths", "severity"),
    [([1], Severity.ERROR), ("hi", Severity.ERROR), (None, Severity.REPAIR)],
)
def test_paths_that_are_no_map(
    tmp_path: Path, paths: object, severity: Severity
) -> None:
    result = read_tree(tmp_path, document(paths=paths))
    assert [one.severity for one in result.findings] == [severity]


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
    assert result.pointers("operation-id-duplicate") == ["/paths/~1b/get/operationId"]


def test_paths_that_cannot_be_reported_apart(tmp_path: Path) -> None:
    paths = {"/user/%61bc": {"get": operation()}, "/user/a%62c": {"get": operation()}}
    result = read_tree(tmp_path, document(paths=paths))
    assert result.api.coverage.operations_kept == 2
    assert result.codes == ["path-ambiguous"]
