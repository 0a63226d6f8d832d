"""Tickets are requests that are followed until they are resolved, from contacts or
among teammates.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal, overload

from .._models.shared import Conversation, ErrorList, Job, Tag, Ticket, TicketPart
from .._models.tickets import TicketDeleted, TicketList
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.jobs.job import PollOperation, StartOperation, State
from .._runtime.json.plain_data import SequenceNotStr, UnknownValue
from .._runtime.operation.conversion import SECONDS, ByTag, Conversion, Only
from .._runtime.operation.operation import Operation
from .._runtime.paging.pager import AsyncPager, ByCursor, PagedOperation, Pager
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.parameters import PathParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.request.variants import Variant, Variants
from .._runtime.response.content import Json

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

CREATE: Operation[Ticket] = Operation(
    "POST",
    "/tickets",
    body=JsonBody(),
    convert=Conversion(body={"created_at": SECONDS}),
    responses={"200": Json(Ticket)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
ENQUEUE_CREATE: Operation[Job] = Operation(
    "POST",
    "/tickets/enqueue",
    body=JsonBody(),
    convert=Conversion(body={"created_at": SECONDS}),
    responses={"200": Json(Job)},
    errors={"400": Json(ErrorList), "401": Json(ErrorList), "429": Json(ErrorList)},
)
ENQUEUE_CREATE_AND_WAIT: StartOperation[Job, Job] = StartOperation(
    "POST",
    "/tickets/enqueue",
    body=JsonBody(),
    convert=Conversion(body={"created_at": SECONDS}),
    responses={"200": Json(Job)},
    errors={"400": Json(ErrorList), "401": Json(ErrorList), "429": Json(ErrorList)},
    poll=PollOperation(
        "GET",
        "/jobs/status/{id}",
        parameters=(PathParameter("id"),),
        responses={"200": Json(Job)},
        errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
        states=(
            State(
                ("status",), done=("success",), failed=("failed",), others=("pending",)
            ),
        ),
    ),
    sources=(("id",),),
)
SEARCH: PagedOperation[Ticket, TicketList] = PagedOperation(
    "POST",
    "/tickets/search",
    body=JsonBody(),
    responses={"200": Json(TicketList)},
    errors={"400": Json(ErrorList), "401": Json(ErrorList), "429": Json(ErrorList)},
    paging=ByCursor(
        ("tickets",),
        next=("pages", "next"),
        body=("pagination", "starting_after"),
        size=("pagination", "per_page"),
        total_items=("total_count",),
    ),
)
RETRIEVE: Operation[Ticket] = Operation(
    "GET",
    "/tickets/{id}",
    parameters=(PathParameter("id"),),
    responses={"200": Json(Ticket)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
UPDATE: Operation[Ticket] = Operation(
    "PUT",
    "/tickets/{id}",
    parameters=(PathParameter("id"),),
    body=JsonBody(),
    convert=Conversion(body={"snoozed_until": SECONDS}),
    responses={"200": Json(Ticket)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
DELETE: Operation[TicketDeleted] = Operation(
    "DELETE",
    "/tickets/{id}",
    parameters=(PathParameter("id"),),
    responses={"200": Json(TicketDeleted)},
    errors={
        "401": Json(ErrorList),
        "403": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
REPLY: Operation[TicketPart] = Operation(
    "POST",
    "/tickets/{id}/reply",
    parameters=(PathParameter("id"),),
    body=JsonBody(),
    lists=(("attachment_urls",),),
    convert=Conversion(
        body=ByTag(
            "type",
            {
                "admin": {"created_at": SECONDS},
                "user": {"message_type": Only("comment"), "created_at": SECONDS},
            },
        )
    ),
    responses={"200": Json(TicketPart)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
REPLY_AS_ADMIN: Operation[TicketPart] = Operation(
    "POST",
    "/tickets/{id}/reply",
    parameters=(PathParameter("id"),),
    body=JsonBody(),
    lists=(("attachment_urls",),),
    convert=Conversion(body={"created_at": SECONDS}),
    responses={"200": Json(TicketPart)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
REPLY_AS_CONTACT: Operation[TicketPart] = Operation(
    "POST",
    "/tickets/{id}/reply",
    parameters=(PathParameter("id"),),
    body=JsonBody(),
    lists=(("attachment_urls",),),
    convert=Conversion(body={"created_at": SECONDS}),
    responses={"200": Json(TicketPart)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
CHANGE_TYPE: Operation[Ticket] = Operation(
    "POST",
    "/tickets/{ticket_id}/change_type",
    parameters=(PathParameter("ticket_id"),),
    body=JsonBody(),
    responses={"200": Json(Ticket)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
ADD_TAG: Operation[Tag] = Operation(
    "POST",
    "/tickets/{ticket_id}/tags",
    parameters=(PathParameter("ticket_id"),),
    body=JsonBody(),
    responses={"200": Json(Tag)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
REMOVE_TAG: Operation[Tag] = Operation(
    "DELETE",
    "/tickets/{ticket_id}/tags/{id}",
    parameters=(PathParameter("ticket_id"), PathParameter("id")),
    body=JsonBody(),
    responses={"200": Json(Tag)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
LINK_CONVERSATION: Operation[Conversation] = Operation(
    "POST",
    "/tickets/{ticket_id}/linked_conversations",
    parameters=(PathParameter("ticket_id"),),
    body=JsonBody(),
    responses={"200": Json(Conversation)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
UNLINK_CONVERSATION: Operation[Conversation] = Operation(
    "DELETE",
    "/tickets/{ticket_id}/linked_conversations/{id}",
    parameters=(PathParameter("ticket_id"), PathParameter("id")),
    responses={"200": Json(Conversation)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
REPLY_VARIANTS_: Variants = Variants(
    Variant(
        ("type", "message_type", "admin_id"),
        (
            "body",
            "reply_options",
            "attachment_urls",
            "attachment_files",
            "cross_post",
            "created_at",
            "skip_notifications",
        ),
        values={"type": ("admin",)},
    ),
    Variant(
        ("type", "body"),
        (
            "message_type",
            "intercom_user_id",
            "user_id",
            "email",
            "reply_options",
            "attachment_urls",
            "created_at",
            "skip_notifications",
        ),
        values={"type": ("user",), "message_type": ("comment",)},
    ),
    shared="body",
)


class Tickets(Resource):
    """Tickets are requests that are followed until they are resolved, from contacts
    or among teammates.
    """

    def create(
        self,
        *,
        ticket_type_id: str | int,
        contacts: Sequence[params.TicketContactParams],
        ticket_attributes: params.TicketAttributesParams | Omit = OMIT,
        assignment: params.TicketAssignmentParams | Omit = OMIT,
        company_id: str | Omit = OMIT,
        conversation_to_link_id: str | int | Omit = OMIT,
        created_at: datetime | int | Omit = OMIT,
        skip_notifications: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Ticket:
        """Create a ticket.

        `POST /tickets`

        Attributes that its type requires have to be there. A contact with an email
        address that nobody has is created.

        Args:
            ticket_type_id: The ticket's type.
            contacts: The contact that it is about; the API takes one.
            ticket_attributes: Values by the names of the type's attributes. A list
                takes the id of an option.
            assignment: Whom it is assigned to, nobody when absent.
            company_id: The company that it is about, by the id that Intercom gave.
            conversation_to_link_id: A conversation to link it to. A tracker ticket
                links to conversations and customers' tickets, one of the back office to
                conversations and, unless it is shared, to customers' tickets.
            created_at: When it was made, now when absent. Unix seconds in JSON.
            skip_notifications: Whether nobody is notified of it.

        Returns: The ticket.
        Raises: BadRequestError, UnauthorizedError, NotFoundError, RateLimitError
        (`data`: `ErrorList`).

        Example:
            ticket = client.tickets.create(
                ticket_type_id="14", contacts=[{"id": "65a1f0c2e4b0a7d1c3f49b21"}],
                ticket_attributes={
                    "_default_title_": "The atlas has a torn map",
                    "_default_description_": "Page 40 is in two pieces.",
                },
            )
        """
        return self._session.send(
            CREATE,
            (),
            {
                "ticket_type_id": ticket_type_id,
                "contacts": contacts,
                "ticket_attributes": ticket_attributes,
                "assignment": assignment,
                "company_id": company_id,
                "conversation_to_link_id": conversation_to_link_id,
                "created_at": created_at,
                "skip_notifications": skip_notifications,
            },
            options=options,
        )

    def enqueue_create(
        self,
        *,
        ticket_type_id: str | int,
        contacts: Sequence[params.TicketContactParams],
        ticket_attributes: params.TicketAttributesParams | Omit = OMIT,
        assignment: params.TicketAssignmentParams | Omit = OMIT,
        company_id: str | Omit = OMIT,
        conversation_to_link_id: str | int | Omit = OMIT,
        created_at: datetime | int | Omit = OMIT,
        skip_notifications: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Job:
        """Create a ticket in a job.

        `POST /tickets/enqueue`

        Only part of what is sent is checked before; the job can still fail. Once it is
        done, its `resource_id` is the ticket's id.

        Args:
            ticket_type_id: The ticket's type.
            contacts: The contact that it is about; the API takes one.
            ticket_attributes: Values by the names of the type's attributes. A list
                takes the id of an option.
            assignment: Whom it is assigned to, nobody when absent.
            company_id: The company that it is about, by the id that Intercom gave.
            conversation_to_link_id: A conversation to link it to. A tracker ticket
                links to conversations and customers' tickets, one of the back office to
                conversations and, unless it is shared, to customers' tickets.
            created_at: When it was made, now when absent. Unix seconds in JSON.
            skip_notifications: Whether nobody is notified of it.

        Returns: The job that creates it.
        Raises: BadRequestError, UnauthorizedError, RateLimitError (`data`:
        `ErrorList`).

        Example:
            job = client.tickets.enqueue_create(
                ticket_type_id="14", contacts=[{"id": "65a1f0c2e4b0a7d1c3f49b21"}],
                ticket_attributes={
                    "_default_title_": "The atlas has a torn map",
                    "_default_description_": "Page 40 is in two pieces.",
                },
            )
        """
        return self._session.send(
            ENQUEUE_CREATE,
            (),
            {
                "ticket_type_id": ticket_type_id,
                "contacts": contacts,
                "ticket_attributes": ticket_attributes,
                "assignment": assignment,
                "company_id": company_id,
                "conversation_to_link_id": conversation_to_link_id,
                "created_at": created_at,
                "skip_notifications": skip_notifications,
            },
            options=options,
        )

    def enqueue_create_and_wait(
        self,
        *,
        ticket_type_id: str | int,
        contacts: Sequence[params.TicketContactParams],
        ticket_attributes: params.TicketAttributesParams | Omit = OMIT,
        assignment: params.TicketAssignmentParams | Omit = OMIT,
        company_id: str | Omit = OMIT,
        conversation_to_link_id: str | int | Omit = OMIT,
        created_at: datetime | int | Omit = OMIT,
        skip_notifications: bool | Omit = OMIT,
        deadline: float | None = 3600.0,
        on_progress: Callable[[Job], object] | None = None,
        options: RequestOptions | None = None,
    ) -> Job:
        """Start the job, and wait until it is done.

        `POST /tickets/enqueue`

        Create a ticket in a job.

        Only part of what is sent is checked before; the job can still fail. Once it is
        done, its `resource_id` is the ticket's id.

        Args:
            ticket_type_id: The ticket's type.
            contacts: The contact that it is about; the API takes one.
            ticket_attributes: Values by the names of the type's attributes. A list
                takes the id of an option.
            assignment: Whom it is assigned to, nobody when absent.
            company_id: The company that it is about, by the id that Intercom gave.
            conversation_to_link_id: A conversation to link it to. A tracker ticket
                links to conversations and customers' tickets, one of the back office to
                conversations and, unless it is shared, to customers' tickets.
            created_at: When it was made, now when absent. Unix seconds in JSON.
            skip_notifications: Whether nobody is notified of it.
            deadline: Seconds that all of it may take; None for no limit.
            on_progress: Called with the job each time that it is shown.

        Returns: The job, once it is done.
        Raises: JobFailedError, JobTimeoutError (`job`); BadRequestError,
        UnauthorizedError, RateLimitError (`data`: `ErrorList`).

        Example:
            job = client.tickets.enqueue_create_and_wait(
                ticket_type_id="14", contacts=[{"id": "65a1f0c2e4b0a7d1c3f49b21"}],
                ticket_attributes={
                    "_default_title_": "The atlas has a torn map",
                    "_default_description_": "Page 40 is in two pieces.",
                },
            )
        """
        return self._session.wait(
            ENQUEUE_CREATE_AND_WAIT,
            (),
            {
                "ticket_type_id": ticket_type_id,
                "contacts": contacts,
                "ticket_attributes": ticket_attributes,
                "assignment": assignment,
                "company_id": company_id,
                "conversation_to_link_id": conversation_to_link_id,
                "created_at": created_at,
                "skip_notifications": skip_notifications,
            },
            deadline=deadline,
            on_progress=on_progress,
            options=options,
        )

    def search(
        self,
        *,
        query: params.SearchQueryParams,
        pagination: params.SearchPaginationParams | Omit = OMIT,
        per_page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Ticket, TicketList]:
        """Find tickets by their attributes.

        `POST /tickets/search`

        A group of conditions has at most 15 members, and groups nest in groups once.
        The fields are `id`, `title`, `description`, `category`, `ticket_type_id`,
        `contact_ids`, `teammate_ids`, `admin_assignee_id`, `team_assignee_id`, `open`,
        `state`, the times `created_at`, `updated_at` and `snoozed_until`, and
        `ticket_attribute.` with the id of an attribute.

        Here, `category` is `request` for customers' tickets, `task` for those of the
        back office, and `tracker`. Texts take all operators but `<` and `>`, numbers
        and times no `~`, `^` and `$`; `<=` and `>=` are for `created_at`.

        Args:
            query: A condition, or a group of them.
            pagination: Which page is wanted, and how large.
            per_page: How many items a page holds, at most 150. At least 1, at most 150.
                Sent as `pagination.per_page`.
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: The tickets that were found.
        Raises: BadRequestError, UnauthorizedError, RateLimitError (`data`:
        `ErrorList`).

        Example:
            for ticket in client.tickets.search(
                query={
                    "operator": "AND",
                    "value": [
                        {"field": "open", "operator": "=", "value": True},
                        {"field": "updated_at", "operator": ">", "value": 1732000000},
                    ],
                },
            ):
                print(ticket.id)
        """
        return self._session.paginate(
            SEARCH,
            (),
            max_items,
            cursor,
            options,
            {"query": query, "pagination": pagination},
            size=per_page,
        )

    def retrieve(
        self, ticket_id: str | int, *, options: RequestOptions | None = None
    ) -> Ticket:
        """Fetch one ticket, with its parts.

        `GET /tickets/{id}`

        Args:
            ticket_id: `id` in the path. The ticket's id, which isn't the `ticket_id`
                that people see.

        Returns: The ticket.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            ticket = client.tickets.retrieve("5120")
        """
        return self._session.send(RETRIEVE, (ticket_id,), options=options)

    def update(
        self,
        ticket_id: str | int,
        *,
        ticket_attributes: params.TicketAttributesParams | Omit = OMIT,
        ticket_state_id: str | int | Omit = OMIT,
        admin_id: str | int | Omit = OMIT,
        assignee_id: str | int | Omit = OMIT,
        company_id: str | None | Omit = OMIT,
        open: bool | Omit = OMIT,
        snoozed_until: datetime | int | Omit = OMIT,
        is_shared: bool | Omit = OMIT,
        skip_notifications: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Ticket:
        """Change, assign, snooze, close or share a ticket.

        `PUT /tickets/{id}`

        What isn't sent stays as it is. Closing ends a snooze.

        Args:
            ticket_id: `id` in the path. The ticket's id, which isn't the `ticket_id`
                that people see.
            ticket_attributes: Values by the names of the type's attributes. A list
                takes the id of an option, null takes a value away.
            ticket_state_id: The state to put it in, which its type has to have.
            admin_id: The admin who does this, for workflows and the record.
            assignee_id: The admin or the team that it is assigned to, 0 for nobody.
            company_id: The company that it is about, by the id that Intercom gave; null
                for none.
            open: Whether it is open; false closes it.
            snoozed_until: When it is to open again. Unix seconds in JSON.
            is_shared: Whether contacts see it.
            skip_notifications: Whether nobody is notified of it.

        Returns: The ticket.
        Raises: BadRequestError, UnauthorizedError, NotFoundError, RateLimitError
        (`data`: `ErrorList`).

        Example:
            ticket = client.tickets.update(
                "5120", ticket_attributes={"Remedy": "Money back", "Copies": None},
                ticket_state_id="304", admin_id=5017690, assignee_id=814,
            )
        """
        return self._session.send(
            UPDATE,
            (ticket_id,),
            {
                "ticket_attributes": ticket_attributes,
                "ticket_state_id": ticket_state_id,
                "admin_id": admin_id,
                "assignee_id": assignee_id,
                "company_id": company_id,
                "open": open,
                "snoozed_until": snoozed_until,
                "is_shared": is_shared,
                "skip_notifications": skip_notifications,
            },
            options=options,
        )

    def delete(
        self, ticket_id: str | int, *, options: RequestOptions | None = None
    ) -> TicketDeleted:
        """Delete a ticket, for good.

        `DELETE /tickets/{id}`

        Its replies, attributes and files are deleted, too. Reports still count it, with
        less to say.

        Args:
            ticket_id: `id` in the path. The ticket's id, which isn't the `ticket_id`
                that people see.

        Returns: The ticket is gone.
        Raises: UnauthorizedError, ForbiddenError, NotFoundError, RateLimitError
        (`data`: `ErrorList`).

        Example:
            ticket_deleted = client.tickets.delete("5120")
        """
        return self._session.send(DELETE, (ticket_id,), options=options)

    @overload
    def reply(
        self,
        ticket_id: str | int,
        *,
        type: Literal["admin"],
        message_type: Literal["comment", "note", "quick_reply"] | UnknownValue,
        admin_id: str | int,
        body: str | Omit = OMIT,
        reply_options: Sequence[params.QuickReplyOptionParams] | Omit = OMIT,
        attachment_urls: SequenceNotStr[str] | Omit = OMIT,
        attachment_files: Sequence[params.AttachmentFileParams] | Omit = OMIT,
        cross_post: bool | Omit = OMIT,
        created_at: datetime | int | Omit = OMIT,
        skip_notifications: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> TicketPart: ...

    @overload
    def reply(
        self,
        ticket_id: str | int,
        *,
        type: Literal["user"],
        body: str,
        message_type: Literal["comment"] | Omit = OMIT,
        intercom_user_id: str | Omit = OMIT,
        user_id: str | Omit = OMIT,
        email: str | Omit = OMIT,
        reply_options: Sequence[params.QuickReplyOptionParams] | Omit = OMIT,
        attachment_urls: SequenceNotStr[str] | Omit = OMIT,
        created_at: datetime | int | Omit = OMIT,
        skip_notifications: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> TicketPart: ...

    @overload
    def reply(
        self,
        ticket_id: str | int,
        *,
        body: params.TicketReplyParams,
        options: RequestOptions | None = None,
    ) -> TicketPart: ...

    def reply(
        self,
        ticket_id: str | int,
        *,
        type: Literal["admin", "user"] | Omit = OMIT,
        message_type: (
            Literal["comment", "note", "quick_reply"]
            | Literal["comment"]
            | UnknownValue
            | Omit
        ) = OMIT,
        admin_id: str | int | Omit = OMIT,
        body: str | params.TicketReplyParams | Omit = OMIT,
        reply_options: Sequence[params.QuickReplyOptionParams] | Omit = OMIT,
        attachment_urls: SequenceNotStr[str] | Omit = OMIT,
        attachment_files: Sequence[params.AttachmentFileParams] | Omit = OMIT,
        cross_post: bool | Omit = OMIT,
        created_at: datetime | int | Omit = OMIT,
        skip_notifications: bool | Omit = OMIT,
        intercom_user_id: str | Omit = OMIT,
        user_id: str | Omit = OMIT,
        email: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> TicketPart:
        """Reply to a ticket as an admin or as a contact, or leave a note on it.

        `POST /tickets/{id}/reply`

        Contacts can't reply to tickets of the back office.

        `reply_as_admin`, `reply_as_contact` fix members of the body.

        Args:
            ticket_id: `id` in the path. The ticket's id, which isn't the `ticket_id`
                that people see.
            type: `admin` where an admin says it, `user` where a contact does.
            message_type: `comment` for the contact, `note` for teammates, or
                `quick_reply` with `reply_options` for the contact.
            admin_id: The admin who says it.
            body: The text, which comments and notes have to have; HTML in notes.
            reply_options: What the contact can choose from, which a `quick_reply` has
                to have.
            attachment_urls: Where pictures to attach are. 10 or fewer items.
            attachment_files: Files to attach, instead of `attachment_urls`; versions
                before 2.16 don't have this. 10 or fewer items.
            cross_post: Whether a note on a ticket of the back office goes to the linked
                conversations, too.
            created_at: When it was said, now when absent. Unix seconds in JSON.
            skip_notifications: Whether nobody is notified of it.
            intercom_user_id: The contact who says it, by the id that Intercom gave.
            user_id: The contact, by the id that your own system gave.
            email: The contact, by the email address.

        Overloads:
            type="admin", message_type, admin_id, [body], [reply_options],
            [attachment_urls], [attachment_files], [cross_post], [created_at],
            [skip_notifications]: What an admin says.
            type="user", body, [message_type="comment"], [intercom_user_id], [user_id],
            [email], [reply_options], [attachment_urls], [created_at],
            [skip_notifications]: What a contact says.
            body: The whole body.

        Returns: The part that the reply is.
        Raises: BadRequestError, UnauthorizedError, NotFoundError, RateLimitError
        (`data`: `ErrorList`).

        Example:
            ticket_part = client.tickets.reply(
                "5120", type="admin", message_type="comment", admin_id=5017690,
                body="A new atlas is on its way.",
            )
        """
        return self._session.send(
            REPLY,
            (ticket_id,),
            REPLY_VARIANTS_.collect(
                {
                    "type": type,
                    "message_type": message_type,
                    "admin_id": admin_id,
                    "body": body,
                    "reply_options": reply_options,
                    "attachment_urls": attachment_urls,
                    "attachment_files": attachment_files,
                    "cross_post": cross_post,
                    "created_at": created_at,
                    "skip_notifications": skip_notifications,
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
        ticket_id: str | int,
        *,
        message_type: Literal["comment", "note", "quick_reply"] | UnknownValue,
        admin_id: str | int,
        body: str | Omit = OMIT,
        reply_options: Sequence[params.QuickReplyOptionParams] | Omit = OMIT,
        attachment_urls: SequenceNotStr[str] | Omit = OMIT,
        attachment_files: Sequence[params.AttachmentFileParams] | Omit = OMIT,
        cross_post: bool | Omit = OMIT,
        created_at: datetime | int | Omit = OMIT,
        skip_notifications: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> TicketPart:
        """Reply to a ticket as an admin, or leave a note on it.

        `POST /tickets/{id}/reply`

        Contacts can't reply to tickets of the back office.

        Sends `type="admin"` in the body.

        Args:
            ticket_id: `id` in the path. The ticket's id, which isn't the `ticket_id`
                that people see.
            message_type: `comment` for the contact, `note` for teammates, or
                `quick_reply` with `reply_options` for the contact.
            admin_id: The admin who says it.
            body: The text, which comments and notes have to have; HTML in notes.
            reply_options: What the contact can choose from, which a `quick_reply` has
                to have.
            attachment_urls: Where pictures to attach are. 10 or fewer items.
            attachment_files: Files to attach, instead of `attachment_urls`; versions
                before 2.16 don't have this. 10 or fewer items.
            cross_post: Whether a note on a ticket of the back office goes to the linked
                conversations, too.
            created_at: When it was said, now when absent. Unix seconds in JSON.
            skip_notifications: Whether nobody is notified of it.

        Body: What an admin says.
        Returns: The part that the reply is.
        Raises: BadRequestError, UnauthorizedError, NotFoundError, RateLimitError
        (`data`: `ErrorList`).

        Example:
            ticket_part = client.tickets.reply_as_admin(
                "5120", message_type="comment", admin_id=5017690,
                body="A new atlas is on its way.",
            )
        """
        return self._session.send(
            REPLY_AS_ADMIN,
            (ticket_id,),
            {
                "message_type": message_type,
                "admin_id": admin_id,
                "body": body,
                "reply_options": reply_options,
                "attachment_urls": attachment_urls,
                "attachment_files": attachment_files,
                "cross_post": cross_post,
                "created_at": created_at,
                "skip_notifications": skip_notifications,
                "type": "admin",
            },
            options=options,
        )

    def reply_as_contact(
        self,
        ticket_id: str | int,
        *,
        body: str,
        intercom_user_id: str | Omit = OMIT,
        user_id: str | Omit = OMIT,
        email: str | Omit = OMIT,
        reply_options: Sequence[params.QuickReplyOptionParams] | Omit = OMIT,
        attachment_urls: SequenceNotStr[str] | Omit = OMIT,
        created_at: datetime | int | Omit = OMIT,
        skip_notifications: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> TicketPart:
        """Reply to a ticket as a contact.

        `POST /tickets/{id}/reply`

        Contacts can't reply to tickets of the back office.

        Sends `type="user"`, `message_type="comment"` in the body.

        Args:
            ticket_id: `id` in the path. The ticket's id, which isn't the `ticket_id`
                that people see.
            body: The text.
            intercom_user_id: The contact who says it, by the id that Intercom gave.
            user_id: The contact, by the id that your own system gave.
            email: The contact, by the email address.
            reply_options: What the contact has chosen.
            attachment_urls: Where pictures to attach are. 10 or fewer items.
            created_at: When it was said, now when absent. Unix seconds in JSON.
            skip_notifications: Whether nobody is notified of it.

        Body: What a contact says. Needs at least one of `intercom_user_id`, `user_id`,
        `email`.
        Returns: The part that the reply is.
        Raises: BadRequestError, UnauthorizedError, NotFoundError, RateLimitError
        (`data`: `ErrorList`).

        Example:
            ticket_part = client.tickets.reply_as_contact(
                "5120", body="A new atlas is on its way.",
                intercom_user_id="65a1f0c2e4b0a7d1c3f49b21",
            )
        """
        return self._session.send(
            REPLY_AS_CONTACT,
            (ticket_id,),
            {
                "body": body,
                "intercom_user_id": intercom_user_id,
                "user_id": user_id,
                "email": email,
                "reply_options": reply_options,
                "attachment_urls": attachment_urls,
                "created_at": created_at,
                "skip_notifications": skip_notifications,
                "type": "user",
                "message_type": "comment",
            },
            options=options,
        )

    def change_type(
        self,
        ticket_id: str | int,
        *,
        ticket_type_id: str | int,
        ticket_state_id: str | int,
        ticket_attributes: params.TicketAttributesParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Ticket:
        """Make a ticket one of another type of the same category.

        `POST /tickets/{ticket_id}/change_type`

        Attributes that both types have, by name and data type, keep their values unless
        others are sent. The ticket's `ticket_state` can come as the state's category
        alone. Versions before 2.16 don't have this.

        Args:
            ticket_id: The ticket's id, which isn't the `ticket_id` that people see.
            ticket_type_id: The type, of the same category.
            ticket_state_id: The state to put it in, which the new type has to have.
            ticket_attributes: Values by the names of the new type's attributes.

        Returns: The ticket.
        Raises: BadRequestError, UnauthorizedError, NotFoundError, RateLimitError
        (`data`: `ErrorList`).

        Example:
            ticket = client.tickets.change_type(
                "5120", ticket_type_id="15", ticket_state_id="301"
            )
        """
        return self._session.send(
            CHANGE_TYPE,
            (ticket_id,),
            {
                "ticket_type_id": ticket_type_id,
                "ticket_state_id": ticket_state_id,
                "ticket_attributes": ticket_attributes,
            },
            options=options,
        )

    def add_tag(
        self,
        ticket_id: str | int,
        *,
        tag_id: str | int,
        admin_id: str | int,
        options: RequestOptions | None = None,
    ) -> Tag:
        """Tag a ticket.

        `POST /tickets/{ticket_id}/tags`

        Args:
            ticket_id: The ticket's id, which isn't the `ticket_id` that people see.
            tag_id: `id` in the body. The tag's id.
            admin_id: The admin who does this.

        Returns: The tag.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            tag = client.tickets.add_tag("5120", tag_id="8812", admin_id=5017690)
        """
        return self._session.send(
            ADD_TAG, (ticket_id,), {"id": tag_id, "admin_id": admin_id}, options=options
        )

    def remove_tag(
        self,
        ticket_id: str | int,
        tag_id: str | int,
        *,
        admin_id: str | int,
        options: RequestOptions | None = None,
    ) -> Tag:
        """Take a tag off a ticket.

        `DELETE /tickets/{ticket_id}/tags/{id}`

        Args:
            ticket_id: The ticket's id, which isn't the `ticket_id` that people see.
            tag_id: `id` in the path. The tag's id.
            admin_id: The admin who does this.

        Returns: The tag.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            tag = client.tickets.remove_tag("5120", "8812", admin_id=5017690)
        """
        return self._session.send(
            REMOVE_TAG, (ticket_id, tag_id), {"admin_id": admin_id}, options=options
        )

    def link_conversation(
        self,
        ticket_id: str | int,
        *,
        conversation_id: str | int,
        options: RequestOptions | None = None,
    ) -> Conversation:
        """Link a conversation to a tracker ticket.

        `POST /tickets/{ticket_id}/linked_conversations`

        It may have become a customer's ticket since. A conversation has one tracker
        ticket at most, which has up to 2,500 of them. Apps need the permission
        `write_tickets`. Versions before 2.16 don't have this.

        Args:
            ticket_id: The ticket's id, which isn't the `ticket_id` that people see.
            conversation_id: The conversation, or the customer's ticket that it became.

        Returns: The conversation.
        Raises: BadRequestError, UnauthorizedError, NotFoundError, RateLimitError
        (`data`: `ErrorList`).

        Example:
            conversation = client.tickets.link_conversation(
                "5120", conversation_id="215469850001"
            )
        """
        return self._session.send(
            LINK_CONVERSATION,
            (ticket_id,),
            {"conversation_id": conversation_id},
            options=options,
        )

    def unlink_conversation(
        self,
        ticket_id: str | int,
        conversation_id: str | int,
        *,
        options: RequestOptions | None = None,
    ) -> Conversation:
        """Undo the link of a conversation to a tracker ticket.

        `DELETE /tickets/{ticket_id}/linked_conversations/{id}`

        One that isn't linked is a 404. Apps need the permission `write_tickets`.
        Versions before 2.16 don't have this.

        Args:
            ticket_id: The ticket's id, which isn't the `ticket_id` that people see.
            conversation_id: `id` in the path. The conversation's id.

        Returns: The conversation.
        Raises: BadRequestError, UnauthorizedError, NotFoundError, RateLimitError
        (`data`: `ErrorList`).

        Example:
            conversation = client.tickets.unlink_conversation("5120", "215469850001")
        """
        return self._session.send(
            UNLINK_CONVERSATION, (ticket_id, conversation_id), options=options
        )


class AsyncTickets(AsyncResource):
    """`Tickets` for asynchronous clients."""

    async def create(
        self,
        *,
        ticket_type_id: str | int,
        contacts: Sequence[params.TicketContactParams],
        ticket_attributes: params.TicketAttributesParams | Omit = OMIT,
        assignment: params.TicketAssignmentParams | Omit = OMIT,
        company_id: str | Omit = OMIT,
        conversation_to_link_id: str | int | Omit = OMIT,
        created_at: datetime | int | Omit = OMIT,
        skip_notifications: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Ticket:
        """Create a ticket. `POST /tickets`, as `Tickets.create`."""
        return await self._session.send(
            CREATE,
            (),
            {
                "ticket_type_id": ticket_type_id,
                "contacts": contacts,
                "ticket_attributes": ticket_attributes,
                "assignment": assignment,
                "company_id": company_id,
                "conversation_to_link_id": conversation_to_link_id,
                "created_at": created_at,
                "skip_notifications": skip_notifications,
            },
            options=options,
        )

    async def enqueue_create(
        self,
        *,
        ticket_type_id: str | int,
        contacts: Sequence[params.TicketContactParams],
        ticket_attributes: params.TicketAttributesParams | Omit = OMIT,
        assignment: params.TicketAssignmentParams | Omit = OMIT,
        company_id: str | Omit = OMIT,
        conversation_to_link_id: str | int | Omit = OMIT,
        created_at: datetime | int | Omit = OMIT,
        skip_notifications: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Job:
        """`POST /tickets/enqueue`, as `Tickets.enqueue_create`."""
        return await self._session.send(
            ENQUEUE_CREATE,
            (),
            {
                "ticket_type_id": ticket_type_id,
                "contacts": contacts,
                "ticket_attributes": ticket_attributes,
                "assignment": assignment,
                "company_id": company_id,
                "conversation_to_link_id": conversation_to_link_id,
                "created_at": created_at,
                "skip_notifications": skip_notifications,
            },
            options=options,
        )

    async def enqueue_create_and_wait(
        self,
        *,
        ticket_type_id: str | int,
        contacts: Sequence[params.TicketContactParams],
        ticket_attributes: params.TicketAttributesParams | Omit = OMIT,
        assignment: params.TicketAssignmentParams | Omit = OMIT,
        company_id: str | Omit = OMIT,
        conversation_to_link_id: str | int | Omit = OMIT,
        created_at: datetime | int | Omit = OMIT,
        skip_notifications: bool | Omit = OMIT,
        deadline: float | None = 3600.0,
        on_progress: Callable[[Job], object] | None = None,
        options: RequestOptions | None = None,
    ) -> Job:
        """`POST /tickets/enqueue`, as `Tickets.enqueue_create_and_wait`."""
        return await self._session.wait(
            ENQUEUE_CREATE_AND_WAIT,
            (),
            {
                "ticket_type_id": ticket_type_id,
                "contacts": contacts,
                "ticket_attributes": ticket_attributes,
                "assignment": assignment,
                "company_id": company_id,
                "conversation_to_link_id": conversation_to_link_id,
                "created_at": created_at,
                "skip_notifications": skip_notifications,
            },
            deadline=deadline,
            on_progress=on_progress,
            options=options,
        )

    def search(
        self,
        *,
        query: params.SearchQueryParams,
        pagination: params.SearchPaginationParams | Omit = OMIT,
        per_page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Ticket, TicketList]:
        """`POST /tickets/search`, as `Tickets.search`."""
        return self._session.paginate(
            SEARCH,
            (),
            max_items,
            cursor,
            options,
            {"query": query, "pagination": pagination},
            size=per_page,
        )

    async def retrieve(
        self, ticket_id: str | int, *, options: RequestOptions | None = None
    ) -> Ticket:
        """`GET /tickets/{id}`, as `Tickets.retrieve`."""
        return await self._session.send(RETRIEVE, (ticket_id,), options=options)

    async def update(
        self,
        ticket_id: str | int,
        *,
        ticket_attributes: params.TicketAttributesParams | Omit = OMIT,
        ticket_state_id: str | int | Omit = OMIT,
        admin_id: str | int | Omit = OMIT,
        assignee_id: str | int | Omit = OMIT,
        company_id: str | None | Omit = OMIT,
        open: bool | Omit = OMIT,
        snoozed_until: datetime | int | Omit = OMIT,
        is_shared: bool | Omit = OMIT,
        skip_notifications: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Ticket:
        """`PUT /tickets/{id}`, as `Tickets.update`."""
        return await self._session.send(
            UPDATE,
            (ticket_id,),
            {
                "ticket_attributes": ticket_attributes,
                "ticket_state_id": ticket_state_id,
                "admin_id": admin_id,
                "assignee_id": assignee_id,
                "company_id": company_id,
                "open": open,
                "snoozed_until": snoozed_until,
                "is_shared": is_shared,
                "skip_notifications": skip_notifications,
            },
            options=options,
        )

    async def delete(
        self, ticket_id: str | int, *, options: RequestOptions | None = None
    ) -> TicketDeleted:
        """Delete a ticket, for good. `DELETE /tickets/{id}`, as `Tickets.delete`."""
        return await self._session.send(DELETE, (ticket_id,), options=options)

    @overload
    async def reply(
        self,
        ticket_id: str | int,
        *,
        type: Literal["admin"],
        message_type: Literal["comment", "note", "quick_reply"] | UnknownValue,
        admin_id: str | int,
        body: str | Omit = OMIT,
        reply_options: Sequence[params.QuickReplyOptionParams] | Omit = OMIT,
        attachment_urls: SequenceNotStr[str] | Omit = OMIT,
        attachment_files: Sequence[params.AttachmentFileParams] | Omit = OMIT,
        cross_post: bool | Omit = OMIT,
        created_at: datetime | int | Omit = OMIT,
        skip_notifications: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> TicketPart: ...

    @overload
    async def reply(
        self,
        ticket_id: str | int,
        *,
        type: Literal["user"],
        body: str,
        message_type: Literal["comment"] | Omit = OMIT,
        intercom_user_id: str | Omit = OMIT,
        user_id: str | Omit = OMIT,
        email: str | Omit = OMIT,
        reply_options: Sequence[params.QuickReplyOptionParams] | Omit = OMIT,
        attachment_urls: SequenceNotStr[str] | Omit = OMIT,
        created_at: datetime | int | Omit = OMIT,
        skip_notifications: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> TicketPart: ...

    @overload
    async def reply(
        self,
        ticket_id: str | int,
        *,
        body: params.TicketReplyParams,
        options: RequestOptions | None = None,
    ) -> TicketPart: ...

    async def reply(
        self,
        ticket_id: str | int,
        *,
        type: Literal["admin", "user"] | Omit = OMIT,
        message_type: (
            Literal["comment", "note", "quick_reply"]
            | Literal["comment"]
            | UnknownValue
            | Omit
        ) = OMIT,
        admin_id: str | int | Omit = OMIT,
        body: str | params.TicketReplyParams | Omit = OMIT,
        reply_options: Sequence[params.QuickReplyOptionParams] | Omit = OMIT,
        attachment_urls: SequenceNotStr[str] | Omit = OMIT,
        attachment_files: Sequence[params.AttachmentFileParams] | Omit = OMIT,
        cross_post: bool | Omit = OMIT,
        created_at: datetime | int | Omit = OMIT,
        skip_notifications: bool | Omit = OMIT,
        intercom_user_id: str | Omit = OMIT,
        user_id: str | Omit = OMIT,
        email: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> TicketPart:
        """`POST /tickets/{id}/reply`, as `Tickets.reply`."""
        return await self._session.send(
            REPLY,
            (ticket_id,),
            REPLY_VARIANTS_.collect(
                {
                    "type": type,
                    "message_type": message_type,
                    "admin_id": admin_id,
                    "body": body,
                    "reply_options": reply_options,
                    "attachment_urls": attachment_urls,
                    "attachment_files": attachment_files,
                    "cross_post": cross_post,
                    "created_at": created_at,
                    "skip_notifications": skip_notifications,
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
        ticket_id: str | int,
        *,
        message_type: Literal["comment", "note", "quick_reply"] | UnknownValue,
        admin_id: str | int,
        body: str | Omit = OMIT,
        reply_options: Sequence[params.QuickReplyOptionParams] | Omit = OMIT,
        attachment_urls: SequenceNotStr[str] | Omit = OMIT,
        attachment_files: Sequence[params.AttachmentFileParams] | Omit = OMIT,
        cross_post: bool | Omit = OMIT,
        created_at: datetime | int | Omit = OMIT,
        skip_notifications: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> TicketPart:
        """`POST /tickets/{id}/reply`, as `Tickets.reply_as_admin`."""
        return await self._session.send(
            REPLY_AS_ADMIN,
            (ticket_id,),
            {
                "message_type": message_type,
                "admin_id": admin_id,
                "body": body,
                "reply_options": reply_options,
                "attachment_urls": attachment_urls,
                "attachment_files": attachment_files,
                "cross_post": cross_post,
                "created_at": created_at,
                "skip_notifications": skip_notifications,
                "type": "admin",
            },
            options=options,
        )

    async def reply_as_contact(
        self,
        ticket_id: str | int,
        *,
        body: str,
        intercom_user_id: str | Omit = OMIT,
        user_id: str | Omit = OMIT,
        email: str | Omit = OMIT,
        reply_options: Sequence[params.QuickReplyOptionParams] | Omit = OMIT,
        attachment_urls: SequenceNotStr[str] | Omit = OMIT,
        created_at: datetime | int | Omit = OMIT,
        skip_notifications: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> TicketPart:
        """`POST /tickets/{id}/reply`, as `Tickets.reply_as_contact`."""
        return await self._session.send(
            REPLY_AS_CONTACT,
            (ticket_id,),
            {
                "body": body,
                "intercom_user_id": intercom_user_id,
                "user_id": user_id,
                "email": email,
                "reply_options": reply_options,
                "attachment_urls": attachment_urls,
                "created_at": created_at,
                "skip_notifications": skip_notifications,
                "type": "user",
                "message_type": "comment",
            },
            options=options,
        )

    async def change_type(
        self,
        ticket_id: str | int,
        *,
        ticket_type_id: str | int,
        ticket_state_id: str | int,
        ticket_attributes: params.TicketAttributesParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Ticket:
        """`POST /tickets/{ticket_id}/change_type`, as `Tickets.change_type`."""
        return await self._session.send(
            CHANGE_TYPE,
            (ticket_id,),
            {
                "ticket_type_id": ticket_type_id,
                "ticket_state_id": ticket_state_id,
                "ticket_attributes": ticket_attributes,
            },
            options=options,
        )

    async def add_tag(
        self,
        ticket_id: str | int,
        *,
        tag_id: str | int,
        admin_id: str | int,
        options: RequestOptions | None = None,
    ) -> Tag:
        """Tag a ticket. `POST /tickets/{ticket_id}/tags`, as `Tickets.add_tag`."""
        return await self._session.send(
            ADD_TAG, (ticket_id,), {"id": tag_id, "admin_id": admin_id}, options=options
        )

    async def remove_tag(
        self,
        ticket_id: str | int,
        tag_id: str | int,
        *,
        admin_id: str | int,
        options: RequestOptions | None = None,
    ) -> Tag:
        """`DELETE /tickets/{ticket_id}/tags/{id}`, as `Tickets.remove_tag`."""
        return await self._session.send(
            REMOVE_TAG, (ticket_id, tag_id), {"admin_id": admin_id}, options=options
        )

    async def link_conversation(
        self,
        ticket_id: str | int,
        *,
        conversation_id: str | int,
        options: RequestOptions | None = None,
    ) -> Conversation:
        """`POST /tickets/{ticket_id}/linked_conversations`, as
        `Tickets.link_conversation`.
        """
        return await self._session.send(
            LINK_CONVERSATION,
            (ticket_id,),
            {"conversation_id": conversation_id},
            options=options,
        )

    async def unlink_conversation(
        self,
        ticket_id: str | int,
        conversation_id: str | int,
        *,
        options: RequestOptions | None = None,
    ) -> Conversation:
        """`DELETE /tickets/{ticket_id}/linked_conversations/{id}`, as
        `Tickets.unlink_conversation`.
        """
        return await self._session.send(
            UNLINK_CONVERSATION, (ticket_id, conversation_id), options=options
        )
