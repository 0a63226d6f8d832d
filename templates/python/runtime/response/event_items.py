"""Server-sent events as content, and what makes items of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Final, NamedTuple, TypeVar, cast

import msgspec

from ..json.codec import Codec, UnreadableError
from ..json.json_limits import TOO_DEEP, is_deep
from ..media_type import essence
from .events import Events, Lines, ServerSentEvent, StreamEvent
from .sequences import BOM, Items, Sequence

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_EVENTS: Final = "text/event-stream"
# The name of an event, or of a property, that stands for an error.
ERROR = "error"
# What ends a stream of JSON without being JSON: `[DONE]`, `[END_OF_STREAM]`.
_SENTINEL: Final = re.compile(r"\s*\[[A-Z][A-Z_ -]*\]\s*").fullmatch
# How a line of an event stream begins; one without a name is a comment.
_FIELD: Final = re.compile(rb"(?:data|event|id|retry)?(?::|$)")
_LINE_END: Final = re.compile(rb"[\r\n]")
_LONGEST_FIELD: Final = 6
_SHOWN: Final = 2000
# Seconds before a stream is requested again that names none, as in browsers.
_RECONNECTION_TIME: Final = 3.0


class EventStream(Sequence[T_co]):
    """Server-sent events.

    Args:
        item: `ServerSentEvent`, a type for the whole event, or one for its data.
        data: Whether `item` is the type of the event's data, which is JSON.
        parsed: Whether the data within the type of a whole event are JSON.
    """

    __slots__ = ("data", "parsed")

    def __init__(self, item: object, data: bool = False, parsed: bool = False) -> None:
        super().__init__(item, _EVENTS)
        self.data = data
        self.parsed = parsed

    def items(self, codec: Codec, where: str, content_type: str = "") -> Items[T_co]:
        """A parser of the events of one body."""
        kind = EventKind(self.data, self.parsed, essence(content_type) == _EVENTS)
        return EventItems(self.item, codec, where, kind)


class EventKind(NamedTuple):
    """The kind of data in the events of a stream.

    Args:
        data: Whether an item is the event's data, which is JSON.
        parsed: Whether the data within an item are JSON.
        said: Whether the answer says itself that it is an event stream.
    """

    data: bool
    parsed: bool
    said: bool


class EventItems(Items[T]):
    """Server-sent events, as they are or as their data.

    Args:
        item: The type of an item.
        codec: What decodes it.
        where: The operation and status, for messages.
        kind: What the events hold.

    Where data are JSON, a word such as `[DONE]` in their place ends the sequence. A body without
    anything of an event stream is an error, since a page of HTML is no empty stream; so is an event
    `error`, and data with an `error`, where their type doesn't have it.

    Attributes:
        has_advanced: Whether an event has come since the stream was requested last.
    """

    __slots__ = ("_begun", "_event", "_events", "_head", "_kind", "has_advanced")

    def __init__(self, item: object, codec: Codec, where: str, kind: EventKind) -> None:
        super().__init__(item, codec, where)
        self._events = Events()
        self._event = ServerSentEvent()
        self._kind = kind
        self._whole = False
        self._begin()

    def _begin(self) -> None:
        self._lines = Lines(carriage_return=True)
        self._begun = False
        self._head = b""
        self.has_advanced: bool = False

    @property
    def reconnection_delay(self) -> float:
        """The seconds to wait before a stream that ended is requested again."""
        time = self._events.reconnection_time
        return _RECONNECTION_TIME if time is None else time / 1000

    def reconnect(self) -> list[tuple[bytes, bytes]]:
        """Make ready for the stream's continuation, and return the headers that request it."""
        self._begin()
        self._events.begin()
        # Around a value of a header spaces mean nothing, and no header holds control characters.
        last = self._events.last_id.strip(" \t")
        is_sent = last and not any(char < " " or char == "\x7f" for char in last)
        return [(b"Last-Event-ID", last.encode())] if is_sent else []

    def event_around(self, item: T) -> StreamEvent[T]:
        """The item that was handed out last, with the event that carried it."""
        event = self._event
        return StreamEvent(data=item, event=event.event, id=event.id, retry=event.retry)

    def feed(self, data: bytes) -> Iterator[T]:
        """The items that this piece completes."""
        if not self._begun and not self._kind.said:
            self._head = (self._head + data).removeprefix(BOM).lstrip()
            self._look_at(self._head)
        return super().feed(data)

    def finish(self) -> Iterator[T]:
        """Nothing, since an event without its empty line is incomplete, unless it is an error."""
        for line in (*self._lines.finish(), b""):
            if self._kind.said and not self._begun:
                self._note(line)
            event = self._events.feed(line)
            if event and event.event == ERROR and self._item is not ServerSentEvent:
                yield from self._item_of(event)
        if not self._begun and self._head:
            if self._kind.said:
                raise self._refusal()
            self._look_at(self._head + b"\n")

    def _look_at(self, head: bytes) -> None:
        """Decide by its beginning whether a body that says something else is an event stream."""
        first, *more = _LINE_END.split(head, 1)
        if more or len(first) >= _LONGEST_FIELD:
            if not _FIELD.match(first):
                raise self._refusal()
            self._begun = True

    def _note(self, line: bytes) -> None:
        """Look at a line of what says that it is an event stream; what isn't of one is kept."""
        if line and _FIELD.match(line.removeprefix(BOM)):
            self._begun = True
        elif len(self._head) < _SHOWN:
            self._head = (self._head + line + b"\n").lstrip()

    def _refusal(self) -> UnreadableError:
        return UnreadableError(self._where, "expected an event stream", self._head)

    def _line(self, line: bytes) -> Iterator[T]:
        if not self._begun:
            self._note(line)
        event = self._events.feed(line)
        if event is not None and not self.done:
            yield from self._item_of(event)

    def _item_of(self, event: ServerSentEvent) -> Iterator[T]:
        kind = self._kind
        self._event, self.has_advanced = event, True
        if self._item is ServerSentEvent:
            # The type of an item is this very class.
            yield cast("T", event)
        elif (kind.data or kind.parsed) and _SENTINEL(event.data):
            self.done = True
        elif not kind.data:
            yield self._whole_event(event)
        elif event.event == ERROR:
            self._check(event.data, named=True)
            yield self._decoded(event.data.encode())
        elif event.data.strip():
            # Nothing at all is sent to keep the connection alive.
            yield self._decode(event.data.encode())

    def _whole_event(self, event: ServerSentEvent) -> T:
        members = self._members(event)
        if event.event == ERROR or '"error"' in event.data:
            from .stream_errors import (  # noqa: PLC0415 -- loaded at its first use
                has_error_event,
            )

            if not has_error_event(self._item, members):
                raise self._error(event.data)
        return self._decoded(msgspec.json.encode(members))

    def _members(self, event: ServerSentEvent) -> dict[str, object]:
        data: object = event.data
        if self._kind.parsed:
            body = event.data.encode()
            if is_deep(body):
                raise UnreadableError(self._where, f"the data are {TOO_DEEP}", body)
            with suppress(msgspec.MsgspecError, ValueError):
                data = msgspec.json.decode(body)
        members: dict[str, object] = {"event": event.event, "data": data}
        if event.id:
            members["id"] = event.id
        if event.retry is not None:
            members["retry"] = event.retry
        return members
