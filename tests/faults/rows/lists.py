"""Lists that lead in circles, nowhere or elsewhere, and that change while they are read."""

from __future__ import annotations

import json
from typing import Any, Final

from codec_support import Note
from sdk_runtime.errors import (
    APIConnectionError,
    APIResponseError,
    APITimeoutError,
    NotFoundError,
    PaginationError,
    ServerError,
    UnauthorizedError,
)

from faults import calls
from faults.behaviour import Behaviour, Group
from faults.script import CLOSE, HANG, Script, answer, head

A, B, C = (Note(id=name) for name in "abc")


def page(ids: str, after: object = None, **more: object) -> Script:
    """A page with one item a letter, and what stands at its `pages.next`."""
    content = {"data": [{"id": name} for name in ids], "pages": {"next": after}, **more}
    # Of an unknown length, since the origins aren't known yet.
    return (head() + json.dumps(content).encode(), CLOSE)


def _led(name: str, *replies: Script, **more: Any) -> Behaviour:
    """A list that is read to its end, or to an error."""
    given = {"call": calls.by_cursor, "requests": len(replies), **more}
    return Behaviour(name=name, replies=replies, **given)


def _linked(ids: str, link: str = "") -> Script:
    content = json.dumps({"data": [{"id": name} for name in ids]}).encode()
    return (
        answer(
            body=content, headers={"Link": f'<{link}>; rel="next"'} if link else None
        ),
    )


_FIRST: Final = page("a", "1")

LISTS = Group(
    "A list leads in circles, nowhere or elsewhere",
    (
        _led(
            "the same cursor again",
            page("a", "1"),
            page("b", "1"),
            raises=PaginationError,
            items=(A, B),
            smoke=True,
        ),
        _led(
            "two cursors in turn",
            page("a", "1"),
            page("b", "2"),
            page("c", "1"),
            raises=PaginationError,
            items=(A, B, C),
        ),
        _led(
            "a circle of twenty cursors",
            *(page("a", str(n % 20)) for n in range(21)),
            raises=PaginationError,
            items=(A,) * 21,
        ),
        _led(
            "a cursor that is a number, and the same as text",
            page("a", 1),
            page("b", "1"),
            raises=PaginationError,
            items=(A, B, B),
            requests=3,
        ),
        _led(
            "empty pages for ever",
            *(page("", str(n)) for n in range(101)),
            raises=PaginationError,
        ),
        _led("a cursor of null", page("a", None), gives=[A]),
        _led("a cursor of false", page("a", False), gives=[A]),
        _led(
            "a cursor that is a list",
            page("a", ["1"]),
            raises=PaginationError,
            items=(A,),
        ),
        _led("an empty cursor", page("a", ""), gives=[A]),
        _led(
            "a page without its list",
            page("a", "1"),
            (answer(body=b'{"pages":{}}'),),
            raises=PaginationError,
            items=(A,),
        ),
        _led(
            "a list of null",
            (answer(body=b'{"data":null,"pages":{}}'),),
            raises=PaginationError,
        ),
        _led(
            "a list that is an object",
            (answer(body=b'{"data":{"id":"a"},"pages":{}}'),),
            raises=PaginationError,
        ),
        _led(
            "a page of HTML",
            _FIRST,
            (answer(body=b"<html>", kind="text/html"),),
            raises=APIResponseError,
            items=(A,),
        ),
        _led(
            "a second page that is cut",
            _FIRST,
            (head(200, {"Content-Length": "99"}) + b'{"data":[', CLOSE),
            settings={"max_retries": 0},
            raises=APIConnectionError,
            items=(A,),
        ),
        _led(
            "a second page that stalls",
            _FIRST,
            (HANG,),
            settings={"max_retries": 0, "timeout": 0.15},
            raises=APITimeoutError,
            items=(A,),
        ),
        _led(
            "a second page that fails once",
            _FIRST,
            (answer(503, b""),),
            page("b"),
            gives=[A, B],
        ),
        _led(
            "a second page that always fails",
            _FIRST,
            (answer(500, b""),),
            requests=4,
            raises=ServerError,
            items=(A,),
        ),
        _led(
            "a second page that is gone",
            _FIRST,
            (answer(404, b"{}"),),
            raises=NotFoundError,
            items=(A,),
        ),
        _led(
            "a link to another origin",
            page("a", "{there}/notes?after=1"),
            raises=PaginationError,
            items=(A,),
        ),
        _led(
            "a link in a header to another origin",
            _linked("a", "{there}/notes?page=2"),
            call=calls.by_link,
            raises=PaginationError,
            items=(A,),
        ),
        _led(
            "a link in a header to the same page",
            _linked("a", "/notes"),
            _linked("b", "/notes?"),
            call=calls.by_link,
            raises=PaginationError,
            items=(A, B),
        ),
        _led(
            "links in headers in a circle",
            _linked("a", "/notes?page=2"),
            _linked("b", "/notes?page=3"),
            _linked("c", "/notes?page=2"),
            call=calls.by_link,
            raises=PaginationError,
            items=(A, B, C),
        ),
        _led(
            "a link in a header that is no URL",
            _linked("a", "http://[::1"),
            call=calls.by_link,
            raises=PaginationError,
            items=(A,),
        ),
    ),
)

CHANGES = Group(
    "A list changes while it is read",
    (
        _led(
            "an item is added in front: one comes twice",
            page("ab", "1"),
            page("bc"),
            gives=[A, B, B, C],
        ),
        _led(
            "the next page is empty, and the last",
            page("ab", "1"),
            page(""),
            gives=[A, B],
        ),
        _led(
            "a page in the middle is empty",
            page("a", "1"),
            page("", "2"),
            page("b"),
            gives=[A, B],
        ),
        _led(
            "numbered pages, of which one repeats what was there",
            page("ab"),
            page("bc"),
            page(""),
            call=calls.by_page,
            gives=[A, B, B, C],
        ),
        _led(
            "numbered pages, of which the last is 404",
            page("ab"),
            (answer(404, b"{}"),),
            call=calls.by_page,
            raises=NotFoundError,
            items=(A, B),
        ),
        _led(
            "the total shrinks between two pages",
            page("a", "1", total=9),
            page("b", total=2),
            gives=[A, B],
        ),
        _led(
            "items gain members that nobody knows",
            page("a", "1"),
            (answer(body=b'{"data":[{"id":"b","new":1}],"pages":{}}'),),
            gives=[A, B],
        ),
        _led(
            "the last page leads on to nothing",
            page("a", "1"),
            page("", None),
            gives=[A],
        ),
        _led(
            "the list is closed to the caller within it",
            _FIRST,
            (answer(401, b"{}"),),
            raises=UnauthorizedError,
            items=(A,),
        ),
    ),
)

GROUPS = (LISTS, CHANGES)
