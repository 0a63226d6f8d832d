"""Writing output folders: all of them or none."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from io import StringIO
from pathlib import Path

from generator.diagnostics import Notebook
from generator.emit.files import FileSet
from generator.emit.write import manifest
from generator.emit.write.change import Change, compare
from generator.emit.write.disk import Disk
from generator.emit.write.staging import Busy, Observer, Staging


def _format(files: FileSet) -> FileSet:
    # What nothing has changed in is neither formatted nor compiled.
    from generator.emit.layout.format import finish  # noqa: PLC0415

    return finish(files)


def plan(
    drafts: FileSet,
    folder: Path,
    notebook: Notebook,
    finish: Callable[[FileSet], FileSet] = _format,
) -> Change:
    """Format files and find out what they would change in a folder.

    Args:
        drafts: What a target made.
        folder: Where it should stand; it needn't exist.
        notebook: Records what stands in the way.
        finish: Formats them; it isn't called where nothing has changed.

    Raises:
        Failed: The files can't be written there.
        Broken: A file isn't Python.
    """
    with _located(folder, notebook):
        return compare(drafts, folder, finish, notebook)


def recover(folder: Path, notebook: Notebook) -> None:
    """Finish or clear away what an interrupted run has left beside a folder.

    Raises:
        Failed: Another run is writing it.
    """
    with _located(folder, notebook):
        Staging(folder).recover()


def apply(
    changes: Sequence[Change], notebook: Notebook, on_step: Observer = lambda step: None
) -> None:
    """Write all changes: every new tree is whole before the first takes its place.

    Args:
        changes: What to write; empty ones cost nothing.
        notebook: Records why writing failed.
        on_step: Called with a word on each step taken.

    Raises:
        Failed: A folder can't be written. None has been changed.
    """
    with ExitStack() as stack:
        staged: list[tuple[Change, Staging]] = []
        for change in changes:
            if not change.is_empty:
                with _located(change.folder, notebook):
                    staging = stack.enter_context(Staging(change.folder))
                    staging.fill(change, on_step)
                    staged.append((change, staging))
        for change, staging in staged:
            with _located(change.folder, notebook):
                staging.swap(on_step)


def diff(change: Change, notebook: Notebook) -> Iterator[str]:
    """The lines of a unified diff between what stands in the folder and what should.

    The manifest, which changes with every file, comes last.
    """
    disk = Disk(change.folder, notebook)
    wanted: list[tuple[str, bytes | None]] = [
        (file.path, file.data) for file in change.write
    ]
    wanted += [(path, None) for path in change.remove]
    wanted.sort(key=lambda one: (one[0] == manifest.NAME, one[0]))
    for path, after in wanted:
        yield from _diff_one(path, disk.read(path), after)


def _diff_one(path: str, before: bytes | None, after: bytes | None) -> Iterator[str]:
    try:
        old, new = (
            list(StringIO((data or b"").decode(), "\n")) for data in (before, after)
        )
    except UnicodeDecodeError:
        yield f"Binary files a/{path} and b/{path} differ\n"
        return
    names = (
        "/dev/null" if before is None else f"a/{path}",
        "/dev/null" if after is None else f"b/{path}",
    )
    # One option needs it.
    import difflib  # noqa: PLC0415

    for line in difflib.unified_diff(old, new, *names):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def save(text: str, path: Path, notebook: Notebook) -> None:
    """Write one file whole, or leave what was there.

    Raises:
        Failed: It can't be written.
    """
    with _located(path, notebook):
        new = path.with_name(f".{path.name}.sdkwright-new")
        new.unlink(missing_ok=True)
        with new.open("xb") as stream:
            stream.write(text.encode())
        new.replace(path)


@contextmanager
def _located(path: Path, notebook: Notebook) -> Generator[None]:
    """Turn what the operating system refuses into a finding."""
    try:
        yield
    except Busy:
        raise notebook.fail("output-busy", f"another run is writing `{path}`") from None
    except OSError as error:
        place = error.filename or path
        raise notebook.fail(
            "output-unwritable",
            f"`{place}` can't be written: {error.strerror or error}",
        ) from error
