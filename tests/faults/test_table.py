"""The table of behaviours, its page, and what looks for credentials."""

from __future__ import annotations

import base64
import logging
from collections import Counter

import pytest

from faults.table import BEHAVIOURS, GROUPS, PAGE, page
from faults.traces import SECRETS, leaks_of_error, leaks_of_log


def test_the_page_lists_every_behaviour(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update"):
        PAGE.write_text(page(), "utf-8")
    assert PAGE.read_text("utf-8") == page(), "make faults writes it"


def test_names_stand_once_and_there_are_enough() -> None:
    assert [
        name for name, count in Counter(b.name for b in BEHAVIOURS).items() if count > 1
    ] == []
    assert len(BEHAVIOURS) >= 150
    assert sum(behaviour.smoke for behaviour in BEHAVIOURS) == 20
    assert all(group.behaviours for group in GROUPS)


def _raised(where: str) -> Exception:
    token = SECRETS[0]
    outer = ValueError("failed")
    try:
        # Not as long as base64 has it.
        base64.b64decode(token if where == "a frame" else "abcde", validate=True)
    except ValueError as error:
        outer.__cause__ = error
    if where == "a cause's text":
        outer.__cause__ = OSError(f"sent {token}")
    if where == "a note":
        outer.add_note(f"with {token}")
    if where == "an attribute":
        outer.headers = {"Authorization": token}
    return outer


@pytest.mark.parametrize(
    "where", ["a cause's text", "a frame", "a note", "an attribute"]
)
def test_a_credential_is_found(where: str) -> None:
    assert list(leaks_of_error(_raised(where))) != []


def test_nothing_is_found_where_there_is_none() -> None:
    assert list(leaks_of_error(_raised("nowhere"))) == []


def test_a_credential_is_found_in_the_log() -> None:
    made = logging.LogRecord("a", logging.DEBUG, "f.py", 1, "%s", (SECRETS[1],), None)
    assert list(leaks_of_log([made])) != []
