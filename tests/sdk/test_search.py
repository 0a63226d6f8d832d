"""Queries for searches, against what the API is to be sent."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta, timezone
from functools import reduce
from operator import and_, or_
from typing import Any

import pytest
from intercom_sdk import AsyncIntercom, Intercom, errors
from intercom_sdk.search import Field, Group, Query, where
from intercom_sdk.testing import FakeIntercom

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
DAY = date(2026, 1, 2)
YES = True
MIDNIGHT = 1767312000
NEXT = MIDNIGHT + 86_400
updated, due = Field("updated_at"), Field("custom_attributes.due")
with Intercom(token="t") as every:
    # The resources that have a method `search`.
    SEARCHED = [name for name in dir(every) if hasattr(getattr(every, name), "search")]
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
        (
            updated.is_in([NOON, MIDNIGHT]),
            one("updated_at", "IN", [MIDNIGHT + 43_200, MIDNIGHT]),
        ),
        (due.not_in([DAY]), one("custom_attributes.due", "NIN", [MIDNIGHT])),
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


def joined(count: int, *, by_or: bool = False) -> Query:
    return reduce(or_ if by_or else and_, [A] * count)


@pytest.mark.parametrize(
    ("query", "operator", "members"),
    [
        (joined(15), "AND", 15),
        (joined(15, by_or=True), "OR", 15),
        (joined(14) & joined(15, by_or=True), "AND", 15),
        (joined(15) | joined(15), "OR", 2),
        (joined(7) & joined(8), "AND", 15),
        ((updated == DAY) & joined(13), "AND", 15),
        ((updated == DAY) | (due != DAY) | A, "OR", 4),
    ],
)
def test_groups_may_be_as_large_as_the_api_takes(
    query: Query, operator: str, members: int
) -> None:
    found: Any = where(query)
    assert (found["operator"], len(found["value"])) == (operator, members)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: joined(16), "16 conditions are joined by AND, the API takes 15"),
        (
            lambda: joined(16, by_or=True),
            "16 conditions are joined by OR, the API takes 15",
        ),
        (lambda: joined(8) & joined(8), "16 conditions are joined by AND"),
        (lambda: (updated == DAY) & joined(14), "16 conditions are joined by AND"),
        (lambda: Group("AND", (A,) * 16), "16 conditions are joined by AND"),
        (
            lambda: Group("AND", (Group("OR", (Group("AND", (A,)),)),)),
            "groups of conditions nest 3 deep, the API takes 2",
        ),
        (
            lambda: ((due != DAY) & A) | B,
            "groups of conditions nest 3 deep, the API takes 2",
        ),
        (
            lambda: ((A & B) | C) & D,
            "groups of conditions nest 3 deep, the API takes 2",
        ),
        (
            lambda: updated > datetime(2026, 1, 2),
            "a datetime without a time zone can't be sent",
        ),
        (lambda: Field("id").is_in("ab"), "id: a list belongs here, not str by itself"),
        (
            lambda: updated.is_in([DAY]),
            r"updated_at: a day is no single value; join `==` of days by \|",
        ),
        (lambda: updated <= date.max, "no day lies beyond 9999-12-31"),
        (lambda: updated >= date.min, "no day lies beyond 0001-01-01"),
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


@pytest.mark.parametrize("query", [A, A & (B | C), updated == DAY, due != DAY])
@pytest.mark.parametrize("name", SEARCHED)
def test_both_clients_send_it(name: str, query: Query) -> None:
    fake = FakeIntercom()
    with Intercom(token="t", transport=fake) as client:
        ids = [each.id for each in getattr(client, name).search(query=where(query))]

    async def search() -> list[str]:
        async with AsyncIntercom(token="t", transport=fake) as client:
            found = getattr(client, name).search(query=where(query))
            return [each.id async for each in found]

    assert asyncio.run(search()) == ids
    assert ids != []
    assert [(call.method, call.path) for call in fake.calls] == [
        ("POST", f"/{name}/search")
    ] * 2
    assert [call.body for call in fake.calls] == [{"query": where(query)}] * 2
