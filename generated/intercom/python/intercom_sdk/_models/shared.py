"""What the API answers with."""

from __future__ import annotations

from .._runtime.json.model import Maybe, Model


class ErrorList(Model, kw_only=True):
    """What the API answers a failed request with."""

    type: str
    """Always `error.list`."""
    request_id: str | None = None
    """Names the request to Intercom's support."""
    errors: list[Error]
    """What was wrong, at least one entry."""


class Pages(Model, kw_only=True):
    """Where a list stands and how it goes on."""

    type: Maybe[str] = None
    """Always `pages`."""
    next: str | NextCursor | None = None
    """What leads to the next page: a URL, a cursor, or nothing at the end of the
    list.
    """
    page: Maybe[int] = None
    """This page's number, counted from 1."""
    per_page: Maybe[int] = None
    """How many items a page holds."""
    total_pages: Maybe[int] = None
    """How many pages there are."""


class Error(Model, kw_only=True):
    """One thing that was wrong with a request."""

    code: str
    """The kind of error, for programs."""
    message: str | None = None
    """The same for people."""
    field: str | None = None
    """The field or parameter at fault."""


class NextCursor(Model, kw_only=True):
    """A cursor to the next page."""

    page: Maybe[int] = None
    """The next page's number."""
    starting_after: str | None
    """The cursor, sent back as `starting_after`."""
