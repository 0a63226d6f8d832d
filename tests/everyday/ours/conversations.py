"""Jobs with conversations."""

from __future__ import annotations

from datetime import datetime

from intercom_sdk import Intercom
from intercom_sdk.search import Field, where


def updated_since(client: Intercom, moment: datetime) -> list[str]:
    query = where(Field("updated_at") > moment)
    return [each.id for each in client.conversations.search(query=query)]


def read_parts(client: Intercom, conversation_id: str) -> list[str | None]:
    found = client.conversations.retrieve(conversation_id).conversation_parts
    return [part.body for part in found.conversation_parts] if found else []


def reply_with_file(client: Intercom, conversation_id: str, admin_id: int) -> str:
    conversation = client.conversations.reply_as_admin(
        conversation_id,
        message_type="comment",
        admin_id=admin_id,
        body="The map",
        attachment_files=[
            {"content_type": "text/plain", "name": "map.txt", "data": b"hi"}
        ],
    )
    return conversation.id


def reply_as_contact(client: Intercom, conversation_id: str, contact_id: str) -> str:
    conversation = client.conversations.reply_as_contact(
        conversation_id, body="Thanks", intercom_user_id=contact_id
    )
    return conversation.id


def hand_over(client: Intercom, conversation_id: str, admin_id: int) -> str:
    conversations = client.conversations
    conversations.assign(
        conversation_id, type="team", admin_id=admin_id, assignee_id=814865
    )
    conversations.snooze(conversation_id, admin_id=admin_id, snoozed_until=1738324800)
    return conversations.close(conversation_id, admin_id=admin_id, body="Bye").id


def record(client: Intercom, conversation_id: str) -> str:
    conversation = client.conversations.update(
        conversation_id, read=True, custom_attributes={"shelf": "Atlases"}
    )
    return conversation.id


def start(client: Intercom, contact_id: str) -> str:
    message = client.conversations.create(
        from_={"type": "user", "id": contact_id}, body="My atlas is torn."
    )
    return message.id
