"""How far a body that is read as a file has been read, and what of it has come and is unread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from ..argument_checks import run_callback
from ..errors import APIConnectionError, APIError

# Is called with the number of bytes so far, and of all of them where the server says it.
OnProgress: TypeAlias = Callable[[int, int | None], object]
# Is called with the number of bytes that are written.
OnWritten: TypeAlias = Callable[[int], object]


class Unread:
    """A buffer: pieces come in as they are, and go out by size or by line."""

    __slots__ = ("_data", "_searched")

    def __init__(self) -> None:
        self._data = bytearray()
        self._searched = 0

    def __len__(self) -> int:
        return len(self._data)

    def feed(self, piece: bytes) -> None:
        """Add what has come."""
        self._data += piece

    def take(self, size: int | None = None) -> bytes:
        """At most so many bytes; all of them where no size is given, or a negative one."""
        if size is None or size < 0:
            size = len(self._data)
        taken = bytes(self._data[:size])
        del self._data[:size]
        self._searched = 0
        return taken

    def line(self, size: int | None = None) -> int | None:
        """The length of the next line with its end, or None where that hasn't come yet.

        Args:
            size: The most bytes that are wanted of the line; None or a negative number for all.
        """
        limit = None if size is None or size < 0 else size
        end = self._data.find(b"\n", self._searched) + 1
        self._searched = len(self._data)
        length = end or self._searched
        if limit is not None and length >= limit:
            return limit
        return end or None


class Reading:
    """How far a body has been read: to its end, or to a failure that is raised again.

    Args:
        size: The number of its bytes, or None where that isn't known.

    Attributes:
        unread: What has come, and was neither read nor saved.
        came: How many bytes have come.
    """

    __slots__ = ("_size", "came", "failure", "has_ended", "is_closed", "unread")

    def __init__(self, size: int | None) -> None:
        self._size = size
        self.unread = Unread()
        self.came = 0
        self.has_ended = False
        self.is_closed = False
        self.failure: APIError | None = None

    def check(self) -> None:
        """Raise what keeps it from being read on.

        Raises:
            APIError: It has failed before, or was closed before its end.
            ValueError: It is closed, as of any file.
        """
        self.check_failure()
        if self.is_closed:
            raise ValueError("I/O operation on closed file.")

    def check_failure(self) -> None:
        """Raise an APIError where it has failed before, or was closed before its end."""
        if self.failure is not None:
            raise self.failure

    def note(self, piece: bytes) -> bytes:
        """Count a piece."""
        self.came += len(piece)
        return piece

    def progress(self, on_progress: OnProgress | None) -> OnWritten | None:
        """What is called with the bytes that are written, of those that are left now."""
        if on_progress is None:
            return None
        read = self.came - len(self.unread)
        total = None if self._size is None else self._size - read
        return lambda written: run_callback("on_progress", on_progress, written, total)

    def stop(self, error: BaseException, method: str, path: str) -> None:
        """Note what reading has raised; after a cancelled task the body is left, too."""
        self.has_ended = isinstance(error, StopIteration | StopAsyncIteration)
        self.failure = error if isinstance(error, APIError) else None
        self._leave(method, path)

    def close(self, method: str, path: str) -> None:
        """Let nothing be read on."""
        self.is_closed = True
        self.unread.take()
        self._leave(method, path)

    def _leave(self, method: str, path: str) -> None:
        """Make reading on an error where the body is left before its end: the rest isn't empty."""
        if not self.has_ended and self.failure is None:
            message = f"{method} {path}: the body was left before its end"
            self.failure = APIConnectionError(message, method=method, path=path)
