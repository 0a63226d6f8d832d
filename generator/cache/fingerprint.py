"""What shapes the output beside a document: the generator itself, its libraries and Python."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_TEMPLATES = _PACKAGE.parent / "templates"
_LIBRARY = ".dist-info"


@cache
def fingerprint() -> str:
    """A SHA-256 of all that; it is computed once, since a process keeps the code it began with."""
    # In an installed package the templates lie inside of it.
    is_installed = (_PACKAGE / "_templates").is_dir()
    folders = (_PACKAGE,) if is_installed else (_PACKAGE, _TEMPLATES)
    return digest(folders, (sys.version, *libraries(sys.path)))


def digest(folders: Iterable[Path], texts: Iterable[str]) -> str:
    """A SHA-256 of the names and contents of all files below folders, and of texts."""
    found = hashlib.sha256()
    for folder in folders:
        for path in _files(str(folder)):
            with open(path, "rb") as stream:
                content = stream.read()
            name = os.path.relpath(path, folder)
            found.update(f"{name}\0{len(content)}\0".encode())
            found.update(content)
    found.update("\0".join(texts).encode())
    return found.hexdigest()


def libraries(path: Iterable[str]) -> list[str]:
    """The distributions that can be imported, as folders of metadata name them: `black-26.1`.

    Args:
        path: The folders that modules are looked for in.
    """
    found: set[str] = set()
    for folder in path:
        try:
            names = os.listdir(folder or ".")
        except OSError:
            continue
        found.update(
            name.removesuffix(_LIBRARY) for name in names if name.endswith(_LIBRARY)
        )
    return sorted(found)


def _files(folder: str) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry.path)
        elif not entry.name.endswith(".pyc"):
            yield entry.path
