"""External pages are content from outside Intercom that Fin may answer from."""

from __future__ import annotations

from typing import Literal

from .._models.external_pages import ExternalPage, ExternalPageList
from .._models.shared import ErrorList
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.json.plain_data import UnknownValue
from .._runtime.operation.operation import Operation
from .._runtime.paging.pager import AsyncPager, ByCursor, PagedOperation, Pager
from .._runtime.request.body import JsonBody
from .._runtime.request.parameters import PathParameter, QueryParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Json

LIST: PagedOperation[ExternalPage, ExternalPageList] = PagedOperation(
    "GET",
    "/ai/external_pages",
    parameters=(QueryParameter("page"), QueryParameter("per_page")),
    responses={"200": Json(ExternalPageList)},
    errors={"401": Json(ErrorList), "429": Json(ErrorList)},
    paging=ByCursor(("data",), next=("pages", "next"), parameter="starting_after"),
)
CREATE: Operation[ExternalPage] = Operation(
    "POST",
    "/ai/external_pages",
    body=JsonBody(),
    responses={"200": Json(ExternalPage)},
    errors={"401": Json(ErrorList), "422": Json(ErrorList), "429": Json(ErrorList)},
)
RETRIEVE: Operation[ExternalPage] = Operation(
    "GET",
    "/ai/external_pages/{id}",
    parameters=(PathParameter("id"),),
    responses={"200": Json(ExternalPage)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
UPDATE: Operation[ExternalPage] = Operation(
    "PUT",
    "/ai/external_pages/{id}",
    parameters=(PathParameter("id"),),
    body=JsonBody(),
    responses={"200": Json(ExternalPage)},
    errors={
        "401": Json(ErrorList),
        "404": Json(ErrorList),
        "422": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
DELETE: Operation[ExternalPage] = Operation(
    "DELETE",
    "/ai/external_pages/{id}",
    parameters=(PathParameter("id"),),
    responses={"200": Json(ExternalPage)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)


class ExternalPages(Resource):
    """External pages are content from outside Intercom that Fin may answer from.
    Each belongs to a content import source.
    """

    def list(
        self,
        *,
        page: int | Omit = OMIT,
        per_page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[ExternalPage, ExternalPageList]:
        """List the external pages of the workspace.

        `GET /ai/external_pages`

        Args:
            page: The number of the page to start at, counted from 1. At least 1.
            per_page: How many items a page holds, 50 when absent. At least 1.
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: The external pages.
        Raises: UnauthorizedError, RateLimitError (`data`: `ErrorList`).

        Example:
            for external_page in client.external_pages.list():
                print(external_page.id)
        """
        return self._session.paginate(
            LIST, (page, per_page), max_items, cursor, options
        )

    def create(
        self,
        *,
        title: str,
        html: str,
        source_id: int,
        external_id: str,
        locale: Literal["en"] | UnknownValue = "en",
        url: str | None | Omit = OMIT,
        ai_agent_availability: bool | Omit = OMIT,
        ai_copilot_availability: bool | Omit = OMIT,
        ai_sales_agent_availability: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> ExternalPage:
        """Add an external page, or update the one with this `external_id`.

        `POST /ai/external_pages`

        Args:
            title: The page's title.
            html: The page's content, in HTML.
            source_id: The content import source that the page belongs to.
            external_id: The page's id where it comes from, unique within the source.
            locale: The page's language.
            url: Where readers find the page; without it Fin gives no link.
            ai_agent_availability: Whether the AI agent may answer from the page.
            ai_copilot_availability: Whether the copilot may answer from the page.
            ai_sales_agent_availability: Whether the sales agent may answer from the
                page; only the version Unstable has this.

        Returns: The page, new or updated.
        Raises: UnauthorizedError, UnprocessableEntityError, RateLimitError (`data`:
        `ErrorList`).

        Example:
            external_page = client.external_pages.create(
                title="Returning an order", html="<p>Send it back within 30 days.</p>",
                source_id=44, external_id="returns", locale="en",
                url="https://help.example.com/returns", ai_agent_availability=True,
                ai_copilot_availability=True,
            )
        """
        return self._session.send(
            CREATE,
            (),
            {
                "title": title,
                "html": html,
                "locale": locale,
                "source_id": source_id,
                "external_id": external_id,
                "url": url,
                "ai_agent_availability": ai_agent_availability,
                "ai_copilot_availability": ai_copilot_availability,
                "ai_sales_agent_availability": ai_sales_agent_availability,
            },
            options=options,
        )

    def retrieve(
        self, id: str | int, *, options: RequestOptions | None = None
    ) -> ExternalPage:
        """Fetch one external page.

        `GET /ai/external_pages/{id}`

        Args:
            id: The external page's id, as Intercom gave it.

        Returns: The page.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            external_page = client.external_pages.retrieve("21")
        """
        return self._session.send(RETRIEVE, (id,), options=options)

    def update(
        self,
        id: str | int,
        *,
        title: str,
        html: str,
        url: str | None,
        source_id: int,
        locale: Literal["en"] | UnknownValue = "en",
        external_id: str | Omit = OMIT,
        ai_agent_availability: bool | Omit = OMIT,
        ai_copilot_availability: bool | Omit = OMIT,
        ai_sales_agent_availability: bool | Omit = OMIT,
        fin_availability: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> ExternalPage:
        """Change an external page.

        `PUT /ai/external_pages/{id}`

        Args:
            id: The external page's id, as Intercom gave it.
            title: The page's title.
            html: The page's content, in HTML.
            url: Where readers find the page; without it Fin gives no link.
            source_id: The content import source that the page belongs to.
            locale: The page's language.
            external_id: The page's id where it comes from, unique within the source.
            ai_agent_availability: Whether the AI agent may answer from the page; only
                the version Unstable has this.
            ai_copilot_availability: Whether the copilot may answer from the page; only
                the version Unstable has this.
            ai_sales_agent_availability: Whether the sales agent may answer from the
                page; only the version Unstable has this.
            fin_availability: Whether Fin may answer from the page.

        Returns: The changed page.
        Raises: UnauthorizedError, NotFoundError, UnprocessableEntityError,
        RateLimitError (`data`: `ErrorList`).

        Example:
            external_page = client.external_pages.update(
                "21", title="Returning an order",
                html="<p>Send it back within 60 days.</p>",
                url="https://help.example.com/returns", source_id=44, locale="en",
                fin_availability=True,
            )
        """
        return self._session.send(
            UPDATE,
            (id,),
            {
                "title": title,
                "html": html,
                "url": url,
                "locale": locale,
                "source_id": source_id,
                "external_id": external_id,
                "ai_agent_availability": ai_agent_availability,
                "ai_copilot_availability": ai_copilot_availability,
                "ai_sales_agent_availability": ai_sales_agent_availability,
                "fin_availability": fin_availability,
            },
            options=options,
        )

    def delete(
        self, id: str | int, *, options: RequestOptions | None = None
    ) -> ExternalPage:
        """Remove an external page, so that Fin no longer answers from it.

        `DELETE /ai/external_pages/{id}`

        Args:
            id: The external page's id, as Intercom gave it.

        Returns: The page as it was.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            external_page = client.external_pages.delete("21")
        """
        return self._session.send(DELETE, (id,), options=options)


class AsyncExternalPages(AsyncResource):
    """`ExternalPages` for asynchronous clients."""

    def list(
        self,
        *,
        page: int | Omit = OMIT,
        per_page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[ExternalPage, ExternalPageList]:
        """`GET /ai/external_pages`, as `ExternalPages.list`."""
        return self._session.paginate(
            LIST, (page, per_page), max_items, cursor, options
        )

    async def create(
        self,
        *,
        title: str,
        html: str,
        source_id: int,
        external_id: str,
        locale: Literal["en"] | UnknownValue = "en",
        url: str | None | Omit = OMIT,
        ai_agent_availability: bool | Omit = OMIT,
        ai_copilot_availability: bool | Omit = OMIT,
        ai_sales_agent_availability: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> ExternalPage:
        """`POST /ai/external_pages`, as `ExternalPages.create`."""
        return await self._session.send(
            CREATE,
            (),
            {
                "title": title,
                "html": html,
                "locale": locale,
                "source_id": source_id,
                "external_id": external_id,
                "url": url,
                "ai_agent_availability": ai_agent_availability,
                "ai_copilot_availability": ai_copilot_availability,
                "ai_sales_agent_availability": ai_sales_agent_availability,
            },
            options=options,
        )

    async def retrieve(
        self, id: str | int, *, options: RequestOptions | None = None
    ) -> ExternalPage:
        """`GET /ai/external_pages/{id}`, as `ExternalPages.retrieve`."""
        return await self._session.send(RETRIEVE, (id,), options=options)

    async def update(
        self,
        id: str | int,
        *,
        title: str,
        html: str,
        url: str | None,
        source_id: int,
        locale: Literal["en"] | UnknownValue = "en",
        external_id: str | Omit = OMIT,
        ai_agent_availability: bool | Omit = OMIT,
        ai_copilot_availability: bool | Omit = OMIT,
        ai_sales_agent_availability: bool | Omit = OMIT,
        fin_availability: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> ExternalPage:
        """`PUT /ai/external_pages/{id}`, as `ExternalPages.update`."""
        return await self._session.send(
            UPDATE,
            (id,),
            {
                "title": title,
                "html": html,
                "url": url,
                "locale": locale,
                "source_id": source_id,
                "external_id": external_id,
                "ai_agent_availability": ai_agent_availability,
                "ai_copilot_availability": ai_copilot_availability,
                "ai_sales_agent_availability": ai_sales_agent_availability,
                "fin_availability": fin_availability,
            },
            options=options,
        )

    async def delete(
        self, id: str | int, *, options: RequestOptions | None = None
    ) -> ExternalPage:
        """`DELETE /ai/external_pages/{id}`, as `ExternalPages.delete`."""
        return await self._session.send(DELETE, (id,), options=options)
