"""Verbs: `list` for lists alone, and one verb for all operationIds that begin alike."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Notebook
from generator.document.load import load
from generator.document.policy import Policy
from generator.reader import read
from generator.refine import refine
from generator.refine.grammar import singular

Tree = dict[str, Any]

TEXT: Tree = {"type": "string"}
TEXTS: Tree = {"type": "array", "items": TEXT}
SCHEMAS: Tree = {
    "One": {"type": "object", "properties": {"a": TEXT}},
    "Many": {"type": "array", "items": {"$ref": "#/components/schemas/One"}},
    "Page": {"type": "object", "properties": {"data": TEXTS, "total": TEXT}},
    "Tree": {
        "type": "object",
        "properties": {"a": TEXT, "up": {"$ref": "#/components/schemas/Tree"}},
    },
}


def one(name: str) -> Tree:
    return {"$ref": f"#/components/schemas/{name}"}


def of(**properties: Tree) -> Tree:
    return {"type": "object", "properties": properties}


def answering(schema: object, content_type: str = "application/json") -> Tree:
    return {"description": "Done.", "content": {content_type: {"schema": schema}}}


def names(folder: Path, *operations: tuple[str, str, Tree]) -> list[str]:
    """The methods of operations: `GET /path`, operationId or "", and responses by status."""
    paths: Tree = {}
    for place, id, responses in operations:
        method, _, template = place.partition(" ")
        slots = [part[1:-1] for part in template.split("/") if part[:1] == "{"]
        paths.setdefault(template, {})[method.lower()] = {
            **({"operationId": id} if id else {}),
            "tags": ["all"],
            "parameters": [
                {"name": slot, "in": "path", "required": True, "schema": TEXT}
                for slot in slots
            ],
            "responses": responses,
        }
    tree = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": paths,
        "components": {"schemas": SCHEMAS},
    }
    path = folder / "spec.json"
    path.write_text(json.dumps(tree))
    notebook = Notebook()
    document = load(path, notebook, Policy(lenient=True, validate=False))
    api = refine(read(document, notebook), notebook)
    found = {f"{o.method} {o.path.template}": o.name.preferred for o in api.operations}
    return [found[place] for place, _, _ in operations]


@pytest.mark.parametrize(
    ("schema", "is_list"),
    [
        (TEXTS, True),
        (one("Many"), True),
        ({"prefixItems": [TEXT, TEXT], "items": False, "minItems": 2}, True),
        ({"type": ["array", "null"], "items": TEXT}, True),
        ({"anyOf": [one("Many"), {"type": "null"}]}, True),
        ({"oneOf": [one("One"), one("Many")]}, True),
        ({"allOf": [one("Many"), {"description": "All of them."}]}, True),
        (one("Page"), True),
        ({"anyOf": [one("Page"), {"type": "null"}]}, True),
        ({"allOf": [one("Page"), of(more=TEXT)]}, True),
        ({"allOf": [one("One"), of(items=TEXTS)]}, True),
        (of(result=one("Page")), True),
        (of(result=of(items=one("Many"))), True),
        (of(result={"anyOf": [one("Page"), one("One")]}), True),
        ({"type": "object", "additionalProperties": TEXTS}, True),
        ({}, True),
        (True, True),
        (one("One"), False),
        (one("Tree"), False),
        (of(a=TEXT), False),
        (of(a=of(b=of(c=of(d=TEXTS)))), False),
        ({"type": "object"}, False),
        ({"type": "object", "additionalProperties": one("One")}, False),
        ({"allOf": [one("One"), of(more=TEXT)]}, False),
        ({"oneOf": [one("One"), one("Tree")]}, False),
        ({"anyOf": [one("One"), {"type": "null"}]}, False),
        (TEXT, False),
        ({"type": "integer"}, False),
        ({"type": "null"}, False),
    ],
)
def test_a_list_is_what_the_answer_is_or_holds(
    tmp_path: Path, schema: object, is_list: bool
) -> None:
    responses = {"200": answering(schema)}
    for id in ("", "getSettings"):
        (found,) = names(tmp_path, ("GET /settings", id, responses))
        assert found == ("list_settings" if is_list else "retrieve_settings")


@pytest.mark.parametrize(
    ("responses", "is_list"),
    [
        ({"200": {"description": "Nobody says."}}, True),
        ({"default": answering(TEXTS)}, True),
        ({"204": {"description": "Nothing."}}, False),
        ({"200": answering(one("One")), "206": answering(TEXTS)}, True),
        ({"200": answering(one("One")), "400": answering(TEXTS)}, False),
        ({"2XX": answering(one("One"))}, False),
        ({"200": answering(TEXT, "text/csv")}, False),
        ({"200": answering(one("One"), "application/x-ndjson")}, True),
        ({"200": answering(one("One"), "text/event-stream; charset=utf-8")}, True),
        ({"200": answering(one("One"), "application/geo+json-seq")}, True),
        ({"200": answering(one("One"), "application/vnd.x+json")}, False),
    ],
)
def test_every_answer_that_is_no_error_counts(
    tmp_path: Path, responses: Tree, is_list: bool
) -> None:
    (found,) = names(tmp_path, ("GET /settings", "", responses))
    assert found == ("list_settings" if is_list else "retrieve_settings")


ONE = {"200": answering(one("One"))}
MANY = {"200": answering(one("Many"))}


@pytest.mark.parametrize(
    ("operations", "want"),
    [
        # Made by a tool: the usual verbs.
        (
            [
                ("GET /users", "getUsers", MANY),
                ("GET /users/{id}", "getUsersId", ONE),
                ("GET /status", "getStatus", ONE),
                ("POST /users", "postUsers", ONE),
                ("PUT /users/{id}", "putUsersId", ONE),
                ("PATCH /users/{id}", "patchUsersId", ONE),
            ],
            [
                *("list_users", "retrieve_user", "retrieve_status"),
                *("create_user", "replace_user", "update_user"),
            ],
        ),
        # Written by people, whatever some of them repeat: theirs, but for lists.
        (
            [
                ("GET /users", "getUsers", MANY),
                ("GET /users/{id}", "getUser", ONE),
                ("GET /status", "getStatus", ONE),
                ("GET /users/{id}/orders", "getOrdersOfUser", MANY),
            ],
            ["list_users", "get_user", "get_status", "get_orders_of_user"],
        ),
        # Where neither is the rule, the document's word stands.
        (
            [("GET /board", "get-board", ONE), ("GET /board/{row}", "get-square", ONE)],
            ["get_board", "get_square"],
        ),
        # Those few that a tool's rule doesn't cover get its verbs, too.
        (
            [
                ("GET /users", "getUsers", MANY),
                ("GET /status", "getStatus", ONE),
                ("GET /health", "getHealth", ONE),
                ("GET /alerts/groups", "getAlertGroups", MANY),
                ("GET /alerts/{id}/state", "getState", ONE),
            ],
            [
                *("list_users", "retrieve_status", "retrieve_health"),
                *("list_alert_groups", "retrieve_state"),
            ],
        ),
        # Each HTTP method by itself.
        (
            [
                ("GET /users/{id}", "getUser", ONE),
                ("PUT /logger", "putLogger", ONE),
                ("PUT /users/{id}", "putUser", ONE),
                ("POST /users", "postUsers", ONE),
                ("DELETE /users/{id}", "deleteUser", ONE),
                ("DELETE /logger", "deleteLogger", ONE),
            ],
            [
                *("get_user", "put_logger", "put_user"),
                *("create_user", "delete_user", "delete_logger"),
            ],
        ),
        # What has no operationId reads as what stands beside it.
        (
            [("GET /users/{id}", "getUser", ONE), ("GET /status", "", ONE)],
            ["get_user", "get_status"],
        ),
        (
            [("GET /users/{id}", "retrieveUser", ONE), ("GET /status", "", ONE)],
            ["retrieve_user", "retrieve_status"],
        ),
        (
            [("GET /status", "", ONE), ("GET /users", "", MANY)],
            ["retrieve_status", "list_users"],
        ),
        # The document's own verbs are never others.
        (
            [
                ("GET /settings", "listSettings", ONE),
                ("GET /users", "fetchUsers", MANY),
                ("GET /state", "readState", ONE),
            ],
            ["list_settings", "fetch_users", "read_state"],
        ),
    ],
)
def test_operation_ids_that_begin_alike_have_one_verb(
    tmp_path: Path, operations: list[tuple[str, str, Tree]], want: list[str]
) -> None:
    assert names(tmp_path, *operations) == want
    # In whatever order they stand.
    assert names(tmp_path, *operations[::-1]) == want[::-1]


@pytest.mark.parametrize(
    ("place", "responses", "want"),
    [
        ("GET /пользователи", MANY, "list_пользователи"),
        ("GET /用户", MANY, "list_用户"),
        ("GET /用户", ONE, "retrieve_用户"),
        ("GET /用户/{id}", ONE, "retrieve_用户"),
        ("GET /用户/{id}", MANY, "retrieve_用户"),
        ("PUT /用户", MANY, "replace_用户"),
    ],
)
def test_words_of_other_scripts_leave_it_to_the_answer(
    tmp_path: Path, place: str, responses: Tree, want: str
) -> None:
    assert names(tmp_path, (place, "", responses)) == [want]


NOUNS = "alias status address analysis news canvas bus access process lens atlas bias"
NOUNS += " kubernetes https dns campus bonus virus class business progress redis series"


@pytest.mark.parametrize("noun", NOUNS.split())
def test_what_only_looks_like_a_plural_is_one(tmp_path: Path, noun: str) -> None:
    assert singular(noun) == noun
    assert names(tmp_path, (f"GET /{noun}", "", MANY)) == [f"retrieve_{noun}"]
    created = names(tmp_path, (f"GET /all/{noun}/{{id}}", "", ONE))
    assert created == [f"retrieve_{noun}"]


def test_several_that_are_no_list_stand_beside_one(tmp_path: Path) -> None:
    found = names(tmp_path, ("GET /all", "", ONE), ("GET /all/{id}", "", ONE))
    assert found == ["retrieve", "retrieve_by_id"]
