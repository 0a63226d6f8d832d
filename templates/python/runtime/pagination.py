"""How lists go on: the declarations of paged operations."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

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
