"""Notes are comments that admins leave on a contact or a company."""

from __future__ import annotations

from .._models.notes import NoteList
from .._models.shared import ErrorList, Note
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.paging.pager import AsyncPager, ByCursor, PagedOperation, Pager
from .._runtime.request.body import JsonBody
from .._runtime.request.parameters import PathParameter, QueryParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Json

LIST: PagedOperation[Note, NoteList] = PagedOperation(
    "GET",
    "/contacts/{id}/notes",
    parameters=(
        PathParameter("id"),
        QueryParameter("page"),
        QueryParameter("per_page"),
    ),
    responses={"200": Json(NoteList)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
    paging=ByCursor(("data",), next=("pages", "next"), parameter="starting_after"),
)
CREATE: Operation[Note] = Operation(
    "POST",
    "/contacts/{id}/notes",
    parameters=(PathParameter("id"),),
    body=JsonBody(),
    responses={"200": Json(Note)},
    errors={
        "401": Json(ErrorList),
        "404": Json(ErrorList),
        "422": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
LIST_FOR_COMPANY: PagedOperation[Note, NoteList] = PagedOperation(
    "GET",
    "/companies/{company_id}/notes",
    parameters=(
        PathParameter("company_id"),
        QueryParameter("page"),
        QueryParameter("per_page"),
    ),
    responses={"200": Json(NoteList)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
    paging=ByCursor(("data",), next=("pages", "next"), parameter="starting_after"),
)
CREATE_FOR_COMPANY: Operation[Note] = Operation(
    "POST",
    "/companies/{company_id}/notes",
    parameters=(PathParameter("company_id"),),
    body=JsonBody(),
    responses={"200": Json(Note)},
    errors={
        "401": Json(ErrorList),
        "404": Json(ErrorList),
        "422": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
RETRIEVE: Operation[Note] = Operation(
    "GET",
    "/notes/{id}",
    parameters=(PathParameter("id"),),
    responses={"200": Json(Note)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)


class Notes(Resource):
    """Notes are comments that admins leave on a contact or a company."""

    def list(
        self,
        contact_id: str | int,
        *,
        page: int | Omit = OMIT,
        per_page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Note, NoteList]:
        """List the notes on a contact.

        `GET /contacts/{id}/notes`

        Args:
            contact_id: `id` in the path. The contact's id.
            page: The number of the page to start at, counted from 1. At least 1.
            per_page: How many items a page holds, 50 when absent. At least 1.
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: The notes, newest first.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            for note in client.notes.list("67506132d5eefd6f04e7d08e"):
                print(note.id)
        """
        return self._session.paginate(
            LIST, (contact_id, page, per_page), max_items, cursor, options
        )

    def create(
        self,
        contact_id: str | int,
        *,
        body: str,
        body_contact_id: str | int | Omit = OMIT,
        admin_id: str | int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Note:
        """Leave a note on a contact.

        `POST /contacts/{id}/notes`

        Args:
            contact_id: `id` in the path. The contact's id.
            body: The note's text; HTML is allowed.
            body_contact_id: `contact_id` in the body. The contact's id once more; the
                one in the path decides.
            admin_id: The admin who is to be the author.

        Returns: The new note.
        Raises: UnauthorizedError, NotFoundError, UnprocessableEntityError,
        RateLimitError (`data`: `ErrorList`).

        Example:
            note = client.notes.create(
                "67506132d5eefd6f04e7d08e",
                body="<p>Prefers a call in the morning.</p>",
                body_contact_id="67506132d5eefd6f04e7d08e", admin_id=991267568,
            )
        """
        return self._session.send(
            CREATE,
            (contact_id,),
            {"body": body, "contact_id": body_contact_id, "admin_id": admin_id},
            options=options,
        )

    def list_for_company(
        self,
        company_id: str | int,
        *,
        page: int | Omit = OMIT,
        per_page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Note, NoteList]:
        """List the notes on a company.

        `GET /companies/{company_id}/notes`

        Versions before 2.16 don't have this.

        Args:
            company_id: The company's id, as Intercom gave it.
            page: The number of the page to start at, counted from 1. At least 1.
            per_page: How many items a page holds, 50 when absent. At least 1.
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: The notes, newest first.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            for note in client.notes.list_for_company("6762f09a1bb69f9f2193bb34"):
                print(note.id)
        """
        return self._session.paginate(
            LIST_FOR_COMPANY, (company_id, page, per_page), max_items, cursor, options
        )

    def create_for_company(
        self,
        company_id: str | int,
        *,
        body: str,
        admin_id: str | int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Note:
        """Leave a note on a company.

        `POST /companies/{company_id}/notes`

        Versions before 2.16 don't have this.

        Args:
            company_id: The company's id, as Intercom gave it.
            body: The note's text; HTML is allowed.
            admin_id: The admin who is to be the author.

        Returns: The new note.
        Raises: UnauthorizedError, NotFoundError, UnprocessableEntityError,
        RateLimitError (`data`: `ErrorList`).

        Example:
            note = client.notes.create_for_company(
                "6762f09a1bb69f9f2193bb34", body="<p>Renews in May.</p>",
                admin_id=991267568,
            )
        """
        return self._session.send(
            CREATE_FOR_COMPANY,
            (company_id,),
            {"body": body, "admin_id": admin_id},
            options=options,
        )

    def retrieve(
        self, note_id: str | int, *, options: RequestOptions | None = None
    ) -> Note:
        """Fetch one note.

        `GET /notes/{id}`

        Args:
            note_id: `id` in the path. The note's id.

        Returns: The note.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            note = client.notes.retrieve("34")
        """
        return self._session.send(RETRIEVE, (note_id,), options=options)


class AsyncNotes(AsyncResource):
    """`Notes` for asynchronous clients."""

    def list(
        self,
        contact_id: str | int,
        *,
        page: int | Omit = OMIT,
        per_page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Note, NoteList]:
        """List the notes on a contact. `GET /contacts/{id}/notes`, as `Notes.list`."""
        return self._session.paginate(
            LIST, (contact_id, page, per_page), max_items, cursor, options
        )

    async def create(
        self,
        contact_id: str | int,
        *,
        body: str,
        body_contact_id: str | int | Omit = OMIT,
        admin_id: str | int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Note:
        """Leave a note on a contact. `POST /contacts/{id}/notes`, as `Notes.create`."""
        return await self._session.send(
            CREATE,
            (contact_id,),
            {"body": body, "contact_id": body_contact_id, "admin_id": admin_id},
            options=options,
        )

    def list_for_company(
        self,
        company_id: str | int,
        *,
        page: int | Omit = OMIT,
        per_page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Note, NoteList]:
        """`GET /companies/{company_id}/notes`, as `Notes.list_for_company`."""
        return self._session.paginate(
            LIST_FOR_COMPANY, (company_id, page, per_page), max_items, cursor, options
        )

    async def create_for_company(
        self,
        company_id: str | int,
        *,
        body: str,
        admin_id: str | int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Note:
        """`POST /companies/{company_id}/notes`, as `Notes.create_for_company`."""
        return await self._session.send(
            CREATE_FOR_COMPANY,
            (company_id,),
            {"body": body, "admin_id": admin_id},
            options=options,
        )

    async def retrieve(
        self, note_id: str | int, *, options: RequestOptions | None = None
    ) -> Note:
        """Fetch one note. `GET /notes/{id}`, as `Notes.retrieve`."""
        return await self._session.send(RETRIEVE, (note_id,), options=options)
