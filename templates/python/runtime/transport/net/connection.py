"""What both kinds of connection share: the errors of each stage, and unsolicited data."""

from __future__ import annotations

import re
import select
import socket
import ssl
import sys
from collections.abc import Sized
from typing import Any, Final, NamedTuple, Protocol

import httpcore2

from ...process import PROCESS
from ..deadline import remaining


class Poller(Protocol):
    """The part of `select.poll` that is used here."""

    def poll(self, timeout: float | None = None, /) -> Sized:
        """What has happened within so many milliseconds."""
        ...


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


def poller(sock: socket.socket, *, writing: bool = False) -> Poller | None:
    """What waits until a socket can be read, or written to; None where there is no such thing."""
    if sys.platform == "win32" or not hasattr(select, "poll"):
        # Libraries that replace threads take `poll` away.
        return None
    poll = select.poll()
    poll.register(sock, select.POLLOUT if writing else select.POLLIN)
    return poll


def wait_for(poll: Poller | None, wait: float | None) -> None:
    """Wait until it happens.

    Raises:
        TimeoutError: It doesn't in so many seconds.
    """
    seconds = remaining(wait)
    if poll is not None and not poll.poll(None if seconds is None else seconds * 1000):
        raise TimeoutError("nothing happened in time")


def readable(sock: socket.socket | None) -> bool:
    """Whether a read would return at once, or has nothing to read from."""
    if sock is None or sock.fileno() < 0:
        return True
    poll = poller(sock)
    if poll is None:
        return bool(select.select([sock], [], [], 0)[0])
    return bool(poll.poll(0))


# Neither has a body, whatever the head declares.
_BODILESS: Final = (b"HEAD ", b"CONNECT ")
_BLANK: Final = b"\r\n\r\n"
_ENDLESS: Final = 1 << 62
# As much as comes at once if there is more.
_MANY: Final = 16 * 1024

# RFC 9112, 4: the answers that have a body.
_STATUS = re.compile(rb"HTTP/1\.[01] (?!204|304)[2-5][0-9][0-9][ \r]").match
_LENGTH = re.compile(
    rb"\ncontent-length:[ \t]*([0-9]{1,18})[ \t]*\r\n(?![ \t])"
).findall


class UnsolicitedData:
    """What came beyond the answers on one connection."""

    __slots__ = ("_answering", "_bodiless", "_left", "_over", "held", "many")

    def __init__(self) -> None:
        self._answering = False
        self._bodiless = False
        # What is left of the answer; None if that isn't known.
        self._left: int | None = None
        self._over = False
        # The byte that wasn't handed out yet.
        self.held: bytes = b""
        # Whether more can be expected to be there already.
        self.many: bool = False

    @property
    def has_unsolicited_data(self) -> bool:
        """Whether more came than belongs to the answers so far."""
        return self._over or bool(self.held)

    def sending(self, data: bytes) -> None:
        """Note what is sent: the first piece after an answer is the head of a request."""
        if self._answering:
            self._answering = False
            self._left = None
        if self._left is None and data.startswith(_BODILESS):
            self._bodiless = True

    def hand_out(self, data: bytes) -> bytes:
        """What of the bytes that came is handed out now.

        Args:
            data: All that came, after the byte that was held.
        """
        if not self._answering:
            self._answering = True
            self._left = None if self._bodiless else answer_size(data)
            self._bodiless = False
        if self._left is not None:
            self._left -= len(data)
            self._over = self._left < 0
            return data
        if len(data) > 1:
            self.many = len(data) >= _MANY
            self.held = data[-1:]
            return data[:-1]
        self.held = b""
        return data


def answer_size(data: bytes) -> int | None:
    """How long an answer is that begins with these bytes, if its head declares it (RFC 9112, 6.3).

    Returns:
        None if it isn't declared or the head isn't whole, a very large number if only the
        connection's end ends it.
    """
    end = data.find(_BLANK)
    if end < 0 or not _STATUS(data):
        return None
    head = data[: end + len(_BLANK)].lower()
    # A line that ends otherwise may end the head for others.
    if b"transfer-encoding" in head or head.count(b"\n") != head.count(b"\r\n"):
        return None
    if b"content-length" not in head:
        return _ENDLESS
    lengths = _LENGTH(head)
    return len(head) + int(lengths[0]) if len(lengths) == 1 else None


class AnyPipe(Protocol):
    """Bytes in both directions, of either kind."""

    @property
    def socket(self) -> socket.socket | None:
        """What carries it."""
        ...

    @property
    def ssl_object(self) -> ssl.SSLObject | ssl.SSLSocket | None:
        """The TLS connection, for its certificates and protocols."""
        ...

    @property
    def pending(self) -> bool:
        """Whether something has come that wasn't read yet and isn't in the socket any more."""
        ...

    def readable(self) -> bool:
        """Whether a read of its socket would return at once, or has nothing to read from."""
        ...


class Closable(Protocol):
    """Something that can be closed."""

    closed: bool


class ConnectionState(UnsolicitedData):
    """The state of a connection of either kind.

    Args:
        pipe: What carries it.
        slots: Hold whether the client is closed.
        layers: How often it is still to be encrypted before requests are sent over it.
    """

    def __init__(self, pipe: AnyPipe, slots: Closable, layers: int) -> None:
        super().__init__()
        self._carrier = pipe
        self._slots = slots
        self._layers = layers
        self._stage = CONNECTING if layers else CONNECTED
        self._process = PROCESS.id

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 -- the library's
        """What is known about it, by the library's names."""
        pipe = self._carrier
        if info == "is_readable":
            return self._over or self.held or pipe.pending or pipe.readable()
        return pipe.ssl_object if info == "ssl_object" else None

    def _end(self) -> bytes:
        if self._slots.closed:
            raise httpcore2.ReadError("the client was closed")
        if self._layers:
            raise httpcore2.ConnectError("the proxy ended the connection")
        return b""

    def _read_failure(self, error: OSError) -> Exception:
        if isinstance(error, TimeoutError | BlockingIOError):
            return self._stage.slow_read(self._stage.slow)
        if self._slots.closed:
            return httpcore2.ReadError("the client was closed")
        return self._stage.lost(error)

    def _write_failure(self, error: OSError) -> Exception:
        if isinstance(error, TimeoutError | BlockingIOError):
            return self._stage.slow_write(self._stage.slow)
        return self._stage.unsent(error)


def connect_failure(error: Exception) -> Exception:
    """How a failure to connect, or to agree on keys, is called."""
    if isinstance(error, TimeoutError):
        return httpcore2.ConnectTimeout("no connection in time")
    return httpcore2.ConnectError(error)
