"""Operations on `things`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._models.shared import Page, Thing
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.paging.pager import AsyncPager, ByCursor, ByLink, PagedOperation, Pager
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.parameters import HeaderParameter, QueryParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Json

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

SCROLL: PagedOperation[Thing, Page] = PagedOperation(
    "GET",
    "/scroll",
    responses={"200": Json(Page)},
    paging=ByCursor(
        ("data",),
        next=("scroll_param",),
        parameter="scroll_param",
        repeats=True,
        total_items=("total_count",),
        ends_empty=True,
    ),
)
SEARCH: PagedOperation[Thing, Page] = PagedOperation(
    "POST",
    "/search",
    body=JsonBody(),
    responses={"200": Json(Page)},
    paging=ByCursor(
        ("data",),
        next=("pages", "next"),
        body=("pagination", "starting_after"),
        size=("pagination", "per_page"),
        total_items=("total_count",),
    ),
)
LIST_LINKED: PagedOperation[Thing, list[Thing]] = PagedOperation(
    "GET",
    "/linked",
    parameters=(
        QueryParameter("page", style="deepObject", explode=False),
        HeaderParameter("per_page"),
    ),
    responses={"200": Json(list[Thing])},
    paging=ByLink((), size=("page", "per page")),
)


class Things(Resource):
    """Operations on `things`."""

    def scroll(
        self,
        *,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Thing, Page]:
        """`GET /scroll`

        Args:
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: A page.

        Example:
            for thing in client.things.scroll():
                print(thing.id)
        """
        return self._session.paginate(SCROLL, (), max_items, cursor, options)

    def search(
        self,
        *,
        query: str,
        pagination: params.SearchPaginationParams | Omit = OMIT,
        per_page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Thing, Page]:
        """`POST /search`

        Args:
            per_page: The number of results to fetch per page. Sent as
                `pagination.per_page`.
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: A page.

        Example:
            for thing in client.things.search(query="text"):
                print(thing.id)
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

    def list_linked(
        self,
        *,
        page: params.ListLinkedPageParams | Omit = OMIT,
        per_page: str | Omit = OMIT,
        page_per_page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Thing, list[Thing]]:
        """`GET /linked`

        Args:
            page_per_page: How many things a page has. Sent as `page.per page`.
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: A page.

        Example:
            for thing in client.things.list_linked():
                print(thing.id)
        """
        return self._session.paginate(
            LIST_LINKED,
            (page, per_page),
            max_items,
            cursor,
            options,
            size=page_per_page,
        )


class AsyncThings(AsyncResource):
    """`Things` for asynchronous clients."""

    def scroll(
        self,
        *,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Thing, Page]:
        """`GET /scroll`, as `Things.scroll`."""
        return self._session.paginate(SCROLL, (), max_items, cursor, options)

    def search(
        self,
        *,
        query: str,
        pagination: params.SearchPaginationParams | Omit = OMIT,
        per_page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Thing, Page]:
        """`POST /search`, as `Things.search`."""
        return self._session.paginate(
            SEARCH,
            (),
            max_items,
            cursor,
            options,
            {"query": query, "pagination": pagination},
            size=per_page,
        )

    def list_linked(
        self,
        *,
        page: params.ListLinkedPageParams | Omit = OMIT,
        per_page: str | Omit = OMIT,
        page_per_page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Thing, list[Thing]]:
        """`GET /linked`, as `Things.list_linked`."""
        return self._session.paginate(
            LIST_LINKED,
            (page, per_page),
            max_items,
            cursor,
            options,
            size=page_per_page,
        )
