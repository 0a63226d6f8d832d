"""What the API answers with."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from .._runtime.json.model import Maybe, Model
from .._runtime.json.plain_data import Number, UnknownValue
from .shared import (
    AppliedTags,
    Attachment,
    Company,
    ContactReference,
    ContactReferences,
    CustomAttributes,
    LinkedObjectList,
    Pages,
    Reference,
    Tag,
    Translations,
)


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
    read: bool
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
    """Topics that AI has found; only the version Unstable has this."""
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


class ConversationDeleted(Model, kw_only=True):
    """A conversation that was deleted."""

    id: str
    """The conversation's id."""
    object: str
    """Always `conversation`."""
    deleted: bool
    """Always true."""


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
    author: Maybe[ConversationAuthor] = None
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
    author: Maybe[ConversationAuthor] = None
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

    type: Maybe[str] = None
    """How it came in, such as `conversation`."""
    created_at: Maybe[int] = None
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
    """The names of tags that were put on."""
    tags_removed: Maybe[list[str]] = None
    """The names of tags that were taken off."""
    until: Maybe[str] = None
    """How long it is snoozed, for people."""
    custom_until_time: datetime | None = None
    """Until when it is snoozed, where a time was chosen."""
    current_priority: Maybe[
        Literal["none", "low", "medium", "high", "urgent"] | UnknownValue
    ] = None
    """How urgent it is now."""
    previous_priority: Maybe[
        Literal["none", "low", "medium", "high", "urgent"] | UnknownValue
    ] = None
    """How urgent it was before."""
    sla_name: Maybe[str] = None
    """What the agreement is called."""
    sla_definition: Maybe[SlaTargets] = None
    """The targets of the agreement, in seconds."""
    sla_target_type: Maybe[
        Literal[
            "first_reply_time", "next_reply_time", "resolution_time", "time_to_close"
        ]
        | UnknownValue
    ] = None
    """The target that was missed."""
    current_sla_status: Maybe[
        Literal["hit", "missed", "active", "paused", "canceled"] | UnknownValue
    ] = None
    """How the agreement stands."""
    sla_states: Maybe[dict[str, SlaTargetState]] = None
    """How each target stands, by its name."""
    call_id: Maybe[str | int] = None
    """The call that is summed up."""


class SeenState(Model, kw_only=True):
    """Who has seen a part."""

    admin_seen: Maybe[bool] = None
    """Whether an admin has."""


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


class EmailRecipient(Model, kw_only=True):
    """Someone who was sent an email."""

    type: Maybe[str] = None
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


class TeamResponseTime(Model, kw_only=True):
    """How long a team took to reply first."""

    team_id: str | int | None = None
    """The team."""
    team_name: str | None = None
    """The team's name, `Unassigned` where there was none, null where it is gone."""
    response_time: int | None = None
    """The seconds that it took."""


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

    type: Maybe[str] = None
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
