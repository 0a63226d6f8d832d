"""A text of a document that has been edited."""

from __future__ import annotations

import msgspec


class TextEdit(msgspec.Struct, frozen=True):
    """A text, and what it says now; both are "" where nothing has changed."""

    old: str
    new: str

    @property
    def is_empty(self) -> bool:
        """Whether all says what it said before."""
        return self.old == self.new
