"""Bodies that are files, in asynchronous programs: read as any binary file, or saved."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable
from typing import TYPE_CHECKING, Any, Self, TypeVar

from ..errors import APIStatusError
from ..process import LazyModule
from ..response.partial import Partial
from ..response.reading import OnProgress, Reading
from ..transport.exchange import AsyncRawResponse
from .call import Call
from .download import (
    IN_MEMORY,
    BodyChangedError,
    check_all_came,
    check_continued,
    continuation,
    size_of,
)
from .received_body import AsyncReceivedBody, OpenedAsync, SendAgain

if TYPE_CHECKING:
    import tempfile
else:
    # Most programs never need it.
    tempfile = LazyModule("tempfile")

R = TypeVar("R")


async def _async_pieces(opened: OpenedAsync) -> AsyncIterator[bytes]:
    """The pieces of a body, as `_pieces`."""
    call = opened.call
    received, inflater = call.received, None
    partial = Partial(received.status, received.found, call.request.headers)
    while True:
        try:
            inflater = inflater or received.inflater()
            async for raw in opened.answer:
                partial.received += len(raw)
                for piece in inflater.feed(raw):
                    yield piece
                call.budget.check()
            inflater.finish()
        except Exception as error:
            headers, delay = continuation(call, partial, error)
        else:
            return
        await opened.answer.aclose()
        try:
            opened.answer = await opened.send_again(call, headers, delay)
        except APIStatusError as error:
            check_all_came(call, partial, inflater, error)
            return
        check_continued(call, partial)


class AsyncDownload(AsyncReceivedBody):
    """A body as a binary file of lines that can't seek; or in pieces, as they come; or saved.

        async with await stream(client.files.download, "1") as download:
            await download.save("file.bin")

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
        answer: AsyncRawResponse,
        send_again: SendAgain[Awaitable[AsyncRawResponse]],
    ) -> None:
        super().__init__(call, answer, send_again)
        self._rest = _async_pieces(self._opened)
        self._reading = Reading(size_of(call))
        self._may_restart = False

    async def aclose(self) -> None:
        """Stop reading; the connection is dropped if the body hasn't ended."""
        self._reading.close(self.method, self.path)
        await super().aclose()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        if line := await self.readline():
            return line
        raise StopAsyncIteration

    async def pieces(self) -> AsyncIterator[bytes]:
        """What is left, in pieces as they come, of some kilobytes each."""
        while piece := self._reading.unread.take() or await self._next():
            yield piece

    async def read(self, size: int | None = -1, /) -> bytes:
        """So many bytes, fewer at the end; all that is left where no size is given."""
        if size is None or size < 0:
            return b"".join([piece async for piece in self.pieces()])
        unread = self._reading.unread
        while len(unread) < size and (piece := await self._next()):
            unread.feed(piece)
        return unread.take(size)

    async def readline(self, size: int | None = -1, /) -> bytes:
        """The next line with its end, or so many bytes of it; none at the end."""
        unread = self._reading.unread
        while (length := unread.line(size)) is None and (piece := await self._next()):
            unread.feed(piece)
        return unread.take(length)

    async def save(
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
        from ..response.save import (  # noqa: PLC0415 -- most programs never need it
            save_async,
        )

        return await self._written(
            lambda pieces: save_async(path, pieces, self._reading.progress(on_progress))
        )

    async def spooled(
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
            spool_async,
        )

        return await self._written(lambda pieces: spool_async(pieces, max_size))

    async def _next(self) -> bytes:
        """The next piece; none at the end."""
        reading = self._reading
        reading.check()
        try:
            return reading.note(await anext(self._rest))
        except BaseException as error:
            reading.stop(error, self.method, self.path)
            if not (self._may_restart and isinstance(error, BodyChangedError)):
                await AsyncReceivedBody.aclose(self)
            if isinstance(error, StopAsyncIteration):
                return b""
            raise

    async def _written(
        self, write: Callable[[AsyncIterable[bytes]], Awaitable[R]]
    ) -> R:
        """Have what is left written, from the beginning if that is where the body begins again."""
        self._may_restart = not self._reading.came
        try:
            while True:
                try:
                    return await write(self.pieces())
                except BodyChangedError:
                    if not self._may_restart:
                        raise
                self._rest = _async_pieces(self._opened)
                self._reading = Reading(size_of(self._opened.call))
        except BaseException:
            await self.aclose()
            raise
