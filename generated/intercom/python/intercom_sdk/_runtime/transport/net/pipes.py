"""Bytes in both directions, plain or encrypted: each wait gets what is left of its end."""

from __future__ import annotations

import socket
import ssl
import time
from contextlib import suppress
from typing import Final, Protocol

from ..deadline import remaining
from .tls import TlsRecords

_CIPHERTEXT: Final = 64 * 1024


class Pipe(Protocol):
    """Bytes in both directions."""

    socket: socket.socket

    @property
    def pending(self) -> bool:
        """Whether something has come that wasn't read yet and isn't in the socket any more."""
        ...

    def receive(self, size: int, wait: float | None) -> bytes:
        """The next piece, or b"" at the end."""
        ...

    def ready(self, size: int) -> bytes | None:
        """The next piece, if there is one already."""
        ...

    def send(self, data: bytes, wait: float | None) -> None:
        """Send all of it."""
        ...

    def hurry(self, end: float | None) -> None:
        """Let no wait go beyond a time of `time.monotonic`."""
        ...


class Plain:
    """A socket.

    Args:
        sock: It is connected.
    """

    __slots__ = ("_end", "socket")

    def __init__(self, sock: socket.socket) -> None:
        self.socket: socket.socket = sock
        self._end: float | None = None

    @property
    def pending(self) -> bool:
        """Whether something has come that wasn't read yet and isn't in the socket any more."""
        return False

    def receive(self, size: int, wait: float | None) -> bytes:
        """The next piece, or b"" at the end."""
        self.socket.settimeout(self._seconds(wait))
        return self.socket.recv(size)

    def ready(self, size: int) -> bytes | None:
        """The next piece, if there is one already."""
        self.socket.settimeout(0)
        try:
            return self.socket.recv(size)
        except BlockingIOError:
            return None

    def send(self, data: bytes, wait: float | None) -> None:
        """Send all of it."""
        rest = memoryview(data)
        while rest:
            self.socket.settimeout(self._seconds(wait))
            rest = rest[self.socket.send(rest) :]

    def hurry(self, end: float | None) -> None:
        """Let no wait go beyond a time of `time.monotonic`."""
        self._end = end

    def _seconds(self, wait: float | None) -> float | None:
        if self._end is None:
            return remaining(wait)
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError("the rest didn't come in time")
        seconds = remaining(wait)
        return left if seconds is None else min(left, seconds)


class Secure(Plain):
    """A socket that OpenSSL reads itself, never more than a record that is asked for.

    Args:
        sock: It is connected, and its handshake is over.
    """

    __slots__ = ("object",)

    def __init__(self, sock: ssl.SSLSocket) -> None:
        super().__init__(sock)
        self.object: ssl.SSLSocket = sock

    @property
    def pending(self) -> bool:
        """Whether something has come that wasn't read yet and isn't in the socket any more."""
        return self.object.pending() > 0

    def ready(self, size: int) -> bytes | None:
        """The next piece, if there is one already; a part of a record would be out of sight."""
        return self.object.recv(size) if self.pending else None


class Encrypted:
    """TLS over another pipe.

    Args:
        pipe: What carries it.
        records: Encrypts and decrypts.
    """

    __slots__ = ("_pipe", "records", "socket")

    def __init__(self, pipe: Pipe, records: TlsRecords) -> None:
        self._pipe = pipe
        self.records: TlsRecords = records
        self.socket: socket.socket = pipe.socket

    @property
    def object(self) -> ssl.SSLObject:
        """What knows of certificates and protocols."""
        return self.records.object

    @property
    def pending(self) -> bool:
        """Whether something has come that wasn't read yet and isn't in the socket any more."""
        return self.records.pending or self._pipe.pending

    def handshake(self, wait: float | None) -> None:
        """Agree on keys, and see the other side's certificate."""
        try:
            while not self.records.handshake():
                self._flush(wait)
                self.records.feed(self._pipe.receive(_CIPHERTEXT, wait))
        finally:
            # What is wrong with the other side is told to it, if it still listens.
            with suppress(OSError):
                self._flush(wait)

    def receive(self, size: int, wait: float | None) -> bytes:
        """The next piece, or b"" at the end."""
        while (data := self.records.read(size)) is None:
            self._flush(wait)
            self.records.feed(self._pipe.receive(_CIPHERTEXT, wait))
        return data

    def ready(self, size: int) -> bytes | None:
        """The next piece, if there is one already."""
        while (data := self.records.read(size)) is None:
            came = self._pipe.ready(_CIPHERTEXT)
            if came is None:
                return None
            self.records.feed(came)
        return data

    def send(self, data: bytes, wait: float | None) -> None:
        """Send all of it."""
        rest = memoryview(data)
        while rest:
            self.records.write(rest[:_CIPHERTEXT])
            self._flush(wait)
            rest = rest[_CIPHERTEXT:]

    def hurry(self, end: float | None) -> None:
        """Let no wait go beyond a time of `time.monotonic`."""
        self._pipe.hurry(end)

    def _flush(self, wait: float | None) -> None:
        if data := self.records.take():
            self._pipe.send(data, wait)


def encrypted(
    pipe: Pipe, context: ssl.SSLContext, server_hostname: str | None, wait: float | None
) -> Secure | Encrypted:
    """TLS over a pipe, after the handshake.

    Raises:
        OSError: It failed, or took too long.
    """
    if type(pipe) is Plain:
        pipe.socket.settimeout(remaining(wait))
        # One that was reset already is told here, where it can still be closed.
        pipe.socket.getpeername()
        sock = context.wrap_socket(
            pipe.socket, do_handshake_on_connect=False, server_hostname=server_hostname
        )
        try:
            sock.do_handshake()
        except BaseException:
            sock.close()
            raise
        return Secure(sock)
    # OpenSSL can't read through another TLS connection by itself.
    over = Encrypted(pipe, TlsRecords(context, server_hostname))
    over.handshake(wait)
    return over
