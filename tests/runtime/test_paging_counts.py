"""Lists whose pages or items are counted."""

from __future__ import annotations

import pytest
from paging_support import FakeSession, page, pager, run
from sdk_runtime.errors import ArgumentError, PaginationError
from sdk_runtime.json.plain_data import Plain
from sdk_runtime.paging.pagination_state import ByOffset, ByPage, PageRequest, Paging

PAGES = ByPage(items=("data",), parameter="page", total=("total_pages",))
OFFSET = ByOffset(items=("data",), parameter="skip", total=("total",))


def test_the_body_itself_may_be_the_list() -> None:
    paging = ByPage(items=(), parameter="page")
    session = FakeSession([[1, 2], [3], []], list[int])
    assert list(pager(session, paging)) == [1, 2, 3]
    assert [step.query for step in session.steps] == [
        (("page", 1),),
        (("page", 2),),
        (("page", 3),),
    ]


NUMBERED: list[tuple[Paging, list[dict[str, object]], list[int]]] = [
    (PAGES, [page("1", total_pages=1)], [1]),
    (PAGES, [page("1", total_pages=2), page("2", total_pages=2)], [1, 2]),
    (PAGES, [page("1", total_pages="2"), page("2", total_pages=2.0)], [1, 2]),
    (PAGES, [page(total_pages=2), page("2", total_pages=2)], [1, 2]),
    (PAGES, [page(total_pages=0)], [1]),
    (PAGES, [page("1"), page("2"), page()], [1, 2, 3]),
    (
        ByPage(items=("data",), parameter="page", first=0, total=("t",)),
        [page("1", t=2), page("2", t=2)],
        [0, 1],
    ),
    (OFFSET, [page("1", "2", total=3), page("3", total=3)], [0, 2]),
    (OFFSET, [page("1", "2", total=2)], [0]),
    (OFFSET, [page("1", "2"), page("3"), page()], [0, 2, 3]),
    (OFFSET, [page("1", total=9), page(total=9)], [0, 1]),
]


@pytest.mark.parametrize(("paging", "pages", "numbers"), NUMBERED)
def test_pages_and_offsets_are_counted(
    paging: Plain, pages: list[dict[str, object]], numbers: list[int]
) -> None:
    ids, steps, _ = run(pages, paging)
    assert len(ids) == sum(len(body["data"]) for body in pages)  # type: ignore[arg-type]  # lists, all
    assert [step.query for step in steps] == [((paging.parameter, n),) for n in numbers]


def test_the_callers_page_is_where_the_count_starts() -> None:
    session = FakeSession([page("5", total_pages=6), page("6", total_pages=6)])
    list(pager(session, PAGES, page=5))
    assert session.steps == [PageRequest(), PageRequest(query=(("page", 6),))]


def test_a_page_number_resumes() -> None:
    first = pager(FakeSession([page("1", total_pages=2)]), PAGES, max_items=1)
    list(first)
    assert first.next_cursor == "2"
    session = FakeSession([page("2", total_pages=2)])
    assert len(list(pager(session, PAGES, cursor="2"))) == 1
    assert session.steps == [PageRequest(query=(("page", 2),))]
    with pytest.raises(ArgumentError, match="numbers"):
        list(pager(FakeSession([]), PAGES, cursor="abc"))


@pytest.mark.parametrize("paging", [PAGES, OFFSET])
def test_a_server_that_ignores_the_number_is_found_out(paging: Paging) -> None:
    session = FakeSession(lambda _: page("1"))
    with pytest.raises(PaginationError, match="same page"):
        list(pager(session, paging))
    assert len(session.steps) == 2
