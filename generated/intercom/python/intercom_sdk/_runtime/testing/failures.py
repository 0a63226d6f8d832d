"""Failures and answers that a test asks a fake for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final, Literal, TypeAlias

from msgspec import Struct
from msgspec.json import encode

from ..json.data import to_dict
from ..transport.faults import ConnectError
from .calls import Call
from .replies import Reply
from .routes import Route

# What can become of a connection.
Fault: TypeAlias = Literal["refused", "dropped", "timeout", "cut"]
# A body, or a function that makes it of the call.
Body: TypeAlias = object | Callable[[Call], object]

# A part of a path that may be anything.
_ANY: Final = re.compile(r"\{[^{}]*\}")
FAULTS: Final[dict[str, Callable[[], Exception]]] = {
    "refused": lambda: ConnectError("the connection was refused"),
    "dropped": lambda: ConnectionResetError("the connection was dropped"),
    "timeout": lambda: TimeoutError("no answer in time"),
}


class Planned(Struct, frozen=True):
    """What answers the next calls of one operation, `times` of them; None for all."""

    times: int | None
    status: int = 200
    body: Body = None
    has_body: bool = False
    headers: tuple[tuple[str, str], ...] = ()
    error: Callable[[], Exception] | None = None
    is_cut: bool = False

    def reply(self, call: Call) -> Reply:
        """The answer that is planned, beside its own headers."""
        body = self.body(call) if callable(self.body) else self.body
        named = {name.lower() for name, _ in self.headers}
        if isinstance(body, bytes | str):
            kind = "text/plain" if isinstance(body, str) else "application/octet-stream"
            content = body.encode() if isinstance(body, str) else body
        elif body is None and self.body is None:
            return Reply(self.status)
        else:
            kind, content = "application/json", encode(to_dict(body))
        headers = () if "content-type" in named else (("Content-Type", kind),)
        return Reply(self.status, headers, content)


class Plans:
    """What is planned, by operation: what is for some calls comes first, in its order."""

    def __init__(self) -> None:
        self._next: dict[str, list[Planned]] = {}
        self._always: dict[str, Planned] = {}

    def add(self, operation: str, planned: Planned) -> None:
        """Plan something for the next calls, or for all, in the place of what was for all."""
        if planned.times is None:
            self._always[operation] = planned
        else:
            self._next.setdefault(operation, []).extend([planned] * planned.times)

    def take(self, operation: str) -> Planned | None:
        """What answers a call, None where nothing is planned for it."""
        waiting = self._next.get(operation)
        return waiting.pop(0) if waiting else self._always.get(operation)

    def name_of(self, method: str, path: str) -> str:
        """What a test has named a request to an unknown endpoint, or `POST /path`."""
        for name in (*self._next, *self._always):
            wanted, blank, written = name.partition(" ")
            if blank and wanted == method:
                route = Route(_ANY.sub("{any}", written))
                if (route.match(path) or route.ending(path)) is not None:
                    return name
        return f"{method} {path}"


def header_pairs(headers: Mapping[str, str] | None) -> tuple[tuple[str, str], ...]:
    """Headers as they are sent."""
    return tuple((name, str(value)) for name, value in (headers or {}).items())


def cut(reply: Reply) -> Reply:
    """An answer whose connection ends in the middle of its body."""
    half = reply.body[: len(reply.body) // 2]
    length = ("Content-Length", str(len(reply.body)))
    return Reply(reply.status, (*reply.headers, length), half, is_cut=True)
