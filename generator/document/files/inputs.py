"""The files that reading a document looks at, by which a later run knows whether they changed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import msgspec


class Input(msgspec.Struct, frozen=True, array_like=True):
    """A path that reading a document depended on, and what it led to.

    Args:
        path: The path as it was asked for.
        real: Where it led, through all symbolic links.
        digest: The SHA-256 of the content, or of the paths below a folder, "" where nothing could
            be read; None where the content didn't matter.
        twin: The first of the inputs' paths that is the same file, its own if no other is.
    """

    path: str
    real: str
    digest: str | None
    twin: str


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

    def list(self, folder: Path) -> None:
        """Note which files are below a folder; its path ends with `/`."""
        names = sorted(map(str, visible(folder)))
        text = "\0".join(names).encode("utf-8", "surrogateescape")
        digest = hashlib.sha256(text).hexdigest() if folder.is_dir() else ""
        self._note(f"{folder}/", digest)

    def inputs(self) -> tuple[Input, ...]:
        """All inputs so far."""
        twins: dict[tuple[int, int], str] = {}
        return tuple(
            Input(
                path,
                os.path.realpath(path),
                digest,
                path if identity is None else twins.setdefault(identity, path),
            )
            for (path, digest), identity in zip(
                self._digests.items(), self._identities.values(), strict=True
            )
        )

    def _note(self, path: str, digest: str | None) -> None:
        self._digests[path] = digest
        self._identities[path] = _identity(path) if digest else None


def visible(folder: Path) -> list[Path]:
    """What is below a folder, without what is hidden and what Python keeps there for itself."""
    return [
        path
        for path in folder.rglob("*")
        if not any(
            part.startswith((".", "__py")) for part in path.relative_to(folder).parts
        )
    ]


def look_again(inputs: Iterable[Input]) -> tuple[Input, ...]:
    """What the paths of inputs lead to now."""
    log = InputLog()
    for item in inputs:
        if item.digest is None:
            log.look(Path(item.path))
        elif item.path.endswith("/"):
            log.list(Path(item.path))
        else:
            with suppress(OSError, ValueError):
                log.read(Path(item.path))
    return log.inputs()


def _identity(path: str) -> tuple[int, int] | None:
    """What all names of one file have in common."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino
