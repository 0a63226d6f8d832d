"""The kinds of content that an answer can hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from .inflate import BodyError
from .items import EventItems, Items
from .parameters import is_json

if TYPE_CHECKING:
    from .decode import Codec

T_co = TypeVar("T_co", covariant=True)


class Content(Generic[T_co]):
    """How a body is read; `accept` is what the request says it takes."""

    __slots__ = ()
    accept: str = "*/*"

    def decode(self, body: bytes, content_type: str, codec: Codec, where: str) -> T_co:
        """The body as a value.

        Args:
            body: The body, decompressed.
            content_type: The answer's Content-Type.
            codec: What decodes JSON.
            where: The operation and status, for messages.
        """
        raise NotImplementedError

    def chosen(self, content_type: str) -> Content[T_co]:
        """The content that applies to an answer of this type."""
        del content_type
        return self

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"


class Json(Content[T_co]):
    """JSON of a type.

    Args:
        type_: The type, which may be a union or an alias.
    """

    __slots__ = ("type",)
    accept = "application/json"

    def __init__(self, type_: object) -> None:
        self.type = type_

    def decode(self, body: bytes, content_type: str, codec: Codec, where: str) -> T_co:
        """The body, decoded and checked by the codec."""
        # What the codec gives is what the type says.
        return cast("T_co", codec.decode(self.type, body, where=where))


class Text(Content[str]):
    """Text in the charset that the answer names, or UTF-8."""

    __slots__ = ()
    accept = "text/plain, text/*;q=0.9, */*;q=0.1"

    def decode(self, body: bytes, content_type: str, codec: Codec, where: str) -> str:
        """The body as text; bytes that the charset doesn't have are replaced."""
        charset = _charset(content_type)
        try:
            return body.decode(charset, "replace")
        except (ValueError, LookupError):
            raise BodyError(f"the body can't be read as {charset}") from None


class Bytes(Content[bytes]):
    """The body as it came."""

    __slots__ = ()

    def decode(self, body: bytes, content_type: str, codec: Codec, where: str) -> bytes:
        """The body."""
        return body


class Empty(Content[None]):
    """No content; a body that comes nevertheless is left aside."""

    __slots__ = ()

    def decode(self, body: bytes, content_type: str, codec: Codec, where: str) -> None:
        """None."""


class Sequence(Content[T_co]):
    """A body of many items, handed out as they come.

    Args:
        item: The type of an item.
    """

    __slots__ = ("item",)

    def __init__(self, item: object) -> None:
        self.item = item

    def items(self, codec: Codec, where: str) -> Items[T_co]:
        """What cuts the items out of one body."""
        return Items(self.item, codec, where)

    def decode(self, body: bytes, content_type: str, codec: Codec, where: str) -> T_co:
        """All items at once, as a list."""
        items = self.items(codec, where)
        # Nobody asks for it by its type: sequences are handed out item by item.
        return cast("T_co", [*items.feed(body), *items.finish()])


class JsonLines(Sequence[T_co]):
    """JSON values, one a line."""

    __slots__ = ()
    accept = "application/jsonl, application/x-ndjson, application/json-seq"


class EventStream(Sequence[T_co]):
    """Server-sent events.

    Args:
        item: `ServerSentEvent`, a type for the whole event, or one for its data.
        data: Whether `item` is the type of the event's data, which is JSON.
    """

    __slots__ = ("data",)
    accept = "text/event-stream"

    def __init__(self, item: object, data: bool = False) -> None:
        super().__init__(item)
        self.data = data

    def items(self, codec: Codec, where: str) -> Items[T_co]:
        """What cuts the events out of one body."""
        return EventItems(self.item, codec, where, self.data)


class ByContentType(Content[T_co]):
    """Several kinds of content, told apart by the answer's Content-Type.

    Args:
        kinds: The content by media type, which may be a range such as `text/*`.
    """

    __slots__ = ("accept", "kinds")

    def __init__(self, kinds: Mapping[str, Content[T_co]]) -> None:
        self.kinds = {_essence(key): value for key, value in kinds.items()}
        self.accept = ", ".join(kinds)

    def chosen(self, content_type: str) -> Content[T_co]:
        """The content of exactly this type, of its range, of the same sort, or the first."""
        essence = _essence(content_type)
        family = essence.partition("/")[0] + "/*"
        for key in (essence, family, "*/*"):
            if key in self.kinds:
                return self.kinds[key].chosen(content_type)
        json = is_json(essence)
        alike = (kind for key, kind in self.kinds.items() if is_json(key) is json)
        return next(alike, next(iter(self.kinds.values()))).chosen(content_type)

    def decode(self, body: bytes, content_type: str, codec: Codec, where: str) -> T_co:
        """The body by the content that applies."""
        return self.chosen(content_type).decode(body, content_type, codec, where)


def undeclared(content_type: str) -> Content[object]:
    """How to read a successful answer that the description doesn't have."""
    if is_json(content_type):
        return Json(Any)
    return Text() if content_type.startswith("text/") else Bytes()


def _essence(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()


def _charset(content_type: str) -> str:
    for parameter in content_type.split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            charset = value.strip().strip('"')
            try:
                "a".encode(charset)
            except (LookupError, ValueError):
                break
            return charset
    return "utf-8"
