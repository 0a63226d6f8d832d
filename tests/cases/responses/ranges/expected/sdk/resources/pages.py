"""Operations on `pages`."""

from __future__ import annotations

from .._models.pages import ListPagesResponse
from .._models.shared import Thing
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.paging.pager import AsyncPager, ByPage, PagedOperation, Pager
from .._runtime.request.parameters import QueryParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Json

LIST: PagedOperation[Thing, ListPagesResponse] = PagedOperation(
    "GET",
    "/pages",
    parameters=(QueryParameter("page"),),
    responses={"200": Json(ListPagesResponse, "application/*")},
    paging=ByPage(("data",), parameter="page"),
)


class Pages(Resource):
    """Operations on `pages`."""

    def list(
        self,
        *,
        page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Thing, ListPagesResponse]:
        """`GET /pages`

        Args:
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: A.

        Example:
            for thing in client.pages.list():
                print(thing.a)
        """
        return self._session.paginate(LIST, (page,), max_items, cursor, options)


class AsyncPages(AsyncResource):
    """`Pages` for asynchronous clients."""

    def list(
        self,
        *,
        page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Thing, ListPagesResponse]:
        """`GET /pages`, as `Pages.list`."""
        return self._session.paginate(LIST, (page,), max_items, cursor, options)
