"""Operations on `shelves`."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from .._models.shared import Item, Page
from .._models.shelves import SearchShelfItemsResponse
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.paging.pager import AsyncPager, ByCursor, ByPage, PagedOperation, Pager
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.parameters import PathParameter, QueryParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.request.variants import Variant, Variants
from .._runtime.response.content import Empty, Json

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

LIST_SHELF_ITEMS: PagedOperation[Item, Page | None] = PagedOperation(
    "GET",
    "/shelves/{shelf}/items",
    parameters=(PathParameter("shelf"), QueryParameter("page")),
    responses={"200": Json(Page), "204": Empty()},
    paging=ByPage(("data",), parameter="page", total=("total",)),
)
SEARCH_SHELF_ITEMS: PagedOperation[Item | str, SearchShelfItemsResponse] = (
    PagedOperation(
        "POST",
        "/shelves/{shelf}/items",
        parameters=(PathParameter("shelf"),),
        body=JsonBody(),
        responses={"200": Json(SearchShelfItemsResponse)},
        paging=ByCursor(("data",), next=("next",), body=("after",)),
    )
)
SEARCH_SHELF_ITEMS_VARIANTS_: Variants = Variants(
    Variant(("name",), ("after",)), Variant(("id",), ("after",)), required=False
)


class Shelves(Resource):
    """Operations on `shelves`."""

    def list_shelf_items(
        self,
        shelf: str | int,
        *,
        page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Item, Page | None]:
        """`GET /shelves/{shelf}/items`

        Args:
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: A page.

        Example:
            for item in client.shelves.list_shelf_items("text"):
                print(item.id)
        """
        return self._session.paginate(
            LIST_SHELF_ITEMS, (shelf, page), max_items, cursor, options
        )

    @overload
    def search_shelf_items(
        self,
        shelf: str | int,
        *,
        name: str,
        after: str | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Item | str, SearchShelfItemsResponse]: ...

    @overload
    def search_shelf_items(
        self,
        shelf: str | int,
        *,
        id: int,
        after: str | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Item | str, SearchShelfItemsResponse]: ...

    @overload
    def search_shelf_items(
        self,
        shelf: str | int,
        *,
        body: params.SearchShelfItemsRequestParams | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Item | str, SearchShelfItemsResponse]: ...

    def search_shelf_items(
        self,
        shelf: str | int,
        *,
        name: str | Omit = OMIT,
        after: str | Omit = OMIT,
        id: int | Omit = OMIT,
        body: params.SearchShelfItemsRequestParams | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Item | str, SearchShelfItemsResponse]:
        """`POST /shelves/{shelf}/items`

        Args:
            body: The request body.
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Overloads:
            name, [after]
            id, [after]
            [body]: The whole body.

        Returns: A page of one kind or another.

        Example:
            for item in client.shelves.search_shelf_items("text", name="text"):
                print(item)
        """
        return self._session.paginate(
            SEARCH_SHELF_ITEMS,
            (shelf,),
            max_items,
            cursor,
            options,
            SEARCH_SHELF_ITEMS_VARIANTS_.collect(
                {"name": name, "after": after, "id": id}, body
            ),
        )


class AsyncShelves(AsyncResource):
    """`Shelves` for asynchronous clients."""

    def list_shelf_items(
        self,
        shelf: str | int,
        *,
        page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Item, Page | None]:
        """`GET /shelves/{shelf}/items`, as `Shelves.list_shelf_items`."""
        return self._session.paginate(
            LIST_SHELF_ITEMS, (shelf, page), max_items, cursor, options
        )

    @overload
    def search_shelf_items(
        self,
        shelf: str | int,
        *,
        name: str,
        after: str | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Item | str, SearchShelfItemsResponse]: ...

    @overload
    def search_shelf_items(
        self,
        shelf: str | int,
        *,
        id: int,
        after: str | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Item | str, SearchShelfItemsResponse]: ...

    @overload
    def search_shelf_items(
        self,
        shelf: str | int,
        *,
        body: params.SearchShelfItemsRequestParams | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Item | str, SearchShelfItemsResponse]: ...

    def search_shelf_items(
        self,
        shelf: str | int,
        *,
        name: str | Omit = OMIT,
        after: str | Omit = OMIT,
        id: int | Omit = OMIT,
        body: params.SearchShelfItemsRequestParams | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Item | str, SearchShelfItemsResponse]:
        """`POST /shelves/{shelf}/items`, as `Shelves.search_shelf_items`."""
        return self._session.paginate(
            SEARCH_SHELF_ITEMS,
            (shelf,),
            max_items,
            cursor,
            options,
            SEARCH_SHELF_ITEMS_VARIANTS_.collect(
                {"name": name, "after": after, "id": id}, body
            ),
        )
