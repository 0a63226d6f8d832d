"""Tickets as a consumer handles them: what is sent, and what odd answers decode to."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest
from intercom_sdk import (
    AsyncIntercom,
    Drift,
    Intercom,
    errors,
    from_dict,
    models,
    to_dict,
)
from intercom_sdk.testing import FakeIntercom

ATTRIBUTES: dict[str, Any] = {
    "_default_title_": "The atlas has a torn map",
    "_default_description_": None,
    "Copies": 2,
    "Price": 49.5,
    "Gift": True,
    "Remedies": ["7d0f3a52", "0b9e61d8"],
    "Photo": {"name": "p40.jpg", "url": "https://files.harbour-books.example/p40"},
}
NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
TICKET: dict[str, Any] = {
    "type": "ticket",
    "id": "1",
    "ticket_id": "2",
    "ticket_attributes": {},
    "created_at": 1,
    "updated_at": 2,
}
TYPE: dict[str, Any] = {
    "type": "ticket_type",
    "id": "14",
    "name": "Damaged book",
    "created_at": 1,
    "updated_at": 2,
}
STATE: dict[str, Any] = {
    "type": "ticket_state",
    "id": "7",
    "category": "submitted",
    "internal_label": "New",
    "external_label": "Received",
}
CONTACTS: dict[str, Any] = {"type": "contact.list"}
ATTRIBUTE: dict[str, Any] = {
    "type": "ticket_type_attribute",
    "id": "63",
    "name": "Remedy",
    "data_type": "list",
    "created_at": 1,
    "updated_at": 2,
}
OPTIONS: dict[str, Any] = {"list_options": [{"id": "7d0f3a52", "label": "Money back"}]}
PART: dict[str, Any] = {
    "type": "ticket_part",
    "id": "9301",
    "part_type": "note",
    "created_at": 1,
    "updated_at": 2,
}
PENDING: dict[str, Any] = {"type": "job", "id": "7105", "status": "pending"}


@pytest.mark.parametrize("type_id", [14, "14"])
@pytest.mark.parametrize(
    "contact",
    [{"id": "65a1"}, {"external_id": "r-1"}, {"email": "mary@harbour-books.example"}],
)
def test_a_ticket_is_created_replied_to_updated_and_found(
    type_id: int | str, contact: Any
) -> None:
    fake = FakeIntercom()
    with Intercom(token="t", transport=fake, strict=True) as client:
        ticket = client.tickets.create(
            ticket_type_id=type_id,
            contacts=[contact],
            ticket_attributes=ATTRIBUTES,
            assignment={"admin_assignee_id": 5017690, "team_assignee_id": "814"},
            created_at=NOON,
        )
        assert ticket.ticket_attributes == ATTRIBUTES
        assert client.tickets.retrieve(ticket.id) == ticket
        part = client.tickets.reply_as_admin(
            ticket.id,
            message_type="note",
            admin_id=5017690,
            body="Look at the photo",
            attachment_files=[
                {"content_type": "image/png", "name": "a.png", "data": b"\x89PNG"}
            ],
            cross_post=True,
        )
        assert (part.type, part.body) == ("ticket_part", "Look at the photo")
        client.tickets.reply_as_contact(ticket.id, body="Thanks", email="m@x.example")
        client.tickets.reply(
            ticket.id, type="user", body="Thanks", intercom_user_id="65a1"
        )
        changed = client.tickets.update(
            ticket.id,
            ticket_attributes={"Remedies": None},
            ticket_state_id=304,
            assignee_id=0,
            company_id=None,
            open=False,
            snoozed_until=NOON,
            is_shared=True,
        )
        assert (changed.open, changed.is_shared) == (False, True)
        closed = client.tickets.search(
            query={"field": "open", "operator": "=", "value": False}
        )
        assert [each.id for each in closed] == [ticket.id]
        assert client.tickets.delete(ticket.id).deleted
        with pytest.raises(errors.NotFoundError):
            client.tickets.retrieve(ticket.id)
    assert fake.refused == []
    bodies = [call.body for call in fake.calls]
    assert bodies[0] == {
        "ticket_type_id": type_id,
        "contacts": [contact],
        "ticket_attributes": ATTRIBUTES,
        "assignment": {"admin_assignee_id": 5017690, "team_assignee_id": "814"},
        "created_at": 1767355200,
    }
    assert bodies[2] == {
        "type": "admin",
        "message_type": "note",
        "admin_id": 5017690,
        "body": "Look at the photo",
        "attachment_files": [
            {"content_type": "image/png", "name": "a.png", "data": "iVBORw=="}
        ],
        "cross_post": True,
    }
    contacts = {"type": "user", "message_type": "comment", "body": "Thanks"}
    assert bodies[3] == {**contacts, "email": "m@x.example"}
    assert bodies[4] == {**contacts, "intercom_user_id": "65a1"}
    assert bodies[5] == {
        "ticket_attributes": {"Remedies": None},
        "ticket_state_id": 304,
        "assignee_id": 0,
        "company_id": None,
        "open": False,
        "snoozed_until": 1767355200,
        "is_shared": True,
    }


def test_a_job_creates_a_ticket() -> None:
    fake = FakeIntercom()

    async def later() -> models.Job:
        async with AsyncIntercom(token="t", transport=fake, strict=True) as client:
            job = await client.tickets.enqueue_create(
                ticket_type_id=14, contacts=[{"id": "65a1"}]
            )
            assert job.status == "pending"
            fake.respond("jobs.retrieve", {**PENDING, "status": "success"})
            return await client.jobs.wait(job.id)

    assert asyncio.run(later()).status == "success"
    with Intercom(token="t", transport=fake, strict=True) as client:
        fake.respond("jobs.retrieve", {**PENDING, "status": "failed"})
        with pytest.raises(errors.JobFailedError) as caught:
            client.tickets.enqueue_create_and_wait(
                ticket_type_id=14, contacts=[{"id": "65a1"}]
            )
    assert caught.value.job.status == "failed"


def test_types_get_attributes() -> None:
    fake = FakeIntercom()
    with Intercom(token="t", transport=fake, strict=True) as client:
        made = client.ticket_types.create(name="Lost book", category="Tracker")
        assert (made.name, made.category) == ("Lost book", "Tracker")
        attribute = client.ticket_types.create_attribute(
            made.id,
            name="Where",
            description="Where it was seen last",
            data_type="list",
            list_items="Shop,Post",
        )
        assert (attribute.name, attribute.data_type) == ("Where", "list")
        client.ticket_types.update_attribute(made.id, attribute.id, archived=True)
        assert client.ticket_types.update(made.id, archived=True).archived is True
        assert [each.id for each in client.ticket_types.list().data] == [made.id]
        (state,) = client.ticket_states.list().data
        assert state.category == "submitted"
    assert fake.refused == []


def test_a_tag_is_put_on_a_ticket_and_taken_off() -> None:
    fake = FakeIntercom()
    with Intercom(token="t", transport=fake, strict=True) as client:
        tag = client.tags.create_or_update(name="VIP").id
        assert client.tickets.add_tag("5120", tag_id=tag, admin_id=5).name == "VIP"
        client.tickets.remove_tag("5120", tag, admin_id="5")
        with pytest.raises(errors.NotFoundError):
            client.tickets.remove_tag("5120", tag, admin_id=5)
    assert [call.body for call in fake.calls][1:] == [
        {"id": tag, "admin_id": 5},
        {"admin_id": "5"},
        {"admin_id": 5},
    ]


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        (models.Ticket, TICKET),
        (models.Ticket, {**TICKET, "ticket_state": STATE}),
        # Old versions, and a change of type.
        (models.Ticket, {**TICKET, "ticket_state": "submitted"}),
        (models.Ticket, {**TICKET, "snoozed_until": None, "open": True}),
        (models.Ticket, {**TICKET, "ticket_attributes": ATTRIBUTES}),
        (models.Ticket, {**TICKET, "admin_assignee_id": "0"}),
        (models.Ticket, {**TICKET, "contacts": {**CONTACTS, "contacts": []}}),
        (models.Ticket, {**TICKET, "category": "Partner"}),
        (models.TicketState, {**STATE, "category": "parked"}),
        (models.TicketType, TYPE),
        (models.TicketTypeAttribute, ATTRIBUTE),
        (models.TicketTypeAttribute, {**ATTRIBUTE, "data_type": "relation"}),
        (models.TicketTypeAttribute, {**ATTRIBUTE, "input_options": None}),
        (models.TicketTypeAttribute, {**ATTRIBUTE, "input_options": OPTIONS}),
        (models.TicketPart, {**PART, "part_type": "merged", "assigned_to": None}),
        (models.TicketPart, {**PART, "translations": {"original": "en", "en": "Hi"}}),
    ],
)
def test_odd_answers_are_read(type_: Any, value: Any) -> None:
    found: list[Drift] = []
    read = from_dict(type_, value, on_drift=found.append)
    assert found == []
    # What is null isn't written.
    assert to_dict(read) == {k: v for k, v in value.items() if v is not None}


def test_a_conversation_is_linked_and_unlinked() -> None:
    fake = FakeIntercom()
    talk = fake.add("conversations", {"id": "77", "title": "A torn map"})["id"]
    with Intercom(token="t", transport=fake, strict=True) as client:
        ticket = client.tickets.create(ticket_type_id=9, contacts=[{"id": "65a1"}]).id
        linked = client.tickets.link_conversation(ticket, conversation_id=77)
        assert (linked.id, linked.title) == (talk, "A torn map")
        assert client.tickets.unlink_conversation(ticket, 77).id == talk
        with pytest.raises(errors.NotFoundError):
            client.tickets.unlink_conversation(ticket, "77")
        assert client.conversations.retrieve(77).title == "A torn map"
    assert fake.refused == []
