"""Bodies that are handed out as they come."""

from __future__ import annotations

import os
from collections.abc import Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .errors import APIError
from .headers import Headers
from .inflate import BodyError

if TYPE_CHECKING:
    from .call import Call
    from .exchange import Answer

T = TypeVar("T")


class Head:
    """What is known of an answer whose body is still to come.

    Args:
        call: The call that it answers.
    """

    def __init__(self, call: Call[Any]) -> None:
        head = call.describe(None, b"")
        self._call = call
        self.status: int = head.status
        self.headers: Headers = head.headers
        self.request_id: str | None = head.request_id
        self.method: str = head.method
        self.path: str = head.path

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status} of {self.method} {self.path}>"


class _Body(Head):
    def __init__(self, call: Call[Any], answer: Answer) -> None:
        super().__init__(call)
        self._answer = answer

    def close(self) -> None:
        """Stop reading; the connection is dropped if the body hasn't ended."""
        self._answer.close()

    def _pieces(self) -> Iterator[bytes]:
        try:
            inflater = self._call.inflater()
            for raw in self._answer:
                yield from inflater.feed(raw)
                self._call.budget.check()
            inflater.finish()
        except Exception as error:
            self._call.interrupted(error)
        finally:
            self._answer.close()


class Download(_Body):
    """A body in pieces of bytes: iterate it, `read` it, or `save` it to a file.

        with stream(client.files.download, "1") as download:
            download.save("file.bin")

    Args:
        call: The call that it answers.
        answer: The answer, whose body is still to come.
    """

    def __init__(self, call: Call[Any], answer: Answer) -> None:
        super().__init__(call, answer)
        self._rest = self._pieces()

    def __iter__(self) -> Iterator[bytes]:
        return self._rest

    def read(self) -> bytes:
        """All that is left of the body."""
        return b"".join(self._rest)

    def save(self, path: str | os.PathLike[str]) -> int:
        """Write what is left to a file, and return how many bytes that were.

        The file takes its name when it is whole: where the transfer breaks, an old file stays.
        """
        from .saving import save  # noqa: PLC0415 -- most programs never need it

        return save(path, self)

    def __enter__(self) -> Download:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class Stream(_Body, Generic[T]):
    """The items of a sequence, decoded one by one as they come.

        with client.chats.watch("1") as events:
            for event in events:
                print(event)

    Args:
        call: The call that it answers.
        answer: The answer, whose body is still to come.
    """

    def __init__(self, call: Call[T], answer: Answer) -> None:
        super().__init__(call, answer)
        self._rest = self._items()

    def __iter__(self) -> Iterator[T]:
        return self._rest

    def __next__(self) -> T:
        return next(self._rest)

    def _items(self) -> Iterator[T]:
        pieces = self._pieces()
        try:
            items = self._call.items()
            for piece in pieces:
                yield from items.feed(piece)
                if items.done:
                    return
            yield from items.finish()
        except (APIError, BodyError) as error:
            self._call.interrupted(error)
        finally:
            self.close()

    def __enter__(self) -> Stream[T]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
