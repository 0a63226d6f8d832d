"""The URL of an API whose servers have names or variables, or are relative."""

from __future__ import annotations

import re
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec

from .arguments import check_text
from .errors import ArgumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

P = ParamSpec("P")

# A variable for the host may be given with a scheme, too.
_TWO_SCHEMES = re.compile(r"\Ahttps?://(?=https?://)", re.IGNORECASE)


class MissingServerError(ArgumentError, TypeError):
    """A client is made without `base_url`, and the API's description names no host."""


def requires_base_url(path: str) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """Let a client's `__init__` say which path is known, where `base_url` is absent or None.

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
