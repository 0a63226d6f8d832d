"""The pages of a list, in the shape that the description declares."""

from __future__ import annotations

from typing import Final
from urllib.parse import parse_qsl, urlencode

from msgspec import Struct

from ..json.plain_data import Plain, is_object
from ..transport.exchange import Request
from .calls import Call, UnexpectedRequest
from .description import Keys, Listing, Paging
from .made_values import Values
from .schema import Schema

# What leads to a page by a link, where the description names no parameter.
_LINKED: Final = "cursor"


class Window(Struct, frozen=True):
    """Which items a page has: from `start` on, at most `size`, None for all."""

    start: int
    size: int | None

    @property
    def number(self) -> int:
        """The page's number, counted from 1."""
        return self.start // self.size + 1 if self.size else 1


class Page(Struct, frozen=True):
    """The body of a page, and its headers."""

    body: Plain
    headers: tuple[tuple[str, str], ...] = ()


def _at(value: Plain, keys: Keys) -> Plain:
    for key in keys:
        value = value.get(key) if is_object(value) else None
    return value


def _number(value: object, least: int) -> int | None:
    """A number of the query, None where there is none."""
    try:
        return max(least, int(str(value)))
    except ValueError:
        return None


class Pages:
    """Cuts lists into pages.

    Args:
        values: Fits and makes values.
        size: The items of a page, None for as many as a request wants.
    """

    def __init__(self, values: Values, size: int | None) -> None:
        self._values = values
        self._size = size
        # Where each scroll has got to.
        self._scrolls: dict[str, int] = {}

    def window(self, listing: Listing, call: Call) -> Window:
        """The items that a request wants.

        Raises:
            UnexpectedRequest: Its cursor is none that a page led to.
        """
        size = self._wanted_size(listing, call)
        found = (_number(call.query.get(name), 1) for name in listing.pages)
        number = next((one for one in found if one is not None), None)
        start = (number - 1) * (size or 0) if number else 0
        paging = listing.paging
        if paging is None:
            return Window(start, size)
        given = _at(call.body, paging.body) if paging.body else None
        if given is None:
            bare = _LINKED if paging.by in {"cursor", "link"} else ""
            given = call.query.get(paging.parameter or bare)
        if given is None:
            return Window(start, size)
        at = _number(given, 0)
        if paging.repeats:
            at = self._scrolls.get(str(given))
        if at is None:
            message = f"{call.operation}: {given!r} is no cursor of this list"
            raise UnexpectedRequest(message)
        if paging.by == "page":
            behind = at - paging.first
            # Of a list in one piece there is nothing on a second page.
            return Window(behind * size if size else behind * 2**53, size)
        return Window(at, size)

    def _wanted_size(self, listing: Listing, call: Call) -> int | None:
        wanted = (
            _number(_at(call.query, keys) or _at(call.body, keys), 1)
            for keys in listing.sizes
        )
        own = next((one for one in wanted if one is not None), None)
        sizes = [one for one in (own, self._size) if one is not None]
        return min(sizes, default=None)

    def page(  # noqa: PLR0913, PLR0917 -- each is of another kind
        self,
        listing: Listing,
        body: Plain,
        schema: Schema,
        items: list[Plain],
        call: Call,
        request: Request,
    ) -> Page:
        """The page that a request wants.

        Args:
            listing: What is known of the list.
            body: A page of it, as the description shows it.
            schema: The schema of a page.
            items: All items.
            call: The request.
            request: The same, for its URL.
        """
        window = self.window(listing, call)
        end = len(items) if window.size is None else window.start + window.size
        shown = items[window.start : end]
        if listing.items:
            self._values.put(body, listing.items, shown, schema)
        else:
            body = shown
        size = window.size or max(len(items), 1)
        counts: dict[str, Plain] = {
            "items": len(items),
            "pages": -(-len(items) // size),
            "size": size,
            "page": window.number,
            "more": end < len(items),
            "shown": len(shown),
        }
        for count, keys in listing.counts:
            if _at(body, keys[:-1]) is not None:
                self._values.put(body, keys, counts[count], schema)
        paging = listing.paging
        if paging is None or paging.by not in {"cursor", "link"}:
            return Page(body)
        following = end if end < len(items) else None
        if paging.by == "link":
            link = _linked(request, following)
            pair = ("Link", f'<{link}>; rel="{paging.rel}"')
            return Page(body, (pair,) if following is not None else ())
        self._lead_on(paging, body, schema, following, window, call, request)
        return Page(body)

    def _lead_on(  # noqa: PLR0913, PLR0917 -- each is of another kind
        self,
        paging: Paging,
        body: Plain,
        schema: Schema,
        following: int | None,
        window: Window,
        call: Call,
        request: Request,
    ) -> None:
        """Put what leads to the next page where the description says that it stands."""
        if paging.more:
            self._values.put(body, paging.more, following is not None, schema)
        if paging.repeats:
            self._scroll(paging, body, schema, following, call)
            return
        if following is None:
            self._values.end(body, paging.next, schema)
            return
        names = (paging.cursor_key, paging.parameter, *paging.body[-1:])
        for name in filter(None, names):
            keys = (*paging.next, name)
            if self._values.member(schema, keys) is not None:
                self._values.put(body, keys, str(following), schema)
                self._values.put(
                    body, (*paging.next, "page"), window.number + 1, schema
                )
                return
        bare = not (paging.parameter or paging.body)
        cursor = _linked(request, following) if bare else str(following)
        self._values.put(body, paging.next, cursor, schema)

    def _scroll(
        self,
        paging: Paging,
        body: Plain,
        schema: Schema,
        following: int | None,
        call: Call,
    ) -> None:
        """Let a scroll go on under the name that it has."""
        given = _at(call.body, paging.body) if paging.body else None
        given = given or call.query.get(paging.parameter)
        name = str(given or f"scroll-{len(self._scrolls) + 1}")
        self._scrolls[name] = 2**53 if following is None else following
        self._values.put(body, paging.next, name, schema)


def _linked(request: Request, following: int | None) -> str:
    """The URL of a request with a cursor in its query."""
    path, _, query = request.target.partition("?")
    pairs = [one for one in parse_qsl(query) if one[0] != _LINKED]
    return f"{path}?{urlencode([*pairs, (_LINKED, str(following))])}"
