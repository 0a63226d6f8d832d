"""Cuts the items of a sequence out of the pieces of its body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Generic, TypeVar, cast

import msgspec

from .encode import to_json
from .events import RECORD_SEPARATOR, Events, Lines, Records, ServerSentEvent

if TYPE_CHECKING:
    from .decode import Codec

T = TypeVar("T")

_BOM = b"\xef\xbb\xbf"
# What ends a stream of JSON without being JSON: `[DONE]`, `[END_OF_STREAM]`.
_SENTINEL = re.compile(r"\s*\[[A-Z][A-Z_ -]*\]\s*").fullmatch


class Items(Generic[T]):
    """JSON lines, each of which is an item, or a JSON text sequence (RFC 7464).

    Args:
        item: The type of an item.
        codec: What decodes it.
        where: The operation and status, for messages.
    """

    __slots__ = ("_codec", "_first", "_item", "_lines", "_records", "_where", "done")

    def __init__(self, item: object, codec: Codec, where: str) -> None:
        self._item = item
        self._codec = codec
        self._where = where
        self._lines = Lines()
        self._first = True
        self._records: Records | None = None
        self.done: bool = False

    def feed(self, data: bytes) -> Iterator[T]:
        """The items that this piece completes."""
        for line in self._lines.feed(data):
            yield from self._line(line)

    def finish(self) -> Iterator[T]:
        """What is left at the end of the body."""
        for line in self._lines.finish():
            yield from self._line(line)
        if self._records is not None:
            yield from map(self._decode, filter(None, self._records.finish()))

    def _line(self, line: bytes) -> Iterator[T]:
        if self._first:
            line = line.removeprefix(_BOM)
            self._first = False
            if line.startswith(RECORD_SEPARATOR):
                self._records = Records()
        texts = (line.strip(),) if self._records is None else self._records.feed(line)
        for text in texts:
            if text:
                yield self._decode(text)

    def _decode(self, body: bytes) -> T:
        # What the codec gives is what the type says.
        return cast("T", self._codec.decode(self._item, body, where=self._where))


class EventItems(Items[T]):
    """Server-sent events, as they are or as their data.

    Args:
        item: The type of an item.
        codec: What decodes it.
        where: The operation and status, for messages.
        data: Whether an item is the event's data, which is JSON.
        parsed: Whether the data within an item are JSON.

    Where data are JSON, a word such as `[DONE]` in their place ends the sequence.
    """

    __slots__ = ("_data", "_events", "_parsed")

    def __init__(
        self, item: object, codec: Codec, where: str, data: bool, parsed: bool = False
    ) -> None:
        super().__init__(item, codec, where)
        self._lines = Lines(carriage_return=True)
        self._events = Events()
        self._data = data
        self._parsed = parsed

    def finish(self) -> Iterator[T]:
        """Nothing: an event without its empty line is incomplete."""
        yield from ()

    def _line(self, line: bytes) -> Iterator[T]:
        event = self._events.feed(line)
        if event is None or self.done:
            return
        if (self._data or self._parsed) and _SENTINEL(event.data):
            self.done = True
        elif self._data:
            # Nothing at all is sent to keep the connection alive.
            if event.data.strip():
                yield self._decode(event.data.encode())
        elif self._item is ServerSentEvent:
            # The type of an item is this very class.
            yield cast("T", event)
        else:
            yield self._decode(to_json(self._members(event)))

    def _members(self, event: ServerSentEvent) -> dict[str, object]:
        data: object = event.data
        if self._parsed:
            with suppress(msgspec.MsgspecError, ValueError, RecursionError):
                data = msgspec.json.decode(event.data)
        members: dict[str, object] = {"event": event.event, "data": data}
        if event.id:
            members["id"] = event.id
        if event.retry is not None:
            members["retry"] = event.retry
        return members
