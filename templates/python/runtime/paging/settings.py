"""How lists go on: the settings of their pagers."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

# Property names, from the root of a body on.
Keys: TypeAlias = tuple[str, ...]


class _Settings(Struct, frozen=True, kw_only=True):
    """What lists of all kinds say.

    `size` is where the request says how many items a page has: property names from the root of its
    body, or the name of a parameter in the query and those within its value; () where that is an
    argument anyway. `total_items` is where the body counts all items, or (). `ends_empty` tells
    that the last page is the one without items, whatever else it says.
    """

    size: Keys = ()
    total_items: Keys = ()
    ends_empty: bool = False

    @property
    def counted(self) -> Keys:
        """Where the body counts all items, or ()."""
        return self.total_items


class ByCursor(_Settings, frozen=True):
    """The response points at the next page.

    `items` and `next` are where they stand in the body, as property names from its root. What
    stands at `next` may be absent or null (the end), a URL to follow on the same origin, a scalar
    cursor, or an object whose property `cursor_key` is one of these. The cursor is sent as
    `parameter` in the query, or in the request body at `body` when that isn't empty. `more` is
    where a flag says that there is more, or (). `repeats` tells that a cursor may come again, as
    that of a scroll does: it stands for the list, not for a page.
    """

    items: Keys
    next: Keys
    parameter: str = ""
    body: Keys = ()
    cursor_key: str = ""
    more: Keys = ()
    repeats: bool = False


class ByPage(_Settings, frozen=True):
    """Pages are numbered from `first`; `total` is where the body says how many there are, or ()."""

    items: Keys
    parameter: str
    first: int = 1
    total: Keys = ()


class ByOffset(_Settings, frozen=True):
    """The query says how many items to skip; `total` is where the body counts all items, or ()."""

    items: Keys
    parameter: str
    total: Keys = ()

    @property
    def counted(self) -> Keys:
        """Where the body counts all items, or ()."""
        return self.total_items or self.total


class ByLink(_Settings, frozen=True):
    """The header Link leads to the next page, by a link of the relation `rel` (RFC 8288)."""

    items: Keys
    rel: str = "next"


Paging: TypeAlias = ByCursor | ByPage | ByOffset | ByLink
# Those whose pages are counted.
Numbered: TypeAlias = ByPage | ByOffset
