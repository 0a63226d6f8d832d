"""Declarations of paging for the operations of a document that look like lists.

Every form is used in turn. What leads on is a property that the page has, where one is called like
that, and else one that the overlay adds to the page's schema; likewise the parameter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec

from tests.judge.overlay.listing import (
    Listing,
    listings,
    properties_of,
    type_of,
)
from tests.judge.source.original import Original, Piece, Tree

_CURSOR = re.compile(r"cursor|after|token|marker", re.IGNORECASE)
_NEXT = re.compile(r"^(has)?next|cursor|token", re.IGNORECASE)
_PAGE = re.compile(r"^page$|page_?(no|num|number|index)$", re.IGNORECASE)
_OFFSET = re.compile(r"offset|skip|^start", re.IGNORECASE)
_TOTAL = re.compile(r"total|count", re.IGNORECASE)
_MORE = re.compile(r"more|truncated", re.IGNORECASE)


class Declared(msgspec.Struct, frozen=True, kw_only=True):
    """A list and its declaration.

    Args:
        listing: The operation.
        form: The form of paging, as messages name it.
        extension: The value of `x-sdk-pagination`.
        additions: The properties that the page's schema is to have besides.
        is_linked: Whether what leads on is a URL.
    """

    listing: Listing
    form: str
    extension: dict[str, Tree]
    additions: dict[str, Tree] = {}
    is_linked: bool = False


def declared(original: Original) -> Iterator[Declared]:
    """A declaration for each list, the forms in turn as far as they fit."""
    for turn, listing in enumerate(listings(original)):
        forms = FORMS[turn % len(FORMS) :] + FORMS[: turn % len(FORMS)]
        if listing.body is not None and turn % 2:
            # Few lists have a body, which has its own turns.
            forms = (_in_body, *forms)
        tried = (form(_Maker(original, listing)) for form in forms)
        if (found := next(filter(None, tried), None)) is not None:
            yield found


class _Maker:
    """Makes one declaration of a list."""

    def __init__(self, original: Original, listing: Listing) -> None:
        self._original = original
        self._listing = listing
        self._additions: dict[str, Tree] = {}

    def place(self, called: re.Pattern[str], kind: str, name: str, schema: Tree) -> str:
        """A property of the page: one of its own, or one that is added; "" if none can be."""
        listing = self._listing
        for own, each in listing.properties.items():
            if called.search(own) and type_of(self._original, each) == kind:
                return own
        is_open = listing.page.file == self._original.root.file and listing.items
        if not is_open or name in listing.properties:
            return ""
        self._additions[name] = schema
        return name

    def parameter(self, called: re.Pattern[str], kind: str, name: str) -> str:
        """A query parameter: one of the operation's own, or one that it doesn't declare."""
        for own, schema in self._listing.query.items():
            if called.search(own) and type_of(self._original, schema) == kind:
                return own
        return name

    def member(self) -> list[str]:
        """Where a cursor goes in the request body; [] if there is no place for one."""
        body = self._listing.body
        if body is None:
            return []
        properties = properties_of(self._original, body)
        texts = [
            name
            for name, each in properties.items()
            if type_of(self._original, each) == "string"
        ]
        texts.sort(key=lambda name: _CURSOR.search(name) is None)
        return texts[:1]

    def made(
        self, form: str, extension: dict[str, Tree], *, is_linked: bool = False
    ) -> Declared:
        """The declaration."""
        return Declared(
            listing=self._listing,
            form=form,
            extension={"items": [*self._listing.items], **extension},
            additions=self._additions,
            is_linked=is_linked,
        )


def _cursor(maker: _Maker) -> Declared | None:
    where = maker.place(_NEXT, "string", "x_next", {"type": "string"})
    parameter = maker.parameter(_CURSOR, "string", "x_cursor")
    return (
        maker.made("cursor", {"next": [where], "parameter": parameter})
        if where
        else None
    )


def _flagged(maker: _Maker) -> Declared | None:
    where = maker.place(_NEXT, "string", "x_next", {"type": "string"})
    more = maker.place(_MORE, "boolean", "x_more", {"type": "boolean"})
    parameter = maker.parameter(_CURSOR, "string", "x_cursor")
    if not (where and more):
        return None
    return maker.made("flag", {"next": [where], "parameter": parameter, "more": [more]})


def _keyed(maker: _Maker) -> Declared | None:
    properties = {"after": {"type": "string"}, "size": {"type": "integer"}}
    schema = {"type": "object", "properties": properties}
    where = maker.place(re.compile("(?!)"), "object", "x_lead", schema)
    parameter = maker.parameter(_CURSOR, "string", "x_cursor")
    if not where:
        return None
    return maker.made(
        "key", {"next": [where], "parameter": parameter, "cursor_key": "after"}
    )


def _scroll(maker: _Maker) -> Declared | None:
    where = maker.place(_NEXT, "string", "x_next", {"type": "string"})
    parameter = maker.parameter(_CURSOR, "string", "x_cursor")
    said: dict[str, Tree] = {"next": [where], "parameter": parameter}
    said |= {"repeats": True, "ends": "empty"}
    return maker.made("scroll", said) if where else None


def _link(maker: _Maker) -> Declared | None:
    where = maker.place(_NEXT, "string", "x_next", {"type": "string"})
    return maker.made("link", {"next": [where]}, is_linked=True) if where else None


def _in_body(maker: _Maker) -> Declared | None:
    where = maker.place(_NEXT, "string", "x_next", {"type": "string"})
    member = maker.member()
    return (
        maker.made("body", {"next": [where], "body": member})
        if where and member
        else None
    )


def _counted(way: str, called: re.Pattern[str]) -> Callable[[_Maker], Declared | None]:
    def make(maker: _Maker) -> Declared | None:
        total = maker.place(_TOTAL, "integer", "x_total", {"type": "integer"})
        parameter = maker.parameter(called, "integer", f"x_{way}")
        said: dict[str, Tree] = {"parameter": parameter, "total": [total]}
        return maker.made(f"{way}s with total", {way: said}) if total else None

    return make


def _uncounted(
    way: str, called: re.Pattern[str], **more: Tree
) -> Callable[[_Maker], Declared | None]:
    def make(maker: _Maker) -> Declared | None:
        parameter = maker.parameter(called, "integer", f"x_{way}")
        return maker.made(f"{way}s", {way: {"parameter": parameter, **more}})

    return make


FORMS: tuple[Callable[[_Maker], Declared | None], ...] = (
    _cursor,
    _counted("page", _PAGE),
    _in_body,
    _uncounted("offset", _OFFSET),
    _link,
    _flagged,
    _uncounted("page", _PAGE, first=0),
    _keyed,
    _counted("offset", _OFFSET),
    _scroll,
)


def paging_actions(
    original: Original,
) -> Iterator[tuple[Piece | tuple[str, ...], Tree]]:
    """What an overlay changes: a place of the root file or the way to it, and the update."""
    for each in declared(original):
        listing = each.listing
        way = ("paths", listing.path, listing.method.lower())
        yield way, {"x-sdk-pagination": each.extension}
        if each.additions:
            yield listing.page, {"properties": each.additions}
