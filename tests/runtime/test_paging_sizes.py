"""The size of a page, and the number of all items."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from codec_support import NoteList
from paging_models import ONE, SKIP, TOTAL_SKIP, Optional
from paging_support import (
    AsyncFakeSession,
    FakeSession,
    after,
    async_pager,
    operation,
    page,
    pager,
    run,
)
from sdk_runtime.errors import APIResponseError, ArgumentError, PaginationError
from sdk_runtime.json.model import Model
from sdk_runtime.json.plain_data import Annotation, Plain
from sdk_runtime.paging.member import with_size
from sdk_runtime.paging.pagination_state import PageRequest
from sdk_runtime.paging.settings import ByCursor, ByPage, Paging

COUNTED = ByCursor(
    ("data",), ("pages", "next"), "starting_after", total_items=("meta", "count")
)
FLAT = ByCursor(("data",), ("next",), "after", total_items=("total",))
SIZED = ByCursor(
    ("data",),
    ("pages", "next"),
    body=("paging", "after"),
    size=("paging", "per_page"),
)


def counts(
    pages: list[Any], paging: Paging, kind: Annotation = NoteList, **more: Plain
) -> tuple[int, int]:
    """The total that a pager says, and the number of its requests; both colours agree."""
    session, awaited = FakeSession(pages, kind), AsyncFakeSession(pages, kind)
    total = pager(session, paging, **more).total()
    assert asyncio.run(async_pager(awaited, paging, **more).total()) == total
    assert awaited.steps == session.steps
    return total, len(session.steps)


TOTALS: list[tuple[Paging, Annotation, object, int]] = [
    (COUNTED, NoteList, page("1", next="a", meta={"count": 7}), 7),
    (COUNTED, NoteList, page(meta={"count": 0}), 0),
    (COUNTED, NoteList, page("1", meta={"count": "7"}), 7),
    (COUNTED, NoteList, page("1", meta={"count": 7.0}), 7),
    (FLAT, Optional, {"data": [ONE], "total": 7}, 7),
    (FLAT, dict[str, Any], {"data": [ONE], "total": 7}, 7),
    (TOTAL_SKIP, NoteList, page("1", total=7), 7),
    (ByPage(("data",), "page", total_items=("n",)), NoteList, page("1", n=7), 7),
]


@pytest.mark.parametrize(("paging", "kind", "first", "want"), TOTALS)
def test_a_total_costs_one_request(
    paging: Paging, kind: Annotation, first: object, want: int
) -> None:
    assert counts([first], paging, kind) == (want, 1)
    assert counts([first], paging, kind, max_items=0) == (want, 1)


def test_a_total_written_as_text_is_reported_and_read() -> None:
    session = FakeSession([{"data": [ONE], "total": "7"}], Optional)
    assert pager(session, FLAT).total() == 7
    assert [drift.path for drift in session.drifts] == ["total"]


def test_a_total_costs_nothing_once_there_is_a_page() -> None:
    pages = [
        page("1", next="a", meta={"count": 2}),
        page("2", meta={"count": 3}),
        page("1", next="a", meta={"count": 4}),
    ]
    session = FakeSession(pages)
    notes = pager(session, COUNTED)
    items = iter(notes)
    assert next(items).id == "1"
    assert (notes.total(), len(session.steps)) == (2, 1)
    assert [note.id for note in items] == ["2"]
    assert (notes.total(), len(session.steps)) == (3, 2)
    assert next(iter(notes)).id == "1"
    assert (notes.total(), len(session.steps)) == (4, 3)


def test_a_total_fetches_no_page_that_anyone_has_read() -> None:
    session = FakeSession(lambda _: page("1", meta={"count": 1}))
    notes = pager(session, COUNTED)
    assert (notes.total(), notes.total(), notes.next_cursor) == (1, 1, None)
    assert [note.id for note in notes] == ["1"]
    assert session.steps == [PageRequest()] * 2


def test_a_total_that_one_page_says_stands_when_the_next_one_does_not() -> None:
    session = FakeSession([page("1", next="a", meta={"count": 2}), page("2")])
    notes = pager(session, COUNTED)
    assert len(list(notes)) == 2
    assert notes.total() == 2


NO_TOTALS = [
    (page("1"), "meta.count: expected a whole number, found nothing"),
    (page("1", meta=None), "meta.count: expected a whole number, found nothing"),
    (page("1", meta={"count": None}), "expected a whole number, found None"),
    (page("1", meta={"count": "many"}), "expected a whole number, found str"),
    (page("1", meta={"count": True}), "expected a whole number, found bool"),
    (page("1", meta={"count": 1.5}), "expected a whole number, found float"),
]


@pytest.mark.parametrize(("first", "said"), NO_TOTALS)
def test_a_total_that_is_none_is_an_error_and_the_list_goes_on(
    first: object, said: str
) -> None:
    session = FakeSession(lambda _: first)
    notes = pager(session, COUNTED)
    with pytest.raises(PaginationError, match="page 1: meta") as raised:
        notes.total()
    assert said in str(raised.value)
    assert [note.id for note in notes] == ["1"]
    with pytest.raises(PaginationError, match="page 1: meta"):
        notes.total()
    assert len(session.steps) == 2


def test_a_list_without_a_total_says_so_and_sends_nothing() -> None:
    session = FakeSession([])
    with pytest.raises(PaginationError, match="nothing says how many"):
        pager(session, SKIP).total()
    with pytest.raises(PaginationError, match="nothing says how many"):
        asyncio.run(async_pager(AsyncFakeSession([]), SKIP).total())
    assert session.steps == []


def test_a_strict_client_refuses_a_total_of_another_type() -> None:
    session = FakeSession([{"data": [ONE], "total": "7"}], Optional, strict=True)
    with pytest.raises(APIResponseError, match=r"page 1: .*total"):
        pager(session, FLAT).total()


class Settings(Model, kw_only=True):
    per_page: int | None = None
    after: str | None = None


class Search(Model, kw_only=True):
    query: str
    paging: Settings | None = None


BODIES: list[tuple[Any, dict[str, Any]]] = [
    ({"query": "x"}, {"query": "x", "paging": {"per_page": 5}}),
    ({"query": "x", "paging": None}, {"query": "x", "paging": {"per_page": 5}}),
    (
        {"query": "x", "paging": {"per_page": 9, "more": 1}},
        {"query": "x", "paging": {"per_page": 5, "more": 1}},
    ),
    (Search(query="x"), {"query": "x", "paging": {"per_page": 5}}),
    (
        Search(query="x", paging=Settings(after="a")),
        {"query": "x", "paging": {"after": "a", "per_page": 5}},
    ),
]


@pytest.mark.parametrize(("body", "want"), BODIES)
def test_a_size_goes_into_the_body_of_each_request(
    body: Any, want: dict[str, Any]
) -> None:
    before = repr(body)
    ids, steps, session = run(
        [page("1", next="b"), page("2")], SIZED, body=body, size=5
    )
    assert ids == ["1", "2"]
    second = {**want, "paging": {**want["paging"], "after": "b"}}
    assert session.bodies == [want, second]
    assert steps == [PageRequest()] * 2
    assert repr(body) == before


def test_a_size_goes_into_a_parameter_or_beside_those_in_it() -> None:
    list_notes = operation(SKIP)
    values = ("1", {"number": 2}, 3)
    assert with_size(list_notes, values, None, ("page", "size"), 5) == (
        ("1", {"number": 2, "size": 5}, 3),
        None,
    )
    assert with_size(list_notes, values, None, ("skip",), 5)[0] == (
        "1",
        {"number": 2},
        5,
    )


def test_a_size_needs_an_object_to_go_into() -> None:
    with pytest.raises(ArgumentError, match="not into a list"):
        pager(FakeSession([]), SIZED, body=[1], size=5)


def test_without_a_size_nothing_is_sent_of_it() -> None:
    _, _, session = run([page("1")], SIZED, body={"query": "x"})
    assert session.bodies == [{"query": "x"}]
    assert run([page("1", next="a"), page("2")])[1] == [PageRequest(), after("a")]
