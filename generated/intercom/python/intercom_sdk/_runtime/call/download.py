"""Bodies that are handed out as they come, in bytes."""

from __future__ import annotations

import os
import warnings
from collections.abc import AsyncIterator, Callable, Iterator
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from ..errors import APIConnectionError, APIError
from ..response.response import Headers
from ..transport.exchange import AsyncRawResponse, RawResponse, ResponseHead
from .call import Call

A = TypeVar("A", bound=ResponseHead)


class _Body(Generic[A]):
    """A response whose body is still to come.

    Nothing that reads it refers to it: so it goes when the last one who reads it goes.

    Args:
        call: The call that it answers.
        answer: The answer, whose body is still to come.
    """

    def __init__(self, call: Call[Any], answer: A) -> None:
        self._answer = answer
        head = call.response(None)
        self.status: int = head.status
        self.headers: Headers = head.headers
        self.request_id: str | None = head.request_id
        self.method: str = head.method
        self.path: str = head.path

    def __del__(self, warn: Callable[..., None] = warnings.warn) -> None:
        if self._answer.abandon():
            warn(f"unclosed {self!r}", ResourceWarning, stacklevel=2, source=self)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status} of {self.method} {self.path}>"


class ReceivedBody(_Body[RawResponse]):
    """A body that gives its connection back when it is closed, or read to its end."""

    def close(self) -> None:
        """Stop reading; the connection is dropped if the body hasn't ended."""
        self._answer.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class AsyncReceivedBody(_Body[AsyncRawResponse]):
    """A body that gives its connection back when it is closed, or read to its end."""

    async def aclose(self) -> None:
        """Stop reading; the connection is dropped if the body hasn't ended."""
        await self._answer.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()


def pieces(call: Call[Any], answer: RawResponse) -> Iterator[bytes]:
    """The pieces of a body, decompressed, within the call's deadline."""
    try:
        inflater = call.received.inflater()
        for raw in answer:
            yield from inflater.feed(raw)
            call.budget.check()
        inflater.finish()
    except Exception as error:
        call.interrupted(error)


async def async_pieces(
    call: Call[Any], answer: AsyncRawResponse
) -> AsyncIterator[bytes]:
    """The pieces of a body, decompressed, within the call's deadline."""
    try:
        inflater = call.received.inflater()
        async for raw in answer:
            for piece in inflater.feed(raw):
                yield piece
            call.budget.check()
        inflater.finish()
    except Exception as error:
        call.interrupted(error)


class _Reading:
    """How far a body has been read: to its end, or to a failure that is raised again."""

    __slots__ = ("failure", "has_ended")

    def __init__(self) -> None:
        self.has_ended = False
        self.failure: APIError | None = None

    def check(self) -> None:
        """Raise the failure that ended it before."""
        if self.failure is not None:
            raise self.failure

    def stop(self, error: BaseException) -> None:
        """Note what reading has raised."""
        self.has_ended = isinstance(error, StopIteration | StopAsyncIteration)
        self.failure = error if isinstance(error, APIError) else None

    def close(self, method: str, path: str) -> None:
        """Make reading on an error where the body is left before its end: the rest isn't empty."""
        if not self.has_ended and self.failure is None:
            message = f"{method} {path}: the body was left before its end"
            self.failure = APIConnectionError(message, method=method, path=path)


class Download(ReceivedBody):
    """A body in pieces of bytes: iterate it, `read` it, or `save` it to a file.

        with stream(client.files.download, "1") as download:
            download.save("file.bin")

    Args:
        call: The call that it answers.
        answer: The answer, whose body is still to come.
    """

    def __init__(self, call: Call[Any], answer: RawResponse) -> None:
        super().__init__(call, answer)
        self._rest = pieces(call, answer)
        self._reading = _Reading()

    def close(self) -> None:
        """Stop reading; the connection is dropped if the body hasn't ended."""
        self._reading.close(self.method, self.path)
        super().close()

    def __iter__(self) -> Download:
        return self

    def __next__(self) -> bytes:
        self._reading.check()
        try:
            return next(self._rest)
        except BaseException as error:
            self._reading.stop(error)
            self.close()
            raise

    def read(self) -> bytes:
        """All that is left of the body."""
        return b"".join(self)

    def save(self, path: str | os.PathLike[str]) -> int:
        """Write what is left to a file, and return how many bytes that were.

        The file takes its name when it is whole: where the transfer breaks, an old file stays.
        """
        from ..response.save import save  # noqa: PLC0415 -- most programs never need it

        try:
            return save(path, self)
        except BaseException:
            self.close()
            raise


class AsyncDownload(AsyncReceivedBody):
    """A body in pieces of bytes: iterate it, `read` it, or `save` it to a file.

        async with await stream(client.files.download, "1") as download:
            await download.save("file.bin")

    Args:
        call: The call that it answers.
        answer: The answer, whose body is still to come.
    """

    def __init__(self, call: Call[Any], answer: AsyncRawResponse) -> None:
        super().__init__(call, answer)
        self._rest = async_pieces(call, answer)
        self._reading = _Reading()

    async def aclose(self) -> None:
        """Stop reading; the connection is dropped if the body hasn't ended."""
        self._reading.close(self.method, self.path)
        await super().aclose()

    def __aiter__(self) -> AsyncDownload:
        return self

    async def __anext__(self) -> bytes:
        self._reading.check()
        try:
            return await anext(self._rest)
        except BaseException as error:
            self._reading.stop(error)
            await self.aclose()
            raise

    async def read(self) -> bytes:
        """All that is left of the body."""
        return b"".join([piece async for piece in self])

    async def save(self, path: str | os.PathLike[str]) -> int:
        """Write what is left to a file, and return how many bytes that were.

        The file takes its name when it is whole: where the transfer breaks, an old file stays.
        """
        from ..response.save import (  # noqa: PLC0415 -- most programs never need it
            save_async,
        )

        try:
            return await save_async(path, self)
        except BaseException:
            await self.aclose()
            raise
