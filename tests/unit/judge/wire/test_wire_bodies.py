"""Bodies are read off the document: what stands in each media type, and how."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.judge.source.original import Original, Tree
from tests.judge.wire.request.bodies import Body, Field, bodies

TEXT = {"type": "string"}
FILE = {"type": "string", "format": "binary"}


def read(
    tmp_path: Path, operation: Tree, item: Tree = None, **root: Tree
) -> list[Body]:
    place = tmp_path / "a.json"
    version = {} if "swagger" in root else {"openapi": "3.1.0"}
    document = {**version, **root, "paths": {"/": {"post": operation, **(item or {})}}}
    place.write_text(json.dumps(document), "utf-8")
    original = Original(place)
    [(_, _, item, piece)] = original.operations()
    return list(bodies(original, item, piece))


@pytest.mark.parametrize(
    ("media_type", "schema", "sort", "drawn"),
    [
        ("application/json; charset=utf-8", TEXT, "json", TEXT),
        ("application/merge-patch+json", {}, "json", {}),
        (
            "application/x-www-form-urlencoded",
            {"type": "object"},
            "form",
            {"type": "object"},
        ),
        ("multipart/mixed", {}, "multipart", {}),
        ("text/csv", TEXT, "text", TEXT),
        ("text/csv", {"type": "object"}, "text", TEXT),
        ("application/xml", {"type": "object"}, "bytes", {"type": "object"}),
        ("*/*", {}, "bytes", {}),
    ],
)
def test_media_types(
    tmp_path: Path, media_type: str, schema: Tree, sort: str, drawn: Tree
) -> None:
    content = {media_type: {"schema": schema}}
    [body] = read(tmp_path, {"requestBody": {"content": content, "required": True}})
    assert (body.media_type, body.sort, body.schema) == (media_type, sort, drawn)
    assert body.required
    assert body.undrawn == ""


@pytest.mark.parametrize(
    ("media", "undrawn"),
    [
        ({"itemSchema": {}}, "bodies of items, application/json"),
        ({"schema": {"$ref": "#/no"}}, "bodies without a value of bounded size"),
        ({}, ""),
    ],
)
def test_bodies_that_are_not_drawn_say_why(
    tmp_path: Path, media: Tree, undrawn: str
) -> None:
    content = {"application/json": media}
    [body] = read(tmp_path, {"requestBody": {"content": content}})
    assert body.undrawn == undrawn


@pytest.mark.parametrize(
    ("content", "want"),
    [
        ({"a/b": {}, "a/b; charset=utf-8": {"schema": TEXT}}, ["a/b; charset=utf-8"]),
        ({"a/b; c=1": {"schema": TEXT}, "A/B": {"example": 1}}, ["a/b; c=1"]),
        ({"a/b": {"schema": TEXT}, "a/b; c=1": {"schema": TEXT}}, ["a/b", "a/b; c=1"]),
        ({"a/b": {}, "a/c": {"schema": TEXT}}, ["a/b", "a/c"]),
        ({"a/b": {}, "a/b; c=1": {}}, ["a/b", "a/b; c=1"]),
    ],
)
def test_what_another_spelling_describes_is_left_to_it(
    tmp_path: Path, content: Tree, want: list[str]
) -> None:
    found = read(tmp_path, {"requestBody": {"content": content}})
    assert [body.media_type for body in found] == want


def test_an_operation_without_a_body_has_none(tmp_path: Path) -> None:
    assert read(tmp_path, {}) == []


def test_fields_of_forms(tmp_path: Path) -> None:
    schema = {
        "allOf": [{"properties": {"a": FILE}}, {"$ref": "#/paths/~1/post/x-more"}],
        "properties": {"b": {"type": "array", "items": FILE}, "c": TEXT, "d": FILE},
    }
    encoding = {
        "c": {"style": "deepObject"},
        "d": {"contentType": "application/json"},
        "e": {"explode": False},
    }
    content = {"multipart/form-data": {"schema": schema, "encoding": encoding}}
    operation = {
        "requestBody": {"content": content},
        "x-more": {"properties": {"f": TEXT}},
    }
    [body] = read(tmp_path, operation)
    assert body.fields == {
        "a": Field(is_file=True),
        "b": Field(is_file=True),
        "c": Field(style="deepObject", explode=False),
        "d": Field(media_type="application/json"),
        "e": Field(style="form", explode=False),
        "f": Field(),
    }


def test_a_body_of_swagger(tmp_path: Path) -> None:
    parameter = {"in": "body", "name": "it", "required": True, "schema": TEXT}
    found = read(
        tmp_path,
        {"parameters": [parameter]},
        swagger="2.0",
        consumes=["application/json", "text/plain"],
    )
    assert [(body.media_type, body.sort, body.required) for body in found] == [
        ("application/json", "json", True),
        ("text/plain", "text", True),
    ]


def test_a_body_of_a_whole_path_item(tmp_path: Path) -> None:
    item = {"parameters": [{"in": "body", "name": "it", "schema": TEXT}]}
    [body] = read(tmp_path, {}, item, swagger="2.0")
    assert (body.media_type, body.schema) == ("application/json", TEXT)


@pytest.mark.parametrize(
    ("media_type", "want"),
    [
        ("*/*", True),
        ("application/*", True),
        ("openapi/client", True),
        (";", True),
        ("application/xml", False),
        ("application/json", False),
    ],
)
def test_media_types_that_leave_open_how_something_is_written(
    media_type: str, want: bool
) -> None:
    assert Body(media_type=media_type, sort="bytes").leaves_open is want


@pytest.mark.parametrize(
    ("consumes", "kind", "want"),
    [
        ([], "string", "application/x-www-form-urlencoded"),
        ([], "file", "multipart/form-data"),
        (["application/json"], "string", "application/x-www-form-urlencoded"),
        (["multipart/form-data"], "string", "multipart/form-data"),
    ],
)
def test_a_form_of_swagger(
    tmp_path: Path, consumes: list[str], kind: str, want: str
) -> None:
    listed = [
        {"in": "formData", "name": "a", "type": kind, "required": True},
        {
            "in": "formData",
            "name": "b",
            "type": "array",
            "items": TEXT,
            "collectionFormat": "pipes",
        },
    ]
    operation = {"parameters": listed, "consumes": consumes}
    [body] = read(tmp_path, operation, swagger="2.0")
    assert body.media_type == want
    assert body.schema["required"] == ["a"]
    assert body.fields == {
        "a": Field(style="form", explode=False, is_file=kind == "file"),
        "b": Field(style="pipeDelimited", explode=False),
    }
