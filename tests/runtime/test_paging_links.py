"""Where a page leads: cursors and links, to be followed or refused."""

from __future__ import annotations

import pytest
from paging_support import BASE, FakeSession, after, page, pager, run
from sdk_runtime.errors import PaginationError
from sdk_runtime.paging.pagination_state import ByCursor, PageRequest

LEADS: list[tuple[object, PageRequest]] = [
    ("WzE3MTk=", after("WzE3MTk=")),
    ("/9j/4AAQ==", after("/9j/4AAQ==")),
    ("a+b/c=", after("a+b/c=")),
    (42, after(42)),
    (42.0, after(42)),
    ({"starting_after": "abc", "per_page": 5}, after("abc")),
    ({"starting_after": 7}, after(7)),
    (
        {"starting_after": BASE + "?page=2"},
        PageRequest(url=BASE + "?page=2"),
    ),
    (BASE + "?page=2&per_page=50", PageRequest(url=BASE + "?page=2&per_page=50")),
    (
        "HTTPS://API.example.test:443/x?y=1",
        PageRequest(url="https://api.example.test/x?y=1"),
    ),
    ("/contacts/1/notes?page=2", PageRequest(url=BASE + "?page=2")),
    ("/contacts/1/notes/page/2", PageRequest(url=BASE + "/page/2")),
    ("?page=2", PageRequest(url=BASE + "?page=2")),
    ("notes?page=2", PageRequest(url=BASE + "?page=2")),
    ("//api.example.test/x?y=1#z", PageRequest(url="https://api.example.test/x?y=1")),
]


@pytest.mark.parametrize(("lead", "step"), LEADS)
def test_what_stands_at_next_is_followed(lead: object, step: PageRequest) -> None:
    ids, steps, session = run([page("1", next=lead), page("2")])
    assert ids == ["1", "2"]
    assert steps == [PageRequest(), step]
    assert session.drifts == []


FOREIGN = [
    "https://evil.test/contacts/1/notes?page=2",
    "http://api.example.test/contacts/1/notes?page=2",
    "https://api.example.test:8443/notes?page=2",
    "https://api.example.test.evil.test/notes?page=2",
    "https://api.example.test@evil.test/notes?page=2",
    "https://user:secret@api.example.test/notes?page=2",
    "//evil.test/notes?page=2",
    "ftp://api.example.test/notes",
    "file:///etc/passwd",
    "javascript://api.example.test/%0aalert(1)",
    "https://[::1/notes?page=2",
    "https://api.example.test:99999/?page=2",
    "https://api.example.test/\r\nX: y?page=2",
    "https://api.example.test\\@evil.test/?page=2",
]


@pytest.mark.parametrize("link", FOREIGN)
def test_a_link_elsewhere_is_refused_after_the_items(link: str) -> None:
    session = FakeSession([page("1", next=link)])
    items = iter(pager(session))
    assert next(items).id == "1"
    with pytest.raises(PaginationError) as caught:
        next(items)
    assert len(session.steps) == 1
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("link", FOREIGN)
def test_a_cursor_that_leads_elsewhere_is_refused_before_any_request(link: str) -> None:
    session = FakeSession([])
    with pytest.raises(PaginationError):
        list(pager(session, cursor=link))
    assert session.steps == []


def test_a_link_resumes_elsewhere_too() -> None:
    first = pager(FakeSession([page("1", next=BASE + "?page=2")]), max_items=1)
    list(first)
    session = FakeSession([page("2")])
    assert [note.id for note in pager(session, cursor=first.next_cursor)] == ["2"]
    assert session.steps == [PageRequest(url=BASE + "?page=2")]


BODY = ByCursor(
    items=("data",),
    next=("pages", "next"),
    body=("pagination", "starting_after"),
    cursor_key="starting_after",
)


def test_a_cursor_goes_into_the_request_body() -> None:
    given_body = {"query": {"field": "x"}, "pagination": {"per_page": 5}}
    pages = [
        page("1", next={"starting_after": "a"}),
        page("2", next={"starting_after": 7}),
        page("3", next="/search?starting_after=z&x=1"),
        page("4"),
    ]
    session = FakeSession(pages)
    assert len(list(pager(session, BODY, body=given_body))) == 4
    assert session.bodies == [
        given_body,
        {"query": {"field": "x"}, "pagination": {"per_page": 5, "starting_after": "a"}},
        {"query": {"field": "x"}, "pagination": {"per_page": 5, "starting_after": 7}},
        {"query": {"field": "x"}, "pagination": {"per_page": 5, "starting_after": "z"}},
    ]
    assert given_body == {"query": {"field": "x"}, "pagination": {"per_page": 5}}


def test_a_body_is_made_for_a_cursor_where_there_is_none() -> None:
    session = FakeSession([page("1")])
    list(pager(session, BODY, cursor="a"))
    assert session.bodies == [{"pagination": {"starting_after": "a"}}]


def test_without_a_parameter_every_text_is_a_link() -> None:
    paging = ByCursor(items=("data",), next=("pages", "next"))
    _, steps, _ = run([page("1", next="2"), page("2")], paging)
    assert steps == [
        PageRequest(),
        PageRequest(url="https://api.example.test/contacts/1/2"),
    ]
