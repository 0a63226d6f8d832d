"""A snippet that tests a program without the network."""

from __future__ import annotations

from collections.abc import Iterable

_TRANSPORT = "httpx2.MockTransport(lambda request: httpx2.Response(404))"


def testing_lines(
    package: str, client: str, made: str, call: Iterable[str]
) -> list[str]:
    """A call that finds nothing.

    Args:
        package: The package.
        client: The class of the client.
        made: What makes a client.
        call: The lines of a call.
    """
    separator = "" if made.endswith("()") else ", "
    http_client = "http_client=httpx2.Client(transport=transport)"
    return [
        "import httpx2",
        "",
        f"from {package} import {client}, errors",
        "",
        f"transport = {_TRANSPORT}",
        f"client = {made[:-1]}{separator}{http_client})",
        "try:",
        *(f"    {line}" for line in call),
        "except errors.NotFoundError as error:",
        "    print(error.status_code, error.method, error.path)",
    ]
