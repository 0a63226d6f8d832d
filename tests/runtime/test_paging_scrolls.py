"""Scrolls, whose cursor stays the same, and lists that end with an empty page."""

from __future__ import annotations

from typing import Any

import pytest
from codec_support import NoteList
from paging_models import FLAGGED, FLAT, SKIP, TOTAL_PAGES, TOTAL_SKIP, Nullable
from paging_models import Optional as Listed
from paging_support import FakeSession, after, fault, page, pager, run
from sdk_runtime.json.plain_data import Annotation
from sdk_runtime.paging.pagination_state import PageRequest
from sdk_runtime.paging.settings import ByCursor, Paging

SCROLL = ByCursor(
    ("data",), ("pages", "next"), "starting_after", repeats=True, ends_empty=True
)
ENDLESS = ByCursor(("data",), ("pages", "next"), "starting_after", repeats=True)
FLAT_SCROLL = ByCursor(("data",), ("next",), "after", repeats=True, ends_empty=True)


def at(cursor: object) -> PageRequest:
    return PageRequest(query=(("after", cursor),))


def test_a_scroll_goes_on_with_the_same_cursor_until_a_page_is_empty() -> None:
    pages = [
        page("1", next="s"),
        page("2", next="s"),
        page("3", next="s"),
        page(next="s"),
    ]
    ids, steps, session = run(pages, SCROLL)
    assert ids == ["1", "2", "3"]
    assert steps == [PageRequest(), after("s"), after("s"), after("s")]
    assert session.drifts == []


def test_a_scroll_may_end_without_a_cursor_or_hand_out_another() -> None:
    ids, steps, _ = run([page("1", next="s"), page("2", next="t"), page("3")], SCROLL)
    assert ids == ["1", "2", "3"]
    assert steps == [PageRequest(), after("s"), after("t")]


LAST: list[tuple[Annotation, object]] = [
    (Listed, {"data": [], "next": "s"}),
    (Listed, {"data": [], "next": None}),
    (Listed, {"data": None, "next": "s"}),
    (Listed, {"next": "s"}),
    (Listed, {}),
    (Nullable, {"data": None, "next": "s"}),
    (Listed | None, None),
    (dict[str, Any], {"data": []}),
    (Listed, {"data": [], "next": ["no cursor"]}),
]


@pytest.mark.parametrize(("kind", "last"), LAST)
def test_the_empty_page_ends_it_whatever_else_it_says(
    kind: Annotation, last: object
) -> None:
    ids, steps, _ = run([{"data": [{"id": "1"}], "next": "s"}, last], FLAT_SCROLL, kind)
    assert ids == ["1"]
    assert steps == [PageRequest(), at("s")]


NO_LIST: list[tuple[Annotation, object, str]] = [
    (NoteList, {"next": "s"}, "data: expected a list of items, found nothing"),
    (Listed, {"next": "s", "items": [{"id": "2"}]}, "found nothing"),
    (
        Listed,
        {"data": {"a": 1}, "next": "s"},
        "data: expected a list of items, found dict",
    ),
]


@pytest.mark.parametrize(("kind", "last", "said"), NO_LIST)
def test_a_list_that_was_renamed_is_no_empty_page(
    kind: Annotation, last: object, said: str
) -> None:
    first = {"data": [{"id": "1"}], "next": "s"}
    ids, message, requests = fault([first, last], FLAT_SCROLL, kind)
    assert (ids, requests) == (["1"], 2)
    assert said in message


def test_a_page_that_comes_twice_is_no_scroll() -> None:
    ids, message, requests = fault([page("1", next="s")] * 3, SCROLL)
    assert (ids, requests) == (["1"], 2)
    assert message.endswith("page 2: the server sent the same page twice")


def test_a_scroll_of_empty_pages_ends_somewhere() -> None:
    _, message, requests = fault([page(next="s")] * 200, ENDLESS)
    assert "101 pages in a row were empty" in message
    assert requests == 101


def test_a_scroll_without_an_empty_page_ends_where_there_is_no_cursor() -> None:
    ids, _, _ = run([page("1", next="s"), page("2", next="s"), page("3")], ENDLESS)
    assert ids == ["1", "2", "3"]


def test_the_cursor_of_a_scroll_resumes_it() -> None:
    pages = [
        page("1", next="s"),
        page("2", next="s"),
        page("3", next="s"),
        page(next="s"),
    ]
    first = pager(FakeSession(pages[:1]), SCROLL, max_items=1)
    assert [note.id for note in first] == ["1"]
    assert first.next_cursor == "s"
    ids, steps, _ = run(pages[1:], SCROLL, cursor=first.next_cursor)
    assert ids == ["2", "3"]
    assert steps == [after("s")] * 3


EMPTY_ENDS: list[tuple[Paging, list[dict[str, Any]], int]] = [
    # What a total says doesn't count.
    (TOTAL_PAGES, [page("1", total=1), page("2", total=1), page(total=1)], 3),
    (TOTAL_SKIP, [page("1", total=1), page("2", total=1), page(total=1)], 3),
    (TOTAL_PAGES, [page("1", total=9), page(total=9)], 2),
    (TOTAL_SKIP, [page("1", total=9), page(total=9)], 2),
    (SKIP, [page("1"), page()], 2),
    # A flag does, and so does a cursor that isn't there.
    (FLAGGED, [{"data": [{"id": "1"}], "next": "a", "has_more": False}], 1),
    (FLAT, [{"data": [{"id": "1"}], "next": "a"}, {"data": [{"id": "2"}]}], 2),
]


@pytest.mark.parametrize(("paging", "pages", "requests"), EMPTY_ENDS)
def test_an_empty_page_ends_lists_of_each_kind(
    paging: Paging, pages: list[dict[str, Any]], requests: int
) -> None:
    fields = {name: getattr(paging, name) for name in paging.__struct_fields__}
    ending = type(paging)(**{**fields, "ends_empty": True})
    _, steps, _ = run(pages, ending, Listed if paging in {FLAGGED, FLAT} else NoteList)
    assert len(steps) == requests


def test_without_the_setting_a_cursor_that_came_before_is_an_error() -> None:
    _, message, requests = fault([page("1", next="s"), page("2", next="s")])
    assert message.endswith("page 2: the server sent a cursor that it had sent before")
    assert requests == 2
