"""What operations take is read off the document, and arguments are drawn for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.corpus.draw import drawn
from generator.corpus.inputs import Request, arguments, requests
from generator.corpus.judge import Judge
from generator.corpus.original import Original, Tree


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
    _, found = read(tmp_path, {"get": {"parameters": [written]}})
    assert [bool(request.slots) for request in found] == (
        [] if want is None else [want]
    )


def test_a_name_of_the_path_that_nothing_declares_is_a_text(tmp_path: Path) -> None:
    _, [request] = read(tmp_path, {"get": {}}, "/a/{b}")
    for each in drawn(arguments(request), 20, 5.0):
        assert isinstance(each.given["path"]["b"], str)
        assert each.given["path"]["b"] not in {"", ".", ".."}
        assert each.expected(request)["path"] == {}


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
    original, [request] = read(tmp_path, {"post": operation})
    judge = Judge(original, sent=True)
    found = drawn(arguments(request), 10, 5.0)
    assert found
    for each in found:
        assert each.given["query"]["q"] in {"x", "y"}
        assert isinstance(each.given["body"]["n"], int)
        assert each.is_allowed(request, judge)
        each.given["body"]["n"] = "no number"
        assert not each.is_allowed(request, judge)


@pytest.mark.parametrize(
    ("content", "unjudged"),
    [
        ({"multipart/form-data": {"schema": {}}}, "bodies of multipart/form-data"),
        ({"application/json": {}}, "bodies of application/json"),
        (
            {"application/json": {"schema": {"$ref": "#/no"}}},
            "bodies without a value of bounded size",
        ),
        ({}, ""),
    ],
)
def test_bodies_that_are_not_drawn_say_why(
    tmp_path: Path, content: Tree, unjudged: str
) -> None:
    _, [request] = read(tmp_path, {"post": {"requestBody": {"content": content}}})
    assert (request.body, request.unjudged) == (None, unjudged)
