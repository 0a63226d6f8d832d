"""Reading an output folder without following symbolic links."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from generator.diagnostics import Failed, Notebook, Place


class Disk:
    """Reads files of a folder and refuses to go through symbolic links."""

    def __init__(self, folder: Path, notebook: Notebook) -> None:
        self._folder = folder
        self._notebook = notebook
        self._plain: set[Path] = set()

    def read(self, path: str) -> bytes | None:
        """The content of a file, None when there is none."""
        current = self._folder
        if not self._is_folder(current):
            return None
        *parents, name = path.split("/")
        for parent in parents:
            current /= parent
            if not self._is_folder(current):
                return None
        return self._content(current / name)

    def _is_folder(self, path: Path) -> bool:
        if path in self._plain:
            return True
        mode = self._mode(path)
        if mode is None:
            return False
        if not stat.S_ISDIR(mode):
            raise self._refused(
                path, "a folder has to stand here, and something else does"
            )
        self._plain.add(path)
        return True

    def _content(self, path: Path) -> bytes | None:
        mode = self._mode(path)
        if mode is None:
            return None
        if not stat.S_ISREG(mode):
            raise self._refused(
                path, "a file has to stand here, and something else does"
            )
        return path.read_bytes()

    def _mode(self, path: Path) -> int | None:
        try:
            mode = os.lstat(path).st_mode
        except FileNotFoundError:
            return None
        if stat.S_ISLNK(mode):
            raise self._refused(path, "nothing is written through a symbolic link")
        return mode

    def _refused(self, path: Path, reason: str) -> Failed:
        return self._notebook.fail("output-foreign", reason, Place(str(path)))
