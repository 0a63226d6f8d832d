"""Where the API is served."""

from __future__ import annotations

import re

from generator.ir.name import Name
from generator.ir.value import Docs, Value

_TWO_SCHEMES = re.compile(r"\Ahttps?://(?=https?://)", re.IGNORECASE)


class ServerVariable(Value, frozen=True):
    """A part of a server's URL that the caller may choose."""

    name: Name
    default: str
    choices: tuple[str, ...] = ()
    docs: Docs = Docs()


class Server(Value, frozen=True):
    """A base URL, with variables in braces; `name` is what callers pick it by, if it has one.

    A URL without scheme and host is relative: where the API is served, only callers know.
    """

    url: str
    name: Name | None = None
    variables: tuple[ServerVariable, ...] = ()
    docs: Docs = Docs()

    @property
    def default_url(self) -> str:
        """The URL with its variables at their defaults; the scheme that it leaves out is https."""
        url = self.url
        for variable in self.variables:
            slot = "{" + variable.name.wire + "}"
            url = url.replace(f"{slot}/", f"{variable.default.rstrip('/')}/")
            url = url.replace(slot, variable.default)
        # A variable for the host may hold a scheme, too.
        url = _TWO_SCHEMES.sub("", url)
        return f"https:{url}" if url.startswith("//") else url

    @property
    def is_relative(self) -> bool:
        """Whether it says no host, with its variables at their defaults."""
        return "://" not in self.default_url
