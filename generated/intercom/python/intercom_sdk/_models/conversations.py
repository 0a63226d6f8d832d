"""What the API answers with."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from .._runtime.json.model import Maybe, Model
from .._runtime.json.plain_data import UnknownValue
from .shared import Conversation, ConversationPart, Pages, Reference


class ConversationList(Model, kw_only=True):
    """One page of conversations."""

    type: str
    """Always `conversation.list`."""
    conversations: list[Conversation]
    """The conversations of this page."""
    total_count: Maybe[int] = None
    """How many conversations there are on all pages."""
    pages: Pages | None = None
    """How the list goes on."""


class Message(Model, kw_only=True):
    """A message."""

    type: str
    """Who it is from, such as `user_message`."""
    id: str
    """The message's id."""
    created_at: int
    """When it was made. Unix seconds in JSON."""
    subject: str | None = None
    """The subject of an email."""
    body: str
    """The text, in HTML."""
    message_type: (
        Literal["email", "inapp", "facebook", "twitter", "sms", "whatsapp"]
        | UnknownValue
    )
    """How it is sent."""
    conversation_id: str
    """The conversation that it belongs to."""


class ConversationDeleted(Model, kw_only=True):
    """A conversation that was deleted."""

    id: str
    """The conversation's id."""
    object: str
    """Always `conversation`."""
    deleted: bool
    """Always true."""


class ConversationParticipants(Model, kw_only=True):
    """The contacts who take part in a conversation."""

    customers: list[Reference]
    """The contacts."""


class DeletedConversationList(Model, kw_only=True):
    """One page of conversations that were deleted."""

    type: str
    """Always `conversations.list`."""
    conversations: list[DeletedConversation]
    """What is left of them."""
    total_count: Maybe[int] = None
    """How many there are on all pages."""
    pages: Pages | None = None
    """How the list goes on."""


class SideConversationList(Model, kw_only=True):
    """One page of side conversations."""

    type: str
    """Always `side_conversation.list`."""
    side_conversations: list[SideConversation]
    """The side conversations of this page."""
    total_count: Maybe[int] = None
    """How many there are on all pages."""
    pages: Pages | None = None
    """How the list goes on."""


class HandlingEventList(Model, kw_only=True):
    """When teammates paused and resumed their work on a conversation."""

    handling_events: list[HandlingEvent]
    """What happened."""


class DeletedConversation(Model, kw_only=True):
    """What is left of a conversation that was deleted."""

    type: str
    """Always `conversation`."""
    id: str
    """The id that it had."""
    metrics_retained: Maybe[bool] = None
    """Whether reports still count it."""
    deleted_at: Maybe[int] = None
    """When it was deleted. Unix seconds in JSON."""


class SideConversation(Model, kw_only=True):
    """What teammates say among themselves about a conversation."""

    side_conversation_id: str
    """The side conversation's id."""
    conversation_parts: Maybe[list[ConversationPart]] = None
    """What was said."""
    total_count: Maybe[int] = None
    """How many parts it has."""


class HandlingEvent(Model, kw_only=True):
    """A teammate paused the work on a conversation, or resumed it."""

    teammate: HandlingTeammate
    """Who did."""
    type: Literal["paused", "resumed"] | UnknownValue
    """Which of both it was."""
    timestamp: datetime
    """When it happened, in ISO 8601."""
    reason: str | None = None
    """Why, such as `Paused` or `Away`."""


class HandlingTeammate(Model, kw_only=True):
    """Who paused or resumed the work on a conversation."""

    type: Literal["admin", "team", "bot"] | UnknownValue
    """What it is."""
    id: str | int
    """Its id."""
    name: str
    """Its name."""
    email: str | None = None
    """Its email address, which teams and bots needn't have."""
