"""The kinds of content that are many items, and what cuts the items out of a body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar, cast

from ..errors import APIStreamError
from ..json.codec import Codec
from .content import Content
from .events import (
    RECORD_SEPARATOR,
    Lines,
    Records,
)

T_co = TypeVar("T_co", covariant=True)

T = TypeVar("T")


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


BOM = b"\xef\xbb\xbf"


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
