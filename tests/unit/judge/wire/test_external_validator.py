"""Libraries that aren't ours judge requests, and say which ones they can't read."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.judge.source.original import Original, Tree
from tests.judge.wire.case import Case
from tests.judge.wire.external_validator import ExternalValidator, running_validator
from tests.judge.wire.loopback import Received
from tests.judge.wire.request.inputs import Arguments, requests
from tests.judge.wire.request.parameters import PLACES

JUDGE = Path(__file__).parents[4] / ".venv" / "judge" / "bin" / "python"
PARAMETERS = [
    {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}},
    {"name": "q", "in": "query", "schema": {"type": "string", "format": "odd"}},
    {"name": "o", "in": "query", "schema": {"type": "object"}},
]
BODY = {
    "type": "object",
    "required": ["at"],
    "properties": {"at": {"type": "string", "format": "date-time"}},
}


@pytest.fixture(scope="module")
def validator() -> Iterator[ExternalValidator]:
    with running_validator(JUDGE) as found:
        if found is None and os.environ.get("SDKWRIGHT_REQUIRE_PEERS"):
            pytest.fail(f"{JUDGE} isn't there")
        if found is None:
            pytest.skip(f"{JUDGE} isn't there")
        yield found


def new() -> Tree:
    content = {"application/json": {"schema": BODY}}
    operation = {
        "parameters": PARAMETERS,
        "requestBody": {"required": True, "content": content},
        "responses": {"204": {"description": "done"}},
    }
    return {"openapi": "3.0.3", "paths": {"/a/{id}": {"post": operation}}}


def old() -> Tree:
    """The same as Swagger 2.0 has it, without the object in the query."""
    listed = [
        {key: value for key, value in each.items() if key != "schema"} | each["schema"]
        for each in PARAMETERS[:2]
    ]
    listed.append({"name": "b", "in": "body", "required": True, "schema": BODY})
    operation = {"parameters": listed, "responses": {"204": {"description": "done"}}}
    return {"swagger": "2.0", "paths": {"/a/{id}": {"post": operation}}}


def judge(
    validator: ExternalValidator,
    path: Path,
    document: Tree,
    target: str,
    sent: Tree,
    query: Tree,
) -> list[tuple[str, str, str]]:
    """The verdicts on a request that was to have the body `GOOD`, and has another perhaps."""
    path.write_text(json.dumps(document), "utf-8")
    original = Original(path)
    [request] = requests(original)
    request = msgspec.structs.replace(request, body=request.bodies[0])
    given: dict[str, Any] = {place: {} for place in PLACES}
    given |= {"path": {"id": 5}, "query": query, "body": GOOD}
    received = Received(
        "POST",
        target,
        (("content-type", "application/json"),),
        json.dumps(sent).encode(),
    )
    case = Case(request, Arguments(given=given), received)
    return [
        (verdict.library, verdict.fault, verdict.unread)
        for _, verdict in validator.judge(original, [case])
    ]


GOOD = {"at": "2025-01-24T10:00:00Z"}


@pytest.mark.parametrize(
    ("write", "library"), [(new, "openapi-core"), (old, "bravado-core")]
)
@pytest.mark.parametrize(
    ("target", "body", "query", "fault"),
    [
        ("/a/5?q=x", GOOD, {"q": "x"}, ""),
        ("/a/5", GOOD, {}, ""),
        ("/a/6", GOOD, {}, "path 'id': 5 arrived as 6"),
        ("/a/5", GOOD, {"q": "x"}, "query"),
        ("/a/5?q=y", GOOD, {"q": "x"}, "query 'q': 'x' arrived as 'y'"),
        ("/b/5", GOOD, {}, "PathNotFound"),
        ("/a/5", {}, {}, "'at' is a required property"),
        ("/a/5", {"at": 1}, {}, "1 is not of type"),
        (
            "/a/5",
            {"at": "2025-01-24T10:00:01Z"},
            {},
            "body {'at': '2025-01-24T10:00:00Z'}",
        ),
    ],
)
def test_verdicts(
    validator: ExternalValidator,
    tmp_path: Path,
    write: Any,
    library: str,
    target: str,
    body: Tree,
    query: Tree,
    fault: str,
) -> None:
    document = write()
    [found] = judge(validator, tmp_path / "a.json", document, target, body, query)
    assert found[0] == library
    assert found[2] == ""
    if fault == "PathNotFound" and library == "bravado-core":
        fault = "the path isn't /a/{id}"
    assert fault in found[1]
    assert bool(found[1]) is bool(fault)


def test_what_a_library_has_no_reader_for_is_not_handed_over(
    validator: ExternalValidator, tmp_path: Path
) -> None:
    query = {"o": {"a": 1}}
    [found] = judge(validator, tmp_path / "a.json", new(), "/a/5?a=1", GOOD, query)
    assert found == ("openapi-core", "", "objects that are spread over the query")


def test_a_document_that_stops_a_library_is_no_fault(
    validator: ExternalValidator, tmp_path: Path
) -> None:
    document = new()
    document["paths"]["/a/{id}"]["post"]["requestBody"]["content"] = {
        "application/json": {"schema": {"type": "object", "properties": 5}}
    }
    [found] = judge(validator, tmp_path / "a.json", document, "/a/5", {}, {})
    assert found[1] == ""
    assert found[2] != ""


def test_without_an_interpreter_there_is_no_court(tmp_path: Path) -> None:
    with running_validator(tmp_path / "python") as found:
        assert found is None


def test_an_interpreter_without_the_libraries_is_no_court(tmp_path: Path) -> None:
    place = tmp_path / "python"
    place.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    place.chmod(0o755)
    with running_validator(place) as found:
        assert found is None
