"""Pagers: what they ask for, how often, and when they end."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from codec_support import Note, NoteList
from hypothesis import given, settings
from hypothesis import strategies as st
from paging_support import (
    BASE,
    AsyncFakeSession,
    FakeSession,
    after,
    async_pager,
    page,
    pager,
    plain,
    run,
)
from sdk_runtime.errors import ArgumentError, PaginationError
from sdk_runtime.paging.page import Page
from sdk_runtime.paging.pagination_state import ByCursor, PageRequest

ENDS = [
    {"data": [{"id": "1"}]},
    {"data": [{"id": "1"}], "pages": None},
    {"data": [{"id": "1"}], "pages": {}},
    page("1", next=None),
    page("1", next=""),
    page("1", next=False),
    page("1", next={}),
    page("1", next={"starting_after": None}),
    page("1", next={"per_page": 50}),
]


@pytest.mark.parametrize("last", ENDS)
def test_the_last_page_costs_no_further_request(last: object) -> None:
    ids, steps, session = run([last])
    assert ids == ["1"]
    assert steps == [PageRequest()]
    assert session.drifts == []


def test_an_empty_page_with_a_cursor_is_not_the_end() -> None:
    ids, steps, _ = run([page(next="a"), page(next="b"), page("1"), page("2")])
    assert ids == ["1"]
    assert steps == [PageRequest(), after("a"), after("b")]


@pytest.mark.parametrize(
    "cycle", [["a"], ["a", "b"], ["a", "b", "c"], [1], [BASE + "?p=1"]]
)
def test_a_repeated_cursor_is_an_error(cycle: list[Any]) -> None:
    endless = [page(str(n), next=cycle[n % len(cycle)]) for n in range(20)]
    session = FakeSession(endless)
    with pytest.raises(PaginationError, match="sent before"):
        list(pager(session))
    assert len(session.steps) == len(cycle) + 1


def test_a_cursor_to_where_the_caller_started_is_a_repetition() -> None:
    session = FakeSession([page("1", next="b"), page("2", next="a")])
    with pytest.raises(PaginationError):
        list(pager(session, cursor="a"))
    assert session.steps == [after("a"), after("b")]


LIMITS = [
    (0, [], 0),
    (1, ["1"], 1),
    (2, ["1", "2"], 1),
    (3, ["1", "2", "3"], 2),
    (9, ["1", "2", "3", "4"], 2),
]


@pytest.mark.parametrize(("limit", "want", "requests"), LIMITS)
def test_max_items_stops_without_a_further_request(
    limit: int, want: list[str], requests: int
) -> None:
    ids, steps, _ = run([page("1", "2", next="a"), page("3", "4")], max_items=limit)
    assert ids == want
    assert len(steps) == requests


def test_a_negative_limit_is_refused_at_once() -> None:
    with pytest.raises(ArgumentError, match="max_items"):
        pager(FakeSession([]), max_items=-1)


def test_nothing_is_sent_before_it_is_needed() -> None:
    session = FakeSession([page("1", "2", next="a"), page("3")])
    items = iter(pager(session))
    assert session.steps == []
    assert [next(items).id, next(items).id] == ["1", "2"]
    assert len(session.steps) == 1
    assert next(items).id == "3"
    assert len(session.steps) == 2


def test_each_iteration_begins_anew() -> None:
    session = FakeSession(lambda step: page("2") if step.query else page("1", next="a"))
    notes = pager(session)
    assert [note.id for note in notes] == [note.id for note in notes] == ["1", "2"]
    assert session.steps == [PageRequest(), after("a")] * 2


def test_next_cursor_resumes_elsewhere() -> None:
    answers: Callable[[PageRequest], object] = lambda step: {  # noqa: E731 -- a table
        (): page("1", next="a"),
        (("starting_after", "a"),): page("2", next={"starting_after": "b"}),
        (("starting_after", "b"),): page("3"),
    }[step.query]
    first = pager(FakeSession(answers), max_items=1)
    assert first.next_cursor is None
    assert [note.id for note in first] == ["1"]
    assert first.next_cursor == "a"
    second = pager(FakeSession(answers), cursor=first.next_cursor)
    assert [note.id for note in second] == ["2", "3"]
    assert second.next_cursor is None


def test_pages_are_responses_with_items() -> None:
    session = FakeSession([page("1", "2", next="a"), page("3")])
    first, second = pager(session).pages()
    assert isinstance(first, Page)
    assert (first.status, first.request_id, first.retries) == (200, "r1", 0)
    assert isinstance(first.data, NoteList)
    assert [note.id for note in first] == ["1", "2"]
    assert (first.next_cursor, second.next_cursor) == ("a", None)


def test_the_first_item() -> None:
    session = FakeSession([page(next="a"), page("1", next="b")])
    assert pager(session).first() == Note(id="1")
    assert len(session.steps) == 2
    assert pager(FakeSession([page()])).first() is None
    assert asyncio.run(async_pager(AsyncFakeSession([page("1")])).first()) == Note(
        id="1"
    )
    assert asyncio.run(async_pager(AsyncFakeSession([page()])).first()) is None


def test_what_the_model_leaves_out_is_found_in_the_body() -> None:
    paging = ByCursor(items=("data",), next=("meta", "cursor"), parameter="c")
    ids, steps, _ = run([page("1", meta={"cursor": "x"}), page("2")], paging)
    assert ids == ["1", "2"]
    assert steps == [PageRequest(), PageRequest(query=(("c", "x"),))]


def test_a_flag_that_says_no_ends_the_list() -> None:
    paging = ByCursor(
        items=("data",), next=("next",), parameter="cursor", more=("has_more",)
    )
    pages = [
        {"data": [{"id": "1"}], "next": "a", "has_more": True},
        {"data": [{"id": "2"}], "next": "b", "has_more": False},
    ]
    ids, steps, _ = plain(pages, paging)
    assert ids == ["1", "2"]
    assert len(steps) == 2


def test_stopping_early_leaves_the_asynchronous_pager_clean() -> None:
    session = AsyncFakeSession([page("1", "2", next="a"), page("3")])

    async def take() -> list[str]:
        found = []
        async for note in async_pager(session):
            found.append(note.id)
            break
        return found

    assert asyncio.run(take()) == ["1"]
    assert len(session.steps) == 1


@settings(max_examples=150, deadline=None)
@given(
    sizes=st.lists(st.integers(0, 4), min_size=1, max_size=8),
    limit=st.none() | st.integers(0, 40),
)
def test_every_item_once_in_order_with_as_few_requests_as_it_takes(
    sizes: list[int], limit: int | None
) -> None:
    ids = iter(range(100))
    pages = [
        page(
            *(str(next(ids)) for _ in range(size)),
            next=f"c{n}" if n < len(sizes) - 1 else None,
        )
        for n, size in enumerate(sizes)
    ]
    found, steps, _ = run(pages, max_items=limit)
    total = sum(sizes) if limit is None else min(limit, sum(sizes))
    assert found == [str(n) for n in range(total)]
    needed = 0
    while needed < len(sizes) and (limit is None or sum(sizes[:needed]) < limit):
        needed += 1
    assert len(steps) == needed


@settings(max_examples=150, deadline=None)
@given(
    leads=st.lists(st.sampled_from(["a", "b", "c", "d", BASE + "?p=1"]), max_size=12)
)
def test_no_list_is_followed_for_ever(leads: list[str]) -> None:
    endless = iter(range(10_000))
    session = FakeSession(
        lambda _: page(next=leads[next(endless) % len(leads)] if leads else None)
    )
    if not leads:
        assert list(pager(session)) == []
        return
    with pytest.raises(PaginationError):
        list(pager(session))
    assert len(session.steps) <= len(set(leads)) + 1
