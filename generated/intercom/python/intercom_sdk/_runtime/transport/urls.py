"""Where requests go: base URLs, origins, links, and servers with names or variables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec
from urllib.parse import SplitResult, quote, unquote, unquote_plus, urljoin, urlsplit

import msgspec

from ..argument_checks import check_text
from ..errors import ArgumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_SPACE_OR_CONTROL = re.compile(r"[\x00-\x20\x7f\\]").search
_WITH_SCHEME_OR_HOST = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//").match
_HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+").fullmatch
_LOOPBACK = re.compile(
    r"127(\.\d{1,3}){3}|::1|localhost|[a-z0-9-]+\.localhost"
).fullmatch
DEFAULT_PORTS = {"http": 80, "https": 443}
# Everything that may stand in a URL as it is, and the percent sign of what is escaped already.
_LEGAL = "!#$%&'()*+,/:;=?@[]~"


class Origin(msgspec.Struct, frozen=True, cache_hash=True):
    """Scheme, host and port: what a credential is meant for."""

    scheme: str
    host: str
    port: int

    @property
    def authority(self) -> str:
        """Host and port as they stand in a URL and in the Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.usual else f"{host}:{self.port}"

    @property
    def usual(self) -> bool:
        """Whether the port is the scheme's own."""
        return self.port == DEFAULT_PORTS[self.scheme]

    @property
    def loopback(self) -> bool:
        """Whether this is the machine that the program runs on."""
        return _LOOPBACK(self.host) is not None

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}"


class Base(msgspec.Struct, frozen=True):
    """The URL that the paths of operations are put behind; `path` has no slash at its end."""

    origin: Origin
    path: str

    def __str__(self) -> str:
        return f"{self.origin}{self.path}"


class UnusableURL(ValueError):
    """A URL that no request can go to."""


def parse_base(url: str, allow_http: bool, usual_path: str = "") -> Base:
    """Read and check a base URL.

    Args:
        url: An absolute http or https URL without query and fragment.
        allow_http: Whether http is accepted for other hosts than this machine.
        usual_path: The path of a URL that has none.

    Raises:
        ArgumentError: No requests can go there.
    """
    try:
        parts, origin = _split(url.strip())
    except UnusableURL as error:
        raise ArgumentError(f"the base URL {error}") from None
    if parts.netloc.endswith(":"):
        raise ArgumentError("the base URL has no port after the colon")
    if parts.query or parts.fragment:
        raise ArgumentError("the base URL can't have a query or a fragment")
    if any(segment in {".", ".."} for segment in parts.path.split("/")):
        raise ArgumentError("the base URL can't have dots as a segment of its path")
    check_scheme(origin, allow_http)
    path = parts.path.rstrip("/")
    # A variable of the server may hold scheme and host, which the base URL replaces.
    if not path and usual_path and "://" not in usual_path:
        below = quote(f"/{usual_path.lstrip('/')}", safe=_LEGAL)
        return parse_base(urljoin(f"{origin}/", below), allow_http)
    return Base(origin, quote(path, safe=_LEGAL))


def check_scheme(origin: Origin, allow_http: bool) -> None:
    """Refuse http to another machine, unless it is allowed."""
    if origin.scheme == "http" and not origin.loopback and not allow_http:
        raise ArgumentError(
            f"{origin} is not encrypted; use https, or pass allow_http=True"
        )


def resolve(base: str, link: str) -> tuple[Origin, str]:
    """Where a link leads that a server sent.

    Args:
        base: The URL of the request that was answered.
        link: An absolute or relative URL.

    Returns:
        The origin, and the path with the query.
    """
    if _SPACE_OR_CONTROL(link):
        raise UnusableURL("holds a space, a backslash or a control character")
    try:
        parts, origin = _split(urljoin(base, link))
    except ValueError as error:
        raise UnusableURL(str(error)) from None
    target = parts.path or "/"
    if parts.query:
        target = f"{target}?{parts.query}"
    return origin, quote(target, safe=_LEGAL)


def path_within(origin: Origin, url: str) -> tuple[str, bool]:
    """The path of what a caller calls, with its query.

    Args:
        origin: Where requests go.
        url: A path below the base URL, or an absolute URL on this origin.

    Returns:
        The path as it was written, with a slash before it, and whether it is all of the URL's.

    Raises:
        ArgumentError: It leads to another origin, back along the path, or nowhere.
    """
    is_absolute = _WITH_SCHEME_OR_HOST(url) is not None
    if is_absolute:
        try:
            parts, found = _split(url)
        except UnusableURL as error:
            raise ArgumentError(f"the URL {error}", member="path") from None
        if found != origin:
            raise ArgumentError(f"leads to {found}, not to {origin}", member="path")
        url = f"{parts.path}?{parts.query}" if parts.query else parts.path or "/"
    elif not url or _SPACE_OR_CONTROL(url):
        what = "holds a space, a backslash or a control character"
        raise ArgumentError(what if url else "is empty", member="path")
    if {".", ".."}.intersection(unquote(url.partition("?")[0]).split("/")):
        raise ArgumentError("has dots as a segment", member="path")
    return url if url.startswith("/") else f"/{url}", is_absolute


def extended(target: str, members: Sequence[str]) -> str:
    """A path with these members in its query, where it doesn't have any of the same name.

    Args:
        target: The path, with a query or without.
        members: `name=value`, percent-encoded.
    """
    if not members:
        return target
    query = target.partition("?")[2]
    names = {_name(member) for member in query.split("&")}
    more = "&".join(member for member in members if _name(member) not in names)
    if not more:
        return target
    return f"{target}{'&' if query else '' if '?' in target else '?'}{more}"


def _name(member: str) -> str:
    return unquote_plus(member.partition("=")[0])


def _split(url: str) -> tuple[SplitResult, Origin]:
    if _SPACE_OR_CONTROL(url):
        raise UnusableURL("holds a space, a backslash or a control character")
    try:
        parts = urlsplit(url)
        host = _host(parts.hostname or "")
    except ValueError:
        raise UnusableURL("is malformed") from None
    if parts.scheme not in DEFAULT_PORTS:
        raise UnusableURL("must begin with https:// or http://")
    if parts.username is not None or parts.password is not None:
        raise UnusableURL("can't hold a user name or a password")
    if not _HOST(host):
        raise UnusableURL("names no host")
    return parts, Origin(
        parts.scheme, host, _port(parts) or DEFAULT_PORTS[parts.scheme]
    )


def _port(parts: SplitResult) -> int | None:
    try:
        port = parts.port
    except ValueError:
        port = 0
    if port == 0:
        raise UnusableURL("needs a port from 1 to 65535")
    return port


def _host(name: str) -> str:
    # The codec is slow to import.
    return name if name.isascii() else name.encode("idna").decode()


P = ParamSpec("P")

# A variable for the host may be given with a scheme, too.
_TWO_SCHEMES = re.compile(r"\Ahttps?://(?=https?://)", re.IGNORECASE)


class MissingServerError(ArgumentError, TypeError):
    """A client is made without `base_url`, and the API's description names no host."""


def requires_base_url(path: str) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """Let a client's `__init__` name the path in its error, where `base_url` is absent or None.

    Args:
        path: The path of the API's server.
    """

    def decorate(initialize: Callable[P, None]) -> Callable[P, None]:
        @wraps(initialize)
        def checked(*args: P.args, **kwargs: P.kwargs) -> None:
            if kwargs.get("base_url") is None:
                raise MissingServerError(
                    f"base_url is missing: the API's description names a path, {path}, and no "
                    "host; pass base_url='https://...', which gets that path unless it has one"
                )
            initialize(*args, **kwargs)

        return checked

    return decorate


def choose_server(servers: Mapping[str, str], name: str, argument: str) -> str:
    """The URL of the server that callers pick by a name.

    Args:
        servers: URLs by name.
        name: The name picked.
        argument: What the client calls its argument.

    Raises:
        ArgumentError: No server has this name.
    """
    check_text(argument, name)
    if name in servers:
        return servers[name]
    known = ", ".join(repr(known) for known in servers)
    raise ArgumentError(f"{argument} is {name!r}, and the API has only {known}")


def fill_server(url: str, variables: Mapping[str, object]) -> str:
    """The URL of a server with its variables filled in; the scheme that it leaves out is https.

    Args:
        url: The URL with the names of its variables in braces.
        variables: Their values; a number is taken too, for a port.

    Raises:
        ArgumentError: A value is no text.
    """
    for name, value in variables.items():
        if isinstance(value, bool) or not isinstance(value, int):
            check_text(name, value)
        slot, text = "{" + name + "}", str(value)
        # A host may be given with a slash at its end, too.
        url = url.replace(f"{slot}/", f"{text.rstrip('/')}/").replace(slot, text)
    url = _TWO_SCHEMES.sub("", url)
    return f"https:{url}" if url.startswith("//") else url
