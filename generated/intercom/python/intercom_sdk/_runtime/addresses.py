"""The addresses of a host, in the order in which they are tried (RFC 8305)."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from itertools import chain, zip_longest
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Final, NamedTuple, TypeAlias

# Seconds after which the next address is tried beside those that haven't answered.
STAGGER: Final = 0.25

Found: TypeAlias = Sequence[tuple[int, int, int, str, tuple[object, ...]]]


class Address(NamedTuple):
    """One address of a host, as sockets take it."""

    family: int
    place: tuple[object, ...]


Answer: TypeAlias = "list[Address] | Exception"


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
    said: SimpleQueue[Answer] = SimpleQueue()
    ask(host, port, said.put)
    try:
        answer = said.get(timeout=seconds)
    except Empty:
        raise TimeoutError(f"the address of {host} wasn't found in time") from None
    if isinstance(answer, Exception):
        raise answer
    return answer


def ask(host: str, port: int, tell: Callable[[Answer], object]) -> None:
    """Ask for the addresses of a host, and tell what comes of it.

    The system's call can't be interrupted: a thread waits for it, and is left behind when nobody
    waits any longer.
    """

    def run() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answer: Answer = ordered(found)
        except Exception as error:
            answer = error
        tell(answer)

    try:
        Thread(target=run, daemon=True).start()
    except RuntimeError:
        # The interpreter is ending, or the system has no more threads.
        run()
