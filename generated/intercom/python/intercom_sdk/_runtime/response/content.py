"""The kinds of content that an answer can hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Generic, Protocol, TypeVar, cast

from ..json.codec import Codec
from ..json.plain_data import JSON_TYPES
from ..media_type import charset, essence, is_json, told_apart
from .decompression import BodyError

T_co = TypeVar("T_co", covariant=True)

# Content that takes anything prefers what is declared.
_LAST = "*/*;q=0.1"


class ItemParser(Protocol[T_co]):
    """Cuts the items of a sequence out of its body."""

    @property
    def done(self) -> bool:
        """Whether the sequence has ended, whatever comes behind it."""
        ...

    def feed(self, data: bytes) -> Iterator[T_co]:
        """The items that this piece completes."""
        ...

    def finish(self) -> Iterator[T_co]:
        """The items left at the end of the body."""
        ...


class Content(Generic[T_co]):
    """How a body is read.

    Args:
        accept: The media types for the Accept header, or "" for any.
    """

    __slots__ = ("accept",)

    def __init__(self, accept: str = "") -> None:
        self.accept: str = accept

    def decode(self, body: bytes, content_type: str, codec: Codec, where: str) -> T_co:
        """The body as a value.

        Args:
            body: The body, decompressed.
            content_type: The answer's Content-Type.
            codec: What decodes JSON.
            where: The operation and status, for messages.
        """
        raise NotImplementedError

    def select(self, content_type: str) -> Content[T_co]:
        """The content that applies to an answer of this type."""
        del content_type
        return self

    def items(
        self, codec: Codec, where: str, content_type: str = ""
    ) -> ItemParser[T_co]:
        """A parser of the items of one body, which has to be a sequence."""
        raise BodyError(f"{content_type or 'the body'} is no sequence")

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"


class Json(Content[T_co]):
    """JSON of a type.

    Args:
        type_: The type, which may be a union or an alias.
        accept: The media types for the Accept header.
    """

    __slots__ = ("type",)

    def __init__(self, type_: object, accept: str = "application/json") -> None:
        super().__init__(accept)
        self.type = type_

    def decode(self, body: bytes, content_type: str, codec: Codec, where: str) -> T_co:
        """The body, decoded and checked by the codec."""
        # What the codec gives is what the type says.
        return cast("T_co", codec.decode(self.type, body, where=where, whole=True))


class TextContent(Content[str]):
    """Text in the charset that the answer names, or UTF-8.

    Args:
        accept: The media types that it is declared as; others are read as well.
    """

    __slots__ = ()

    def __init__(self, accept: str = "text/plain, text/*;q=0.9") -> None:
        super().__init__(f"{accept}, {_LAST}")

    def decode(self, body: bytes, content_type: str, codec: Codec, where: str) -> str:
        """The body as text; bytes that the charset doesn't have are replaced."""
        name = _known(charset(content_type))
        try:
            return body.decode(name, "replace")
        except (ValueError, LookupError):
            raise BodyError(f"the body can't be read as {name}") from None


class Bytes(Content[bytes]):
    """The body as it came.

    Args:
        accept: The media types that it is declared as; others are read as well.
    """

    __slots__ = ()

    def __init__(self, accept: str = "") -> None:
        super().__init__(f"{accept}, {_LAST}" if accept else "")

    def decode(self, body: bytes, content_type: str, codec: Codec, where: str) -> bytes:
        """The body."""
        return body


class Empty(Content[None]):
    """No content; a body that comes nevertheless is left aside."""

    __slots__ = ()

    def decode(self, body: bytes, content_type: str, codec: Codec, where: str) -> None:
        """None."""


class ByContentType(Content[T_co]):
    """Several kinds of content, chosen by the answer's Content-Type.

    Args:
        kinds: The content by media type, which may be a range such as `text/*`, or have parameters
            that tell it from others: `application/json; version=2`.
    """

    __slots__ = ("kinds",)

    def __init__(self, kinds: Mapping[str, Content[T_co]]) -> None:
        super().__init__(", ".join(kinds))
        self.kinds = {told_apart(key): value for key, value in kinds.items()}
        for key, value in kinds.items():
            # The first one of a type stands for it where the answer's parameters say nothing.
            self.kinds.setdefault(essence(key), value)

    def select(self, content_type: str) -> Content[T_co]:
        """The content of exactly this type, of its range, of the same sort, or the first."""
        found = essence(content_type)
        family = found.partition("/")[0] + "/*"
        for key in (told_apart(content_type), found, family, "*/*"):
            if key in self.kinds:
                return self.kinds[key].select(content_type)
        json = is_json(found)
        alike = (kind for key, kind in self.kinds.items() if is_json(key) is json)
        return next(alike, next(iter(self.kinds.values()))).select(content_type)

    def decode(self, body: bytes, content_type: str, codec: Codec, where: str) -> T_co:
        """The body by the content that applies."""
        return self.select(content_type).decode(body, content_type, codec, where)


def undeclared(content_type: str) -> Content[object]:
    """How to read a successful answer that the description doesn't have."""
    if is_json(content_type):
        return Json(Any)
    return TextContent() if content_type.startswith("text/") else Bytes()


def _known(name: str) -> str:
    """A charset that Python has, UTF-8 for any other."""
    try:
        "a".encode(name)
    except (LookupError, ValueError):
        return "utf-8"
    return name


_TEXT: Final = TextContent()
_STRUCTURES: Final = {b"{": "object", b"[": "array"}


class JsonOrText(Content[T_co]):
    """A value that a server sends as JSON or as plain text; the answer's Content-Type tells.

    Where only text fits the type, text is also what is called JSON and is none, as a bare word, or
    is JSON of another kind.

    Args:
        type_: The type; some of its values are text, or are written as text as dates are. In JSON
            bytes are base64, and any other body is bytes itself.
        accept: The media types for the Accept header.
    """

    __slots__ = ("type",)

    def __init__(
        self, type_: object, accept: str = "application/json, text/plain;q=0.9"
    ) -> None:
        super().__init__(f"{accept}, */*;q=0.1")
        self.type = type_

    def decode(self, body: bytes, content_type: str, codec: Codec, where: str) -> T_co:
        """The body, decoded if it is JSON, or else the value that its text stands for."""
        found: object = body
        if is_json(content_type) and self._is_decoded(body):
            found = codec.decode(self.type, body, where=where, whole=True)
        elif not self._is_bytes:
            text = _TEXT.decode(body, content_type, codec, where)
            known = (text, text.strip()) if text else (None, "")
            found = self._first(known, codec, where)
        # What the codec gives is what the type says.
        return cast("T_co", found)

    @property
    def _is_bytes(self) -> bool:
        return self.type in {bytes, bytes | None}

    def _is_decoded(self, body: bytes) -> bool:
        """Whether a body is JSON of a kind that the type has, or of one that no text stands for."""
        from ..json.planner import (  # noqa: PLC0415 -- most programs never need it
            Unreadable,
            converter_for,
            parse,
        )

        planned = converter_for(self.type)
        kinds = planned.json_types()
        try:
            value = parse(body)
        except Unreadable:
            kind = _STRUCTURES.get(body.lstrip()[:1])
            return kind in kinds and not self._is_bytes
        if planned.matches(value, 1) or self._is_bytes:
            return planned.matches(value, 1)
        text = body.decode("utf-8", "replace")
        return (
            value is None
            or JSON_TYPES[type(value)] in kinds
            or not planned.matches(text, 1)
        )

    def _first(self, values: Iterable[object], codec: Codec, where: str) -> object:
        """The first value that the type has; where none is, the first one, reported."""
        from ..json.planner import convert  # noqa: PLC0415 -- loaded at its first use

        converted = [convert(self.type, value, where) for value in values]
        found, drifts = next((one for one in converted if not one[1]), converted[0])
        codec.report(drifts)
        return found
