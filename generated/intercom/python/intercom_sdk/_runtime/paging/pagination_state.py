"""The state of a pager in a list, and how the request for the next page differs."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Mapping
from typing import TypeAlias, cast

from msgspec import Struct

from ..errors import ArgumentError, PaginationError
from ..json.codec import to_builtins
from ..json.model import Absent, OpenModel
from ..json.plain_data import is_mapping, is_object
from ..request.request_options import OMIT
from .page_body import PageBody, is_link, query_value, resolve_link

Keys: TypeAlias = tuple[str, ...]
Cursor: TypeAlias = str | int


class ByCursor(Struct, frozen=True):
    """The response points at the next page.

    `items` and `next` are where they stand in the body, as property names from its root. What
    stands at `next` may be absent or null (the end), a URL to follow on the same origin, a scalar
    cursor, or an object whose property `cursor_key` is one of these. The cursor is sent as
    `parameter` in the query, or in the request body at `body` when that isn't empty. `more` is
    where a flag says that there is more, or ().
    """

    items: Keys
    next: Keys
    parameter: str = ""
    body: Keys = ()
    cursor_key: str = ""
    more: Keys = ()


class ByPage(Struct, frozen=True):
    """Pages are numbered from `first`; `total` is where the body says how many there are, or ()."""

    items: Keys
    parameter: str
    first: int = 1
    total: Keys = ()


class ByOffset(Struct, frozen=True):
    """The query says how many items to skip; `total` is where the body counts all items, or ()."""

    items: Keys
    parameter: str
    total: Keys = ()


Paging: TypeAlias = ByCursor | ByPage | ByOffset


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
        return body if self.value is None else _patch(body, self.keys, self.value)


def _patch(body: object, keys: Keys, value: Cursor) -> Mapping[str, object]:
    key, *rest = keys
    known = _as_object(body)
    inner = _patch(known.get(key), tuple(rest), value) if rest else value
    return {**known, key: inner}


def _as_object(value: object) -> Mapping[str, object]:
    """An object that a caller passes, or leaves out, as a mapping."""
    if value is None or value is OMIT:
        return {}
    if isinstance(value, Struct | OpenModel):
        value = to_builtins(value)
    if is_mapping(value):
        return {str(key): member for key, member in value.items()}
    kind = type(value).__name__
    raise ArgumentError(
        f"the cursor goes into an object in the body, not into a {kind}"
    )


class PageView(Struct, frozen=True):
    """The body of a page, and the number of items on it."""

    body: PageBody
    count: int


class InvalidCursor(Exception):
    """The value at `keys` is no cursor."""

    def __init__(self, keys: Keys) -> None:
        super().__init__()
        self.keys = keys


class PaginationState:
    """The state of a pager in a list. `step` is the request to send now.

    `is_promised` is whether the server said that there is a page at `step`.

    Args:
        paging: The operation's declaration.
        base: The URL of the operation without its query, which links are resolved against.
        cursor: Where to start, from an earlier `next_cursor`.
        given: What the caller passed for the page or offset parameter, if anything.

    Raises:
        ArgumentError: The cursor isn't a page or an offset, in a list that counts these.
        PaginationError: The cursor is a link to another origin.
    """

    __slots__ = ("_base", "_number", "_seen", "is_promised", "paging", "step")

    def __init__(
        self,
        paging: Paging,
        base: str,
        *,
        cursor: str | None = None,
        given: object = None,
    ) -> None:
        self.paging: Paging = paging
        self._base = base
        self._number = 0
        self.is_promised: bool = isinstance(paging, ByCursor) and cursor is not None
        if not isinstance(paging, ByCursor):
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
        self._seen = array("q", [hash(self.step)])

    def next_cursor(self, view: PageView) -> Cursor | None:
        """The cursor of the page after this one, or None when it is the last.

        Raises:
            InvalidCursor: There is no cursor, and something else or more pages.
        """
        match self.paging:
            case ByCursor() as paging:
                more = view.body.at(paging.more) if paging.more else None
                if more is False:
                    return None
                cursor = _cursor_in_body(paging, view.body)
                if cursor is None and more is True:
                    raise InvalidCursor(paging.next)
                return cursor
            case ByPage() as paging:
                total = view.body.number(paging.total)
                more = (
                    view.count > 0
                    if total is None
                    else self._number - paging.first + 1 < total
                )
                return self._number + 1 if more else None
            case ByOffset() as paging:
                total = view.body.number(paging.total)
                behind = self._number + view.count
                more = view.count > 0 and (total is None or behind < total)
                return behind if more else None

    def counts_more(self, view: PageView) -> bool:
        """Whether a total says that there are items after those of the page."""
        match self.paging:
            case ByCursor():
                return False
            case ByPage() as paging:
                behind = self._number - paging.first + 1
            case ByOffset() as paging:
                behind = self._number + view.count
        total = view.body.number(paging.total)
        return total is not None and behind < total

    def advance(self, cursor: Cursor, view: PageView) -> None:
        """Go to the page at a cursor.

        Args:
            cursor: The result of `next_cursor`.
            view: The page that it was found on.

        Raises:
            PaginationError: The list was there before, or the cursor is a link to another origin.
        """
        self.is_promised = self.counts_more(view)
        if isinstance(self.paging, ByCursor):
            self.is_promised = True
            step = self._cursor_request(self.paging, cursor)
        else:
            self._number = int(cursor)
            step = self._numbered_request()
        seen = hash(step)
        at = bisect_left(self._seen, seen)
        if self._seen[at : at + 1] == array("q", [seen]):
            raise PaginationError("the server sent a cursor that it had sent before")
        self._seen.insert(at, seen)
        self.step = step

    def _numbered_request(self) -> PageRequest:
        paging = cast("ByPage | ByOffset", self.paging)  # its only callers' case
        return PageRequest(query=((paging.parameter, self._number),))

    def _cursor_request(self, paging: ByCursor, cursor: Cursor) -> PageRequest:
        bare = not (paging.parameter or paging.body)
        if isinstance(cursor, str) and (bare or is_link(cursor, self._base)):
            url = resolve_link(self._base, cursor)
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
    if not (is_object(value) or isinstance(value, Struct | OpenModel)):
        return _as_cursor(value, paging.next)
    names = [paging.cursor_key, paging.parameter, *paging.body[-1:]]
    for name in filter(None, names):
        keys = (*paging.next, name)
        inner = body.at(keys)
        if inner is not None and not isinstance(inner, Absent):
            return _as_cursor(inner, keys)
    if body.has_unknown_properties(paging.next, names):
        raise InvalidCursor(paging.next)
    return None


def _check_parents(keys: Keys, body: PageBody) -> None:
    """Refuse anything but an object, or nothing, where the cursor should be inside."""
    for end in range(len(keys)):
        holder = body.at(keys[:end])
        is_object_there = is_object(holder) or isinstance(holder, Struct | OpenModel)
        if not (is_object_there or holder is None or isinstance(holder, Absent)):
            raise InvalidCursor(keys[:end])


def _as_cursor(value: object, keys: Keys) -> Cursor | None:
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
            raise InvalidCursor(keys)


def _first_number(cursor: str | None, given: object, first: int) -> int:
    text = given if cursor is None else cursor
    if text is None:
        return first
    if isinstance(text, int) or (isinstance(text, str) and text.isdecimal()):
        return int(text)
    raise ArgumentError(f"this list is counted in numbers, and {text!r} is none")
