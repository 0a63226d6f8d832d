"""Bodies that are handed out as they come, in bytes."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Any

from ..errors import APIConnectionError, APIError
from ..response.response import Headers
from ..transport.exchange import Answer
from .call import Call


class Head:
    """What is known of an answer whose body is still to come.

    Args:
        call: The call that it answers.
    """

    def __init__(self, call: Call[Any]) -> None:
        head = call.response(None)
        self._call = call
        self.status: int = head.status
        self.headers: Headers = head.headers
        self.request_id: str | None = head.request_id
        self.method: str = head.method
        self.path: str = head.path

    def left(self) -> APIConnectionError:
        """The error for reading on where the body was left before its end: the rest isn't empty."""
        return APIConnectionError(
            f"{self.method} {self.path}: the body was left before its end",
            method=self.method,
            path=self.path,
        )

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status} of {self.method} {self.path}>"


class ReceivedBody(Head):
    """A body that gives its connection back when it is closed, read to its end or dropped.

    Nothing that reads it refers to it: so it goes when the last one who reads it goes.
    """

    def __init__(self, call: Call[Any], answer: Answer) -> None:
        self._answer = answer
        super().__init__(call)

    def close(self) -> None:
        """Stop reading; the connection is dropped if the body hasn't ended."""
        self._answer.close()

    def __del__(self, warn: Callable[..., None] = warnings.warn) -> None:
        if self._answer.drop():
            warn(f"unclosed {self!r}", ResourceWarning, stacklevel=2, source=self)


def pieces(call: Call[Any], answer: Answer) -> Iterator[bytes]:
    """The pieces of a body, decompressed, within the call's deadline."""
    try:
        inflater = call.received.inflater()
        for raw in answer:
            yield from inflater.feed(raw)
            call.budget.check()
        inflater.finish()
    except Exception as error:
        call.interrupted(error)


class Download(ReceivedBody):
    """A body in pieces of bytes: iterate it, `read` it, or `save` it to a file.

        with stream(client.files.download, "1") as download:
            download.save("file.bin")

    Args:
        call: The call that it answers.
        answer: The answer, whose body is still to come.
    """

    def __init__(self, call: Call[Any], answer: Answer) -> None:
        super().__init__(call, answer)
        self._rest = pieces(call, answer)
        self._has_ended = False
        self._failure: APIError | None = None

    def close(self) -> None:
        """Stop reading; the connection is dropped if the body hasn't ended."""
        if not self._has_ended:
            self._failure = self._failure or self.left()
        super().close()

    def __iter__(self) -> Download:
        return self

    def __next__(self) -> bytes:
        if self._failure is not None:
            raise self._failure
        try:
            return next(self._rest)
        except BaseException as error:
            self._has_ended = isinstance(error, StopIteration)
            self._failure = error if isinstance(error, APIError) else None
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

    def __enter__(self) -> Download:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
