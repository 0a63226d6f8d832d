"""MANIFEST: which files of a folder are ours, and what they held when we wrote them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

import msgspec

from generator.emit.files import File, FileSet
from generator.emit.text.file_paths import fault

NAME = "MANIFEST"
_HEADER = (
    "# Generated files and their SHA-256; a change to one of them is lost. Drafts: "
)
_LINE = re.compile(r"([0-9a-f]{64})  (\S+)")
# black promises one style for all releases of a year.
_STYLE = b"black 26"


class Manifest(msgspec.Struct, frozen=True):
    """Digests by path, and one digest of all files as they were before formatting.

    Files whose drafts haven't changed need no formatting: what stands on disk is its outcome.
    """

    drafts: str
    digests: dict[str, str]

    def file(self) -> File:
        """The manifest as the file that it is kept in."""
        lines = [f"{digest}  {path}\n" for path, digest in sorted(self.digests.items())]
        return File(NAME, f"{_HEADER}{self.drafts}\n{''.join(lines)}")


def make(drafts: FileSet, files: FileSet) -> Manifest:
    """The manifest of files and of the drafts that they were made from."""
    return Manifest(
        drafts=draft_digest(drafts),
        digests={file.path: digest(file.data) for file in files.files},
    )


def read(data: bytes) -> Manifest:
    """Read a manifest. Lines that aren't of its form own nothing."""
    header, *lines = data.decode("utf-8", "replace").split("\n")
    owned = (match.groups() for line in lines if (match := _LINE.fullmatch(line)))
    return Manifest(
        drafts=header.removeprefix(_HEADER) if header.startswith(_HEADER) else "",
        digests={path: digest for digest, path in owned if not fault(path)},
    )


def owned(folder: Path) -> frozenset[str]:
    """The paths that the manifest in a folder lists; none when it has no manifest."""
    try:
        return frozenset(read((folder / NAME).read_bytes()).digests)
    except (FileNotFoundError, NotADirectoryError):
        return frozenset()


def digest(data: bytes) -> str:
    """The SHA-256 of a file's content."""
    return hashlib.sha256(data).hexdigest()


def draft_digest(drafts: FileSet) -> str:
    """One SHA-256 over all paths and contents, and the style they will be formatted in."""
    return digest(_STYLE + b"".join(_fingerprints(drafts)))


def _fingerprints(drafts: FileSet) -> Iterable[bytes]:
    for file in sorted(drafts.files, key=lambda file: file.path):
        yield b"\0" + file.path.encode() + b"\0" + hashlib.sha256(file.data).digest()
