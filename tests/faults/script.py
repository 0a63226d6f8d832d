"""What a server does, as data: bytes, pauses and ends."""

from __future__ import annotations

import gzip
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from fault_server import Connection, Recorded, Step

NOTE = b'{"id":"1","name":"Ann"}'
JSON = "application/json"


@dataclass(frozen=True)
class Trickle:
    """Bytes, one at a time.

    Args:
        data: The bytes.
        pause: Seconds before each.
    """

    data: bytes
    pause: float = 0.01


@dataclass(frozen=True)
class Pause:
    """Nothing for some seconds."""

    seconds: float


@dataclass(frozen=True)
class Flood:
    """The same bytes again and again, until the client is gone or the test is over.

    Args:
        data: The bytes.
        pause: Seconds after each time.
    """

    data: bytes
    pause: float = 0.0


class End(Enum):
    """How a connection ends; without one it is kept."""

    CLOSE = "close"
    RESET = "reset"
    HANG = "hang"


CLOSE, RESET, HANG = End.CLOSE, End.RESET, End.HANG
Action: TypeAlias = bytes | Trickle | Pause | Flood | End
# `{here}` and `{there}` in its bytes stand for the origins of the server and of another one.
Script: TypeAlias = tuple[Action, ...]
Headers: TypeAlias = Mapping[str, str] | None


def head(
    status: int | str = 200, headers: Headers = None, *, kind: str | None = JSON
) -> bytes:
    """The head of an answer, up to the empty line."""
    given = {**({} if kind is None else {"Content-Type": kind}), **(headers or {})}
    lines = [f"HTTP/1.1 {status} Status", *(f"{k}: {v}" for k, v in given.items())]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


def answer(
    status: int | str = 200,
    body: bytes = NOTE,
    headers: Headers = None,
    *,
    kind: str | None = JSON,
) -> bytes:
    """A whole answer with a length."""
    return (
        head(status, {**(headers or {}), "Content-Length": str(len(body))}, kind=kind)
        + body
    )


def chunked(
    *chunks: bytes, end: bytes = b"0\r\n\r\n", headers: Headers = None
) -> bytes:
    """A whole answer in chunks."""
    pieces = b"".join(b"%x\r\n%s\r\n" % (len(one), one) for one in chunks)
    return head(200, {**(headers or {}), "Transfer-Encoding": "chunked"}) + pieces + end


def coded(coding: str, body: bytes) -> bytes:
    """A whole answer whose body has, or claims, a content coding."""
    return answer(200, body, {"Content-Encoding": coding})


def zipped(body: bytes = NOTE) -> bytes:
    """A body as gzip, the same at any time."""
    return gzip.compress(body, mtime=0)


GOOD = answer()


def play(script: Script, origins: Mapping[bytes, bytes]) -> Step:
    """What answers a request as a script says."""

    def step(connection: Connection, request: Recorded) -> bool:
        with suppress(OSError):
            return perform(script, connection, origins)
        return False

    return step


def perform(
    script: Script, connection: Connection, origins: Mapping[bytes, bytes]
) -> bool:
    """Do what a script says, and return whether the connection is kept.

    Raises:
        OSError: The client is gone.
    """
    for action in script:
        match action:
            case bytes():
                connection.write(_placed(action, origins))
            case Trickle(data=data, pause=pause):
                connection.trickle(data, pause)
            case Pause(seconds=seconds):
                connection.stopping.wait(seconds)
            case Flood(data=data, pause=pause):
                while not connection.stopping.is_set():
                    connection.write(data)
                    time.sleep(pause)
            case End.HANG:
                connection.hang()
                return False
            case End.RESET:
                connection.reset()
                return False
            case End.CLOSE:
                return False
    return True


def _placed(data: bytes, origins: Mapping[bytes, bytes]) -> bytes:
    for name, origin in origins.items():
        data = data.replace(name, origin)
    return data
