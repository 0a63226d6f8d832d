"""Generated lists over loopback: scrolls, links in headers, totals and sizes of pages."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
import yaml

from tests.contract.conftest import CASES, Made
from tests.contract.recording_server import Answer, Recorded, RecordingServer, recording

THINGS = [{"id": "1"}, {"id": "2"}, {"id": "3"}]


def answer(request: Recorded) -> Answer:
    """The pages of one thing each."""
    query = dict(request.query)
    match request.path:
        case "/scroll":
            return Answer(next(SCROLLED))
        case "/search":
            after = (request.json.get("pagination") or {}).get("starting_after", "0")
            return Answer(_page(int(after), next=int(after) + 1))
        case "/linked":
            number = int(query.get("number", "0"))
            more = f'</linked?number={number + 1}>; rel="next"'
            links = (("Link", '</linked>; rel="first"'),)
            links += (("Link", more),) if number < 2 else ()
            return Answer(THINGS[number : number + 1], headers=links)
        case _:
            return Answer(_page(int(query.get("skip", "0"))))


def _page(number: int, next: int = 0) -> dict[str, Any]:
    lead = {"starting_after": str(next)} if next and next < len(THINGS) else None
    pages = {"next": lead} if lead else {}
    return {"data": THINGS[number : number + 1], "pages": pages, "total_count": 3}


def _scrolled() -> Iterator[dict[str, Any]]:
    while True:
        for number in range(4):
            yield {**_page(number), "scroll_param": "the same"}


SCROLLED = _scrolled()


@pytest.fixture(scope="module")
def made(package_of: Callable[[Mapping[str, Any]], Made]) -> Made:
    text = (CASES / "clients/scrolls/spec.yaml").read_text("utf-8")
    return package_of(yaml.safe_load(text))


@pytest.fixture
def server() -> Iterator[RecordingServer]:
    with recording(answer) as served:
        yield served


def listing(client: Any, name: str) -> Any:
    """The method of a list."""
    return getattr(client.batches if name == "batches" else client.things, name)


def collected(
    made: Made, server: RecordingServer, name: str, /, **arguments: Any
) -> tuple[list[str], int, list[Recorded]]:
    """The ids of a list, its total, and the requests for them; both colours agree."""
    sync, asynchronous = made.clients
    with sync(base_url=server.url, strict=True) as client:
        pager = listing(client, name)(**arguments)
        ids = [thing.id for thing in pager]
        total = pager.total() if name != "list_linked" else 0
    requests = list(server.requests)
    server.requests.clear()

    async def collect() -> None:
        async with asynchronous(base_url=server.url, strict=True) as client:
            pager = listing(client, name)(**arguments)
            assert [thing.id async for thing in pager] == ids
            if name != "list_linked":
                assert await pager.total() == total

    asyncio.run(collect())
    assert [one[:3] for one in server.requests] == [one[:3] for one in requests]
    assert [one.body for one in server.requests] == [one.body for one in requests]
    return ids, total, requests


def test_a_scroll_hands_out_all_items(made: Made, server: RecordingServer) -> None:
    ids, total, requests = collected(made, server, "scroll")
    assert (ids, total) == (["1", "2", "3"], 3)
    cursors = [dict(one.query).get("scroll_param") for one in requests]
    assert cursors == [None, "the same", "the same", "the same"]


def test_a_search_has_its_cursor_and_its_size_in_the_body(
    made: Made, server: RecordingServer
) -> None:
    ids, total, requests = collected(made, server, "search", query="x", per_page=1)
    assert (ids, total) == (["1", "2", "3"], 3)
    assert [one.json for one in requests] == [
        {"query": "x", "pagination": {"per_page": 1}},
        {"query": "x", "pagination": {"per_page": 1, "starting_after": "1"}},
        {"query": "x", "pagination": {"per_page": 1, "starting_after": "2"}},
    ]


def test_an_own_object_keeps_its_members_beside_the_size(
    made: Made, server: RecordingServer
) -> None:
    given = {"starting_after": "1", "per_page": 9}
    ids, _, requests = collected(
        made, server, "search", query="x", pagination=given, per_page=2
    )
    assert ids == ["2", "3"]
    assert requests[0].json["pagination"] == {"starting_after": "1", "per_page": 2}
    assert given == {"starting_after": "1", "per_page": 9}


def test_links_in_headers_lead_on(made: Made, server: RecordingServer) -> None:
    ids, _, requests = collected(
        made, server, "list_linked", page={"size": "big"}, page_per_page=5, per_page="x"
    )
    assert ids == ["1", "2", "3"]
    queries = [one.query for one in requests]
    assert queries == [
        (("page[size]", "big"), ("page[per page]", "5")),
        (("number", "1"),),
        (("number", "2"),),
    ]
    assert [one.headers.get("per_page") for one in requests] == ["x"] * 3


def test_a_size_among_the_members_of_a_body(
    made: Made, server: RecordingServer
) -> None:
    ids, total, requests = collected(
        made, server, "batches", name="n", size=1, max_items=2
    )
    assert (ids, total) == (["1", "2"], 3)
    assert [one.json for one in requests] == [{"name": "n", "size": 1}] * 2
    assert [dict(one.query) for one in requests] == [{"skip": "0"}, {"skip": "1"}]


def test_a_total_costs_one_request_or_none(made: Made, server: RecordingServer) -> None:
    sync, asynchronous = made.clients
    fails = pytest.raises(made.module.errors.PaginationError, match="nothing says")
    with sync(base_url=server.url) as client:
        pager = client.things.search(query="x")
        assert (pager.total(), len(server.requests)) == (3, 1)
        assert (pager.total(), len(server.requests)) == (3, 1)
        with fails:
            client.things.list_linked().total()
    assert len(server.requests) == 1

    async def count() -> None:
        async with asynchronous(base_url=server.url) as client:
            pager = client.things.search(query="x")
            assert (await pager.total(), len(server.requests)) == (3, 2)
            assert (await pager.total(), len(server.requests)) == (3, 2)
            with fails:
                await client.things.list_linked().total()

    asyncio.run(count())
    assert len(server.requests) == 2
