"""The kinds of request bodies."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Mapping
from typing import TypeAlias

from ..argument_checks import kind_of
from ..errors import ArgumentError
from ..json.plain_data import is_mapping, is_object
from ..media_type import charset, essence, file_type, is_json_sequence
from .payload import (
    File,
    Payload,
    assemble,
    is_async_iterable,
    is_content,
    is_iterable,
    is_stored,
    own_name,
    source,
)
from .request_options import OMIT
from .scalars import encode_json, encode_text, plain, present
from .styles import Encoding, form_members

Encoded: TypeAlias = tuple[str, bytes | Payload]


class Body:
    """A kind of body.

    Args:
        content_type: The media type that is sent with it.
        required: Whether it is sent without any member, too.
    """

    __slots__ = ("content_type", "required")

    def __init__(self, content_type: str, *, required: bool = True) -> None:
        self.content_type: str = content_type
        self.required: bool = required

    def is_left_out(self, value: object) -> bool:
        """Whether the value stands for no body at all."""
        if value is OMIT:
            return True
        return not self.required and is_object(value) and not present(value)

    def takes_file(self, value: object) -> bool:
        """Whether the value has a file in it that this kind carries as it is."""
        del value
        return False

    def select(self, value: object, content_type: str) -> Body:
        """The kind that a value is sent as.

        Args:
            value: The value.
            content_type: The media type that the caller chooses, or "".
        """
        del value, content_type
        return self

    def unwrap(self, value: object) -> object:
        """The value itself where a caller may have put it, or a member, into a part."""
        return value

    def merge(self, value: object, members: Mapping[str, object]) -> object:
        """The value with further members, which win over its own.

        Args:
            value: The value, which is left as it is; OMIT for none.
            members: The further members.

        Raises:
            ArgumentError: It isn't sent as an object, so that it has no members.
        """
        del value, members
        raise ArgumentError(
            f"options.body: a body of {self.content_type} has no members to add to"
        )

    def encode(self, value: object) -> Encoded:
        """The media type and the bytes, or pieces to be read while they are sent."""
        raise NotImplementedError

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.content_type!r})"


class ObjectBody(Body):
    """A kind of body that carries the members of an object."""

    __slots__ = ()

    def merge(self, value: object, members: Mapping[str, object]) -> object:
        """The members of a mapping or a model, and further ones."""
        if value is OMIT:
            return members
        found = value if is_mapping(value) else plain(value)
        if not is_mapping(found):
            raise ArgumentError(
                f"options.body: {kind_of(value)} has no members to add to"
            )
        return {**found, **members}


class EitherBody(Body):
    """One of several kinds: the first, unless the caller chooses another or passes a file.

    Args:
        kinds: The kinds, the preferred one first.
        required: Whether it is sent without any member, too.
    """

    __slots__ = ("kinds",)

    def __init__(self, *kinds: Body, required: bool = True) -> None:
        super().__init__(kinds[0].content_type, required=required)
        self.kinds: tuple[Body, ...] = kinds

    def select(self, value: object, content_type: str) -> Body:
        """The kind of this media type, or the first that carries the value's files."""
        wanted = essence(content_type)
        for kind in self.kinds:
            if wanted and essence(kind.content_type) == wanted:
                return kind
        carrying = (kind for kind in self.kinds if kind.takes_file(value))
        return self.kinds[0] if wanted else next(carrying, self.kinds[0])

    def unwrap(self, value: object) -> object:
        """The value itself where one of the kinds may have it in a part."""
        for kind in self.kinds:
            value = kind.unwrap(value)
        return value

    def encode(self, value: object) -> Encoded:
        """The value as the kind that it is sent as."""
        return self.select(value, "").encode(value)


class JsonBody(ObjectBody):
    """JSON; members that are OMIT are left out.

    Args:
        content_type: The media type that is sent with it.
        required: Whether it is sent without any member, too.
    """

    __slots__ = ()

    def __init__(
        self, content_type: str = "application/json", *, required: bool = True
    ) -> None:
        super().__init__(content_type, required=required)

    def encode(self, value: object) -> Encoded:
        """The value as JSON."""
        if is_object(value):
            value = present(value)
        return self.content_type, encode_json(value)


class JsonLinesBody(Body):
    """JSON values one after another, from any iterable: lines, or a JSON text sequence.

    Text, bytes and files are such lines already.
    """

    __slots__ = ()

    def __init__(self, content_type: str = "application/jsonl") -> None:
        super().__init__(content_type)

    def encode(self, value: object) -> Encoded:
        """The items, encoded while they are sent unless they are a list."""
        if isinstance(value, str | File) or is_stored(value):
            return BytesBody(self.content_type, text=True).encode(value)
        start = b"\x1e" if is_json_sequence(self.content_type) else b""
        if is_async_iterable(value) and not is_iterable(value):
            return self.content_type, assemble([source(_async_lines(start, value))])
        if not is_iterable(value):
            raise ArgumentError("JSON lines are sent from a list or another iterable")
        lines = (_line(start, *item) for item in enumerate(value))
        if isinstance(value, list | tuple):
            return self.content_type, b"".join(lines)
        return self.content_type, assemble([source(lines)])


async def _async_lines(
    start: bytes, items: AsyncIterable[object]
) -> AsyncIterator[bytes]:
    index = 0
    async for item in items:
        yield _line(start, index, item)
        index += 1


def _line(start: bytes, index: int, item: object) -> bytes:
    try:
        return start + encode_json(item) + b"\n"
    except ArgumentError as error:
        error.below(f"[{index}]")
        raise


class FormBody(ObjectBody):
    """An HTML form, `application/x-www-form-urlencoded`.

    Args:
        encodings: How single fields differ from the defaults, which are repeated names for lists
            and JSON for objects.
        required: Whether it is sent without any member, too.
    """

    __slots__ = ("encodings",)

    def __init__(
        self, encodings: Mapping[str, Encoding] | None = None, *, required: bool = True
    ) -> None:
        content_type = "application/x-www-form-urlencoded"
        super().__init__(content_type, required=required)
        self.encodings: Mapping[str, Encoding] = encodings or {}

    def encode(self, value: object) -> Encoded:
        """The fields of a mapping as a form; text, bytes and files are a form already."""
        if isinstance(value, str | File) or is_content(value):
            return BytesBody(self.content_type, text=True).encode(value)
        return self.content_type, "&".join(form_members(value, self.encodings)).encode()


class TextBody(Body):
    """Text, in the charset of the media type or in UTF-8; or bytes that are text already."""

    __slots__ = ()

    def __init__(self, content_type: str = "text/plain") -> None:
        super().__init__(content_type)

    def encode(self, value: object) -> Encoded:
        """The text as bytes."""
        if is_content(value) or isinstance(value, File):
            return BytesBody(self.content_type).encode(value)
        named = charset(self.content_type)
        said = "" if named else "; charset=utf-8"
        return self.content_type + said, encode_text(value, named)


class BytesBody(Body):
    """Bytes of any media type: in memory, from a path, an open file or an iterable.

    Args:
        content_type: The media type; a range such as `image/*`, or several with commas between,
            leave it to the file.
        text: Whether text may stand for them, because the media type is text.
    """

    __slots__ = ("text",)

    def __init__(
        self, content_type: str = "application/octet-stream", *, text: bool = False
    ) -> None:
        super().__init__(content_type)
        self.text: bool = text

    def encode(self, value: object) -> Encoded:
        """The bytes, read while they are sent where they aren't in memory."""
        if self.text and isinstance(value, str):
            value = encode_text(value, charset(self.content_type))
        named, content_type = "", ""
        if isinstance(value, File):
            named, content_type = value.name or "", value.content_type or ""
            value = value.content
        if not content_type and ("*" in self.content_type or "," in self.content_type):
            name = named or own_name(value)
            content_type = file_type(self.content_type, name, value)
        return content_type or self.content_type, assemble([source(value)])
