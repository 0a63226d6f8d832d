"""The files that a target makes, not yet on disk."""

from __future__ import annotations

import msgspec


class File(msgspec.Struct, frozen=True):
    """A file: its path relative to the output folder, with `/`, and its content.

    `is_formatted` says that Python source is as black leaves it and needs compiling alone, `is_own`
    that it is a file of the generator's own, which needs neither. `texts` are the texts of the
    document that it is made of; None where that isn't known.
    """

    path: str
    text: str | bytes
    is_formatted: bool = False
    texts: frozenset[str] | None = None
    is_own: bool = False

    @property
    def is_draft(self) -> bool:
        """Whether it is Python source that has to be formatted or compiled."""
        return self.path.endswith(".py") and not self.is_own

    @property
    def data(self) -> bytes:
        """The content as it goes to disk."""
        return self.text if isinstance(self.text, bytes) else self.text.encode()


class FileSet(msgspec.Struct, frozen=True):
    """All files of one output folder."""

    files: tuple[File, ...]
