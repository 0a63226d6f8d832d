"""Parameters: where each value goes and how it is written there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from ..argument_checks import check_text
from ..errors import ArgumentError
from ..json.plain_data import is_array, is_object
from ..media_type import is_form, is_json
from . import styles
from .scalars import encode_json, plain, written
from .styles import Encoding, form_members

Location = Literal["path", "query", "header", "cookie", "querystring"]

_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+").fullmatch
_HEADER_VALUE = re.compile(rb"[^\x00-\x08\x0a-\x1f\x7f]*").fullmatch
_COOKIE_VALUE = re.compile(r"[!#-+\--:<-\[\]-~]*").fullmatch
_DOTS = frozenset({"", ".", ".."})


class Parameter:
    """One parameter of an operation.

    Args:
        name: The name on the wire.
    """

    __slots__ = ("name",)
    location: Location

    def __init__(self, name: str) -> None:
        self.name = name

    def write(self, value: object) -> Any:  # noqa: ANN401 -- text, members or a header
        """The value as its place takes it."""
        raise NotImplementedError

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.name!r})"


class PathParameter(Parameter):
    """A part of the path, percent-encoded, so that it stays one segment."""

    __slots__ = ("encode", "explode", "style")
    location: Location = "path"

    def __init__(
        self,
        name: str,
        style: str = "simple",
        explode: bool = False,
        allow_reserved: bool = False,
        *,
        item_styles: Sequence[str] = (),
    ) -> None:
        super().__init__(name)
        self.style = style
        self.explode = explode
        encode = styles.reserved_in_path if allow_reserved else styles.percent
        self.encode = styles.nested(encode, item_styles)

    def write(self, value: object) -> str:
        """The value as it stands in the path; what could lead to another path is refused."""
        if type(value) is not str:
            value = plain(value)
            if styles.is_undefined(value):
                raise _refused("None" if value is None else "empty")
        match self.style:
            case "label":
                segment = styles.label(value, self.explode, self.encode)
            case "matrix":
                name = styles.percent(self.name)
                segment = styles.matrix(name, value, self.explode, self.encode)
            case _:
                segment = styles.simple(value, self.explode, self.encode)
        if segment in _DOTS:
            raise _refused(repr(segment) if segment else "empty")
        return segment


class QueryParameter(Parameter):
    """A parameter in the query."""

    __slots__ = ("encode", "encoded_name", "explode", "style")
    location: Location = "query"

    def __init__(
        self,
        name: str,
        style: str = "form",
        explode: bool = True,
        allow_reserved: bool = False,
        *,
        item_styles: Sequence[str] = (),
    ) -> None:
        super().__init__(name)
        self.encoded_name = styles.percent(name)
        self.style = style
        self.explode = explode
        encode = styles.reserved if allow_reserved else styles.percent
        self.encode = styles.nested(encode, item_styles)

    def write(self, value: object) -> list[str]:
        """The `name=value` members for the query; None gives none."""
        if type(value) is not str:
            value = plain(value)
        return styles.query(
            self.encoded_name, value, self.style, self.explode, self.encode
        )


class HeaderParameter(Parameter):
    """A header, in the simple style."""

    __slots__ = ("encode", "explode")
    location: Location = "header"

    def __init__(
        self, name: str, explode: bool = False, *, item_styles: Sequence[str] = ()
    ) -> None:
        super().__init__(name)
        self.explode = explode
        self.encode = styles.nested(written, item_styles, raw=True)

    def write(self, value: object) -> tuple[bytes, bytes] | None:
        """The header's name and value, or None when there is nothing to send."""
        value = plain(value)
        if styles.is_undefined(value):
            return None
        return header(self.name, styles.simple(value, self.explode, self.encode))


class CookieParameter(Parameter):
    """A cookie, in the style `form` (percent-encoded) or `cookie` (as it is)."""

    __slots__ = ("allow_reserved", "explode", "style")
    location: Location = "cookie"

    def __init__(
        self,
        name: str,
        style: str = "form",
        explode: bool = True,
        allow_reserved: bool = False,
    ) -> None:
        super().__init__(name)
        self.style = style
        self.explode = explode
        self.allow_reserved = allow_reserved

    def write(self, value: object) -> str:
        """The text for the Cookie header, or "" when there is nothing to send."""
        value = plain(value)
        if self.style == "cookie":
            found = styles.query(self.name, value, "form", self.explode, _cookie)
            return "; ".join(found)
        name = styles.percent(self.name)
        encode = styles.reserved_in_cookie if self.allow_reserved else styles.percent
        return "&".join(styles.query(name, value, "form", self.explode, encode))


class ContentParameter(Parameter):
    """A parameter that is written as a media type, JSON most of the time.

    Args:
        name: The name on the wire.
        location: Where it goes.
        content_type: The media type.
        encodings: How single fields of a form differ from the defaults.
    """

    __slots__ = ("content_type", "encodings", "location")

    def __init__(
        self,
        name: str,
        location: Location,
        content_type: str,
        encodings: Mapping[str, Encoding] | None = None,
    ) -> None:
        super().__init__(name)
        self.content_type = content_type
        self.location = location
        self.encodings: Mapping[str, Encoding] = encodings or {}

    def write(self, value: object) -> str:
        """The value as text; the operation puts it where it belongs."""
        if is_json(self.content_type):
            return encode_json(value).decode()
        value = plain(value)
        if is_object(value) and is_form(self.content_type):
            return "&".join(form_members(value, self.encodings))
        return written(value)


class QueryString(Parameter):
    """The whole query as one value: a form, or another media type, percent-encoded.

    Args:
        content_type: The media type.
        encodings: How single fields of a form differ from the defaults.
    """

    __slots__ = ("content_type", "encodings")
    location: Location = "querystring"

    def __init__(
        self,
        content_type: str = "application/x-www-form-urlencoded",
        encodings: Mapping[str, Encoding] | None = None,
    ) -> None:
        super().__init__("")
        self.content_type = content_type
        self.encodings: Mapping[str, Encoding] = encodings or {}

    def write(self, value: object) -> list[str]:
        """The members of the query."""
        if is_json(self.content_type):
            return [styles.percent(encode_json(value).decode())]
        if value is None:
            return []
        if is_form(self.content_type):
            if isinstance(value, str):
                return [styles.whole_query(value)]
            return form_members(value, self.encodings)
        return [styles.percent(plain(value))]


def header(name: str, value: str) -> tuple[bytes, bytes]:
    """A header, checked: a value that could begin another header is refused.

    Args:
        name: A token of RFC 9110.
        value: Text without control characters; spaces around it are dropped.
    """
    if not _HEADER_NAME(name):
        raise ArgumentError(f"{name!r} is no header name")
    if type(value) is not str:
        check_text(f"the value of {name}", value)
    try:
        raw = value.strip(" \t").encode()
    except UnicodeEncodeError:
        raise ArgumentError(f"the value of {name} holds a lone surrogate") from None
    if not _HEADER_VALUE(raw):
        raise ArgumentError(f"the value of {name} holds a control character")
    return name.encode(), raw


def _refused(what: str) -> ArgumentError:
    return ArgumentError(f"a part of the path can't be {what}")


def _cookie(value: object) -> str:
    if is_array(value) or is_object(value):
        # JSON needs characters that a cookie can't hold.
        return styles.percent(value)
    shown = written(value)
    if not _COOKIE_VALUE(shown):
        raise ArgumentError("a cookie can't hold this character in the style cookie")
    return shown
