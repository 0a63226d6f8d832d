"""Entries of bytes in a folder: written whole or not at all, checked when read, bounded in size."""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import suppress
from pathlib import Path

# A folder of its own for each form of entries: older versions of the program keep theirs.
_FORM = "1"
_MAX_BYTES = 512 * 1024 * 1024
# Not each time that the limit is reached: so much is free afterwards.
_SHARE_KEPT = 0.8
_VARIABLE = "SDKWRIGHT_CACHE"
_ENTRY = re.compile(r"[0-9a-f]{64}(\.new-\w+)?")


def default_folder() -> Path | None:
    """The folder that `SDKWRIGHT_CACHE` names, or the platform's; None where the name is empty."""
    if (named := os.environ.get(_VARIABLE)) is not None:
        return Path(named) if named else None
    # Only a run that nothing else tells the folder of needs it.
    from platformdirs import user_cache_path  # noqa: PLC0415

    return user_cache_path("sdkwright", appauthor=False)


class Store:
    """Entries by key, a SHA-256 in hexadecimal digits.

    Nothing here raises: where the folder can't be read or written, entries are missing. Runs may
    share it: an entry is exchanged in one step, and one that is damaged counts as missing.
    """

    def __init__(self, folder: Path, max_bytes: int = _MAX_BYTES) -> None:
        """Open a store.

        Args:
            folder: Where the entries are; it is made when the first one is written.
            max_bytes: How large all entries may be together; those used longest ago go first.
        """
        self._folder = folder / _FORM
        self._max_bytes = max_bytes
        self.has_grown = False

    def get(self, key: str) -> bytes | None:
        """The value of a key, None where there is none."""
        path = self._path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        digest, value = data[:32], data[32:]
        if hashlib.sha256(value).digest() != digest:
            with suppress(OSError):
                path.unlink()
            return None
        with suppress(OSError):
            os.utime(path)
        return value

    def put(self, key: str, value: bytes) -> None:
        """Set the value of a key."""
        self.has_grown = True
        path = self._path(key)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            new = path.with_name(f"{path.name}.new-{os.urandom(8).hex()}")
            try:
                with open(new, "xb", opener=_open_private) as stream:
                    stream.write(hashlib.sha256(value).digest() + value)
                os.replace(new, path)
            except OSError:
                os.unlink(new)
                raise

    def trim(self) -> None:
        """Remove the entries used longest ago, if this has made all of them larger than allowed."""
        if not self.has_grown:
            return
        found: list[tuple[float, int, str]] = []
        with suppress(OSError):
            for shelf in os.scandir(self._folder):
                for entry in os.scandir(shelf.path):
                    if _ENTRY.fullmatch(entry.name):
                        stat = entry.stat(follow_symlinks=False)
                        found.append((stat.st_mtime, stat.st_size, entry.path))
        total = sum(size for _, size, _ in found)
        if total <= self._max_bytes:
            return
        for _, size, path in sorted(found):
            with suppress(OSError):
                os.unlink(path)
            total -= size
            if total <= self._max_bytes * _SHARE_KEPT:
                return

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key


def _open_private(path: str, flags: int) -> int:
    """Open a file that nobody else may read: an entry holds what a document says."""
    return os.open(path, flags, 0o600)
