"""Where a document says that its operations are served, and where a client has to find them."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit

import msgspec

from tests.judge.source.original import (
    Original,
    Piece,
    Tree,
    is_array,
    is_object,
)

_ABSOLUTE = re.compile(r"https?://", re.IGNORECASE)
_OTHER = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_LEFT_OPEN = re.compile(r"[{}]")
_LOCAL = re.compile(r"localhost(:\d+)?(/|$)", re.IGNORECASE)
_BARE_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?(/|$)", re.IGNORECASE)
# As in a URL: what a server's path may hold as it is.
_LEGAL = "!#$%&'()*+,/:;=?@[]~"


class Location(msgspec.Struct, frozen=True):
    """Where something is served.

    Args:
        urls: Absolute URLs, of which each is right; none where the document doesn't know the host.
        path: Without a host, the path that is served.
    """

    urls: tuple[str, ...] = ()
    path: str = ""


class Locations:
    """The servers of a document, as written."""

    def __init__(self, original: Original) -> None:
        self._is_2_0 = original.version == "2.0"
        self._original = original
        self.root = self._of(original.root) or Location()

    def expected(
        self, item: Piece, operation: Piece, base_url: str = ""
    ) -> tuple[str, ...]:
        """The URLs that an operation's path may be put behind; none where nobody can tell.

        Args:
            item: The path item.
            operation: The operation.
            base_url: What the client was given, a URL without a slash at its end.
        """
        own = self._own(item, operation)
        root = self.root
        if not base_url and self.is_hostless(item, operation):
            return ()
        if not base_url:
            if own is None or own.urls or not root.urls:
                return _trimmed((own or root).urls)
            return _trimmed(tuple(urljoin(f"{url}/", own.path) for url in root.urls))
        if root.urls:
            return (base_url,)
        if own is not None and own.urls:
            return _trimmed(own.urls)
        if urlsplit(base_url).path and own is not None:
            # The document says nothing about what a path of the caller's means for it.
            return ()
        if urlsplit(base_url).path:
            return (base_url,)
        return _trimmed((base_url + (own or root).path,))

    def is_hostless(self, item: Piece, operation: Piece) -> bool:
        """Whether an operation has servers of its own, and none of them says which host it is."""
        listed = operation.get("servers") or item.get("servers")
        servers = [each.value for _, each in listed.members()] if listed else []
        written = [_filled(each) for each in servers if is_object(each)]
        return not self._is_2_0 and bool(written) and all(map(_lacks_host, written))

    def _own(self, item: Piece, operation: Piece) -> Location | None:
        if self._is_2_0:
            return self._of(operation) if "schemes" in operation.value else None
        return self._of(operation) or self._of(item)

    def _of(self, owner: Piece) -> Location | None:
        if self._is_2_0:
            return self._of_2_0(owner)
        listed = owner.get("servers")
        servers = [each.value for _, each in listed.members()] if listed else []
        written = [_schemed(_filled(each)) for each in servers if is_object(each)]
        known = [url for url in written if not _LEFT_OPEN.search(url)]
        absolute = [
            f"https:{url}" if url.startswith("//") else url
            for url in known
            if url.startswith("//") or _ABSOLUTE.match(url)
        ]
        if absolute:
            return Location(tuple(absolute[:1]))
        relative = [url for url in known if not _OTHER.match(url)]
        return Location(path=_rooted(relative[0])) if relative else None

    def _of_2_0(self, owner: Piece) -> Location:
        root: dict[str, Tree] = self._original.root.value
        said = owner.value.get("schemes") or root.get("schemes")
        listed: list[Tree] = said if is_array(said) else []
        # Nobody means the one in the clear where there is another one.
        is_clear = "http" in listed and "https" not in listed
        host, path = root.get("host"), _rooted(str(root.get("basePath") or ""))
        if not host:
            return Location(path=path)
        return Location((f"{'http' if is_clear else 'https'}://{host}{path}",))


def _lacks_host(url: str) -> bool:
    """Whether a URL has a slot that nothing fills, or nothing in its host's place."""
    return bool(
        _LEFT_OPEN.search(url) or (_OTHER.match(url) and not urlsplit(url).netloc)
    )


def _filled(server: dict[str, Tree]) -> str:
    """A server's URL with its variables at their defaults."""
    url = str(server.get("url") or "/").strip()
    variables = server.get("variables")
    for name, variable in variables.items() if is_object(variables) else ():
        said = variable if is_object(variable) else {}
        choices = said.get("enum")
        first = choices[0] if is_array(choices) and choices else ""
        default = said.get("default", first)
        url = url.replace(f"{{{name}}}", str("" if default is None else default))
    return url


def _schemed(url: str) -> str:
    """A URL with the scheme that is meant where it begins with a host, as people write it."""
    if _LOCAL.match(url):
        return f"http://{url}"
    return f"https://{url}" if _BARE_HOST.match(url) else url


def _rooted(path: str) -> str:
    """A relative URL as a path from the root, without a slash at its end."""
    return urljoin("/", path).rstrip("/") if path else ""


def _trimmed(urls: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_spelled(url) for url in urls)


def _spelled(url: str) -> str:
    """A URL as it is compared: its host in small letters, without the usual port."""
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    if not host.isascii():
        host = host.encode("idna").decode()
    usual = {"http": 80, "https": 443}[parts.scheme.lower()]
    port = parts.port
    apart = "" if port in {None, usual} else f":{port}"
    return f"{parts.scheme.lower()}://{host}{apart}{quote(parts.path.rstrip('/'), safe=_LEGAL)}"
