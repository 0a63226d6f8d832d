"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NotRequired, TypedDict

from ._models.shared import Book, BookBorrowed, BookLent, Number, Shelf, Writer


class BookParams(TypedDict):
    """What the API calls `book`."""

    id: int
    shelf: NotRequired[Shelf]
    author: Writer | WriterParams
    """Who wrote it. Deprecated."""
    editor: NotRequired[Writer | WriterParams | None]
    """Who edited it."""
    pages: NotRequired[Number]
    """At least 1."""
    sequel: NotRequired[Book | BookParams]
    borrowed: NotRequired[BookBorrowed | BookBorrowedParams]
    lent: NotRequired[BookLent | BookLentParams]
    """To whom it was lent."""


class WriterParams(TypedDict):
    """What the API calls `writer`."""

    name: NotRequired[str]
    books: NotRequired[Sequence[Book | BookParams]]


class BookBorrowedParams(TypedDict):
    """An object without a name in the API."""

    since: NotRequired[date | str]


class BookLentParams(TypedDict):
    """To whom it was lent."""

    since: NotRequired[date | str]
    to: NotRequired[str]
