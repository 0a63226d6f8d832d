"""Queries for searches, against what the API is to be sent."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from intercom_sdk import AsyncIntercom, Intercom, errors
from intercom_sdk.search import Field, Query, where
from intercom_sdk.testing import FakeIntercom

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
DAY = date(2026, 1, 2)
YES = True
MIDNIGHT = 1767312000
NEXT = MIDNIGHT + 86_400
updated, due = Field("updated_at"), Field("custom_attributes.due")
A, B, C, D = (Field(name) == name for name in "abcd")


def one(field: str, operator: str, value: Any) -> dict[str, Any]:
    return {"field": field, "operator": operator, "value": value}


def group(operator: str, *members: dict[str, Any]) -> dict[str, Any]:
    return {"operator": operator, "value": list(members)}


def letter(name: str) -> dict[str, Any]:
    return one(name, "=", name)


@pytest.mark.parametrize(
    ("query", "want"),
    [
        (Field("role") == "user", one("role", "=", "user")),
        (Field("owner_id") != 7, one("owner_id", "!=", 7)),
        (Field("phone") == None, one("phone", "=", None)),  # noqa: E711 -- a query
        (
            Field("custom_attributes.paid") == YES,
            one("custom_attributes.paid", "=", YES),
        ),
        (Field("spend") >= 4.5, one("spend", ">=", 4.5)),
        (Field("spend") < 4, one("spend", "<", 4)),
        (Field("id").is_in(["1", "2"]), one("id", "IN", ["1", "2"])),
        (Field("id").not_in(iter(["1"])), one("id", "NIN", ["1"])),
        (Field("name").contains("x"), one("name", "~", "x")),
        (Field("name").lacks("x"), one("name", "!~", "x")),
        (Field("email").starts_with("x"), one("email", "^", "x")),
        (Field("email").ends_with("x"), one("email", "$", "x")),
        (updated > NOON, one("updated_at", ">", MIDNIGHT + 43_200)),
        (
            updated <= NOON.astimezone(timezone(timedelta(hours=9))),
            one("updated_at", "<=", MIDNIGHT + 43_200),
        ),
        (
            updated > NOON.replace(microsecond=1),
            one("updated_at", ">", MIDNIGHT + 43_200),
        ),
        # A day of a time of the second lies between two seconds.
        (updated > DAY, one("updated_at", ">", NEXT - 1)),
        (updated >= DAY, one("updated_at", ">", MIDNIGHT - 1)),
        (updated < DAY, one("updated_at", "<", MIDNIGHT)),
        (updated <= DAY, one("updated_at", "<", NEXT)),
        (
            updated == DAY,
            group(
                "AND",
                one("updated_at", ">", MIDNIGHT - 1),
                one("updated_at", "<", NEXT),
            ),
        ),
        (
            updated != DAY,
            group(
                "OR", one("updated_at", "<", MIDNIGHT), one("updated_at", ">", NEXT - 1)
            ),
        ),
        # The attributes of tickets have times of day, too.
        (
            Field("ticket_attribute.63") <= NOON,
            one("ticket_attribute.63", "<=", MIDNIGHT + 43_200),
        ),
        (Field("ticket_attribute.63") <= DAY, one("ticket_attribute.63", "<", NEXT)),
        # The API itself compares days here, and knows no other operators.
        (due == DAY, one("custom_attributes.due", "=", MIDNIGHT)),
        (due > DAY, one("custom_attributes.due", ">", MIDNIGHT)),
        (due >= DAY, one("custom_attributes.due", ">", MIDNIGHT - 86_400)),
        (due <= DAY, one("custom_attributes.due", "<", NEXT)),
        (
            due != DAY,
            group(
                "OR",
                one("custom_attributes.due", "<", MIDNIGHT),
                one("custom_attributes.due", ">", MIDNIGHT),
            ),
        ),
        (A & B, group("AND", letter("a"), letter("b"))),
        (A & B & C, group("AND", letter("a"), letter("b"), letter("c"))),
        (A & (B | C), group("AND", letter("a"), group("OR", letter("b"), letter("c")))),
        (
            (A & B) | (C & D),
            group(
                "OR",
                group("AND", letter("a"), letter("b")),
                group("AND", letter("c"), letter("d")),
            ),
        ),
    ],
)
def test_a_query_is_what_the_api_takes(query: Query, want: dict[str, Any]) -> None:
    assert where(query) == want


def fifteen() -> Query:
    query: Query = A
    for _ in range(14):
        query = query & A
    return query


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: fifteen() & A, "16 conditions are joined by AND, the API takes 15"),
        (
            lambda: ((A & B) | C) & D,
            "groups of conditions nest 3 deep, the API takes 2",
        ),
        (
            lambda: updated > datetime(2026, 1, 2),
            "a datetime without a time zone can't be sent",
        ),
        (lambda: Field("id").is_in("ab"), "id: a list belongs here, not str by itself"),
        (lambda: Field("id") == ["a"], r"a field isn't compared with \['a'\]"),
        (lambda: where("role = user"), "'role = user' is no query: compare a Field"),  # type: ignore[arg-type]  # refused at run time, too
    ],
)
def test_what_the_api_would_refuse_is_refused(make: Any, message: str) -> None:
    with pytest.raises(errors.ArgumentError, match=message):
        make()


def test_what_would_drop_a_part_is_refused() -> None:
    with pytest.raises(TypeError, match="join comparisons in parentheses"):
        where(A and B)
    with pytest.raises(TypeError, match="join comparisons in parentheses"):
        where(1 < updated < 3)
    assert where(fifteen())["operator"] == "AND"


def test_both_clients_send_it() -> None:
    fake = FakeIntercom()
    query = where((Field("role") == "user") & (updated > NOON))
    with Intercom(token="t", transport=fake) as client:
        assert [each.role for each in client.contacts.search(query=query)] == ["user"]

    async def search() -> list[str | None]:
        async with AsyncIntercom(token="t", transport=fake) as client:
            return [each.name async for each in client.companies.search(query=query)]

    assert asyncio.run(search()) == ["Harbour Books"]
    assert [call.body for call in fake.calls] == [{"query": query}] * 2


def test_tickets_are_searched_page_by_page() -> None:
    fake = FakeIntercom(page_size=2)
    for number in range(3):
        fake.add("tickets", {"id": str(number)})
    query = where(
        (Field("ticket_type_id") == 14)
        & ((Field("category") == "request") | (Field("open") == YES))
        & (Field("updated_at") > NOON)
    )
    with Intercom(token="t", transport=fake, strict=True) as client:
        found = client.tickets.search(query=query)
        assert [ticket.id for ticket in found] == ["0", "1", "2"]
        assert client.tickets.search(query=query).total() == 3

    async def search() -> list[str]:
        async with AsyncIntercom(token="t", transport=fake, strict=True) as client:
            pager = client.tickets.search(query=query, per_page=1)
            return [ticket.id async for ticket in pager]

    assert asyncio.run(search()) == ["0", "1", "2"]
    assert query == group(
        "AND",
        one("ticket_type_id", "=", 14),
        group("OR", one("category", "=", "request"), one("open", "=", value=True)),
        one("updated_at", ">", MIDNIGHT + 43_200),
    )
    first, second, total, *single = [call.body for call in fake.calls]
    assert first == total == {"query": query}
    assert second == {"query": query, "pagination": {"starting_after": "2"}}
    assert single[0] == {"query": query, "pagination": {"per_page": 1}}
    assert len(single) == 3
