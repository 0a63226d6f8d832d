"""Pagers: the items of a list operation, each page requested when it is needed."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Iterator, Sequence
from functools import partial
from typing import Generic, TypeVar

from msgspec.structs import replace

from ..argument_checks import check_count, check_text, check_type
from ..errors import APIResponseError, PaginationError
from ..operation.operation import Operation, merge_body
from ..request.request_options import OMIT, RequestOptions
from ..response.response import Response
from .fetcher import AsyncFetcher, Fetcher, Locator
from .member import with_size
from .page import Page, PageSequence
from .pagination_state import PageRequest, PaginationState
from .settings import ByCursor, ByLink, ByOffset, ByPage, Numbered, Paging

# All that a module with list operations imports, so that one line does it.
__all__ = [
    "AsyncPager",
    "ByCursor",
    "ByLink",
    "ByOffset",
    "ByPage",
    "PagedOperation",
    "Pager",
]

T = TypeVar("T")
P = TypeVar("P")


class PagedOperation(Operation[P], Generic[T, P], eq=False, kw_only=True):
    """An operation that answers with one page of a list; `T` is an item, `P` the page's body.

    Args:
        paging: How the list goes on; the others are those of `Operation`.
    """

    paging: Paging

    @property
    def pager(self) -> type[Pager[T, P]]:
        """The class that hands its items out."""
        return Pager

    @property
    def async_pager(self) -> type[AsyncPager[T, P]]:
        """The class that hands its items out to asynchronous programs."""
        return AsyncPager


S = TypeVar("S", bound=Locator)


class _Pages(Generic[T, P, S]):
    """An operation with its arguments, and the cursor of its next page.

    Args:
        session: What sends the requests.
        operation: The list operation.
        values: The values of its parameters.
        body: The request body, or OMIT.
        max_items: Stop after this many items; None for no limit.
        cursor: Start here, at an earlier `next_cursor`.
        options: The options of each request.
        size: How many items a page shall have, where the operation says how that is sent.

    Raises:
        ArgumentError: `max_items` is no count, or the others are of another type.
    """

    def __init__(  # noqa: PLR0913, PLR0917 -- what a list operation is called with
        self,
        session: S,
        operation: PagedOperation[T, P],
        values: Sequence[object],
        body: object = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
        size: object = OMIT,
    ) -> None:
        if max_items is not None:
            check_count("max_items", max_items)
        if cursor is not None:
            check_text("cursor", cursor)
        check_type("options", options, RequestOptions)
        self._session = session
        self._operation = operation
        self._values, self._body = values, body
        if size is not OMIT:
            self._values, self._body = with_size(
                operation, values, body, operation.paging.size, size
            )
        if options and options.body:
            # The cursor goes into it afterwards, and wins.
            self._body = merge_body(operation, self._body, options)
            options = replace(options, body={})
        self._options = options
        self._max_items = max_items
        self._cursor = cursor
        self._next_cursor: str | None = None
        # The number, or why there is none.
        self._total: int | str | None = None

    @property
    def next_cursor(self) -> str | None:
        """The cursor that resumes the list after the page fetched last, passed as `cursor=`.

        None before the first page, and behind the last.
        """
        return self._next_cursor

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._operation.method} {self._operation.path}>"

    def _sequence(self) -> PageSequence[T, P]:
        operation, values = self._operation, self._values
        locate = partial(self._session.locate, operation, values)
        paging, given = operation.paging, None
        if isinstance(paging, Numbered):
            index = operation.position(paging.parameter)
            value = None if index is None else values[index]
            given = None if value is OMIT else value
        state = PaginationState(paging, locate, cursor=self._cursor, given=given)
        return PageSequence(operation, state, self._max_items)

    def _page_options(self, step: PageRequest) -> RequestOptions | None:
        if not step.query:
            return self._options
        return RequestOptions.adding(self._options, dict(step.query))

    def _receive(
        self, sequence: PageSequence[T, P], response: Response[P]
    ) -> Page[T, P]:
        page = sequence.receive(response)
        self._next_cursor = page.next_cursor
        if self._operation.paging.counted:
            self._count(sequence, response)
        return page

    def _count(self, sequence: PageSequence[T, P], response: Response[P]) -> None:
        """Keep the number of all items that a page says; not every page has to."""
        found = sequence.count(response)
        if isinstance(found, int) or not isinstance(self._total, int):
            self._total = found

    def _counted(self) -> int:
        if isinstance(self._total, int):
            return self._total
        raise PaginationError(self._total)

    def _check_counted(self) -> None:
        operation = self._operation
        if not operation.paging.counted:
            where = f"{operation.method} {operation.path}"
            raise PaginationError(f"{where}: nothing says how many items there are")

    @property
    def _left(self) -> int:
        return sys.maxsize if self._max_items is None else self._max_items


class Pager(_Pages[T, P, Fetcher]):
    """The items of a list, page by page.

    Nothing is sent before the first item is requested, and no page before it is needed. Each
    iteration begins anew.
    """

    def __iter__(self) -> Iterator[T]:
        left = self._left
        for page in self.pages():
            yield from page.items[:left]
            left -= len(page.items)

    def pages(self) -> Iterator[Page[T, P]]:
        """The pages, as they come: the last one may hold more than `max_items` leaves."""
        if self._max_items == 0:
            return
        sequence, more = self._sequence(), True
        while more:
            yield self._receive(sequence, self._fetch(sequence))
            more = sequence.advance()

    def first(self) -> T | None:
        """The first item, or None when there is none; later pages are requested only if needed."""
        return next(iter(self), None)

    def total(self) -> int:
        """How many items the list has, all pages together, as the last page says that came.

        One request is sent where none has come yet.

        Raises:
            PaginationError: The description doesn't say where it stands, or it isn't there.
        """
        self._check_counted()
        if self._total is None:
            sequence = self._sequence()
            self._count(sequence, self._fetch(sequence))
        return self._counted()

    def _fetch(self, sequence: PageSequence[T, P]) -> Response[P]:
        step = sequence.step
        try:
            response: Response[P] = self._session.respond(
                self._operation,
                self._values,
                step.patch(self._body),
                options=self._page_options(step),
                url=step.url,
            )
        except APIResponseError as error:
            sequence.add_page_number(error)
            raise
        return response


class AsyncPager(_Pages[T, P, AsyncFetcher]):
    """The items of a list, page by page, to be iterated with `async for`.

    Nothing is sent before the first item is requested, and no page before it is needed. Each
    iteration begins anew.
    """

    async def __aiter__(self) -> AsyncIterator[T]:
        left = self._left
        async for page in self.pages():
            for item in page.items[:left]:
                yield item
            left -= len(page.items)

    async def pages(self) -> AsyncIterator[Page[T, P]]:
        """The pages, as they come: the last one may hold more than `max_items` leaves."""
        if self._max_items == 0:
            return
        sequence, more = self._sequence(), True
        while more:
            yield self._receive(sequence, await self._fetch(sequence))
            more = sequence.advance()

    async def first(self) -> T | None:
        """The first item, or None when there is none; later pages are requested only if needed."""
        async for item in self:
            return item
        return None

    async def total(self) -> int:
        """How many items the list has, all pages together, as the last page says that came.

        One request is sent where none has come yet.

        Raises:
            PaginationError: The description doesn't say where it stands, or it isn't there.
        """
        self._check_counted()
        if self._total is None:
            sequence = self._sequence()
            self._count(sequence, await self._fetch(sequence))
        return self._counted()

    async def _fetch(self, sequence: PageSequence[T, P]) -> Response[P]:
        step = sequence.step
        try:
            response: Response[P] = await self._session.respond(
                self._operation,
                self._values,
                step.patch(self._body),
                options=self._page_options(step),
                url=step.url,
            )
        except APIResponseError as error:
            sequence.add_page_number(error)
            raise
        return response
