"""What the API answers with."""

from __future__ import annotations

from .._runtime.json.model import Maybe, Model
from .shared import Pages


class NoteList(Model, kw_only=True):
    """One page of notes."""

    type: str
    """Always `list`."""
    data: list[Note]
    """The notes of this page."""
    total_count: Maybe[int] = None
    """How many notes there are on all pages."""
    pages: Pages | None = None
    """How the list goes on."""


class Note(Model, kw_only=True):
    """A comment that an admin left on a contact or a company."""

    type: str
    """Always `note`."""
    id: str
    """The note's id."""
    created_at: int
    """When the note was made, in unix seconds."""
    contact: NoteSubject | None = None
    """The contact that the note is on, if it is on one."""
    company: NoteSubject | None = None
    """The company that the note is on, if it is on one."""
    author: Admin | None = None
    """Who wrote the note."""
    body: str
    """The note's text, in HTML."""


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
