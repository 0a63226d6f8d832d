"""Operations: methods, path items, and what is said about them."""

from __future__ import annotations

from pathlib import Path

from reader_documents import (
    STRING,
    document,
    operation,
    read_operation,
    read_tree,
)

from generator.ir.name import Name
from generator.ir.value import Docs, Text

METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]


def test_every_method(tmp_path: Path) -> None:
    item = {method: operation(operationId=method) for method in METHODS}
    item["additionalOperations"] = {
        "LINK": operation(operationId="link"),
        "unlink": operation(operationId="unlink"),
    }
    result = read_tree(tmp_path, document(paths={"/a": item}))
    assert [one.method for one in result.api.operations] == [
        *(method.upper() for method in METHODS),
        "LINK",
        "unlink",
    ]
    assert result.codes == []


def test_a_method_among_the_additional_ones(tmp_path: Path) -> None:
    paths = {
        "/a": {"additionalOperations": {"POST": operation(), "no method": operation()}},
        "/b": {"post": operation(), "additionalOperations": {"post": operation()}},
    }
    result = read_tree(tmp_path, document(paths=paths))
    assert [one.id for one in result.api.operations] == ["POST /a", "POST /b"]
    assert result.codes == ["method-additional", "method-unknown", "method-duplicate"]


def test_a_method_in_capitals_is_refused_with_its_place(tmp_path: Path) -> None:
    item = {"GET": operation(), "get": operation(), "Post": operation()}
    result = read_tree(tmp_path, document(paths={"/a": item}))
    assert [one.id for one in result.api.operations] == ["GET /a"]
    assert result.codes == ["method-case", "method-case"]
    places = [one.place for one in result.findings if one.code == "method-case"]
    assert [getattr(place, "pointer", "") for place in places] == [
        "/paths/~1a/GET",
        "/paths/~1a/Post",
    ]


def test_a_path_item_elsewhere_and_what_stands_beside_its_reference(
    tmp_path: Path,
) -> None:
    tree = document(
        paths={
            "/a/{id}": {
                "$ref": "#/components/pathItems/Shared",
                "post": operation(operationId="own"),
                "summary": "Own",
            }
        },
        components={
            "pathItems": {
                "Shared": {
                    "summary": "Theirs",
                    "parameters": [
                        {"name": "id", "in": "path", "required": True, "schema": STRING}
                    ],
                    "get": operation(operationId="theirs"),
                }
            }
        },
    )
    result = read_tree(tmp_path, tree)
    found = {one.id: one for one in result.api.operations}
    assert found.keys() == {"own", "theirs"}
    assert {one.docs.summary.raw for one in found.values()} == {"Own"}
    assert all(len(one.parameters) == 1 for one in found.values())
    assert result.codes == []


def test_an_operation_keeps_everything_said_about_it(tmp_path: Path) -> None:
    result = read_operation(
        tmp_path,
        {
            "operationId": "listNotes",
            "summary": "List",
            "description": "All of them.",
            "externalDocs": {"url": "https://example.com"},
            "deprecated": True,
            "tags": ["Notes", "Notes", "More"],
            "x-sdk-resource": "notes.comments",
            "x-sdk-method": "list",
        },
        path="/notes/{id}/all",
    )
    found = result.operation
    assert found.id == "listNotes"
    assert found.name == Name(wire="listNotes", preferred="list")
    assert found.resource == (Name(wire="notes"), Name(wire="comments"))
    assert found.tags == ("Notes", "More")
    assert found.deprecated
    assert found.docs == Docs(
        summary=Text(raw="List"),
        description=Text(raw="All of them."),
        link=Text(raw="https://example.com"),
    )
    assert found.path.template == "/notes/{id}/all"
    assert found.path.slots == ("id",)


def test_tags_title_version_and_prose(tmp_path: Path) -> None:
    tree = document(
        info={"title": "Notes", "version": "2", "summary": "S", "description": "D"},
        externalDocs={"url": "https://example.com"},
        tags=[{"name": "Notes", "summary": "N", "x-sdk-name": "memos"}],
    )
    api = read_tree(tmp_path, tree).api
    assert (api.title, api.version) == ("Notes", "2")
    assert api.docs == Docs(
        summary=Text(raw="S"),
        description=Text(raw="D"),
        link=Text(raw="https://example.com"),
    )
    (resource,) = api.resources
    assert (resource.id, resource.name) == (
        "Notes",
        (Name(wire="Notes", preferred="memos"),),
    )
    assert resource.docs.summary == Text(raw="N")


def test_names_chosen_by_the_extension(tmp_path: Path) -> None:
    named = {"x-sdk-name": "chosen"}
    tree = document(
        servers=[{"url": "/{a}", "variables": {"a": named | {"default": "x"}}} | named],
        components={
            "securitySchemes": {"a": named | {"type": "http", "scheme": "bearer"}},
            "schemas": {"A": named | STRING},
        },
        paths={
            "/a": {
                "get": operation(
                    responses={
                        "200": {
                            "description": "",
                            "headers": {"A": named | {"schema": STRING}},
                        }
                    }
                )
            }
        },
        webhooks={"a": named | {"post": operation()}},
    )
    result = read_tree(tmp_path, tree)
    api = result.api
    server = api.servers[0]
    names = [
        server.name,
        server.variables[0].name,
        api.schemes[0].name,
        api.declarations[0].name,
        result.operation.responses[0].headers[0].name,
        api.webhooks[0].name,
    ]
    assert [name and name.preferred for name in names] == ["chosen"] * len(names)
    assert result.codes == []
