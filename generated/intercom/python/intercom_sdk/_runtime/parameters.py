"""Parameters: where each value goes and how it is written there."""

from __future__ import annotations

import re
from typing import Literal

from . import styles
from .errors import ArgumentError
from .plain import is_array, is_object
from .scalars import encode_json, plain, written

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

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.name!r})"


class PathParameter(Parameter):
    """A part of the path, always percent-encoded, so that it stays one segment."""

    __slots__ = ("explode", "style")
    location: Location = "path"

    def __init__(self, name: str, style: str = "simple", explode: bool = False) -> None:
        super().__init__(name)
        self.style = style
        self.explode = explode

    def write(self, value: object) -> str:
        """The value as it stands in the path; what could lead to another path is refused."""
        if type(value) is not str:
            value = plain(value)
        if value is None:
            raise ArgumentError(f"{self.name} is part of the path and can't be None")
        match self.style:
            case "label":
                segment = styles.label(value, self.explode, styles.percent)
            case "matrix":
                name = styles.percent(self.name)
                segment = styles.matrix(name, value, self.explode, styles.percent)
            case _:
                segment = styles.simple(value, self.explode, styles.percent)
        if segment in _DOTS:
            shown = "empty" if not segment else repr(segment)
            raise ArgumentError(f"{self.name} is part of the path and can't be {shown}")
        return segment


class QueryParameter(Parameter):
    """A parameter in the query."""

    __slots__ = ("allow_reserved", "encoded_name", "explode", "style")
    location: Location = "query"

    def __init__(
        self,
        name: str,
        style: str = "form",
        explode: bool = True,
        allow_reserved: bool = False,
    ) -> None:
        super().__init__(name)
        self.encoded_name = styles.percent(name)
        self.style = style
        self.explode = explode
        self.allow_reserved = allow_reserved

    def write(self, value: object) -> list[str]:
        """The `name=value` members for the query; None gives none."""
        if type(value) is not str:
            value = plain(value)
        encode = styles.reserved if self.allow_reserved else styles.percent
        return styles.query(self.encoded_name, value, self.style, self.explode, encode)


class HeaderParameter(Parameter):
    """A header, in the simple style."""

    __slots__ = ("explode",)
    location: Location = "header"

    def __init__(self, name: str, explode: bool = False) -> None:
        super().__init__(name)
        self.explode = explode

    def write(self, value: object) -> tuple[bytes, bytes] | None:
        """The header's name and value, or None when there is nothing to send."""
        value = plain(value)
        if value is None:
            return None
        return header(self.name, styles.simple(value, self.explode, written))


class CookieParameter(Parameter):
    """A cookie, in the style `form` (percent-encoded) or `cookie` (as it is)."""

    __slots__ = ("explode", "style")
    location: Location = "cookie"

    def __init__(self, name: str, style: str = "form", explode: bool = True) -> None:
        super().__init__(name)
        self.style = style
        self.explode = explode

    def write(self, value: object) -> str:
        """The text for the Cookie header, or "" when there is nothing to send."""
        value = plain(value)
        if self.style == "cookie":
            members = styles.query(self.name, value, "form", self.explode, _cookie)
            return "; ".join(members)
        name = styles.percent(self.name)
        return "&".join(styles.query(name, value, "form", self.explode, styles.percent))


class ContentParameter(Parameter):
    """A parameter that is written as a media type, JSON most of the time."""

    __slots__ = ("content_type", "location")

    def __init__(self, name: str, location: Location, content_type: str) -> None:
        super().__init__(name)
        self.content_type = content_type
        self.location = location

    def write(self, value: object) -> str:
        """The value as text; the operation puts it where it belongs."""
        if is_json(self.content_type):
            return encode_json(value).decode()
        value = plain(value)
        if is_object(value) and is_form(self.content_type):
            return "&".join(styles.query("", value, "form", True, styles.form_percent))
        return written(value)


class QueryString(Parameter):
    """The whole query as one value, as a form or as JSON."""

    __slots__ = ("content_type",)
    location: Location = "querystring"

    def __init__(self, content_type: str = "application/x-www-form-urlencoded") -> None:
        super().__init__("")
        self.content_type = content_type

    def write(self, value: object) -> list[str]:
        """The members of the query."""
        value = plain(value)
        if is_json(self.content_type):
            return [styles.percent(encode_json(value).decode())]
        if is_object(value):
            return styles.query("", value, "form", True, styles.form_percent)
        return [] if value is None else [styles.reserved(value)]


def is_json(content_type: str) -> bool:
    """Whether a media type is JSON: `application/json`, `…+json`, with or without parameters."""
    essence = content_type.partition(";")[0].strip().lower()
    return essence in {"application/json", "text/json"} or essence.endswith("+json")


def is_form(content_type: str) -> bool:
    """Whether a media type is an HTML form without files."""
    essence = content_type.partition(";")[0].strip().lower()
    return essence == "application/x-www-form-urlencoded"


def header(name: str, value: str) -> tuple[bytes, bytes]:
    """A header, checked: a value that could begin another header is refused.

    Args:
        name: A token of RFC 9110.
        value: Text without control characters; spaces around it are dropped.
    """
    if not _HEADER_NAME(name):
        raise ArgumentError(f"{name!r} is no header name")
    try:
        raw = value.strip(" \t").encode()
    except UnicodeEncodeError:
        raise ArgumentError(f"the value of {name} holds a lone surrogate") from None
    if not _HEADER_VALUE(raw):
        raise ArgumentError(f"the value of {name} holds a control character")
    return name.encode(), raw


def _cookie(value: object) -> str:
    if is_array(value) or is_object(value):
        # JSON needs characters that a cookie can't hold.
        return styles.percent(value)
    shown = written(value)
    if not _COOKIE_VALUE(shown):
        raise ArgumentError("a cookie can't hold this character in the style cookie")
    return shown
