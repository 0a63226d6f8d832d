"""Jobs with tickets."""

from __future__ import annotations

from intercom import (
    AdminReplyTicketRequest,
    CreateTicketRequestContactsItemId,
    Intercom,
    SingleFilterSearchRequest,
)


def convert(client: Intercom, conversation_id: str, ticket_type_id: str) -> str:
    ticket = client.conversations.convert_to_ticket(
        int(conversation_id), ticket_type_id=ticket_type_id
    )
    return ticket.id if ticket else ""


def create_ticket(client: Intercom, ticket_type_id: str, contact_id: str) -> str:
    ticket = client.tickets.create(
        ticket_type_id=ticket_type_id,
        contacts=[CreateTicketRequestContactsItemId(id=contact_id)],
        request_options={
            "additional_body_parameters": {
                "ticket_attributes": {"_default_title_": "A torn map", "Copies": 1}
            }
        },
    )
    return ticket.id if ticket else ""


def update_ticket(client: Intercom, ticket_id: str, admin_id: int) -> str:
    ticket = client.tickets.update(
        ticket_id, ticket_state_id="304", admin_id=admin_id, assignee_id="814"
    )
    return ticket.id if ticket else ""


def open_tickets(client: Intercom) -> list[str]:
    query = SingleFilterSearchRequest(field="state", operator="=", value="in_progress")
    return [ticket.id for ticket in client.tickets.search(query=query) if ticket]


def reply_to_ticket(client: Intercom, ticket_id: str, admin_id: int) -> str:
    part = client.tickets.reply(
        ticket_id,
        request=AdminReplyTicketRequest(
            message_type="comment", admin_id=str(admin_id), body="On its way"
        ),
    )
    return part.id


def job_status(client: Intercom, job_id: str) -> str | None:
    return client.jobs.status(job_id).status
