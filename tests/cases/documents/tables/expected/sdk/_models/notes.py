"""What the API answers with."""

from __future__ import annotations

from .._runtime.json.model import Maybe, Model


class Note(Model, kw_only=True):
    """A note.

    | Member | What is kept in it, as far as anybody who reads this has to know in order to use it |
    |---|---|
    | title | The text that stands above the note, as its author has written it down in a line |
    """

    title: Maybe[str] = None
    """A title.

    | Length | What becomes of a title that is longer than the server allows it to be, which is wide |
    |---|---|
    | 80 | It is cut |
    """
