"""Files that are written beside the one they replace, and take its name when they are whole.

A transfer that breaks, is cancelled or interrupted leaves the old file as it was, and nothing else.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import stat
from collections.abc import AsyncIterable, Iterable
from contextlib import ExitStack, suppress
from errno import EACCES, EISDIR
from tempfile import SpooledTemporaryFile
from threading import Lock
from typing import IO

from .reading import OnWritten


def save(
    path: str | os.PathLike[str],
    pieces: Iterable[bytes],
    on_written: OnWritten | None = None,
) -> int:
    """Write pieces to a file, which takes its name with the last one.

    Args:
        path: Where to; of a symbolic link the file that it leads to is replaced.
        pieces: What to write.
        on_written: Is called after each piece.

    Returns:
        The number of bytes.

    Raises:
        OSError: The file can't be written.
    """
    file = _Replacement(path)
    try:
        file.open()
        size = 0
        for piece in pieces:
            size += file.write(piece)
            if on_written is not None:
                on_written(size)
        file.commit()
    except BaseException:
        file.discard()
        raise
    return size


async def save_async(
    path: str | os.PathLike[str],
    pieces: AsyncIterable[bytes],
    on_written: OnWritten | None = None,
) -> int:
    """The same of pieces that come asynchronously; threads do the writing."""
    file = _Replacement(path)
    try:
        await asyncio.to_thread(file.open)
        size = 0
        async for piece in pieces:
            size += await asyncio.to_thread(file.write, piece)
            if on_written is not None:
                on_written(size)
        await asyncio.to_thread(file.commit)
    except BaseException:
        file.discard()
        raise
    return size


def spool(pieces: Iterable[bytes], max_size: int) -> SpooledTemporaryFile[bytes]:
    """Write pieces to a temporary file, of which at most `max_size` bytes are held in memory."""
    with ExitStack() as stack:
        file = stack.enter_context(SpooledTemporaryFile(max_size))
        for piece in pieces:
            file.write(piece)
        file.seek(0)
        stack.pop_all()
        return file


async def spool_async(
    pieces: AsyncIterable[bytes], max_size: int
) -> SpooledTemporaryFile[bytes]:
    """The same of pieces that come asynchronously; threads do the writing."""
    with ExitStack() as stack:
        file = stack.enter_context(SpooledTemporaryFile(max_size))
        async for piece in pieces:
            await asyncio.to_thread(file.write, piece)
        file.seek(0)
        stack.pop_all()
        return file


class _Replacement:
    """A file on its way; a task that is cancelled leaves a thread behind that may still use it."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = os.fspath(path)
        self._target = os.path.realpath(self._path)
        folder = os.path.dirname(self._target)
        self._beside = os.path.join(folder, f".{os.urandom(8).hex()}.part")
        self._file: IO[bytes] | None = None
        self._lock = Lock()
        self._is_over = False

    def open(self) -> None:
        """Begin the file."""
        with self._lock:
            if self._is_over:
                return
            old = self._old()
            if old is not None and not stat.S_ISREG(old.st_mode):
                # A device or a pipe has no name that another file could take.
                self._beside = ""
            self._file = self._begin()
            if old is not None and self._beside:
                with suppress(OSError):
                    shutil.copymode(self._target, self._beside)

    def write(self, piece: bytes) -> int:
        """Write a piece, and return its size."""
        with self._lock:
            return 0 if self._file is None else self._file.write(piece)

    def commit(self) -> None:
        """End the file, and give it its name."""
        with self._lock:
            if self._file is None:
                return
            self._file.close()
            if self._beside:
                os.replace(self._beside, self._target)
            self._is_over = True

    def discard(self) -> None:
        """Leave nothing behind of a file that isn't whole."""
        with self._lock:
            self._is_over, file, self._file = True, self._file, None
            if file is None:
                return
            # What couldn't be written before can't be written at the end either.
            with suppress(OSError):
                file.close()
            if self._beside:
                with suppress(OSError):
                    os.unlink(self._beside)

    def _begin(self) -> IO[bytes]:
        if not self._beside:
            return open(self._path, "wb")
        try:
            # It gets the permissions that any new file gets.
            return open(self._beside, "xb")
        except OSError as error:
            raise OSError(error.errno, error.strerror, self._path) from None

    def _old(self) -> os.stat_result | None:
        """The existing file, if it may be replaced."""
        if not os.path.basename(self._path):
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR), self._path)
        try:
            old = os.stat(self._path)
        except FileNotFoundError:
            return None
        if stat.S_ISDIR(old.st_mode):
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR), self._path)
        if not os.access(self._path, os.W_OK):
            raise PermissionError(EACCES, os.strerror(EACCES), self._path)
        return old
