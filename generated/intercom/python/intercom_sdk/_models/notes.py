"""What the API answers with."""

from __future__ import annotations

from .._runtime.json.model import Maybe, Model
from .shared import Note, Pages


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
