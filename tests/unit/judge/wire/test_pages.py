"""What the judge of pagers finds wrong."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest

from tests.judge.overlay.paging import declared
from tests.judge.source.original import Original
from tests.judge.wire.client.methods import Method
from tests.judge.wire.loopback import Received, Served
from tests.judge.wire.pages import (
    Change,
    follows,
    paging_fault,
    request_fault,
    without_first,
    without_pager,
)
from tests.judge.wire.request.inputs import Arguments
from tests.judge.wire.request.parameters import PLACES

LISTS = Path(__file__).parents[3] / "corpus" / "lists-3.1.yaml"


def got(target: str, body: bytes = b"") -> Received:
    return Received(method="GET", target=target, headers=(), body=body)


FIRST = Change()
CURSOR = Change(query=("after", "c2"))
REQUESTS: list[tuple[list[Received], list[Change], str]] = [
    ([got("/a?x=1")], [FIRST], ""),
    ([got("/a?x=1"), got("/a?after=c2&x=1")], [FIRST, CURSOR], ""),
    ([got("/a?x=1"), got("/a?after=c2&x=1")], [FIRST], "in 2 requests"),
    ([got("/a?x=1")], [FIRST, CURSOR], "in 1 requests"),
    ([got("/a?x=1"), got("/a?after=c2")], [FIRST, CURSOR], "page 2"),
    ([got("/a?x=1"), got("/a?x=1")], [FIRST, CURSOR], "page 2"),
    ([got("/a?x=1"), got("/a?after=c3&x=1")], [FIRST, CURSOR], "page 2"),
    ([got("/a?x=1"), got("/b?after=c2&x=1")], [FIRST, CURSOR], "page 2"),
    ([got("/a?p=1")], [Change(query=("p", "1"))], ""),
    ([got("/a")], [Change(query=("p", "1"))], "page 1"),
    ([got("/a"), got("/b?c=%26")], [FIRST, Change(target="/b?c=%26")], ""),
    ([got("/a"), got("/b?c=&")], [FIRST, Change(target="/b?c=%26")], "page 2"),
    (
        [got("/a", b'{"x":1}'), got("/a", b'{"x":1,"p":{"c":"c2"}}')],
        [FIRST, Change(keys=("p", "c"), body="c2")],
        "",
    ),
    (
        [got("/a", b'{"x":1}'), got("/a", b'{"p":{"c":"c2"}}')],
        [FIRST, Change(keys=("p", "c"), body="c2")],
        "page 2",
    ),
]


@pytest.mark.parametrize(("received", "changes", "said"), REQUESTS)
def test_requests(received: list[Received], changes: list[Change], said: str) -> None:
    found = request_fault(received, changes)
    assert (said in found) if said else not found


class FakeCollector:
    """Asks for pages as `/a` declares them, and gives what `spoil` makes of the items."""

    def __init__(self, spoil: Any, colours: tuple[bool, ...]) -> None:
        self._spoil = spoil
        self._colours = colours

    def items(self, method: Method, served: Served) -> list[object]:
        return list(msgspec.json.decode(served.body)["data"])

    def collect(
        self,
        method: Method,
        arguments: Arguments,
        served: Sequence[Served],
        *,
        is_async: bool,
        max_items: int | None,
    ) -> tuple[list[object], list[Received]]:
        items: list[object] = []
        received: list[Received] = []
        cursor = ""
        for answer in served:
            received.append(got(f"/a?x_cursor={cursor}" if cursor else "/a"))
            items += self.items(method, answer)
            cursor = msgspec.json.decode(answer.body).get("next_cursor", "")
            cursor = cursor.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D")
            if max_items is not None and len(items) >= max_items:
                items = items[:max_items]
                break
        return (self._spoil(items) if is_async in self._colours else items), received


SPOILS: list[tuple[Any, str]] = [
    (lambda items: items, ""),
    (lambda items: items[:-1], "items came"),
    (lambda items: [*items, items[-1]], "items came"),
    (lambda items: [], "items came"),
]


@pytest.mark.parametrize(("spoil", "said"), SPOILS)
@pytest.mark.parametrize("colour", [False, True])
def test_items(spoil: Any, said: str, colour: bool) -> None:
    original = Original(LISTS)
    listed = next(iter(declared(original)))
    operation = SimpleNamespace(paging=SimpleNamespace(next=("next_cursor",)))
    method = Method(owner=None, name="list", operation=operation, places={})
    given = Arguments(given={place: {} for place in PLACES})
    collector: Any = FakeCollector(spoil, (colour,))
    found = paging_fault(collector, method, given, original, listed)
    assert (said in found) if said else not found
    if said:
        assert ("asynchronous" in found) is colour


def test_a_declared_list_that_is_not_paged() -> None:
    original = Original(LISTS)
    listed = next(iter(declared(original)))
    method = Method(owner=None, name="list", operation=SimpleNamespace(), places={})
    given = Arguments(given={place: {} for place in PLACES})
    collector: Any = FakeCollector(list, ())
    found = paging_fault(collector, method, given, original, listed)
    assert found == "it is declared as a list (cursor) and isn't paged"


class JsonBody:
    """What a package calls the kind of a body in JSON."""


class FormBody:
    """What it calls that of a form."""


PAGED, PLAIN = SimpleNamespace(paging=1, body=None), SimpleNamespace(body=None)
IN_JSON = SimpleNamespace(paging=1, body=JsonBody())
IN_FORM = SimpleNamespace(paging=1, body=FormBody())


@pytest.mark.parametrize(
    ("form", "operation", "others", "want"),
    [
        ("cursor", PAGED, [], True),
        ("cursor", PLAIN, [], True),
        ("cursor", PLAIN, [PAGED], False),
        ("cursor", IN_FORM, [], True),
        ("body", IN_JSON, [], True),
        ("body", IN_FORM, [IN_JSON], False),
        ("body", PLAIN, [], False),
    ],
)
def test_which_method_of_an_operation_pages(
    form: str, operation: Any, others: list[Any], want: bool
) -> None:
    listed = next(each for each in declared(Original(LISTS)) if each.form == form)
    made = [
        Method(owner=None, name="list", operation=each, places={})
        for each in (operation, *others)
    ]
    assert follows(made[0], made, listed) is want


def test_what_a_pager_sets_itself_is_left_out() -> None:
    paging = SimpleNamespace(parameter="page", first=0)
    method = Method(
        owner=None, name="list", operation=SimpleNamespace(paging=paging), places={}
    )
    given = {**{place: {} for place in PLACES}, "query": {"page": 1, "x": 2}}
    assert without_pager(method, Arguments(given=given)).given["query"] == {"x": 2}
    assert without_first(method, got("/a?page=0&x=2")).target == "/a?x=2"
    assert without_first(method, got("/a?page=0")).target == "/a"
    assert without_first(method, got("/a?page=1")).target == "/a?page=1"
