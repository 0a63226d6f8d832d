"""Lines and server-sent events, cut out of a stream of bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Generic, TypeVar

import msgspec

from .decompression import BodyError

T = TypeVar("T")

RECORD_SEPARATOR = b"\x1e"
_LONGEST = 16 * 1024 * 1024
_DIGITS = 9
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*"')


class ServerSentEvent(msgspec.Struct, frozen=True, kw_only=True):
    """One event: https://html.spec.whatwg.org/multipage/server-sent-events.html

    `retry` is the reconnection time in milliseconds, where the event carries one.
    """

    event: str = "message"
    data: str = ""
    id: str = ""
    retry: int | None = None


class StreamEvent(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """An item of a stream, and the server-sent event that carries it.

    Args:
        data: The item, decoded.
        event: The event's type.
        id: The last event's id, or "".
        retry: The reconnection time in milliseconds, where the event carries one.
    """

    data: T
    event: str
    id: str
    retry: int | None


class Lines:
    """Cuts bytes into lines, which end with LF, CRLF or, where asked for, CR alone."""

    __slots__ = ("_carriage_return", "_ended", "_rest", "_size")

    def __init__(self, carriage_return: bool = False) -> None:
        self._rest: list[bytes] = []
        self._size = 0
        self._carriage_return = carriage_return
        self._ended = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The lines that this piece completes, without their ends."""
        if self._carriage_return and data:
            # A line ends at once with its CR; the LF that belongs to it may come later.
            rest = data[1:] if self._ended and data.startswith(b"\n") else data
            self._ended = data.endswith(b"\r")
            data = rest.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        first, *more = data.split(b"\n")
        self._push(first)
        for line in more:
            yield self._take()
            self._push(line)

    def finish(self) -> Iterator[bytes]:
        """The last line, if it has no end."""
        if self._rest:
            yield self._take()

    def _push(self, piece: bytes) -> None:
        self._size += len(piece)
        if self._size > _LONGEST:
            raise BodyError(f"a line is longer than {_LONGEST} bytes")
        if piece:
            self._rest.append(piece)

    def _take(self) -> bytes:
        line = b"".join(self._rest)
        self._rest.clear()
        self._size = 0
        return line.removesuffix(b"\r")


class Records:
    """Puts the texts of a JSON text sequence together, which may be several lines long each."""

    __slots__ = ("_depth", "_lines", "_size")

    def __init__(self) -> None:
        self._lines: list[bytes] = []
        self._depth = 0
        self._size = 0

    def feed(self, line: bytes) -> Iterator[bytes]:
        """The texts that this line completes; one that the next record cuts short, too."""
        *before, last = line.split(RECORD_SEPARATOR)
        for piece in before:
            self._push(piece)
            yield self._take()
        self._push(last)
        if self._depth <= 0:
            yield self._take()

    def finish(self) -> Iterator[bytes]:
        """The text that the end of the body cuts short, if there is one."""
        if self._lines:
            yield self._take()

    def _push(self, line: bytes) -> None:
        self._size += len(line)
        if self._size > _LONGEST:
            raise BodyError(f"a record is longer than {_LONGEST} bytes")
        self._lines.append(line)
        marks = _STRING.sub(b"", line)
        self._depth += marks.count(b"{") + marks.count(b"[")
        self._depth -= marks.count(b"}") + marks.count(b"]")

    def _take(self) -> bytes:
        text = b"\n".join(self._lines).strip()
        self._lines.clear()
        self._depth = self._size = 0
        return text


class Events:
    """Makes server-sent events of lines.

    Attributes:
        last_id: The id of the last event that was complete, or "".
        reconnection_time: The milliseconds that the stream has named last, if any.
    """

    __slots__ = (
        "_data",
        "_event",
        "_first",
        "_id",
        "_retry",
        "_size",
        "last_id",
        "reconnection_time",
    )

    def __init__(self) -> None:
        self.last_id = ""
        self.reconnection_time: int | None = None
        self.begin()

    def begin(self) -> None:
        """Begin with a stream, or go on with another one behind an event that broke off."""
        self._first = True
        self._id = self.last_id
        self._reset()

    def _reset(self) -> None:
        self._data: list[str] = []
        self._event = ""
        self._retry: int | None = None
        self._size = 0

    def feed(self, raw: bytes) -> ServerSentEvent | None:
        """Take a line; an empty one completes the event, unless it holds no data."""
        line = raw.decode("utf-8", "replace")
        if self._first:
            line = line.removeprefix("\ufeff")
            self._first = False
        if line:
            self._field(line)
            return None
        event = None
        self.last_id = self._id
        if self._data:
            event = ServerSentEvent(
                event=self._event or "message",
                data="\n".join(self._data),
                id=self._id,
                retry=self._retry,
            )
        self._reset()
        return event

    def _field(self, line: str) -> None:
        self._size += len(line)
        if self._size > _LONGEST:
            raise BodyError(f"an event is longer than {_LONGEST} bytes")
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        match name:
            case "data":
                self._data.append(value)
            case "event":
                self._event = value
            case "id" if "\0" not in value:
                self._id = value
            case "retry" if (
                value.isascii() and value.isdigit() and len(value) <= _DIGITS
            ):
                self._retry = self.reconnection_time = int(value)
            case _:
                pass
