"""How a list goes on: the declarations, and the course that a pager follows from page to page.

Nothing here sends anything: what a page holds goes in, the next request's step comes out. Both
pagers share it, so they differ in awaiting alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias, cast

from msgspec import Struct

from .errors import ArgumentError, PaginationError
from .links import follow, is_link, query_value
from .model import OpenModel
from .plain import is_object
from .wire import Absent, dig

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


class Step(Struct, frozen=True, kw_only=True):
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


class Sight(Struct, frozen=True):
    """What a course looks at: what stands at a path of the body, the number of items, the bytes."""

    dig: Callable[[Keys], object]
    count: int
    body: bytes = b""


class Puzzle(Exception):
    """What stands at `keys` is no cursor.

    Args:
        keys: Where it stands.
        found: What it is.
    """

    def __init__(self, keys: Keys, found: object) -> None:
        super().__init__()
        self.keys = keys
        self.found = found


class Course:
    """The way through one list. `step` is the request to send now.

    Args:
        paging: The operation's declaration.
        base: The URL of the operation without its query, which links are resolved against.
        cursor: Where to start, from an earlier `next_cursor`.
        given: What the caller passed for the page or offset parameter, if anything.

    Raises:
        ArgumentError: The cursor isn't a page or an offset, in a list that counts these.
        PaginationError: The cursor is a link to another origin.
    """

    __slots__ = ("_base", "_last", "_number", "_paging", "_seen", "step")

    def __init__(
        self,
        paging: Paging,
        base: str,
        *,
        cursor: str | None = None,
        given: object = None,
    ) -> None:
        self._paging = paging
        self._base = base
        self._last: bytes | None = None
        self._number = 0
        if not isinstance(paging, ByCursor):
            first = paging.first if isinstance(paging, ByPage) else 0
            self._number = _start(cursor, given, first)
            # A caller's own page or offset travels as it was passed.
            self.step = (
                Step() if cursor is None and given is not None else self._count()
            )
        else:
            self.step = Step() if cursor is None else self._point(paging, cursor)
        self._seen = {self.step}

    def after(self, sight: Sight) -> Cursor | None:
        """The cursor of the page that follows the one in sight, or None when it is the last.

        Raises:
            Puzzle: Something stands there that is no cursor.
        """
        match self._paging:
            case ByCursor() as paging:
                if paging.more and sight.dig(paging.more) is False:
                    return None
                return _pointer(paging, sight.dig(paging.next))
            case ByPage() as paging:
                total = _total(sight, paging.total)
                more = (
                    sight.count > 0
                    if total is None
                    else self._number - paging.first + 1 < total
                )
                return self._number + 1 if more else None
            case ByOffset() as paging:
                total = _total(sight, paging.total)
                behind = self._number + sight.count
                more = sight.count > 0 and (total is None or behind < total)
                return behind if more else None

    def go(self, cursor: Cursor, sight: Sight) -> None:
        """Step to the page at a cursor.

        Args:
            cursor: What `after` gave.
            sight: The page that it was found on.

        Raises:
            PaginationError: The list was there before, or the cursor is a link to another origin.
        """
        if isinstance(self._paging, ByCursor):
            step = self._point(self._paging, cursor)
        else:
            # Nothing but the items tells that a server pays no attention to the number.
            if _total(sight, self._paging.total) is None and sight.body == self._last:
                raise PaginationError("the server sent the same page twice")
            self._last = sight.body
            self._number = int(cursor)
            step = self._count()
        if step in self._seen:
            raise PaginationError("the server sent a cursor that it had sent before")
        self._seen.add(step)
        self.step = step

    def _count(self) -> Step:
        paging = cast("ByPage | ByOffset", self._paging)  # its only callers' case
        return Step(query=((paging.parameter, self._number),))

    def _point(self, paging: ByCursor, cursor: Cursor) -> Step:
        bare = not (paging.parameter or paging.body)
        if isinstance(cursor, str) and (bare or is_link(cursor, self._base)):
            url = follow(self._base, cursor)
            inner = query_value(url, paging.body[-1]) if paging.body else None
            if inner is None:
                return Step(url=url)
            cursor = inner
        if paging.body:
            return Step(keys=paging.body, value=cursor)
        return Step(query=((paging.parameter, cursor),))


def _pointer(paging: ByCursor, value: object) -> Cursor | None:
    """The cursor that a value is, or that stands in it under one of the names it may have."""
    if is_object(value) or isinstance(value, Struct | OpenModel):
        for key in (paging.cursor_key, paging.parameter, *paging.body[-1:]):
            inner = dig(value, (key,)) if key else None
            if inner is not None and not isinstance(inner, Absent):
                return _scalar(inner, (*paging.next, key))
        return None
    return _scalar(value, paging.next)


def _scalar(value: object, keys: Keys) -> Cursor | None:
    match value:
        case None | Absent() | False | "":
            return None
        case str():
            return value
        case int() if value is not True:
            return value
        case float() if value.is_integer():
            return int(value)
        case _:
            raise Puzzle(keys, value)


def _start(cursor: str | None, given: object, first: int) -> int:
    text = given if cursor is None else cursor
    if text is None:
        return first
    if isinstance(text, int) or (isinstance(text, str) and text.isdecimal()):
        return int(text)
    raise ArgumentError(f"this list is counted in numbers, and {text!r} is none")


def _total(sight: Sight, keys: Keys) -> int | None:
    value = sight.dig(keys) if keys else None
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return int(value) if isinstance(value, str) and value.isdecimal() else None


def _patch(body: object, keys: Keys, value: Cursor) -> Mapping[str, object]:
    known: Mapping[str, object] = body if is_object(body) else {}
    key, *rest = keys
    inner = _patch(known.get(key), tuple(rest), value) if rest else value
    return {**known, key: inner}
