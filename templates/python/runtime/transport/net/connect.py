"""Makes a connection to whichever address of a host answers first (RFC 8305)."""

from __future__ import annotations

import os
import selectors
import socket
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import chain, zip_longest
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Final, NamedTuple, TypeAlias

from ..deadline import remaining

# Seconds after which the next address is tried beside those that haven't answered.
STAGGER: Final = 0.25

Found: TypeAlias = Sequence[tuple[int, int, int, str, tuple[object, ...]]]


class Address(NamedTuple):
    """One address of a host, as sockets take it."""

    family: int
    place: tuple[object, ...]


LookupResult: TypeAlias = "list[Address] | Exception"


def ordered(found: Found) -> list[Address]:
    """The addresses that a look-up found, each once, their families taking turns."""
    addresses = list(dict.fromkeys(Address(one[0], one[4]) for one in found))
    if not addresses:
        raise OSError("the host has no address")
    first = addresses[0].family
    same = [one for one in addresses if one.family == first]
    rest = [one for one in addresses if one.family != first]
    return [one for one in chain.from_iterable(zip_longest(same, rest)) if one]


def at_once(host: str, port: int) -> list[Address] | None:
    """The address, if the host is written as one."""
    for family in (socket.AF_INET, socket.AF_INET6):
        try:
            socket.inet_pton(family, host)
        except (OSError, ValueError):
            continue
        return ordered(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    return None


def look_up(host: str, port: int, seconds: float | None) -> list[Address]:
    """The addresses of a host.

    Raises:
        OSError: There are none, or the time is over.
    """
    addresses = at_once(host, port)
    if addresses is not None:
        return addresses
    results: SimpleQueue[LookupResult] = SimpleQueue()
    look_up_in_thread(host, port, results.put)
    try:
        result = results.get(timeout=seconds)
    except Empty:
        raise TimeoutError(f"the address of {host} wasn't found in time") from None
    if isinstance(result, Exception):
        raise result
    return result


def look_up_in_thread(
    host: str, port: int, report: Callable[[LookupResult], object]
) -> None:
    """Ask for the addresses of a host, and report what comes of it.

    The system's call can't be interrupted: a thread waits for it, and is left behind when nobody
    waits any longer.
    """

    def run() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            result: LookupResult = ordered(found)
        except Exception as error:
            result = error
        report(result)

    try:
        Thread(target=run, daemon=True).start()
    except RuntimeError:
        # The interpreter is ending, or the system has no more threads.
        run()


def connect(host: str, port: int, wait: float | None) -> socket.socket:
    """Connect to the first address of a host that answers.

    Raises:
        OSError: None does, or the time is over.
    """
    seconds = remaining(wait)
    end = None if seconds is None else time.monotonic() + seconds
    addresses = look_up(host, port, seconds)
    with selectors.DefaultSelector() as selector:
        try:
            sock = _race(selector, deque(addresses), end)
            selector.unregister(sock)
        finally:
            for key in list(selector.get_map().values()):
                _close(key.fileobj)
    return prepared(sock)


def open_socket(address: Address) -> socket.socket:
    """A socket of the address's kind that doesn't wait for anything."""
    sock = socket.socket(address.family, socket.SOCK_STREAM)
    try:
        sock.setblocking(False)
    except BaseException:
        sock.close()
        raise
    return sock


def prepared(sock: socket.socket) -> socket.socket:
    """The socket, set up for requests that are to leave at once."""
    try:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except BaseException:
        sock.close()
        raise
    return sock


def _race(
    selector: selectors.BaseSelector,
    waiting: deque[Address],
    end: float | None,
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
                _begin(selector, waiting.popleft())
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


def _begin(selector: selectors.BaseSelector, address: Address) -> None:
    sock = open_socket(address)
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
