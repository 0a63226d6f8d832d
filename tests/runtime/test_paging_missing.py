"""Pages without the list that they are declared to hold: an error, strict or not, not an end."""

from __future__ import annotations

from typing import Any

import pytest
from paging_models import (
    DEEP,
    FIRST,
    FLAGGED,
    FLAT,
    ONE,
    PAGES,
    SKIP,
    TOTAL_PAGES,
    TOTAL_SKIP,
    TWO,
    WHOLE,
    Leading,
    Nullable,
    Open,
    Optional,
    Result,
)
from paging_support import fault, run
from sdk_runtime.json.plain_data import Annotation
from sdk_runtime.paging.settings import ByOffset, Paging

# A body that is the list.
SKIPPED = ByOffset(items=(), parameter="skip")

# What comes, of which type it is said to be, how it pages; where the list isn't, what is there
# instead, and on which page.
MISSING: list[tuple[list[Any], Annotation, Paging, str, str, int]] = [
    ([{"next": "a"}], Optional, FLAT, "data", "nothing", 1),
    ([{"items": [ONE]}], Optional, FLAT, "data", "nothing", 1),
    ([{"items": {"1": ONE}}], Optional, FLAT, "data", "nothing", 1),
    ([{"warnings": ["partial"]}], Optional, FLAT, "data", "nothing", 1),
    ([{"has_more": True}], Optional, FLAGGED, "data", "nothing", 1),
    ([{"data": {"1": ONE}}], Optional, FLAT, "data", "dict", 1),
    ([{"data": {}}], Optional, FLAT, "data", "dict", 1),
    ([{"data": "x"}], Optional, FLAT, "data", "str", 1),
    ([{"data": False}], Optional, FLAT, "data", "bool", 1),
    ([FIRST, {"items": [TWO]}], Optional, FLAT, "data", "nothing", 2),
    ([FIRST, {"items": []}], Optional, FLAT, "data", "nothing", 2),
    ([FIRST, {}], Optional, FLAT, "data", "nothing", 2),
    ([FIRST, {"items": [TWO]}], Open, FLAT, "data", "nothing", 2),
    ([{"items": [TWO]}], Open, FLAT, "data", "nothing", 1),
    ([FIRST, {"data": {"2": TWO}}], Optional, FLAT, "data", "dict", 2),
    ([{}], Nullable, FLAT, "data", "nothing", 1),
    ([{}], dict[str, Any], FLAT, "data", "nothing", 1),
    ([{"data": None}], dict[str, Any], FLAT, "data", "None", 1),
    ([{"data": None}], Leading, FLAT, "data", "None", 1),
    ([{"data": None, "next": {"after": "a"}}], Leading, FLAT, "data", "None", 1),
    ([{"result": {"items": [ONE]}}], Result, DEEP, "result.data", "nothing", 1),
    ([{"result": [ONE]}], Result, DEEP, "result.data", "nothing", 1),
    ([{"answer": {"data": [ONE]}}], Result, DEEP, "result.data", "nothing", 1),
    ([{"data": [ONE]}], dict[str, Any], WHOLE, "$", "dict", 1),
    ([FIRST, {"items": [TWO]}], Optional, PAGES, "data", "nothing", 2),
    ([{"total": 2}], Optional, TOTAL_PAGES, "data", "nothing", 1),
    ([{"total": 2}], Optional, TOTAL_SKIP, "data", "nothing", 1),
    (
        [{"data": [ONE], "total": 2}, {"total": 2}],
        Optional,
        TOTAL_PAGES,
        "data",
        "nothing",
        2,
    ),
    ([{"data": [ONE], "total": 2}, {}], Optional, TOTAL_SKIP, "data", "nothing", 2),
]


@pytest.mark.parametrize(
    ("pages", "kind", "paging", "where", "what", "number"), MISSING
)
def test_a_list_that_is_not_where_it_is_declared(
    pages: list[Any],
    kind: Annotation,
    paging: Paging,
    where: str,
    what: str,
    number: int,
) -> None:
    ids, message, requests = fault(pages, paging, kind)
    assert ids == ["1"][: number - 1]
    assert requests == number
    assert message == (
        f"GET /contacts/{{id}}/notes: page {number}: "
        f"{where}: expected a list of items, found {what}"
    )


def test_a_strict_client_is_reported_as_well() -> None:
    _, message, _ = fault([{"next": "a"}], FLAT, Optional, strict=True)
    assert "page 1: data: expected a list of items, found nothing" in message
    for pages in ([{"data": "x"}], [FIRST, {"data": {"2": TWO}}]):
        ids, message, requests = fault(pages, FLAT, Optional, strict=True)
        assert (len(ids), requests) == (len(pages) - 1, len(pages))
        assert message.startswith(
            f"GET /contacts/{{id}}/notes: page {len(pages)}: data: expected list"
        )


# The list may be missing where the description says so and nothing promises items.
LACKING: list[tuple[list[Any], Annotation, Paging]] = [
    ([{}], Optional, FLAT),
    ([{"next": None, "total": 0}], Optional, FLAT),
    ([{"data": None}], Optional, FLAT),
    ([{"warnings": []}], Optional, FLAT),
    ([{"took_ms": 5}], Optional, FLAT),
    ([{"has_more": False, "next": "a"}], Optional, FLAGGED),
    ([{"data": None}], Nullable, FLAT),
    ([{"kind": "list"}], Open, FLAT),
    ([{}], Result, DEEP),
    ([{"result": None}], Result, DEEP),
    ([{"result": {}}], Result, DEEP),
    ([{}], Optional, PAGES),
    ([{}], Optional, SKIP),
    ([{"total": 0}], Optional, TOTAL_PAGES),
    ([{"total": 0}], Optional, TOTAL_SKIP),
    ([None], list[Any] | None, WHOLE),
    ([None], list[Any] | None, SKIPPED),
]


@pytest.mark.parametrize(("pages", "kind", "paging"), LACKING)
def test_an_empty_list_may_be_left_out_where_the_description_says_so(
    pages: list[Any], kind: Annotation, paging: Paging
) -> None:
    ids, steps, session = run(pages, paging, kind)
    assert (ids, len(steps), session.drifts) == ([], 1, [])


@pytest.mark.parametrize(
    ("pages", "kind", "paging"),
    [
        ([FIRST, {"data": None, "next": "b"}, {"data": [TWO]}], Optional, FLAT),
        ([FIRST, {"data": None}], Nullable, FLAT),
        ([{"data": [ONE]}, {}], Optional, PAGES),
        ([{"data": [ONE]}, {"data": [TWO]}, {"data": None}], Optional, SKIP),
    ],
)
def test_null_and_absent_lists_are_empty_pages(
    pages: list[Any], kind: Annotation, paging: Paging
) -> None:
    ids, steps, _ = run(pages, paging, kind)
    assert ids == [each["id"] for one in pages for each in one.get("data") or []]
    assert len(steps) == len(pages)
