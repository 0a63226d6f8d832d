"""What both kinds of connection share: how their failures are called, and whether more has come."""

from __future__ import annotations

import select
import socket
import sys
from typing import Final, NamedTuple

import httpcore2


class Stage(NamedTuple):
    """How failures are called before or after requests are sent over a connection."""

    slow_read: type[httpcore2.TimeoutException]
    slow_write: type[httpcore2.TimeoutException]
    lost: type[httpcore2.NetworkError]
    unsent: type[httpcore2.NetworkError]
    slow: str


# Through a proxy, or before it is encrypted: no request has been sent yet.
CONNECTING: Final = Stage(
    httpcore2.ConnectTimeout,
    httpcore2.ConnectTimeout,
    httpcore2.ConnectError,
    httpcore2.ConnectError,
    "no connection in time",
)
CONNECTED: Final = Stage(
    httpcore2.ReadTimeout,
    httpcore2.WriteTimeout,
    httpcore2.ReadError,
    httpcore2.WriteError,
    "no answer in time",
)


def readable(sock: socket.socket | None) -> bool:
    """Whether a read would return at once, or has nothing to read from."""
    number = -1 if sock is None else sock.fileno()
    if number < 0:
        return True
    if sys.platform == "win32" or not hasattr(select, "poll"):
        # Libraries that replace threads take `poll` away.
        return bool(select.select([number], [], [], 0)[0])
    poll = select.poll()
    poll.register(number, select.POLLIN)
    return bool(poll.poll(0))
