"""`list` is for answers that are or hold a list, and for no others."""

from __future__ import annotations

from pathlib import Path

import pytest
from method_names import TEXT, TEXTS, Tree, answering, names, of, one


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
