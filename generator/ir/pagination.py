"""How a list goes on: declared by the extension `x-sdk-pagination`, never guessed by a target."""

from __future__ import annotations

from typing import TypeAlias

from generator.ir.value import Value

Keys: TypeAlias = tuple[str, ...]


class ByCursor(Value, frozen=True, tag="cursor"):
    """The response points at the next page.

    `next` is where, as property names from the body's root. What stands there may be absent or
    null (the end), a URL to follow on the same origin, a scalar cursor, or an object whose property
    `cursor_key` is the cursor. The cursor is sent as `parameter`: in the query, or in the request
    body at `body` when that isn't empty. `more` is where a flag says that there is more, or ().
    """

    next: Keys
    parameter: str = ""
    body: Keys = ()
    cursor_key: str = ""
    more: Keys = ()


class ByPage(Value, frozen=True, tag="page"):
    """Pages are numbered from `first`; `total` is where the response counts them, or ()."""

    parameter: str
    first: int = 1
    total: Keys = ()


class ByOffset(Value, frozen=True, tag="offset"):
    """The query says how many items to skip; `total` is where all are counted, or ()."""

    parameter: str
    total: Keys = ()


class Pagination(Value, frozen=True):
    """A list: where its items stand in the body, () being the body itself, and how it goes on."""

    items: Keys
    by: ByCursor | ByPage | ByOffset
