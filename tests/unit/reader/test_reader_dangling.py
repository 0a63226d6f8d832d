"""References that lead nowhere: the smallest part goes that a call can do without."""

from __future__ import annotations

from pathlib import Path

import pytest
from dangling_parts import (
    COMPONENTS,
    GONE,
    LOST,
    OK,
    answer,
    content,
    multipart,
    parameter,
)
from reader_documents import STRING, Tree, document, operation, read_tree

from generator.diagnostics import Severity
from generator.ir.operation import Operation


def read_one(folder: Path, parts: Tree) -> tuple[Operation | None, list[Severity]]:
    paths = {"/a": {"post": operation(**parts)}}
    result = read_tree(folder, document(paths=paths, components=COMPONENTS))
    codes = {"ref-dangling", "ref-remote", "ref-cycle", "schema-refused"}
    found: list[Severity] = []
    for one in result.all_findings:
        if one.code in codes:
            assert one.place is not None
            # What is never referred to stays a warning.
            if not one.place.pointer.startswith("/components/responses"):
                found.append(one.severity)
    left = result.api.operations
    return (left[0] if left else None), found


def spared(x: Tree) -> dict[str, Tree]:
    """Operations with a schema where a call can do without it."""
    both = content(x, "text/plain")
    items = {"type": "array", "items": x}
    header = {"description": "", "headers": {"X-A": {"schema": x}}}
    members = {"properties": {"a": x, "b": STRING}}
    return {
        "an optional parameter": parameter(x),
        "an optional header": parameter(x, **{"in": "header"}),
        "an optional cookie": parameter(x, **{"in": "cookie"}),
        "an error": {"responses": OK | answer("400", x)},
        "errors of a kind": {"responses": OK | answer("5XX", x)},
        "the default beside a success": {"responses": OK | answer("default", x)},
        "an optional body": {"requestBody": content(x)},
        "a form of several": {"requestBody": both | {"required": True}},
        "a form of an answer": {"responses": answer("200", x, "text/plain")},
        "a header of an answer": {"responses": {"200": header}},
        "a parameter by its content": {
            "parameters": [{"name": "q", "in": "query", **content(x)}]
        },
        "a member of a parameter": parameter({"properties": {"a": x}}, required=True),
        "a header of a part": {
            "requestBody": multipart({"headers": {"X-A": {"schema": x}}})
        },
        "items of an answer": {"responses": answer("200", items)},
        "a member of a body": {"requestBody": content(members) | {"required": True}},
    }


@pytest.mark.parametrize("schema", LOST, ids=lambda x: str(x["$ref"]))
@pytest.mark.parametrize("part", spared(STRING))
def test_what_a_call_can_do_without_refuses_nothing(
    tmp_path: Path, part: str, schema: Tree
) -> None:
    left, severities = read_one(tmp_path, spared(schema)[part])
    assert left is not None
    assert set(severities) == {Severity.REPAIR}
    assert "$unread" not in str(left)
    assert "Alias" not in str(left)


def needed(x: Tree) -> dict[str, Tree]:
    """Operations with a schema where a call needs it."""
    shared = {"$ref": "#/components/responses/Lost"}
    return {
        "a required parameter": parameter(x, required=True),
        "a success": {"responses": answer("200", x)},
        "one success of two": {"responses": OK | answer("202", x)},
        "the default alone": {"responses": answer("default", x)},
        "the default of errors": {
            "responses": answer("400", STRING) | answer("default", x)
        },
        "a required body": {"requestBody": content(x) | {"required": True}},
        "a shared success": {"responses": {"200": shared}},
    }


@pytest.mark.parametrize("schema", LOST, ids=lambda x: str(x["$ref"]))
@pytest.mark.parametrize("part", needed(STRING))
def test_what_a_call_needs_refuses_the_operation(
    tmp_path: Path, part: str, schema: Tree
) -> None:
    left, severities = read_one(tmp_path, needed(schema)[part])
    assert left is None
    assert Severity.ERROR in severities


# References to other objects than schemas: the operation, and whether it is left.
OTHERS: list[tuple[Tree, bool]] = [
    ({"responses": OK | {"400": {"$ref": "#/components/responses/No"}}}, True),
    ({"responses": OK | {"default": {"$ref": "no.yaml"}}}, True),
    ({"responses": OK | {"default": {"$ref": "https://a.example/b"}}}, True),
    ({"responses": {"200": {"$ref": "#/components/responses/No"}}}, False),
    ({"responses": {"default": {"$ref": "#/components/responses/No"}}}, False),
    ({"parameters": [{"$ref": "#/components/parameters/No"}]}, False),
    ({"requestBody": {"$ref": "#/components/requestBodies/No"}}, False),
    (
        {
            "responses": {
                "200": {"description": "", "headers": {"X-A": {"$ref": "#/no"}}}
            }
        },
        True,
    ),
    (
        {
            "requestBody": {
                "content": {"text/plain": {"examples": {"a": {"$ref": "#/no"}}}}
            }
        },
        True,
    ),
    ({"responses": OK | {"400": {"description": "", "content": GONE}}}, True),
]


@pytest.mark.parametrize(("parts", "is_left"), OTHERS)
def test_other_objects(tmp_path: Path, parts: Tree, is_left: bool) -> None:
    left, severities = read_one(tmp_path, parts)
    assert (left is not None) is is_left
    assert (Severity.ERROR in severities) is not is_left
    assert Severity.WARNING not in severities


def test_an_error_whose_body_dangles_is_still_an_error(tmp_path: Path) -> None:
    left, _ = read_one(tmp_path, {"responses": OK | answer("404", GONE)})
    assert left is not None
    assert [one.status for one in left.responses] == ["200", "404"]
    assert left.responses[1].content == ()
