"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from datetime import date
from typing import NotRequired, TypedDict

from ._models.shared import Number, Shelf


class BookParams(TypedDict):
    """What the API calls `book`."""

    id: int
    shelf: NotRequired[Shelf]
    author: WriterParams
    """Who wrote it. Deprecated."""
    editor: NotRequired[WriterParams | None]
    """Who edited it."""
    pages: NotRequired[Number]
    """At least 1."""
    sequel: NotRequired[BookParams]
    borrowed: NotRequired[BookBorrowedParams]
    lent: NotRequired[BookLentParams]
    """To whom it was lent."""


class WriterParams(TypedDict):
    """What the API calls `writer`."""

    name: NotRequired[str]
    books: NotRequired[list[BookParams]]


class BookBorrowedParams(TypedDict):
    """An object without a name in the API."""

    since: NotRequired[date | str]


class BookLentParams(TypedDict):
    """To whom it was lent."""

    since: NotRequired[date | str]
    to: NotRequired[str]
