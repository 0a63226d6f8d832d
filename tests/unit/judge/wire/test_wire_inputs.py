"""What operations take is read off the document, and arguments are drawn for it."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from tests.judge.sampling.draw import drawn
from tests.judge.sampling.schema_validator import Judge
from tests.judge.source.original import Original, Tree
from tests.judge.wire.request.inputs import (
    Arguments,
    Request,
    arguments,
    requests,
)


def read(
    tmp_path: Path, item: Tree, path: str = "/a"
) -> tuple[Original, list[Request]]:
    place = tmp_path / "a.json"
    document = {"openapi": "3.1.0", "paths": {path: item}}
    place.write_text(json.dumps(document), "utf-8")
    original = Original(place)
    return original, list(requests(original))


def parameter(name: str, place: str, **more: Tree) -> Tree:
    return {"name": name, "in": place, "schema": {"type": "string"}, **more}


def test_parameters_of_path_item_and_operation_are_one_list(tmp_path: Path) -> None:
    item = {
        "parameters": [parameter("a", "query"), parameter("b", "query", required=True)],
        "get": {"parameters": [parameter("a", "query", required=True)]},
        "query": {},
        "additionalOperations": {"COPY": {}},
    }
    _, found = read(tmp_path, item)
    assert [request.method for request in found] == ["GET", "QUERY", "COPY"]
    required = {slot.name: slot.required for slot in found[0].slots}
    assert required == {"a": True, "b": True}


@pytest.mark.parametrize(
    ("written", "want"),
    [
        (parameter("Accept", "header"), False),
        (parameter("content-type", "header"), False),
        (parameter("not a token", "header"), False),
        (parameter("not;one", "cookie"), False),
        (parameter("X-One", "header"), True),
        (parameter("any thing", "query"), True),
        (parameter("a", "nowhere"), False),
        ({"$ref": "#/nowhere"}, None),
        (None, False),
    ],
)
def test_only_what_can_be_sent_is_taken(
    tmp_path: Path, written: Tree, want: bool | None
) -> None:
    _, [request] = read(tmp_path, {"get": {"parameters": [written]}})
    assert bool(request.slots) is bool(want)
    assert request.unsent == (
        "operations with references that lead nowhere" if want is None else ""
    )


def test_a_name_of_the_path_that_nothing_declares_is_a_text(tmp_path: Path) -> None:
    _, [request] = read(tmp_path, {"get": {}}, "/a/{b}")
    for each in drawn(arguments(request), 20, 5.0):
        assert isinstance(each.given["path"]["b"], str)
        assert each.given["path"]["b"] not in {"", ".", ".."}
    assert request.slots[0].written is None


@pytest.mark.parametrize(
    ("path", "places", "want"),
    [
        ("/a/{b}", ["query"], {("path", "b", True)}),
        ("/a/{b:[0-9]+}", ["query"], {("path", "b:[0-9]+", True)}),
        ("/a/{b}", ["query", "path"], {("query", "b", False), ("path", "b", False)}),
        ("/a/{b}", ["header"], {("header", "b", False), ("path", "b", False)}),
        ("/a", ["query"], {("query", "b", False)}),
    ],
)
def test_a_name_of_the_path_that_the_query_declares_is_the_paths(
    tmp_path: Path, path: str, places: list[str], want: set[tuple[str, str, bool]]
) -> None:
    listed = [parameter("b", place, required=True) for place in places]
    _, [request] = read(tmp_path, {"get": {"parameters": listed}}, path)
    found = {(slot.place, slot.name, slot.is_moved) for slot in request.slots}
    assert found == want
    moved = [slot for slot in request.slots if slot.is_moved]
    assert all(slot.required and slot.written for slot in moved)


def test_drawn_arguments_are_held_against_the_schemas(tmp_path: Path) -> None:
    body = {
        "type": "object",
        "required": ["n"],
        "properties": {"n": {"type": "integer"}},
    }
    operation = {
        "parameters": [
            parameter("q", "query", schema={"enum": ["x", "y"]}, required=True)
        ],
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": body}},
        },
    }
    original, [found] = read(tmp_path, {"post": operation})
    request = msgspec.structs.replace(found, body=found.bodies[0])
    judge = Judge(original, sent=True)
    several = drawn(arguments(request), 10, 5.0)
    assert several
    for each in several:
        assert each.given["query"]["q"] in {"x", "y"}
        assert isinstance(each.given["body"]["n"], int)
        assert each.is_allowed(request, judge)
        each.given["body"]["n"] = "no number"
        assert not each.is_allowed(request, judge)


def test_a_header_that_http_writes_itself_leaves_no_choice(tmp_path: Path) -> None:
    listed = [parameter("Content-Length", "header", required=True)]
    _, [request] = read(tmp_path, {"get": {"parameters": listed}})
    assert request.slots == ()
    assert request.unsent == "operations that require the header Content-Length"


def test_what_leaves_no_trace_is_not_drawn(tmp_path: Path) -> None:
    schema = {
        "type": "object",
        "properties": {"a": {"type": ["string", "null"]}, "b": {"type": "array"}},
    }
    content = {"application/x-www-form-urlencoded": {"schema": schema}}
    _, [found] = read(tmp_path, {"post": {"requestBody": {"content": content}}})
    request = msgspec.structs.replace(found, body=found.bodies[0])
    for each in drawn(arguments(request), 30, 5.0):
        for member in each.given.get("body", {"a": "a"}).values():
            assert member is not None
            assert member != []


def test_files_are_bytes_that_are_no_text(tmp_path: Path) -> None:
    schema = {
        "type": "object",
        "required": ["file", "files", "name"],
        "properties": {
            "file": {"type": "string", "format": "binary"},
            "files": {"type": "array", "items": {"contentMediaType": "image/png"}},
            "either": {
                "anyOf": [{"format": "binary"}, {"items": {"format": "binary"}}]
            },
            "name": {"type": "string"},
        },
    }
    content = {"multipart/form-data": {"schema": schema}}
    _, [request] = read(tmp_path, {"post": {"requestBody": {"content": content}}})
    given = {"body": {"file": "a", "files": ["b"], "either": "d", "name": "c"}}
    sent = Arguments(given=given).with_files(request.bodies[0]).given["body"]
    assert sent["file"].startswith(b"a\r\n")
    assert isinstance(sent["files"][0], bytes)
    assert isinstance(sent["either"], bytes)
    assert sent["name"] == "c"


@pytest.mark.parametrize(
    ("media_types", "asks"),
    [
        (["application/json", "multipart/form-data"], True),
        (["multipart/form-data", "application/json"], False),
        (["application/json"], False),
    ],
)
def test_json_is_asked_for_where_another_representation_has_a_file(
    tmp_path: Path, media_types: list[str], asks: bool
) -> None:
    file = {"type": "string", "format": "binary"}
    schema = {"properties": {"file": file, "name": {"type": "string"}}}
    content = {each: {"schema": schema} for each in media_types}
    _, [found] = read(tmp_path, {"post": {"requestBody": {"content": content}}})
    request = msgspec.structs.replace(found, body=found.bodies[0])
    assert request.has_to_ask == asks
