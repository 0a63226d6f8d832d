"""Lines and server-sent events, cut out of a stream of bytes."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from .inflate import BodyError

_LONGEST = 16 * 1024 * 1024
_DIGITS = 9


class ServerSentEvent(msgspec.Struct, frozen=True, kw_only=True):
    """One event: https://html.spec.whatwg.org/multipage/server-sent-events.html

    `retry` is the reconnection time in milliseconds, where the event carries one.
    """

    event: str = "message"
    data: str = ""
    id: str = ""
    retry: int | None = None


class Lines:
    """Cuts bytes into lines, which end with LF, CRLF or, where asked for, CR alone."""

    __slots__ = ("_carriage_return", "_rest", "_size")

    def __init__(self, carriage_return: bool = False) -> None:
        self._rest: list[bytes] = []
        self._size = 0
        self._carriage_return = carriage_return

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The lines that this piece completes, without their ends."""
        if self._carriage_return and self._rest and self._rest[-1].endswith(b"\r"):
            data = self._rest.pop() + data
        held = b""
        if self._carriage_return:
            if data.endswith(b"\r"):
                # The line feed that belongs to it may come with the next piece.
                data, held = data[:-1], b"\r"
            data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        first, *more = data.split(b"\n")
        self._push(first)
        for line in more:
            yield self._take()
            self._push(line)
        if held:
            self._rest.append(held)

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


class Events:
    """Makes server-sent events of lines."""

    __slots__ = ("_data", "_event", "_first", "_id", "_retry", "_size")

    def __init__(self) -> None:
        self._first = True
        self._id = ""
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
                self._retry = int(value)
            case _:
                pass
