"""The jobs with conversations and tickets."""

from __future__ import annotations

from datetime import UTC, datetime

from everyday.job import (
    AGAIN_AND_AGAIN,
    CONTACT,
    Job,
    endless,
    one,
    outcome,
    search,
)

CONVERSATION, TICKET, TICKET_TYPE = "215469850001", "5120", "14"
ADMIN, TEAM = 5017690, 814865
CONVERSATIONS = [CONVERSATION, f"{CONVERSATION}0"]
NEW = one("updated_at", ">", 1767312000)
IN_PROGRESS = one("state", "=", "in_progress")
REPLY = f"POST /conversations/{CONVERSATION}/reply"
PARTS = f"POST /conversations/{CONVERSATION}/parts"

CONVERSATION_JOBS: tuple[Job, ...] = (
    Job(
        "find conversations updated since a moment, 2 pages",
        "conversations.updated_since",
        (datetime(2026, 1, 2, tzinfo=UTC),),
        outcome(CONVERSATIONS, *search("POST /conversations/search", NEW)),
        endless("POST /conversations/search", NEW),
        AGAIN_AND_AGAIN,
    ),
    Job(
        "read the parts of a conversation",
        "conversations.read_parts",
        (CONVERSATION,),
        outcome(
            ["<p>A new atlas is on its way.</p>"], f"GET /conversations/{CONVERSATION}"
        ),
    ),
    Job(
        "reply as an admin, with a file",
        "conversations.reply_with_file",
        (CONVERSATION, ADMIN),
        outcome(
            CONVERSATION,
            (
                REPLY,
                {
                    "type": "admin",
                    "message_type": "comment",
                    "admin_id": ADMIN,
                    "body": "The map",
                    "attachment_files": [
                        {
                            "content_type": "text/plain",
                            "name": "map.txt",
                            "data": "aGk=",
                        }
                    ],
                },
            ),
        ),
    ),
    Job(
        "reply as a contact",
        "conversations.reply_as_contact",
        (CONVERSATION, CONTACT),
        outcome(
            CONVERSATION,
            (
                REPLY,
                {
                    "type": "user",
                    "message_type": "comment",
                    "intercom_user_id": CONTACT,
                    "body": "Thanks",
                },
            ),
        ),
    ),
    Job(
        "assign a conversation to a team, snooze it, close it",
        "conversations.hand_over",
        (CONVERSATION, ADMIN),
        outcome(
            CONVERSATION,
            (
                PARTS,
                {
                    "message_type": "assignment",
                    "type": "team",
                    "admin_id": ADMIN,
                    "assignee_id": TEAM,
                },
            ),
            (
                PARTS,
                {
                    "message_type": "snoozed",
                    "admin_id": ADMIN,
                    "snoozed_until": 1738324800,
                },
            ),
            (
                PARTS,
                {
                    "message_type": "close",
                    "type": "admin",
                    "admin_id": ADMIN,
                    "body": "Bye",
                },
            ),
        ),
    ),
    Job(
        "set attributes of a conversation",
        "conversations.record",
        (CONVERSATION,),
        outcome(
            CONVERSATION,
            (
                f"PUT /conversations/{CONVERSATION}",
                {"read": True, "custom_attributes": {"shelf": "Atlases"}},
            ),
        ),
    ),
    Job(
        "start a conversation",
        "conversations.start",
        (CONTACT,),
        outcome(
            "90311",
            (
                "POST /conversations",
                {"from": {"type": "user", "id": CONTACT}, "body": "My atlas is torn."},
            ),
        ),
    ),
    Job(
        "convert a conversation to a ticket",
        "tickets.convert",
        (CONVERSATION, TICKET_TYPE),
        outcome(
            TICKET,
            (
                f"POST /conversations/{CONVERSATION}/convert",
                {"ticket_type_id": TICKET_TYPE},
            ),
        ),
    ),
    Job(
        "create a ticket with attributes",
        "tickets.create_ticket",
        (TICKET_TYPE, CONTACT),
        outcome(
            TICKET,
            (
                "POST /tickets",
                {
                    "ticket_type_id": TICKET_TYPE,
                    "contacts": [{"id": CONTACT}],
                    "ticket_attributes": {"_default_title_": "A torn map", "Copies": 1},
                },
            ),
        ),
        remark="no argument for attributes",
    ),
    Job(
        "move and assign a ticket",
        "tickets.update_ticket",
        (TICKET, ADMIN),
        outcome(
            TICKET,
            (
                f"PUT /tickets/{TICKET}",
                {"ticket_state_id": "304", "admin_id": ADMIN, "assignee_id": 814},
            ),
        ),
    ),
    Job(
        "find tickets by state, 2 pages",
        "tickets.open_tickets",
        (),
        outcome([TICKET, f"{TICKET}0"], *search("POST /tickets/search", IN_PROGRESS)),
        endless("POST /tickets/search", IN_PROGRESS),
        AGAIN_AND_AGAIN,
    ),
    Job(
        "reply to a ticket",
        "tickets.reply_to_ticket",
        (TICKET, ADMIN),
        outcome(
            "9302",
            (
                f"POST /tickets/{TICKET}/reply",
                {
                    "type": "admin",
                    "message_type": "comment",
                    "admin_id": ADMIN,
                    "body": "On its way",
                },
            ),
        ),
    ),
    Job(
        "look how far a job is",
        "tickets.job_status",
        ("7105",),
        outcome("success", "GET /jobs/status/7105"),
    ),
)
