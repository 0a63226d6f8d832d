"""Operations on `alone`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._models.shared import Item, Page
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.paging.pager import (
    AsyncPager,
    ByCursor,
    ByOffset,
    ByPage,
    PagedOperation,
    Pager,
)
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Json

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

LIST_CURSOR: PagedOperation[Item, Page] = PagedOperation(
    "GET",
    "/alone/cursor",
    responses={"200": Json(Page)},
    paging=ByCursor(("data",), next=("next",), parameter="after", more=("has_more",)),
)
LIST_UNDECLARED: PagedOperation[Item, Page] = PagedOperation(
    "GET",
    "/alone/undeclared",
    responses={"200": Json(Page)},
    paging=ByCursor(("data",), next=("next",), parameter="after"),
)
LIST_LINKS: PagedOperation[Item, Page] = PagedOperation(
    "GET",
    "/alone/links",
    responses={"200": Json(Page)},
    paging=ByCursor(("data",), next=("next",)),
)
LIST_OFFSET: PagedOperation[Item, Page] = PagedOperation(
    "GET",
    "/alone/offset",
    responses={"200": Json(Page)},
    paging=ByOffset(("data",), parameter="skip", total=("total",)),
)
LIST_PAGES: PagedOperation[Item, list[Item]] = PagedOperation(
    "GET",
    "/alone/pages",
    responses={"200": Json(list[Item])},
    paging=ByPage((), parameter="page", first=0),
)
SEARCH: PagedOperation[Item, Page] = PagedOperation(
    "POST",
    "/alone/search",
    body=JsonBody(),
    responses={"200": Json(Page)},
    paging=ByCursor(("data",), next=("next",), body=("paging", "after")),
)


class Alone(Resource):
    """Operations on `alone`."""

    def list_cursor(
        self,
        *,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Item, Page]:
        """`GET /alone/cursor`

        Args:
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: A page.

        Example:
            for item in client.alone.list_cursor():
                print(item.id)
        """
        return self._session.paginate(LIST_CURSOR, (), max_items, cursor, options)

    def list_undeclared(
        self,
        *,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Item, Page]:
        """`GET /alone/undeclared`

        Args:
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: A page.

        Example:
            for item in client.alone.list_undeclared():
                print(item.id)
        """
        return self._session.paginate(LIST_UNDECLARED, (), max_items, cursor, options)

    def list_links(
        self,
        *,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Item, Page]:
        """`GET /alone/links`

        Args:
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: A page.

        Example:
            for item in client.alone.list_links():
                print(item.id)
        """
        return self._session.paginate(LIST_LINKS, (), max_items, cursor, options)

    def list_offset(
        self,
        *,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Item, Page]:
        """`GET /alone/offset`

        Args:
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: A page.

        Example:
            for item in client.alone.list_offset():
                print(item.id)
        """
        return self._session.paginate(LIST_OFFSET, (), max_items, cursor, options)

    def list_pages(
        self,
        *,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Item, list[Item]]:
        """`GET /alone/pages`

        Args:
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: A page.

        Example:
            for item in client.alone.list_pages():
                print(item.id)
        """
        return self._session.paginate(LIST_PAGES, (), max_items, cursor, options)

    def search(
        self,
        *,
        query: str | Omit = OMIT,
        paging: params.SearchPagingParams | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Item, Page]:
        """`POST /alone/search`

        Args:
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: A page.

        Example:
            for item in client.alone.search(query="text"):
                print(item.id)
        """
        return self._session.paginate(
            SEARCH, (), max_items, cursor, options, {"query": query, "paging": paging}
        )


class AsyncAlone(AsyncResource):
    """`Alone` for asynchronous clients."""

    def list_cursor(
        self,
        *,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Item, Page]:
        """`GET /alone/cursor`, as `Alone.list_cursor`."""
        return self._session.paginate(LIST_CURSOR, (), max_items, cursor, options)

    def list_undeclared(
        self,
        *,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Item, Page]:
        """`GET /alone/undeclared`, as `Alone.list_undeclared`."""
        return self._session.paginate(LIST_UNDECLARED, (), max_items, cursor, options)

    def list_links(
        self,
        *,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Item, Page]:
        """`GET /alone/links`, as `Alone.list_links`."""
        return self._session.paginate(LIST_LINKS, (), max_items, cursor, options)

    def list_offset(
        self,
        *,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Item, Page]:
        """`GET /alone/offset`, as `Alone.list_offset`."""
        return self._session.paginate(LIST_OFFSET, (), max_items, cursor, options)

    def list_pages(
        self,
        *,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Item, list[Item]]:
        """`GET /alone/pages`, as `Alone.list_pages`."""
        return self._session.paginate(LIST_PAGES, (), max_items, cursor, options)

    def search(
        self,
        *,
        query: str | Omit = OMIT,
        paging: params.SearchPagingParams | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Item, Page]:
        """`POST /alone/search`, as `Alone.search`."""
        return self._session.paginate(
            SEARCH, (), max_items, cursor, options, {"query": query, "paging": paging}
        )
