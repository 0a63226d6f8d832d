"""A new tree beside the old one, and the step from one to the other.

The new tree is made whole first: new files written, all others linked from the old tree. Then the
two are exchanged in one step, so a run that is killed leaves the old tree or the new one. Where
folders can't be exchanged, a marker says that the new tree is whole, the files are moved one by
one, and a run that finds the marker moves the rest.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TypeAlias

from generator.emit.write import manifest
from generator.emit.write.atomic_swap import exchange
from generator.emit.write.change import Change

if sys.platform != "win32":
    import fcntl

Observer: TypeAlias = Callable[[str], object]


class Busy(Exception):
    """Another run is writing the same folder."""


class Staging:
    """The new tree of one folder, locked while it is used and gone afterwards."""

    def __init__(
        self, folder: Path, exchange: Callable[[Path, Path], bool] = exchange
    ) -> None:
        self._folder = folder
        self._exchange = exchange
        self._new = folder.with_name(f".{folder.name}.sdkwright-new")
        self._ready = folder.with_name(f".{folder.name}.sdkwright-ready")
        self._lock = -1

    def __enter__(self) -> Staging:
        self.recover()
        self._folder.parent.mkdir(parents=True, exist_ok=True)
        self._new.mkdir()
        self._acquire()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not self._ready.exists():
            shutil.rmtree(self._new, ignore_errors=True)
        self._release()

    def recover(self) -> None:
        """Finish or clear away what an earlier run has left.

        Raises:
            Busy: That run hasn't ended.
        """
        if self._new.is_dir() and not self._new.is_symlink():
            self._acquire()
            if self._ready.exists():
                self._move()
            shutil.rmtree(self._new, ignore_errors=True)
            self._release()
        self._ready.unlink(missing_ok=True)

    def fill(self, change: Change, on_step: Observer) -> None:
        """Make the new tree: all that stays is linked, all that changes is written."""
        replaced = {*change.remove, *(file.path for file in change.write)}
        if self._folder.is_dir():
            _carry(self._folder, self._new, "", replaced)
        for file in change.write:
            target = self._new / file.path
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as stream:
                stream.write(file.data)
            on_step(f"written {file.path}")
        if self._folder.is_dir():
            shutil.copymode(self._folder, self._new)
        on_step("filled")

    def swap(self, on_step: Observer) -> None:
        """Put the new tree in the old one's place."""
        if not self._folder.exists():
            self._new.rename(self._folder)
        # A folder that somebody works in, this process for one, is kept and its files are moved.
        elif Path.cwd().is_relative_to(self._folder) or not self._exchange(
            self._new, self._folder
        ):
            self._ready.touch()
            on_step("ready")
            self._move(on_step)
            shutil.rmtree(self._new, ignore_errors=True)
            self._ready.unlink()
        on_step("swapped")

    def _move(self, on_step: Observer = lambda step: None) -> None:
        """Move our files one by one.

        The manifest is last: until then the old one lists what was ours.
        """
        if not (self._new / manifest.NAME).exists():
            return
        after = manifest.owned(self._new)
        before = manifest.owned(self._folder)
        for path in sorted(after):
            source, target = self._new / path, self._folder / path
            if source.exists() and not (target.exists() and source.samefile(target)):
                target.parent.mkdir(parents=True, exist_ok=True)
                source.replace(target)
                on_step(f"moved {path}")
        for path in sorted(before - after):
            (self._folder / path).unlink(missing_ok=True)
            _prune((self._folder / path).parent, self._folder)
        (self._new / manifest.NAME).replace(self._folder / manifest.NAME)

    def _acquire(self) -> None:
        if sys.platform != "win32":
            self._lock = os.open(self._new, os.O_RDONLY)
            try:
                fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                self._release()
                raise Busy(str(self._folder)) from None

    def _release(self) -> None:
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1


def _carry(old: Path, new: Path, prefix: str, replaced: set[str]) -> None:
    """Link everything but the replaced files, and byte code caches, into a new folder."""
    with os.scandir(old) as entries:
        for entry in entries:
            path = prefix + entry.name
            target = new / entry.name
            if entry.is_symlink():
                target.symlink_to(os.readlink(entry.path))
            elif entry.is_dir():
                if entry.name != "__pycache__":
                    _carry_folder(Path(entry.path), target, f"{path}/", replaced)
            elif path not in replaced:
                _link(Path(entry.path), target)


def _carry_folder(old: Path, new: Path, prefix: str, replaced: set[str]) -> None:
    was_empty = not any(old.iterdir())
    new.mkdir()
    _carry(old, new, prefix, replaced)
    if not was_empty and not any(new.iterdir()):
        new.rmdir()
    else:
        shutil.copymode(old, new)


def _link(old: Path, new: Path) -> None:
    try:
        new.hardlink_to(old)
    except OSError:
        # Not every file system has hard links.
        shutil.copy2(old, new)


def _prune(folder: Path, top: Path) -> None:
    """Remove folders that the last of our files has left, byte code caches with them."""
    while folder != top:
        shutil.rmtree(folder / "__pycache__", ignore_errors=True)
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
