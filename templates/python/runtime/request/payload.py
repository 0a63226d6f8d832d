"""Content that can be sent as bytes: in memory, from a file, from a stream."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Mapping
from typing import IO, TypeAlias, TypeGuard

from ..argument_checks import check_file, check_no_text
from ..errors import ArgumentError

CHUNK = 64 * 1024

FileContent: TypeAlias = (
    bytes
    | bytearray
    | memoryview
    | os.PathLike[str]
    | IO[bytes]
    | Iterable[bytes]
    | AsyncIterable[bytes]
)


# What is written as text in the head of a part.
Scalar: TypeAlias = str | int | float | bool


class File:
    """A file to upload.

    Args:
        content: Bytes, a path, an open binary file, or an iterable of bytes.
        name: The file name that the server sees; a path's own name if it isn't given.
        content_type: The media type; guessed from the name if it isn't given.
        headers: Further headers of the part.
    """

    __slots__ = ("content", "content_type", "headers", "name")

    def __init__(
        self,
        content: FileContent,
        name: str | None = None,
        content_type: str | None = None,
        headers: Mapping[str, Scalar] | None = None,
    ) -> None:
        self.content: FileContent = content
        self.name: str | None = name
        self.content_type: str | None = content_type
        self.headers: Mapping[str, Scalar] = headers or {}


class Source:
    """One content that is read while it is sent.

    `length` is its size, or None where it isn't known; `replayable` tells whether it can be read
    from the start once more, for a retry. `failure` is what was raised while it was read.
    """

    __slots__ = ("_content", "_start", "_used", "failure", "length", "replayable")

    def __init__(self, content: object) -> None:
        self._content = content
        self._start = 0
        self._used = False
        self.length: int | None = None
        self.replayable = True
        self.failure: Exception | None = None
        try:
            self._measure()
        except ArgumentError:
            raise
        except (OSError, ValueError) as error:
            # A file that is closed already is a ValueError.
            reason = getattr(error, "strerror", None) or str(error)
            raise ArgumentError(f"the file can't be read: {reason}") from error

    def _measure(self) -> None:
        content = self._content
        if is_path(content):
            with open(content, "rb") as file:
                self.length = file.seek(0, os.SEEK_END)
        elif is_file(content):
            self._measure_file(content)
        else:
            self.replayable = isinstance(content, list | tuple)

    def _measure_file(self, file: IO[bytes]) -> None:
        check_file(file)
        self.replayable = file.seekable()
        if self.replayable:
            self._start = file.tell()
            self.length = file.seek(0, os.SEEK_END) - self._start
            file.seek(self._start)

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._read()
        except Exception as error:
            self.failure = error
            raise

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for chunk in self._read_async():
                yield chunk
        except Exception as error:
            # What a thread raises may come out of it as a copy.
            self.failure = self.failure or error
            raise

    def _read(self) -> Iterator[bytes]:
        content = self._content
        if self._used and not self.replayable:
            raise ArgumentError("the stream has been sent and can't be read again")
        self._used = True
        if is_path(content):
            with open(content, "rb") as file:
                yield from _chunks(file)
        elif is_file(content):
            if self.replayable:
                content.seek(self._start)
            yield from _chunks(content)
        elif is_iterable(content):
            for chunk in content:
                yield _as_bytes(chunk)
        else:
            raise ArgumentError("an asynchronous stream needs the asynchronous client")

    async def _read_async(self) -> AsyncIterator[bytes]:
        content = self._content
        if is_async_iterable(content):
            if self._used:
                raise ArgumentError("the stream has been sent and can't be read again")
            self._used = True
            async for chunk in content:
                yield _as_bytes(chunk)
            return
        from asyncio import to_thread  # noqa: PLC0415 -- synchronous use needs none

        chunks = iter(self)
        while (chunk := await to_thread(next, chunks, None)) is not None:
            yield chunk


class Payload:
    """A body in pieces, of which at least one is read while it is sent."""

    __slots__ = ("_pieces", "length", "replayable")

    def __init__(self, pieces: Iterable[bytes | Source]) -> None:
        self._pieces = tuple(pieces)
        sizes = [
            len(piece) if isinstance(piece, bytes) else piece.length
            for piece in self._pieces
        ]
        known = [size for size in sizes if size is not None]
        self.length: int | None = sum(known) if len(known) == len(sizes) else None
        self.replayable: bool = all(
            isinstance(piece, bytes) or piece.replayable for piece in self._pieces
        )

    @property
    def failure(self) -> Exception | None:
        """The exception that the caller's own content raised while it was read."""
        found = (one.failure for one in self._pieces if isinstance(one, Source))
        return next(filter(None, found), None)

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            if isinstance(piece, bytes):
                yield piece
            else:
                yield from piece

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self._pieces:
            if isinstance(piece, bytes):
                yield piece
            else:
                async for chunk in piece:
                    yield chunk


def source(content: object) -> bytes | Source:
    """Content as bytes where it is in memory, and as something to read where it isn't."""
    check_no_text(content)
    if _is_held(content):
        return bytes(content)
    if is_path(content) or is_file(content):
        return Source(content)
    if is_iterable(content) or is_async_iterable(content):
        return Source(content)
    raise ArgumentError(f"a {type(content).__name__} is no content for a file")


def assemble(pieces: Iterable[bytes | Source]) -> bytes | Payload:
    """Pieces as one body: bytes if all of them are in memory."""
    pieces = tuple(pieces)
    held = [piece for piece in pieces if isinstance(piece, bytes)]
    return b"".join(held) if len(held) == len(pieces) else Payload(pieces)


def read(content: object) -> bytes:
    """Content as bytes, wherever it is; for places that nothing can be streamed into."""
    if isinstance(content, File):
        content = content.content
    found = source(content)
    return found if isinstance(found, bytes) else b"".join(found)


def _as_bytes(chunk: object) -> bytes:
    if _is_held(chunk):
        return bytes(chunk)
    hint = ": encode it" if isinstance(chunk, str) else ""
    raise ArgumentError(f"a {type(chunk).__name__} was given instead of bytes{hint}")


def own_name(content: object) -> str:
    """The name of a path or of an open file, or ""."""
    if is_path(content):
        return os.path.basename(os.fspath(content))
    name = getattr(content, "name", "")
    return os.path.basename(name) if isinstance(name, str) else ""


def is_content(value: object) -> TypeGuard[FileContent]:
    """Whether a form's value is a file rather than a field."""
    return is_stored(value) or isinstance(value, Iterator | AsyncIterable)


def is_stored(value: object) -> bool:
    """Whether a value is bytes that lie somewhere: in memory or in a file."""
    return _is_held(value) or is_path(value) or is_file(value)


def is_path(value: object) -> TypeGuard[os.PathLike[str]]:
    """Whether a value is a path."""
    return isinstance(value, os.PathLike)


def is_file(value: object) -> TypeGuard[IO[bytes]]:
    """Whether a value is an open file; those that are read asynchronously are streams."""
    return (
        hasattr(value, "read")
        and hasattr(value, "seekable")
        and not isinstance(value, AsyncIterable)
    )


def is_iterable(value: object) -> TypeGuard[Iterable[object]]:
    """Whether a value is a sequence of others; a mapping isn't."""
    return isinstance(value, Iterable) and not isinstance(value, Mapping)


def _is_held(value: object) -> TypeGuard[bytes | bytearray | memoryview]:
    return isinstance(value, bytes | bytearray | memoryview)


def is_async_iterable(value: object) -> TypeGuard[AsyncIterable[object]]:
    """Whether a value is a stream of others that only the asynchronous client reads."""
    return isinstance(value, AsyncIterable)


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    while chunk := file.read(CHUNK):
        yield _as_bytes(chunk)
