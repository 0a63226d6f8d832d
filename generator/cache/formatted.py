"""Files that an earlier run has formatted and compiled, found by what they were before."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from generator.cache.fingerprint import fingerprint
from generator.cache.store import Store
from generator.emit.files import File, FileSet


def finish(
    files: FileSet, store: Store | None, on_file: Callable[[], object] = lambda: None
) -> FileSet:
    """Format and compile the Python files of a set that no earlier run has formatted.

    Args:
        files: What a target made.
        store: Where formatted files are; None formats all.
        on_file: Called after each file that is formatted.

    Raises:
        Broken: A file can't be parsed, or compiles with a warning.
    """
    # A run that changes nothing formats nothing, and needs no black.
    from generator.emit.layout import format  # noqa: PLC0415

    if store is None:
        return format.finish(files, on_file)
    known: dict[str, File] = {}
    for file in files.files:
        if file.is_draft and (text := _find(store, file)) is not None:
            known[file.path] = File(file.path, text, is_formatted=True)
    rest = FileSet(tuple(file for file in files.files if file.path not in known))
    done = {file.path: file for file in format.finish(rest, on_file).files}
    for file in rest.files:
        if file.is_draft:
            store.put(_key(file, file.is_formatted), done[file.path].data)
    return FileSet(tuple(known.get(f.path) or done[f.path] for f in files.files))


def _find(store: Store, file: File) -> bytes | None:
    found = store.get(_key(file, file.is_formatted))
    if found is None and file.is_formatted:
        # It was written, by formatting it as it is.
        found = store.get(_key(file, False))
        return found if found == file.data else None
    return found


def _key(file: File, is_formatted: bool) -> str:
    head = f"formatted\0{fingerprint()}\0{is_formatted:d}\0".encode()
    return hashlib.sha256(head + file.data).hexdigest()
