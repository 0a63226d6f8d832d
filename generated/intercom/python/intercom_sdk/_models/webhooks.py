"""What the API answers with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from msgspec import field

from .._runtime.json.model import Maybe, Model, OpenModel
from .._runtime.json.unions import union
from .shared import Admin, AdminRole, Avatar, NoteSubject, TeamPriorityLevel


class NotificationEvent(OpenModel):
    """What has happened, and to what."""

    type: str
    """Always `notification_event`."""
    id: str | None
    """Names the notification, the same in each delivery of it."""
    app_id: str
    """The workspace that it is about."""
    topic: NotificationEventTopic
    """What has happened; newer topics than these come as they are."""
    delivery_status: str | None = None
    """How far the delivery is, `pending` as a rule."""
    delivery_attempts: Maybe[int] = None
    """How often it was sent, this time included."""
    delivered_at: int | None = None
    """When it was taken; 0 before that. Unix seconds in JSON."""
    first_sent_at: Maybe[int] = None
    """When it was sent first. Unix seconds in JSON."""
    created_at: int
    """When it happened. Unix seconds in JSON."""
    self: str | None = None
    """Where the notification can be fetched, if it can."""
    links: Maybe[dict[str, Any]] = None
    """Links that belong to it."""
    data: NotificationData
    """What it is about."""
    additional: dict[str, Any] = field(default_factory=lambda: {})
    """Further properties."""


class NotificationData(OpenModel):
    """What a notification is about."""

    type: Maybe[str] = None
    """Always `notification_event_data`."""
    item: NotificationDataItem
    """What the topic has happened to, as the API shows it at that moment. Its `type`
    says which it is.
    """
    additional: dict[str, Any] = field(default_factory=lambda: {})
    """Further properties."""


class NotifiedAdmin(Model, kw_only=True):
    """An admin in a notification."""

    type: Literal["admin"]
    """Always `admin`."""
    id: str | int
    """The admin's id."""
    name: Maybe[str] = None
    """The admin's name."""
    email: Maybe[str] = None
    """The admin's email address."""
    job_title: Maybe[str] = None
    """The admin's job title."""
    away_mode_enabled: Maybe[bool] = None
    """Whether the admin is away."""
    away_mode_reassign: Maybe[bool] = None
    """Whether replies go back to the team inbox while the admin is away."""
    away_status_reason_id: str | int | None = None
    """Why the admin is away, if a reason was given."""
    has_inbox_seat: Maybe[bool] = None
    """Whether the admin has a paid seat in the inbox."""
    team_ids: Maybe[list[int]] = None
    """The teams that the admin belongs to."""
    avatar: str | Avatar | None = None
    """The admin's picture, as its URL or as an object."""
    team_priority_level: TeamPriorityLevel | None = None
    """In which of the teams the admin comes first."""
    role: AdminRole | None = None
    """What the admin may do; versions before 2.16 don't have this."""


class NotifiedCompany(OpenModel):
    """A company in a notification."""

    type: Literal["company"]
    """Always `company`."""
    id: str
    """The company's id, as Intercom gave it."""
    company_id: str | None = None
    """The id that the app gave the company."""
    name: str | None = None
    """The company's name."""
    created_at: Maybe[int] = None
    """When the company was made. Unix seconds in JSON."""
    updated_at: int | None = None
    """When the company was changed last. Unix seconds in JSON."""
    custom_attributes: Maybe[dict[str, Any]] = None
    """What the workspace keeps of its own about the company."""
    additional: dict[str, Any] = field(default_factory=lambda: {})
    """Further properties."""


class NotifiedContact(OpenModel):
    """A contact in a notification."""

    type: Literal["contact"]
    """Always `contact`."""
    id: str
    """The contact's id."""
    external_id: str | None = None
    """The id that the app gave the contact."""
    workspace_id: Maybe[str] = None
    """The workspace that the contact belongs to."""
    role: str | None = None
    """Whether the contact is a `user` or a `lead`."""
    email: str | None = None
    """The contact's email address."""
    phone: str | None = None
    """The contact's phone number."""
    name: str | None = None
    """The contact's name."""
    owner_id: str | int | None = None
    """The admin who looks after the contact."""
    created_at: Maybe[int] = None
    """When the contact was made. Unix seconds in JSON."""
    updated_at: int | None = None
    """When the contact was changed last. Unix seconds in JSON."""
    custom_attributes: Maybe[dict[str, Any]] = None
    """What the workspace keeps of its own about the contact."""
    additional: dict[str, Any] = field(default_factory=lambda: {})
    """Further properties."""


class NotifiedConversation(OpenModel):
    """A conversation in a notification."""

    type: Literal["conversation"]
    """Always `conversation`."""
    id: str
    """The conversation's id."""
    title: str | None = None
    """The conversation's title."""
    state: Maybe[str] = None
    """Whether it is `open`, `closed` or `snoozed`."""
    open: Maybe[bool] = None
    """Whether it is open."""
    read: Maybe[bool] = None
    """Whether its last part was read."""
    admin_assignee_id: int | str | None = None
    """The admin whom it is assigned to."""
    team_assignee_id: int | str | None = None
    """The team that it is assigned to."""
    created_at: Maybe[int] = None
    """When it began. Unix seconds in JSON."""
    updated_at: int | None = None
    """When it was changed last. Unix seconds in JSON."""
    additional: dict[str, Any] = field(default_factory=lambda: {})
    """Further properties."""


class NotifiedNote(Model, kw_only=True):
    """A note in a notification."""

    type: Literal["note"]
    """Always `note`."""
    id: str
    """The note's id."""
    created_at: int
    """When the note was made. Unix seconds in JSON."""
    contact: NoteSubject | None = None
    """The contact that the note is on, if it is on one."""
    company: NoteSubject | None = None
    """The company that the note is on, if it is on one."""
    author: Admin | None = None
    """Who wrote the note."""
    body: str
    """The note's text, in HTML."""


class NotifiedTicket(OpenModel):
    """A ticket in a notification."""

    type: Literal["ticket"]
    """Always `ticket`."""
    id: str
    """The ticket's id."""
    ticket_id: str | None = None
    """The number by which people know the ticket."""
    category: str | None = None
    """The kind of ticket, such as `Customer` or `Tracker`."""
    open: Maybe[bool] = None
    """Whether it is open."""
    created_at: Maybe[int] = None
    """When it was made. Unix seconds in JSON."""
    updated_at: int | None = None
    """When it was changed last. Unix seconds in JSON."""
    additional: dict[str, Any] = field(default_factory=lambda: {})
    """Further properties."""


class NotifiedItem(OpenModel):
    """Something of another type than those that are described."""

    type: str
    """What it is."""
    id: str | int | None = None
    """Its id, where it has one."""
    additional: dict[str, Any] = field(default_factory=lambda: {})
    """Further properties."""


NotificationEventTopic: TypeAlias = (
    Literal[
        "ping",
        "admin.activity_log_event.created",
        "admin.added_to_workspace",
        "admin.away_mode_updated",
        "admin.logged_in",
        "admin.logged_out",
        "admin.removed_from_workspace",
        "company.contact.attached",
        "company.contact.detached",
        "company.created",
        "company.deleted",
        "company.updated",
        "contact.archived",
        "contact.deleted",
        "contact.email.updated",
        "contact.lead.added_email",
        "contact.lead.created",
        "contact.lead.signed_up",
        "contact.lead.tag.created",
        "contact.lead.tag.deleted",
        "contact.lead.updated",
        "contact.merged",
        "contact.subscribed",
        "contact.unsubscribed",
        "contact.user.created",
        "contact.user.tag.created",
        "contact.user.tag.deleted",
        "contact.user.updated",
        "conversation.admin.assigned",
        "conversation.admin.closed",
        "conversation.admin.noted",
        "conversation.admin.opened",
        "conversation.admin.replied",
        "conversation.admin.single.created",
        "conversation.admin.snoozed",
        "conversation.admin.unsnoozed",
        "conversation.deleted",
        "conversation.operator.replied",
        "conversation.priority.updated",
        "conversation.rating.added",
        "conversation.read",
        "conversation.user.created",
        "conversation.user.replied",
        "conversation_part.redacted",
        "conversation_part.tag.created",
        "event.created",
        "ticket.admin.assigned",
        "ticket.attribute.updated",
        "ticket.closed",
        "ticket.contact.attached",
        "ticket.contact.detached",
        "ticket.contact.replied",
        "ticket.created",
        "ticket.note.created",
        "ticket.rating.provided",
        "ticket.state.updated",
        "ticket.team.assigned",
        "visitor.signed_up",
    ]
    | str
)

if TYPE_CHECKING:
    NotificationDataItem: TypeAlias = (
        NotifiedAdmin
        | NotifiedCompany
        | NotifiedContact
        | NotifiedConversation
        | NotifiedNote
        | NotifiedTicket
        | NotifiedItem
    )
else:
    NotificationDataItem = union(
        "NotificationDataItem",
        lambda: (
            NotifiedAdmin,
            NotifiedCompany,
            NotifiedContact,
            NotifiedConversation,
            NotifiedNote,
            NotifiedTicket,
            NotifiedItem,
        ),
    )
