"""What the API answers with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from msgspec import field as field_

from .._runtime.json.model import Maybe, Model
from .._runtime.json.plain_data import UnknownValue
from .._runtime.json.unions import union
from .shared import BulkState, BulkTask, Merge, Pages, Segment


class ContactDeleted(Model, kw_only=True):
    """A contact that was deleted."""

    type: str
    """Always `contact`."""
    id: str
    """The contact's id."""
    external_id: str | None = None
    """The contact's external id."""
    deleted: bool
    """Always true."""


class MergeHistory(Model, kw_only=True):
    """One page of merges."""

    type: str
    """Always `list`."""
    data: list[Merge]
    """The merges."""
    next_cursor: str | None = None
    """The cursor to the next page, sent back as `cursor`."""
    has_more: Maybe[bool] = None
    """Whether there is a next page."""


class ContactActivityList(Model, kw_only=True):
    """One page of activities."""

    type: str
    """Always `list`."""
    data: list[ContactActivity]
    """The activities."""
    pages: Pages | None = None
    """How the list goes on."""


class ContactArchived(Model, kw_only=True):
    """A contact that was archived or brought back."""

    type: str
    """Always `contact`."""
    id: str
    """The contact's id."""
    external_id: str | None = None
    """The contact's external id."""
    archived: bool
    """Whether it is archived now."""


class ContactBlocked(Model, kw_only=True):
    """A contact that was blocked."""

    type: str
    """Always `contact`."""
    id: str
    """The contact's id."""
    external_id: str | None = None
    """The contact's external id."""
    blocked: bool
    """Always true."""


class ContactsBulkJob(Model, kw_only=True):
    """A job that creates, changes or deletes many contacts."""

    type: str
    """Always `contacts.bulk.job`."""
    id: str
    """The job's id."""
    state: BulkState
    """How far the job is."""
    created_at: int
    """When the job was made. Unix seconds in JSON."""
    updated_at: int
    """When the job was last changed. Unix seconds in JSON."""
    completed_at: int | None = None
    """When the job was done. Unix seconds in JSON."""
    tasks: Maybe[list[BulkTask]] = None
    """The parts of the job, one a request."""
    url: Maybe[str] = None
    """Where the job can be fetched."""


class ContactSegments(Model, kw_only=True):
    """The segments of a contact."""

    type: str
    """Always `list`."""
    data: list[Segment]
    """The segments."""


class SubscriptionTypeList(Model, kw_only=True):
    """Subscription types."""

    type: str
    """Always `list`."""
    data: list[SubscriptionType]
    """The subscription types."""


class SubscriptionType(Model, kw_only=True):
    """A kind of messages that contacts can opt in to or out of."""

    type: str
    """Always `subscription`."""
    id: str
    """The subscription type's id."""
    state: Maybe[Literal["live", "draft", "archived"] | UnknownValue] = None
    """Whether it is in use."""
    default_translation: Maybe[Translation] = None
    """What it is called in the workspace's language."""
    translations: Maybe[list[Translation]] = None
    """What it is called, one entry a language."""
    consent_type: Maybe[Literal["opt_out", "opt_in"] | UnknownValue] = None
    """Whether contacts get the messages until they leave or once they join."""
    content_types: Maybe[list[Literal["email", "sms_message"] | UnknownValue]] = None
    """How the messages are sent."""


class BannerList(Model, kw_only=True):
    """The banners for a contact."""

    type: str
    """Always `list`."""
    data: list[Banner]
    """The banners."""


class BannerDismissed(Model, kw_only=True):
    """A banner that a contact has closed."""

    type: str
    """Always `banner_dismiss`."""
    view_id: str
    """The banner's `view_id`."""
    dismissed: bool
    """Always true."""


class MergeAllowed(Model, kw_only=True):
    """A merge that is allowed."""

    allowed: Literal[True]
    """Always true."""
    summary: MergeSummary
    """What would change."""


class MergeRefused(Model, kw_only=True):
    """A merge that isn't allowed."""

    allowed: Literal[False]
    """Always false."""
    reasons: list[MergeReason]
    """Why not."""


class ContactActivity(Model, kw_only=True):
    """Something that happened to a contact."""

    type: str
    """Always `contact_activity`."""
    id: str
    """The activity's id."""
    event_type: (
        Literal[
            "contact.created",
            "contact.role_updated",
            "contact.deleted",
            "contact.merged",
            "contact.merge_failed",
        ]
        | UnknownValue
    )
    """What happened."""
    contact_id: Maybe[str] = None
    """The contact that it happened to."""
    external_id: str | None = None
    """The contact's external id."""
    role: Literal["user", "lead", "visitor"] | UnknownValue | None = None
    """What the contact was then."""
    merge_source_id: str | None = None
    """The contact that was merged."""
    merge_target_id: str | None = None
    """The contact that it was merged into."""
    failure_reason: str | None = None
    """Why it failed."""
    created_at: int
    """When it happened. Unix seconds in JSON."""


class Translation(Model, kw_only=True):
    """What a subscription type is called in a language."""

    name: Maybe[str] = None
    """Its name."""
    description: Maybe[str] = None
    """What it is about."""
    locale: Maybe[str] = None
    """The language."""


class Banner(Model, kw_only=True):
    """A message at the edge of a page."""

    type: str
    """Always `banner`."""
    id: str
    """The banner's id."""
    view_id: str
    """The id of showing it to this contact, which closing it needs."""
    title: str | None = None
    """The title."""
    body: str | None = None
    """The text, in HTML."""
    style: Maybe[str] = None
    """How it lies on the page, mostly `inline` or `floating`."""
    position: Maybe[str] = None
    """`top`, or `bottom`."""
    show_dismiss_button: Maybe[bool] = None
    """Whether it can be closed."""
    action: BannerAction | None = None
    """What a click on it does."""
    client_targeting: list[dict[str, Any]] | None = None
    """Conditions that the page has to check."""
    created_at: int
    """When it was made. Unix seconds in JSON."""


class MergeSummary(Model, kw_only=True):
    """What a merge would change."""

    attribute_changes: Maybe[AttributeChanges] = None
    """The attributes that would be touched."""
    reassignments: Maybe[Reassignments] = None
    """What would move."""


class MergeReason(Model, kw_only=True):
    """A reason why a merge isn't allowed."""

    code: (
        Literal[
            "invalid_merge_role_pair",
            "no_shared_identifier",
            "facebook_user",
            "external_lead_channel_not_allowed",
            "mailing_list",
        ]
        | UnknownValue
    )
    """The reason, for programs."""
    message: Maybe[str] = None
    """The same for people."""


class BannerAction(Model, kw_only=True):
    """What a click on a banner does."""

    type: Maybe[str] = None
    """The kind of the action."""
    label: str | None = None
    """What the button says."""
    target: str | None = None
    """Where it leads."""
    reaction_set: Maybe[list[BannerReaction]] = None
    """The reactions to choose from."""
    tour_id: str | None = None
    """The product tour that it begins."""
    tour_url: str | None = None
    """Where the tour begins."""


class AttributeChanges(Model, kw_only=True):
    """The attributes that a merge would touch."""

    attributes: Maybe[list[AttributeChange]] = None
    """One entry an attribute."""
    total_count: Maybe[int] = None
    """How many there are."""


class Reassignments(Model, kw_only=True):
    """How many things of each kind would move from the lead to the user."""

    conversations: Maybe[Reassignment] = None
    """Conversations that aren't tickets."""
    tickets: Maybe[Reassignment] = None
    """Tickets."""
    phone_calls: Maybe[Reassignment] = None
    """Phone calls; there for leads that called."""
    tags: Maybe[Reassignment] = None
    """Tags."""
    notes: Maybe[Reassignment] = None
    """Notes."""


class BannerReaction(Model, kw_only=True):
    """A reaction to choose."""

    index: Maybe[int] = None
    """Its place."""
    unicode_emoticon: Maybe[str] = None
    """The emoji."""


class AttributeChange(Model, kw_only=True):
    """What a merge would do with an attribute."""

    field: Maybe[str] = None
    """The attribute's name."""
    outcome: Maybe[Literal["adopted", "discarded", "merged"] | UnknownValue] = None
    """Whether the lead's value is taken over or dropped or both are kept."""
    from_value: Any = None
    """The lead's value."""
    into_value: Any = None
    """The user's value."""
    new_into_value: Any = None
    """The user's value after the merge."""


class Reassignment(Model, kw_only=True):
    """How many things of one kind two contacts have."""

    from_: int = field_(name="from")
    """How many the lead has, which would move."""
    into: int
    """How many the user has already."""


if TYPE_CHECKING:
    MergePreview: TypeAlias = MergeAllowed | MergeRefused
else:
    MergePreview = union(
        "MergePreview",
        lambda: (MergeAllowed, MergeRefused),
        tag="allowed",
        tags={"true": 0, "false": 1},
    )
"""What a merge would change, or why it isn't allowed."""
