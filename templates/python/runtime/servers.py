"""The URL of an API whose servers have names or variables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .arguments import check_text
from .errors import ArgumentError

if TYPE_CHECKING:
    from collections.abc import Mapping


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
    """The URL of a server with its variables filled in.

    Args:
        url: The URL with the names of its variables in braces.
        variables: Their values; a number is taken too, for a port.

    Raises:
        ArgumentError: A value is no text.
    """
    for name, value in variables.items():
        if isinstance(value, bool) or not isinstance(value, int):
            check_text(name, value)
        url = url.replace("{" + name + "}", str(value))
    return url
