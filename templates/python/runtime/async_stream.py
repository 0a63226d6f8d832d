"""Bodies that are handed out as they come, asynchronously."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .errors import APIError
from .inflate import BodyError
from .stream import Head

if TYPE_CHECKING:
    from .call import Call
    from .exchange import AsyncAnswer

T = TypeVar("T")


class _AsyncBody(Head):
    def __init__(self, call: Call[Any], answer: AsyncAnswer) -> None:
        super().__init__(call)
        self._answer = answer

    async def aclose(self) -> None:
        """Stop reading; the connection is dropped if the body hasn't ended."""
        await self._answer.aclose()

    async def _pieces(self) -> AsyncIterator[bytes]:
        try:
            inflater = self._call.inflater()
            raw = aiter(self._answer)
            while (chunk := await self._next(raw)) is not None:
                for piece in inflater.feed(chunk):
                    yield piece
            inflater.finish()
        except Exception as error:
            self._call.interrupted(error)
        finally:
            await self._answer.aclose()

    async def _next(self, raw: AsyncIterator[bytes]) -> bytes | None:
        end = self._call.budget.end
        if end is None:
            return await anext(raw, None)
        async with asyncio.timeout(end - self._call.core.clock()):
            return await anext(raw, None)


class AsyncDownload(_AsyncBody):
    """A body in pieces of bytes: iterate it, `read` it, or `save` it to a file.

        async with await stream(client.files.download, "1") as download:
            await download.save("file.bin")

    Args:
        call: The call that it answers.
        answer: The answer, whose body is still to come.
    """

    def __init__(self, call: Call[Any], answer: AsyncAnswer) -> None:
        super().__init__(call, answer)
        self._rest = self._pieces()

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._rest

    async def read(self) -> bytes:
        """All that is left of the body."""
        return b"".join([piece async for piece in self._rest])

    async def save(self, path: str | os.PathLike[str]) -> int:
        """Write what is left to a file, and return how many bytes that were.

        The file takes its name when it is whole: where the transfer breaks, an old file stays.
        """
        from .saving import save_async  # noqa: PLC0415 -- most programs never need it

        return await save_async(path, self)

    async def __aenter__(self) -> AsyncDownload:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()


class AsyncStream(_AsyncBody, Generic[T]):
    """The items of a sequence, decoded one by one as they come.

        async with await client.chats.watch("1") as events:
            async for event in events:
                print(event)

    Args:
        call: The call that it answers.
        answer: The answer, whose body is still to come.
    """

    def __init__(self, call: Call[T], answer: AsyncAnswer) -> None:
        super().__init__(call, answer)
        self._rest = self._items()

    def __aiter__(self) -> AsyncIterator[T]:
        return self._rest

    async def __anext__(self) -> T:
        return await anext(self._rest)

    async def _items(self) -> AsyncIterator[T]:
        pieces = self._pieces()
        try:
            items = self._call.items()
            async for piece in pieces:
                for item in items.feed(piece):
                    yield item
                if items.done:
                    return
            for item in items.finish():
                yield item
        except (APIError, BodyError) as error:
            self._call.interrupted(error)
        finally:
            await self.aclose()

    async def __aenter__(self) -> AsyncStream[T]:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()
