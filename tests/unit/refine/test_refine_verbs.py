"""Verbs: one for all operationIds that begin alike, and one for reading."""

from __future__ import annotations

from pathlib import Path

import pytest
from method_names import MANY, ONE, Tree, names

from generator.refine.operations.english import singular


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
        # Where both are written, the one that is written more often is for all.
        (
            [
                ("GET /users/{id}", "retrieveUser", ONE),
                ("GET /orders/{id}", "retrieveOrder", ONE),
                ("GET /macros/{id}", "getMacro", ONE),
                ("GET /macros", "getMacros", MANY),
                ("POST /macros/get", "getManyMacros", MANY),
            ],
            [
                *("retrieve_user", "retrieve_order", "retrieve_macro"),
                *("list_macros", "get_many_macros"),
            ],
        ),
        (
            [
                ("GET /users/{id}", "retrieveUser", ONE),
                ("GET /orders/{id}", "getOrder", ONE),
                ("GET /macros/{id}", "getMacro", ONE),
                ("GET /macros", "getMacros", MANY),
            ],
            ["get_user", "get_order", "get_macro", "list_macros"],
        ),
        (
            [
                ("GET /users/{id}", "retrieveUser", ONE),
                ("GET /orders/{id}", "getOrder", ONE),
            ],
            ["retrieve_user", "retrieve_order"],
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


def test_a_longer_name_has_the_same_verb(tmp_path: Path) -> None:
    found = names(
        tmp_path,
        ("GET /users/{id}", "getUsersId", ONE),
        ("GET /users/{id}/{day}", "getUsersIdDay", ONE),
    )
    assert found == ["retrieve_user", "retrieve_users_id_day"]


def test_several_that_are_no_list_stand_beside_one(tmp_path: Path) -> None:
    found = names(tmp_path, ("GET /all", "", ONE), ("GET /all/{id}", "", ONE))
    assert found == ["retrieve", "retrieve_by_id"]
