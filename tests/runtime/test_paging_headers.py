"""Lists whose pages lead on by a header Link (RFC 8288)."""

from __future__ import annotations

from typing import Any

import pytest
from paging_support import BASE, FakeSession, fault, pager, run
from sdk_runtime.errors import PaginationError
from sdk_runtime.json.plain_data import Plain
from sdk_runtime.paging.link_header import find_link
from sdk_runtime.paging.pagination_state import PageRequest
from sdk_runtime.paging.settings import ByLink

LINKED = ByLink(())
NEXT = PageRequest(url=BASE + "?page=2")
ITEMS = list[Any]


def linked(*ids: str, links: tuple[str, ...] = ()) -> Plain:
    """A page that is the list itself, and its headers."""
    return [{"id": name} for name in ids], links


LEADING: list[tuple[str, ...]] = [
    (f'<{BASE}?page=2>; rel="next"',),
    (f"<{BASE}?page=2>; rel=next",),
    (f"<{BASE}?page=2>;rel=NEXT",),
    (f'< {BASE}?page=2 > ; Rel = "Next"',),
    (f'<{BASE}?page=2>; rel="prev next last"',),
    (f'<{BASE}?page=1>; rel="prev", <{BASE}?page=2>; rel="next"',),
    (f'<{BASE}?page=1>; rel="prev"', f'<{BASE}?page=2>; rel="next"'),
    (f", ,<{BASE}?page=1>; rel=first ,, <{BASE}?page=2>; rel=next,",),
    (f'<{BASE}?page=2>; title="a, <b>; rel=prev \\" c"; rel="next"',),
    (f"<{BASE}?page=2>; title*=UTF-8''a%2C%20b; rel=next; media=screen",),
    (f'<{BASE}?page=2>; rel="next"; rel="prev"',),
    (f'<{BASE}?page=9>; rel="next"; anchor="#else", <{BASE}?page=2>; rel=next',),
    ('<?page=2>; rel="next"',),
    ('</contacts/1/notes?page=2>; rel="next"',),
    ('<notes?page=2>; rel="next"',),
    ('<//api.example.test/contacts/1/notes?page=2#part>; rel="next"',),
]


@pytest.mark.parametrize("links", LEADING)
def test_the_link_is_followed(links: tuple[str, ...]) -> None:
    ids, steps, session = run([linked("1", links=links), linked("2")], LINKED, ITEMS)
    assert ids == ["1", "2"]
    assert steps == [PageRequest(), NEXT]
    assert session.drifts == []


ENDING: list[tuple[str, ...]] = [
    (),
    ("",),
    (" , ",),
    (f'<{BASE}?page=1>; rel="prev"',),
    (f"<{BASE}?page=1>",),
    (f'<{BASE}?page=1>; rel="nextish"',),
    (f'<{BASE}?page=1>; title="rel=next"',),
    (f'<{BASE}?page=1>; rel="prev"; rel="next"',),
    (f'<{BASE}?page=1>; rel="next"; anchor="/else"',),
]


@pytest.mark.parametrize("links", ENDING)
def test_without_such_a_link_the_page_is_the_last(links: tuple[str, ...]) -> None:
    ids, steps, _ = run([linked("1", links=links)], LINKED, ITEMS)
    assert (ids, steps) == (["1"], [PageRequest()])


REFUSED = [
    ("<https://evil.test/notes?page=2>; rel=next", "a link to another origin"),
    ("<//evil.test/notes?page=2>; rel=next", "a link to another origin"),
    ("<https://api.example.test@evil.test/>; rel=next", "a link to another origin"),
    ("<http://api.example.test/?page=2>; rel=next", "a link to another origin"),
    ("<https://[::1/>; rel=next", "a link that isn't a URL"),
    ("<a\\b?page=2>; rel=next", "a link that isn't a URL"),
    ("https://api.example.test/?page=2; rel=next", "Link: expected links"),
    (f"<{BASE}?page=1>; rel=prev, next", "Link: expected links"),
]


@pytest.mark.parametrize(("link", "said"), REFUSED)
def test_a_link_that_leads_elsewhere_is_refused_when_it_is_needed(
    link: str, said: str
) -> None:
    pages = [linked("1", links=(link,))]
    ids, message, requests = fault(pages, LINKED, ITEMS)
    assert (ids, requests) == (["1"], 1)
    assert said in message
    assert "page 1" in message
    ids, _, _ = run(pages, LINKED, ITEMS, max_items=1)
    assert ids == ["1"]


def test_a_link_that_came_before_is_an_error() -> None:
    loop = linked("1", links=("<?page=2>; rel=next",))
    _, message, requests = fault([loop] * 5, LINKED, ITEMS)
    assert message.endswith("the server sent a cursor that it had sent before")
    assert requests == 2


def test_a_relative_link_is_relative_to_the_page_that_has_it() -> None:
    pages = [
        linked("1", links=("</archive/notes?page=2>; rel=next",)),
        linked("2", links=("<notes?page=3>; rel=next",)),
        linked("3", links=("<?page=4>; rel=next",)),
        linked("4"),
    ]
    _, steps, _ = run(pages, LINKED, ITEMS)
    home = "https://api.example.test/archive/notes"
    assert [step.url for step in steps] == [
        "",
        *(f"{home}?page={n}" for n in (2, 3, 4)),
    ]


def test_the_link_is_the_cursor_that_resumes_the_list() -> None:
    first = pager(
        FakeSession([linked("1", links=("<?page=2>; rel=next",))], ITEMS),
        LINKED,
        max_items=1,
    )
    assert len(list(first)) == 1
    assert first.next_cursor == NEXT.url
    ids, steps, _ = run([linked("2")], LINKED, ITEMS, cursor=first.next_cursor)
    assert (ids, steps) == (["2"], [NEXT])
    with pytest.raises(PaginationError, match="another origin"):
        list(pager(FakeSession([]), LINKED, cursor="https://evil.test/"))


def test_an_empty_page_with_a_link_is_the_end_only_where_it_is_declared() -> None:
    pages = [linked(links=("<?page=2>; rel=next",)), linked("2")]
    assert run(pages, LINKED, ITEMS)[0] == ["2"]
    assert run(pages, ByLink((), ends_empty=True), ITEMS)[0] == []


def test_links_of_other_relations_lead_on_where_they_are_declared() -> None:
    value = '<a>; rel="next", <b>; rel="https://rels.example/More x"'
    assert find_link([value], "https://rels.example/more") == "b"
    assert find_link([value], "x") == "b"
    assert find_link([value], "prev") is None


def test_a_long_header_is_read_in_one_go() -> None:
    many = ", ".join(
        f'<?page={n}>; rel="item"; title="{"," * 20}"' for n in range(5000)
    )
    assert find_link([f"{many}, <?page=2>; rel=next"], "next") == "?page=2"
    with pytest.raises(ValueError, match="no link"):
        find_link(["<a>" + "; " * 50_000 + '"'], "next")
