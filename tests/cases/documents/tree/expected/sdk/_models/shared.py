"""What the API answers with."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from .._runtime.json.model import Maybe, Model
from .._runtime.json.plain_data import UnknownValue


class Book(Model, kw_only=True):
    """What the API calls `book`."""

    id: int
    shelf: Maybe[Shelf] = None
    author: Writer
    """Who wrote it. Deprecated."""
    editor: Writer | None = None
    """Who edited it."""
    pages: Maybe[Number] = None
    """At least 1."""
    sequel: Maybe[Book] = None
    borrowed: Maybe[BookBorrowed] = None
    lent: Maybe[BookLent] = None
    """To whom it was lent."""


class Problem(Model, kw_only=True):
    """What the API calls `Problem`."""

    code: Maybe[str] = None


class Writer(Model, kw_only=True):
    """What the API calls `writer`."""

    name: Maybe[str] = None
    books: Maybe[list[Book]] = None


class BookBorrowed(Model, kw_only=True):
    """An object without a name in the API."""

    since: Maybe[date] = None


class BookLent(Model, kw_only=True):
    """To whom it was lent."""

    since: Maybe[date] = None
    to: Maybe[str] = None


Shelf: TypeAlias = Literal["fiction", "science"] | UnknownValue

Number: TypeAlias = int
