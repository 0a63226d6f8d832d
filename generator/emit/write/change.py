"""The changes that a run would make in an output folder. Nothing here writes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
from msgspec.structs import replace

from generator.diagnostics import Notebook, Place
from generator.emit.files import File, FileSet
from generator.emit.text.file_paths import collisions, fault
from generator.emit.write import manifest
from generator.emit.write.disk import Disk
from generator.emit.write.manifest import Manifest


class Change(msgspec.Struct, frozen=True):
    """The way from what stands in a folder to what should stand there.

    `write` are files to make or replace, the manifest among them; `unchanged` and `remove` are
    paths of files that are ours and stay, or go.
    """

    folder: Path
    write: tuple[File, ...] = ()
    unchanged: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the folder is as it should be."""
        return not self.write and not self.remove


def compare(
    drafts: FileSet,
    folder: Path,
    finish: Callable[[FileSet], FileSet],
    notebook: Notebook,
) -> Change:
    """Find out what to change in a folder.

    Args:
        drafts: What a target made.
        folder: Where it should stand; it needn't exist.
        finish: Formats drafts. It isn't called when the folder was written from equal drafts.
        notebook: Records files that were edited by hand and are about to be replaced.

    Raises:
        Failed: A path is unusable, a symbolic link is in the way, or a file that isn't ours.
    """
    _check_paths(drafts, notebook)
    disk = Disk(folder, notebook)
    listed = disk.read(manifest.NAME)
    known = manifest.read(listed) if listed is not None else Manifest("", {})
    found = {path: disk.read(path) for path in known.digests}
    if (
        listed == known.file().data
        and known.drafts == manifest.draft_digest(drafts)
        and _is_intact(known, found)
    ):
        return Change(folder, unchanged=(manifest.NAME, *known.digests))

    files = finish(_marked(drafts, known))
    wanted = (*files.files, manifest.make(drafts, files).file())
    found |= {
        file.path: disk.read(file.path) for file in wanted if file.path not in found
    }
    write = tuple(file for file in wanted if found[file.path] != file.data)
    _refuse_foreign(write, known, found, folder, notebook)
    paths = {file.path for file in wanted}
    gone = tuple(
        path for path in known.digests if path not in paths and found[path] is not None
    )
    _report_edits(
        (*(file.path for file in write), *gone), known, found, folder, notebook
    )
    return Change(
        folder,
        write=write,
        unchanged=tuple(file.path for file in wanted if found[file.path] == file.data),
        remove=gone,
    )


def _marked(drafts: FileSet, known: Manifest) -> FileSet:
    """Say of drafts that equal what was once written that they need no formatting."""
    return FileSet(
        tuple(
            (
                replace(file, is_formatted=True)
                if known.digests.get(file.path) == manifest.digest(file.data)
                else file
            )
            for file in drafts.files
        )
    )


def _is_intact(known: Manifest, found: dict[str, bytes | None]) -> bool:
    return all(
        data is not None and manifest.digest(data) == known.digests[path]
        for path, data in found.items()
    )


def _check_paths(files: FileSet, notebook: Notebook) -> None:
    for file in files.files:
        if reason := fault(file.path):
            raise notebook.fail(
                "output-path", f"no file can be named `{file.path}`: {reason}"
            )
    for one, other in collisions(file.path for file in files.files):
        raise notebook.fail(
            "output-path",
            f"`{one}` and `{other}` can't stand side by side on every file system",
        )


def _refuse_foreign(
    write: tuple[File, ...],
    known: Manifest,
    found: dict[str, bytes | None],
    folder: Path,
    notebook: Notebook,
) -> None:
    for file in write:
        ours = file.path == manifest.NAME or file.path in known.digests
        if not ours and found[file.path] is not None:
            raise notebook.fail(
                "output-foreign",
                "a file is in the way that the generator didn't write",
                Place(str(folder / file.path)),
                hint="move it away, or choose another output folder",
            )


def _report_edits(
    paths: tuple[str, ...],
    known: Manifest,
    found: dict[str, bytes | None],
    folder: Path,
    notebook: Notebook,
) -> None:
    for path in paths:
        data = found[path]
        if data is None or path not in known.digests:
            continue
        if manifest.digest(data) != known.digests[path]:
            notebook.write(
                "output-edited",
                "the file was edited after it was generated; the edit is lost",
                Place(str(folder / path)),
                hint="change the document or the generator instead",
            )
