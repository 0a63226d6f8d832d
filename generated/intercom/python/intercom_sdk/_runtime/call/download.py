"""Bodies that are files: read as any binary file, or saved."""

from __future__ import annotations

import io
import os
from collections.abc import (
    Callable,
    Iterable,
    Iterator,
)
from typing import TYPE_CHECKING, Any, Self, TypeVar

from ..errors import APIConnectionError, APIStatusError
from ..process import LazyModule
from ..response.decompression import BodyError, Inflater
from ..response.partial import Partial
from ..response.reading import OnProgress, Reading
from ..transport.exchange import RawHeaders, RawResponse
from .call import Call
from .received_body import OpenedSync, ReceivedBody, SendAgain

if TYPE_CHECKING:
    import tempfile
else:
    # Most programs never need it.
    tempfile = LazyModule("tempfile")

R = TypeVar("R")

# More bytes than this of a spooled download lie on the disk.
IN_MEMORY = 1024 * 1024


class BodyChangedError(APIConnectionError):
    """A body broke off, and what came in place of its rest begins from the beginning."""


def size_of(call: Call[Any]) -> int | None:
    """The number of bytes of the body that a call is answered with, where it is known."""
    found = call.received.found
    size, coding = found.get(b"content-length", b""), found.get(
        b"content-encoding", b""
    )
    is_known = size.isdigit() and coding.strip().lower() in {b"", b"identity"}
    return int(size) if is_known else None


def continuation(
    call: Call[Any], partial: Partial, error: Exception
) -> tuple[RawHeaders, float]:
    """What requests the rest of a body that broke off, and the seconds to wait before that.

    Raises:
        APIError: There is no way, or no attempt left.
    """
    headers = partial.request_headers()
    if headers is None:
        call.interrupted(error)
    return headers, call.on_error(error)


def check_continued(call: Call[Any], partial: Partial) -> None:
    """Raise an error where what came in place of the rest isn't the rest."""
    received = call.received
    if not partial.continues(received.status, received.found):
        is_whole = partial.is_whole(received.status)
        kind = BodyChangedError if is_whole else APIConnectionError
        found = "has changed while it was read" if is_whole else "came without its rest"
        method, path = received.operation.method, call.path
        raise kind(f"{method} {path}: the body {found}", method=method, path=path)


def check_all_came(
    call: Call[Any], partial: Partial, inflater: Inflater | None, error: APIStatusError
) -> None:
    """Raise what an answer in place of the rest comes to, unless it says that there is none."""
    received = call.received
    if inflater is None or not partial.is_all(received.status, received.found):
        raise error
    try:
        inflater.finish()
    except BodyError as cut:
        call.interrupted(cut)


def _pieces(opened: OpenedSync) -> Iterator[bytes]:
    """The pieces of a body, decompressed; what breaks off is continued where that is possible."""
    call = opened.call
    received, inflater = call.received, None
    partial = Partial(received.status, received.found, call.request.headers)
    while True:
        try:
            inflater = inflater or received.inflater()
            for raw in opened.answer:
                partial.received += len(raw)
                yield from inflater.feed(raw)
                call.budget.check()
            inflater.finish()
        except Exception as error:
            headers, delay = continuation(call, partial, error)
        else:
            return
        opened.answer.close()
        try:
            opened.answer = opened.send_again(call, headers, delay)
        except APIStatusError as error:
            check_all_came(call, partial, inflater, error)
            return
        check_continued(call, partial)


class Download(ReceivedBody, io.BufferedIOBase):
    """A body as a binary file that can't seek; or in pieces, as they come; or saved.

        with stream(client.files.download, "1") as download:
            download.save("file.bin")

    A transfer that breaks off is continued where the server says by a strong ETag, or by the date
    of the last change, that the rest is of the same file (RFC 9110, 13.1.5).

    Args:
        call: The call that it answers.
        answer: The answer, whose body is still to come.
        send_again: Sends the call once more.
    """

    def __init__(
        self,
        call: Call[Any],
        answer: RawResponse,
        send_again: SendAgain[RawResponse],
    ) -> None:
        super().__init__(call, answer, send_again)
        self._rest = _pieces(self._opened)
        self._reading = Reading(size_of(call))
        self._may_restart = False

    def close(self) -> None:
        """Stop reading; the connection is dropped if the body hasn't ended."""
        self._reading.close(self.method, self.path)
        super().close()
        io.BufferedIOBase.close(self)

    @property
    def name(self) -> str:
        """The request's path; type checkers want a name of what `io.TextIOWrapper` takes."""
        return self.path

    def readable(self) -> bool:
        """True, as of any file that is read."""
        return True

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> bytes:
        if line := self.readline():
            return line
        raise StopIteration

    def pieces(self) -> Iterator[bytes]:
        """What is left, in pieces as they come, of some kilobytes each."""
        while piece := self._reading.unread.take() or self._next():
            yield piece

    def read(self, size: int | None = -1, /) -> bytes:
        """So many bytes, fewer at the end; all that is left where no size is given."""
        if size is None or size < 0:
            return b"".join(self.pieces())
        unread = self._reading.unread
        while len(unread) < size and (piece := self._next()):
            unread.feed(piece)
        return unread.take(size)

    def read1(self, size: int = -1, /) -> bytes:
        """At most so many bytes, as soon as there are some; none at the end."""
        unread = self._reading.unread
        if size and not unread:
            unread.feed(self._next())
        return unread.take(size)

    def readline(self, size: int | None = -1, /) -> bytes:
        """The next line with its end, or so many bytes of it; none at the end."""
        unread = self._reading.unread
        while (length := unread.line(size)) is None and (piece := self._next()):
            unread.feed(piece)
        return unread.take(length)

    def save(
        self, path: str | os.PathLike[str], *, on_progress: OnProgress | None = None
    ) -> int:
        """Write what is left to a file.

        The file takes its name when it is whole: where the transfer breaks, an old file stays.

        Args:
            path: Where to; of a symbolic link the file that it leads to is replaced.
            on_progress: Is called after each piece with the number of bytes so far, and of all of
                them, or None where the server doesn't say how many.

        Returns:
            The number of bytes.

        Raises:
            APIConnectionError: The transfer breaks, and can't be continued.
            OSError: The file can't be written.
        """
        from ..response.save import save  # noqa: PLC0415 -- most programs never need it

        return self._written(
            lambda pieces: save(path, pieces, self._reading.progress(on_progress))
        )

    def spooled(
        self, max_size: int = IN_MEMORY
    ) -> tempfile.SpooledTemporaryFile[bytes]:
        """What is left as a temporary file, for what has to seek, such as `zipfile`.

        Args:
            max_size: How many bytes are held in memory, 0 for all; a larger file is on the disk.

        Returns:
            The file, at its beginning; it goes when it is closed.

        Raises:
            APIConnectionError: The transfer breaks, and can't be continued.
        """
        from ..response.save import (  # noqa: PLC0415 -- most programs never need it
            spool,
        )

        return self._written(lambda pieces: spool(pieces, max_size))

    def _next(self) -> bytes:
        """The next piece; none at the end."""
        reading = self._reading
        reading.check()
        try:
            return reading.note(next(self._rest))
        except BaseException as error:
            reading.stop(error, self.method, self.path)
            if not (self._may_restart and isinstance(error, BodyChangedError)):
                ReceivedBody.close(self)
            if isinstance(error, StopIteration):
                return b""
            raise

    def _written(self, write: Callable[[Iterable[bytes]], R]) -> R:
        """Have what is left written, from the beginning if that is where the body begins again."""
        self._may_restart = not self._reading.came
        try:
            while True:
                try:
                    return write(self.pieces())
                except BodyChangedError:
                    if not self._may_restart:
                        raise
                self._rest = _pieces(self._opened)
                self._reading = Reading(size_of(self._opened.call))
        except BaseException:
            self.close()
            raise
