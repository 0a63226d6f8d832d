"""The options of sdk.toml under `[python]`."""

from __future__ import annotations

import msgspec

DEFAULT_KEYWORDS = ("api", "client", "sdk")


class Options(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The names and the metadata of the package.

    Args:
        distribution: The name it is installed by.
        package: The name it is imported by.
        client: The client's class; the asynchronous one has `Async` before it.
        version: The package's own version.
        server_argument: The client's argument that picks one of the named servers.
        license: An SPDX expression for pyproject.toml, or "".
        license_text: The text of the file LICENSE, or "".
        keywords: Words by which an index finds the distribution.
        urls: The links of the distribution by label.
    """

    distribution: str
    package: str
    client: str
    version: str = "0.1.0"
    server_argument: str = "server"
    license: str = ""
    license_text: str = ""
    keywords: tuple[str, ...] = DEFAULT_KEYWORDS
    urls: dict[str, str] = {}
