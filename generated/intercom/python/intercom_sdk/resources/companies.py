"""Companies are the organisations that contacts belong to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from .._models.companies import (
    CompaniesBulkJob,
    CompanyDeleted,
    CompanyScroll,
    FoundCompanies,
    SegmentsOfCompany,
)
from .._models.shared import Company, CompanyList, Contact, ContactList, ErrorList
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.jobs.job import PollOperation, StartOperation, State
from .._runtime.json.plain_data import UnknownValue
from .._runtime.operation.conversion import SECONDS, Conversion
from .._runtime.operation.operation import Operation
from .._runtime.paging.pager import AsyncPager, ByCursor, ByPage, PagedOperation, Pager
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.parameters import PathParameter, QueryParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Json

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

FIND: Operation[FoundCompanies] = Operation(
    "GET",
    "/companies",
    parameters=(
        QueryParameter("name"),
        QueryParameter("company_id"),
        QueryParameter("tag_id"),
        QueryParameter("segment_id"),
        QueryParameter("page"),
        QueryParameter("per_page"),
    ),
    responses={"200": Json(FoundCompanies)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
CREATE_OR_UPDATE: Operation[Company] = Operation(
    "POST",
    "/companies",
    body=JsonBody(),
    convert=Conversion(body={"remote_created_at": SECONDS}),
    responses={"200": Json(Company)},
    errors={"400": Json(ErrorList), "401": Json(ErrorList), "429": Json(ErrorList)},
)
LIST: PagedOperation[Company, CompanyList] = PagedOperation(
    "POST",
    "/companies/list",
    parameters=(
        QueryParameter("page"),
        QueryParameter("per_page"),
        QueryParameter("order"),
    ),
    responses={"200": Json(CompanyList)},
    errors={"401": Json(ErrorList), "429": Json(ErrorList)},
    paging=ByPage(
        ("data",),
        parameter="page",
        total=("pages", "total_pages"),
        total_items=("total_count",),
    ),
)
SCROLL: PagedOperation[Company, CompanyScroll] = PagedOperation(
    "GET",
    "/companies/scroll",
    responses={"200": Json(CompanyScroll)},
    errors={"401": Json(ErrorList), "429": Json(ErrorList)},
    paging=ByCursor(
        ("data",),
        next=("scroll_param",),
        parameter="scroll_param",
        repeats=True,
        ends_empty=True,
    ),
)
SEARCH: PagedOperation[Company, CompanyList] = PagedOperation(
    "POST",
    "/companies/search",
    body=JsonBody(),
    responses={"200": Json(CompanyList)},
    errors={"400": Json(ErrorList), "401": Json(ErrorList), "429": Json(ErrorList)},
    paging=ByCursor(
        ("data",),
        next=("pages", "next"),
        body=("pagination", "starting_after"),
        size=("pagination", "per_page"),
        total_items=("total_count",),
    ),
)
RETRIEVE: Operation[Company] = Operation(
    "GET",
    "/companies/{id}",
    parameters=(PathParameter("id"),),
    responses={"200": Json(Company)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
UPDATE: Operation[Company] = Operation(
    "PUT",
    "/companies/{id}",
    parameters=(PathParameter("id"),),
    body=JsonBody(),
    convert=Conversion(body={"remote_created_at": SECONDS}),
    responses={"200": Json(Company)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
DELETE: Operation[CompanyDeleted] = Operation(
    "DELETE",
    "/companies/{id}",
    parameters=(PathParameter("id"),),
    responses={"200": Json(CompanyDeleted)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
LIST_CONTACTS: PagedOperation[Contact, ContactList] = PagedOperation(
    "GET",
    "/companies/{id}/contacts",
    parameters=(
        PathParameter("id"),
        QueryParameter("page"),
        QueryParameter("per_page"),
    ),
    responses={"200": Json(ContactList)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
    paging=ByCursor(
        ("data",),
        next=("pages", "next"),
        parameter="starting_after",
        total_items=("total_count",),
    ),
)
LIST_SEGMENTS: Operation[SegmentsOfCompany] = Operation(
    "GET",
    "/companies/{id}/segments",
    parameters=(PathParameter("id"),),
    responses={"200": Json(SegmentsOfCompany)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
BULK_UPDATE: Operation[CompaniesBulkJob] = Operation(
    "PUT",
    "/companies/bulk",
    body=JsonBody(),
    convert=Conversion(body={"companies": {None: {"remote_created_at": SECONDS}}}),
    responses={"202": Json(CompaniesBulkJob)},
    errors={
        "401": Json(ErrorList),
        "403": Json(ErrorList),
        "404": Json(ErrorList),
        "422": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
BULK_UPDATE_AND_WAIT: StartOperation[CompaniesBulkJob, CompaniesBulkJob] = (
    StartOperation(
        "PUT",
        "/companies/bulk",
        body=JsonBody(),
        convert=Conversion(body={"companies": {None: {"remote_created_at": SECONDS}}}),
        responses={"202": Json(CompaniesBulkJob)},
        errors={
            "401": Json(ErrorList),
            "403": Json(ErrorList),
            "404": Json(ErrorList),
            "422": Json(ErrorList),
            "429": Json(ErrorList),
        },
        poll=PollOperation(
            "GET",
            "/companies/bulk/{id}",
            parameters=(PathParameter("id"),),
            responses={"200": Json(CompaniesBulkJob)},
            errors={
                "401": Json(ErrorList),
                "404": Json(ErrorList),
                "429": Json(ErrorList),
            },
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
)
BULK_CREATE: Operation[CompaniesBulkJob] = Operation(
    "POST",
    "/companies/bulk",
    body=JsonBody(),
    convert=Conversion(body={"companies": {None: {"remote_created_at": SECONDS}}}),
    responses={"202": Json(CompaniesBulkJob)},
    errors={
        "401": Json(ErrorList),
        "403": Json(ErrorList),
        "404": Json(ErrorList),
        "422": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
BULK_CREATE_AND_WAIT: StartOperation[CompaniesBulkJob, CompaniesBulkJob] = (
    StartOperation(
        "POST",
        "/companies/bulk",
        body=JsonBody(),
        convert=Conversion(body={"companies": {None: {"remote_created_at": SECONDS}}}),
        responses={"202": Json(CompaniesBulkJob)},
        errors={
            "401": Json(ErrorList),
            "403": Json(ErrorList),
            "404": Json(ErrorList),
            "422": Json(ErrorList),
            "429": Json(ErrorList),
        },
        poll=PollOperation(
            "GET",
            "/companies/bulk/{id}",
            parameters=(PathParameter("id"),),
            responses={"200": Json(CompaniesBulkJob)},
            errors={
                "401": Json(ErrorList),
                "404": Json(ErrorList),
                "429": Json(ErrorList),
            },
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
)
BULK_DELETE: Operation[CompaniesBulkJob] = Operation(
    "POST",
    "/companies/bulk/delete",
    body=JsonBody(),
    responses={"202": Json(CompaniesBulkJob)},
    errors={
        "401": Json(ErrorList),
        "403": Json(ErrorList),
        "404": Json(ErrorList),
        "422": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
BULK_DELETE_AND_WAIT: StartOperation[CompaniesBulkJob, CompaniesBulkJob] = (
    StartOperation(
        "POST",
        "/companies/bulk/delete",
        body=JsonBody(),
        responses={"202": Json(CompaniesBulkJob)},
        errors={
            "401": Json(ErrorList),
            "403": Json(ErrorList),
            "404": Json(ErrorList),
            "422": Json(ErrorList),
            "429": Json(ErrorList),
        },
        poll=PollOperation(
            "GET",
            "/companies/bulk/{id}",
            parameters=(PathParameter("id"),),
            responses={"200": Json(CompaniesBulkJob)},
            errors={
                "401": Json(ErrorList),
                "404": Json(ErrorList),
                "429": Json(ErrorList),
            },
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
)
RETRIEVE_BULK_JOB: Operation[CompaniesBulkJob] = Operation(
    "GET",
    "/companies/bulk/{id}",
    parameters=(PathParameter("id"),),
    responses={"200": Json(CompaniesBulkJob)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
WAIT: PollOperation[CompaniesBulkJob] = PollOperation(
    "GET",
    "/companies/bulk/{id}",
    parameters=(PathParameter("id"),),
    responses={"200": Json(CompaniesBulkJob)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
    states=(
        State(
            ("state",),
            done=("completed", "completed_with_errors"),
            others=("pending", "running"),
        ),
    ),
)


class Companies(Resource):
    """Companies are the organisations that contacts belong to."""

    def find(
        self,
        *,
        name: str | Omit = OMIT,
        company_id: str | Omit = OMIT,
        tag_id: str | Omit = OMIT,
        segment_id: str | Omit = OMIT,
        page: int | Omit = OMIT,
        per_page: int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> FoundCompanies:
        """Find companies by name, own id, tag or segment.

        `GET /companies`

        With `name` or `company_id` the answer is one company, else it is a list: one
        page of it, which `page` and `per_page` choose. Companies without contacts are
        left out.

        Args:
            name: The name of the one company to find.
            company_id: The id that your own system gave the one company to find.
            tag_id: The tag that the companies have.
            segment_id: The segment that the companies are in.
            page: The number of the page to start at, counted from 1. At least 1.
            per_page: How many items a page holds, 50 when absent. At least 1.

        Returns: The company or the companies.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            item = client.companies.find()
        """
        return self._session.send(
            FIND,
            (name, company_id, tag_id, segment_id, page, per_page),
            options=options,
        )

    def create_or_update(
        self,
        *,
        company_id: str | Omit = OMIT,
        name: str | Omit = OMIT,
        plan: str | Omit = OMIT,
        size: int | Omit = OMIT,
        website: str | Omit = OMIT,
        industry: str | Omit = OMIT,
        monthly_spend: float | Omit = OMIT,
        remote_created_at: datetime | int | Omit = OMIT,
        update_last_request_at: bool | Omit = OMIT,
        custom_attributes: params.CustomAttributesParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Company:
        """Create a company, or update the one with this `company_id`.

        `POST /companies`

        A company is shown once a contact belongs to it. Its `company_id` can't be
        changed.

        Args:
            company_id: The id that your own system gives it.
            name: The name.
            plan: What it has bought, which is made where it isn't there.
            size: How many people work there.
            website: Where its pages are.
            industry: What it does.
            monthly_spend: What it pays each month.
            remote_created_at: When it was made in your own system. Unix seconds in
                JSON.
            update_last_request_at: Whether it counts as seen now; versions before 2.16
                don't have this.
            custom_attributes: Values by the names of attributes, which have to exist.

        Returns: The company.
        Raises: BadRequestError, UnauthorizedError, RateLimitError (`data`:
        `ErrorList`).

        Example:
            company = client.companies.create_or_update(
                company_id="harbour-books", name="Harbour Books", plan="Team", size=12,
                website="https://harbour-books.example", industry="Retail",
                monthly_spend=49.5, remote_created_at=1728900000,
            )
        """
        return self._session.send(
            CREATE_OR_UPDATE,
            (),
            {
                "company_id": company_id,
                "name": name,
                "plan": plan,
                "size": size,
                "website": website,
                "industry": industry,
                "monthly_spend": monthly_spend,
                "remote_created_at": remote_created_at,
                "update_last_request_at": update_last_request_at,
                "custom_attributes": custom_attributes,
            },
            options=options,
        )

    def list(
        self,
        *,
        page: int | Omit = OMIT,
        per_page: int | Omit = OMIT,
        order: Literal["asc", "desc"] | UnknownValue | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Company, CompanyList]:
        """List the companies of the workspace, those that were seen last first.

        `POST /companies/list`

        At most 10,000 come this way; `scroll` goes through all. Companies without
        contacts are left out.

        Args:
            page: The number of the page to start at, counted from 1. At least 1.
            per_page: How many items a page holds, 50 when absent. At least 1.
            order: Whether those that were seen last come last (`asc`) or first (`desc`,
                when absent).
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: The companies.
        Raises: UnauthorizedError, RateLimitError (`data`: `ErrorList`).

        Example:
            for company in client.companies.list():
                print(company.id)
        """
        return self._session.paginate(
            LIST, (page, per_page, order), max_items, cursor, options
        )

    def scroll(
        self,
        *,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Company, CompanyScroll]:
        """Go through all companies of the workspace.

        `GET /companies/scroll`

        A workspace has one scroll at a time, and one that nothing is asked of for a
        minute is over. It begins anew after a failure.

        Args:
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: The companies.
        Raises: UnauthorizedError, RateLimitError (`data`: `ErrorList`).

        Example:
            for company in client.companies.scroll():
                print(company.id)
        """
        return self._session.paginate(SCROLL, (), max_items, cursor, options)

    def search(
        self,
        *,
        query: params.SearchQueryParams,
        pagination: params.SearchPaginationParams | Omit = OMIT,
        sort: params.SearchSortParams | Omit = OMIT,
        per_page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Company, CompanyList]:
        """Find companies by their attributes.

        `POST /companies/search`

        Companies without contacts are left out. A group of conditions has at most 15
        members, and groups nest in groups once. Only the version Unstable has this.

        Args:
            query: A condition, or a group of them.
            pagination: Which page is wanted, and how large.
            sort: The order of what is found.
            per_page: How many items a page holds, at most 150. At least 1, at most 150.
                Sent as `pagination.per_page`.
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: The companies that were found.
        Raises: BadRequestError, UnauthorizedError, RateLimitError (`data`:
        `ErrorList`).

        Example:
            for company in client.companies.search(
                query={"field": "monthly_spend", "operator": ">", "value": 40},
                sort={"field": "monthly_spend", "order": "descending"},
            ):
                print(company.id)
        """
        return self._session.paginate(
            SEARCH,
            (),
            max_items,
            cursor,
            options,
            {"query": query, "pagination": pagination, "sort": sort},
            size=per_page,
        )

    def retrieve(
        self, company_id: str | int, *, options: RequestOptions | None = None
    ) -> Company:
        """Fetch one company.

        `GET /companies/{id}`

        Args:
            company_id: `id` in the path. The company's id, as Intercom gave it.

        Returns: The company.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            company = client.companies.retrieve("65a1f0c2e4b0a7d1c3f4c001")
        """
        return self._session.send(RETRIEVE, (company_id,), options=options)

    def update(
        self,
        company_id: str | int,
        *,
        name: str | Omit = OMIT,
        plan: str | Omit = OMIT,
        size: int | Omit = OMIT,
        website: str | Omit = OMIT,
        industry: str | Omit = OMIT,
        monthly_spend: float | Omit = OMIT,
        remote_created_at: datetime | int | Omit = OMIT,
        update_last_request_at: bool | Omit = OMIT,
        custom_attributes: params.CustomAttributesParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Company:
        """Change a company.

        `PUT /companies/{id}`

        What isn't sent stays as it is. The `company_id` can't be changed.

        Args:
            company_id: `id` in the path. The company's id, as Intercom gave it.
            name: The name.
            plan: What it has bought, which is made where it isn't there.
            size: How many people work there.
            website: Where its pages are.
            industry: What it does.
            monthly_spend: What it pays each month.
            remote_created_at: When it was made in your own system. Unix seconds in
                JSON.
            update_last_request_at: Whether it counts as seen now; versions before 2.16
                don't have this.
            custom_attributes: Values by the names of attributes, which have to exist.

        Returns: The company.
        Raises: BadRequestError, UnauthorizedError, NotFoundError, RateLimitError
        (`data`: `ErrorList`).

        Example:
            company = client.companies.update(
                "65a1f0c2e4b0a7d1c3f4c001", name="Harbour Books and Maps", size=14
            )
        """
        return self._session.send(
            UPDATE,
            (company_id,),
            {
                "name": name,
                "plan": plan,
                "size": size,
                "website": website,
                "industry": industry,
                "monthly_spend": monthly_spend,
                "remote_created_at": remote_created_at,
                "update_last_request_at": update_last_request_at,
                "custom_attributes": custom_attributes,
            },
            options=options,
        )

    def delete(
        self, company_id: str | int, *, options: RequestOptions | None = None
    ) -> CompanyDeleted:
        """Delete a company.

        `DELETE /companies/{id}`

        It is archived, a moment later, and its contacts no longer belong to it. What
        copies companies from elsewhere makes it again.

        Args:
            company_id: `id` in the path. The company's id, as Intercom gave it.

        Returns: The company is gone.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            company_deleted = client.companies.delete("65a1f0c2e4b0a7d1c3f4c001")
        """
        return self._session.send(DELETE, (company_id,), options=options)

    def list_contacts(
        self,
        company_id: str | int,
        *,
        page: int | Omit = OMIT,
        per_page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Contact, ContactList]:
        """List the contacts of a company.

        `GET /companies/{id}/contacts`

        Args:
            company_id: `id` in the path. The company's id, as Intercom gave it.
            page: The number of the page to start at, counted from 1. At least 1.
            per_page: How many items a page holds, 50 when absent. At least 1.
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: The contacts.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            for contact in client.companies.list_contacts("65a1f0c2e4b0a7d1c3f4c001"):
                print(contact.id)
        """
        return self._session.paginate(
            LIST_CONTACTS, (company_id, page, per_page), max_items, cursor, options
        )

    def list_segments(
        self, company_id: str | int, *, options: RequestOptions | None = None
    ) -> SegmentsOfCompany:
        """List the segments that a company is in.

        `GET /companies/{id}/segments`

        They come all at once, this list has no pages.

        Args:
            company_id: `id` in the path. The company's id, as Intercom gave it.

        Returns: The segments.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            segments_of_company = client.companies.list_segments(
                "65a1f0c2e4b0a7d1c3f4c001"
            )
        """
        return self._session.send(LIST_SEGMENTS, (company_id,), options=options)

    def bulk_update(
        self,
        *,
        companies: Sequence[params.BulkCompanyUpdateParams],
        job: params.BulkJobReferenceParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> CompaniesBulkJob:
        """Change up to 100 companies in a job.

        `PUT /companies/bulk`

        An id that nothing has makes no company, and the job ends as
        `completed_with_errors`. Only the version Unstable has this.

        Args:
            companies: The companies, at most 100. 100 or fewer items.
            job: A job that isn't done, to which this is added.

        Returns: The job that does it.
        Raises: UnauthorizedError, ForbiddenError, NotFoundError,
        UnprocessableEntityError, RateLimitError (`data`: `ErrorList`).

        Example:
            companies_bulk_job = client.companies.bulk_update(
                companies=[{"id": "65a1f0c2e4b0a7d1c3f4c001", "size": 14}]
            )
        """
        return self._session.send(
            BULK_UPDATE, (), {"companies": companies, "job": job}, options=options
        )

    def bulk_update_and_wait(
        self,
        *,
        companies: Sequence[params.BulkCompanyUpdateParams],
        job: params.BulkJobReferenceParams | Omit = OMIT,
        deadline: float | None = 3600.0,
        on_progress: Callable[[CompaniesBulkJob], object] | None = None,
        options: RequestOptions | None = None,
    ) -> CompaniesBulkJob:
        """Start the job, and wait until it is done.

        `PUT /companies/bulk`

        Change up to 100 companies in a job.

        An id that nothing has makes no company, and the job ends as
        `completed_with_errors`. Only the version Unstable has this.

        Args:
            companies: The companies, at most 100. 100 or fewer items.
            job: A job that isn't done, to which this is added.
            deadline: Seconds that all of it may take; None for no limit.
            on_progress: Called with the job each time that it is shown.

        Returns: The job, once it is done.
        Raises: JobFailedError, JobTimeoutError (`job`); UnauthorizedError,
        ForbiddenError, NotFoundError, UnprocessableEntityError, RateLimitError (`data`:
        `ErrorList`).

        Example:
            companies_bulk_job = client.companies.bulk_update_and_wait(
                companies=[{"id": "65a1f0c2e4b0a7d1c3f4c001", "size": 14}]
            )
        """
        return self._session.wait(
            BULK_UPDATE_AND_WAIT,
            (),
            {"companies": companies, "job": job},
            deadline=deadline,
            on_progress=on_progress,
            options=options,
        )

    def bulk_create(
        self,
        *,
        companies: Sequence[params.SaveCompanyParams],
        job: params.BulkJobReferenceParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> CompaniesBulkJob:
        """Create or update up to 100 companies in a job, by `company_id`.

        `POST /companies/bulk`

        One that is refused leaves the others as they are, and the job ends as
        `completed_with_errors`. Only the version Unstable has this.

        Args:
            companies: The companies, at most 100. 100 or fewer items.
            job: A job that isn't done, to which this is added.

        Returns: The job that does it.
        Raises: UnauthorizedError, ForbiddenError, NotFoundError,
        UnprocessableEntityError, RateLimitError (`data`: `ErrorList`).

        Example:
            companies_bulk_job = client.companies.bulk_create(
                companies=[
                    {
                        "company_id": "harbour-books", "name": "Harbour Books",
                        "size": 12,
                    },
                ],
            )
        """
        return self._session.send(
            BULK_CREATE, (), {"companies": companies, "job": job}, options=options
        )

    def bulk_create_and_wait(
        self,
        *,
        companies: Sequence[params.SaveCompanyParams],
        job: params.BulkJobReferenceParams | Omit = OMIT,
        deadline: float | None = 3600.0,
        on_progress: Callable[[CompaniesBulkJob], object] | None = None,
        options: RequestOptions | None = None,
    ) -> CompaniesBulkJob:
        """Start the job, and wait until it is done.

        `POST /companies/bulk`

        Create or update up to 100 companies in a job, by `company_id`.

        One that is refused leaves the others as they are, and the job ends as
        `completed_with_errors`. Only the version Unstable has this.

        Args:
            companies: The companies, at most 100. 100 or fewer items.
            job: A job that isn't done, to which this is added.
            deadline: Seconds that all of it may take; None for no limit.
            on_progress: Called with the job each time that it is shown.

        Returns: The job, once it is done.
        Raises: JobFailedError, JobTimeoutError (`job`); UnauthorizedError,
        ForbiddenError, NotFoundError, UnprocessableEntityError, RateLimitError (`data`:
        `ErrorList`).

        Example:
            companies_bulk_job = client.companies.bulk_create_and_wait(
                companies=[
                    {
                        "company_id": "harbour-books", "name": "Harbour Books",
                        "size": 12,
                    },
                ],
            )
        """
        return self._session.wait(
            BULK_CREATE_AND_WAIT,
            (),
            {"companies": companies, "job": job},
            deadline=deadline,
            on_progress=on_progress,
            options=options,
        )

    def bulk_delete(
        self,
        *,
        companies: Sequence[params.BulkCompanyIdParams],
        job: params.BulkJobReferenceParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> CompaniesBulkJob:
        """Delete up to 100 companies in a job.

        `POST /companies/bulk/delete`

        They are archived, as by `delete`. Only the version Unstable has this.

        Args:
            companies: The companies, at most 100. 100 or fewer items.
            job: A job that isn't done, to which this is added.

        Returns: The job that does it.
        Raises: UnauthorizedError, ForbiddenError, NotFoundError,
        UnprocessableEntityError, RateLimitError (`data`: `ErrorList`).

        Example:
            companies_bulk_job = client.companies.bulk_delete(
                companies=[{"id": "65a1f0c2e4b0a7d1c3f4c001"}]
            )
        """
        return self._session.send(
            BULK_DELETE, (), {"companies": companies, "job": job}, options=options
        )

    def bulk_delete_and_wait(
        self,
        *,
        companies: Sequence[params.BulkCompanyIdParams],
        job: params.BulkJobReferenceParams | Omit = OMIT,
        deadline: float | None = 3600.0,
        on_progress: Callable[[CompaniesBulkJob], object] | None = None,
        options: RequestOptions | None = None,
    ) -> CompaniesBulkJob:
        """Start the job, and wait until it is done.

        `POST /companies/bulk/delete`

        Delete up to 100 companies in a job.

        They are archived, as by `delete`. Only the version Unstable has this.

        Args:
            companies: The companies, at most 100. 100 or fewer items.
            job: A job that isn't done, to which this is added.
            deadline: Seconds that all of it may take; None for no limit.
            on_progress: Called with the job each time that it is shown.

        Returns: The job, once it is done.
        Raises: JobFailedError, JobTimeoutError (`job`); UnauthorizedError,
        ForbiddenError, NotFoundError, UnprocessableEntityError, RateLimitError (`data`:
        `ErrorList`).

        Example:
            companies_bulk_job = client.companies.bulk_delete_and_wait(
                companies=[{"id": "65a1f0c2e4b0a7d1c3f4c001"}]
            )
        """
        return self._session.wait(
            BULK_DELETE_AND_WAIT,
            (),
            {"companies": companies, "job": job},
            deadline=deadline,
            on_progress=on_progress,
            options=options,
        )

    def retrieve_bulk_job(
        self, job_id: str | int, *, options: RequestOptions | None = None
    ) -> CompaniesBulkJob:
        """Fetch how far a bulk job is.

        `GET /companies/bulk/{id}`

        Only the version Unstable has this.

        Args:
            job_id: `id` in the path. The job's id.

        Returns: The job.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            companies_bulk_job = client.companies.retrieve_bulk_job("job_72")
        """
        return self._session.send(RETRIEVE_BULK_JOB, (job_id,), options=options)

    def wait(
        self,
        job_id: str | int,
        *,
        deadline: float | None = 3600.0,
        on_progress: Callable[[CompaniesBulkJob], object] | None = None,
        options: RequestOptions | None = None,
    ) -> CompaniesBulkJob:
        """Wait until the job is done.

        `GET /companies/bulk/{id}`

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
            companies_bulk_job = client.companies.wait("job_72")
        """
        return self._session.wait(
            WAIT, (job_id,), deadline=deadline, on_progress=on_progress, options=options
        )


class AsyncCompanies(AsyncResource):
    """`Companies` for asynchronous clients."""

    async def find(
        self,
        *,
        name: str | Omit = OMIT,
        company_id: str | Omit = OMIT,
        tag_id: str | Omit = OMIT,
        segment_id: str | Omit = OMIT,
        page: int | Omit = OMIT,
        per_page: int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> FoundCompanies:
        """`GET /companies`, as `Companies.find`."""
        return await self._session.send(
            FIND,
            (name, company_id, tag_id, segment_id, page, per_page),
            options=options,
        )

    async def create_or_update(
        self,
        *,
        company_id: str | Omit = OMIT,
        name: str | Omit = OMIT,
        plan: str | Omit = OMIT,
        size: int | Omit = OMIT,
        website: str | Omit = OMIT,
        industry: str | Omit = OMIT,
        monthly_spend: float | Omit = OMIT,
        remote_created_at: datetime | int | Omit = OMIT,
        update_last_request_at: bool | Omit = OMIT,
        custom_attributes: params.CustomAttributesParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Company:
        """`POST /companies`, as `Companies.create_or_update`."""
        return await self._session.send(
            CREATE_OR_UPDATE,
            (),
            {
                "company_id": company_id,
                "name": name,
                "plan": plan,
                "size": size,
                "website": website,
                "industry": industry,
                "monthly_spend": monthly_spend,
                "remote_created_at": remote_created_at,
                "update_last_request_at": update_last_request_at,
                "custom_attributes": custom_attributes,
            },
            options=options,
        )

    def list(
        self,
        *,
        page: int | Omit = OMIT,
        per_page: int | Omit = OMIT,
        order: Literal["asc", "desc"] | UnknownValue | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Company, CompanyList]:
        """`POST /companies/list`, as `Companies.list`."""
        return self._session.paginate(
            LIST, (page, per_page, order), max_items, cursor, options
        )

    def scroll(
        self,
        *,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Company, CompanyScroll]:
        """`GET /companies/scroll`, as `Companies.scroll`."""
        return self._session.paginate(SCROLL, (), max_items, cursor, options)

    def search(
        self,
        *,
        query: params.SearchQueryParams,
        pagination: params.SearchPaginationParams | Omit = OMIT,
        sort: params.SearchSortParams | Omit = OMIT,
        per_page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Company, CompanyList]:
        """`POST /companies/search`, as `Companies.search`."""
        return self._session.paginate(
            SEARCH,
            (),
            max_items,
            cursor,
            options,
            {"query": query, "pagination": pagination, "sort": sort},
            size=per_page,
        )

    async def retrieve(
        self, company_id: str | int, *, options: RequestOptions | None = None
    ) -> Company:
        """Fetch one company. `GET /companies/{id}`, as `Companies.retrieve`."""
        return await self._session.send(RETRIEVE, (company_id,), options=options)

    async def update(
        self,
        company_id: str | int,
        *,
        name: str | Omit = OMIT,
        plan: str | Omit = OMIT,
        size: int | Omit = OMIT,
        website: str | Omit = OMIT,
        industry: str | Omit = OMIT,
        monthly_spend: float | Omit = OMIT,
        remote_created_at: datetime | int | Omit = OMIT,
        update_last_request_at: bool | Omit = OMIT,
        custom_attributes: params.CustomAttributesParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Company:
        """Change a company. `PUT /companies/{id}`, as `Companies.update`."""
        return await self._session.send(
            UPDATE,
            (company_id,),
            {
                "name": name,
                "plan": plan,
                "size": size,
                "website": website,
                "industry": industry,
                "monthly_spend": monthly_spend,
                "remote_created_at": remote_created_at,
                "update_last_request_at": update_last_request_at,
                "custom_attributes": custom_attributes,
            },
            options=options,
        )

    async def delete(
        self, company_id: str | int, *, options: RequestOptions | None = None
    ) -> CompanyDeleted:
        """Delete a company. `DELETE /companies/{id}`, as `Companies.delete`."""
        return await self._session.send(DELETE, (company_id,), options=options)

    def list_contacts(
        self,
        company_id: str | int,
        *,
        page: int | Omit = OMIT,
        per_page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Contact, ContactList]:
        """`GET /companies/{id}/contacts`, as `Companies.list_contacts`."""
        return self._session.paginate(
            LIST_CONTACTS, (company_id, page, per_page), max_items, cursor, options
        )

    async def list_segments(
        self, company_id: str | int, *, options: RequestOptions | None = None
    ) -> SegmentsOfCompany:
        """`GET /companies/{id}/segments`, as `Companies.list_segments`."""
        return await self._session.send(LIST_SEGMENTS, (company_id,), options=options)

    async def bulk_update(
        self,
        *,
        companies: Sequence[params.BulkCompanyUpdateParams],
        job: params.BulkJobReferenceParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> CompaniesBulkJob:
        """`PUT /companies/bulk`, as `Companies.bulk_update`."""
        return await self._session.send(
            BULK_UPDATE, (), {"companies": companies, "job": job}, options=options
        )

    async def bulk_update_and_wait(
        self,
        *,
        companies: Sequence[params.BulkCompanyUpdateParams],
        job: params.BulkJobReferenceParams | Omit = OMIT,
        deadline: float | None = 3600.0,
        on_progress: Callable[[CompaniesBulkJob], object] | None = None,
        options: RequestOptions | None = None,
    ) -> CompaniesBulkJob:
        """`PUT /companies/bulk`, as `Companies.bulk_update_and_wait`."""
        return await self._session.wait(
            BULK_UPDATE_AND_WAIT,
            (),
            {"companies": companies, "job": job},
            deadline=deadline,
            on_progress=on_progress,
            options=options,
        )

    async def bulk_create(
        self,
        *,
        companies: Sequence[params.SaveCompanyParams],
        job: params.BulkJobReferenceParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> CompaniesBulkJob:
        """`POST /companies/bulk`, as `Companies.bulk_create`."""
        return await self._session.send(
            BULK_CREATE, (), {"companies": companies, "job": job}, options=options
        )

    async def bulk_create_and_wait(
        self,
        *,
        companies: Sequence[params.SaveCompanyParams],
        job: params.BulkJobReferenceParams | Omit = OMIT,
        deadline: float | None = 3600.0,
        on_progress: Callable[[CompaniesBulkJob], object] | None = None,
        options: RequestOptions | None = None,
    ) -> CompaniesBulkJob:
        """`POST /companies/bulk`, as `Companies.bulk_create_and_wait`."""
        return await self._session.wait(
            BULK_CREATE_AND_WAIT,
            (),
            {"companies": companies, "job": job},
            deadline=deadline,
            on_progress=on_progress,
            options=options,
        )

    async def bulk_delete(
        self,
        *,
        companies: Sequence[params.BulkCompanyIdParams],
        job: params.BulkJobReferenceParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> CompaniesBulkJob:
        """`POST /companies/bulk/delete`, as `Companies.bulk_delete`."""
        return await self._session.send(
            BULK_DELETE, (), {"companies": companies, "job": job}, options=options
        )

    async def bulk_delete_and_wait(
        self,
        *,
        companies: Sequence[params.BulkCompanyIdParams],
        job: params.BulkJobReferenceParams | Omit = OMIT,
        deadline: float | None = 3600.0,
        on_progress: Callable[[CompaniesBulkJob], object] | None = None,
        options: RequestOptions | None = None,
    ) -> CompaniesBulkJob:
        """`POST /companies/bulk/delete`, as `Companies.bulk_delete_and_wait`."""
        return await self._session.wait(
            BULK_DELETE_AND_WAIT,
            (),
            {"companies": companies, "job": job},
            deadline=deadline,
            on_progress=on_progress,
            options=options,
        )

    async def retrieve_bulk_job(
        self, job_id: str | int, *, options: RequestOptions | None = None
    ) -> CompaniesBulkJob:
        """`GET /companies/bulk/{id}`, as `Companies.retrieve_bulk_job`."""
        return await self._session.send(RETRIEVE_BULK_JOB, (job_id,), options=options)

    async def wait(
        self,
        job_id: str | int,
        *,
        deadline: float | None = 3600.0,
        on_progress: Callable[[CompaniesBulkJob], object] | None = None,
        options: RequestOptions | None = None,
    ) -> CompaniesBulkJob:
        """Wait until the job is done. `GET /companies/bulk/{id}`, as
        `Companies.wait`.
        """
        return await self._session.wait(
            WAIT, (job_id,), deadline=deadline, on_progress=on_progress, options=options
        )
