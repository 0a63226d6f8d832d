"""The kinds of content that are many items, one after another."""

from __future__ import annotations

from typing import Final, TypeVar, cast

from ..json.codec import Codec
from ..media_type import essence
from .content import Content
from .items import EventItems, EventKind, Items

T_co = TypeVar("T_co", covariant=True)

_EVENTS: Final = "text/event-stream"


class Sequence(Content[T_co]):
    """A body of many items, handed out as they come.

    Args:
        item: The type of an item.
        accept: The media types that a request asks for to get it.
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
        # Nobody asks for it by its type: sequences are handed out item by item.
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
