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


class NoteSubject(Model, kw_only=True):
    """What a note is on."""

    type: str
    """Mostly `contact` or `company`."""
    id: str
    """The contact's or company's id."""


class Admin(Model, kw_only=True):
    """A teammate with access to the workspace."""

    type: str
    """Always `admin`."""
    id: str | int
    """The admin's id."""
    name: Maybe[str] = None
    """The admin's name."""
    email: Maybe[str] = None
    """The admin's email address."""
    job_title: Maybe[str] = None
    """The admin's job title."""
    away_mode_enabled: Maybe[bool] = None
    """Whether the admin is away."""
    away_mode_reassign: Maybe[bool] = None
    """Whether replies go back to the team inbox while the admin is away."""
    has_inbox_seat: Maybe[bool] = None
    """Whether the admin has a paid seat in the inbox."""
    team_ids: Maybe[list[int]] = None
    """The teams that the admin belongs to."""
    avatar: str | Avatar | None = None
    """The admin's picture, as its URL or as an object."""
    team_priority_level: TeamPriorityLevel | None = None
    """In which of the teams the admin comes first."""


class NextCursor(Model, kw_only=True):
    """A cursor to the next page."""

    page: Maybe[int] = None
    """The next page's number."""
    starting_after: str | None
    """The cursor, sent back as `starting_after`."""


class Avatar(Model, kw_only=True):
    """A picture."""

    type: Maybe[str] = None
    """Always `avatar`."""
    image_url: str | None = None
    """Where the picture is."""


class TeamPriorityLevel(Model, kw_only=True):
    """How an admin's teams rank."""

    primary_team_ids: list[int] | None = None
    """The teams that the admin works for first."""
    secondary_team_ids: list[int] | None = None
    """The teams that the admin works for after those."""
