"""The extension that says how a list goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from reader_documents import (
    Tree,
    read_operation,
)

from generator.ir.pagination import ByCursor, ByLink, ByOffset, ByPage, Pagination

PAGINATION: list[tuple[Tree, Pagination]] = [
    (
        {"items": "data", "next": "pages.next", "parameter": "starting_after"},
        Pagination(
            items=("data",),
            by=ByCursor(next=("pages", "next"), parameter="starting_after"),
        ),
    ),
    (
        {
            "items": ["a.b"],
            "next": "next",
            "body": "pagination.starting_after",
            "cursor_key": "starting_after",
            "more": "has_more",
        },
        Pagination(
            items=("a.b",),
            by=ByCursor(
                next=("next",),
                body=("pagination", "starting_after"),
                cursor_key="starting_after",
                more=("has_more",),
            ),
        ),
    ),
    (
        {"page": {"parameter": "page", "first": 0, "total": "pages.total"}},
        Pagination(
            items=(), by=ByPage(parameter="page", first=0, total=("pages", "total"))
        ),
    ),
    (
        {"items": "data", "offset": {"parameter": "skip", "total": "count"}},
        Pagination(items=("data",), by=ByOffset(parameter="skip", total=("count",))),
    ),
    (
        {"items": "", "link": "next"},
        Pagination(items=(), by=ByLink(rel="next")),
    ),
    (
        {
            "items": "data",
            "next": "scroll",
            "parameter": "scroll",
            "repeats": True,
            "ends": "empty",
            "size": "paging.per_page",
            "total": "meta.count",
        },
        Pagination(
            items=("data",),
            by=ByCursor(next=("scroll",), parameter="scroll", repeats=True),
            size=("paging", "per_page"),
            total=("meta", "count"),
            ends_empty=True,
        ),
    ),
]


@pytest.mark.parametrize(("written", "want"), PAGINATION)
def test_pagination(tmp_path: Path, written: Tree, want: Pagination) -> None:
    result = read_operation(tmp_path, {"x-sdk-pagination": written})
    found = result.operation.pagination
    assert found is not None
    assert found.place.pointer.endswith("/x-sdk-pagination")
    assert replace(found, place=want.place) == want
    assert result.codes == []


@pytest.mark.parametrize(
    "written",
    [
        [],
        {},
        {"items": "data"},
        {"next": "a", "page": {"parameter": "page"}},
        {"next": "a", "parameter": "b", "body": "c"},
        {"next": "a", "paramter": "b"},
        {"next": 1},
        {"next": "", "parameter": "b"},
        {"next": [], "parameter": "b"},
        {"page": {}},
        {"page": "page"},
        {"page": {"parameter": "page", "totl": "pages"}},
        {"offset": {"parameter": "skip", "first": 1}},
        {"next": "a", "ends": "never"},
        {"next": "a", "ends": True},
        {"next": "a", "link": "next"},
        {"link": ""},
        {"link": True},
        {"link": "next", "repeats": True},
        {"page": {"parameter": "page"}, "repeats": True},
        {"page": {"parameter": "page"}, "more": "has_more"},
        {"next": "a", "size": 5},
        {"next": "a", "total": ["a", 1]},
    ],
)
def test_a_pagination_that_says_nothing_clear_is_reported(
    tmp_path: Path, written: object
) -> None:
    result = read_operation(tmp_path, {"x-sdk-pagination": written})
    assert result.operation.pagination is None
    assert result.codes == ["pagination-shape"]
    assert "x-sdk-pagination" in result.pointers("pagination-shape")[0]
