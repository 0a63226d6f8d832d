"""The fake of a document pages its lists in the shape that the document declares."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from fake_packages import Faked, answering, faked, ref

TEXT, NUMBER = {"type": "string"}, {"type": "integer"}
THINGS = {"type": "array", "items": ref("Thing")}


def page(**members: Any) -> dict[str, Any]:
    return {"type": "object", "properties": {"data": THINGS, **members}}


def listing(paging: dict[str, Any], schema: Any, *query: str) -> dict[str, Any]:
    return {
        "x-sdk-pagination": paging,
        "responses": answering(schema),
        "parameters": [
            {"name": one, "in": "query", "schema": {"type": ["string", "integer"]}}
            for one in query
        ],
    }


CURSOR = {"type": "object", "properties": {"after": TEXT}, "required": ["after"]}
NULLABLE = {"anyOf": [CURSOR, {"type": "null"}]}
LISTS: dict[str, dict[str, Any]] = {
    "cursor": listing(
        {"items": "data", "next": "next", "parameter": "after"},
        page(next=TEXT),
        "after",
    ),
    "object": listing(
        {"items": "data", "next": "meta.next", "parameter": "after"},
        page(meta={"type": "object", "properties": {"next": NULLABLE}}),
        "after",
    ),
    "flagged": listing(
        {"items": "data", "next": "last", "parameter": "after", "more": "has_more"},
        page(last=TEXT, has_more={"type": "boolean"}),
        "after",
    ),
    "url": listing({"items": "data", "next": "next"}, page(next=TEXT)),
    "link": listing({"items": "", "link": "next"}, THINGS),
    "page": listing({"items": "data", "page": {"parameter": "page"}}, page(), "page"),
    "counted": listing(
        {"items": "data", "page": {"parameter": "p", "first": 0, "total": "count"}},
        page(count=NUMBER),
        "p",
    ),
    "offset": listing(
        {"items": "data", "offset": {"parameter": "skip", "total": "total"}},
        page(total=NUMBER),
        "skip",
    ),
    "scroll": listing(
        {
            **{"items": "data", "next": "scroll", "parameter": "scroll"},
            **{"repeats": True, "ends": "empty"},
        },
        page(scroll=TEXT),
        "scroll",
    ),
}
SEARCH = {
    "type": "object",
    "properties": {
        "paging": {"type": "object", "properties": {"after": TEXT, "size": NUMBER}}
    },
}
DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1"},
    "servers": [{"url": "https://shop.example/v1"}],
    "paths": {
        "/things": {
            "post": {
                "operationId": "createThing",
                "tags": ["things"],
                "requestBody": {
                    "content": {"application/json": {"schema": ref("Thing")}}
                },
                "responses": answering(ref("Thing"), "201"),
            }
        },
        "/search": {
            "post": {
                "operationId": "searchThings",
                "tags": ["things"],
                "requestBody": {"content": {"application/json": {"schema": SEARCH}}},
                "x-sdk-pagination": {
                    **{"items": "data", "next": "next", "body": "paging.after"},
                    **{"size": "paging.size", "total": "total_count"},
                },
                "responses": answering(page(next=TEXT, total_count=NUMBER)),
            }
        },
    }
    | {
        f"/{name}": {"get": {"operationId": f"{name}Things", "tags": ["things"], **one}}
        for name, one in LISTS.items()
    },
    "components": {
        "schemas": {
            "Thing": {
                "type": "object",
                "properties": {"id": {**NUMBER, "readOnly": True}, "name": TEXT},
                "required": ["id"],
            }
        }
    },
}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Faked:
    return faked(DOCUMENT, tmp_path_factory.mktemp("paging"))


@pytest.fixture
def client(shop: Faked) -> Iterator[Any]:
    fake = shop.fake(page_size=2)
    with shop.client(transport=fake, strict=True) as made:
        names = [made.things.create(name=name).name for name in "abcde"]
        assert names == list("abcde")
        made.fake = fake
        yield made


def method(client: Any, name: str) -> Any:
    (found,) = (
        getattr(client.things, one)
        for one in dir(client.things)
        if one.partition("_")[0] in {name, f"{name}s"} or one == f"{name}_things"
    )
    return found


@pytest.mark.parametrize("name", [*LISTS, "search"])
def test_all_items_come_in_pages_of_two(shop: Faked, client: Any, name: str) -> None:
    before = len(client.fake.calls)
    pages = [[*one] for one in method(client, name)().pages()]
    assert [thing.name for one in pages for thing in one] == list("abcde")
    assert [len(one) for one in pages if one] == [2, 2, 1]
    assert len(client.fake.calls) - before in {3, 4}

    async def names() -> list[str]:
        async with shop.asynchronous(transport=client.fake, strict=True) as later:
            return [thing.name async for thing in method(later, name)()]

    assert asyncio.run(names()) == list("abcde")


def test_a_search_says_how_many_there_are(client: Any) -> None:
    found = method(client, "search")
    assert found().total() == 5
    assert len([*found(size=1).pages()]) == 5


def test_a_cursor_that_no_page_led_to_is_refused(client: Any) -> None:
    with pytest.raises(AssertionError, match="'zzz' is no cursor of this list"):
        [*method(client, "cursor")(cursor="zzz")]
