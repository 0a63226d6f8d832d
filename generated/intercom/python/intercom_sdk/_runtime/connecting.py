"""Makes a connection to whichever address of a host answers first (RFC 8305)."""

from __future__ import annotations

import os
import selectors
import socket
import time
from collections import deque
from collections.abc import Iterable
from contextlib import suppress
from typing import TypeAlias

from .addresses import STAGGER, Address, look_up
from .deadline import remaining

SocketOption: TypeAlias = (
    tuple[int, int, int]
    | tuple[int, int, bytes | bytearray]
    | tuple[int, int, None, int]
)


def connect(
    host: str,
    port: int,
    wait: float | None,
    local_address: str | None = None,
    options: Iterable[SocketOption] = (),
) -> socket.socket:
    """Connect to the first address of a host that answers.

    Raises:
        OSError: None does, or the time is over.
    """
    seconds = remaining(wait)
    end = None if seconds is None else time.monotonic() + seconds
    addresses = look_up(host, port, seconds)
    with selectors.DefaultSelector() as selector:
        try:
            sock = _race(selector, deque(addresses), end, local_address)
            selector.unregister(sock)
        finally:
            for key in list(selector.get_map().values()):
                _close(key.fileobj)
    return prepared(sock, options)


def open_socket(address: Address, local_address: str | None = None) -> socket.socket:
    """A socket of the address's kind that doesn't wait for anything."""
    sock = socket.socket(address.family, socket.SOCK_STREAM)
    try:
        sock.setblocking(False)
        if local_address is not None:
            sock.bind((local_address, 0))
    except BaseException:
        sock.close()
        raise
    return sock


def prepared(
    sock: socket.socket, options: Iterable[SocketOption] = ()
) -> socket.socket:
    """The socket, set up for requests that are to leave at once."""
    try:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for option in options:
            if len(option) == 4:  # noqa: PLR2004 -- the form with a length of its own
                sock.setsockopt(*option)
            else:
                sock.setsockopt(*option)
    except BaseException:
        sock.close()
        raise
    return sock


def _race(
    selector: selectors.BaseSelector,
    waiting: deque[Address],
    end: float | None,
    local_address: str | None,
) -> socket.socket:
    """The first socket that connects; all that have begun are in the selector."""
    failure: OSError = OSError("the host has no address")
    due = 0.0
    while waiting or selector.get_map():
        now = time.monotonic()
        if end is not None and now >= end:
            raise TimeoutError("no connection in time")
        if waiting and now >= due:
            due = now + STAGGER
            try:
                _begin(selector, waiting.popleft(), local_address)
            except OSError as error:
                failure, due = error, 0.0
            continue
        until = min(end or due, due) if waiting else end
        for key, _ in selector.select(None if until is None else until - now):
            sock = key.fileobj
            if not isinstance(sock, socket.socket):
                raise TypeError("only sockets are waited for")
            code = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if not code:
                return sock
            # One that fails gives its turn to the next at once.
            failure, due = OSError(code, os.strerror(code)), 0.0
            selector.unregister(sock)
            sock.close()
    raise failure


def _begin(
    selector: selectors.BaseSelector, address: Address, local_address: str | None
) -> None:
    sock = open_socket(address, local_address)
    try:
        with suppress(BlockingIOError):
            sock.connect(address.place)
        selector.register(sock, selectors.EVENT_WRITE)
    except BaseException:
        sock.close()
        raise


def _close(file: object) -> None:
    if isinstance(file, socket.socket):
        file.close()
