"""What the API answers with."""

from __future__ import annotations

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
    """The phone number in the form of E.164, `+441315550142`."""
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
    location: ContactLocation | None = None
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
    notes: LinkList | None = None
    """Up to ten notes on the contact."""
    companies: LinkList | None = None
    """Up to ten companies that the contact belongs to."""
    opted_out_subscription_types: LinkList | None = None
    """Up to ten subscription types that the contact left."""
    opted_in_subscription_types: LinkList | None = None
    """Up to ten subscription types that the contact joined."""
    social_profiles: SocialProfiles | None = None
    """The contact in social networks."""
    merge_history: list[Merge] | None = None
    """The contacts that were merged into this user, where `include_merge_history`
    asks for them.
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
    """When the note was made, in unix seconds."""
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

    type: Maybe[str] = None
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

    type: str | None = None
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

    type: Maybe[str] = None
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

    type: Maybe[str] = None
    """Always `list`."""
    data: Maybe[list[SocialProfile]] = None
    """The profiles."""


class Merge(Model, kw_only=True):
    """A merge of one contact into another."""

    type: Maybe[str] = None
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
    created_at: Maybe[int] = None
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

    type: Maybe[str] = None
    """Always `tag.list`."""
    tags: Maybe[list[Tag]] = None
    """The tags."""


class CompanySegments(Model, kw_only=True):
    """The segments of a company."""

    type: Maybe[str] = None
    """Always `segment.list`."""
    segments: Maybe[list[Segment]] = None
    """The segments."""


class CompanyNotes(Model, kw_only=True):
    """The notes on a company."""

    type: Maybe[str] = None
    """Always `note.list`."""
    notes: Maybe[list[Note]] = None
    """The notes, in some versions."""
    data: Maybe[list[Link]] = None
    """Up to ten notes, in others."""
    url: Maybe[str] = None
    """Where all of them are listed."""
    total_count: Maybe[int] = None
    """How many there are."""
    has_more: Maybe[bool] = None
    """Whether there are more than these."""


class Segment(Model, kw_only=True):
    """A group of contacts or companies that rules select."""

    type: str
    """Always `segment`."""
    id: str
    """The segment's id."""
    name: Maybe[str] = None
    """The segment's name."""
    created_at: Maybe[int] = None
    """When the segment was made. Unix seconds in JSON."""
    updated_at: Maybe[int] = None
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


class ContactReferences(Model, kw_only=True):
    """Contacts, by their ids."""

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
    has_inbox_seat: Maybe[bool] = None
    """Whether the admin has a paid seat in the inbox."""
    team_ids: Maybe[list[int]] = None
    """The teams that the admin belongs to."""
    avatar: str | Avatar | None = None
    """The admin's picture, as its URL or as an object."""
    team_priority_level: TeamPriorityLevel | None = None
    """In which of the teams the admin comes first."""


class NextCursor(Model, kw_only=True):
    """A cursor to the next page."""

    page: Maybe[int] = None
    """The next page's number."""
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
