"""Conversations are what contacts and teammates say to each other, in the Messenger,
by email and in other ways.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal, overload

from .._models.conversations import (
    ConversationDeleted,
    ConversationList,
    ConversationParticipants,
    DeletedConversation,
    DeletedConversationList,
    HandlingEventList,
    Message,
    SideConversation,
    SideConversationList,
)
from .._models.shared import Conversation, ConversationPart, ErrorList, Tag, Ticket
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.json.plain_data import SequenceNotStr, UnknownValue
from .._runtime.operation.conversion import SECONDS, ByTag, Conversion, Only
from .._runtime.operation.operation import Operation
from .._runtime.paging.pager import AsyncPager, ByCursor, ByPage, PagedOperation, Pager
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.parameters import PathParameter, QueryParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.request.variants import Variant, Variants
from .._runtime.response.content import Json

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

LIST: PagedOperation[Conversation, ConversationList] = PagedOperation(
    "GET",
    "/conversations",
    parameters=(
        QueryParameter("per_page"),
        QueryParameter("include_monitors"),
        QueryParameter("include_scorecards"),
    ),
    responses={"200": Json(ConversationList)},
    errors={"401": Json(ErrorList), "403": Json(ErrorList), "429": Json(ErrorList)},
    paging=ByCursor(
        ("conversations",),
        next=("pages", "next"),
        parameter="starting_after",
        total_items=("total_count",),
    ),
)
CREATE: Operation[Message] = Operation(
    "POST",
    "/conversations",
    body=JsonBody(),
    lists=(("attachment_urls",),),
    convert=Conversion(body={"created_at": SECONDS}),
    responses={"200": Json(Message)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "403": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
SEARCH: PagedOperation[Conversation, ConversationList] = PagedOperation(
    "POST",
    "/conversations/search",
    parameters=(
        QueryParameter("include_monitors"),
        QueryParameter("include_scorecards"),
    ),
    body=JsonBody(),
    responses={"200": Json(ConversationList)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "403": Json(ErrorList),
        "429": Json(ErrorList),
    },
    paging=ByCursor(
        ("conversations",),
        next=("pages", "next"),
        body=("pagination", "starting_after"),
        size=("pagination", "per_page"),
        total_items=("total_count",),
    ),
)
RETRIEVE: Operation[Conversation] = Operation(
    "GET",
    "/conversations/{id}",
    parameters=(
        PathParameter("id"),
        QueryParameter("display_as"),
        QueryParameter("include_translations"),
        QueryParameter("include_email_history"),
        QueryParameter("include_monitors"),
        QueryParameter("include_scorecards"),
    ),
    responses={"200": Json(Conversation)},
    errors={
        "401": Json(ErrorList),
        "403": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
UPDATE: Operation[Conversation] = Operation(
    "PUT",
    "/conversations/{id}",
    parameters=(PathParameter("id"), QueryParameter("display_as")),
    body=JsonBody(),
    responses={"200": Json(Conversation)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "403": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
DELETE: Operation[ConversationDeleted] = Operation(
    "DELETE",
    "/conversations/{id}",
    parameters=(PathParameter("id"), QueryParameter("retain_metrics")),
    responses={"200": Json(ConversationDeleted)},
    errors={
        "401": Json(ErrorList),
        "403": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
REPLY: Operation[Conversation] = Operation(
    "POST",
    "/conversations/{id}/reply",
    parameters=(PathParameter("id"),),
    body=JsonBody(),
    lists=(("attachment_urls",),),
    convert=Conversion(
        body=ByTag(
            "type", {"admin": {"created_at": SECONDS}, "user": {"created_at": SECONDS}}
        )
    ),
    responses={"200": Json(Conversation)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "403": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
REPLY_AS_ADMIN: Operation[Conversation] = Operation(
    "POST",
    "/conversations/{id}/reply",
    parameters=(PathParameter("id"),),
    body=JsonBody(),
    lists=(("attachment_urls",),),
    convert=Conversion(body={"created_at": SECONDS}),
    responses={"200": Json(Conversation)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "403": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
REPLY_AS_CONTACT: Operation[Conversation] = Operation(
    "POST",
    "/conversations/{id}/reply",
    parameters=(PathParameter("id"),),
    body=JsonBody(),
    lists=(("attachment_urls",),),
    convert=Conversion(body={"created_at": SECONDS}),
    responses={"200": Json(Conversation)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "403": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
MANAGE: Operation[Conversation] = Operation(
    "POST",
    "/conversations/{id}/parts",
    parameters=(PathParameter("id"),),
    body=JsonBody(),
    convert=Conversion(
        body=ByTag(
            "message_type",
            {"close": {"type": Only("admin")}, "snoozed": {"snoozed_until": SECONDS}},
        )
    ),
    responses={"200": Json(Conversation)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "403": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
CLOSE: Operation[Conversation] = Operation(
    "POST",
    "/conversations/{id}/parts",
    parameters=(PathParameter("id"),),
    body=JsonBody(),
    responses={"200": Json(Conversation)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "403": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
SNOOZE: Operation[Conversation] = Operation(
    "POST",
    "/conversations/{id}/parts",
    parameters=(PathParameter("id"),),
    body=JsonBody(),
    convert=Conversion(body={"snoozed_until": SECONDS}),
    responses={"200": Json(Conversation)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "403": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
OPEN: Operation[Conversation] = Operation(
    "POST",
    "/conversations/{id}/parts",
    parameters=(PathParameter("id"),),
    body=JsonBody(),
    responses={"200": Json(Conversation)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "403": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
ASSIGN: Operation[Conversation] = Operation(
    "POST",
    "/conversations/{id}/parts",
    parameters=(PathParameter("id"),),
    body=JsonBody(),
    responses={"200": Json(Conversation)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "403": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
UPDATE_PART: Operation[ConversationPart] = Operation(
    "PUT",
    "/conversations/{conversation_id}/conversation_parts/{id}",
    parameters=(PathParameter("conversation_id"), PathParameter("id")),
    body=JsonBody(),
    responses={"200": Json(ConversationPart)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "403": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
ADD_CONTACT: Operation[ConversationParticipants] = Operation(
    "POST",
    "/conversations/{id}/customers",
    parameters=(PathParameter("id"),),
    body=JsonBody(),
    responses={"200": Json(ConversationParticipants)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "403": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
REMOVE_CONTACT: Operation[ConversationParticipants] = Operation(
    "DELETE",
    "/conversations/{conversation_id}/customers/{contact_id}",
    parameters=(PathParameter("conversation_id"), PathParameter("contact_id")),
    body=JsonBody(),
    responses={"200": Json(ConversationParticipants)},
    errors={
        "401": Json(ErrorList),
        "403": Json(ErrorList),
        "404": Json(ErrorList),
        "422": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
ADD_TAG: Operation[Tag] = Operation(
    "POST",
    "/conversations/{conversation_id}/tags",
    parameters=(PathParameter("conversation_id"),),
    body=JsonBody(),
    responses={"200": Json(Tag)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
REMOVE_TAG: Operation[Tag] = Operation(
    "DELETE",
    "/conversations/{conversation_id}/tags/{id}",
    parameters=(PathParameter("conversation_id"), PathParameter("id")),
    body=JsonBody(),
    responses={"200": Json(Tag)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
REDACT: Operation[Conversation] = Operation(
    "POST",
    "/conversations/redact",
    body=JsonBody(),
    responses={"200": Json(Conversation)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
CONVERT_TO_TICKET: Operation[Ticket] = Operation(
    "POST",
    "/conversations/{id}/convert",
    parameters=(PathParameter("id"),),
    body=JsonBody(),
    responses={"200": Json(Ticket)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
MERGE: Operation[Conversation] = Operation(
    "POST",
    "/conversations/{id}/merge",
    parameters=(PathParameter("id"),),
    body=JsonBody(),
    responses={"200": Json(Conversation)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "403": Json(ErrorList),
        "404": Json(ErrorList),
        "422": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
LIST_DELETED: PagedOperation[DeletedConversation, DeletedConversationList] = (
    PagedOperation(
        "GET",
        "/conversations/deleted",
        parameters=(
            QueryParameter("page"),
            QueryParameter("per_page"),
            QueryParameter("order"),
        ),
        responses={"200": Json(DeletedConversationList)},
        errors={"400": Json(ErrorList), "401": Json(ErrorList), "429": Json(ErrorList)},
        paging=ByCursor(
            ("conversations",),
            next=("pages", "next"),
            parameter="starting_after",
            total_items=("total_count",),
        ),
    )
)
LIST_SIDE_CONVERSATIONS: PagedOperation[SideConversation, SideConversationList] = (
    PagedOperation(
        "GET",
        "/conversations/{id}/side_conversations",
        parameters=(
            PathParameter("id"),
            QueryParameter("page"),
            QueryParameter("per_page"),
        ),
        responses={"200": Json(SideConversationList)},
        errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
        paging=ByPage(
            ("side_conversations",),
            parameter="page",
            total=("pages", "total_pages"),
            total_items=("total_count",),
        ),
    )
)
LIST_HANDLING_EVENTS: Operation[HandlingEventList] = Operation(
    "GET",
    "/conversations/{id}/handling_events",
    parameters=(PathParameter("id"),),
    responses={"200": Json(HandlingEventList)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
REPLY_VARIANTS_: Variants = Variants(
    Variant(
        ("type", "message_type", "admin_id"),
        (
            "body",
            "reply_options",
            "attachment_urls",
            "attachment_files",
            "created_at",
            "skip_notifications",
            "skip_unsnooze",
        ),
        values={"type": ("admin",)},
    ),
    Variant(
        ("type", "message_type"),
        (
            "body",
            "reply_options",
            "intercom_user_id",
            "user_id",
            "email",
            "attachment_urls",
            "attachment_files",
            "created_at",
        ),
        values={"type": ("user",)},
    ),
    shared="body",
)
MANAGE_VARIANTS_: Variants = Variants(
    Variant(
        ("message_type", "admin_id"),
        ("type", "body"),
        values={"message_type": ("close",), "type": ("admin",)},
    ),
    Variant(
        ("message_type", "admin_id", "snoozed_until"),
        values={"message_type": ("snoozed",)},
    ),
    Variant(("message_type", "admin_id"), values={"message_type": ("open",)}),
    Variant(
        ("message_type", "admin_id", "assignee_id", "type"),
        ("body",),
        values={"message_type": ("assignment",)},
    ),
    shared="body",
)
REDACT_VARIANTS_: Variants = Variants(
    Variant(
        ("type", "conversation_id", "conversation_part_id"),
        values={"type": ("conversation_part",)},
    ),
    Variant(("type", "conversation_id", "source_id"), values={"type": ("source",)}),
)


class Conversations(Resource):
    """Conversations are what contacts and teammates say to each other, in the
    Messenger, by email and in other ways.
    """

    def list(
        self,
        *,
        per_page: int | Omit = OMIT,
        include_monitors: bool | Omit = OMIT,
        include_scorecards: bool | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Conversation, ConversationList]:
        """List the conversations of the workspace.

        `GET /conversations`

        They come without their parts.

        Args:
            per_page: How many conversations a page holds, 20 when absent. At least 1,
                at most 150.
            include_monitors: Whether conversations come with their
                `monitor_evaluations`. Only the version Unstable has this, but for
                searches, which have it since 2.16. Default `False`.
            include_scorecards: Whether conversations come with their `scorecards`. Only
                the version Unstable has this, but for searches, which have it since
                2.16. Default `False`.
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: The conversations.
        Raises: UnauthorizedError, ForbiddenError, RateLimitError (`data`: `ErrorList`).

        Example:
            for conversation in client.conversations.list():
                print(conversation.id)
        """
        return self._session.paginate(
            LIST,
            (per_page, include_monitors, include_scorecards),
            max_items,
            cursor,
            options,
        )

    def create(
        self,
        *,
        from_: params.ConversationStarterParams,
        body: str,
        subject: str | Omit = OMIT,
        attachment_urls: SequenceNotStr[str] | Omit = OMIT,
        created_at: datetime | int | Omit = OMIT,
        brand_id: str | int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Message:
        """Start a conversation that a contact begins.

        `POST /conversations`

        It is in the Messenger. A visitor can begin it, too, as a `contact` by the
        visitor's id or `user_id`, and becomes a lead by it. What comes back is the
        message; the conversation's id is its `conversation_id`.

        Args:
            from_: The contact who begins it.
            body: What the contact says, without HTML.
            subject: The subject of an email.
            attachment_urls: Where pictures to attach are. 10 or fewer items.
            created_at: When it began, now when absent; for conversations that are
                brought from elsewhere. Unix seconds in JSON.
            brand_id: The brand that it is for; versions before 2.16 don't have this.

        Returns: The message that begins the conversation.
        Raises: BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError,
        RateLimitError (`data`: `ErrorList`).

        Example:
            message = client.conversations.create(
                from_={"type": "user", "id": "65a1f0c2e4b0a7d1c3f49b21"},
                body="Page 40 of my atlas is in two pieces.",
            )
        """
        return self._session.send(
            CREATE,
            (),
            {
                "from": from_,
                "body": body,
                "subject": subject,
                "attachment_urls": attachment_urls,
                "created_at": created_at,
                "brand_id": brand_id,
            },
            options=options,
        )

    def search(
        self,
        *,
        query: params.SearchQueryParams,
        include_monitors: bool | Omit = OMIT,
        include_scorecards: bool | Omit = OMIT,
        pagination: params.SearchPaginationParams | Omit = OMIT,
        sort: params.SearchSortParams | Omit = OMIT,
        per_page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Conversation, ConversationList]:
        """Find conversations by their attributes.

        `POST /conversations/search`

        A group of conditions has at most 15 members, and groups nest in groups once.
        The fields are most members of a conversation, below others with dots:
        `source.author.email`, `statistics.last_close_at`, `conversation_rating.score`,
        `ai_agent.resolution_state`. Besides them there are `contact_ids`,
        `teammate_ids`, `tag_ids`, `channel_initiated` and, with `custom_attributes.`
        before their names, custom attributes.

        `source.body` is compared word by word, `=` finds the conversations that have
        the word. `<` and `>` are for numbers and times, and may find equal ones, too;
        `~`, `!~`, `^` and `$` are for texts. They come without their parts.

        Args:
            query: A condition, or a group of them.
            include_monitors: Whether conversations come with their
                `monitor_evaluations`. Only the version Unstable has this, but for
                searches, which have it since 2.16. Default `False`.
            include_scorecards: Whether conversations come with their `scorecards`. Only
                the version Unstable has this, but for searches, which have it since
                2.16. Default `False`.
            pagination: Which page is wanted, and how large.
            sort: The order of what is found.
            per_page: How many items a page holds, at most 150. At least 1, at most 150.
                Sent as `pagination.per_page`.
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: The conversations that were found.
        Raises: BadRequestError, UnauthorizedError, ForbiddenError, RateLimitError
        (`data`: `ErrorList`).

        Example:
            for conversation in client.conversations.search(
                query={
                    "operator": "AND",
                    "value": [
                        {"field": "state", "operator": "=", "value": "open"},
                        {"field": "updated_at", "operator": ">", "value": 1732000000},
                    ],
                },
                sort={"field": "updated_at", "order": "descending"},
            ):
                print(conversation.id)
        """
        return self._session.paginate(
            SEARCH,
            (include_monitors, include_scorecards),
            max_items,
            cursor,
            options,
            {"query": query, "pagination": pagination, "sort": sort},
            size=per_page,
        )

    def retrieve(
        self,
        conversation_id: str | int,
        *,
        display_as: str | Omit = OMIT,
        include_translations: bool | Omit = OMIT,
        include_email_history: bool | Omit = OMIT,
        include_monitors: bool | Omit = OMIT,
        include_scorecards: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Conversation:
        """Fetch one conversation, with its parts.

        `GET /conversations/{id}`

        Of more than 500 parts, the latest 500 come.

        Args:
            conversation_id: `id` in the path. The conversation's id.
            display_as: `plaintext` for texts without HTML, in which a link is its label
                and its URL in parentheses.
            include_translations: Whether parts come in the language of the
                conversation.
            include_email_history: Whether `source` comes with the emails that were
                quoted in it. Only the version Unstable has this.
            include_monitors: Whether conversations come with their
                `monitor_evaluations`. Only the version Unstable has this, but for
                searches, which have it since 2.16. Default `False`.
            include_scorecards: Whether conversations come with their `scorecards`. Only
                the version Unstable has this, but for searches, which have it since
                2.16. Default `False`.

        Returns: The conversation.
        Raises: UnauthorizedError, ForbiddenError, NotFoundError, RateLimitError
        (`data`: `ErrorList`).

        Example:
            conversation = client.conversations.retrieve("215469850001")
        """
        return self._session.send(
            RETRIEVE,
            (
                conversation_id,
                display_as,
                include_translations,
                include_email_history,
                include_monitors,
                include_scorecards,
            ),
            options=options,
        )

    def update(
        self,
        conversation_id: str | int,
        *,
        display_as: str | Omit = OMIT,
        read: bool | Omit = OMIT,
        title: str | None | Omit = OMIT,
        priority: (
            Literal["none", "low", "medium", "high", "urgent"] | UnknownValue | Omit
        ) = OMIT,
        admin_id: str | int | Omit = OMIT,
        custom_attributes: params.CustomAttributesParams | Omit = OMIT,
        company_id: str | None | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Conversation:
        """Change what is recorded about a conversation.

        `PUT /conversations/{id}`

        What isn't sent stays as it is. A custom attribute that relates to custom
        objects takes the list of their ids; custom attributes whose name two attributes
        of the workspace have are a 400.

        Args:
            conversation_id: `id` in the path. The conversation's id.
            display_as: `plaintext` for texts without HTML, in which a link is its label
                and its URL in parentheses.
            read: Whether it was read.
            title: What it is about.
            priority: How urgent it is, `none` to take that away. Only the version
                Unstable has this.
            admin_id: The admin who changes `priority`, a bot when absent. Only the
                version Unstable has this.
            custom_attributes: Values by the names of custom attributes, lists of ids
                where one relates to custom objects.
            company_id: The company that it is about, by the id that Intercom gave; null
                for none.

        Returns: The conversation.
        Raises: BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError,
        RateLimitError (`data`: `ErrorList`).

        Example:
            conversation = client.conversations.update(
                "215469850001", read=True, title="A torn map", priority="high",
                admin_id=5017690, custom_attributes={"shelf": "Atlases", "copies": 2},
            )
        """
        return self._session.send(
            UPDATE,
            (conversation_id, display_as),
            {
                "read": read,
                "title": title,
                "priority": priority,
                "admin_id": admin_id,
                "custom_attributes": custom_attributes,
                "company_id": company_id,
            },
            options=options,
        )

    def delete(
        self,
        conversation_id: str | int,
        *,
        retain_metrics: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> ConversationDeleted:
        """Delete a conversation, for good.

        `DELETE /conversations/{id}`

        Args:
            conversation_id: `id` in the path. The conversation's id.
            retain_metrics: Whether reports still count it, as they do when absent. For
                false, the token needs the scope `delete_conversations_and_metrics`.
                Versions before 2.16 don't have this.

        Returns: The conversation is gone.
        Raises: UnauthorizedError, ForbiddenError, NotFoundError, RateLimitError
        (`data`: `ErrorList`).

        Example:
            conversation_deleted = client.conversations.delete("215469850001")
        """
        return self._session.send(
            DELETE, (conversation_id, retain_metrics), options=options
        )

    @overload
    def reply(
        self,
        conversation_id: str | int,
        *,
        type: Literal["admin"],
        message_type: Literal["comment", "note", "quick_reply"] | UnknownValue,
        admin_id: str | int,
        body: str | Omit = OMIT,
        reply_options: Sequence[params.QuickReplyOptionParams] | Omit = OMIT,
        attachment_urls: SequenceNotStr[str] | Omit = OMIT,
        attachment_files: Sequence[params.AttachmentFileParams] | Omit = OMIT,
        created_at: datetime | int | Omit = OMIT,
        skip_notifications: bool | Omit = OMIT,
        skip_unsnooze: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Conversation: ...

    @overload
    def reply(
        self,
        conversation_id: str | int,
        *,
        type: Literal["user"],
        message_type: Literal["comment", "quick_reply"] | UnknownValue,
        body: str | Omit = OMIT,
        reply_options: Sequence[params.QuickReplyOptionParams] | Omit = OMIT,
        intercom_user_id: str | Omit = OMIT,
        user_id: str | Omit = OMIT,
        email: str | Omit = OMIT,
        attachment_urls: SequenceNotStr[str] | Omit = OMIT,
        attachment_files: Sequence[params.AttachmentFileParams] | Omit = OMIT,
        created_at: datetime | int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Conversation: ...

    @overload
    def reply(
        self,
        conversation_id: str | int,
        *,
        body: params.ConversationReplyParams,
        options: RequestOptions | None = None,
    ) -> Conversation: ...

    def reply(
        self,
        conversation_id: str | int,
        *,
        type: Literal["admin", "user"] | Omit = OMIT,
        message_type: (
            Literal["comment", "note", "quick_reply"] | UnknownValue | Omit
        ) = OMIT,
        admin_id: str | int | Omit = OMIT,
        body: str | params.ConversationReplyParams | Omit = OMIT,
        reply_options: Sequence[params.QuickReplyOptionParams] | Omit = OMIT,
        attachment_urls: SequenceNotStr[str] | Omit = OMIT,
        attachment_files: Sequence[params.AttachmentFileParams] | Omit = OMIT,
        created_at: datetime | int | Omit = OMIT,
        skip_notifications: bool | Omit = OMIT,
        skip_unsnooze: bool | Omit = OMIT,
        intercom_user_id: str | Omit = OMIT,
        user_id: str | Omit = OMIT,
        email: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Conversation:
        """Reply to a conversation as an admin or as a contact, or leave a note in it.

        `POST /conversations/{id}/reply`

        What a bot says in a conversation by email isn't sent as an email, unless
        Intercom has enabled that for the workspace.

        `reply_as_admin`, `reply_as_contact` fix members of the body.

        Args:
            conversation_id: `id` in the path. The conversation's id; `last` where a
                contact replies to the latest one that it is in.
            type: `admin` where an admin says it, `user` where a contact does.
            message_type: `comment` for the contact, `note` for teammates, or
                `quick_reply` with `reply_options` for the contact.
            admin_id: The admin who says it.
            body: The text, which comments and notes have to have; HTML in notes.
            reply_options: What the contact can choose from, which a `quick_reply` has
                to have.
            attachment_urls: Where pictures to attach are. 10 or fewer items.
            attachment_files: Files to attach, instead of `attachment_urls`. 10 or fewer
                items.
            created_at: When it was said, now when absent. Unix seconds in JSON.
            skip_notifications: Whether nobody is notified of it; versions before 2.16
                don't have this.
            skip_unsnooze: Whether a snoozed conversation stays so. Only the version
                Unstable has this.
            intercom_user_id: The contact who says it, by the id that Intercom gave.
            user_id: The contact, by the id that your own system gave.
            email: The contact, by the email address.

        Overloads:
            type="admin", message_type, admin_id, [body], [reply_options],
            [attachment_urls], [attachment_files], [created_at], [skip_notifications],
            [skip_unsnooze]: What an admin says.
            type="user", message_type, [body], [reply_options], [intercom_user_id],
            [user_id], [email], [attachment_urls], [attachment_files], [created_at]:
            What a contact says.
            body: The whole body.

        Returns: The conversation.
        Raises: BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError,
        RateLimitError (`data`: `ErrorList`).

        Example:
            conversation = client.conversations.reply(
                "215469850001", type="admin", message_type="comment", admin_id=5017690,
                body="A new atlas is on its way.",
            )
        """
        return self._session.send(
            REPLY,
            (conversation_id,),
            REPLY_VARIANTS_.collect(
                {
                    "type": type,
                    "message_type": message_type,
                    "admin_id": admin_id,
                    "body": body,
                    "reply_options": reply_options,
                    "attachment_urls": attachment_urls,
                    "attachment_files": attachment_files,
                    "created_at": created_at,
                    "skip_notifications": skip_notifications,
                    "skip_unsnooze": skip_unsnooze,
                    "intercom_user_id": intercom_user_id,
                    "user_id": user_id,
                    "email": email,
                },
                body,
            ),
            options=options,
        )

    def reply_as_admin(
        self,
        conversation_id: str | int,
        *,
        message_type: Literal["comment", "note", "quick_reply"] | UnknownValue,
        admin_id: str | int,
        body: str | Omit = OMIT,
        reply_options: Sequence[params.QuickReplyOptionParams] | Omit = OMIT,
        attachment_urls: SequenceNotStr[str] | Omit = OMIT,
        attachment_files: Sequence[params.AttachmentFileParams] | Omit = OMIT,
        created_at: datetime | int | Omit = OMIT,
        skip_notifications: bool | Omit = OMIT,
        skip_unsnooze: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Conversation:
        """Reply to a conversation as an admin, or leave a note in it.

        `POST /conversations/{id}/reply`

        What a bot says in a conversation by email isn't sent as an email, unless
        Intercom has enabled that for the workspace.

        Sends `type="admin"` in the body.

        Args:
            conversation_id: `id` in the path. The conversation's id; `last` where a
                contact replies to the latest one that it is in.
            message_type: `comment` for the contact, `note` for teammates, or
                `quick_reply` with `reply_options` for the contact.
            admin_id: The admin who says it.
            body: The text, which comments and notes have to have; HTML in notes.
            reply_options: What the contact can choose from, which a `quick_reply` has
                to have.
            attachment_urls: Where pictures to attach are. 10 or fewer items.
            attachment_files: Files to attach, instead of `attachment_urls`. 10 or fewer
                items.
            created_at: When it was said, now when absent. Unix seconds in JSON.
            skip_notifications: Whether nobody is notified of it; versions before 2.16
                don't have this.
            skip_unsnooze: Whether a snoozed conversation stays so. Only the version
                Unstable has this.

        Body: What an admin says.
        Returns: The conversation.
        Raises: BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError,
        RateLimitError (`data`: `ErrorList`).

        Example:
            conversation = client.conversations.reply_as_admin(
                "215469850001", message_type="comment", admin_id=5017690,
                body="A new atlas is on its way.",
            )
        """
        return self._session.send(
            REPLY_AS_ADMIN,
            (conversation_id,),
            {
                "message_type": message_type,
                "admin_id": admin_id,
                "body": body,
                "reply_options": reply_options,
                "attachment_urls": attachment_urls,
                "attachment_files": attachment_files,
                "created_at": created_at,
                "skip_notifications": skip_notifications,
                "skip_unsnooze": skip_unsnooze,
                "type": "admin",
            },
            options=options,
        )

    def reply_as_contact(
        self,
        conversation_id: str | int,
        *,
        body: str | Omit = OMIT,
        reply_options: Sequence[params.QuickReplyOptionParams] | Omit = OMIT,
        intercom_user_id: str | Omit = OMIT,
        user_id: str | Omit = OMIT,
        email: str | Omit = OMIT,
        attachment_urls: SequenceNotStr[str] | Omit = OMIT,
        attachment_files: Sequence[params.AttachmentFileParams] | Omit = OMIT,
        created_at: datetime | int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Conversation:
        """Reply to a conversation as a contact.

        `POST /conversations/{id}/reply`

        What a bot says in a conversation by email isn't sent as an email, unless
        Intercom has enabled that for the workspace.

        Sends `type="user"`, `message_type="comment"` in the body.

        Args:
            conversation_id: `id` in the path. The conversation's id; `last` where a
                contact replies to the latest one that it is in.
            body: The text, which a comment has to have.
            reply_options: What the contact has chosen.
            intercom_user_id: The contact who says it, by the id that Intercom gave.
            user_id: The contact, by the id that your own system gave.
            email: The contact, by the email address.
            attachment_urls: Where pictures to attach are. 10 or fewer items.
            attachment_files: Files to attach, instead of `attachment_urls`. 10 or fewer
                items.
            created_at: When it was said, now when absent. Unix seconds in JSON.

        Body: What a contact says. Needs at least one of `intercom_user_id`, `user_id`,
        `email`.
        Returns: The conversation.
        Raises: BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError,
        RateLimitError (`data`: `ErrorList`).

        Example:
            conversation = client.conversations.reply_as_contact(
                "215469850001", body="A new atlas is on its way.",
                intercom_user_id="65a1f0c2e4b0a7d1c3f49b21",
            )
        """
        return self._session.send(
            REPLY_AS_CONTACT,
            (conversation_id,),
            {
                "body": body,
                "reply_options": reply_options,
                "intercom_user_id": intercom_user_id,
                "user_id": user_id,
                "email": email,
                "attachment_urls": attachment_urls,
                "attachment_files": attachment_files,
                "created_at": created_at,
                "type": "user",
                "message_type": "comment",
            },
            options=options,
        )

    @overload
    def manage(
        self,
        conversation_id: str | int,
        *,
        message_type: Literal["open"],
        admin_id: str | int,
        options: RequestOptions | None = None,
    ) -> Conversation: ...

    @overload
    def manage(
        self,
        conversation_id: str | int,
        *,
        message_type: Literal["snoozed"],
        admin_id: str | int,
        snoozed_until: datetime | int,
        options: RequestOptions | None = None,
    ) -> Conversation: ...

    @overload
    def manage(
        self,
        conversation_id: str | int,
        *,
        message_type: Literal["close"],
        admin_id: str | int,
        type: Literal["admin"] | Omit = OMIT,
        body: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Conversation: ...

    @overload
    def manage(
        self,
        conversation_id: str | int,
        *,
        message_type: Literal["assignment"],
        admin_id: str | int,
        assignee_id: str | int,
        type: Literal["admin", "team"] | UnknownValue,
        body: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Conversation: ...

    @overload
    def manage(
        self,
        conversation_id: str | int,
        *,
        body: params.ManageConversationParams,
        options: RequestOptions | None = None,
    ) -> Conversation: ...

    def manage(
        self,
        conversation_id: str | int,
        *,
        message_type: Literal["close", "snoozed", "open", "assignment"] | Omit = OMIT,
        type: Literal["admin"] | Literal["admin", "team"] | UnknownValue | Omit = OMIT,
        admin_id: str | int | Omit = OMIT,
        body: str | params.ManageConversationParams | Omit = OMIT,
        snoozed_until: datetime | int | Omit = OMIT,
        assignee_id: str | int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Conversation:
        """Close, snooze, open or assign a conversation.

        `POST /conversations/{id}/parts`

        `close`, `snooze`, `open`, `assign` fix members of the body.

        Args:
            conversation_id: `id` in the path. The conversation's id.
            message_type: What is done, `close`, `snoozed`, `open` or `assignment`.
            type: What it is assigned to, or `admin` where it is closed.
            admin_id: The admin who does this.
            body: What the admin says with it.
            snoozed_until: When it is to open again. Unix seconds in JSON.
            assignee_id: The admin or the team that it is assigned to, 0 for none.

        Overloads:
            message_type="open", admin_id: Opens a conversation that is closed or
            snoozed.
            message_type="snoozed", admin_id, snoozed_until: Snoozes a conversation,
            which opens again later.
            message_type="close", admin_id, [type="admin"], [body]: Closes a
            conversation.
            message_type="assignment", admin_id, assignee_id, type, [body]: Assigns a
            conversation to an admin or a team; it can have one of each.
            body: The whole body.

        Returns: The conversation.
        Raises: BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError,
        RateLimitError (`data`: `ErrorList`).

        Example:
            conversation = client.conversations.manage(
                "215469850001", message_type="close", admin_id=5017690, type="admin",
                body="Enjoy the atlas.",
            )
        """
        return self._session.send(
            MANAGE,
            (conversation_id,),
            MANAGE_VARIANTS_.collect(
                {
                    "message_type": message_type,
                    "type": type,
                    "admin_id": admin_id,
                    "body": body,
                    "snoozed_until": snoozed_until,
                    "assignee_id": assignee_id,
                },
                body,
            ),
            options=options,
        )

    def close(
        self,
        conversation_id: str | int,
        *,
        admin_id: str | int,
        body: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Conversation:
        """Close a conversation.

        `POST /conversations/{id}/parts`

        Sends `message_type="close"`, `type="admin"` in the body.

        Args:
            conversation_id: `id` in the path. The conversation's id.
            admin_id: The admin who does this.
            body: What the admin says with it.

        Body: Closes a conversation.
        Returns: The conversation.
        Raises: BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError,
        RateLimitError (`data`: `ErrorList`).

        Example:
            conversation = client.conversations.close(
                "215469850001", admin_id=5017690, body="Enjoy the atlas."
            )
        """
        return self._session.send(
            CLOSE,
            (conversation_id,),
            {
                "admin_id": admin_id,
                "body": body,
                "message_type": "close",
                "type": "admin",
            },
            options=options,
        )

    def snooze(
        self,
        conversation_id: str | int,
        *,
        admin_id: str | int,
        snoozed_until: datetime | int,
        options: RequestOptions | None = None,
    ) -> Conversation:
        """Snooze a conversation until a moment.

        `POST /conversations/{id}/parts`

        Sends `message_type="snoozed"` in the body.

        Args:
            conversation_id: `id` in the path. The conversation's id.
            admin_id: The admin who does this.
            snoozed_until: When it is to open again. Unix seconds in JSON.

        Body: Snoozes a conversation, which opens again later.
        Returns: The conversation.
        Raises: BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError,
        RateLimitError (`data`: `ErrorList`).

        Example:
            conversation = client.conversations.snooze(
                "215469850001", admin_id=5017690, snoozed_until=1738324800
            )
        """
        return self._session.send(
            SNOOZE,
            (conversation_id,),
            {
                "admin_id": admin_id,
                "snoozed_until": snoozed_until,
                "message_type": "snoozed",
            },
            options=options,
        )

    def open(
        self,
        conversation_id: str | int,
        *,
        admin_id: str | int,
        options: RequestOptions | None = None,
    ) -> Conversation:
        """Open a conversation that is closed or snoozed.

        `POST /conversations/{id}/parts`

        Sends `message_type="open"` in the body.

        Args:
            conversation_id: `id` in the path. The conversation's id.
            admin_id: The admin who does this.

        Body: Opens a conversation that is closed or snoozed.
        Returns: The conversation.
        Raises: BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError,
        RateLimitError (`data`: `ErrorList`).

        Example:
            conversation = client.conversations.open("215469850001", admin_id=5017690)
        """
        return self._session.send(
            OPEN,
            (conversation_id,),
            {"admin_id": admin_id, "message_type": "open"},
            options=options,
        )

    def assign(
        self,
        conversation_id: str | int,
        *,
        admin_id: str | int,
        assignee_id: str | int,
        type: Literal["admin", "team"] | UnknownValue,
        body: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Conversation:
        """Assign a conversation to an admin or a team.

        `POST /conversations/{id}/parts`

        Sends `message_type="assignment"` in the body.

        Args:
            conversation_id: `id` in the path. The conversation's id.
            admin_id: The admin who does this.
            assignee_id: The admin or the team that it is assigned to, 0 for none.
            type: What it is assigned to, `admin` or `team`.
            body: What the admin says with it.

        Body: Assigns a conversation to an admin or a team; it can have one of each.
        Returns: The conversation.
        Raises: BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError,
        RateLimitError (`data`: `ErrorList`).

        Example:
            conversation = client.conversations.assign(
                "215469850001", admin_id=5017690, assignee_id=814865, type="admin",
                body="Enjoy the atlas.",
            )
        """
        return self._session.send(
            ASSIGN,
            (conversation_id,),
            {
                "admin_id": admin_id,
                "assignee_id": assignee_id,
                "type": type,
                "body": body,
                "message_type": "assignment",
            },
            options=options,
        )

    def update_part(
        self,
        conversation_id: str | int,
        part_id: str | int,
        *,
        secret: str,
        send_state: str | Omit = OMIT,
        info_message: str | Omit = OMIT,
        seen: bool | Omit = OMIT,
        admin_id: str | int | Omit = OMIT,
        experimental: Literal[True] = True,
        options: RequestOptions | None = None,
    ) -> ConversationPart:
        """Say how sending a part to another system went, or that an admin has seen it.

        `PUT /conversations/{conversation_id}/conversation_parts/{id}`

        An experiment, for which the request carries a secret beside the token. Only the
        version Unstable has this.

        Args:
            conversation_id: The conversation's id.
            part_id: `id` in the path. The part's id.
            secret: The HMAC secret that Intercom gave you.
            send_state: How sending it to another system went, such as `sent`.
            info_message: The same for people, which goes with `send_state`.
            seen: Whether it was seen.
            admin_id: The admin who has seen it, which goes with `seen`.
            experimental: Always true, since this is an experiment.

        Returns: The part.
        Raises: BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError,
        RateLimitError (`data`: `ErrorList`).

        Example:
            conversation_part = client.conversations.update_part(
                "215469850001", "31900001", secret="6f1c0b7e52", seen=True,
                admin_id=5017690, experimental=True,
            )
        """
        return self._session.send(
            UPDATE_PART,
            (conversation_id, part_id),
            {
                "send_state": send_state,
                "info_message": info_message,
                "seen": seen,
                "admin_id": admin_id,
                "experimental": experimental,
                "secret": secret,
            },
            options=options,
        )

    def add_contact(
        self,
        conversation_id: str | int,
        *,
        customer: params.NewParticipantParams,
        admin_id: str | int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> ConversationParticipants:
        """Let a contact take part in a conversation.

        `POST /conversations/{id}/customers`

        A lead is made where nobody has the email address.

        Args:
            conversation_id: `id` in the path. The conversation's id.
            customer: The contact.
            admin_id: The admin who does this, unless a contact does.

        Returns: The contacts who take part now.
        Raises: BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError,
        RateLimitError (`data`: `ErrorList`).

        Example:
            conversation_participants = client.conversations.add_contact(
                "215469850001",
                customer={"intercom_user_id": "65a1f0c2e4b0a7d1c3f49b40"},
                admin_id=5017690,
            )
        """
        return self._session.send(
            ADD_CONTACT,
            (conversation_id,),
            {"customer": customer, "admin_id": admin_id},
            options=options,
        )

    def remove_contact(
        self,
        conversation_id: str | int,
        contact_id: str | int,
        *,
        admin_id: str | int,
        options: RequestOptions | None = None,
    ) -> ConversationParticipants:
        """Take a contact out of a conversation.

        `DELETE /conversations/{conversation_id}/customers/{contact_id}`

        The last one can't be taken out.

        Args:
            conversation_id: The conversation's id.
            contact_id: The contact's id, as Intercom gave it.
            admin_id: The admin who does this.

        Returns: The contacts who take part now.
        Raises: UnauthorizedError, ForbiddenError, NotFoundError,
        UnprocessableEntityError, RateLimitError (`data`: `ErrorList`).

        Example:
            conversation_participants = client.conversations.remove_contact(
                "215469850001", "65a1f0c2e4b0a7d1c3f49b21", admin_id=5017690
            )
        """
        return self._session.send(
            REMOVE_CONTACT,
            (conversation_id, contact_id),
            {"admin_id": admin_id},
            options=options,
        )

    def add_tag(
        self,
        conversation_id: str | int,
        *,
        tag_id: str | int,
        admin_id: str | int,
        options: RequestOptions | None = None,
    ) -> Tag:
        """Tag a conversation.

        `POST /conversations/{conversation_id}/tags`

        Args:
            conversation_id: The conversation's id.
            tag_id: `id` in the body. The tag's id.
            admin_id: The admin who does this.

        Returns: The tag.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            tag = client.conversations.add_tag(
                "215469850001", tag_id="8812", admin_id=5017690
            )
        """
        return self._session.send(
            ADD_TAG,
            (conversation_id,),
            {"id": tag_id, "admin_id": admin_id},
            options=options,
        )

    def remove_tag(
        self,
        conversation_id: str | int,
        tag_id: str | int,
        *,
        admin_id: str | int,
        options: RequestOptions | None = None,
    ) -> Tag:
        """Take a tag off a conversation.

        `DELETE /conversations/{conversation_id}/tags/{id}`

        Args:
            conversation_id: The conversation's id.
            tag_id: `id` in the path. The tag's id.
            admin_id: The admin who does this.

        Returns: The tag.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            tag = client.conversations.remove_tag(
                "215469850001", "8812", admin_id=5017690
            )
        """
        return self._session.send(
            REMOVE_TAG,
            (conversation_id, tag_id),
            {"admin_id": admin_id},
            options=options,
        )

    @overload
    def redact(
        self,
        *,
        type: Literal["conversation_part"],
        conversation_id: str | int,
        conversation_part_id: str | int,
        options: RequestOptions | None = None,
    ) -> Conversation: ...

    @overload
    def redact(
        self,
        *,
        type: Literal["source"],
        conversation_id: str | int,
        source_id: str | int,
        options: RequestOptions | None = None,
    ) -> Conversation: ...

    @overload
    def redact(
        self,
        *,
        body: params.RedactConversationParams,
        options: RequestOptions | None = None,
    ) -> Conversation: ...

    def redact(
        self,
        *,
        type: Literal["conversation_part", "source"] | Omit = OMIT,
        conversation_id: str | int | Omit = OMIT,
        conversation_part_id: str | int | Omit = OMIT,
        source_id: str | int | Omit = OMIT,
        body: params.RedactConversationParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Conversation:
        """Remove the text of a part, or of the message that began a conversation, for
        good.

        `POST /conversations/redact`

        A part has to have a text, and the first message to be from a contact.

        Args:
            type: `conversation_part`, or `source` for the message that began the
                conversation.
            conversation_id: The conversation.
            conversation_part_id: The part.
            source_id: That message, the `id` of the conversation's `source`.
            body: The text to remove.

        Overloads:
            type="conversation_part", conversation_id, conversation_part_id: A part
            whose text is to be removed.
            type="source", conversation_id, source_id: A conversation whose first
            message is to lose its text.
            body: The whole body.

        Returns: The conversation.
        Raises: BadRequestError, UnauthorizedError, NotFoundError, RateLimitError
        (`data`: `ErrorList`).

        Example:
            conversation = client.conversations.redact(
                type="conversation_part", conversation_id="215469850001",
                conversation_part_id="31900001",
            )
        """
        return self._session.send(
            REDACT,
            (),
            REDACT_VARIANTS_.collect(
                {
                    "type": type,
                    "conversation_id": conversation_id,
                    "conversation_part_id": conversation_part_id,
                    "source_id": source_id,
                },
                body,
            ),
            options=options,
        )

    def convert_to_ticket(
        self,
        conversation_id: str | int,
        *,
        ticket_type_id: str | int,
        ticket_state_id: str | int | Omit = OMIT,
        attributes: params.TicketAttributesParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Ticket:
        """Make a conversation a ticket.

        `POST /conversations/{id}/convert`

        Only types for customers' tickets are allowed.

        Args:
            conversation_id: `id` in the path. The conversation's id.
            ticket_type_id: The ticket's type.
            ticket_state_id: The state to put it in, which its type has to have;
                versions before 2.16 don't have this.
            attributes: Values by the names of the type's attributes. A list takes the
                id of an option.

        Returns: The ticket.
        Raises: BadRequestError, UnauthorizedError, NotFoundError, RateLimitError
        (`data`: `ErrorList`).

        Example:
            ticket = client.conversations.convert_to_ticket(
                "215469850001", ticket_type_id="14",
                attributes={"_default_title_": "The atlas has a torn map"},
            )
        """
        return self._session.send(
            CONVERT_TO_TICKET,
            (conversation_id,),
            {
                "ticket_type_id": ticket_type_id,
                "ticket_state_id": ticket_state_id,
                "attributes": attributes,
            },
            options=options,
        )

    def merge(
        self,
        conversation_id: str | int,
        *,
        merge_into_conversation_id: str | int,
        options: RequestOptions | None = None,
    ) -> Conversation:
        """Merge a conversation into another one, which goes on.

        `POST /conversations/{id}/merge`

        The merged one is closed, and linked to the other, which comes back. The token
        needs the scope `write_conversations`, and `write_tickets` where the merged one
        is a ticket. Versions before 2.16 don't have this.

        Args:
            conversation_id: `id` in the path. The conversation's id.
            merge_into_conversation_id: The conversation that it is merged into.

        Returns: The conversation.
        Raises: BadRequestError, UnauthorizedError, ForbiddenError, NotFoundError,
        UnprocessableEntityError, RateLimitError (`data`: `ErrorList`).

        Example:
            conversation = client.conversations.merge(
                "215469850001", merge_into_conversation_id=215469850002
            )
        """
        return self._session.send(
            MERGE,
            (conversation_id,),
            {"merge_into_conversation_id": merge_into_conversation_id},
            options=options,
        )

    def list_deleted(
        self,
        *,
        page: int | Omit = OMIT,
        per_page: int | Omit = OMIT,
        order: Literal["asc", "desc"] | UnknownValue | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[DeletedConversation, DeletedConversationList]:
        """List the ids of conversations that were deleted.

        `GET /conversations/deleted`

        Versions before 2.16 don't have this.

        Args:
            page: The number of the page to start at, counted from 1. At least 1.
            per_page: How many ids a page holds, 20 when absent. At least 1, at most 60.
            order: Whether ids ascend (`asc`) or descend (`desc`, when absent).
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: The ids.
        Raises: BadRequestError, UnauthorizedError, RateLimitError (`data`:
        `ErrorList`).

        Example:
            for deleted_conversation in client.conversations.list_deleted():
                print(deleted_conversation.id)
        """
        return self._session.paginate(
            LIST_DELETED, (page, per_page, order), max_items, cursor, options
        )

    def list_side_conversations(
        self,
        conversation_id: str | int,
        *,
        page: int | Omit = OMIT,
        per_page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[SideConversation, SideConversationList]:
        """List the side conversations of a conversation, with their parts.

        `GET /conversations/{id}/side_conversations`

        Teammates begin them to talk among themselves. The token needs the scope
        `read_conversations`. Versions before 2.16 don't have this.

        Args:
            conversation_id: `id` in the path. The conversation's id.
            page: The number of the page to start at, counted from 1. At least 1.
            per_page: How many side conversations a page holds, 25 when absent. At least
                1, at most 50.
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: The side conversations.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            for side_conversation in client.conversations.list_side_conversations(
                "215469850001"
            ):
                print(side_conversation.side_conversation_id)
        """
        return self._session.paginate(
            LIST_SIDE_CONVERSATIONS,
            (conversation_id, page, per_page),
            max_items,
            cursor,
            options,
        )

    def list_handling_events(
        self, conversation_id: str | int, *, options: RequestOptions | None = None
    ) -> HandlingEventList:
        """List when teammates paused and resumed their work on a conversation.

        `GET /conversations/{id}/handling_events`

        They come all at once, this list has no pages. The token needs the scope
        `read_conversations`. Versions before 2.16 don't have this.

        Args:
            conversation_id: `id` in the path. The conversation's id.

        Returns: What happened.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            handling_event_list = client.conversations.list_handling_events(
                "215469850001"
            )
        """
        return self._session.send(
            LIST_HANDLING_EVENTS, (conversation_id,), options=options
        )


class AsyncConversations(AsyncResource):
    """`Conversations` for asynchronous clients."""

    def list(
        self,
        *,
        per_page: int | Omit = OMIT,
        include_monitors: bool | Omit = OMIT,
        include_scorecards: bool | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Conversation, ConversationList]:
        """`GET /conversations`, as `Conversations.list`."""
        return self._session.paginate(
            LIST,
            (per_page, include_monitors, include_scorecards),
            max_items,
            cursor,
            options,
        )

    async def create(
        self,
        *,
        from_: params.ConversationStarterParams,
        body: str,
        subject: str | Omit = OMIT,
        attachment_urls: SequenceNotStr[str] | Omit = OMIT,
        created_at: datetime | int | Omit = OMIT,
        brand_id: str | int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Message:
        """`POST /conversations`, as `Conversations.create`."""
        return await self._session.send(
            CREATE,
            (),
            {
                "from": from_,
                "body": body,
                "subject": subject,
                "attachment_urls": attachment_urls,
                "created_at": created_at,
                "brand_id": brand_id,
            },
            options=options,
        )

    def search(
        self,
        *,
        query: params.SearchQueryParams,
        include_monitors: bool | Omit = OMIT,
        include_scorecards: bool | Omit = OMIT,
        pagination: params.SearchPaginationParams | Omit = OMIT,
        sort: params.SearchSortParams | Omit = OMIT,
        per_page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Conversation, ConversationList]:
        """`POST /conversations/search`, as `Conversations.search`."""
        return self._session.paginate(
            SEARCH,
            (include_monitors, include_scorecards),
            max_items,
            cursor,
            options,
            {"query": query, "pagination": pagination, "sort": sort},
            size=per_page,
        )

    async def retrieve(
        self,
        conversation_id: str | int,
        *,
        display_as: str | Omit = OMIT,
        include_translations: bool | Omit = OMIT,
        include_email_history: bool | Omit = OMIT,
        include_monitors: bool | Omit = OMIT,
        include_scorecards: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Conversation:
        """`GET /conversations/{id}`, as `Conversations.retrieve`."""
        return await self._session.send(
            RETRIEVE,
            (
                conversation_id,
                display_as,
                include_translations,
                include_email_history,
                include_monitors,
                include_scorecards,
            ),
            options=options,
        )

    async def update(
        self,
        conversation_id: str | int,
        *,
        display_as: str | Omit = OMIT,
        read: bool | Omit = OMIT,
        title: str | None | Omit = OMIT,
        priority: (
            Literal["none", "low", "medium", "high", "urgent"] | UnknownValue | Omit
        ) = OMIT,
        admin_id: str | int | Omit = OMIT,
        custom_attributes: params.CustomAttributesParams | Omit = OMIT,
        company_id: str | None | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Conversation:
        """`PUT /conversations/{id}`, as `Conversations.update`."""
        return await self._session.send(
            UPDATE,
            (conversation_id, display_as),
            {
                "read": read,
                "title": title,
                "priority": priority,
                "admin_id": admin_id,
                "custom_attributes": custom_attributes,
                "company_id": company_id,
            },
            options=options,
        )

    async def delete(
        self,
        conversation_id: str | int,
        *,
        retain_metrics: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> ConversationDeleted:
        """`DELETE /conversations/{id}`, as `Conversations.delete`."""
        return await self._session.send(
            DELETE, (conversation_id, retain_metrics), options=options
        )

    @overload
    async def reply(
        self,
        conversation_id: str | int,
        *,
        type: Literal["admin"],
        message_type: Literal["comment", "note", "quick_reply"] | UnknownValue,
        admin_id: str | int,
        body: str | Omit = OMIT,
        reply_options: Sequence[params.QuickReplyOptionParams] | Omit = OMIT,
        attachment_urls: SequenceNotStr[str] | Omit = OMIT,
        attachment_files: Sequence[params.AttachmentFileParams] | Omit = OMIT,
        created_at: datetime | int | Omit = OMIT,
        skip_notifications: bool | Omit = OMIT,
        skip_unsnooze: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Conversation: ...

    @overload
    async def reply(
        self,
        conversation_id: str | int,
        *,
        type: Literal["user"],
        message_type: Literal["comment", "quick_reply"] | UnknownValue,
        body: str | Omit = OMIT,
        reply_options: Sequence[params.QuickReplyOptionParams] | Omit = OMIT,
        intercom_user_id: str | Omit = OMIT,
        user_id: str | Omit = OMIT,
        email: str | Omit = OMIT,
        attachment_urls: SequenceNotStr[str] | Omit = OMIT,
        attachment_files: Sequence[params.AttachmentFileParams] | Omit = OMIT,
        created_at: datetime | int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Conversation: ...

    @overload
    async def reply(
        self,
        conversation_id: str | int,
        *,
        body: params.ConversationReplyParams,
        options: RequestOptions | None = None,
    ) -> Conversation: ...

    async def reply(
        self,
        conversation_id: str | int,
        *,
        type: Literal["admin", "user"] | Omit = OMIT,
        message_type: (
            Literal["comment", "note", "quick_reply"] | UnknownValue | Omit
        ) = OMIT,
        admin_id: str | int | Omit = OMIT,
        body: str | params.ConversationReplyParams | Omit = OMIT,
        reply_options: Sequence[params.QuickReplyOptionParams] | Omit = OMIT,
        attachment_urls: SequenceNotStr[str] | Omit = OMIT,
        attachment_files: Sequence[params.AttachmentFileParams] | Omit = OMIT,
        created_at: datetime | int | Omit = OMIT,
        skip_notifications: bool | Omit = OMIT,
        skip_unsnooze: bool | Omit = OMIT,
        intercom_user_id: str | Omit = OMIT,
        user_id: str | Omit = OMIT,
        email: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Conversation:
        """`POST /conversations/{id}/reply`, as `Conversations.reply`."""
        return await self._session.send(
            REPLY,
            (conversation_id,),
            REPLY_VARIANTS_.collect(
                {
                    "type": type,
                    "message_type": message_type,
                    "admin_id": admin_id,
                    "body": body,
                    "reply_options": reply_options,
                    "attachment_urls": attachment_urls,
                    "attachment_files": attachment_files,
                    "created_at": created_at,
                    "skip_notifications": skip_notifications,
                    "skip_unsnooze": skip_unsnooze,
                    "intercom_user_id": intercom_user_id,
                    "user_id": user_id,
                    "email": email,
                },
                body,
            ),
            options=options,
        )

    async def reply_as_admin(
        self,
        conversation_id: str | int,
        *,
        message_type: Literal["comment", "note", "quick_reply"] | UnknownValue,
        admin_id: str | int,
        body: str | Omit = OMIT,
        reply_options: Sequence[params.QuickReplyOptionParams] | Omit = OMIT,
        attachment_urls: SequenceNotStr[str] | Omit = OMIT,
        attachment_files: Sequence[params.AttachmentFileParams] | Omit = OMIT,
        created_at: datetime | int | Omit = OMIT,
        skip_notifications: bool | Omit = OMIT,
        skip_unsnooze: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Conversation:
        """`POST /conversations/{id}/reply`, as `Conversations.reply_as_admin`."""
        return await self._session.send(
            REPLY_AS_ADMIN,
            (conversation_id,),
            {
                "message_type": message_type,
                "admin_id": admin_id,
                "body": body,
                "reply_options": reply_options,
                "attachment_urls": attachment_urls,
                "attachment_files": attachment_files,
                "created_at": created_at,
                "skip_notifications": skip_notifications,
                "skip_unsnooze": skip_unsnooze,
                "type": "admin",
            },
            options=options,
        )

    async def reply_as_contact(
        self,
        conversation_id: str | int,
        *,
        body: str | Omit = OMIT,
        reply_options: Sequence[params.QuickReplyOptionParams] | Omit = OMIT,
        intercom_user_id: str | Omit = OMIT,
        user_id: str | Omit = OMIT,
        email: str | Omit = OMIT,
        attachment_urls: SequenceNotStr[str] | Omit = OMIT,
        attachment_files: Sequence[params.AttachmentFileParams] | Omit = OMIT,
        created_at: datetime | int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Conversation:
        """`POST /conversations/{id}/reply`, as `Conversations.reply_as_contact`."""
        return await self._session.send(
            REPLY_AS_CONTACT,
            (conversation_id,),
            {
                "body": body,
                "reply_options": reply_options,
                "intercom_user_id": intercom_user_id,
                "user_id": user_id,
                "email": email,
                "attachment_urls": attachment_urls,
                "attachment_files": attachment_files,
                "created_at": created_at,
                "type": "user",
                "message_type": "comment",
            },
            options=options,
        )

    @overload
    async def manage(
        self,
        conversation_id: str | int,
        *,
        message_type: Literal["open"],
        admin_id: str | int,
        options: RequestOptions | None = None,
    ) -> Conversation: ...

    @overload
    async def manage(
        self,
        conversation_id: str | int,
        *,
        message_type: Literal["snoozed"],
        admin_id: str | int,
        snoozed_until: datetime | int,
        options: RequestOptions | None = None,
    ) -> Conversation: ...

    @overload
    async def manage(
        self,
        conversation_id: str | int,
        *,
        message_type: Literal["close"],
        admin_id: str | int,
        type: Literal["admin"] | Omit = OMIT,
        body: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Conversation: ...

    @overload
    async def manage(
        self,
        conversation_id: str | int,
        *,
        message_type: Literal["assignment"],
        admin_id: str | int,
        assignee_id: str | int,
        type: Literal["admin", "team"] | UnknownValue,
        body: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Conversation: ...

    @overload
    async def manage(
        self,
        conversation_id: str | int,
        *,
        body: params.ManageConversationParams,
        options: RequestOptions | None = None,
    ) -> Conversation: ...

    async def manage(
        self,
        conversation_id: str | int,
        *,
        message_type: Literal["close", "snoozed", "open", "assignment"] | Omit = OMIT,
        type: Literal["admin"] | Literal["admin", "team"] | UnknownValue | Omit = OMIT,
        admin_id: str | int | Omit = OMIT,
        body: str | params.ManageConversationParams | Omit = OMIT,
        snoozed_until: datetime | int | Omit = OMIT,
        assignee_id: str | int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Conversation:
        """`POST /conversations/{id}/parts`, as `Conversations.manage`."""
        return await self._session.send(
            MANAGE,
            (conversation_id,),
            MANAGE_VARIANTS_.collect(
                {
                    "message_type": message_type,
                    "type": type,
                    "admin_id": admin_id,
                    "body": body,
                    "snoozed_until": snoozed_until,
                    "assignee_id": assignee_id,
                },
                body,
            ),
            options=options,
        )

    async def close(
        self,
        conversation_id: str | int,
        *,
        admin_id: str | int,
        body: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Conversation:
        """`POST /conversations/{id}/parts`, as `Conversations.close`."""
        return await self._session.send(
            CLOSE,
            (conversation_id,),
            {
                "admin_id": admin_id,
                "body": body,
                "message_type": "close",
                "type": "admin",
            },
            options=options,
        )

    async def snooze(
        self,
        conversation_id: str | int,
        *,
        admin_id: str | int,
        snoozed_until: datetime | int,
        options: RequestOptions | None = None,
    ) -> Conversation:
        """`POST /conversations/{id}/parts`, as `Conversations.snooze`."""
        return await self._session.send(
            SNOOZE,
            (conversation_id,),
            {
                "admin_id": admin_id,
                "snoozed_until": snoozed_until,
                "message_type": "snoozed",
            },
            options=options,
        )

    async def open(
        self,
        conversation_id: str | int,
        *,
        admin_id: str | int,
        options: RequestOptions | None = None,
    ) -> Conversation:
        """`POST /conversations/{id}/parts`, as `Conversations.open`."""
        return await self._session.send(
            OPEN,
            (conversation_id,),
            {"admin_id": admin_id, "message_type": "open"},
            options=options,
        )

    async def assign(
        self,
        conversation_id: str | int,
        *,
        admin_id: str | int,
        assignee_id: str | int,
        type: Literal["admin", "team"] | UnknownValue,
        body: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Conversation:
        """`POST /conversations/{id}/parts`, as `Conversations.assign`."""
        return await self._session.send(
            ASSIGN,
            (conversation_id,),
            {
                "admin_id": admin_id,
                "assignee_id": assignee_id,
                "type": type,
                "body": body,
                "message_type": "assignment",
            },
            options=options,
        )

    async def update_part(
        self,
        conversation_id: str | int,
        part_id: str | int,
        *,
        secret: str,
        send_state: str | Omit = OMIT,
        info_message: str | Omit = OMIT,
        seen: bool | Omit = OMIT,
        admin_id: str | int | Omit = OMIT,
        experimental: Literal[True] = True,
        options: RequestOptions | None = None,
    ) -> ConversationPart:
        """`PUT /conversations/{conversation_id}/conversation_parts/{id}`, as
        `Conversations.update_part`.
        """
        return await self._session.send(
            UPDATE_PART,
            (conversation_id, part_id),
            {
                "send_state": send_state,
                "info_message": info_message,
                "seen": seen,
                "admin_id": admin_id,
                "experimental": experimental,
                "secret": secret,
            },
            options=options,
        )

    async def add_contact(
        self,
        conversation_id: str | int,
        *,
        customer: params.NewParticipantParams,
        admin_id: str | int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> ConversationParticipants:
        """`POST /conversations/{id}/customers`, as `Conversations.add_contact`."""
        return await self._session.send(
            ADD_CONTACT,
            (conversation_id,),
            {"customer": customer, "admin_id": admin_id},
            options=options,
        )

    async def remove_contact(
        self,
        conversation_id: str | int,
        contact_id: str | int,
        *,
        admin_id: str | int,
        options: RequestOptions | None = None,
    ) -> ConversationParticipants:
        """`DELETE /conversations/{conversation_id}/customers/{contact_id}`, as
        `Conversations.remove_contact`.
        """
        return await self._session.send(
            REMOVE_CONTACT,
            (conversation_id, contact_id),
            {"admin_id": admin_id},
            options=options,
        )

    async def add_tag(
        self,
        conversation_id: str | int,
        *,
        tag_id: str | int,
        admin_id: str | int,
        options: RequestOptions | None = None,
    ) -> Tag:
        """`POST /conversations/{conversation_id}/tags`, as `Conversations.add_tag`."""
        return await self._session.send(
            ADD_TAG,
            (conversation_id,),
            {"id": tag_id, "admin_id": admin_id},
            options=options,
        )

    async def remove_tag(
        self,
        conversation_id: str | int,
        tag_id: str | int,
        *,
        admin_id: str | int,
        options: RequestOptions | None = None,
    ) -> Tag:
        """`DELETE /conversations/{conversation_id}/tags/{id}`, as
        `Conversations.remove_tag`.
        """
        return await self._session.send(
            REMOVE_TAG,
            (conversation_id, tag_id),
            {"admin_id": admin_id},
            options=options,
        )

    @overload
    async def redact(
        self,
        *,
        type: Literal["conversation_part"],
        conversation_id: str | int,
        conversation_part_id: str | int,
        options: RequestOptions | None = None,
    ) -> Conversation: ...

    @overload
    async def redact(
        self,
        *,
        type: Literal["source"],
        conversation_id: str | int,
        source_id: str | int,
        options: RequestOptions | None = None,
    ) -> Conversation: ...

    @overload
    async def redact(
        self,
        *,
        body: params.RedactConversationParams,
        options: RequestOptions | None = None,
    ) -> Conversation: ...

    async def redact(
        self,
        *,
        type: Literal["conversation_part", "source"] | Omit = OMIT,
        conversation_id: str | int | Omit = OMIT,
        conversation_part_id: str | int | Omit = OMIT,
        source_id: str | int | Omit = OMIT,
        body: params.RedactConversationParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Conversation:
        """`POST /conversations/redact`, as `Conversations.redact`."""
        return await self._session.send(
            REDACT,
            (),
            REDACT_VARIANTS_.collect(
                {
                    "type": type,
                    "conversation_id": conversation_id,
                    "conversation_part_id": conversation_part_id,
                    "source_id": source_id,
                },
                body,
            ),
            options=options,
        )

    async def convert_to_ticket(
        self,
        conversation_id: str | int,
        *,
        ticket_type_id: str | int,
        ticket_state_id: str | int | Omit = OMIT,
        attributes: params.TicketAttributesParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Ticket:
        """`POST /conversations/{id}/convert`, as `Conversations.convert_to_ticket`."""
        return await self._session.send(
            CONVERT_TO_TICKET,
            (conversation_id,),
            {
                "ticket_type_id": ticket_type_id,
                "ticket_state_id": ticket_state_id,
                "attributes": attributes,
            },
            options=options,
        )

    async def merge(
        self,
        conversation_id: str | int,
        *,
        merge_into_conversation_id: str | int,
        options: RequestOptions | None = None,
    ) -> Conversation:
        """`POST /conversations/{id}/merge`, as `Conversations.merge`."""
        return await self._session.send(
            MERGE,
            (conversation_id,),
            {"merge_into_conversation_id": merge_into_conversation_id},
            options=options,
        )

    def list_deleted(
        self,
        *,
        page: int | Omit = OMIT,
        per_page: int | Omit = OMIT,
        order: Literal["asc", "desc"] | UnknownValue | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[DeletedConversation, DeletedConversationList]:
        """`GET /conversations/deleted`, as `Conversations.list_deleted`."""
        return self._session.paginate(
            LIST_DELETED, (page, per_page, order), max_items, cursor, options
        )

    def list_side_conversations(
        self,
        conversation_id: str | int,
        *,
        page: int | Omit = OMIT,
        per_page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[SideConversation, SideConversationList]:
        """`GET /conversations/{id}/side_conversations`, as
        `Conversations.list_side_conversations`.
        """
        return self._session.paginate(
            LIST_SIDE_CONVERSATIONS,
            (conversation_id, page, per_page),
            max_items,
            cursor,
            options,
        )

    async def list_handling_events(
        self, conversation_id: str | int, *, options: RequestOptions | None = None
    ) -> HandlingEventList:
        """`GET /conversations/{id}/handling_events`, as
        `Conversations.list_handling_events`.
        """
        return await self._session.send(
            LIST_HANDLING_EVENTS, (conversation_id,), options=options
        )
