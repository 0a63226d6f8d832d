"""What a target makes: files, not yet on disk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec


class File(msgspec.Struct, frozen=True):
    """A file: its path relative to the output folder, with `/`, and its content.

    `is_formatted` says that Python source is as black leaves it and needs compiling alone.
    """

    path: str
    text: str | bytes
    is_formatted: bool = False

    @property
    def data(self) -> bytes:
        """The content as it goes to disk."""
        return self.text if isinstance(self.text, bytes) else self.text.encode()


class FileSet(msgspec.Struct, frozen=True):
    """All files of one output folder."""

    files: tuple[File, ...]


def merge(sets: Iterable[FileSet]) -> FileSet:
    """Put file sets together, sorted by path.

    Raises:
        ValueError: Two of them have a file with the same path.
    """
    files = [file for files in sets for file in files.files]
    repeated = [
        path
        for path, times in Counter(file.path for file in files).items()
        if times > 1
    ]
    if repeated:
        raise ValueError(f"made twice: {', '.join(sorted(repeated))}")
    return FileSet(tuple(sorted(files, key=lambda file: file.path)))
