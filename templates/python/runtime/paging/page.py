"""A page, and the sequence of pages; nothing here sends anything."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Final, Generic, TypeVar

from ..errors import APIResponseError, PaginationError
from ..json.plain_data import is_array, is_listed, is_tuple
from ..operation.operation import Operation
from ..response.content import Empty
from ..response.response import Response
from .page_body import PageBody
from .pagination_state import (
    Cursor,
    InvalidCursor,
    PageRequest,
    PageView,
    PaginationState,
)

T = TypeVar("T")
P = TypeVar("P")

# A server that sends new cursors for ever is found out by what it doesn't send.
_MAX_EMPTY_PAGES: Final = 100


class Page(Response[P], Generic[T, P]):
    """One page of a list: a response that can be iterated.

    Args:
        response: The response that holds the page.
        items: Its items.
        next_cursor: What resumes the list after this page, as `cursor=`; None on the last.
    """

    __slots__ = ("items", "next_cursor")

    def __init__(
        self, response: Response[P], items: list[T], next_cursor: str | None
    ) -> None:
        super().__init__(
            data=response.data,
            status=response.status,
            headers=response.headers,
            body=response.body,
            request_id=response.request_id,
            method=response.method,
            path=response.path,
            elapsed=response.elapsed,
            retries=response.retries,
            received_at=response.received_at,
        )
        self.items: list[T] = items
        self.next_cursor: str | None = next_cursor

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)


class PageSequence(Generic[T, P]):
    """The pages of a list, from the first on.

    Args:
        operation: The list operation.
        state: Where the list begins.
        max_items: How many items are wanted, or None for all.
    """

    def __init__(
        self, operation: Operation[P], state: PaginationState, max_items: int | None
    ) -> None:
        self._operation = operation
        self._state = state
        self._paging = state.paging
        self._wanted = sys.maxsize if max_items is None else max_items
        self._count = 0
        self._empty = 0
        self._items: list[T] = []
        self._found: tuple[Cursor, PageView] | None = None
        self._problem = ""

    @property
    def step(self) -> PageRequest:
        """How the next request is made."""
        return self._state.step

    def receive(self, response: Response[P]) -> Page[T, P]:
        """The page that a response holds.

        Raises:
            PaginationError: There is no list where it is declared, or it is the last page again.
        """
        self._count += 1
        body = PageBody(response.data, response.body)
        found = body.at(self._paging.items)
        items: list[T] = []
        if is_array(found) or is_tuple(found):
            # Not the body's own list, by whose order `extra` finds what an item came with.
            items = [*found]
        view = PageView(body, len(items), response.headers)
        cursor = self._next_cursor(view)
        if not (is_listed(found) or self._may_omit(view, cursor, response)):
            raise self._error(body.mismatch(self._paging.items, "a list of items"))
        # Nothing but the items tells that a server pays no attention to the number.
        if items and items == self._items and not self._state.has_new_cursors:
            raise self._error("the server sent the same page twice")
        self._items = items
        self._empty = 0 if items else self._empty + 1
        self._wanted -= len(items)
        return Page(response, items, None if cursor is None else str(cursor))

    def count(self, response: Response[P]) -> int | str:
        """How many items a page says that the list has, or else what is wrong with it."""
        body, keys = PageBody(response.data, response.body), self._paging.counted
        found = body.number(keys)
        if found is not None:
            return found
        return str(self._error(body.mismatch(keys, "a whole number")))

    def add_page_number(self, error: APIResponseError) -> None:
        """Say on which page an answer came that can't be read, or departs from its type."""
        operation = self._operation
        where = f"{operation.method} {operation.path}: "
        message, *more = error.args
        said = f"{where}page {self._count + 1}: {str(message).removeprefix(where)}"
        error.args = (said, *more)

    def advance(self) -> bool:
        """Go to the page after the one received last; False when none is left or wanted.

        Raises:
            PaginationError: What should lead on doesn't, or not to an end: it is no cursor, came
                back, is a link elsewhere, or there were too many empty pages.
        """
        if self._wanted <= 0:
            return False
        if self._problem:
            raise self._error(self._problem)
        if self._found is None:
            return False
        if self._empty > _MAX_EMPTY_PAGES:
            raise self._error(f"{self._empty} pages in a row were empty")
        try:
            self._state.advance(*self._found)
        except PaginationError as error:
            raise self._error(str(error)) from error
        return True

    def _next_cursor(self, view: PageView) -> Cursor | None:
        """The cursor of the next page; what is wrong with it is kept until it is needed."""
        cursor, self._problem = None, ""
        try:
            cursor = self._state.next_cursor(view)
        except InvalidCursor as invalid:
            self._problem = str(invalid)
        self._found = None if cursor is None else (cursor, view)
        return cursor

    def _may_omit(
        self, view: PageView, cursor: Cursor | None, response: Response[P]
    ) -> bool:
        """Whether the page is an empty one, though there is no list on it."""
        if response.data is None and self._paging.ends_empty:
            # Null, where the description allows it.
            return True
        is_promised = (
            self._state.is_promised
            or cursor is not None
            or bool(self._problem)
            or self._state.counts_more(view)
        )
        if not response.body:
            content, _ = self._operation.success_content(response.status)
            return isinstance(content, Empty) and not is_promised
        return view.body.may_omit(self._paging.items, is_promised=is_promised)

    def _error(self, what: str) -> PaginationError:
        operation = self._operation
        # A page that is only asked how many items there are isn't received.
        number = self._count or 1
        return PaginationError(
            f"{operation.method} {operation.path}: page {number}: {what}"
        )
