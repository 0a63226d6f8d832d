"""Bytes over sockets, plain or encrypted, and TLS over other pipes."""

from __future__ import annotations

import socket
import ssl
from contextlib import suppress
from typing import Final, TypeAlias

from ..deadline import remaining
from .tls import TlsPipe, TlsRecords

_CIPHERTEXT: Final = 64 * 1024


class SocketPipe:
    """Bytes over a connected socket.

    Args:
        sock: The socket.
        ssl_object: The same, if it is encrypted.
    """

    __slots__ = ("socket", "ssl_object")

    def __init__(
        self, sock: socket.socket, ssl_object: ssl.SSLSocket | None = None
    ) -> None:
        self.socket: socket.socket = sock
        self.ssl_object: ssl.SSLSocket | None = ssl_object

    def receive(self, size: int, wait: float | None) -> bytes:
        """The next piece, or b"" at the end."""
        self.socket.settimeout(remaining(wait))
        return self.socket.recv(size)

    def send(self, data: bytes, wait: float | None) -> None:
        """Send all of it."""
        rest = memoryview(data)
        while rest:
            self.socket.settimeout(remaining(wait))
            rest = rest[self.socket.send(rest) :]


class Plain(SocketPipe):
    """A socket without TLS."""

    __slots__ = ()
    pending: bool = False

    def ready(self, size: int) -> bytes | None:
        """The next piece, if there is one already."""
        self.socket.settimeout(0)
        try:
            return self.socket.recv(size)
        except BlockingIOError:
            return None


class Secure(SocketPipe):
    """A socket that OpenSSL reads itself, never more than the record that is read.

    Args:
        sock: It is connected, and its handshake is over.
    """

    __slots__ = ("_secure",)

    def __init__(self, sock: ssl.SSLSocket) -> None:
        super().__init__(sock, sock)
        self._secure = sock

    @property
    def pending(self) -> bool:
        """Whether something has come that wasn't read yet and isn't in the socket any more."""
        return self._secure.pending() > 0

    def ready(self, size: int) -> bytes | None:
        """The next piece, if there is one already; a part of a record would be out of sight."""
        return self._secure.recv(size) if self.pending else None


class Encrypted(TlsPipe["Pipe"]):
    """TLS over another pipe."""

    @property
    def socket(self) -> socket.socket:
        """What carries it."""
        return self._pipe.socket

    def handshake(self, wait: float | None) -> None:
        """Agree on keys, and see the other side's certificate."""
        try:
            while not self._records.handshake():
                self._flush(wait)
                self._records.feed(self._pipe.receive(_CIPHERTEXT, wait))
        finally:
            # The alert about what is wrong with the other side is sent to it.
            with suppress(OSError):
                self._flush(wait)

    def receive(self, size: int, wait: float | None) -> bytes:
        """The next piece, or b"" at the end."""
        while (data := self._records.read(size)) is None:
            self._flush(wait)
            self._records.feed(self._pipe.receive(_CIPHERTEXT, wait))
        return data

    def send(self, data: bytes, wait: float | None) -> None:
        """Send all of it."""
        rest = memoryview(data)
        while rest:
            self._records.write(rest[:_CIPHERTEXT])
            self._flush(wait)
            rest = rest[_CIPHERTEXT:]

    def _flush(self, wait: float | None) -> None:
        if data := self._records.take():
            self._pipe.send(data, wait)


Pipe: TypeAlias = Plain | Secure | Encrypted


def encrypted(
    pipe: Pipe, context: ssl.SSLContext, server_hostname: str | None, wait: float | None
) -> Secure | Encrypted:
    """TLS over a pipe, after the handshake.

    Raises:
        OSError: It failed, or took too long.
    """
    if type(pipe) is Plain:
        pipe.socket.settimeout(remaining(wait))
        # One that was reset already raises here, where it can still be closed.
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
