"""Which proxy the environment has for an origin.

As curl reads it (https://curl.se/docs/manpage.html#ENVIRONMENT): `https_proxy` and `http_proxy`,
then `all_proxy`, and `no_proxy` for what is reached directly, in lower case or in capitals.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from .faults import UnusableProxy
from .urls import Origin, UnusableURL, resolve

if TYPE_CHECKING:
    from ipaddress import IPv4Address, IPv6Address

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)://(.*)", re.IGNORECASE | re.DOTALL).fullmatch
_USABLE: Final = frozenset({"http", "https"})
_ADDRESS = re.compile(r"[0-9.]+|[0-9a-f:.]*:[0-9a-f:.]*").fullmatch
_BRACKETS = re.compile(r"\[([^\]]*)\](/\d+)?(?::(.*))?").fullmatch
_SEPARATORS = re.compile(r"[\s,]+")
_AFTER_AUTHORITY = re.compile("[/?#]").split
# Also what is percent-encoded already.
_IN_USER: Final = "%:!$&'()*+,;=~"


def proxy_url(origin: Origin, environment: Mapping[str, str] = os.environ) -> str:
    """The URL of the proxy for an origin, or "" where it is reached directly, as this machine is.

    Args:
        origin: Where a request goes.
        environment: The variables.

    Raises:
        UnusableProxy: A variable names no proxy that requests can be sent through.
    """
    if origin.loopback:
        return ""
    for name in (origin.scheme, "all"):
        variable, url = _variable(environment, f"{name}_proxy")
        if url and not _is_direct(origin, _variable(environment, "no_proxy")[1]):
            return checked_proxy(variable, url)
    return "" if _has_proxies(environment) else _system_proxy(origin)


def _variable(environment: Mapping[str, str], name: str) -> tuple[str, str]:
    """A variable's name as it stands there, and its value; lower case wins, be it empty."""
    if name in environment:
        return name, environment[name].strip()
    # Where CGI runs a program, a request's header `Proxy` is a variable of this name.
    if name == "http_proxy" and "REQUEST_METHOD" in environment:
        return name, ""
    for key, value in environment.items():
        if key.lower() == name:
            return key, value.strip()
    return name, ""


def checked_proxy(name: str, url: str) -> str:
    """A proxy's URL without what is behind host and port.

    Args:
        name: Where it stands: an argument or a variable.
        url: The URL; http is meant where it has no scheme.

    Raises:
        UnusableProxy: No requests can be sent through it.
    """
    found = _SCHEME(url)
    scheme, rest = (found[1].lower(), found[2]) if found else ("http", url)
    if scheme not in _USABLE:
        kind = "SOCKS proxy" if scheme.startswith("socks") else "proxy of another kind"
        raise UnusableProxy(
            f"{name} names a {kind} ({scheme}://): only those of http:// and https:// can be "
            "used, unless an http_client is passed that has another"
        )
    authority = _AFTER_AUTHORITY(rest, maxsplit=1)[0]
    user, at, host = authority.rpartition("@")
    if host.endswith(":"):
        raise UnusableProxy(f"the proxy's URL in {name} has no port after the colon")
    try:
        origin, _ = resolve("", f"{scheme}://{host}/")
    except UnusableURL as error:
        raise UnusableProxy(f"the proxy's URL in {name} {error}") from None
    return f"{scheme}://{quote(user, safe=_IN_USER)}{at}{origin.authority}"


def _is_direct(origin: Origin, listed: str) -> bool:
    """Whether one of the entries of `no_proxy` covers an origin."""
    entries = _SEPARATORS.split(listed.lower())
    return any(_covers(entry, origin) for entry in entries if entry)


def _covers(entry: str, origin: Origin) -> bool:
    """Whether an entry is the origin's host, a domain above it, or a network that it is in.

    Args:
        entry: `*`, or a name, an address or a range (`10.0.0.0/8`), each with a port or without.
        origin: Where a request goes.
    """
    if entry == "*":
        return True
    host, port = _host_and_port(entry.rpartition("://")[2])
    if port and port != str(origin.port):
        return False
    address = _address(origin.host)
    if address is not None:
        return _contains(host, address)
    own, domain = origin.host.rstrip("."), host.removeprefix("*").strip(".")
    return bool(domain) and f".{own}".endswith(f".{_ascii(domain)}")


def _host_and_port(entry: str) -> tuple[str, str]:
    if found := _BRACKETS(entry):
        return found[1] + (found[2] or ""), found[3] or ""
    if entry.count(":") == 1:
        host, _, port = entry.partition(":")
        return host, port
    return entry, ""


def _contains(network: str, address: IPv4Address | IPv6Address) -> bool:
    from ipaddress import ip_network  # noqa: PLC0415 -- slow, and seldom needed

    try:
        return address in ip_network(network, strict=False)
    except ValueError:
        return False


def _address(host: str) -> IPv4Address | IPv6Address | None:
    if not _ADDRESS(host):
        return None
    from ipaddress import ip_address  # noqa: PLC0415 -- slow, and seldom needed

    try:
        found = ip_address(host)
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found


def _ascii(domain: str) -> str:
    try:
        return domain if domain.isascii() else domain.encode("idna").decode()
    except UnicodeError:
        return domain


def _has_proxies(environment: Mapping[str, str]) -> bool:
    return any(key.lower().endswith("_proxy") for key in environment)


def _system_proxy(origin: Origin) -> str:
    """The proxy that the settings of the system have, on systems with such settings."""
    if sys.platform not in {"darwin", "win32"}:
        return ""
    from urllib.request import getproxies, proxy_bypass  # noqa: PLC0415 -- slow

    url = getproxies().get(origin.scheme, "")
    if not url or proxy_bypass(origin.authority):
        return ""
    return checked_proxy("the system's settings", url)
