"""Decompression that can't be made to fill the memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Protocol

from msgspec import Struct

_PIECE = 64 * 1024
_IDENTITY = frozenset({"", "identity"})
_GZIP = frozenset({"gzip", "x-gzip"})
_ZLIB_METHOD = 8


class BodyError(Exception):
    """A body that can't be read; the caller adds where it came from."""


class _Engine(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    @property
    def unconsumed_tail(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


class Inflater:
    """The content coding of one body, undone piece by piece.

    Args:
        coding: The value of Content-Encoding; codings that weren't asked for are refused.
    """

    __slots__ = ("_coding", "_engine", "identity")

    def __init__(self, coding: str) -> None:
        self._coding = coding.strip().lower()
        self.identity: bool = self._coding in _IDENTITY
        if not self.identity and self._coding not in _GZIP | {"deflate"}:
            raise BodyError(
                f"the content coding {self._coding[:40]!r} is not supported"
            )
        self._engine: _Engine | None = None

    def feed(self, data: bytes) -> Iterator[bytes]:
        """A piece of the body, decompressed, in pieces of bounded size."""
        if self.identity:
            yield data
            return
        try:
            while data := self._begin(data):
                engine = self._engine
                while engine is not None:
                    piece = engine.decompress(data, _PIECE)
                    if piece:
                        yield piece
                    data = engine.unconsumed_tail
                    # A full piece may leave output behind although no input is left.
                    if engine.eof or (not data and len(piece) < _PIECE):
                        break
                data = engine.unused_data if engine is not None else b""
        except zlib.error:
            raise BodyError(f"the body isn't valid {self._coding}") from None

    def finish(self) -> None:
        """Refuse a body that stopped before its end."""
        if self._engine is not None and not self._engine.eof:
            raise BodyError(f"the {self._coding} body ends too early")

    def _begin(self, data: bytes) -> bytes:
        """Have an engine ready for this data: gzip bodies may follow each other."""
        if self._engine is not None and self._engine.eof:
            data = data.lstrip(b"\0")
            self._engine = None if data else self._engine
        if data and self._engine is None:
            self._engine = zlib.decompressobj(self._window(data))
        return data

    def _window(self, data: bytes) -> int:
        if self._coding in _GZIP:
            return zlib.MAX_WBITS | 16
        # "deflate" means zlib's format, and servers that send the bare stream are common.
        return zlib.MAX_WBITS if data[0] & 0x0F == _ZLIB_METHOD else -zlib.MAX_WBITS


class Sink(Struct, eq=False):
    """A body held in memory, decompressed and bounded.

    Args:
        inflater: What decompresses it, if it is compressed.
        limit: The most bytes that are kept.
        cut: Whether what is beyond the limit is dropped instead of refused.
        parts: The pieces so far.
        size: The length of all pieces.
        full: Whether no more needs to be read.
    """

    inflater: Inflater | None
    limit: int
    cut: bool = False
    parts: list[bytes] = []
    size: int = 0
    full: bool = False

    def feed(self, data: bytes) -> None:
        """Take the next piece as it came."""
        if self.inflater is None and (size := self.size + len(data)) <= self.limit:
            self.size = size
            self.parts.append(data)
            return
        for piece in (data,) if self.inflater is None else self.inflater.feed(data):
            self.size += len(piece)
            if self.size <= self.limit:
                self.parts.append(piece)
            elif self.cut:
                self.parts.append(piece[: self.limit - self.size])
                self.full = True
                return
            else:
                raise BodyError(
                    f"the body is larger than {self.limit} bytes: raise max_response_bytes, or "
                    "take it as it comes, with `stream(method, ...)`"
                )

    def finish(self) -> bytes:
        """The whole body."""
        if self.inflater is not None and not self.full:
            self.inflater.finish()
        # One piece is joined without a copy.
        return b"".join(self.parts)

    @property
    def body(self) -> bytes:
        """The body so far."""
        return b"".join(self.parts)

    def __repr__(self) -> str:
        return f"<Sink of {self.size} bytes>"
