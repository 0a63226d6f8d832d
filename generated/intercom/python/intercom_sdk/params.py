"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

from ._runtime.json.plain_data import SequenceNotStr, UnknownValue


class SaveCompanyParams(TypedDict):
    """A company to create or to change."""

    company_id: NotRequired[str]
    """The id that your own system gives it."""
    name: NotRequired[str]
    """The name."""
    plan: NotRequired[str]
    """What it has bought, which is made where it isn't there."""
    size: NotRequired[int]
    """How many people work there."""
    website: NotRequired[str]
    """Where its pages are."""
    industry: NotRequired[str]
    """What it does."""
    monthly_spend: NotRequired[float]
    """What it pays each month."""
    remote_created_at: NotRequired[datetime | int]
    """When it was made in your own system. Unix seconds in JSON."""
    update_last_request_at: NotRequired[bool]
    """Whether it counts as seen now; versions before 2.16 don't have this."""
    custom_attributes: NotRequired[CustomAttributesParams]
    """Values by the names of attributes, which have to exist."""


class SearchPaginationParams(TypedDict):
    """Which page of the results is wanted, and how large."""

    per_page: NotRequired[int]
    """How many items a page holds, at most 150. At least 1, at most 150."""
    starting_after: NotRequired[str | None]
    """The cursor to the page."""


class SearchSortParams(TypedDict):
    """The order of the results."""

    field: NotRequired[str]
    """The field that decides."""
    order: NotRequired[Literal["ascending", "descending"] | UnknownValue]
    """`descending` when absent."""


class BulkContactChangeParams(TypedDict):
    """What to change about one contact in a job; what isn't listed here is ignored."""

    id: str
    """The contact's id."""
    external_id: NotRequired[str]
    """The id that your own system gives it."""
    email: NotRequired[str]
    """The email address."""
    phone: NotRequired[str]
    """The phone number."""
    name: NotRequired[str]
    """The name."""
    avatar: NotRequired[str]
    """Where the picture is."""
    owner_id: NotRequired[str | int]
    """The admin who is to look after it."""
    unsubscribed_from_emails: NotRequired[bool]
    """Whether it wants no emails."""
    language_override: NotRequired[str]
    """Its language, two letters of ISO 639-1."""
    custom_attributes: NotRequired[CustomAttributesParams]
    """Values by the names of custom attributes."""
    companies: NotRequired[Sequence[BulkCompanyChangeParams]]
    """The companies to join, or to leave."""
    tags: NotRequired[BulkTagsParams]
    """The tags that it gets and loses."""


class BulkJobReferenceParams(TypedDict):
    """A job that these are added to."""

    id: str
    """The job's id."""


class BulkNewContactParams(TypedDict):
    """One contact to create in a job; what isn't listed here is ignored."""

    role: NotRequired[Literal["user", "lead"] | UnknownValue]
    """`user`, or `lead`."""
    external_id: NotRequired[str]
    """The id that your own system gives it."""
    email: NotRequired[str]
    """The email address."""
    phone: NotRequired[str]
    """The phone number."""
    name: NotRequired[str]
    """The name."""
    avatar: NotRequired[str]
    """Where the picture is."""
    signed_up_at: NotRequired[datetime | int]
    """When it signed up with you. Unix seconds in JSON."""
    last_seen_at: NotRequired[datetime | int]
    """When it was last seen. Unix seconds in JSON."""
    owner_id: NotRequired[str | int]
    """The admin who is to look after it."""
    unsubscribed_from_emails: NotRequired[bool]
    """Whether it wants no emails."""
    language_override: NotRequired[str]
    """Its language, two letters of ISO 639-1."""
    custom_attributes: NotRequired[CustomAttributesParams]
    """Values by the names of custom attributes."""
    companies: NotRequired[Sequence[BulkCompanyParams]]
    """The companies that it belongs to."""
    tags: NotRequired[BulkNewTagsParams]
    """The tags that it gets."""


class BulkContactParams(TypedDict):
    """A contact, by its id."""

    id: str
    """The contact's id."""


class ConversationStarterParams(TypedDict):
    """The contact who begins a conversation."""

    type: Literal["lead", "user", "contact"] | UnknownValue
    """`lead`, `user`, or `contact` for either and for visitors."""
    id: str
    """The contact's id, as Intercom gave it."""


class AdminReplyParams(TypedDict):
    """What an admin says."""

    type: Literal["admin"]
    """`admin` where an admin says it, `user` where a contact does."""
    message_type: Literal["comment", "note", "quick_reply"] | UnknownValue
    """`comment` for the contact, `note` for teammates, or `quick_reply` with
    `reply_options` for the contact.
    """
    admin_id: str | int
    """The admin who says it."""
    body: NotRequired[str]
    """The text, which comments and notes have to have; HTML in notes."""
    reply_options: NotRequired[Sequence[QuickReplyOptionParams]]
    """What the contact can choose from, which a `quick_reply` has to have."""
    attachment_urls: NotRequired[SequenceNotStr[str]]
    """Where pictures to attach are. 10 or fewer items."""
    attachment_files: NotRequired[Sequence[AttachmentFileParams]]
    """Files to attach, instead of `attachment_urls`. 10 or fewer items."""
    created_at: NotRequired[datetime | int]
    """When it was said, now when absent. Unix seconds in JSON."""
    skip_notifications: NotRequired[bool]
    """Whether nobody is notified of it; versions before 2.16 don't have this."""
    skip_unsnooze: NotRequired[bool]
    """Whether a snoozed conversation stays so. Only the version Unstable has this."""


class ContactReplyParams(TypedDict):
    """What a contact says.

    Needs at least one of `intercom_user_id`, `user_id`, `email`.
    """

    type: Literal["user"]
    """`admin` where an admin says it, `user` where a contact does."""
    message_type: Literal["comment", "quick_reply"] | UnknownValue
    """`comment`, or `quick_reply` with the `reply_options` that the contact has
    chosen.
    """
    body: NotRequired[str]
    """The text, which a comment has to have."""
    reply_options: NotRequired[Sequence[QuickReplyOptionParams]]
    """What the contact has chosen."""
    intercom_user_id: NotRequired[str]
    """The contact who says it, by the id that Intercom gave."""
    user_id: NotRequired[str]
    """The contact, by the id that your own system gave."""
    email: NotRequired[str]
    """The contact, by the email address."""
    attachment_urls: NotRequired[SequenceNotStr[str]]
    """Where pictures to attach are. 10 or fewer items."""
    attachment_files: NotRequired[Sequence[AttachmentFileParams]]
    """Files to attach, instead of `attachment_urls`. 10 or fewer items."""
    created_at: NotRequired[datetime | int]
    """When it was said, now when absent. Unix seconds in JSON."""


class CloseConversationParams(TypedDict):
    """Closes a conversation."""

    message_type: Literal["close"]
    """What is done, `close`, `snoozed`, `open` or `assignment`."""
    type: NotRequired[Literal["admin"]]
    """What it is assigned to, or `admin` where it is closed."""
    admin_id: str | int
    """The admin who does this."""
    body: NotRequired[str]
    """What the admin says with it."""


class SnoozeConversationParams(TypedDict):
    """Snoozes a conversation, which opens again later."""

    message_type: Literal["snoozed"]
    """What is done, `close`, `snoozed`, `open` or `assignment`."""
    admin_id: str | int
    """The admin who does this."""
    snoozed_until: datetime | int
    """When it is to open again. Unix seconds in JSON."""


class OpenConversationParams(TypedDict):
    """Opens a conversation that is closed or snoozed."""

    message_type: Literal["open"]
    """What is done, `close`, `snoozed`, `open` or `assignment`."""
    admin_id: str | int
    """The admin who does this."""


class AssignConversationParams(TypedDict):
    """Assigns a conversation to an admin or a team; it can have one of each."""

    message_type: Literal["assignment"]
    """What is done, `close`, `snoozed`, `open` or `assignment`."""
    admin_id: str | int
    """The admin who does this."""
    assignee_id: str | int
    """The admin or the team that it is assigned to, 0 for none."""
    type: Literal["admin", "team"] | UnknownValue
    """What it is assigned to, `admin` or `team`."""
    body: NotRequired[str]
    """What the admin says with it."""


class NewParticipantParams(TypedDict):
    """A contact, by one of its ids, who is to take part.

    Needs at least one of `intercom_user_id`, `user_id`, `email`.
    """

    intercom_user_id: NotRequired[str]
    """The contact, by the id that Intercom gave."""
    user_id: NotRequired[str]
    """The contact, by the id that your own system gave."""
    email: NotRequired[str]
    """The contact, by the email address."""
    customer: NotRequired[ParticipantParams]
    """The contact who does this, instead of an admin."""


class RedactPartParams(TypedDict):
    """A part whose text is to be removed."""

    type: Literal["conversation_part"]
    """`conversation_part`, or `source` for the message that began the conversation."""
    conversation_id: str | int
    """The conversation."""
    conversation_part_id: str | int
    """The part."""


class RedactSourceParams(TypedDict):
    """A conversation whose first message is to lose its text."""

    type: Literal["source"]
    """`conversation_part`, or `source` for the message that began the conversation."""
    conversation_id: str | int
    """The conversation."""
    source_id: str | int
    """That message, the `id` of the conversation's `source`."""


class TicketContactParams(TypedDict):
    """A contact, by one of its ids.

    Needs at least one of `id`, `external_id`, `email`.
    """

    id: NotRequired[str]
    """The contact's id, as Intercom gave it."""
    external_id: NotRequired[str]
    """The id that your own system gave the contact."""
    email: NotRequired[str]
    """The email address; a contact is made where nobody has it."""


class TicketAssignmentParams(TypedDict):
    """Whom a ticket is assigned to."""

    admin_assignee_id: NotRequired[str | int]
    """The admin."""
    team_assignee_id: NotRequired[str | int]
    """The team."""


class AdminTicketReplyParams(TypedDict):
    """What an admin says."""

    type: Literal["admin"]
    """`admin` where an admin says it, `user` where a contact does."""
    message_type: Literal["comment", "note", "quick_reply"] | UnknownValue
    """`comment` for the contact, `note` for teammates, or `quick_reply` with
    `reply_options` for the contact.
    """
    admin_id: str | int
    """The admin who says it."""
    body: NotRequired[str]
    """The text, which comments and notes have to have; HTML in notes."""
    reply_options: NotRequired[Sequence[QuickReplyOptionParams]]
    """What the contact can choose from, which a `quick_reply` has to have."""
    attachment_urls: NotRequired[SequenceNotStr[str]]
    """Where pictures to attach are. 10 or fewer items."""
    attachment_files: NotRequired[Sequence[AttachmentFileParams]]
    """Files to attach, instead of `attachment_urls`; versions before 2.16 don't have
    this. 10 or fewer items.
    """
    cross_post: NotRequired[bool]
    """Whether a note on a ticket of the back office goes to the linked
    conversations, too.
    """
    created_at: NotRequired[datetime | int]
    """When it was said, now when absent. Unix seconds in JSON."""
    skip_notifications: NotRequired[bool]
    """Whether nobody is notified of it."""


class ContactTicketReplyParams(TypedDict):
    """What a contact says.

    Needs at least one of `intercom_user_id`, `user_id`, `email`.
    """

    type: Literal["user"]
    """`admin` where an admin says it, `user` where a contact does."""
    message_type: NotRequired[Literal["comment"]]
    """Always `comment`."""
    body: str
    """The text."""
    intercom_user_id: NotRequired[str]
    """The contact who says it, by the id that Intercom gave."""
    user_id: NotRequired[str]
    """The contact, by the id that your own system gave."""
    email: NotRequired[str]
    """The contact, by the email address."""
    reply_options: NotRequired[Sequence[QuickReplyOptionParams]]
    """What the contact has chosen."""
    attachment_urls: NotRequired[SequenceNotStr[str]]
    """Where pictures to attach are. 10 or fewer items."""
    created_at: NotRequired[datetime | int]
    """When it was said, now when absent. Unix seconds in JSON."""
    skip_notifications: NotRequired[bool]
    """Whether nobody is notified of it."""


class SaveTagParams(TypedDict):
    """A tag to make or to rename."""

    name: str
    """What the tag is to say."""
    id: NotRequired[str | int]
    """The tag to rename."""


class TagCompaniesParams(TypedDict):
    """Companies to tag, or to untag."""

    name: str
    """The tag, which is made where it isn't there."""
    companies: Sequence[TagCompanyParams]
    """The companies."""


class TagContactsParams(TypedDict):
    """Contacts to tag."""

    name: str
    """The tag, which is made where it isn't there."""
    users: Sequence[TagContactParams]
    """The contacts."""


class BulkCompanyUpdateParams(TypedDict):
    """What to change about one company in a job; what isn't listed here is ignored."""

    id: str
    """The company's id, as Intercom gave it."""
    name: NotRequired[str]
    """The name."""
    plan: NotRequired[str]
    """What it has bought, which is made where it isn't there."""
    size: NotRequired[int]
    """How many people work there."""
    website: NotRequired[str]
    """Where its pages are."""
    industry: NotRequired[str]
    """What it does."""
    monthly_spend: NotRequired[float]
    """What it pays each month."""
    remote_created_at: NotRequired[datetime | int]
    """When it was made in your own system. Unix seconds in JSON."""
    update_last_request_at: NotRequired[bool]
    """Whether it counts as seen now; versions before 2.16 don't have this."""
    custom_attributes: NotRequired[CustomAttributesParams]
    """Values by the names of attributes, which have to exist."""


class BulkCompanyIdParams(TypedDict):
    """A company, by its id."""

    id: str
    """The company's id, as Intercom gave it."""


class SearchGroupParams(TypedDict):
    """Conditions and groups that hold together, or of which one has to."""

    operator: Literal["AND", "OR"]
    """Whether all have to hold, or one."""
    value: Sequence[SearchQueryParams]
    """The conditions and groups; a group in a group has conditions alone. 15 or
    fewer items.
    """


class SearchConditionParams(TypedDict):
    """What has to be true of a field."""

    field: str
    """The field, `custom_attributes.` and a name for a custom attribute."""
    operator: Literal["=", "!=", "IN", "NIN", "<", "<=", ">", ">=", "~", "!~", "^", "$"]
    """How the value compares; `~` is for texts that contain it, `^` and `$` for
    those that begin or end with it.
    """
    value: str | float | bool | SequenceNotStr[str | float] | None
    """What to compare with; a list with `IN` and `NIN`."""


class BulkCompanyChangeParams(TypedDict):
    """A company that a contact in a job is to belong to, or no longer."""

    company_id: str
    """The id that your own system gave the company."""
    name: NotRequired[str]
    """The company's name."""
    remove: NotRequired[bool]
    """Whether the contact is taken out of it."""


class BulkTagsParams(TypedDict):
    """The tags that a contact gets and loses."""

    add: NotRequired[Sequence[BulkTagParams]]
    """The tags to put on it."""
    remove: NotRequired[Sequence[BulkTagParams]]
    """The tags to take off it."""


class BulkCompanyParams(TypedDict):
    """A company of a contact in a job."""

    company_id: str
    """The id that your own system gave the company."""
    name: NotRequired[str]
    """The company's name."""


class BulkNewTagsParams(TypedDict):
    """The tags that a new contact gets."""

    add: NotRequired[Sequence[BulkTagParams]]
    """The tags to put on it."""


class QuickReplyOptionParams(TypedDict):
    """A reply that the contact can choose with a click."""

    text: str
    """What the button says."""
    uuid: str
    """A UUID of yours, by which the part that the click makes names the option."""


class AttachmentFileParams(TypedDict):
    """A file to attach."""

    content_type: str
    """The file's media type."""
    data: bytes
    """The file's content."""
    name: str
    """The file's name."""


class ParticipantParams(TypedDict):
    """A contact, by one of its ids.

    Needs at least one of `intercom_user_id`, `user_id`, `email`.
    """

    intercom_user_id: NotRequired[str]
    """The contact, by the id that Intercom gave."""
    user_id: NotRequired[str]
    """The contact, by the id that your own system gave."""
    email: NotRequired[str]
    """The contact, by the email address."""


class TagCompanyParams(TypedDict):
    """A company to tag, or to untag, by one of its ids."""

    id: NotRequired[str]
    """Its id, as Intercom gave it."""
    company_id: NotRequired[str]
    """The id that your own system gave it."""
    untag: NotRequired[bool]
    """Whether the tag is taken off."""


class TagContactParams(TypedDict):
    """A contact to tag."""

    id: str
    """The contact's id."""


class BulkTagParams(TypedDict):
    """A tag, by its id."""

    id: str | int
    """The tag's id."""


ConversationReplyParams: TypeAlias = AdminReplyParams | ContactReplyParams
"""What an admin or a contact says."""

ManageConversationParams: TypeAlias = (
    CloseConversationParams
    | SnoozeConversationParams
    | OpenConversationParams
    | AssignConversationParams
)
"""What to do with a conversation."""

RedactConversationParams: TypeAlias = RedactPartParams | RedactSourceParams
"""The text to remove."""

TicketReplyParams: TypeAlias = AdminTicketReplyParams | ContactTicketReplyParams
"""What an admin or a contact says."""

TagActionParams: TypeAlias = SaveTagParams | TagCompaniesParams | TagContactsParams
"""A tag to make or rename, or what to put it on or to take it off."""

CustomAttributesParams: TypeAlias = Mapping[str, Any]
"""Values by the names of custom attributes: texts, numbers, booleans, unix seconds,
and objects.
"""

SearchQueryParams: TypeAlias = SearchGroupParams | SearchConditionParams
"""A condition, or a group of them."""

TicketAttributesParams: TypeAlias = Mapping[str, Any]
"""Values by the names of attributes, `_default_title_` and `_default_description_`
among them: texts, numbers, booleans, unix seconds, lists, files, or null.
"""
