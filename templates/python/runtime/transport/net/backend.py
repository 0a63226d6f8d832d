"""The network of our own synchronous connections.

The library's own streams leave four things open: each wait gets what is left of the deadline; a
host is reached by whichever address answers; a connection reports what came beyond its answers; and
a forked process leaves its parent's alone.
"""

from __future__ import annotations

import codecs
import socket
import ssl
from collections.abc import Iterable
from contextlib import suppress
from typing import Final, TypeAlias

import httpcore2

from ...errors import without_locals
from ...process import PROCESS
from ..deadline import remaining
from ..slots import raise_closed
from .connect import connect
from .connection import (
    Closable,
    ConnectionState,
    connect_failure,
    poller,
    readable,
    wait_for,
)
from .tls import TlsPipe, TlsRecords

# A look-up would import it, which a fork might interrupt.
codecs.lookup("idna")
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

    def readable(self) -> bool:
        """Whether a read would return at once, or has nothing to read from."""
        return readable(self.socket)


class Plain(SocketPipe):
    """A socket without TLS, which is waited for beside it: changing its timeout is slow."""

    __slots__ = ("_poller",)
    pending: bool = False

    def __init__(self, sock: socket.socket) -> None:
        super().__init__(sock)
        self._poller = poller(sock)
        if self._poller is not None:
            sock.settimeout(0)

    def receive(self, size: int, wait: float | None) -> bytes:
        """The next piece, or b"" at the end."""
        while self._poller is not None:
            wait_for(self._poller, wait)
            with suppress(BlockingIOError):
                return self.socket.recv(size)
        return super().receive(size, wait)

    def send(self, data: bytes, wait: float | None) -> None:
        """Send all of it."""
        if self._poller is None:
            super().send(data, wait)
            return
        remaining(wait)
        rest = memoryview(data)
        while rest:
            try:
                rest = rest[self.socket.send(rest) :]
            except BlockingIOError:
                wait_for(poller(self.socket, writing=True), wait)

    def readable(self) -> bool:
        """Whether a read would return at once, or has nothing to read from."""
        if self._poller is None or self.socket.fileno() < 0:
            return super().readable()
        return bool(self._poller.poll(0))

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
        # A client's, no handshake yet, and cutting it ends no body (RFC 9112, 9.8).
        sock = context.wrap_socket(pipe.socket, False, False, False, server_hostname)
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


class Network(httpcore2.NetworkBackend):
    """Opens connections.

    Args:
        slots: Hold whether the client is closed.
        layers: How often a connection is encrypted before requests are sent over it.
    """

    def __init__(self, slots: Closable, layers: int) -> None:
        self._slots = slots
        self._layers = layers

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the first address that answers."""
        try:
            sock = connect(host, port, timeout)
        except (OSError, UnicodeError) as error:
            raise connect_failure(error) from without_locals(error)
        return NetworkConnection(Plain(sock), self._slots, self._layers)


class NetworkConnection(ConnectionState, httpcore2.NetworkStream):
    """A connection that notices data beyond the answers to its requests.

    Args:
        pipe: What carries it.
        slots: Hold whether the client is closed.
        layers: How often it is still to be encrypted before requests are sent over it.
    """

    def __init__(self, pipe: Pipe, slots: Closable, layers: int) -> None:
        super().__init__(pipe, slots, layers)
        self._pipe = pipe

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next piece, or b"" at the end."""
        data = self.held
        try:
            if not data:
                data = self._pipe.receive(max_bytes, timeout)
            elif self.many:
                data += self._pipe.ready(max_bytes) or b""
        except OSError as error:
            raise self._read_failure(error) from without_locals(error)
        return self.hand_out(data) if data else self._end()

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of it."""
        if self._slots.closed:
            raise_closed()
        if buffer:
            self.sending(buffer)
            try:
                self._pipe.send(buffer, timeout)
            except OSError as error:
                raise self._write_failure(error) from without_locals(error)

    def close(self) -> None:
        """Close it; in a forked process, only its own copy."""
        if self._process == PROCESS.id:
            # Closing alone would leave a thread waiting that reads from it.
            with suppress(OSError):
                self._pipe.socket.shutdown(socket.SHUT_RDWR)
        self._pipe.socket.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        """Encrypt it from now on."""
        if self.has_unsolicited_data or self._pipe.pending:
            self.close()
            raise httpcore2.ConnectError("more came than the proxy's answer")
        try:
            pipe = encrypted(self._pipe, ssl_context, server_hostname, timeout)
        except BaseException as error:
            self.close()
            if isinstance(error, OSError | ValueError):
                raise connect_failure(error) from without_locals(error)
            raise
        return NetworkConnection(pipe, self._slots, max(0, self._layers - 1))
