"""What the API answers with."""

from __future__ import annotations

from .._runtime.json.model import Maybe, Model
from .shared import Admin, NoteSubject, Pages


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
