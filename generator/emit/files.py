"""The files that a target makes, not yet on disk."""

from __future__ import annotations

import msgspec


class File(msgspec.Struct, frozen=True):
    """A file: its path relative to the output folder, with `/`, and its content.

    `is_formatted` says that Python source is as black leaves it and needs compiling alone. `texts`
    are the texts of the document that it is made of; None where that isn't known.
    """

    path: str
    text: str | bytes
    is_formatted: bool = False
    texts: frozenset[str] | None = None

    @property
    def data(self) -> bytes:
        """The content as it goes to disk."""
        return self.text if isinstance(self.text, bytes) else self.text.encode()


class FileSet(msgspec.Struct, frozen=True):
    """All files of one output folder."""

    files: tuple[File, ...]
