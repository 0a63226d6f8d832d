"""Jobs with tickets."""

from __future__ import annotations

from intercom_sdk import Intercom
from intercom_sdk.search import Field, where


def convert(client: Intercom, conversation_id: str, ticket_type_id: str) -> str:
    ticket = client.conversations.convert_to_ticket(
        conversation_id, ticket_type_id=ticket_type_id
    )
    return ticket.id


def create_ticket(client: Intercom, ticket_type_id: str, contact_id: str) -> str:
    ticket = client.tickets.create(
        ticket_type_id=ticket_type_id,
        contacts=[{"id": contact_id}],
        ticket_attributes={"_default_title_": "A torn map", "Copies": 1},
    )
    return ticket.id


def update_ticket(client: Intercom, ticket_id: str, admin_id: int) -> str:
    ticket = client.tickets.update(
        ticket_id, ticket_state_id="304", admin_id=admin_id, assignee_id=814
    )
    return ticket.id


def open_tickets(client: Intercom) -> list[str]:
    query = where(Field("state") == "in_progress")
    return [ticket.id for ticket in client.tickets.search(query=query)]


def reply_to_ticket(client: Intercom, ticket_id: str, admin_id: int) -> str:
    part = client.tickets.reply_as_admin(
        ticket_id, message_type="comment", admin_id=admin_id, body="On its way"
    )
    return part.id


def job_status(client: Intercom, job_id: str) -> str | None:
    return client.jobs.retrieve(job_id).status
