"""The files that reading a document looks at, by which a later run knows whether they changed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

import msgspec


class Input(msgspec.Struct, frozen=True, array_like=True):
    """A path that reading a document depended on, and what it led to.

    Args:
        path: The path as it was asked for.
        real: Where it led, through all symbolic links.
        digest: The SHA-256 of the content, "" where nothing could be read; None where the content
            didn't matter.
        twin: The first of the inputs that is the same file by another name, else its own number.
    """

    path: str
    real: str
    digest: str | None
    twin: int


class InputLog:
    """Collects inputs in the order in which they are first looked at."""

    def __init__(self) -> None:
        self._digests: dict[str, str | None] = {}
        self._identities: dict[str, tuple[int, int] | None] = {}

    def look(self, path: Path) -> None:
        """Note that it matters where a path leads, and nothing else."""
        self._note(str(path), None)

    def exists(self, path: Path) -> bool:
        """Whether something is there; that nothing is there is noted."""
        found = path.exists()
        if not found:
            self._note(str(path), "")
        return found

    def read(self, path: Path, real: Path | None = None) -> bytes:
        """Read a file and note its content.

        Args:
            path: The path as it was asked for.
            real: The file that it leads to, where that is known.

        Raises:
            OSError: It can't be read.
            ValueError: No file can have this name.
        """
        try:
            content = (real or path).read_bytes()
        except (OSError, ValueError):
            self._note(str(path), "")
            raise
        self._note(str(path), hashlib.sha256(content).hexdigest())
        return content

    def inputs(self) -> tuple[Input, ...]:
        """All inputs so far."""
        twins: dict[tuple[int, int], int] = {}
        return tuple(
            Input(
                path,
                os.path.realpath(path),
                digest,
                number if identity is None else twins.setdefault(identity, number),
            )
            for number, (path, digest, identity) in enumerate(
                (path, digest, self._identities[path])
                for path, digest in self._digests.items()
            )
        )

    def _note(self, path: str, digest: str | None) -> None:
        self._digests[path] = digest
        self._identities[path] = _identity(path) if digest else None


def unchanged(inputs: Iterable[Input]) -> bool:
    """Whether all inputs are what they were."""
    before = tuple(inputs)
    log = InputLog()
    for item in before:
        if item.digest is None:
            log.look(Path(item.path))
            continue
        try:
            log.read(Path(item.path))
        except (OSError, ValueError):
            if item.digest:
                return False
    return log.inputs() == before


def _identity(path: str) -> tuple[int, int] | None:
    """What all names of one file have in common."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino
