"""Operations on `batches`."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from .._models.shared import Page, Thing
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.paging.pager import AsyncPager, ByOffset, PagedOperation, Pager
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.parameters import QueryParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.request.variants import Variant, Variants
from .._runtime.response.content import Json

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

BATCHES: PagedOperation[Thing, Page] = PagedOperation(
    "POST",
    "/batches",
    parameters=(QueryParameter("skip"),),
    body=JsonBody(),
    responses={"200": Json(Page)},
    paging=ByOffset(("data",), parameter="skip", total=("total_count",)),
)
BATCHES_VARIANTS_: Variants = Variants(
    Variant(("query",), ("pagination",)), Variant(("name",), ("size",))
)


class Batches(Resource):
    """Operations on `batches`."""

    @overload
    def batches(
        self,
        *,
        query: str,
        skip: int | Omit = OMIT,
        pagination: params.SearchPaginationParams | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Thing, Page]: ...

    @overload
    def batches(
        self,
        *,
        name: str,
        skip: int | Omit = OMIT,
        size: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Thing, Page]: ...

    @overload
    def batches(
        self,
        *,
        body: params.SearchBatchesRequestParams,
        skip: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Thing, Page]: ...

    def batches(
        self,
        *,
        skip: int | Omit = OMIT,
        query: str | Omit = OMIT,
        pagination: params.SearchPaginationParams | Omit = OMIT,
        name: str | Omit = OMIT,
        size: int | Omit = OMIT,
        body: params.SearchBatchesRequestParams | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Thing, Page]:
        """`POST /batches`

        Args:
            size: How many things a page has.
            body: The request body.
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Overloads:
            query, [pagination]
            name, [size]
            body: The whole body.

        Returns: A page.

        Example:
            for thing in client.batches.batches(query="text"):
                print(thing.id)
        """
        return self._session.paginate(
            BATCHES,
            (skip,),
            max_items,
            cursor,
            options,
            BATCHES_VARIANTS_.collect(
                {"query": query, "pagination": pagination, "name": name, "size": size},
                body,
            ),
        )


class AsyncBatches(AsyncResource):
    """`Batches` for asynchronous clients."""

    @overload
    def batches(
        self,
        *,
        query: str,
        skip: int | Omit = OMIT,
        pagination: params.SearchPaginationParams | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Thing, Page]: ...

    @overload
    def batches(
        self,
        *,
        name: str,
        skip: int | Omit = OMIT,
        size: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Thing, Page]: ...

    @overload
    def batches(
        self,
        *,
        body: params.SearchBatchesRequestParams,
        skip: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Thing, Page]: ...

    def batches(
        self,
        *,
        skip: int | Omit = OMIT,
        query: str | Omit = OMIT,
        pagination: params.SearchPaginationParams | Omit = OMIT,
        name: str | Omit = OMIT,
        size: int | Omit = OMIT,
        body: params.SearchBatchesRequestParams | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Thing, Page]:
        """`POST /batches`, as `Batches.batches`."""
        return self._session.paginate(
            BATCHES,
            (skip,),
            max_items,
            cursor,
            options,
            BATCHES_VARIANTS_.collect(
                {"query": query, "pagination": pagination, "name": name, "size": size},
                body,
            ),
        )
