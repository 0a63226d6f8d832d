"""The state of a pager in a list, and how the request for the next page differs."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable
from typing import TypeAlias, cast

from msgspec import Struct

from ..errors import ArgumentError, PaginationError
from ..json.plain_data import is_object
from ..operation.json_path import Absent, AnyModel
from ..response.response import Headers
from .link_header import find_link
from .member import with_value
from .page_body import PageBody, is_link, query_value, resolve_link
from .settings import ByCursor, ByLink, ByOffset, ByPage, Keys, Numbered, Paging

Cursor: TypeAlias = str | int


class PageRequest(Struct, frozen=True, kw_only=True):
    """How the request for one page differs from the operation as the caller called it.

    `query` is set, replacing parameters of the same names. `url`, when not empty, is an absolute
    URL on the operation's own origin that stands in for path and query. `value`, when not None, is
    set in the request body at `keys`.
    """

    query: tuple[tuple[str, Cursor], ...] = ()
    url: str = ""
    keys: Keys = ()
    value: Cursor | None = None

    def patch(self, body: object) -> object:
        """The request body with the cursor in it; the body given is left as it is."""
        return body if self.value is None else with_value(body, self.keys, self.value)


class PageView(Struct, frozen=True):
    """The body of a page, the number of items on it, and the headers that it came with."""

    body: PageBody
    count: int
    headers: Headers = Headers()


class InvalidCursor(Exception):
    """Where a cursor belongs, the page has something else: the message says what."""


class PaginationState:
    """The state of a pager in a list. `step` is the request to send now.

    `is_promised` is whether the server said that there is a page at `step`.

    Args:
        paging: The operation's declaration.
        locate: Gives the URL of the operation without its query, which links are resolved against.
        cursor: Where to start, from an earlier `next_cursor`.
        given: What the caller passed for the page or offset parameter, if anything.

    Raises:
        ArgumentError: The cursor isn't a page or an offset, in a list that counts these.
        PaginationError: The cursor is a link to another origin.
    """

    __slots__ = ("_locate", "_number", "_seen", "is_promised", "paging", "step")

    def __init__(
        self,
        paging: Paging,
        locate: Callable[[], str],
        *,
        cursor: str | None = None,
        given: object = None,
    ) -> None:
        self.paging: Paging = paging
        self._locate = locate
        self._number = 0
        self.is_promised: bool = self._is_led and cursor is not None
        if isinstance(paging, Numbered):
            first = paging.first if isinstance(paging, ByPage) else 0
            self._number = _first_number(cursor, given, first)
            # A caller's own page or offset travels as it was passed.
            self.step = (
                PageRequest()
                if cursor is None and given is not None
                else self._numbered_request()
            )
        else:
            self.step = (
                PageRequest()
                if cursor is None
                else self._cursor_request(paging, cursor)
            )
        # The hashes in order, 8 bytes each: one of another cursor is taken for a repeated one in
        # one of 10**11 lists of 20,000 pages.
        self._seen: array[int] | None = None

    def next_cursor(self, view: PageView) -> Cursor | None:
        """The cursor of the page after this one, or None when it is the last.

        Raises:
            InvalidCursor: There is no cursor, and something else or more pages.
        """
        if self.paging.ends_empty and not view.count:
            return None
        left = self._left(view)
        match self.paging:
            case ByCursor() as paging:
                more = view.body.at(paging.more) if paging.more else None
                if more is False:
                    return None
                cursor = _cursor_in_body(paging, view.body)
                if cursor is None and more is True:
                    raise InvalidCursor(view.body.mismatch(paging.next, "a cursor"))
                return cursor
            case ByLink() as paging:
                return self._linked(paging, view.headers)
            case ByPage():
                more = view.count > 0 if left is None else left > 0
                return self._number + 1 if more else None
            case ByOffset():
                more = view.count > 0 and (left is None or left > 0)
                return self._number + view.count if more else None

    def counts_more(self, view: PageView) -> bool:
        """Whether a total says that there are items after those of the page."""
        left = self._left(view)
        return left is not None and left > 0

    def _left(self, view: PageView) -> int | None:
        """How many pages, or items, a page says to come after it; None where it isn't counted."""
        match self.paging:
            case ByPage(total=keys, first=first):
                behind = self._number - first + 1
            case ByOffset(total=keys):
                behind = self._number + view.count
            case _:
                return None
        total = None if self.paging.ends_empty else view.body.number(keys)
        return None if total is None else total - behind

    def _linked(self, paging: ByLink, headers: Headers) -> str | None:
        """The URL of the next page, relative to that of the page that links to it."""
        try:
            target = find_link(headers.all("link"), paging.rel)
        except ValueError:
            raise InvalidCursor("Link: expected links, found another text") from None
        if target is None:
            return None
        try:
            return resolve_link(self.step.url or self._locate(), target)
        except PaginationError:
            # It may never be needed.
            return target

    def advance(self, cursor: Cursor, view: PageView) -> None:
        """Go to the page at a cursor.

        Args:
            cursor: The result of `next_cursor`.
            view: The page that it was found on.

        Raises:
            PaginationError: The list was there before, or the cursor is a link to another origin.
        """
        self.is_promised = self._is_led or self.counts_more(view)
        if isinstance(self.paging, Numbered):
            self._number = int(cursor)
            step = self._numbered_request()
        else:
            step = self._cursor_request(self.paging, cursor)
        before, self.step = self.step, step
        if not self.has_new_cursors:
            return
        if self._seen is None:
            self._seen = array("q", [hash(before)])
        seen = hash(step)
        at = bisect_left(self._seen, seen)
        if self._seen[at : at + 1] == array("q", [seen]):
            raise PaginationError("the server sent a cursor that it had sent before")
        self._seen.insert(at, seen)

    @property
    def has_new_cursors(self) -> bool:
        """Whether each page leads on by a cursor of its own; numbers only grow."""
        match self.paging:
            case ByCursor(repeats=repeats):
                return not repeats
            case ByLink():
                return True
            case ByPage() | ByOffset():
                return False

    @property
    def _is_led(self) -> bool:
        """Whether what leads to a page says that there are items on it."""
        is_numbered = isinstance(self.paging, Numbered)
        return not (is_numbered or self.paging.ends_empty)

    def _numbered_request(self) -> PageRequest:
        paging = cast("Numbered", self.paging)  # its only callers' case
        return PageRequest(query=((paging.parameter, self._number),))

    def _cursor_request(self, paging: ByCursor | ByLink, cursor: Cursor) -> PageRequest:
        if isinstance(paging, ByLink):
            return PageRequest(url=resolve_link(self._locate(), str(cursor)))
        bare = not (paging.parameter or paging.body)
        if isinstance(cursor, str) and (bare or is_link(cursor, self._locate())):
            url = resolve_link(self._locate(), cursor)
            inner = query_value(url, paging.body[-1]) if paging.body else None
            if inner is None:
                return PageRequest(url=url)
            cursor = inner
        if paging.body:
            return PageRequest(keys=paging.body, value=cursor)
        return PageRequest(query=((paging.parameter, cursor),))


def _cursor_in_body(paging: ByCursor, body: PageBody) -> Cursor | None:
    """The cursor at `next`, or in the object there under one of the names that it may have."""
    value = body.at(paging.next)
    if isinstance(value, Absent):
        _check_parents(paging.next, body)
        return None
    if not (is_object(value) or isinstance(value, AnyModel)):
        return _as_cursor(value, paging.next, body)
    names = [paging.cursor_key, paging.parameter, *paging.body[-1:]]
    for name in filter(None, names):
        keys = (*paging.next, name)
        inner = body.at(keys)
        if inner is not None and not isinstance(inner, Absent):
            return _as_cursor(inner, keys, body)
    if body.has_unknown_properties(paging.next, names):
        raise InvalidCursor(body.mismatch(paging.next, "a cursor"))
    return None


def _check_parents(keys: Keys, body: PageBody) -> None:
    """Refuse anything but an object, or nothing, where the cursor should be inside."""
    for end in range(len(keys)):
        holder = body.at(keys[:end])
        is_object_there = is_object(holder) or isinstance(holder, AnyModel)
        if not (is_object_there or holder is None or isinstance(holder, Absent)):
            raise InvalidCursor(body.mismatch(keys[:end], "a cursor"))


def _as_cursor(value: object, keys: Keys, body: PageBody) -> Cursor | None:
    match value:
        case None | False | "":
            return None
        case str():
            return value
        case int() if value is not True:
            return value
        case float() if value.is_integer():
            return int(value)
        case _:
            raise InvalidCursor(body.mismatch(keys, "a cursor"))


def _first_number(cursor: str | None, given: object, first: int) -> int:
    text = given if cursor is None else cursor
    if text is None:
        return first
    if isinstance(text, int) or (isinstance(text, str) and text.isdecimal()):
        return int(text)
    raise ArgumentError(f"this list is counted in numbers, and {text!r} is none")
