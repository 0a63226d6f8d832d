"""The body of one page, and links to further pages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final
from urllib.parse import SplitResult, parse_qsl, quote, urljoin, urlsplit

from ..errors import PaginationError
from ..json.plain_data import Plain, is_array, is_object
from ..operation.json_path import AnyModel, get_path
from ..operation.members import BodyMembers

if TYPE_CHECKING:
    from ..json.nested_converter import Member

# `https://…`, `//…`, `/…?…`, `?…`, `notes?page=2`. A cursor may begin with a slash (base64),
# but has no question mark then.
_LINK: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://|//|[\w./~%-]*\?[^=&]+=")
_UNSAFE: Final = re.compile(r"[\x00-\x20\x7f\\]")
# What stands in URLs as it is; anything else, which isn't ASCII, is quoted.
_ASCII: Final = "".join(map(chr, range(0x21, 0x7F)))
_PORTS: Final = {"http": 80, "https": 443}


def is_link(text: str, base: str) -> bool:
    """Whether a text is a URL, absolute or relative, rather than a cursor.

    Args:
        text: What the server sent.
        base: The URL of the list; a path that begins with its path is a URL, too.
    """
    return _LINK.match(text) is not None or text.startswith(urlsplit(base).path + "/")


def resolve_link(base: str, link: str) -> str:
    """The URL that a link leads to, on the origin of `base`.

    Args:
        base: The URL of the list.
        link: The link as the server sent it.

    Raises:
        PaginationError: It leads to another origin, or isn't a URL.
    """
    try:
        parts = urlsplit(urljoin(base, link))
        elsewhere = _origin(parts) != _origin(urlsplit(base)) or "@" in parts.netloc
    except ValueError as error:
        raise PaginationError("the server sent a link that isn't a URL") from error
    if _UNSAFE.search(link):
        raise PaginationError("the server sent a link that isn't a URL")
    if elsewhere:
        raise PaginationError("the server sent a link to another origin")
    # Only path and query are the server's, so no reading of its text leads elsewhere.
    home = urlsplit(base)
    path = "/" + quote(parts.path.lstrip("/"), safe=_ASCII)
    query = f"?{quote(parts.query, safe=_ASCII)}" if parts.query else ""
    return f"{home.scheme}://{home.netloc}{path}{query}"


def query_value(url: str, name: str) -> str | None:
    """The value of a parameter in a URL's query, the last of several; None if it isn't there."""
    return dict(parse_qsl(urlsplit(url).query)).get(name)


def _origin(parts: SplitResult) -> tuple[str, str, int | None]:
    scheme = parts.scheme.lower()
    return scheme, (parts.hostname or "").lower(), parts.port or _PORTS.get(scheme)


class PageBody(BodyMembers):
    """A page's body: lists that may be missing, and properties that may have been renamed."""

    __slots__ = ()

    def may_omit(self, keys: Sequence[str], *, is_promised: bool) -> bool:
        """Whether a list may be missing at a path: it is null where the description allows null.

        It may also be absent where it is optional, unless the page is said to hold items or shows
        others: a list somewhere else, or an object that the description doesn't know.

        Args:
            keys: Where the list is declared.
            is_promised: Whether the server said that there are items, here or further on.
        """
        value, raw = self.data, self.plain()
        if not keys:
            # A body that may not be null has been refused.
            return raw is None
        for key in keys:
            members = _members(value)
            member = members.get(key)
            if member is None or not is_object(raw):
                return False
            if key not in raw:
                return not (is_promised or member.required or _lists(raw, members))
            if raw[key] is None:
                return member.converter.matches(None, 1)
            value, raw = get_path(value, (key,)), raw[key]
        return False

    def has_unknown_properties(self, keys: Sequence[str], names: Sequence[str]) -> bool:
        """Whether the object at a path has none of some properties, but others instead: one that no
        model declares, which may be what was looked for, renamed; or where no object belongs, any.
        """
        members, raw = _members(get_path(self.data, keys)), get_path(self.plain(), keys)
        if not is_object(raw) or raw.keys() & set(names):
            return False
        if not members:
            return not self._fits(keys, raw)
        return any(raw[key] is not None for key in raw.keys() - members.keys())

    def _fits(self, keys: Sequence[str], raw: Plain) -> bool:
        """Whether the model above a path, if there is one, declares such a value there."""
        member = (
            _members(get_path(self.data, keys[:-1])).get(keys[-1]) if keys else None
        )
        return member is None or member.converter.matches(raw, 1)


def _lists(raw: Mapping[str, Plain], members: Mapping[str, Member]) -> bool:
    """Whether an object holds what could be a list under another name."""
    return any(
        bool(value) and (is_array(value) or (is_object(value) and key not in members))
        for key, value in raw.items()
    )


def _members(value: object) -> Mapping[str, Member]:
    """The declared properties of a model; none of what is no model."""
    from ..json.nested_converter import (  # noqa: PLC0415 -- loaded at its first use
        ModelConverter,
    )
    from ..json.planner import converter_for  # noqa: PLC0415 -- rarely needed

    if not isinstance(value, AnyModel):
        return {}
    converter = converter_for(type(value))
    return converter.members if isinstance(converter, ModelConverter) else {}
