"""Cuts the items of a sequence out of the pieces of its body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from .events import Events, Lines, ServerSentEvent
from .scalars import encode_json

if TYPE_CHECKING:
    from .decode import Codec

T = TypeVar("T")

_RECORD_SEPARATOR = b"\x1e"


class Items(Generic[T]):
    """JSON lines, or JSON text sequences: each line is an item.

    Args:
        item: The type of an item.
        codec: What decodes it.
        where: The operation and status, for messages.
    """

    __slots__ = ("_codec", "_item", "_lines", "_where", "done")

    def __init__(self, item: object, codec: Codec, where: str) -> None:
        self._item = item
        self._codec = codec
        self._where = where
        self._lines = Lines()
        self.done: bool = False

    def feed(self, data: bytes) -> Iterator[T]:
        """The items that this piece completes."""
        for line in self._lines.feed(data):
            yield from self._line(line)

    def finish(self) -> Iterator[T]:
        """What is left at the end of the body."""
        for line in self._lines.finish():
            yield from self._line(line)

    def _line(self, line: bytes) -> Iterator[T]:
        line = line.strip().removeprefix(_RECORD_SEPARATOR)
        if line:
            yield self._decode(line)

    def _decode(self, body: bytes) -> T:
        # What the codec gives is what the type says.
        return cast("T", self._codec.decode(self._item, body, where=self._where))


class EventItems(Items[T]):
    """Server-sent events, as they are or as their data.

    Args:
        item: The type of an item.
        codec: What decodes it.
        where: The operation and status, for messages.
        data: Whether an item is the event's data, which is JSON; `[DONE]` then ends the sequence.
    """

    __slots__ = ("_data", "_events")

    def __init__(self, item: object, codec: Codec, where: str, data: bool) -> None:
        super().__init__(item, codec, where)
        self._lines = Lines(carriage_return=True)
        self._events = Events()
        self._data = data

    def finish(self) -> Iterator[T]:
        """Nothing: an event without its empty line is incomplete."""
        yield from ()

    def _line(self, line: bytes) -> Iterator[T]:
        event = self._events.feed(line)
        if event is None or self.done:
            return
        if self._data and event.data.strip() == "[DONE]":
            self.done = True
        elif self._data:
            yield self._decode(event.data.encode())
        elif self._item is ServerSentEvent:
            # The type of an item is this very class.
            yield cast("T", event)
        else:
            yield self._decode(encode_json(_members(event)))


def _members(event: ServerSentEvent) -> dict[str, object]:
    members: dict[str, object] = {"event": event.event, "data": event.data}
    if event.id:
        members["id"] = event.id
    if event.retry is not None:
        members["retry"] = event.retry
    return members
