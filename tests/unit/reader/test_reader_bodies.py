"""Bodies of requests and responses."""

from __future__ import annotations

from pathlib import Path

import pytest
from reader_documents import (
    STRING,
    Result,
    Tree,
    document,
    operation,
    read_operation,
    read_tree,
)

from generator.ir.operation import MediaType
from generator.ir.types import (
    Anything,
    Array,
    Binary,
    Enumeration,
    Integer,
    String,
    Type,
)
from generator.ir.value import Json, Text


def read_response_type(folder: Path, content: Tree) -> tuple[MediaType, Result]:
    responses = {"200": {"description": "", "content": content}}
    result = read_operation(folder, {"responses": responses})
    (media,) = result.operation.responses[0].content
    return media, result


BODIES: list[tuple[str, Tree, Type]] = [
    ("application/json", {}, Anything()),
    ("application/json", {"schema": STRING}, String()),
    ("application/problem+json; charset=utf-8", {}, Anything()),
    ("text/plain", {}, String()),
    ("text/html", {"schema": STRING}, String()),
    ("application/xml", {}, String()),
    ("application/octet-stream", {}, Binary()),
    ("application/pdf", {"schema": STRING}, Binary()),
    ("image/*", {"schema": {"type": "string", "format": "binary"}}, Binary()),
    ("application/zip", {"schema": {}}, Binary()),
    ("*/*", {"schema": STRING}, String()),
    ("multipart/form-data", {}, Anything()),
]


@pytest.mark.parametrize(("content_type", "media", "want"), BODIES)
def test_the_type_of_a_body(
    tmp_path: Path, content_type: str, media: Tree, want: Type
) -> None:
    found, result = read_response_type(tmp_path, {content_type: media})
    assert found.content_type == content_type
    assert found.type == want
    assert result.codes == []


MEDIA_TYPES = [
    ("applicationjson;version=1", "application/json;version=1"),
    ("JSON", "application/json"),
    ("application/json, charset=utf-8", "application/json; charset=utf-8"),
    ("application/json, application/xml", "application/json"),
    ("form-data", "multipart/form-data"),
    ("x-www-form-urlencoded", "application/x-www-form-urlencoded"),
    ("json;a=\x00", "application/json"),
    ("text/csv, a=\n", "text/csv"),
    ("text", None),
    ("", "*/*"),
    ("*", "*/*"),
    ("xls", None),
    (";", None),
]


@pytest.mark.parametrize(("written", "media_type"), MEDIA_TYPES)
def test_a_key_that_is_no_media_type(
    tmp_path: Path, written: str, media_type: str | None
) -> None:
    responses = {"200": {"description": "", "content": {written: {"schema": STRING}}}}
    result = read_operation(tmp_path, {"responses": responses})
    found = [media.content_type for media in result.operation.responses[0].content]
    assert found == [media_type] * (media_type is not None)
    assert result.codes == ["content-type"]


def test_a_media_type_comes_before_one_that_was_meant(tmp_path: Path) -> None:
    content = {"json": {"schema": STRING}, "application/json": {}, "": {}}
    body = {"content": content, "required": True}
    result = read_operation(tmp_path, {"requestBody": body}, method="post")
    assert result.operation.body is not None
    found = {media.content_type: media.type for media in result.operation.body.content}
    assert found == {"application/json": Anything(), "*/*": Binary()}
    assert result.codes == ["content-type", "content-type"]


def test_sequential_bodies(tmp_path: Path) -> None:
    media = {"itemSchema": {"type": "integer"}}
    found, _ = read_response_type(tmp_path, {"application/jsonl": media})
    assert found.item == Integer()
    assert found.type == Array(item=Integer())


def test_encodings(tmp_path: Path) -> None:
    media = {
        "schema": {"type": "object", "properties": {"a": STRING, "b": STRING}},
        "encoding": {
            "a": {
                "contentType": "image/png, image/jpeg",
                "headers": {"X-Id": {"schema": STRING, "required": True}},
            },
            "b": {"style": "pipeDelimited", "explode": True, "allowReserved": True},
        },
    }
    body = {"content": {"multipart/form-data": media}, "required": True}
    result = read_operation(tmp_path, {"requestBody": body}, method="post")
    assert result.operation.body is not None
    assert result.operation.body.required
    first, second = result.operation.body.content[0].encodings
    assert (first.property, first.content_type) == ("a", "image/png, image/jpeg")
    assert (first.headers[0].name.wire, first.headers[0].required) == ("X-Id", True)
    assert (first.style, first.explode) == ("", None)
    assert (second.style, second.explode) == ("pipeDelimited", True)
    assert second.allow_reserved


def test_encodings_within_parts(tmp_path: Path) -> None:
    media = {
        "schema": {"type": "object", "properties": {"a": {"type": "array"}}},
        "encoding": {
            "a": {
                "contentType": "multipart/mixed",
                "prefixEncoding": [{"contentType": "text/html"}],
                "itemEncoding": {
                    "contentType": "multipart/form-data",
                    "encoding": {"b": {"contentType": "image/png"}},
                },
            }
        },
    }
    body = {"content": {"multipart/form-data": media}}
    result = read_operation(tmp_path, {"requestBody": body}, method="post")
    assert result.operation.body is not None
    (outer,) = result.operation.body.content[0].encodings
    assert [one.content_type for one in outer.prefix_encodings] == ["text/html"]
    assert outer.item_encoding is not None
    (inner,) = outer.item_encoding.encodings
    assert (inner.property, inner.content_type) == ("b", "image/png")
    assert result.codes == []


def test_faulty_encodings_within_parts(tmp_path: Path) -> None:
    media = {
        "schema": {"type": "object", "properties": {"a": {}}},
        "encoding": {
            "a": {
                "prefixEncoding": [3],
                "itemEncoding": {"style": "matrix"},
                "encoding": {"b": {"contentTyp": "image/png"}},
            }
        },
    }
    body = {"content": {"multipart/form-data": media}}
    result = read_operation(tmp_path, {"requestBody": body}, method="post")
    here = "/paths/~1things/post/requestBody/content/multipart~1form-data/encoding/a"
    assert result.pointers("object-expected") == [f"{here}/prefixEncoding/0"]
    assert result.pointers("style-unknown") == [f"{here}/itemEncoding/style"]
    assert result.pointers("keyword-unread") == [f"{here}/encoding/b/contentTyp"]


def test_the_values_of_a_part_s_headers(tmp_path: Path) -> None:
    headers = {
        "X-Const": {"schema": {"const": 7}},
        "X-Default": {"schema": {"type": "string", "default": "a"}},
        "X-Content": {"content": {"text/plain": {"schema": {"default": "b"}}}},
        "Content-Type": {"schema": {"const": "text/plain"}},
    }
    media = {"schema": {"type": "object"}, "encoding": {"a": {"headers": headers}}}
    body = {"content": {"multipart/form-data": media}}
    result = read_operation(tmp_path, {"requestBody": body}, method="post")
    assert result.operation.body is not None
    (encoding,) = result.operation.body.content[0].encodings
    const, default, content = encoding.headers
    assert const.type == Enumeration(values=(7,))
    assert (const.default, default.default) == (None, Json(value="a"))
    assert content.default == Json(value="b")


def test_encodings_of_numbered_parts(tmp_path: Path) -> None:
    media = {
        "schema": {"prefixItems": [{}, {}]},
        "prefixEncoding": [{"contentType": "text/plain"}, {}],
        "itemEncoding": {"contentType": "image/png"},
    }
    found, result = read_response_type(tmp_path, {"multipart/mixed": media})
    assert [one.content_type for one in found.prefix_encodings] == ["text/plain", ""]
    assert found.item_encoding is not None
    assert found.item_encoding.content_type == "image/png"
    assert result.codes == []


def test_responses_by_status(tmp_path: Path) -> None:
    reference = {"$ref": "#/components/responses/Error"}
    result = read_operation(
        tmp_path,
        {
            "responses": {
                "200": {"description": "Fine"},
                "201": {
                    "description": "Made",
                    "headers": {"Location": {"schema": STRING}},
                },
                "4XX": reference,
                "default": reference,
                "x-more": {},
            }
        },
        components={
            "responses": {
                "Error": {
                    "description": "Not fine",
                    "content": {"application/json": {"schema": STRING}},
                }
            }
        },
    )
    found = result.operation.responses
    assert [one.status for one in found] == ["200", "201", "4XX", "default"]
    assert found[0].content == ()
    assert found[1].headers[0].name.wire == "Location"
    assert found[2].content == found[3].content != ()
    assert found[3].docs.description == Text(raw="Not fine")
    assert result.codes == []


def test_gaps_in_the_responses_are_noted(tmp_path: Path) -> None:
    paths = {
        "/a": {"get": operation(responses={"default": {"description": ""}})},
        "/b": {"get": operation()},
        "/c": {"get": operation()},
    }
    result = read_tree(tmp_path, document(paths=paths))
    assert result.pointers("responses-unsuccessful") == ["/paths/~1a/get"]
    assert result.pointers("errors-undescribed") == ["/paths/~1b/get"]


def test_links_are_ignored_with_a_note(tmp_path: Path) -> None:
    responses = {"200": {"description": "", "links": {"next": {"operationId": "a"}}}}
    result = read_operation(tmp_path, {"responses": responses})
    assert result.codes == ["keyword-ignored"]
    assert result.pointers("keyword-ignored") == [
        "/paths/~1things/get/responses/200/links"
    ]
