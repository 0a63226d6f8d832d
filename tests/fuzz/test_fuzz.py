"""The command itself: the same seed draws the same, and what is wrong is seen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fuzz import answers, callers, documents
from fuzz.documents import Mutant


@pytest.mark.parametrize("number", range(6))
def test_a_document_is_drawn_again(number: int) -> None:
    first = documents.mutate(5, number, None)
    assert first == documents.mutate(5, number, None)
    assert first != documents.mutate(6, number, None)
    outcome, wrong = documents.examine(first)
    assert outcome in {"generated", "repaired", "refused"}
    assert wrong == ""


def described(schema: object, parameter: object = None) -> bytes:
    """A document of one operation that answers with a schema."""
    content = {"application/json": {"schema": schema}}
    one = {
        "operationId": "a",
        "parameters": [] if parameter is None else [parameter],
        "responses": {"200": {"description": "d", "content": content}},
    }
    tree = {
        "openapi": "3.0.3",
        "info": {"title": "t", "version": "1"},
        "paths": {"/a": {"get": one}},
    }
    return json.dumps(tree).encode()


@pytest.mark.parametrize(
    "data",
    [
        described({}, {"name": "a", "in": {}, "schema": {}}),
        described({"type": 10**42, "default": None}),
    ],
)
def test_what_broke_the_generator_is_a_finding(data: bytes) -> None:
    outcome, wrong = documents.examine(Mutant(Path("a.json"), data, ".json"))
    assert outcome != "broke"
    assert wrong == ""


def test_answers_are_drawn_again_and_come_to_an_end() -> None:
    with callers.clients() as clients:
        for number in range(12):
            answer = answers.mutate(5, number)
            assert answer == answers.mutate(5, number)
            assert clients.examine(answer)[1] == []


def test_an_internal_error_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(documents, "generate", broken)
    outcome, wrong = documents.examine(Mutant(Path("a.json"), b"{}", ".json"))
    assert outcome == "broke"
    assert "ZeroDivisionError" in wrong


def test_an_error_that_isn_t_the_package_s_is_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(callers, "_call", broken)
    with callers.clients() as clients:
        _, wrong = clients.examine(answers.mutate(5, 1))
    assert ["not one of ours" in one for one in wrong] == [True, True]
