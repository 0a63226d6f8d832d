"""Picks one of an API's named servers."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    if name in servers:
        return servers[name]
    known = ", ".join(repr(known) for known in servers)
    raise ArgumentError(f"{argument} is {name!r}, and the API has only {known}")
