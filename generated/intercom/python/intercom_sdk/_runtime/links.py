"""Links to further pages: what is one, and where it may lead."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import SplitResult, parse_qsl, quote, urljoin, urlsplit

from .errors import PaginationError

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


def follow(base: str, link: str) -> str:
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
