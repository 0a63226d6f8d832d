"""A recorded request is read by what the document says, and what departs from it is named."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.judge.source.original import Tree
from tests.judge.wire.loopback import Received
from tests.judge.wire.request.arrival import fault
from tests.judge.wire.request.bodies import Body
from tests.judge.wire.request.inputs import Arguments, Request
from tests.judge.wire.request.parameters import PLACES, Slot

SLOTS = (
    Slot(name="id", place="path", style="simple"),
    Slot(name="q", place="query", explode=True),
    Slot(name="filter", place="query", media_type="application/json"),
    Slot(name="X-Tags", place="header", style="simple"),
    Slot(name="session", place="cookie", explode=True),
)
GIVEN: dict[str, dict[str, Tree]] = {
    "path": {"id": "a/b"},
    "query": {"q": ["x", "y"], "filter": {"a": 1}},
    "header": {"X-Tags": [1, 2]},
    "cookie": {"session": "s"},
}
RECEIVED = Received(
    "POST",
    "/things/a%2Fb/of:it?q=x&q=y&filter=%7B%22a%22:1%7D",
    (("x-tags", "1,2"), ("cookie", "session=s"), ("content-type", "application/json")),
    b'{"n": 1}',
)
JSON = Body(media_type="application/json", sort="json")


def read(**more: Any) -> str:
    """The fault of a request that differs from the right one in what is said."""
    path = "/things/{id}/of:it"
    request = Request(method="POST", path=path, slots=SLOTS, body=JSON)
    given = {place: GIVEN.get(place, {}) for place in PLACES}
    received = msgspec.structs.replace(RECEIVED, **more)
    return fault(request, Arguments(given={**given, "body": {"n": 1}}), received)


def typed(content_type: str) -> tuple[tuple[str, str], ...]:
    return (*RECEIVED.headers[:2], ("content-type", content_type))


def test_what_is_right_has_no_fault() -> None:
    assert read() == ""


@pytest.mark.parametrize(
    ("more", "want"),
    [
        ({"method": "PUT"}, "the method is PUT"),
        ({"target": "/things/a/b/of:it"}, "the path isn't /things/{id}/of:it with "),
        ({"target": "/things/b/of:it"}, "the path isn't /things/{id}/of:it with "),
        (
            {"target": "/things/a%2Fb/of%3Ait?q=x"},
            "query 'q': ['x', 'y'] arrived as ['x']",
        ),
        (
            {"target": "/things/a%2Fb/of:it?q=x&q=y&filter=a"},
            "query 'filter': {'a': 1} arrived as ['a']",
        ),
        (
            {"target": f"{RECEIVED.target}&more=1"},
            "the query also has more",
        ),
        (
            {"headers": (("x-tags", "1"), *RECEIVED.headers[1:])},
            "header 'X-Tags': [1, 2] arrived as '1'",
        ),
        (
            {"headers": (RECEIVED.headers[0], RECEIVED.headers[2])},
            "cookie 'session' didn't arrive, 's'",
        ),
        (
            {"headers": typed("text/plain")},
            "a body of application/json is sent as text",
        ),
        ({"body": b'{"n": "1"}'}, """body: {'n': 1} arrived as b'{"n": "1"}'"""),
        ({"body": b"n"}, "body: {'n': 1} arrived as b'n'"),
    ],
)
def test_what_departs_is_named(more: dict[str, Any], want: str) -> None:
    assert read(**more).startswith(want)


def test_two_names_in_a_segment_are_reported_apart_by_their_values() -> None:
    request = Request(
        method="GET",
        path="/{a}-{b}",
        slots=tuple(Slot(name=name, place="path", style="simple") for name in "ab"),
    )
    given: dict[str, Any] = {place: {} for place in PLACES}
    given["path"] = {"a": "x-y", "b": -1}
    received = Received("GET", "/x-y--1", (), b"")
    assert fault(request, Arguments(given=given), received) == ""


def read_slot(slot: Slot, path: str, value: Tree, target: str) -> str:
    """The fault of a request that is one parameter alone."""
    request = Request(method="GET", path=path, slots=(slot,))
    given: dict[str, Any] = {place: {} for place in PLACES}
    given[slot.place] = {slot.name: value}
    return fault(request, Arguments(given=given), Received("GET", target, (), b""))


def test_a_name_in_the_query_of_a_path_is_read_there() -> None:
    slot = Slot(name="a", place="path", style="simple")
    assert read_slot(slot, "/b?c={a}", "x y", "/b?c=x%20y") == ""
    assert read_slot(slot, "/b?{a}=1", "x", "/b?x=1") == ""
    found = read_slot(slot, "/b?c={a}", "x", "/b?c=y")
    assert found == "query 'c': 'x' arrived as ['y']"


@pytest.mark.parametrize(
    ("style", "target", "want"),
    [
        ("matrix", "/;a=x%2Fy", ""),
        ("label", "/.x%2Fy", ""),
        ("simple", "/x%2Fy", ""),
        ("matrix", "/x%2Fy", "path 'a': 'x/y' arrived as 'x%2Fy'"),
        ("label", "/x%2Fy", "path 'a': 'x/y' arrived as 'x%2Fy'"),
    ],
)
def test_a_text_in_the_path_has_what_its_style_puts_before_it(
    style: str, target: str, want: str
) -> None:
    slot = Slot(name="a", place="path", style=style)
    assert read_slot(slot, "/{a}", "x/y", target) == want


@pytest.mark.parametrize(
    ("media_type", "target", "want"),
    [
        ("application/json", "/?a=%22x%22", ""),
        ("application/json", "/?a=x", "query 'a': 'x' arrived as ['x']"),
        ("text/plain", "/?a=x", ""),
        ("text/plain", "/?a=%22x%22", "query 'a': 'x' arrived as ['%22x%22']"),
    ],
)
def test_a_text_in_json_stands_in_quotes(
    media_type: str, target: str, want: str
) -> None:
    slot = Slot(name="a", place="query", media_type=media_type)
    assert read_slot(slot, "/", "x", target) == want


@pytest.mark.parametrize(
    ("target", "want"),
    [
        ("/a?beta=true", ""),
        ("/a?beta=true&q=1", "the query also has q"),
        ("/a?beta=no", "query 'beta': 'true' arrived as ['no']"),
        ("/a%3Fbeta=true", "the path isn't /a with {}"),
    ],
)
def test_a_path_may_have_a_query_of_its_own(target: str, want: str) -> None:
    request = Request(method="GET", path="/a?beta=true")
    given: dict[str, Any] = {place: {} for place in PLACES}
    received = Received("GET", target, (), b"")
    assert fault(request, Arguments(given=given), received) == want
