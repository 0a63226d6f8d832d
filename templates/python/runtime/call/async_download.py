"""Bodies that are handed out as they come, in bytes, asynchronously."""

from __future__ import annotations

import os
import warnings
from collections.abc import AsyncIterator, Callable
from types import TracebackType
from typing import Any

from ..errors import APIError
from ..transport.exchange import AsyncAnswer
from .call import Call
from .download import Head


class AsyncReceivedBody(Head):
    """A body that gives its connection back when it is closed, read to its end or dropped.

    Nothing that reads it refers to it: so it goes when the last one who reads it goes.
    """

    def __init__(self, call: Call[Any], answer: AsyncAnswer) -> None:
        self._answer = answer
        super().__init__(call)

    async def aclose(self) -> None:
        """Stop reading; the connection is dropped if the body hasn't ended."""
        await self._answer.aclose()

    def __del__(self, warn: Callable[..., None] = warnings.warn) -> None:
        if self._answer.drop():
            warn(f"unclosed {self!r}", ResourceWarning, stacklevel=2, source=self)


async def pieces(call: Call[Any], answer: AsyncAnswer) -> AsyncIterator[bytes]:
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


class AsyncDownload(AsyncReceivedBody):
    """A body in pieces of bytes: iterate it, `read` it, or `save` it to a file.

        async with await stream(client.files.download, "1") as download:
            await download.save("file.bin")

    Args:
        call: The call that it answers.
        answer: The answer, whose body is still to come.
    """

    def __init__(self, call: Call[Any], answer: AsyncAnswer) -> None:
        super().__init__(call, answer)
        self._rest = pieces(call, answer)
        self._has_ended = False
        self._failure: APIError | None = None

    async def aclose(self) -> None:
        """Stop reading; the connection is dropped if the body hasn't ended."""
        if not self._has_ended:
            self._failure = self._failure or self.left()
        await super().aclose()

    def __aiter__(self) -> AsyncDownload:
        return self

    async def __anext__(self) -> bytes:
        if self._failure is not None:
            raise self._failure
        try:
            return await anext(self._rest)
        except BaseException as error:
            self._has_ended = isinstance(error, StopAsyncIteration)
            self._failure = error if isinstance(error, APIError) else None
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

    async def __aenter__(self) -> AsyncDownload:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()
