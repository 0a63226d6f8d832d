"""The kinds of request bodies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import msgspec

from . import styles
from .errors import ArgumentError
from .options import OMIT
from .parameters import is_json
from .payload import Payload, assemble, is_iterable, source
from .plain import is_array, is_object
from .scalars import encode_json, plain, present, text

Encoded: TypeAlias = tuple[str, bytes | Payload]


class Encoding(msgspec.Struct, frozen=True, kw_only=True):
    """How one field of a form is written; what is left empty follows the defaults."""

    content_type: str = ""
    style: str = ""
    explode: bool | None = None
    allow_reserved: bool = False

    @property
    def is_styled(self) -> bool:
        """Whether the field is written as a query parameter would be, not as a media type."""
        styled = self.style or self.explode is not None
        return bool(styled or self.allow_reserved)

    def shape(self) -> tuple[str, bool]:
        """The style, and whether it is exploded."""
        style = self.style or "form"
        return style, style == "form" if self.explode is None else self.explode


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

    def encode(self, value: object) -> Encoded:
        """The media type and the bytes, or pieces to be read while they are sent."""
        raise NotImplementedError

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.content_type!r})"


class JsonBody(Body):
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
    """One JSON value a line, from any iterable."""

    __slots__ = ()

    def __init__(self, content_type: str = "application/jsonl") -> None:
        super().__init__(content_type)

    def encode(self, value: object) -> Encoded:
        """The items, each on a line of its own."""
        if not is_iterable(value) or isinstance(value, str | bytes):
            raise ArgumentError("JSON lines are sent from a list or another iterable")
        return self.content_type, b"".join(encode_json(item) + b"\n" for item in value)


class FormBody(Body):
    """An HTML form, `application/x-www-form-urlencoded`.

    Args:
        encodings: How single fields differ from the defaults, which are repeated names for lists
            and JSON for objects.
        required: Whether it is sent without any member, too.
    """

    __slots__ = ("encodings",)

    def __init__(
        self,
        encodings: Mapping[str, Encoding] | None = None,
        *,
        required: bool = True,
    ) -> None:
        super().__init__("application/x-www-form-urlencoded", required=required)
        self.encodings: Mapping[str, Encoding] = encodings or {}

    def encode(self, value: object) -> Encoded:
        """The fields of a mapping as a form."""
        members = [
            member
            for name, item in fields(value).items()
            for member in self._members(name, plain(item))
        ]
        return self.content_type, "&".join(members).encode()

    def _members(self, name: str, value: object) -> list[str]:
        encoding = self.encodings.get(name, Encoding())
        key = styles.form_percent(name)
        if encoding.is_styled:
            encode = styles.reserved if encoding.allow_reserved else styles.form_percent
            return styles.query(key, value, *encoding.shape(), encode)
        if is_array(value) and not is_json(encoding.content_type):
            given = (item for item in value if item is not None)
            return [f"{key}={styles.form_percent(item)}" for item in given]
        if is_json(encoding.content_type):
            return [f"{key}={styles.form_percent(encode_json(value).decode())}"]
        return [] if value is None else [f"{key}={styles.form_percent(value)}"]


class TextBody(Body):
    """Text, encoded as UTF-8."""

    __slots__ = ()

    def __init__(self, content_type: str = "text/plain") -> None:
        super().__init__(content_type)

    def encode(self, value: object) -> Encoded:
        """The text as bytes."""
        content_type = self.content_type
        if "charset" not in content_type.lower():
            content_type += "; charset=utf-8"
        return content_type, assemble([source(text(value))])


class BytesBody(Body):
    """Bytes of any media type: in memory, from a path, an open file or an iterable."""

    __slots__ = ()

    def __init__(self, content_type: str = "application/octet-stream") -> None:
        super().__init__(content_type)

    def encode(self, value: object) -> Encoded:
        """The bytes, read while they are sent where they aren't in memory."""
        return self.content_type, assemble([source(value)])


def fields(value: object) -> dict[str, object]:
    """The members of a form that are to be sent."""
    if is_object(value):
        return present(value)
    members = plain(value)
    if is_object(members):
        return members
    raise ArgumentError(f"a form is sent from a dict, not from {type(value).__name__}")
