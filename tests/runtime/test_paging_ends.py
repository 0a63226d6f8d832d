"""Pagers that are led nowhere, or on for ever: an error instead of an end."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest
from paging_models import (
    FLAGGED,
    FLAT,
    ONE,
    PAGES,
    SKIP,
    TOTAL_PAGES,
    TOTAL_SKIP,
    Leading,
    Optional,
)
from paging_support import FakeSession, fault, page, pager, run
from sdk_runtime.errors import PaginationError
from sdk_runtime.json.plain_data import Annotation, Plain
from sdk_runtime.paging.page_body import PageBody
from sdk_runtime.paging.pagination_state import (
    ByCursor,
    PageRequest,
    PageView,
    PaginationState,
    Paging,
)

LEADS: list[tuple[Any, Annotation, Paging, str]] = [
    (
        page("1", next=True),
        dict[str, Any],
        None,
        "pages.next: expected a cursor, found bool",
    ),
    (
        page("1", next=[1]),
        dict[str, Any],
        None,
        "pages.next: expected a cursor, found list",
    ),
    (
        page("1", next=[]),
        dict[str, Any],
        None,
        "pages.next: expected a cursor, found list",
    ),
    (
        page("1", next=1.5),
        dict[str, Any],
        None,
        "pages.next: expected a cursor, found float",
    ),
    (
        page("1", next={"starting_after": {"a": 1}}),
        dict[str, Any],
        None,
        "pages.next.starting_after: expected a cursor, found dict",
    ),
    (
        {"data": [ONE], "pages": ["a"]},
        dict[str, Any],
        None,
        "pages: expected a cursor, found list",
    ),
    (
        {"data": [ONE], "pages": "a"},
        dict[str, Any],
        None,
        "pages: expected a cursor, found str",
    ),
    (
        {"data": [ONE], "next": True},
        Optional,
        FLAT,
        "next: expected a cursor, found bool",
    ),
    (
        {"data": [ONE], "next": ["a"]},
        Optional,
        FLAT,
        "next: expected a cursor, found list",
    ),
    (
        {"data": [ONE], "has_more": True},
        Optional,
        FLAGGED,
        "next: expected a cursor, found nothing",
    ),
    (
        {"data": [ONE], "has_more": True, "next": ""},
        Optional,
        FLAGGED,
        "next: expected a cursor, found str",
    ),
    (
        {"data": [ONE], "next": {"cursor": "a"}},
        Leading,
        FLAT,
        "next: expected a cursor, found dict",
    ),
    (
        {"data": [ONE], "next": {"cursor": "a"}},
        Optional,
        FLAT,
        "next: expected a cursor, found dict",
    ),
    (
        {"data": [ONE], "next": {}},
        Optional,
        FLAT,
        "next: expected a cursor, found dict",
    ),
]


@pytest.mark.parametrize(("body", "kind", "paging", "said"), LEADS)
def test_what_leads_on_and_is_no_cursor(
    body: object, kind: Annotation, paging: Paging | None, said: str
) -> None:
    more = {} if paging is None else {"paging": paging}
    ids, message, requests = fault([body], kind=kind, **more)
    assert (ids, requests) == (["1"], 1)
    assert message.endswith(f": page 1: {said}")


@pytest.mark.parametrize(
    "lead", [None, {}, {"after": None}, {"limit": 5}, {"after": None, "cursor": "a"}]
)
def test_an_object_without_a_cursor_is_the_end(lead: object) -> None:
    ids, steps, _ = run([{"data": [ONE], "next": lead}], FLAT, Leading)
    assert (ids, len(steps)) == (["1"], 1)


def test_a_page_without_a_model_may_end_with_any_object() -> None:
    last = page("1", next={"page": 2})
    ids, steps, _ = run([last], kind=dict[str, Any])  # type: ignore[misc]  # plain data
    assert (ids, len(steps)) == (["1"], 1)


def test_what_nobody_wants_is_no_fault() -> None:
    ids, _, _ = run([page("1", next=True)], kind=dict[str, Any], max_items=1)  # type: ignore[misc]  # plain data
    assert ids == ["1"]


def endless(first: int = 0) -> Callable[[PageRequest], object]:
    """Pages of which only the first holds items, each with a cursor of its own."""
    numbers = iter(range(10_000))

    def answer(step: PageRequest) -> object:
        number = next(numbers)
        items = [ONE] if number < first else []
        return {"data": items, "next": f"c{number}", "total": 9999}

    return answer


@pytest.mark.parametrize("max_items", [None, 1, 5])
def test_empty_pages_are_followed_a_hundred_times_in_a_row(
    max_items: int | None,
) -> None:
    session = FakeSession(endless(), Optional)
    with pytest.raises(Exception, match=r"page 101: 101 pages in a row were empty"):
        list(pager(session, FLAT, max_items=max_items))
    assert len(session.steps) == 101


@pytest.mark.parametrize("paging", [FLAT, TOTAL_PAGES])
def test_empty_pages_after_items_are_counted_anew(paging: Paging) -> None:
    pages: list[Any] = [{"data": [], "next": f"a{n}", "total": 400} for n in range(100)]
    pages += [{"data": [ONE], "next": "b", "total": 400}]
    pages += [{"data": [], "next": f"c{n}", "total": 400} for n in range(101)]
    ids, message, requests = fault(pages, paging, Optional)
    assert (ids, requests) == (["1"], 202)
    assert message.endswith("page 202: 101 pages in a row were empty")


# Lists that are counted, in which the server sends the same page whatever it is asked for.
COUNTED: list[tuple[Paging, dict[str, object]]] = [
    (PAGES, {"data": [ONE]}),
    (SKIP, {"data": [ONE]}),
    (TOTAL_PAGES, {"data": [ONE], "total": 9}),
    (TOTAL_PAGES, {"data": [ONE], "total": 2}),
    (TOTAL_SKIP, {"data": [ONE], "total": 9}),
    (TOTAL_SKIP, {"data": [ONE], "total": 2}),
]


@pytest.mark.parametrize(("paging", "body"), COUNTED)
@pytest.mark.parametrize("differs", [False, True])
@pytest.mark.parametrize("kind", [Optional, dict[str, Any]])
def test_the_same_page_twice(
    paging: Paging, body: dict[str, object], differs: bool, kind: Annotation
) -> None:
    pages: list[Any] = [{**body, "at": n if differs else 0} for n in range(3)]
    ids, message, requests = fault(pages, paging, kind)
    assert (ids, requests) == (["1"], 2)
    assert message.endswith("page 2: the server sent the same page twice")


def test_empty_pages_may_be_the_same() -> None:
    pages: list[Plain] = [{"data": [], "total": 3}] * 2 + [{"data": [ONE], "total": 3}]
    ids, steps, _ = run(pages, TOTAL_PAGES, Optional)
    assert (ids, len(steps)) == (["1"], 3)


def test_a_page_that_was_passed_takes_16_bytes() -> None:
    state = PaginationState(ByCursor(("data",), ("next",), "after"), str)
    view, pages = PageView(PageBody({}, b"{}"), 50), 5000
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        for number in range(pages):
            state.advance(f"cursor-{number}", view)
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert after - before < 16 * pages + 1000
    for repeated in (0, pages // 2, pages - 1):
        with pytest.raises(PaginationError, match="had sent before"):
            state.advance(f"cursor-{repeated}", view)
