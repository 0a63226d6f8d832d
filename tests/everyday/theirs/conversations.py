"""Jobs with conversations."""

from __future__ import annotations

from datetime import datetime

from intercom import (
    AdminReplyConversationRequest,
    ContactReplyIntercomUserIdRequest,
    ConversationAttachmentFiles,
    Intercom,
    SingleFilterSearchRequest,
)
from intercom.conversations import (
    ConversationsManageRequestBody_Assignment,
    ConversationsManageRequestBody_Close,
    ConversationsManageRequestBody_Snoozed,
    CreateConversationRequestFrom,
)


def updated_since(client: Intercom, moment: datetime) -> list[str]:
    query = SingleFilterSearchRequest(
        field="updated_at", operator=">", value=int(moment.timestamp())
    )
    return [each.id for each in client.conversations.search(query=query)]


def read_parts(client: Intercom, conversation_id: str) -> list[str | None]:
    found = client.conversations.find(conversation_id).conversation_parts
    return [part.body for part in found.conversation_parts] if found else []


def reply_with_file(client: Intercom, conversation_id: str, admin_id: int) -> str:
    conversation = client.conversations.reply(
        conversation_id,
        request=AdminReplyConversationRequest(
            message_type="comment",
            admin_id=str(admin_id),
            body="The map",
            attachment_files=[
                ConversationAttachmentFiles(
                    content_type="text/plain", name="map.txt", data="aGk="
                )
            ],
        ),
    )
    return conversation.id


def reply_as_contact(client: Intercom, conversation_id: str, contact_id: str) -> str:
    conversation = client.conversations.reply(
        conversation_id,
        request=ContactReplyIntercomUserIdRequest(
            body="Thanks", intercom_user_id=contact_id
        ),
    )
    return conversation.id


def hand_over(client: Intercom, conversation_id: str, admin_id: int) -> str:
    admin, manage = str(admin_id), client.conversations.manage
    manage(
        conversation_id,
        request=ConversationsManageRequestBody_Assignment(
            type="team", admin_id=admin, assignee_id="814865"
        ),
    )
    manage(
        conversation_id,
        request=ConversationsManageRequestBody_Snoozed(
            admin_id=admin, snoozed_until=1738324800
        ),
    )
    closing = ConversationsManageRequestBody_Close(admin_id=admin, body="Bye")
    return manage(conversation_id, request=closing).id


def record(client: Intercom, conversation_id: str) -> str:
    conversation = client.conversations.update(
        conversation_id, read=True, custom_attributes={"shelf": "Atlases"}
    )
    return conversation.id


def start(client: Intercom, contact_id: str) -> str:
    message = client.conversations.create(
        from_=CreateConversationRequestFrom(type="user", id=contact_id),
        body="My atlas is torn.",
    )
    return message.id
