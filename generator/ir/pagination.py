"""How a list goes on: declared by the extension `x-sdk-pagination`, never guessed by a target."""

from __future__ import annotations

from typing import TypeAlias

from generator.diagnostics.span import Place
from generator.ir.value import Value

Keys: TypeAlias = tuple[str, ...]


class ByCursor(Value, frozen=True, tag="cursor"):
    """The response points at the next page.

    `next` is where, as property names from the body's root. What stands there may be absent or
    null (the end), a URL to follow on the same origin, a scalar cursor, or an object whose property
    `cursor_key` is the cursor. The cursor is sent as `parameter`: in the query, or in the request
    body at `body` when that isn't empty. `more` is where a flag says that there is more, or ().
    `repeats` tells that a cursor may come again, since it stands for the list and not for a page.
    """

    next: Keys
    parameter: str = ""
    body: Keys = ()
    cursor_key: str = ""
    more: Keys = ()
    repeats: bool = False


class ByPage(Value, frozen=True, tag="page"):
    """Pages are numbered from `first`; `total` is where the response counts them, or ()."""

    parameter: str
    first: int = 1
    total: Keys = ()


class ByOffset(Value, frozen=True, tag="offset"):
    """The query says how many items to skip; `total` is where all are counted, or ()."""

    parameter: str
    total: Keys = ()


class ByLink(Value, frozen=True, tag="link"):
    """The header Link leads to the next page, by a link of the relation `rel` (RFC 8288)."""

    rel: str


class Pagination(Value, frozen=True):
    """A list: where its items stand in the body, () being the body itself, and how it goes on.

    `size` is where the request says how many items a page has: property names from the root of its
    body, or the name of a parameter in the query and those within its value; or (). `total` is
    where the response counts all items, or (). `ends_empty` tells that the last page is the one
    without items, whatever else it says.
    """

    items: Keys
    by: ByCursor | ByPage | ByOffset | ByLink
    size: Keys = ()
    total: Keys = ()
    ends_empty: bool = False
    place: Place = Place("")
