"""Conversations as a consumer handles them: what is sent, and what a fake makes of it."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest
from intercom_sdk import AsyncIntercom, Intercom, errors
from intercom_sdk.search import Field, where
from intercom_sdk.testing import Call, FakeIntercom

CONTACT = "65a1f0c2e4b0a7d1c3f49b21"
NOON, NOON_SECONDS = datetime(2026, 1, 2, 12, tzinfo=UTC), 1767355200
ATTRIBUTES: dict[str, Any] = {
    "Topic": "Maps",
    "Copies": 2,
    "Price": 49.5,
    "Gift": True,
    "Cleared": None,
    "Orders": ["21"],
}


@pytest.fixture
def fake() -> FakeIntercom:
    return FakeIntercom()


def test_a_conversation_is_begun_answered_closed_and_listed(fake: FakeIntercom) -> None:
    with Intercom(token="t", transport=fake, strict=True) as client:
        begun = client.conversations.create(
            from_={"type": "user", "id": CONTACT}, body="Hello", created_at=NOON
        )
        assert (begun.type, begun.body) == ("user_message", "Hello")
        id = begun.conversation_id
        client.conversations.reply_as_admin(
            id, message_type="comment", admin_id=5, body="Hi"
        )
        closed = client.conversations.close(id, admin_id=5, body="Bye")
        assert (closed.id, closed.created_at) == (id, NOON_SECONDS)
        found = client.conversations.retrieve(
            id, display_as="plaintext", include_translations=True
        )
        assert found == closed
        query = {"display_as": "plaintext", "include_translations": "true"}
        assert fake.calls[-1].query == query
        assert [each.id for each in client.conversations.list()] == [id]
        changed = client.conversations.update(
            id, title="Maps", read=True, priority="high", custom_attributes=ATTRIBUTES
        )
        assert (changed.title, changed.priority) == ("Maps", "high")
        assert changed.custom_attributes == ATTRIBUTES
        assert client.conversations.delete(id, retain_metrics=False).deleted
        with pytest.raises(errors.NotFoundError):
            client.conversations.retrieve(id)
    assert fake.refused == []


def test_the_same_asynchronously(fake: FakeIntercom) -> None:
    async def main() -> None:
        async with AsyncIntercom(token="t", transport=fake, strict=True) as client:
            begun = await client.conversations.create(
                from_={"type": "contact", "id": CONTACT}, body="Hello"
            )
            id = begun.conversation_id
            await client.conversations.reply_as_contact(id, body="Well?", user_id="r1")
            await client.conversations.snooze(id, admin_id="5", snoozed_until=NOON)
            assert [each.id async for each in client.conversations.list()] == [id]
            ticket = await client.conversations.convert_to_ticket(
                id, ticket_type_id=14, attributes={"_default_title_": "Map", "n": None}
            )
            assert (await client.tickets.retrieve(ticket.id)).id == ticket.id

    asyncio.run(main())
    assert fake.refused == []
    assert [call.body for call in fake.calls][2] == {
        "message_type": "snoozed",
        "admin_id": "5",
        "snoozed_until": NOON_SECONDS,
    }


@pytest.mark.parametrize("admin", [5017690, "5017690"])
@pytest.mark.parametrize(
    ("method", "arguments", "sent"),
    [
        ("close", {"body": "Bye"}, {"message_type": "close", "type": "admin"}),
        ("open", {}, {"message_type": "open"}),
        ("snooze", {"snoozed_until": NOON_SECONDS}, {"message_type": "snoozed"}),
        (
            "assign",
            {"type": "team", "assignee_id": "814", "body": "Yours"},
            {"message_type": "assignment"},
        ),
        ("assign", {"type": "admin", "assignee_id": 0}, {"message_type": "assignment"}),
        (
            "manage",
            {"message_type": "assignment", "type": "admin", "assignee_id": 7},
            {},
        ),
        ("remove_contact", {"contact_id": CONTACT}, {"contact_id": None}),
        ("remove_tag", {"tag_id": "8812"}, {"tag_id": None}),
        ("add_tag", {"tag_id": 8812}, {"id": 8812, "tag_id": None}),
        (
            "add_contact",
            {"customer": {"email": "m@x.example", "customer": {"user_id": "r-1"}}},
            {},
        ),
    ],
)
def test_what_admins_do_is_sent(
    method: str, arguments: Any, sent: Any, admin: int | str, fake: FakeIntercom
) -> None:
    fake.add("conversations.add_tag", {"id": "8812"}, conversation_id="215469850001")
    with Intercom(token="t", transport=fake, strict=True) as client:
        call = getattr(client.conversations, method)
        call(215469850001, admin_id=admin, **arguments)
    body = {"admin_id": admin, **arguments, **sent}
    assert fake.calls[-1].body == {k: v for k, v in body.items() if v is not None}
    assert fake.refused == []


def test_replies_carry_files_or_pages_of_pictures(fake: FakeIntercom) -> None:
    id = "215469850001"
    option: Any = {"text": "Yes", "uuid": "a5e1c524-5ddd-4c3e-9328-6bca5d6e3edb"}
    with Intercom(token="t", transport=fake, strict=True) as client:
        client.conversations.reply_as_admin(
            id,
            message_type="note",
            admin_id=5,
            body="<b>Look</b>",
            attachment_files=[
                {"content_type": "image/png", "name": "a.png", "data": b"\x89PNG"}
            ],
            skip_notifications=True,
            skip_unsnooze=True,
        )
        client.conversations.reply_as_admin(
            id,
            message_type="quick_reply",
            admin_id="5",
            reply_options=[option],
            attachment_urls=["https://files.harbour-books.example/a.png"],
        )
        for key in ("intercom_user_id", "user_id", "email"):
            who: Any = {key: "m@x.example"}
            client.conversations.reply_as_contact(id, body="Thanks", **who)
        client.conversations.reply(
            id,
            type="user",
            message_type="quick_reply",
            email="m@x.example",
            reply_options=[option],
            created_at=NOON,
        )
        with pytest.raises(
            errors.ArgumentError, match="attachment_urls: a list belongs"
        ):
            client.conversations.reply_as_admin(
                id,
                message_type="comment",
                admin_id=5,
                attachment_urls="https://files.harbour-books.example/a.png",  # type: ignore[arg-type] # refused at run time, too
            )
    note, quick, *contacts, chosen = [call.body for call in fake.calls]
    assert note == {
        "type": "admin",
        "message_type": "note",
        "admin_id": 5,
        "body": "<b>Look</b>",
        "attachment_files": [
            {"content_type": "image/png", "name": "a.png", "data": "iVBORw=="}
        ],
        "skip_notifications": True,
        "skip_unsnooze": True,
    }
    assert quick == {
        "type": "admin",
        "message_type": "quick_reply",
        "admin_id": "5",
        "reply_options": [option],
        "attachment_urls": ["https://files.harbour-books.example/a.png"],
    }
    comment = {"type": "user", "message_type": "comment", "body": "Thanks"}
    assert contacts == [
        {**comment, key: "m@x.example"}
        for key in ("intercom_user_id", "user_id", "email")
    ]
    assert chosen == {
        "type": "user",
        "message_type": "quick_reply",
        "email": "m@x.example",
        "reply_options": [option],
        "created_at": NOON_SECONDS,
    }
    assert fake.refused == []


@pytest.mark.parametrize("id", [12, "12"])
def test_texts_of_parts_and_sources_are_removed(id: Any, fake: FakeIntercom) -> None:
    with Intercom(token="t", transport=fake, strict=True) as client:
        client.conversations.redact(
            type="conversation_part", conversation_id=id, conversation_part_id=id
        )
        client.conversations.redact(type="source", conversation_id=id, source_id=id)
    assert [call.body for call in fake.calls] == [
        {
            "type": "conversation_part",
            "conversation_id": id,
            "conversation_part_id": id,
        },
        {"type": "source", "conversation_id": id, "source_id": id},
    ]


def test_conversations_are_searched_page_by_page() -> None:
    fake = FakeIntercom(page_size=2)
    for number in range(3):
        fake.add("conversations", {"id": str(number)})
    query = where(
        (Field("state") == "open")
        & ((Field("source.type") == "email") | (Field("tag_ids").is_in(["8812"])))
        & (Field("updated_at") > NOON)
    )
    with Intercom(token="t", transport=fake, strict=True) as client:
        found = client.conversations.search(query=query, include_monitors=True)
        assert [each.id for each in found] == ["0", "1", "2"]
        assert client.conversations.search(query=query).total() == 3

    async def search() -> list[str]:
        async with AsyncIntercom(token="t", transport=fake, strict=True) as client:
            pager = client.conversations.search(
                query=query,
                per_page=1,
                sort={"field": "updated_at", "order": "descending"},
            )
            return [each.id async for each in pager]

    assert asyncio.run(search()) == ["0", "1", "2"]
    first, second, total, *single = [call.body for call in fake.calls]
    assert first == total == {"query": query}
    assert second == {"query": query, "pagination": {"starting_after": "2"}}
    sort = {"field": "updated_at", "order": "descending"}
    assert single[0] == {"query": query, "pagination": {"per_page": 1}, "sort": sort}
    assert [call.query.get("include_monitors") for call in fake.calls[:3]] == [
        "true",
        "true",
        None,
    ]
    assert query["value"][1]["operator"] == "OR"  # type: ignore[index] # it is a group


def test_what_was_deleted_and_said_aside_is_listed(fake: FakeIntercom) -> None:
    with Intercom(token="t", transport=fake, strict=True) as client:
        deleted = [*client.conversations.list_deleted(per_page=60, order="asc")]
        aside = [*client.conversations.list_side_conversations(7)]
        events = client.conversations.list_handling_events("7").handling_events
    assert [(each.metrics_retained, each.id) for each in deleted] == [
        (True, "215469850007")
    ]
    assert [each.conversation_parts[0].body for each in aside] == [
        "<p>A new atlas is on its way.</p>"
    ]
    assert [(each.type, each.timestamp) for each in events] == [
        ("paused", datetime(2024, 11, 28, 9, tzinfo=UTC))
    ]


def test_the_other_lists_go_on_as_each_says(fake: FakeIntercom) -> None:
    def deleted(call: Call) -> Any:
        page = int(str(call.query.get("page", "1")))
        url = f"https://api.intercom.io/conversations/deleted?order=asc&page={page + 1}"
        return {
            "type": "conversations.list",
            "conversations": [{"type": "conversation", "id": str(page)}],
            "pages": {"type": "pages", "next": url if page < 3 else None},
        }

    def aside(call: Call) -> Any:
        return {
            "type": "side_conversation.list",
            "side_conversations": [{"side_conversation_id": call.query.get("page")}],
            "pages": {"type": "pages", "total_pages": 2},
        }

    fake.respond("conversations.list_deleted", deleted)
    fake.respond("conversations.list_side_conversations", aside)

    async def ids() -> list[str]:
        async with AsyncIntercom(token="t", transport=fake, strict=True) as client:
            gone = [each.id async for each in client.conversations.list_deleted()]
            pager = client.conversations.list_side_conversations(7, page=1)
            return [*gone, *[each.side_conversation_id async for each in pager]]

    assert asyncio.run(ids()) == ["1", "2", "3", "1", "2"]
    with Intercom(token="t", transport=fake, strict=True) as client:
        pages = client.conversations.list_deleted(order="asc").pages()
        assert [one.id for page in pages for one in page.items] == ["1", "2", "3"]
