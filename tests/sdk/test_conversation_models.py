"""Answers about conversations that are odd: what they decode to, and that nothing is lost."""

from __future__ import annotations

from typing import Any

import pytest
from intercom_sdk import Drift, from_dict, models, to_dict

ATTRIBUTES: dict[str, Any] = {
    "Topic": "Maps",
    "Copies": 2,
    "Price": 49.5,
    "Gift": True,
    "Cleared": None,
    "Orders": ["21"],
}
CONVERSATION: dict[str, Any] = {
    "type": "conversation",
    "id": "1",
    "created_at": 1,
    "updated_at": 2,
    "open": True,
    "state": "open",
    "read": False,
}
AUTHOR: dict[str, Any] = {"type": "bot", "id": None, "name": None, "email": None}
PART: dict[str, Any] = {
    "type": "conversation_part",
    "id": 3,
    "part_type": "comment",
    "created_at": 1,
    "updated_at": 2,
    "author": AUTHOR,
}
SOURCE: dict[str, Any] = {"type": "carrier_pigeon", "id": None, "author": AUTHOR}
ORDERS: dict[str, Any] = {
    "Order": {"type": "Order.list", "instances": [{"id": "21"}]},
    "Due": 1767355200,
}
EMAIL: dict[str, Any] = {
    "subject": "Re: Maps",
    "email_address_headers": [{"type": "from", "email_address": "m@x.example"}],
    "message_id": "<1@x.example>",
}


def with_parts(*parts: dict[str, Any]) -> dict[str, Any]:
    listed = {"type": "conversation_part.list", "conversation_parts": [*parts]}
    return {**CONVERSATION, "conversation_parts": listed}


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        (models.Conversation, CONVERSATION),
        (models.Conversation, with_parts(PART, {**PART, "id": "4"})),
        (models.Conversation, with_parts({**PART, "part_type": "moon_landing"})),
        (models.Conversation, {**CONVERSATION, "source": SOURCE}),
        (models.Conversation, {**CONVERSATION, "admin_assignee_id": None}),
        (models.Conversation, {**CONVERSATION, "admin_assignee_id": 0}),
        (models.Conversation, {**CONVERSATION, "team_assignee_id": "814"}),
        (models.Conversation, {**CONVERSATION, "state": "parked"}),
        (models.Conversation, {**CONVERSATION, "priority": "not_priority"}),
        (models.Conversation, {**CONVERSATION, "custom_attributes": ATTRIBUTES}),
        (models.Conversation, {**CONVERSATION, "custom_attributes": ORDERS}),
        (models.Conversation, {**CONVERSATION, "topics": {}, "ticket": None}),
        (models.Conversation, {**CONVERSATION, "ticket": {"id": "9"}}),
        (models.Conversation, {**CONVERSATION, "ai_topics": None, "ai_agent": None}),
        (models.Conversation, {**CONVERSATION, "statistics": {"first_close_at": None}}),
        (models.ConversationPart, {**PART, "seen_state": {"admin_seen": True}}),
        (models.ConversationPart, {**PART, "external_reply_send_state": "sent"}),
        (models.ConversationPart, {**PART, "translations": {"original": "en"}}),
        (models.ConversationPart, {**PART, "email_message_metadata": EMAIL}),
        (models.ConversationPart, {**PART, "event_details": {"tags_added": ["VIP"]}}),
        (models.ConversationPart, {**PART, "event_details": {"value": {"name": 3}}}),
        (models.ConversationPart, {**PART, "metadata": {"quick_reply_options": []}}),
        (models.ConversationParticipants, {"customers": [{"type": "user", "id": "1"}]}),
    ],
)
def test_odd_answers_are_read(type_: Any, value: Any) -> None:
    found: list[Drift] = []
    read = from_dict(type_, value, on_drift=found.append)
    assert found == []
    again = from_dict(type_, to_dict(read), on_drift=found.append)
    assert (again, found) == (read, [])
