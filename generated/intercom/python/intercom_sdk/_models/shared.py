"""What the API answers with."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .._runtime.json.model import Maybe, Model
from .._runtime.json.plain_data import Number, UnknownValue
from .._runtime.json.unions import union


class ContactList(Model, kw_only=True):
    """One page of contacts."""

    type: str
    """Always `list`."""
    data: list[Contact]
    """The contacts of this page."""
    total_count: Maybe[int] = None
    """How many contacts there are on all pages."""
    pages: Pages | None = None
    """How the list goes on."""


class ErrorList(Model, kw_only=True):
    """What the API answers a failed request with."""

    type: str
    """Always `error.list`."""
    request_id: str | None = None
    """Names the request to Intercom's support."""
    errors: list[Error]
    """What was wrong, at least one entry."""


class Contact(Model, kw_only=True):
    """A person who uses what the workspace is for, or may come to."""

    type: str
    """Always `contact`."""
    id: str
    """The contact's id, 24 hexadecimal digits."""
    workspace_id: str
    """The workspace that the contact is in."""
    external_id: str | None = None
    """The id that your own system gave, unique among users."""
    role: Literal["user", "lead"] | UnknownValue
    """`user` who is known to you, or `lead` who isn't yet."""
    email: str | None = None
    """The email address."""
    email_domain: str | None = None
    """The part of the email address behind the `@`."""
    phone: str | None = None
    """The phone number, as it was given."""
    formatted_phone: str | None = None
    """The phone number in the form of E.164, `+441315550142`; only the version
    Unstable has this.
    """
    name: str | None = None
    """The name."""
    avatar: Avatar | None = None
    """The picture."""
    owner_id: str | int | None = None
    """The admin who looks after the contact."""
    has_hard_bounced: Maybe[bool] = None
    """Whether an email came back as undeliverable for good."""
    marked_email_as_spam: Maybe[bool] = None
    """Whether the contact called an email spam."""
    unsubscribed_from_emails: Maybe[bool] = None
    """Whether the contact wants no emails."""
    enabled_push_messaging: bool | None = None
    """Whether push messages reach the contact."""
    created_at: int
    """When the contact was made. Unix seconds in JSON."""
    updated_at: int
    """When the contact was last changed. Unix seconds in JSON."""
    signed_up_at: int | None = None
    """When the contact signed up with you. Unix seconds in JSON."""
    last_seen_at: int | None = None
    """When the contact was last seen. Unix seconds in JSON."""
    last_replied_at: int | None = None
    """When the contact last wrote. Unix seconds in JSON."""
    last_contacted_at: int | None = None
    """When the contact was last written to. Unix seconds in JSON."""
    last_email_opened_at: int | None = None
    """When an email was last opened. Unix seconds in JSON."""
    last_email_clicked_at: int | None = None
    """When a link in an email was last followed. Unix seconds in JSON."""
    language_override: str | None = None
    """Which language Fin and the Messenger use, two letters of ISO 639-1, whatever
    the browser says.
    """
    browser: str | None = None
    """The browser's name."""
    browser_version: str | None = None
    """The browser's version."""
    browser_language: str | None = None
    """The browser's language."""
    os: str | None = None
    """The operating system."""
    location: Maybe[ContactLocation] = None
    """Where the contact is."""
    android_app_name: str | None = None
    """The name of the Android app."""
    android_app_version: str | None = None
    """The version of the Android app."""
    android_device: str | None = None
    """The Android device."""
    android_os_version: str | None = None
    """The version of Android."""
    android_sdk_version: str | None = None
    """The version of the SDK in the Android app."""
    android_last_seen_at: int | None = None
    """When the Android app was last used. Unix seconds in JSON."""
    ios_app_name: str | None = None
    """The name of the iOS app."""
    ios_app_version: str | None = None
    """The version of the iOS app."""
    ios_device: str | None = None
    """The iOS device."""
    ios_os_version: str | None = None
    """The version of iOS."""
    ios_sdk_version: str | None = None
    """The version of the SDK in the iOS app."""
    ios_last_seen_at: int | None = None
    """When the iOS app was last used. Unix seconds in JSON."""
    utm_campaign: str | None = None
    """The campaign that led the contact to you."""
    utm_content: str | None = None
    """The content of the campaign that did."""
    utm_medium: str | None = None
    """The medium that did."""
    utm_source: str | None = None
    """The source that did."""
    utm_term: str | None = None
    """The search term that did."""
    referrer: str | None = None
    """The page that the contact came from."""
    custom_attributes: Maybe[CustomAttributes] = None
    """Values by the names of custom attributes."""
    tags: LinkList | None = None
    """Up to ten tags of the contact."""
    notes: Maybe[LinkList] = None
    """Up to ten notes on the contact."""
    companies: LinkList | None = None
    """Up to ten companies that the contact belongs to."""
    opted_out_subscription_types: Maybe[LinkList] = None
    """Up to ten subscription types that the contact left."""
    opted_in_subscription_types: Maybe[LinkList] = None
    """Up to ten subscription types that the contact joined."""
    social_profiles: Maybe[SocialProfiles] = None
    """The contact in social networks."""
    merge_history: list[Merge] | None = None
    """The contacts that were merged into this user, where `include_merge_history`
    asks for them; versions before 2.16 don't have this.
    """


class CompanyList(Model, kw_only=True):
    """One page of companies."""

    type: str
    """Always `list`."""
    data: list[Company]
    """The companies of this page."""
    total_count: Maybe[int] = None
    """How many companies there are on all pages."""
    pages: Pages | None = None
    """How the list goes on."""


class Company(Model, kw_only=True):
    """An organisation that contacts belong to."""

    type: str
    """Always `company`."""
    id: str
    """The company's id, as Intercom gave it."""
    company_id: Maybe[str] = None
    """The id that your own system gave."""
    app_id: Maybe[str] = None
    """The workspace that the company is in."""
    name: str | None = None
    """The name."""
    plan: CompanyPlan | None = None
    """What the company has bought, an empty object where that is nothing."""
    created_at: int
    """When the company was made here. Unix seconds in JSON."""
    updated_at: int
    """When the company was last changed. Unix seconds in JSON."""
    remote_created_at: int | None = None
    """When it was made in your own system. Unix seconds in JSON."""
    last_request_at: int | None = None
    """When one of its contacts was last seen. Unix seconds in JSON."""
    size: int | None = None
    """How many people work there."""
    website: str | None = None
    """Where its pages are."""
    industry: str | None = None
    """What it does."""
    monthly_spend: Number | None = None
    """What it pays each month."""
    session_count: Maybe[int] = None
    """How many sessions its contacts have had."""
    user_count: Maybe[int] = None
    """How many contacts belong to it."""
    tags: Maybe[AppliedTags] = None
    """The company's tags."""
    segments: Maybe[CompanySegments] = None
    """The segments that it is in."""
    notes: Maybe[CompanyNotes] = None
    """The notes on it."""
    custom_attributes: Maybe[CustomAttributes] = None
    """Values by the names of custom attributes."""


class TagList(Model, kw_only=True):
    """Tags."""

    type: str
    """Always `list`."""
    data: list[Tag]
    """The tags."""


class Tag(Model, kw_only=True):
    """A label for contacts, companies, conversations and other things."""

    type: str
    """Always `tag`."""
    id: str
    """The tag's id."""
    name: str
    """What the tag says."""
    applied_at: int | None = None
    """When it was put on, where the tag was listed with what it is on. Unix seconds
    in JSON.
    """
    applied_by: Reference | None = None
    """The admin who put it on, where the tag was listed with what it is on."""


class Conversation(Model, kw_only=True):
    """What contacts and teammates say to each other about something."""

    type: str
    """Always `conversation`."""
    id: str
    """The conversation's id."""
    title: str | None = None
    """What it is about."""
    created_at: int
    """When it began. Unix seconds in JSON."""
    updated_at: int
    """When it was last changed. Unix seconds in JSON."""
    waiting_since: int | None = None
    """Since when a contact waits for an answer, null where none does. Unix seconds
    in JSON.
    """
    snoozed_until: int | None = None
    """When it opens again, null where it isn't snoozed. Unix seconds in JSON."""
    open: bool
    """Whether it isn't closed."""
    state: Literal["open", "closed", "snoozed"] | UnknownValue
    """Whether it is open, closed or snoozed."""
    read: Maybe[bool] = None
    """Whether it was read."""
    priority: Maybe[
        Literal["none", "low", "medium", "high", "urgent", "priority", "not_priority"]
        | UnknownValue
    ] = None
    """How urgent it is; `priority` or `not_priority` in versions before 2.16."""
    admin_assignee_id: str | int | None = None
    """The admin it is assigned to, 0 or null for nobody."""
    team_assignee_id: str | int | None = None
    """The team it is assigned to, 0 or null for none."""
    source: Maybe[ConversationSource] = None
    """The message that began it."""
    contacts: Maybe[ContactReferences] = None
    """The contacts who take part."""
    teammates: ConversationTeammates | None = None
    """The admins who wrote in it."""
    company: Company | None = None
    """The company that it is about; versions before 2.16 don't have this."""
    tags: Maybe[AppliedTags] = None
    """Its tags."""
    custom_attributes: Maybe[CustomAttributes] = None
    """Values by the names of custom attributes; lists of custom objects where an
    attribute relates to them.
    """
    conversation_rating: ConversationRating | None = None
    """What the contact thinks of it."""
    first_contact_reply: FirstContactReply | None = None
    """The first message of a contact."""
    sla_applied: SlaApplied | None = None
    """The agreement on how soon it is answered."""
    statistics: ConversationStatistics | None = None
    """Times and counts for reports."""
    linked_objects: Maybe[LinkedObjectList] = None
    """The conversations and tickets that it is linked to, at most 1,000."""
    topics: Maybe[ConversationTopics] = None
    """Topics that the workspace has defined."""
    ticket: dict[str, Any] | None = None
    """The ticket that it is, in older versions."""
    ai_topics: AiTopics | None = None
    """Topics that AI has found; only the version Unstable has this, but for merges
    in 2.16.
    """
    ai_agent_participated: Maybe[bool] = None
    """Whether Fin took part."""
    ai_agent: AiAgent | None = None
    """What Fin did, in workspaces that have it."""
    sales_agent_participated: Maybe[bool] = None
    """Whether the sales agent took part; versions before 2.16 don't have this."""
    sales_agent: SalesAgent | None = None
    """What the sales agent did; versions before 2.16 don't have this."""
    channel: ConversationChannel | None = None
    """The ways it came in; versions before 2.16 don't have this."""
    external_references: Maybe[list[ExternalReference]] = None
    """What it is in other systems, at most 20 entries, where Fin works for those;
    versions before 2.16 don't have this.
    """
    monitor_evaluations: Maybe[list[MonitorEvaluation]] = None
    """The monitors that flagged it, where `include_monitors` asks for them."""
    scorecards: Maybe[list[Scorecard]] = None
    """How it was scored, where `include_scorecards` asks for that."""
    conversation_parts: Maybe[ConversationParts] = None
    """What happened in it and was said after its first message, at most 500 entries;
    lists and searches leave it out.
    """
    customers: Maybe[list[Reference]] = None
    """The contacts who take part, in older versions."""


class ConversationPart(Model, kw_only=True):
    """Something that happened in a conversation: a message, a note, or a change."""

    type: str
    """Always `conversation_part`."""
    id: str | int
    """The part's id."""
    part_type: str
    """What happened, such as `comment`, `note`, `quick_reply`, `assignment`, `open`,
    `close` or `snoozed`.
    """
    body: str | None = None
    """What was said, in HTML."""
    created_at: int
    """When it happened. Unix seconds in JSON."""
    updated_at: int
    """When it was last changed. Unix seconds in JSON."""
    notified_at: int | None = None
    """When the contact was notified of it. Unix seconds in JSON."""
    assigned_to: Reference | None = None
    """Whom it assigned the conversation to, null where it did not."""
    author: ConversationAuthor
    """Who did it."""
    attachments: Maybe[list[Attachment]] = None
    """The files on it."""
    external_id: str | None = None
    """The id that your own system gave it."""
    redacted: Maybe[bool] = None
    """Whether its text was removed."""
    email_message_metadata: EmailMessageMetadata | None = None
    """The headers of an email."""
    metadata: PartMetadata | None = None
    """What belongs to quick replies."""
    state: Maybe[Literal["open", "closed", "snoozed"] | UnknownValue] = None
    """Whether the conversation was open, closed or snoozed after it."""
    tags: list[Tag] | None = None
    """The tags that were put on it."""
    event_details: EventDetails | None = None
    """More about a change, by its kind."""
    app_package_code: str | None = None
    """The app that made it through the API, if one did."""
    seen_state: Maybe[SeenState] = None
    """Who has seen it."""
    external_reply_send_state: Maybe[str] = None
    """How sending it to another system went."""
    translations: Translations | None = None
    """What was said in other languages; only the version Unstable has this."""


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
    contacts: Maybe[ContactReferences] = None
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


class Job(Model, kw_only=True):
    """Work that is done later."""

    type: str
    """Always `job`."""
    id: str
    """The job's id."""
    status: Literal["pending", "success", "failed"] | UnknownValue
    """Whether it goes on, is done or has failed."""
    url: Maybe[str] = None
    """Where the job can be fetched."""
    resource_type: Maybe[str] = None
    """What it makes, such as `ticket`."""
    resource_id: str | None = None
    """The id of what it has made, once it is done."""
    resource_url: str | None = None
    """Where that can be fetched, once it is done."""


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


class TicketType(Model, kw_only=True):
    """A kind of tickets, and what they record."""

    type: str
    """Always `ticket_type`."""
    id: str
    """The ticket type's id."""
    category: Maybe[TicketCategory] = None
    """Whom its tickets are for."""
    name: str
    """What it is called."""
    description: Maybe[str] = None
    """What it is about."""
    icon: Maybe[str] = None
    """Its icon, an emoji."""
    workspace_id: Maybe[str] = None
    """The workspace that it is in."""
    is_internal: Maybe[bool] = None
    """Whether its tickets are for teammates alone."""
    archived: Maybe[bool] = None
    """Whether it is archived, so that no more tickets are made of it."""
    ticket_type_attributes: Maybe[TicketTypeAttributeList] = None
    """What its tickets record."""
    ticket_states: Maybe[TicketTypeStates] = None
    """The states that its tickets can be in; only there where ticket types are
    fetched.
    """
    created_at: int
    """When it was made. Unix seconds in JSON."""
    updated_at: int
    """When it was last changed. Unix seconds in JSON."""


class TicketTypeAttribute(Model, kw_only=True):
    """Something that the tickets of a type record."""

    type: str
    """Always `ticket_type_attribute`."""
    id: str
    """The attribute's id."""
    workspace_id: Maybe[str] = None
    """The workspace that it is in."""
    ticket_type_id: Maybe[str | int] = None
    """The ticket type that it belongs to."""
    name: str
    """What it is called, and the key in a ticket's `ticket_attributes`."""
    description: Maybe[str] = None
    """What teammates and contacts are shown about it."""
    data_type: (
        Literal["string", "list", "integer", "decimal", "boolean", "datetime", "files"]
        | UnknownValue
    )
    """What its values are."""
    input_options: TicketAttributeOptions | None = None
    """How its values are chosen or typed in."""
    order: Maybe[int] = None
    """Its place among the attributes, counted from 0."""
    required_to_create: Maybe[bool] = None
    """Whether teammates have to fill it in."""
    required_to_create_for_contacts: Maybe[bool] = None
    """Whether contacts have to fill it in."""
    visible_on_create: Maybe[bool] = None
    """Whether teammates see it in the form for a new ticket."""
    visible_to_contacts: Maybe[bool] = None
    """Whether contacts see it in the form for a new ticket."""
    default: Maybe[bool] = None
    """Whether each ticket type has it."""
    archived: Maybe[bool] = None
    """Whether it is archived."""
    created_at: int
    """When it was made. Unix seconds in JSON."""
    updated_at: int
    """When it was last changed. Unix seconds in JSON."""


class Note(Model, kw_only=True):
    """A comment that an admin left on a contact or a company."""

    type: str
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


class Pages(Model, kw_only=True):
    """Where a list stands and how it goes on."""

    type: str
    """Always `pages`."""
    next: str | NextCursor | None = None
    """What leads to the next page: a URL, a cursor, or nothing at the end of the
    list.
    """
    page: Maybe[int] = None
    """This page's number, counted from 1."""
    per_page: Maybe[int] = None
    """How many items a page holds."""
    total_pages: Maybe[int] = None
    """How many pages there are."""


class Error(Model, kw_only=True):
    """One thing that was wrong with a request."""

    code: str
    """The kind of error, for programs."""
    message: str | None = None
    """The same for people."""
    field: str | None = None
    """The field or parameter at fault."""


class Avatar(Model, kw_only=True):
    """A picture."""

    type: Maybe[str] = None
    """Always `avatar`."""
    image_url: str | None = None
    """Where the picture is."""


class ContactLocation(Model, kw_only=True):
    """Where a contact is."""

    type: str
    """Always `location`."""
    country: str | None = None
    """The country's name."""
    region: str | None = None
    """The region's name."""
    city: str | None = None
    """The city's name."""
    country_code: str | None = None
    """The country's code of three letters."""
    continent_code: str | None = None
    """The continent's code of two letters."""


class LinkList(Model, kw_only=True):
    """The first things of a longer list."""

    type: str
    """Always `list`."""
    data: Maybe[list[Link]] = None
    """At most ten of them."""
    url: Maybe[str] = None
    """Where all of them are listed."""
    total_count: Maybe[int] = None
    """How many there are."""
    has_more: Maybe[bool] = None
    """Whether there are more than these."""


class SocialProfiles(Model, kw_only=True):
    """A contact in social networks."""

    type: str
    """Always `list`."""
    data: Maybe[list[SocialProfile]] = None
    """The profiles."""


class Merge(Model, kw_only=True):
    """A merge of one contact into another."""

    type: str
    """Always `merge_history`."""
    source_contact_id: Maybe[str] = None
    """The contact that was merged and is no longer there."""
    source_contact_role: Maybe[Literal["lead", "user"] | UnknownValue] = None
    """What it was."""
    merged_at: Maybe[int] = None
    """When it was merged. Unix seconds in JSON."""


class BulkTask(Model, kw_only=True):
    """A part of a job."""

    id: str
    """The part's id."""
    item_count: Maybe[int] = None
    """How many items it has."""
    state: BulkState
    """How far this part is."""
    created_at: int
    """When it was made. Unix seconds in JSON."""
    started_at: int | None = None
    """When it began. Unix seconds in JSON."""
    completed_at: int | None = None
    """When it was done. Unix seconds in JSON."""


class Plan(Model, kw_only=True):
    """What a company has bought."""

    type: Maybe[str] = None
    """Always `plan`."""
    id: str
    """The plan's id."""
    name: Maybe[str] = None
    """The plan's name."""


class AppliedTags(Model, kw_only=True):
    """The tags of a company or a conversation."""

    type: str
    """Always `tag.list`."""
    tags: Maybe[list[Tag]] = None
    """The tags."""


class CompanySegments(Model, kw_only=True):
    """The segments of a company."""

    type: str
    """Always `segment.list`."""
    segments: Maybe[list[Segment]] = None
    """The segments."""


class CompanyNotes(Model, kw_only=True):
    """The notes on a company."""

    type: str
    """Always `note.list`."""
    notes: Maybe[list[Note]] = None
    """The notes, in version 2.16."""
    data: Maybe[list[Link]] = None
    """Up to ten notes; only the version Unstable has this."""
    url: Maybe[str] = None
    """Where all of them are listed; only the version Unstable has this."""
    total_count: Maybe[int] = None
    """How many there are; only the version Unstable has this."""
    has_more: Maybe[bool] = None
    """Whether there are more than these; only the version Unstable has this."""


class Segment(Model, kw_only=True):
    """A group of contacts or companies that rules select."""

    type: str
    """Always `segment`."""
    id: str
    """The segment's id."""
    name: Maybe[str] = None
    """The segment's name."""
    created_at: int
    """When the segment was made. Unix seconds in JSON."""
    updated_at: int
    """When the segment was last changed. Unix seconds in JSON."""
    person_type: Maybe[Literal["contact", "user"] | UnknownValue] = None
    """Whom it selects, leads (`contact`) or users."""
    count: int | None = None
    """How many it has, where the list was asked to count."""


class Reference(Model, kw_only=True):
    """What something else is, by its kind and its id."""

    type: str
    """The kind."""
    id: str | int | None
    """The id."""


class ConversationSource(Model, kw_only=True):
    """The message that began a conversation."""

    type: str
    """How it came in, such as `conversation`, `email`, `phone_call`, `push`, `sms`,
    `facebook`, `instagram`, `twitter` or `whatsapp`.
    """
    id: str | int | None
    """The message's id."""
    delivered_as: Maybe[str] = None
    """Who began, such as `customer_initiated`, `admin_initiated`,
    `operator_initiated`, `campaigns_initiated` or `automated`.
    """
    subject: str | None = None
    """The subject of an email, in HTML."""
    body: str | None = None
    """The text, in HTML."""
    author: ConversationAuthor
    """Who wrote it."""
    attachments: Maybe[list[Attachment]] = None
    """The files on it."""
    url: str | None = None
    """The page that it was written on, if any."""
    redacted: Maybe[bool] = None
    """Whether its text was removed."""
    recipients: list[EmailRecipient] | None = None
    """To whom an email went; versions before 2.16 don't have this."""
    reply_to: list[EmailReplyTo] | None = None
    """Where answers to an email go; versions before 2.16 don't have this."""
    email_message_metadata: EmailMessageMetadata | None = None
    """The headers of an email; versions before 2.16 don't have this."""


class ContactReferences(Model, kw_only=True):
    """Contacts, by their ids."""

    type: str
    """Always `contact.list`."""
    contacts: list[ContactReference]
    """The contacts."""


class ConversationTeammates(Model, kw_only=True):
    """The admins who wrote in a conversation."""

    type: Maybe[str] = None
    """Always `admin.list`."""
    teammates: Maybe[list[Reference]] = None
    """The admins."""


class ConversationRating(Model, kw_only=True):
    """What a contact thinks of a conversation."""

    rating: int | None = None
    """From 1, bad, to 5, good."""
    remark: str | None = None
    """What the contact said about it."""
    created_at: int | None = None
    """When the contact was asked. Unix seconds in JSON."""
    updated_at: int | None = None
    """When it was last changed. Unix seconds in JSON."""
    contact: ContactReference | None = None
    """The contact."""
    teammate: Reference | None = None
    """The admin whom it was assigned to."""


class FirstContactReply(Model, kw_only=True):
    """The first message of a contact."""

    type: str
    """How it came in, such as `conversation`."""
    created_at: int
    """When it was written. Unix seconds in JSON."""
    url: str | None = None
    """The page that it was written on, if any."""


class SlaApplied(Model, kw_only=True):
    """The agreement on how soon a conversation is answered (SLA)."""

    type: Maybe[str] = None
    """Always `conversation_sla_summary`."""
    sla_name: Maybe[str] = None
    """What the agreement is called."""
    sla_status: (
        Literal["hit", "missed", "cancelled", "active"] | UnknownValue | None
    ) = None
    """`missed` once a target was, `hit` where all so far were met, `active` before;
    null where it was taken off the conversation.
    """


class ConversationStatistics(Model, kw_only=True):
    """Times and counts for reports, null where nothing of the kind has happened.
    Durations are seconds, within office hours but where it says otherwise.
    """

    type: Maybe[str] = None
    """Always `conversation_statistics`."""
    time_to_assignment: int | None = None
    """How long it took to assign it, nights and holidays included."""
    time_to_admin_reply: int | None = None
    """How long it took until an admin replied."""
    time_to_first_close: int | None = None
    """How long it took until it was first closed."""
    time_to_last_close: int | None = None
    """How long it took until it was last closed."""
    median_time_to_reply: int | None = None
    """The median of how long replies of admins took."""
    first_contact_reply_at: int | None = None
    """When a contact first wrote. Unix seconds in JSON."""
    first_assignment_at: int | None = None
    """When it was first assigned after that. Unix seconds in JSON."""
    first_admin_reply_at: int | None = None
    """When an admin first replied to that. Unix seconds in JSON."""
    first_close_at: int | None = None
    """When it was first closed after that. Unix seconds in JSON."""
    last_assignment_at: int | None = None
    """When it was last assigned. Unix seconds in JSON."""
    last_assignment_admin_reply_at: int | None = None
    """When an admin first replied after that. Unix seconds in JSON."""
    last_contact_reply_at: int | None = None
    """When a contact last wrote. Unix seconds in JSON."""
    last_admin_reply_at: int | None = None
    """When an admin last wrote. Unix seconds in JSON."""
    last_close_at: int | None = None
    """When it was last closed. Unix seconds in JSON."""
    last_closed_by_id: str | int | None = None
    """The admin who last closed it."""
    count_reopens: int | None = None
    """How often it was opened again."""
    count_assignments: int | None = None
    """How often it was assigned."""
    count_conversation_parts: int | None = None
    """How many parts it has."""
    assigned_team_first_response_time: list[TeamResponseTime] | None = None
    """How long each team took to reply first, nights and holidays included."""
    assigned_team_first_response_time_in_office_hours: list[TeamResponseTime] | None = (
        None
    )
    """How long each team took to reply first."""
    handling_time: int | None = None
    """How long it was from its assignment until it was closed."""
    adjusted_handling_time: int | None = None
    """How much of that teammates worked on it."""


class LinkedObjectList(Model, kw_only=True):
    """The conversations and tickets that something is linked to."""

    type: str
    """Always `list`."""
    total_count: Maybe[int] = None
    """How many there are."""
    has_more: Maybe[bool] = None
    """Whether there are more than these."""
    data: Maybe[list[LinkedObject]] = None
    """Some of them."""


class ConversationTopics(Model, kw_only=True):
    """Topics of a conversation, an empty object where there are none."""

    type: Maybe[str] = None
    """Always `topic.list`."""
    topics: Maybe[list[ConversationTopic]] = None
    """The topics."""
    total_count: Maybe[int] = None
    """How many there are."""


class AiTopics(Model, kw_only=True):
    """Topics that AI has found in a conversation."""

    type: Maybe[str] = None
    """Always `ai_topics`."""
    topics: Maybe[list[AiTopic]] = None
    """The topics."""


class AiAgent(Model, kw_only=True):
    """What Fin did in a conversation."""

    source_type: (
        Literal[
            "essentials_plan_setup",
            "profile",
            "workflow",
            "workflow_preview",
            "fin_preview",
        ]
        | UnknownValue
        | None
    ) = None
    """What brought Fin in."""
    source_title: str | None = None
    """What that is called."""
    last_answer_type: Literal["ai_answer", "custom_answer"] | UnknownValue | None = None
    """The kind of its last answer, null where it gave none."""
    resolution_state: (
        Literal[
            "assumed_resolution",
            "confirmed_resolution",
            "escalated",
            "negative_feedback",
            "procedure_handoff",
        ]
        | UnknownValue
        | None
    ) = None
    """How it ended, null where it gave no answer."""
    rating: int | None = None
    """What the contact thinks of it, from 1 to 5."""
    rating_remark: str | None = None
    """What the contact said about it."""
    created_at: int | None = None
    """When the contact rated it. Unix seconds in JSON."""
    updated_at: int | None = None
    """When the rating was last changed. Unix seconds in JSON."""
    content_sources: ContentSourceList | None = None
    """What it answered from."""


class SalesAgent(Model, kw_only=True):
    """What the sales agent did in a conversation."""

    outcome: (
        Literal[
            "qualified",
            "disqualified",
            "product_discovery",
            "escalated_to_support",
            "spam",
        ]
        | UnknownValue
        | None
    ) = None
    """How it ended."""
    routing_outcome: str | None = None
    """How it ended, as the workspace calls it."""
    collected_data: dict[str, str] | None = None
    """What it has learned."""


class ConversationChannel(Model, kw_only=True):
    """The ways a conversation came in."""

    initial: str | None = None
    """The way it began, such as `messenger` or `email`."""
    current: str | None = None
    """The way it goes on."""


class ExternalReference(Model, kw_only=True):
    """What a conversation is in another system."""

    type: str
    """The system and the kind, such as `zendesk_ticket` or `salesforce_case`."""
    id: str
    """The id there."""


class MonitorEvaluation(Model, kw_only=True):
    """A monitor that flagged a conversation. Only the version Unstable has this."""

    monitor_id: str
    """The monitor's id."""
    monitor_name: str | None = None
    """What it is called, null where it is gone."""
    monitor_type: str | None = None
    """Its kind, null where it is gone."""
    result: Maybe[str] = None
    """What it found, such as `flagged`."""
    explanation: str | None = None
    """Why."""
    evaluated_at: int | None = None
    """When it looked. Unix seconds in JSON."""


class Scorecard(Model, kw_only=True):
    """How a conversation was scored. Only the version Unstable has this."""

    scorecard_id: str
    """The scorecard's id."""
    scorecard_version_id: Maybe[str] = None
    """The id of its version."""
    name: Maybe[str] = None
    """What it is called."""
    scorecard_type: Maybe[str] = None
    """Its kind, such as `human`."""
    passed: bool | None = None
    """Whether the conversation passed, null before it was scored."""
    score: Number | None = None
    """The score, null before it was scored."""
    ai_score: Number | None = None
    """The score that AI gave, if it did."""
    evaluated_at: int | None = None
    """When it was scored last. Unix seconds in JSON."""
    reviewed_teammate: ReviewedTeammate | None = None
    """Whose work was scored."""
    evaluators: Maybe[list[ScorecardEvaluator]] = None
    """The criteria, each with what was found."""


class ConversationParts(Model, kw_only=True):
    """What happened in a conversation and was said."""

    type: str
    """Always `conversation_part.list`."""
    conversation_parts: list[ConversationPart]
    """The parts, oldest first."""
    total_count: Maybe[int] = None
    """How many there are."""


class ConversationAuthor(Model, kw_only=True):
    """Who wrote a message or did something."""

    type: str
    """What the author is, such as `admin`, `bot`, `team`, `user`, `lead` or
    `contact`.
    """
    id: str | int | None
    """The author's id."""
    name: str | None = None
    """The author's name."""
    email: str | None = None
    """The author's email address."""
    from_ai_agent: Maybe[bool] = None
    """Whether Fin wrote it."""
    is_ai_answer: Maybe[bool] = None
    """Whether AI made the text."""


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


class EmailMessageMetadata(Model, kw_only=True):
    """The headers of an email."""

    subject: str | None = None
    """The subject."""
    email_address_headers: Maybe[list[EmailAddressHeader]] = None
    """Senders and recipients."""
    message_id: str | None = None
    """The id in the header Message-ID."""
    history: str | None = None
    """The emails that it quotes, in HTML, where `include_email_history` asks for
    them.
    """


class PartMetadata(Model, kw_only=True):
    """What belongs to quick replies."""

    quick_reply_options: Maybe[list[ShownQuickReply]] = None
    """The replies to choose from."""
    quick_reply_uuid: Maybe[str] = None
    """The one that the contact chose."""


class EventDetails(Model, kw_only=True):
    """More about a change. Which members are there depends on the `part_type`."""

    workflow: Maybe[NamedThing] = None
    """The workflow that did it."""
    event: Maybe[WorkflowEvent] = None
    """What happened in the workflow."""
    attribute: Maybe[NamedThing] = None
    """The attribute that was changed."""
    value: Maybe[AttributeValue] = None
    """What the attribute is now and was before."""
    action: Maybe[PartAction] = None
    """The custom action that was run."""
    tags_added: Maybe[list[str]] = None
    """The names of tags that were put on; only the version Unstable has this."""
    tags_removed: Maybe[list[str]] = None
    """The names of tags that were taken off; only the version Unstable has this."""
    until: Maybe[str] = None
    """How long it is snoozed, for people; only the version Unstable has this."""
    custom_until_time: datetime | None = None
    """Until when it is snoozed, where a time was chosen; only the version Unstable
    has this.
    """
    current_priority: Maybe[
        Literal["none", "low", "medium", "high", "urgent"] | UnknownValue
    ] = None
    """How urgent it is now; only the version Unstable has this."""
    previous_priority: Maybe[
        Literal["none", "low", "medium", "high", "urgent"] | UnknownValue
    ] = None
    """How urgent it was before; only the version Unstable has this."""
    sla_name: Maybe[str] = None
    """What the agreement is called; only the version Unstable has this."""
    sla_definition: Maybe[SlaTargets] = None
    """The targets of the agreement, in seconds; only the version Unstable has this."""
    sla_target_type: Maybe[
        Literal[
            "first_reply_time", "next_reply_time", "resolution_time", "time_to_close"
        ]
        | UnknownValue
    ] = None
    """The target that was missed; only the version Unstable has this."""
    current_sla_status: Maybe[
        Literal["hit", "missed", "active", "paused", "canceled"] | UnknownValue
    ] = None
    """How the agreement stands; only the version Unstable has this."""
    sla_states: Maybe[dict[str, SlaTargetState]] = None
    """How each target stands, by its name; only the version Unstable has this."""
    call_id: Maybe[str | int] = None
    """The call that is summed up; only the version Unstable has this."""


class SeenState(Model, kw_only=True):
    """Who has seen a part."""

    admin_seen: Maybe[bool] = None
    """Whether an admin has."""


class TicketState(Model, kw_only=True):
    """How far a ticket is."""

    type: str
    """Always `ticket_state`."""
    id: str
    """The state's id."""
    category: TicketStateCategory
    """How far this is, whatever it is called."""
    internal_label: str
    """What teammates call it."""
    external_label: str
    """What contacts see of it."""


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


class UpdatedTicketAttribute(Model, kw_only=True):
    """An attribute that got another value."""

    attribute: UpdatedAttribute
    """The attribute."""
    value: UpdatedValue
    """What it is now."""


class TicketTypeAttributeList(Model, kw_only=True):
    """The attributes of a ticket type."""

    type: str
    """Always `list`."""
    data: list[TicketTypeAttribute]
    """The attributes."""


class TicketTypeStates(Model, kw_only=True):
    """The states of a ticket type."""

    type: str
    """Always `list`."""
    data: list[TicketState]
    """The states."""


class TicketAttributeOptions(Model, kw_only=True):
    """How the values of an attribute are chosen or typed in."""

    multiline: Maybe[bool] = None
    """Whether a text has several lines."""
    list_options: Maybe[list[TicketAttributeOption]] = None
    """What there is to choose from."""
    allow_multiple_values: Maybe[bool] = None
    """Whether it takes several files."""


class NoteSubject(Model, kw_only=True):
    """What a note is on."""

    type: str
    """Mostly `contact` or `company`."""
    id: str
    """The contact's or company's id."""


class Admin(Model, kw_only=True):
    """A teammate with access to the workspace."""

    type: str
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


class NextCursor(Model, kw_only=True):
    """A cursor to the next page."""

    page: Maybe[int] = None
    """The next page's number."""
    per_page: Maybe[int] = None
    """How many items it holds."""
    starting_after: str | None
    """The cursor, sent back as `starting_after`."""


class Link(Model, kw_only=True):
    """Where something can be fetched."""

    type: Maybe[str] = None
    """The kind."""
    id: str
    """The id."""
    url: Maybe[str] = None
    """The path below the API's address."""


class SocialProfile(Model, kw_only=True):
    """A contact in a social network."""

    type: Maybe[str] = None
    """Always `social_profile`."""
    name: Maybe[str] = None
    """The network's name."""
    url: Maybe[str] = None
    """Where the profile is."""


class EmailRecipient(Model, kw_only=True):
    """Someone who was sent an email."""

    type: str
    """`to`, `cc` or `bcc`."""
    email: Maybe[str] = None
    """The email address."""
    drop_reason: str | None = None
    """Why it wasn't sent there, null where it was."""


class EmailReplyTo(Model, kw_only=True):
    """Where answers to an email go."""

    email: Maybe[str] = None
    """The email address."""
    name: str | None = None
    """Whose it is."""


class ContactReference(Model, kw_only=True):
    """A contact, by its ids."""

    type: str
    """Always `contact`."""
    id: str
    """The contact's id, as Intercom gave it."""
    external_id: str | None = None
    """The id that your own system gave the contact."""


class TeamResponseTime(Model, kw_only=True):
    """How long a team took to reply first."""

    team_id: str | int | None = None
    """The team."""
    team_name: str | None = None
    """The team's name, `Unassigned` where there was none, null where it is gone."""
    response_time: int | None = None
    """The seconds that it took."""


class LinkedObject(Model, kw_only=True):
    """A conversation or a ticket that something is linked to."""

    type: Literal["ticket", "conversation"] | UnknownValue
    """What it is."""
    id: str
    """Its id."""
    category: Literal["Customer", "Back-office", "Tracker"] | UnknownValue | None = None
    """The category of a ticket, null for a conversation."""


class ConversationTopic(Model, kw_only=True):
    """A topic."""

    type: Maybe[str] = None
    """Always `topic`."""
    id: str | int
    """The topic's id."""
    name: Maybe[str] = None
    """What it is called."""


class AiTopic(Model, kw_only=True):
    """A topic that AI has found."""

    type: Maybe[str] = None
    """Always `ai_topic`."""
    topic_name: Maybe[str] = None
    """What it is called."""
    subtopics: Maybe[list[AiSubtopic]] = None
    """What about it, in detail."""


class ContentSourceList(Model, kw_only=True):
    """What Fin answered from."""

    type: Maybe[str] = None
    """Always `content_source.list`."""
    total_count: Maybe[int] = None
    """How many there are."""
    content_sources: Maybe[list[ContentSource]] = None
    """The sources."""


class ReviewedTeammate(Model, kw_only=True):
    """Whose work was scored."""

    type: Literal["ai", "admin"] | UnknownValue
    """`admin` for a teammate, `ai` for Fin or nobody in particular."""
    admin_id: str | None = None
    """The admin."""


class ScorecardEvaluator(Model, kw_only=True):
    """A criterion of a scorecard."""

    evaluator_id: str
    """The criterion's id."""
    result: EvaluatorResult | None = None
    """What was found, null before it was scored."""


class EmailAddressHeader(Model, kw_only=True):
    """A sender or a recipient of an email."""

    type: str
    """The header, such as `from` or `to`."""
    email_address: Maybe[str] = None
    """The email address."""
    name: str | None = None
    """Whose it is."""


class ShownQuickReply(Model, kw_only=True):
    """A reply that the contact can choose."""

    text: str
    """What the button says."""
    uuid: str
    """The UUID that it was sent with."""
    translations: dict[str, str] | None = None
    """The same in other languages, by their codes."""


class NamedThing(Model, kw_only=True):
    """Something with a name."""

    name: Maybe[str] = None
    """Its name."""


class WorkflowEvent(Model, kw_only=True):
    """What happened in a workflow."""

    type: Maybe[str] = None
    """The kind, such as `wait_finished`."""
    result: Maybe[str] = None
    """What came of it, for people."""


class AttributeValue(Model, kw_only=True):
    """What an attribute is now and was before."""

    name: str | Number | bool | None = None
    """The value now."""
    previous: str | Number | bool | None = None
    """The value before."""


class PartAction(Model, kw_only=True):
    """A custom action."""

    name: Maybe[str] = None
    """Its name."""
    result: Maybe[Literal["success", "failed"] | UnknownValue] = None
    """How it ended, once it has."""


class SlaTargets(Model, kw_only=True):
    """The targets of an agreement, in seconds."""

    first_reply_time: int | None = None
    """Until the first reply."""
    next_reply_time: int | None = None
    """Until each further reply."""
    resolution_time: int | None = None
    """Until it is resolved."""
    time_to_close: int | None = None
    """Until it is closed."""


class SlaTargetState(Model, kw_only=True):
    """How a target of an agreement stands."""

    status: Maybe[Literal["hit", "missed", "active", "paused"] | UnknownValue] = None
    """Whether it was met, missed, or may still be."""
    seconds_remaining: int | None = None
    """How many seconds are left, null once it was met or missed."""


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


class TicketAttributeOption(Model, kw_only=True):
    """A value to choose."""

    id: str
    """The id, which a ticket's attribute is set to."""
    label: Maybe[str] = None
    """What people see of it."""


class TeamPriorityLevel(Model, kw_only=True):
    """How an admin's teams rank."""

    primary_team_ids: list[int] | None = None
    """The teams that the admin works for first."""
    secondary_team_ids: list[int] | None = None
    """The teams that the admin works for after those."""


class AdminRole(Model, kw_only=True):
    """A set of permissions."""

    type: str
    """Always `role`."""
    id: str
    """The role's id."""
    name: Maybe[str] = None
    """What it is called."""


class AiSubtopic(Model, kw_only=True):
    """A part of a topic that AI has found."""

    type: Maybe[str] = None
    """Always `ai_subtopic`."""
    id: str | int
    """Its id."""
    name: Maybe[str] = None
    """What it is called."""


class ContentSource(Model, kw_only=True):
    """Content that Fin answered from."""

    content_type: Maybe[
        Literal[
            "file",
            "article",
            "external_content",
            "content_snippet",
            "workflow_connector_action",
        ]
        | UnknownValue
    ] = None
    """What it is."""
    url: str | None = None
    """Where teammates find it, as a path in Intercom."""
    title: str | None = None
    """What it is called."""
    locale: str | None = None
    """Its language, two letters of ISO 639-1."""


class EvaluatorResult(Model, kw_only=True):
    """What was found of a criterion."""

    value: str | None = None
    """The result, such as `pass` or `fail`."""
    source: str | None = None
    """Who found it, such as `ai` or `human`."""
    reasoning: str | None = None
    """Why."""
    reason_ids: list[str] | None = None
    """The ids of reasons that were chosen."""
    other_text: str | None = None
    """What a reviewer wrote besides."""


CustomAttributes: TypeAlias = dict[str, Any]
"""Values by the names of custom attributes: texts, numbers, booleans, unix seconds,
and objects.
"""

BulkState: TypeAlias = (
    Literal["pending", "running", "completed", "completed_with_errors"] | UnknownValue
)
"""How far a job is, or a part of it."""

NoPlan: TypeAlias = dict[str, Any]
"""What a company has that has bought nothing.

0 or fewer properties.
"""

Translations: TypeAlias = dict[str, str]
"""Texts in HTML by their languages; `original` is the language that it was written
in.
"""

TicketAttributes: TypeAlias = dict[str, Any]
"""Values by the names of attributes, `_default_title_` and `_default_description_`
among them: texts, numbers, booleans, unix seconds, lists, files, or null.
"""

TicketCategory: TypeAlias = Literal["Customer", "Back-office", "Tracker"] | UnknownValue
"""Whom tickets are for: `Customer` with the contact, `Back-office` for teammates
alone, `Tracker` for what many conversations are about.
"""

TicketStateCategory: TypeAlias = (
    Literal["submitted", "in_progress", "waiting_on_customer", "resolved"]
    | UnknownValue
)
"""How far a ticket is, whatever the workspace calls it."""

if TYPE_CHECKING:
    CompanyPlan: TypeAlias = Plan | NoPlan
else:
    CompanyPlan = union("CompanyPlan", lambda: (Plan, NoPlan))

SearchConditionOperator: TypeAlias = (
    Literal["=", "!=", "IN", "NIN", "<", "<=", ">", ">=", "~", "!~", "^", "$"]
    | UnknownValue
)
