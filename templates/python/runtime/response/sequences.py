"""The kinds of content that are many items, and what cuts the items out of a body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Final, Generic, NamedTuple, TypeVar, cast

import msgspec

from ..errors import APIStreamError
from ..json.codec import Codec, UnreadableError
from ..json.json_limits import TOO_DEEP, is_deep
from ..media_type import essence
from .content import Content
from .events import RECORD_SEPARATOR, Events, Lines, Records, ServerSentEvent

T_co = TypeVar("T_co", covariant=True)

T = TypeVar("T")

_EVENTS: Final = "text/event-stream"


class Sequence(Content[T_co]):
    """A body of many items, handed out as they come.

    Args:
        item: The type of an item.
        accept: The media types for the Accept header.
    """

    __slots__ = ("item",)

    def __init__(self, item: object, accept: str) -> None:
        super().__init__(accept)
        self.item = item

    def items(self, codec: Codec, where: str, content_type: str = "") -> Items[T_co]:
        """A parser of the items of one body."""
        del content_type
        return Items(self.item, codec, where)

    def decode(self, body: bytes, content_type: str, codec: Codec, where: str) -> T_co:
        """All items at once, as a list."""
        items = self.items(codec, where, content_type)
        # No caller relies on its type: sequences are handed out item by item.
        return cast("T_co", [*items.feed(body), *items.finish()])


class JsonLines(Sequence[T_co]):
    """JSON values one after another: lines, or a JSON text sequence."""

    __slots__ = ()

    def __init__(self, item: object, accept: str = "application/jsonl") -> None:
        super().__init__(item, accept)


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


BOM = b"\xef\xbb\xbf"
# The name of an event, or of a property, that stands for an error.
ERROR = "error"


class Items(Generic[T]):
    """JSON lines, each of which is an item, or a JSON text sequence (RFC 7464).

    An object with an `error` that its type doesn't have is an error, and no item.

    Args:
        item: The type of an item.
        codec: What decodes it.
        where: The operation and status, for messages.
    """

    __slots__ = (
        "_codec",
        "_first",
        "_item",
        "_lines",
        "_records",
        "_where",
        "_whole",
        "done",
    )

    def __init__(self, item: object, codec: Codec, where: str) -> None:
        self._item = item
        self._codec = codec
        self._where = where
        self._lines = Lines()
        self._first = True
        self._records: Records | None = None
        self._whole = True
        self.done: bool = False

    def feed(self, data: bytes) -> Iterator[T]:
        """The items that this piece completes."""
        for line in self._lines.feed(data):
            yield from self._line(line)

    def finish(self) -> Iterator[T]:
        """The items left at the end of the body."""
        for line in self._lines.finish():
            yield from self._line(line)
        if self._records is not None:
            yield from map(self._decode, filter(None, self._records.finish()))

    def _line(self, line: bytes) -> Iterator[T]:
        if self._first:
            line = line.removeprefix(BOM)
            self._first = False
            if line.startswith(RECORD_SEPARATOR):
                self._records = Records()
        texts = (line.strip(),) if self._records is None else self._records.feed(line)
        for text in texts:
            if text:
                yield self._decode(text)

    def _decode(self, body: bytes) -> T:
        if b'"error"' in body:
            self._check(body.decode("utf-8", "replace"))
        return self._decoded(body)

    def _check(self, text: str, *, named: bool = False) -> None:
        """Refuse an error that the items' type doesn't have."""
        from .stream_errors import has_error  # noqa: PLC0415 -- loaded at its first use

        if not has_error(self._item, text, named=named):
            raise self._error(text)

    def _decoded(self, body: bytes) -> T:
        # Where the first text is of another kind, the whole body is no such sequence.
        whole, self._whole = self._whole, False
        value = self._codec.decode(self._item, body, where=self._where, whole=whole)
        # What the codec gives is what the type says.
        return cast("T", value)

    def _error(self, text: str) -> APIStreamError:
        message = f"{self._where}: an error within the stream"
        return APIStreamError(message, body=text.encode())


# What ends a stream of JSON without being JSON: `[DONE]`, `[END_OF_STREAM]`.
_SENTINEL: Final = re.compile(r"\s*\[[A-Z][A-Z_ -]*\]\s*").fullmatch
# How a line of an event stream begins; one without a name is a comment.
_FIELD: Final = re.compile(rb"(?:data|event|id|retry)?(?::|$)")
_LINE_END: Final = re.compile(rb"[\r\n]")
_LONGEST_FIELD: Final = 6
_SHOWN: Final = 2000


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
    """

    __slots__ = ("_begun", "_events", "_head", "_kind")

    def __init__(self, item: object, codec: Codec, where: str, kind: EventKind) -> None:
        super().__init__(item, codec, where)
        self._lines = Lines(carriage_return=True)
        self._events = Events()
        self._kind = kind
        self._whole = False
        self._begun = False
        self._head = b""

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
                yield from self._event(event)
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
            yield from self._event(event)

    def _event(self, event: ServerSentEvent) -> Iterator[T]:
        kind = self._kind
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
