"""What the API answers with."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from .._runtime.json.model import Maybe, Model
from .._runtime.json.plain_data import UnknownValue
from .shared import (
    Pages,
    Reference,
    TicketCategory,
    TicketState,
    TicketStateCategory,
    TicketType,
)


class Ticket(Model, kw_only=True):
    """Something that a contact wants done, or teammates among themselves."""

    type: str
    """Always `ticket`."""
    id: str
    """The ticket's id, by which the API knows it."""
    ticket_id: str
    """The number by which people know the ticket, in the inbox and the Messenger;
    the API doesn't take it.
    """
    category: Maybe[TicketCategory] = None
    """Whom the ticket is for."""
    ticket_type: Maybe[TicketType] = None
    """The ticket's type, without its states."""
    ticket_attributes: TicketAttributes
    """What the ticket records: values by the names of attributes."""
    ticket_state: Maybe[TicketState | str] = None
    """How far the ticket is: the state, or its category alone."""
    ticket_state_internal_label: Maybe[str] = None
    """What teammates call the state, where `ticket_state` is a category alone."""
    ticket_state_external_label: Maybe[str] = None
    """What contacts see of the state, where `ticket_state` is a category alone."""
    previous_ticket_state_id: str | None = None
    """The state that it was in before; versions before 2.16 don't have this."""
    contacts: Maybe[TicketContacts] = None
    """The contacts that the ticket is about."""
    admin_assignee_id: Maybe[str | int] = None
    """The admin it is assigned to, 0 for nobody."""
    team_assignee_id: Maybe[str | int] = None
    """The team it is assigned to, 0 for none."""
    open: Maybe[bool] = None
    """Whether it is open."""
    snoozed_until: int | None = None
    """When the ticket opens again, null where it isn't snoozed. Unix seconds in
    JSON.
    """
    is_shared: Maybe[bool] = None
    """Whether contacts see it."""
    linked_objects: Maybe[LinkedObjectList] = None
    """The conversations and tickets that it is linked to."""
    ticket_parts: Maybe[TicketParts] = None
    """What happened to it and was said, at most 500 entries."""
    created_at: int
    """When it was made. Unix seconds in JSON."""
    updated_at: int
    """When it was last changed. Unix seconds in JSON."""


class TicketList(Model, kw_only=True):
    """One page of tickets."""

    type: str
    """Always `ticket.list`."""
    tickets: list[Ticket]
    """The tickets of this page."""
    total_count: Maybe[int] = None
    """How many tickets there are on all pages."""
    pages: Pages | None = None
    """How the list goes on."""


class TicketDeleted(Model, kw_only=True):
    """A ticket that was deleted."""

    id: str
    """The ticket's id."""
    object: str
    """Always `ticket`."""
    deleted: bool
    """Always true."""


class TicketPart(Model, kw_only=True):
    """Something that happened to a ticket: a reply, a note, or a change."""

    type: Literal["ticket_part"] | UnknownValue
    """Always `ticket_part`."""
    id: str
    """The part's id."""
    part_type: str
    """What happened, such as `comment`, `note`, `quick_reply`, `assignment`,
    `snoozed` or `ticket_state_updated_by_admin`.
    """
    body: str | None = None
    """What was said, in HTML."""
    author: Maybe[TicketPartAuthor] = None
    """Who did it."""
    attachments: Maybe[list[Attachment]] = None
    """The files on it."""
    ticket_state: Maybe[TicketStateCategory] = None
    """How far the ticket was after it."""
    previous_ticket_state: Maybe[TicketStateCategory] = None
    """How far the ticket was before it."""
    assigned_to: Reference | None = None
    """Whom it assigned the ticket to, null where it did not."""
    updated_attribute_data: UpdatedTicketAttribute | None = None
    """The attribute that it changed."""
    external_id: str | None = None
    """The id that your own system gave it."""
    redacted: Maybe[bool] = None
    """Whether its text was removed."""
    app_package_code: Maybe[str] = None
    """The app that made it through the API."""
    translations: Translations | None = None
    """What was said in other languages; only the version Unstable has this."""
    created_at: int
    """When it happened. Unix seconds in JSON."""
    updated_at: int
    """When it was last changed. Unix seconds in JSON."""


class TicketContacts(Model, kw_only=True):
    """The contacts that a ticket is about."""

    type: str
    """Always `contact.list`."""
    contacts: list[ContactReference]
    """The contacts."""


class LinkedObjectList(Model, kw_only=True):
    """The conversations and tickets that something is linked to."""

    type: Maybe[str] = None
    """Always `list`."""
    total_count: Maybe[int] = None
    """How many there are."""
    has_more: Maybe[bool] = None
    """Whether there are more than these."""
    data: Maybe[list[LinkedObject]] = None
    """Some of them."""


class TicketParts(Model, kw_only=True):
    """What happened to a ticket and was said."""

    type: str
    """Always `ticket_part.list`."""
    ticket_parts: list[TicketPart]
    """The parts, oldest first."""
    total_count: Maybe[int] = None
    """How many there are."""


class TicketPartAuthor(Model, kw_only=True):
    """Who made a part of a ticket."""

    type: Literal["admin", "bot", "team", "user"] | UnknownValue
    """What the author is."""
    id: str
    """The author's id."""
    name: str | None = None
    """The author's name."""
    email: Maybe[str] = None
    """The author's email address."""


class Attachment(Model, kw_only=True):
    """A file on a message."""

    type: Maybe[str] = None
    """The kind, mostly `upload`."""
    name: Maybe[str] = None
    """The file's name."""
    url: Maybe[str] = None
    """Where the file is, for a while."""
    content_type: Maybe[str] = None
    """The file's media type."""
    filesize: Maybe[int] = None
    """How many bytes it has."""
    width: Maybe[int] = None
    """The width of a picture in pixels."""
    height: Maybe[int] = None
    """The height of a picture in pixels."""


class UpdatedTicketAttribute(Model, kw_only=True):
    """An attribute that got another value."""

    attribute: UpdatedAttribute
    """The attribute."""
    value: UpdatedValue
    """What it is now."""


class ContactReference(Model, kw_only=True):
    """A contact, by its ids."""

    type: str
    """Always `contact`."""
    id: str
    """The contact's id, as Intercom gave it."""
    external_id: str | None = None
    """The id that your own system gave the contact."""


class LinkedObject(Model, kw_only=True):
    """A conversation or a ticket that something is linked to."""

    type: Literal["ticket", "conversation"] | UnknownValue
    """What it is."""
    id: str
    """Its id."""
    category: Literal["Customer", "Back-office", "Tracker"] | UnknownValue | None = None
    """The category of a ticket, null for a conversation."""


class UpdatedAttribute(Model, kw_only=True):
    """The attribute that was changed."""

    type: str
    """Always `attribute`."""
    id: str
    """The attribute's id."""
    label: str
    """What the attribute is called."""


class UpdatedValue(Model, kw_only=True):
    """The value that an attribute got."""

    type: str
    """Always `value`."""
    id: str | list[str | int] | None
    """The value, the id of an option, or the ids of files."""
    label: str | list[str]
    """The value as people see it, or the names of files."""


TicketAttributes: TypeAlias = dict[str, Any]
"""Values by the names of attributes, `_default_title_` and `_default_description_`
among them: texts, numbers, booleans, unix seconds, lists, files, or null.
"""

Translations: TypeAlias = dict[str, str]
"""Texts in HTML by their languages; `original` is the language that it was written
in.
"""
