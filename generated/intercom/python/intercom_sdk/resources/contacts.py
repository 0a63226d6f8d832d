"""Contacts are the people who write to the workspace: users, who are known to it,
and leads, who aren't yet.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from .._models.contacts import (
    BannerDismissed,
    BannerList,
    ContactActivity,
    ContactActivityList,
    ContactArchived,
    ContactBlocked,
    ContactDeleted,
    ContactSegments,
    ContactsBulkJob,
    MergeHistory,
    MergePreview,
    SubscriptionType,
    SubscriptionTypeList,
)
from .._models.shared import (
    Company,
    CompanyList,
    Contact,
    ContactList,
    ErrorList,
    Merge,
    Tag,
    TagList,
)
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.jobs.job import PollOperation, StartOperation, State
from .._runtime.json.plain_data import UnknownValue
from .._runtime.operation.conversion import SECONDS, Conversion
from .._runtime.operation.operation import Operation
from .._runtime.paging.pager import AsyncPager, ByCursor, PagedOperation, Pager
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.parameters import PathParameter, QueryParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Json

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

LIST: PagedOperation[Contact, ContactList] = PagedOperation(
    "GET",
    "/contacts",
    parameters=(QueryParameter("per_page"), QueryParameter("include_merge_history")),
    responses={"200": Json(ContactList)},
    errors={"401": Json(ErrorList), "429": Json(ErrorList)},
    paging=ByCursor(
        ("data",),
        next=("pages", "next"),
        parameter="starting_after",
        total_items=("total_count",),
    ),
)
CREATE: Operation[Contact] = Operation(
    "POST",
    "/contacts",
    body=JsonBody(),
    convert=Conversion(body={"signed_up_at": SECONDS, "last_seen_at": SECONDS}),
    responses={"200": Json(Contact)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "409": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
SEARCH: PagedOperation[Contact, ContactList] = PagedOperation(
    "POST",
    "/contacts/search",
    parameters=(QueryParameter("include_merge_history"),),
    body=JsonBody(),
    responses={"200": Json(ContactList)},
    errors={"400": Json(ErrorList), "401": Json(ErrorList), "429": Json(ErrorList)},
    paging=ByCursor(
        ("data",),
        next=("pages", "next"),
        body=("pagination", "starting_after"),
        size=("pagination", "per_page"),
        total_items=("total_count",),
    ),
)
RETRIEVE: Operation[Contact] = Operation(
    "GET",
    "/contacts/{id}",
    parameters=(PathParameter("id"), QueryParameter("include_merge_history")),
    responses={"200": Json(Contact)},
    errors={
        "401": Json(ErrorList),
        "404": Json(ErrorList),
        "410": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
UPDATE: Operation[Contact] = Operation(
    "PUT",
    "/contacts/{id}",
    parameters=(PathParameter("id"), QueryParameter("include_merge_history")),
    body=JsonBody(),
    convert=Conversion(body={"signed_up_at": SECONDS, "last_seen_at": SECONDS}),
    responses={"200": Json(Contact)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
DELETE: Operation[ContactDeleted] = Operation(
    "DELETE",
    "/contacts/{id}",
    parameters=(PathParameter("id"),),
    responses={"200": Json(ContactDeleted)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
RETRIEVE_BY_EXTERNAL_ID: Operation[Contact] = Operation(
    "GET",
    "/contacts/find_by_external_id/{external_id}",
    parameters=(PathParameter("external_id"), QueryParameter("include_merge_history")),
    responses={"200": Json(Contact)},
    errors={
        "401": Json(ErrorList),
        "404": Json(ErrorList),
        "410": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
MERGE: Operation[Contact] = Operation(
    "POST",
    "/contacts/merge",
    parameters=(QueryParameter("include_merge_history"),),
    body=JsonBody(),
    responses={"200": Json(Contact)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
PREVIEW_MERGE: Operation[MergePreview] = Operation(
    "POST",
    "/contacts/merge/preview",
    body=JsonBody(),
    responses={"200": Json(MergePreview)},
    errors={"401": Json(ErrorList), "429": Json(ErrorList)},
)
LIST_MERGE_HISTORY: PagedOperation[Merge, MergeHistory] = PagedOperation(
    "GET",
    "/contacts/{id}/merge_history",
    parameters=(
        PathParameter("id"),
        QueryParameter("per_page"),
        QueryParameter("order"),
    ),
    responses={"200": Json(MergeHistory)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
    paging=ByCursor(
        ("data",), next=("next_cursor",), parameter="cursor", more=("has_more",)
    ),
)
LIST_ACTIVITIES: PagedOperation[ContactActivity, ContactActivityList] = PagedOperation(
    "GET",
    "/contacts/activities",
    parameters=(QueryParameter("per_page"),),
    responses={"200": Json(ContactActivityList)},
    errors={"401": Json(ErrorList), "429": Json(ErrorList)},
    paging=ByCursor(("data",), next=("pages", "next"), parameter="starting_after"),
)
ARCHIVE: Operation[ContactArchived] = Operation(
    "POST",
    "/contacts/{id}/archive",
    parameters=(PathParameter("id"),),
    responses={"200": Json(ContactArchived)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
UNARCHIVE: Operation[ContactArchived] = Operation(
    "POST",
    "/contacts/{id}/unarchive",
    parameters=(PathParameter("id"),),
    responses={"200": Json(ContactArchived)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
BLOCK: Operation[ContactBlocked] = Operation(
    "POST",
    "/contacts/{id}/block",
    parameters=(PathParameter("id"),),
    responses={"200": Json(ContactBlocked)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
BULK_UPDATE: Operation[ContactsBulkJob] = Operation(
    "PUT",
    "/contacts/bulk",
    body=JsonBody(),
    responses={"202": Json(ContactsBulkJob)},
    errors={
        "401": Json(ErrorList),
        "403": Json(ErrorList),
        "404": Json(ErrorList),
        "422": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
BULK_UPDATE_AND_WAIT: StartOperation[ContactsBulkJob, ContactsBulkJob] = StartOperation(
    "PUT",
    "/contacts/bulk",
    body=JsonBody(),
    responses={"202": Json(ContactsBulkJob)},
    errors={
        "401": Json(ErrorList),
        "403": Json(ErrorList),
        "404": Json(ErrorList),
        "422": Json(ErrorList),
        "429": Json(ErrorList),
    },
    poll=PollOperation(
        "GET",
        "/contacts/bulk/{id}",
        parameters=(PathParameter("id"),),
        responses={"200": Json(ContactsBulkJob)},
        errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
        states=(
            State(
                ("state",),
                done=("completed", "completed_with_errors"),
                others=("pending", "running"),
            ),
        ),
    ),
    sources=(("id",),),
)
BULK_CREATE: Operation[ContactsBulkJob] = Operation(
    "POST",
    "/contacts/bulk",
    body=JsonBody(),
    convert=Conversion(
        body={"contacts": {None: {"signed_up_at": SECONDS, "last_seen_at": SECONDS}}}
    ),
    responses={"202": Json(ContactsBulkJob)},
    errors={
        "401": Json(ErrorList),
        "403": Json(ErrorList),
        "404": Json(ErrorList),
        "422": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
BULK_CREATE_AND_WAIT: StartOperation[ContactsBulkJob, ContactsBulkJob] = StartOperation(
    "POST",
    "/contacts/bulk",
    body=JsonBody(),
    convert=Conversion(
        body={"contacts": {None: {"signed_up_at": SECONDS, "last_seen_at": SECONDS}}}
    ),
    responses={"202": Json(ContactsBulkJob)},
    errors={
        "401": Json(ErrorList),
        "403": Json(ErrorList),
        "404": Json(ErrorList),
        "422": Json(ErrorList),
        "429": Json(ErrorList),
    },
    poll=PollOperation(
        "GET",
        "/contacts/bulk/{id}",
        parameters=(PathParameter("id"),),
        responses={"200": Json(ContactsBulkJob)},
        errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
        states=(
            State(
                ("state",),
                done=("completed", "completed_with_errors"),
                others=("pending", "running"),
            ),
        ),
    ),
    sources=(("id",),),
)
BULK_DELETE: Operation[ContactsBulkJob] = Operation(
    "POST",
    "/contacts/bulk/delete",
    body=JsonBody(),
    responses={"202": Json(ContactsBulkJob)},
    errors={
        "401": Json(ErrorList),
        "403": Json(ErrorList),
        "404": Json(ErrorList),
        "422": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
BULK_DELETE_AND_WAIT: StartOperation[ContactsBulkJob, ContactsBulkJob] = StartOperation(
    "POST",
    "/contacts/bulk/delete",
    body=JsonBody(),
    responses={"202": Json(ContactsBulkJob)},
    errors={
        "401": Json(ErrorList),
        "403": Json(ErrorList),
        "404": Json(ErrorList),
        "422": Json(ErrorList),
        "429": Json(ErrorList),
    },
    poll=PollOperation(
        "GET",
        "/contacts/bulk/{id}",
        parameters=(PathParameter("id"),),
        responses={"200": Json(ContactsBulkJob)},
        errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
        states=(
            State(
                ("state",),
                done=("completed", "completed_with_errors"),
                others=("pending", "running"),
            ),
        ),
    ),
    sources=(("id",),),
)
RETRIEVE_BULK_JOB: Operation[ContactsBulkJob] = Operation(
    "GET",
    "/contacts/bulk/{id}",
    parameters=(PathParameter("id"),),
    responses={"200": Json(ContactsBulkJob)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
WAIT: PollOperation[ContactsBulkJob] = PollOperation(
    "GET",
    "/contacts/bulk/{id}",
    parameters=(PathParameter("id"),),
    responses={"200": Json(ContactsBulkJob)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
    states=(
        State(
            ("state",),
            done=("completed", "completed_with_errors"),
            others=("pending", "running"),
        ),
    ),
)
LIST_COMPANIES: PagedOperation[Company, CompanyList] = PagedOperation(
    "GET",
    "/contacts/{id}/companies",
    parameters=(
        PathParameter("id"),
        QueryParameter("page"),
        QueryParameter("per_page"),
    ),
    responses={"200": Json(CompanyList)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
    paging=ByCursor(
        ("data",),
        next=("pages", "next"),
        parameter="starting_after",
        total_items=("total_count",),
    ),
)
ADD_COMPANY: Operation[Company] = Operation(
    "POST",
    "/contacts/{id}/companies",
    parameters=(PathParameter("id"),),
    body=JsonBody(),
    responses={"200": Json(Company)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
REMOVE_COMPANY: Operation[Company] = Operation(
    "DELETE",
    "/contacts/{contact_id}/companies/{id}",
    parameters=(PathParameter("contact_id"), PathParameter("id")),
    responses={"200": Json(Company)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
LIST_SEGMENTS: Operation[ContactSegments] = Operation(
    "GET",
    "/contacts/{contact_id}/segments",
    parameters=(PathParameter("contact_id"),),
    responses={"200": Json(ContactSegments)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
LIST_SUBSCRIPTIONS: Operation[SubscriptionTypeList] = Operation(
    "GET",
    "/contacts/{contact_id}/subscriptions",
    parameters=(PathParameter("contact_id"),),
    responses={"200": Json(SubscriptionTypeList)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
ADD_SUBSCRIPTION: Operation[SubscriptionType] = Operation(
    "POST",
    "/contacts/{contact_id}/subscriptions",
    parameters=(PathParameter("contact_id"),),
    body=JsonBody(),
    responses={"200": Json(SubscriptionType)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
REMOVE_SUBSCRIPTION: Operation[SubscriptionType] = Operation(
    "DELETE",
    "/contacts/{contact_id}/subscriptions/{id}",
    parameters=(PathParameter("contact_id"), PathParameter("id")),
    responses={"200": Json(SubscriptionType)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
LIST_TAGS: Operation[TagList] = Operation(
    "GET",
    "/contacts/{contact_id}/tags",
    parameters=(PathParameter("contact_id"),),
    responses={"200": Json(TagList)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
ADD_TAG: Operation[Tag] = Operation(
    "POST",
    "/contacts/{contact_id}/tags",
    parameters=(PathParameter("contact_id"),),
    body=JsonBody(),
    responses={"200": Json(Tag)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
REMOVE_TAG: Operation[Tag] = Operation(
    "DELETE",
    "/contacts/{contact_id}/tags/{id}",
    parameters=(PathParameter("contact_id"), PathParameter("id")),
    responses={"200": Json(Tag)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
LIST_BANNERS: Operation[BannerList] = Operation(
    "GET",
    "/contacts/{id}/banners",
    parameters=(PathParameter("id"),),
    responses={"200": Json(BannerList)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
DISMISS_BANNER: Operation[BannerDismissed] = Operation(
    "POST",
    "/contacts/{id}/banners/{view_id}/dismiss",
    parameters=(PathParameter("id"), PathParameter("view_id")),
    responses={"200": Json(BannerDismissed)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)


class Contacts(Resource):
    """Contacts are the people who write to the workspace: users, who are known to
    it, and leads, who aren't yet.
    """

    def list(
        self,
        *,
        per_page: int | Omit = OMIT,
        include_merge_history: bool | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Contact, ContactList]:
        """List the contacts of the workspace, users and leads.

        `GET /contacts`

        Contacts that were merged into others are left out.

        Args:
            per_page: How many items a page holds, 50 when absent. At least 1.
            include_merge_history: Whether users come with their `merge_history`. Leads
                have none, and neither have versions before 2.16. Default `False`.
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: The contacts.
        Raises: UnauthorizedError, RateLimitError (`data`: `ErrorList`).

        Example:
            for contact in client.contacts.list():
                print(contact.id)
        """
        return self._session.paginate(
            LIST, (per_page, include_merge_history), max_items, cursor, options
        )

    def create(
        self,
        *,
        role: Literal["user", "lead"] | UnknownValue | Omit = OMIT,
        external_id: str | Omit = OMIT,
        email: str | Omit = OMIT,
        email_verified: bool | None | Omit = OMIT,
        phone: str | None | Omit = OMIT,
        name: str | None | Omit = OMIT,
        avatar: str | None | Omit = OMIT,
        signed_up_at: datetime | int | None | Omit = OMIT,
        last_seen_at: datetime | int | None | Omit = OMIT,
        owner_id: str | int | None | Omit = OMIT,
        unsubscribed_from_emails: bool | None | Omit = OMIT,
        language_override: str | None | Omit = OMIT,
        custom_attributes: params.CustomAttributesParams | None | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Contact:
        """Create a contact, a user or a lead.

        `POST /contacts`

        One of `email`, `external_id` and `role` has to be there. A user with this email
        or external id that exists already, archived ones included, is an error.

        Args:
            role: `user`, or `lead`.
            external_id: The id that your own system gives it.
            email: The email address.
            email_verified: Whether you know that the email address is the contact's;
                goes with `email` only, and from version 2.16 on.
            phone: The phone number.
            name: The name.
            avatar: Where the picture is.
            signed_up_at: When it signed up with you. Unix seconds in JSON.
            last_seen_at: When it was last seen. Unix seconds in JSON.
            owner_id: The admin who is to look after it.
            unsubscribed_from_emails: Whether it wants no emails.
            language_override: Its language, two letters of ISO 639-1; a code that isn't
                known is stored as null. Only the version Unstable has this.
            custom_attributes: Values by the names of attributes, which have to exist.

        Body: Needs at least one of `email`, `external_id`, `role`.
        Returns: The contact.
        Raises: BadRequestError, UnauthorizedError, ConflictError, RateLimitError
        (`data`: `ErrorList`).

        Example:
            contact = client.contacts.create(
                role="user", external_id="reader-1780",
                email="mary@harbour-books.example", name="Mary Somerville",
                signed_up_at=1730106000, owner_id=5017690,
                custom_attributes={"favourite_shelf": "astronomy", "orders": 12},
            )
        """
        return self._session.send(
            CREATE,
            (),
            {
                "role": role,
                "external_id": external_id,
                "email": email,
                "email_verified": email_verified,
                "phone": phone,
                "name": name,
                "avatar": avatar,
                "signed_up_at": signed_up_at,
                "last_seen_at": last_seen_at,
                "owner_id": owner_id,
                "unsubscribed_from_emails": unsubscribed_from_emails,
                "language_override": language_override,
                "custom_attributes": custom_attributes,
            },
            options=options,
        )

    def search(
        self,
        *,
        query: params.SearchQueryParams,
        include_merge_history: bool | Omit = OMIT,
        pagination: params.SearchPaginationParams | Omit = OMIT,
        sort: params.SearchSortParams | Omit = OMIT,
        per_page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Contact, ContactList]:
        """Find contacts by their attributes.

        `POST /contacts/search`

        A group of conditions has at most 15 members, and groups nest in groups once.
        Which operators a field takes depends on its type: texts all but `<` and `>`;
        `tag_id` only `=` and `!=`; times all but `IN`, `~`, `^` and `$`; custom
        attributes that are dates only `=`, `<` and `>`, which compare whole days in
        UTC.

        New contacts can take minutes to be found; merged ones aren't.

        Args:
            query: A condition, or a group of them.
            include_merge_history: Whether users come with their `merge_history`. Leads
                have none, and neither have versions before 2.16. Default `False`.
            pagination: Which page is wanted, and how large.
            sort: The order of what is found; versions before 2.16 don't have this.
            per_page: How many items a page holds, at most 150. At least 1, at most 150.
                Sent as `pagination.per_page`.
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: The contacts that were found.
        Raises: BadRequestError, UnauthorizedError, RateLimitError (`data`:
        `ErrorList`).

        Example:
            for contact in client.contacts.search(
                query={
                    "operator": "AND",
                    "value": [
                        {"field": "role", "operator": "=", "value": "user"},
                        {"field": "updated_at", "operator": ">", "value": 1732000000},
                    ],
                },
                sort={"field": "updated_at", "order": "descending"},
            ):
                print(contact.id)
        """
        return self._session.paginate(
            SEARCH,
            (include_merge_history,),
            max_items,
            cursor,
            options,
            {"query": query, "pagination": pagination, "sort": sort},
            size=per_page,
        )

    def retrieve(
        self,
        contact_id: str | int,
        *,
        include_merge_history: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Contact:
        """Fetch one contact.

        `GET /contacts/{id}`

        Args:
            contact_id: `id` in the path. The contact's id, as Intercom gave it.
            include_merge_history: Whether users come with their `merge_history`. Leads
                have none, and neither have versions before 2.16. Default `False`.

        Returns: The contact.
        Raises: UnauthorizedError, NotFoundError, APIStatusError, RateLimitError
        (`data`: `ErrorList`).

        Example:
            contact = client.contacts.retrieve("65a1f0c2e4b0a7d1c3f49b21")
        """
        return self._session.send(
            RETRIEVE, (contact_id, include_merge_history), options=options
        )

    def update(
        self,
        contact_id: str | int,
        *,
        include_merge_history: bool | Omit = OMIT,
        role: Literal["user", "lead"] | UnknownValue | Omit = OMIT,
        external_id: str | Omit = OMIT,
        email: str | Omit = OMIT,
        email_verified: bool | None | Omit = OMIT,
        phone: str | None | Omit = OMIT,
        name: str | None | Omit = OMIT,
        avatar: str | None | Omit = OMIT,
        signed_up_at: datetime | int | None | Omit = OMIT,
        last_seen_at: datetime | int | None | Omit = OMIT,
        owner_id: str | int | None | Omit = OMIT,
        unsubscribed_from_emails: bool | None | Omit = OMIT,
        language_override: str | None | Omit = OMIT,
        custom_attributes: params.CustomAttributesParams | None | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Contact:
        """Change a contact.

        `PUT /contacts/{id}`

        What isn't sent stays as it is. A custom attribute that relates to custom
        objects takes the list of their ids.

        Args:
            contact_id: `id` in the path. The contact's id, as Intercom gave it.
            include_merge_history: Whether users come with their `merge_history`. Leads
                have none, and neither have versions before 2.16. Default `False`.
            role: `user`, or `lead`.
            external_id: The id that your own system gives it.
            email: The email address.
            email_verified: Whether you know that the email address is the contact's;
                goes with `email` only, and from version 2.16 on.
            phone: The phone number.
            name: The name.
            avatar: Where the picture is.
            signed_up_at: When it signed up with you. Unix seconds in JSON.
            last_seen_at: When it was last seen. Unix seconds in JSON.
            owner_id: The admin who is to look after it.
            unsubscribed_from_emails: Whether it wants no emails.
            language_override: Its language, two letters of ISO 639-1; a code that isn't
                known is stored as null. Only the version Unstable has this.
            custom_attributes: Values by the names of attributes, which have to exist.

        Returns: The contact.
        Raises: BadRequestError, UnauthorizedError, NotFoundError, RateLimitError
        (`data`: `ErrorList`).

        Example:
            contact = client.contacts.update(
                "65a1f0c2e4b0a7d1c3f49b21", phone=None, name="Mary F. Somerville",
                custom_attributes={"orders": 13},
            )
        """
        return self._session.send(
            UPDATE,
            (contact_id, include_merge_history),
            {
                "role": role,
                "external_id": external_id,
                "email": email,
                "email_verified": email_verified,
                "phone": phone,
                "name": name,
                "avatar": avatar,
                "signed_up_at": signed_up_at,
                "last_seen_at": last_seen_at,
                "owner_id": owner_id,
                "unsubscribed_from_emails": unsubscribed_from_emails,
                "language_override": language_override,
                "custom_attributes": custom_attributes,
            },
            options=options,
        )

    def delete(
        self, contact_id: str | int, *, options: RequestOptions | None = None
    ) -> ContactDeleted:
        """Delete a contact, for good.

        `DELETE /contacts/{id}`

        Args:
            contact_id: `id` in the path. The contact's id, as Intercom gave it.

        Returns: The contact is gone.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            contact_deleted = client.contacts.delete("65a1f0c2e4b0a7d1c3f49b21")
        """
        return self._session.send(DELETE, (contact_id,), options=options)

    def retrieve_by_external_id(
        self,
        external_id: str | int,
        *,
        include_merge_history: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Contact:
        """Fetch the user with an external id.

        `GET /contacts/find_by_external_id/{external_id}`

        Leads aren't found this way.

        Args:
            external_id: The id that your own system gave the user.
            include_merge_history: Whether users come with their `merge_history`. Leads
                have none, and neither have versions before 2.16. Default `False`.

        Returns: The contact.
        Raises: UnauthorizedError, NotFoundError, APIStatusError, RateLimitError
        (`data`: `ErrorList`).

        Example:
            contact = client.contacts.retrieve_by_external_id("reader-1780")
        """
        return self._session.send(
            RETRIEVE_BY_EXTERNAL_ID,
            (external_id, include_merge_history),
            options=options,
        )

    def merge(
        self,
        *,
        from_: str,
        into: str,
        include_merge_history: bool | Omit = OMIT,
        skip_duplicate_validation: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Contact:
        """Merge a lead into a user.

        `POST /contacts/merge`

        This can't be undone. The lead can no longer be fetched, listed or found;
        fetching it is a 410 that names the user.

        Args:
            from_: The lead's id.
            into: The user's id.
            include_merge_history: Whether users come with their `merge_history`. Leads
                have none, and neither have versions before 2.16. Default `False`.
            skip_duplicate_validation: Whether they may differ in email, phone and
                external id; versions before 2.16 don't have this.

        Returns: The contact.
        Raises: BadRequestError, UnauthorizedError, NotFoundError, RateLimitError
        (`data`: `ErrorList`).

        Example:
            contact = client.contacts.merge(
                from_="65a1f0c2e4b0a7d1c3f49b40", into="65a1f0c2e4b0a7d1c3f49b21"
            )
        """
        return self._session.send(
            MERGE,
            (include_merge_history,),
            {
                "from": from_,
                "into": into,
                "skip_duplicate_validation": skip_duplicate_validation,
            },
            options=options,
        )

    def preview_merge(
        self,
        *,
        from_: str,
        into: str,
        skip_duplicate_validation: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> MergePreview:
        """Show what a merge would change, or why it isn't allowed.

        `POST /contacts/merge/preview`

        Nothing is changed. Only the version Unstable has this.

        Args:
            from_: The lead's id.
            into: The user's id.
            skip_duplicate_validation: Whether they may differ in email, phone and
                external id; versions before 2.16 don't have this.

        Returns: What the merge would do.
        Raises: UnauthorizedError, RateLimitError (`data`: `ErrorList`).

        Example:
            item = client.contacts.preview_merge(
                from_="65a1f0c2e4b0a7d1c3f49b40", into="65a1f0c2e4b0a7d1c3f49b21"
            )
        """
        return self._session.send(
            PREVIEW_MERGE,
            (),
            {
                "from": from_,
                "into": into,
                "skip_duplicate_validation": skip_duplicate_validation,
            },
            options=options,
        )

    def list_merge_history(
        self,
        contact_id: str | int,
        *,
        per_page: int | Omit = OMIT,
        order: Literal["asc", "desc"] | UnknownValue | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Merge, MergeHistory]:
        """List the contacts that were merged into a user.

        `GET /contacts/{id}/merge_history`

        Leads have no history, they are a 404. Versions before 2.16 don't have this.

        Args:
            contact_id: `id` in the path. The contact's id, as Intercom gave it.
            per_page: How many items a page holds, 50 when absent. At least 1.
            order: Whether the oldest merge comes first (`asc`) or last (`desc`, when
                absent).
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: The merges.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            for merge in client.contacts.list_merge_history("65a1f0c2e4b0a7d1c3f49b21"):
                print(merge.type)
        """
        return self._session.paginate(
            LIST_MERGE_HISTORY,
            (contact_id, per_page, order),
            max_items,
            cursor,
            options,
        )

    def list_activities(
        self,
        *,
        per_page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[ContactActivity, ContactActivityList]:
        """List what happened to the contacts of the workspace, oldest first.

        `GET /contacts/activities`

        Contacts that were made, merged, deleted, or got another role. Only the version
        Unstable has this.

        Args:
            per_page: How many items a page holds, 50 when absent. At least 1.
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: The activities.
        Raises: UnauthorizedError, RateLimitError (`data`: `ErrorList`).

        Example:
            for contact_activity in client.contacts.list_activities():
                print(contact_activity.id)
        """
        return self._session.paginate(
            LIST_ACTIVITIES, (per_page,), max_items, cursor, options
        )

    def archive(
        self, contact_id: str | int, *, options: RequestOptions | None = None
    ) -> ContactArchived:
        """Archive a contact.

        `POST /contacts/{id}/archive`

        Args:
            contact_id: `id` in the path. The contact's id, as Intercom gave it.

        Returns: The contact is archived.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            contact_archived = client.contacts.archive("65a1f0c2e4b0a7d1c3f49b21")
        """
        return self._session.send(ARCHIVE, (contact_id,), options=options)

    def unarchive(
        self, contact_id: str | int, *, options: RequestOptions | None = None
    ) -> ContactArchived:
        """Bring an archived contact back.

        `POST /contacts/{id}/unarchive`

        Args:
            contact_id: `id` in the path. The contact's id, as Intercom gave it.

        Returns: The contact is no longer archived.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            contact_archived = client.contacts.unarchive("65a1f0c2e4b0a7d1c3f49b21")
        """
        return self._session.send(UNARCHIVE, (contact_id,), options=options)

    def block(
        self, contact_id: str | int, *, options: RequestOptions | None = None
    ) -> ContactBlocked:
        """Block a contact.

        `POST /contacts/{id}/block`

        Its conversations are archived with it.

        Args:
            contact_id: `id` in the path. The contact's id, as Intercom gave it.

        Returns: The contact is blocked.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            contact_blocked = client.contacts.block("65a1f0c2e4b0a7d1c3f49b21")
        """
        return self._session.send(BLOCK, (contact_id,), options=options)

    def bulk_update(
        self,
        *,
        contacts: Sequence[params.BulkContactChangeParams],
        job: params.BulkJobReferenceParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> ContactsBulkJob:
        """Change up to 100 contacts in a job.

        `PUT /contacts/bulk`

        Tags that don't exist are left out. Only the version Unstable has this.

        Args:
            contacts: The changes, at most 100. 100 or fewer items.
            job: A job that isn't done, to which this is added.

        Returns: The job that does it.
        Raises: UnauthorizedError, ForbiddenError, NotFoundError,
        UnprocessableEntityError, RateLimitError (`data`: `ErrorList`).

        Example:
            contacts_bulk_job = client.contacts.bulk_update(
                contacts=[
                    {
                        "id": "65a1f0c2e4b0a7d1c3f49b21", "owner_id": "5017690",
                        "tags": {"add": [{"id": "8812"}], "remove": [{"id": "8813"}]},
                    },
                ],
            )
        """
        return self._session.send(
            BULK_UPDATE, (), {"contacts": contacts, "job": job}, options=options
        )

    def bulk_update_and_wait(
        self,
        *,
        contacts: Sequence[params.BulkContactChangeParams],
        job: params.BulkJobReferenceParams | Omit = OMIT,
        deadline: float | None = 3600.0,
        on_progress: Callable[[ContactsBulkJob], object] | None = None,
        options: RequestOptions | None = None,
    ) -> ContactsBulkJob:
        """Start the job, and wait until it is done.

        `PUT /contacts/bulk`

        Change up to 100 contacts in a job.

        Tags that don't exist are left out. Only the version Unstable has this.

        Args:
            contacts: The changes, at most 100. 100 or fewer items.
            job: A job that isn't done, to which this is added.
            deadline: Seconds that all of it may take; None for no limit.
            on_progress: Called with the job each time that it is shown.

        Returns: The job, once it is done.
        Raises: JobFailedError, JobTimeoutError (`job`); UnauthorizedError,
        ForbiddenError, NotFoundError, UnprocessableEntityError, RateLimitError (`data`:
        `ErrorList`).

        Example:
            contacts_bulk_job = client.contacts.bulk_update_and_wait(
                contacts=[
                    {
                        "id": "65a1f0c2e4b0a7d1c3f49b21", "owner_id": "5017690",
                        "tags": {"add": [{"id": "8812"}], "remove": [{"id": "8813"}]},
                    },
                ],
            )
        """
        return self._session.wait(
            BULK_UPDATE_AND_WAIT,
            (),
            {"contacts": contacts, "job": job},
            deadline=deadline,
            on_progress=on_progress,
            options=options,
        )

    def bulk_create(
        self,
        *,
        contacts: Sequence[params.BulkNewContactParams],
        job: params.BulkJobReferenceParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> ContactsBulkJob:
        """Create up to 100 contacts in a job.

        `POST /contacts/bulk`

        A contact whose email or external id exists is refused, and the job ends as
        `completed_with_errors`. The job doesn't say which; fetch the new contacts by
        their external ids. Tags that don't exist are left out. Only the version
        Unstable has this.

        Args:
            contacts: The contacts, at most 100. 100 or fewer items.
            job: A job that isn't done, to which this is added.

        Returns: The job that does it.
        Raises: UnauthorizedError, ForbiddenError, NotFoundError,
        UnprocessableEntityError, RateLimitError (`data`: `ErrorList`).

        Example:
            contacts_bulk_job = client.contacts.bulk_create(
                contacts=[
                    {
                        "external_id": "reader-1781",
                        "email": "caroline@harbour-books.example",
                        "name": "Caroline Herschel", "role": "user",
                        "companies": [
                            {"company_id": "harbour-books", "name": "Harbour Books"},
                        ],
                        "tags": {"add": [{"id": "8812"}]},
                    },
                ],
            )
        """
        return self._session.send(
            BULK_CREATE, (), {"contacts": contacts, "job": job}, options=options
        )

    def bulk_create_and_wait(
        self,
        *,
        contacts: Sequence[params.BulkNewContactParams],
        job: params.BulkJobReferenceParams | Omit = OMIT,
        deadline: float | None = 3600.0,
        on_progress: Callable[[ContactsBulkJob], object] | None = None,
        options: RequestOptions | None = None,
    ) -> ContactsBulkJob:
        """Start the job, and wait until it is done.

        `POST /contacts/bulk`

        Create up to 100 contacts in a job.

        A contact whose email or external id exists is refused, and the job ends as
        `completed_with_errors`. The job doesn't say which; fetch the new contacts by
        their external ids. Tags that don't exist are left out. Only the version
        Unstable has this.

        Args:
            contacts: The contacts, at most 100. 100 or fewer items.
            job: A job that isn't done, to which this is added.
            deadline: Seconds that all of it may take; None for no limit.
            on_progress: Called with the job each time that it is shown.

        Returns: The job, once it is done.
        Raises: JobFailedError, JobTimeoutError (`job`); UnauthorizedError,
        ForbiddenError, NotFoundError, UnprocessableEntityError, RateLimitError (`data`:
        `ErrorList`).

        Example:
            contacts_bulk_job = client.contacts.bulk_create_and_wait(
                contacts=[
                    {
                        "external_id": "reader-1781",
                        "email": "caroline@harbour-books.example",
                        "name": "Caroline Herschel", "role": "user",
                        "companies": [
                            {"company_id": "harbour-books", "name": "Harbour Books"},
                        ],
                        "tags": {"add": [{"id": "8812"}]},
                    },
                ],
            )
        """
        return self._session.wait(
            BULK_CREATE_AND_WAIT,
            (),
            {"contacts": contacts, "job": job},
            deadline=deadline,
            on_progress=on_progress,
            options=options,
        )

    def bulk_delete(
        self,
        *,
        contacts: Sequence[params.BulkContactParams],
        job: params.BulkJobReferenceParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> ContactsBulkJob:
        """Delete up to 100 contacts in a job, for good.

        `POST /contacts/bulk/delete`

        One that doesn't exist leaves the others as they are, and the job ends as
        `completed_with_errors`. Only the version Unstable has this.

        Args:
            contacts: The contacts, at most 100. 100 or fewer items.
            job: A job that isn't done, to which this is added.

        Returns: The job that does it.
        Raises: UnauthorizedError, ForbiddenError, NotFoundError,
        UnprocessableEntityError, RateLimitError (`data`: `ErrorList`).

        Example:
            contacts_bulk_job = client.contacts.bulk_delete(
                contacts=[{"id": "65a1f0c2e4b0a7d1c3f49b21"}]
            )
        """
        return self._session.send(
            BULK_DELETE, (), {"contacts": contacts, "job": job}, options=options
        )

    def bulk_delete_and_wait(
        self,
        *,
        contacts: Sequence[params.BulkContactParams],
        job: params.BulkJobReferenceParams | Omit = OMIT,
        deadline: float | None = 3600.0,
        on_progress: Callable[[ContactsBulkJob], object] | None = None,
        options: RequestOptions | None = None,
    ) -> ContactsBulkJob:
        """Start the job, and wait until it is done.

        `POST /contacts/bulk/delete`

        Delete up to 100 contacts in a job, for good.

        One that doesn't exist leaves the others as they are, and the job ends as
        `completed_with_errors`. Only the version Unstable has this.

        Args:
            contacts: The contacts, at most 100. 100 or fewer items.
            job: A job that isn't done, to which this is added.
            deadline: Seconds that all of it may take; None for no limit.
            on_progress: Called with the job each time that it is shown.

        Returns: The job, once it is done.
        Raises: JobFailedError, JobTimeoutError (`job`); UnauthorizedError,
        ForbiddenError, NotFoundError, UnprocessableEntityError, RateLimitError (`data`:
        `ErrorList`).

        Example:
            contacts_bulk_job = client.contacts.bulk_delete_and_wait(
                contacts=[{"id": "65a1f0c2e4b0a7d1c3f49b21"}]
            )
        """
        return self._session.wait(
            BULK_DELETE_AND_WAIT,
            (),
            {"contacts": contacts, "job": job},
            deadline=deadline,
            on_progress=on_progress,
            options=options,
        )

    def retrieve_bulk_job(
        self, job_id: str | int, *, options: RequestOptions | None = None
    ) -> ContactsBulkJob:
        """Fetch how far a bulk job is.

        `GET /contacts/bulk/{id}`

        Only the version Unstable has this.

        Args:
            job_id: `id` in the path. The job's id.

        Returns: The job.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            contacts_bulk_job = client.contacts.retrieve_bulk_job("job_71")
        """
        return self._session.send(RETRIEVE_BULK_JOB, (job_id,), options=options)

    def wait(
        self,
        job_id: str | int,
        *,
        deadline: float | None = 3600.0,
        on_progress: Callable[[ContactsBulkJob], object] | None = None,
        options: RequestOptions | None = None,
    ) -> ContactsBulkJob:
        """Wait until the job is done.

        `GET /contacts/bulk/{id}`

        Fetch how far a bulk job is.

        Only the version Unstable has this.

        Args:
            job_id: `id` in the path. The job's id.
            deadline: Seconds that all of it may take; None for no limit.
            on_progress: Called with the job each time that it is shown.

        Returns: The job, once it is done.
        Raises: JobFailedError, JobTimeoutError (`job`); UnauthorizedError,
        NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            contacts_bulk_job = client.contacts.wait("job_71")
        """
        return self._session.wait(
            WAIT, (job_id,), deadline=deadline, on_progress=on_progress, options=options
        )

    def list_companies(
        self,
        contact_id: str | int,
        *,
        page: int | Omit = OMIT,
        per_page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Company, CompanyList]:
        """List the companies that a contact belongs to.

        `GET /contacts/{id}/companies`

        Args:
            contact_id: `id` in the path. The contact's id, as Intercom gave it.
            page: The number of the page to start at, counted from 1. At least 1.
            per_page: How many items a page holds, 50 when absent. At least 1.
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: The companies.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            for company in client.contacts.list_companies("65a1f0c2e4b0a7d1c3f49b21"):
                print(company.id)
        """
        return self._session.paginate(
            LIST_COMPANIES, (contact_id, page, per_page), max_items, cursor, options
        )

    def add_company(
        self,
        contact_id: str | int,
        *,
        company_id: str | int,
        options: RequestOptions | None = None,
    ) -> Company:
        """Make a contact belong to a company.

        `POST /contacts/{id}/companies`

        Args:
            contact_id: `id` in the path. The contact's id, as Intercom gave it.
            company_id: `id` in the body. The company's id, as Intercom gave it.

        Returns: The company.
        Raises: BadRequestError, UnauthorizedError, NotFoundError, RateLimitError
        (`data`: `ErrorList`).

        Example:
            company = client.contacts.add_company(
                "65a1f0c2e4b0a7d1c3f49b21", company_id="65a1f0c2e4b0a7d1c3f4c001"
            )
        """
        return self._session.send(
            ADD_COMPANY, (contact_id,), {"id": company_id}, options=options
        )

    def remove_company(
        self,
        contact_id: str | int,
        company_id: str | int,
        *,
        options: RequestOptions | None = None,
    ) -> Company:
        """Take a contact out of a company.

        `DELETE /contacts/{contact_id}/companies/{id}`

        Args:
            contact_id: The contact's id, as Intercom gave it.
            company_id: `id` in the path. The company's id, as Intercom gave it.

        Returns: The company.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            company = client.contacts.remove_company(
                "65a1f0c2e4b0a7d1c3f49b21", "65a1f0c2e4b0a7d1c3f4c001"
            )
        """
        return self._session.send(
            REMOVE_COMPANY, (contact_id, company_id), options=options
        )

    def list_segments(
        self, contact_id: str | int, *, options: RequestOptions | None = None
    ) -> ContactSegments:
        """List the segments that a contact is in.

        `GET /contacts/{contact_id}/segments`

        They come all at once, this list has no pages.

        Args:
            contact_id: The contact's id, as Intercom gave it.

        Returns: The segments.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            contact_segments = client.contacts.list_segments("65a1f0c2e4b0a7d1c3f49b21")
        """
        return self._session.send(LIST_SEGMENTS, (contact_id,), options=options)

    def list_subscriptions(
        self, contact_id: str | int, *, options: RequestOptions | None = None
    ) -> SubscriptionTypeList:
        """List the subscription types that a contact has chosen or declined.

        `GET /contacts/{contact_id}/subscriptions`

        Opt-out types that the contact left and opt-in types that it joined; what was
        never chosen isn't listed. They come all at once, this list has no pages.

        Args:
            contact_id: The contact's id, as Intercom gave it.

        Returns: The subscription types.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            subscription_type_list = client.contacts.list_subscriptions(
                "65a1f0c2e4b0a7d1c3f49b21"
            )
        """
        return self._session.send(LIST_SUBSCRIPTIONS, (contact_id,), options=options)

    def add_subscription(
        self,
        contact_id: str | int,
        *,
        subscription_id: str | int,
        consent_type: Literal["opt_out", "opt_in"] | UnknownValue,
        options: RequestOptions | None = None,
    ) -> SubscriptionType:
        """Opt a contact in or out, by the kind of the subscription type.

        `POST /contacts/{contact_id}/subscriptions`

        A contact with an opt-out type gets none of its messages, one with an opt-in
        type gets them.

        Args:
            contact_id: The contact's id, as Intercom gave it.
            subscription_id: `id` in the body. The subscription type's id.
            consent_type: What the contact does, which has to be the type's own kind.

        Returns: The subscription type.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            subscription_type = client.contacts.add_subscription(
                "65a1f0c2e4b0a7d1c3f49b21", subscription_id="91",
                consent_type="opt_out",
            )
        """
        return self._session.send(
            ADD_SUBSCRIPTION,
            (contact_id,),
            {"id": subscription_id, "consent_type": consent_type},
            options=options,
        )

    def remove_subscription(
        self,
        contact_id: str | int,
        subscription_id: str | int,
        *,
        options: RequestOptions | None = None,
    ) -> SubscriptionType:
        """Take a contact's choice about a subscription type back.

        `DELETE /contacts/{contact_id}/subscriptions/{id}`

        Args:
            contact_id: The contact's id, as Intercom gave it.
            subscription_id: `id` in the path. The subscription type's id.

        Returns: The subscription type.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            subscription_type = client.contacts.remove_subscription(
                "65a1f0c2e4b0a7d1c3f49b21", "91"
            )
        """
        return self._session.send(
            REMOVE_SUBSCRIPTION, (contact_id, subscription_id), options=options
        )

    def list_tags(
        self, contact_id: str | int, *, options: RequestOptions | None = None
    ) -> TagList:
        """List the tags of a contact.

        `GET /contacts/{contact_id}/tags`

        They come all at once, this list has no pages.

        Args:
            contact_id: The contact's id, as Intercom gave it.

        Returns: The tags.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            tag_list = client.contacts.list_tags("65a1f0c2e4b0a7d1c3f49b21")
        """
        return self._session.send(LIST_TAGS, (contact_id,), options=options)

    def add_tag(
        self,
        contact_id: str | int,
        *,
        tag_id: str | int,
        options: RequestOptions | None = None,
    ) -> Tag:
        """Tag a contact.

        `POST /contacts/{contact_id}/tags`

        Args:
            contact_id: The contact's id, as Intercom gave it.
            tag_id: `id` in the body. The tag's id.

        Returns: The tag.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            tag = client.contacts.add_tag("65a1f0c2e4b0a7d1c3f49b21", tag_id="8812")
        """
        return self._session.send(
            ADD_TAG, (contact_id,), {"id": tag_id}, options=options
        )

    def remove_tag(
        self,
        contact_id: str | int,
        tag_id: str | int,
        *,
        options: RequestOptions | None = None,
    ) -> Tag:
        """Take a tag off a contact.

        `DELETE /contacts/{contact_id}/tags/{id}`

        Args:
            contact_id: The contact's id, as Intercom gave it.
            tag_id: `id` in the path. The tag's id.

        Returns: The tag.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            tag = client.contacts.remove_tag("65a1f0c2e4b0a7d1c3f49b21", "8812")
        """
        return self._session.send(REMOVE_TAG, (contact_id, tag_id), options=options)

    def list_banners(
        self, contact_id: str | int, *, options: RequestOptions | None = None
    ) -> BannerList:
        """List the banners that a contact is to see.

        `GET /contacts/{id}/banners`

        Each banner counts as seen once it is listed, so list them when they are shown.
        They come all at once, this list has no pages. Versions before 2.16 don't have
        this.

        Args:
            contact_id: `id` in the path. The contact's id, as Intercom gave it.

        Returns: The banners.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            banner_list = client.contacts.list_banners("65a1f0c2e4b0a7d1c3f49b21")
        """
        return self._session.send(LIST_BANNERS, (contact_id,), options=options)

    def dismiss_banner(
        self,
        contact_id: str | int,
        view_id: str | int,
        *,
        options: RequestOptions | None = None,
    ) -> BannerDismissed:
        """Note that a contact has closed a banner.

        `POST /contacts/{id}/banners/{view_id}/dismiss`

        It isn't shown to the contact again, in the Messenger either. Closing it twice
        is no error. Versions before 2.16 don't have this.

        Args:
            contact_id: `id` in the path. The contact's id, as Intercom gave it.
            view_id: The banner's `view_id`, as the list of banners has it.

        Returns: The banner is closed.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            banner_dismissed = client.contacts.dismiss_banner(
                "65a1f0c2e4b0a7d1c3f49b21", "990017"
            )
        """
        return self._session.send(
            DISMISS_BANNER, (contact_id, view_id), options=options
        )


class AsyncContacts(AsyncResource):
    """`Contacts` for asynchronous clients."""

    def list(
        self,
        *,
        per_page: int | Omit = OMIT,
        include_merge_history: bool | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Contact, ContactList]:
        """`GET /contacts`, as `Contacts.list`."""
        return self._session.paginate(
            LIST, (per_page, include_merge_history), max_items, cursor, options
        )

    async def create(
        self,
        *,
        role: Literal["user", "lead"] | UnknownValue | Omit = OMIT,
        external_id: str | Omit = OMIT,
        email: str | Omit = OMIT,
        email_verified: bool | None | Omit = OMIT,
        phone: str | None | Omit = OMIT,
        name: str | None | Omit = OMIT,
        avatar: str | None | Omit = OMIT,
        signed_up_at: datetime | int | None | Omit = OMIT,
        last_seen_at: datetime | int | None | Omit = OMIT,
        owner_id: str | int | None | Omit = OMIT,
        unsubscribed_from_emails: bool | None | Omit = OMIT,
        language_override: str | None | Omit = OMIT,
        custom_attributes: params.CustomAttributesParams | None | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Contact:
        """Create a contact, a user or a lead. `POST /contacts`, as
        `Contacts.create`.
        """
        return await self._session.send(
            CREATE,
            (),
            {
                "role": role,
                "external_id": external_id,
                "email": email,
                "email_verified": email_verified,
                "phone": phone,
                "name": name,
                "avatar": avatar,
                "signed_up_at": signed_up_at,
                "last_seen_at": last_seen_at,
                "owner_id": owner_id,
                "unsubscribed_from_emails": unsubscribed_from_emails,
                "language_override": language_override,
                "custom_attributes": custom_attributes,
            },
            options=options,
        )

    def search(
        self,
        *,
        query: params.SearchQueryParams,
        include_merge_history: bool | Omit = OMIT,
        pagination: params.SearchPaginationParams | Omit = OMIT,
        sort: params.SearchSortParams | Omit = OMIT,
        per_page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Contact, ContactList]:
        """`POST /contacts/search`, as `Contacts.search`."""
        return self._session.paginate(
            SEARCH,
            (include_merge_history,),
            max_items,
            cursor,
            options,
            {"query": query, "pagination": pagination, "sort": sort},
            size=per_page,
        )

    async def retrieve(
        self,
        contact_id: str | int,
        *,
        include_merge_history: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Contact:
        """Fetch one contact. `GET /contacts/{id}`, as `Contacts.retrieve`."""
        return await self._session.send(
            RETRIEVE, (contact_id, include_merge_history), options=options
        )

    async def update(
        self,
        contact_id: str | int,
        *,
        include_merge_history: bool | Omit = OMIT,
        role: Literal["user", "lead"] | UnknownValue | Omit = OMIT,
        external_id: str | Omit = OMIT,
        email: str | Omit = OMIT,
        email_verified: bool | None | Omit = OMIT,
        phone: str | None | Omit = OMIT,
        name: str | None | Omit = OMIT,
        avatar: str | None | Omit = OMIT,
        signed_up_at: datetime | int | None | Omit = OMIT,
        last_seen_at: datetime | int | None | Omit = OMIT,
        owner_id: str | int | None | Omit = OMIT,
        unsubscribed_from_emails: bool | None | Omit = OMIT,
        language_override: str | None | Omit = OMIT,
        custom_attributes: params.CustomAttributesParams | None | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Contact:
        """Change a contact. `PUT /contacts/{id}`, as `Contacts.update`."""
        return await self._session.send(
            UPDATE,
            (contact_id, include_merge_history),
            {
                "role": role,
                "external_id": external_id,
                "email": email,
                "email_verified": email_verified,
                "phone": phone,
                "name": name,
                "avatar": avatar,
                "signed_up_at": signed_up_at,
                "last_seen_at": last_seen_at,
                "owner_id": owner_id,
                "unsubscribed_from_emails": unsubscribed_from_emails,
                "language_override": language_override,
                "custom_attributes": custom_attributes,
            },
            options=options,
        )

    async def delete(
        self, contact_id: str | int, *, options: RequestOptions | None = None
    ) -> ContactDeleted:
        """Delete a contact, for good. `DELETE /contacts/{id}`, as `Contacts.delete`."""
        return await self._session.send(DELETE, (contact_id,), options=options)

    async def retrieve_by_external_id(
        self,
        external_id: str | int,
        *,
        include_merge_history: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Contact:
        """`GET /contacts/find_by_external_id/{external_id}`, as
        `Contacts.retrieve_by_external_id`.
        """
        return await self._session.send(
            RETRIEVE_BY_EXTERNAL_ID,
            (external_id, include_merge_history),
            options=options,
        )

    async def merge(
        self,
        *,
        from_: str,
        into: str,
        include_merge_history: bool | Omit = OMIT,
        skip_duplicate_validation: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Contact:
        """Merge a lead into a user. `POST /contacts/merge`, as `Contacts.merge`."""
        return await self._session.send(
            MERGE,
            (include_merge_history,),
            {
                "from": from_,
                "into": into,
                "skip_duplicate_validation": skip_duplicate_validation,
            },
            options=options,
        )

    async def preview_merge(
        self,
        *,
        from_: str,
        into: str,
        skip_duplicate_validation: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> MergePreview:
        """`POST /contacts/merge/preview`, as `Contacts.preview_merge`."""
        return await self._session.send(
            PREVIEW_MERGE,
            (),
            {
                "from": from_,
                "into": into,
                "skip_duplicate_validation": skip_duplicate_validation,
            },
            options=options,
        )

    def list_merge_history(
        self,
        contact_id: str | int,
        *,
        per_page: int | Omit = OMIT,
        order: Literal["asc", "desc"] | UnknownValue | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Merge, MergeHistory]:
        """`GET /contacts/{id}/merge_history`, as `Contacts.list_merge_history`."""
        return self._session.paginate(
            LIST_MERGE_HISTORY,
            (contact_id, per_page, order),
            max_items,
            cursor,
            options,
        )

    def list_activities(
        self,
        *,
        per_page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[ContactActivity, ContactActivityList]:
        """`GET /contacts/activities`, as `Contacts.list_activities`."""
        return self._session.paginate(
            LIST_ACTIVITIES, (per_page,), max_items, cursor, options
        )

    async def archive(
        self, contact_id: str | int, *, options: RequestOptions | None = None
    ) -> ContactArchived:
        """Archive a contact. `POST /contacts/{id}/archive`, as `Contacts.archive`."""
        return await self._session.send(ARCHIVE, (contact_id,), options=options)

    async def unarchive(
        self, contact_id: str | int, *, options: RequestOptions | None = None
    ) -> ContactArchived:
        """`POST /contacts/{id}/unarchive`, as `Contacts.unarchive`."""
        return await self._session.send(UNARCHIVE, (contact_id,), options=options)

    async def block(
        self, contact_id: str | int, *, options: RequestOptions | None = None
    ) -> ContactBlocked:
        """Block a contact. `POST /contacts/{id}/block`, as `Contacts.block`."""
        return await self._session.send(BLOCK, (contact_id,), options=options)

    async def bulk_update(
        self,
        *,
        contacts: Sequence[params.BulkContactChangeParams],
        job: params.BulkJobReferenceParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> ContactsBulkJob:
        """`PUT /contacts/bulk`, as `Contacts.bulk_update`."""
        return await self._session.send(
            BULK_UPDATE, (), {"contacts": contacts, "job": job}, options=options
        )

    async def bulk_update_and_wait(
        self,
        *,
        contacts: Sequence[params.BulkContactChangeParams],
        job: params.BulkJobReferenceParams | Omit = OMIT,
        deadline: float | None = 3600.0,
        on_progress: Callable[[ContactsBulkJob], object] | None = None,
        options: RequestOptions | None = None,
    ) -> ContactsBulkJob:
        """`PUT /contacts/bulk`, as `Contacts.bulk_update_and_wait`."""
        return await self._session.wait(
            BULK_UPDATE_AND_WAIT,
            (),
            {"contacts": contacts, "job": job},
            deadline=deadline,
            on_progress=on_progress,
            options=options,
        )

    async def bulk_create(
        self,
        *,
        contacts: Sequence[params.BulkNewContactParams],
        job: params.BulkJobReferenceParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> ContactsBulkJob:
        """`POST /contacts/bulk`, as `Contacts.bulk_create`."""
        return await self._session.send(
            BULK_CREATE, (), {"contacts": contacts, "job": job}, options=options
        )

    async def bulk_create_and_wait(
        self,
        *,
        contacts: Sequence[params.BulkNewContactParams],
        job: params.BulkJobReferenceParams | Omit = OMIT,
        deadline: float | None = 3600.0,
        on_progress: Callable[[ContactsBulkJob], object] | None = None,
        options: RequestOptions | None = None,
    ) -> ContactsBulkJob:
        """`POST /contacts/bulk`, as `Contacts.bulk_create_and_wait`."""
        return await self._session.wait(
            BULK_CREATE_AND_WAIT,
            (),
            {"contacts": contacts, "job": job},
            deadline=deadline,
            on_progress=on_progress,
            options=options,
        )

    async def bulk_delete(
        self,
        *,
        contacts: Sequence[params.BulkContactParams],
        job: params.BulkJobReferenceParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> ContactsBulkJob:
        """`POST /contacts/bulk/delete`, as `Contacts.bulk_delete`."""
        return await self._session.send(
            BULK_DELETE, (), {"contacts": contacts, "job": job}, options=options
        )

    async def bulk_delete_and_wait(
        self,
        *,
        contacts: Sequence[params.BulkContactParams],
        job: params.BulkJobReferenceParams | Omit = OMIT,
        deadline: float | None = 3600.0,
        on_progress: Callable[[ContactsBulkJob], object] | None = None,
        options: RequestOptions | None = None,
    ) -> ContactsBulkJob:
        """`POST /contacts/bulk/delete`, as `Contacts.bulk_delete_and_wait`."""
        return await self._session.wait(
            BULK_DELETE_AND_WAIT,
            (),
            {"contacts": contacts, "job": job},
            deadline=deadline,
            on_progress=on_progress,
            options=options,
        )

    async def retrieve_bulk_job(
        self, job_id: str | int, *, options: RequestOptions | None = None
    ) -> ContactsBulkJob:
        """`GET /contacts/bulk/{id}`, as `Contacts.retrieve_bulk_job`."""
        return await self._session.send(RETRIEVE_BULK_JOB, (job_id,), options=options)

    async def wait(
        self,
        job_id: str | int,
        *,
        deadline: float | None = 3600.0,
        on_progress: Callable[[ContactsBulkJob], object] | None = None,
        options: RequestOptions | None = None,
    ) -> ContactsBulkJob:
        """Wait until the job is done. `GET /contacts/bulk/{id}`, as `Contacts.wait`."""
        return await self._session.wait(
            WAIT, (job_id,), deadline=deadline, on_progress=on_progress, options=options
        )

    def list_companies(
        self,
        contact_id: str | int,
        *,
        page: int | Omit = OMIT,
        per_page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Company, CompanyList]:
        """`GET /contacts/{id}/companies`, as `Contacts.list_companies`."""
        return self._session.paginate(
            LIST_COMPANIES, (contact_id, page, per_page), max_items, cursor, options
        )

    async def add_company(
        self,
        contact_id: str | int,
        *,
        company_id: str | int,
        options: RequestOptions | None = None,
    ) -> Company:
        """`POST /contacts/{id}/companies`, as `Contacts.add_company`."""
        return await self._session.send(
            ADD_COMPANY, (contact_id,), {"id": company_id}, options=options
        )

    async def remove_company(
        self,
        contact_id: str | int,
        company_id: str | int,
        *,
        options: RequestOptions | None = None,
    ) -> Company:
        """`DELETE /contacts/{contact_id}/companies/{id}`, as
        `Contacts.remove_company`.
        """
        return await self._session.send(
            REMOVE_COMPANY, (contact_id, company_id), options=options
        )

    async def list_segments(
        self, contact_id: str | int, *, options: RequestOptions | None = None
    ) -> ContactSegments:
        """`GET /contacts/{contact_id}/segments`, as `Contacts.list_segments`."""
        return await self._session.send(LIST_SEGMENTS, (contact_id,), options=options)

    async def list_subscriptions(
        self, contact_id: str | int, *, options: RequestOptions | None = None
    ) -> SubscriptionTypeList:
        """`GET /contacts/{contact_id}/subscriptions`, as
        `Contacts.list_subscriptions`.
        """
        return await self._session.send(
            LIST_SUBSCRIPTIONS, (contact_id,), options=options
        )

    async def add_subscription(
        self,
        contact_id: str | int,
        *,
        subscription_id: str | int,
        consent_type: Literal["opt_out", "opt_in"] | UnknownValue,
        options: RequestOptions | None = None,
    ) -> SubscriptionType:
        """`POST /contacts/{contact_id}/subscriptions`, as
        `Contacts.add_subscription`.
        """
        return await self._session.send(
            ADD_SUBSCRIPTION,
            (contact_id,),
            {"id": subscription_id, "consent_type": consent_type},
            options=options,
        )

    async def remove_subscription(
        self,
        contact_id: str | int,
        subscription_id: str | int,
        *,
        options: RequestOptions | None = None,
    ) -> SubscriptionType:
        """`DELETE /contacts/{contact_id}/subscriptions/{id}`, as
        `Contacts.remove_subscription`.
        """
        return await self._session.send(
            REMOVE_SUBSCRIPTION, (contact_id, subscription_id), options=options
        )

    async def list_tags(
        self, contact_id: str | int, *, options: RequestOptions | None = None
    ) -> TagList:
        """`GET /contacts/{contact_id}/tags`, as `Contacts.list_tags`."""
        return await self._session.send(LIST_TAGS, (contact_id,), options=options)

    async def add_tag(
        self,
        contact_id: str | int,
        *,
        tag_id: str | int,
        options: RequestOptions | None = None,
    ) -> Tag:
        """Tag a contact. `POST /contacts/{contact_id}/tags`, as `Contacts.add_tag`."""
        return await self._session.send(
            ADD_TAG, (contact_id,), {"id": tag_id}, options=options
        )

    async def remove_tag(
        self,
        contact_id: str | int,
        tag_id: str | int,
        *,
        options: RequestOptions | None = None,
    ) -> Tag:
        """`DELETE /contacts/{contact_id}/tags/{id}`, as `Contacts.remove_tag`."""
        return await self._session.send(
            REMOVE_TAG, (contact_id, tag_id), options=options
        )

    async def list_banners(
        self, contact_id: str | int, *, options: RequestOptions | None = None
    ) -> BannerList:
        """`GET /contacts/{id}/banners`, as `Contacts.list_banners`."""
        return await self._session.send(LIST_BANNERS, (contact_id,), options=options)

    async def dismiss_banner(
        self,
        contact_id: str | int,
        view_id: str | int,
        *,
        options: RequestOptions | None = None,
    ) -> BannerDismissed:
        """`POST /contacts/{id}/banners/{view_id}/dismiss`, as
        `Contacts.dismiss_banner`.
        """
        return await self._session.send(
            DISMISS_BANNER, (contact_id, view_id), options=options
        )
