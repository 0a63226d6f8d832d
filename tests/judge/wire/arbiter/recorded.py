"""A recorded request in parts."""

from __future__ import annotations

import base64
from typing import Any, TypeAlias
from urllib.parse import parse_qsl, unquote, urlsplit

# Parsed JSON.
Tree: TypeAlias = Any


class Recorded:
    """A request whose URL, headers and cookies are taken apart.

    Args:
        call: The request as it is handed over.
    """

    def __init__(self, call: Tree) -> None:
        parts = urlsplit(str(call["target"]))
        self.method = str(call["method"])
        self.path = parts.path
        self.query = parse_qsl(parts.query, keep_blank_values=True)
        self.headers: list[tuple[str, str]] = [
            (name, value) for name, value in call["headers"]
        ]
        self.body = base64.b64decode(call["body"])
        pairs = (pair.partition("=") for pair in self.header("cookie").split("; "))
        self.cookies = [(name, unquote(value)) for name, _, value in pairs if name]

    def header(self, name: str) -> str:
        """A header's value, or ""."""
        found = [value for key, value in self.headers if key.lower() == name]
        return found[0] if found else ""
