"""Names of schemas by where they stand, in one file or in several."""

from __future__ import annotations

from pathlib import Path

import pytest
from reader_documents import Tree, document, operation, read_tree

from generator.ir.name import Name
from generator.reader.schema.name import wire_name

NAMES = [
    ("", "/components/schemas/Note", "Note"),
    ("", "/components/schemas/schema", "schema"),
    ("", "/components/schemas/200", "200"),
    ("", "/components/schemas/Note/properties/author", "Note author"),
    ("", "/components/schemas/Note/properties/tags/items", "Note tags item"),
    ("", "/components/schemas/Note/properties/properties", "Note properties"),
    ("", "/components/schemas/Note/allOf/1", "Note"),
    ("", "/components/schemas/Note/additionalProperties", "Note value"),
    ("", "/components/schemas/Note/$defs/Inner", "Note Inner"),
    ("", "/components/schemas/Note/definitions/Inner", "Note Inner"),
    ("", "/components/schemas/A/properties/b/properties/c/properties/d", "b c d"),
    ("", "/components/responses/Error/content/application~1json/schema", "Error"),
    ("", "/components/parameters/Page/schema", "Page"),
    (
        "",
        "/paths/~1notes~1{id}/get/responses/200/content/application~1json/schema",
        "/notes/{id} get response 200",
    ),
    (
        "",
        "/paths/~1notes/post/requestBody/content/application~1json/schema",
        "/notes post request",
    ),
    ("schemas/note.yaml", "", "note"),
    ("schemas/notes.yaml", "/Note", "Note"),
    ("common.json", "/$defs/Error", "Error"),
    ("common.json", "/components/schemas/Error", "Error"),
]


@pytest.mark.parametrize(("file", "pointer", "want"), NAMES)
def test_the_name_of_a_schema(file: str, pointer: str, want: str) -> None:
    assert wire_name(file, pointer) == want


def test_schemas_of_other_files_and_at_any_pointer(tmp_path: Path) -> None:
    def answer(reference: str) -> Tree:
        content = {"application/json": {"schema": {"$ref": reference}}}
        return operation(responses={"200": {"description": "", "content": content}})

    tree = document(
        paths={
            "/a": {"get": answer("note.json")},
            "/b": {"get": answer("common.json#/Error")},
            "/c": {
                "get": answer(
                    "#/paths/~1d/get/responses/200/content/application~1json/schema"
                )
            },
            "/d": {
                "get": operation(
                    responses={
                        "200": {
                            "description": "",
                            "content": {
                                "application/json": {"schema": {"type": "string"}}
                            },
                        }
                    }
                )
            },
        }
    )
    files: dict[str, Tree] = {
        "note.json": {"properties": {"error": {"$ref": "common.json#/Error"}}},
        "common.json": {"Error": {"type": "string", "x-sdk-name": "Failure"}},
    }
    result = read_tree(tmp_path, tree, files=files)
    assert {one.id: one.name for one in result.api.declarations} == {
        "note.json#": Name(wire="note"),
        "common.json#/Error": Name(wire="Error", preferred="Failure"),
        "paths/~1d/get/responses/200/content/application~1json/schema": Name(
            wire="/d get response 200"
        ),
    }
    assert result.codes == []
