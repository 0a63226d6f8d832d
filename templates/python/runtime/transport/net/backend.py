"""The network of our own synchronous connections.

Four things are done here that the library's own streams leave open: each wait gets what is left of
the deadline; a host is reached by whichever of its addresses answers; a connection on which more
came than the answers to its requests reports that; and a forked process leaves its parent's alone.
"""

from __future__ import annotations

import codecs
import os
import socket
import ssl
from collections.abc import Iterable
from contextlib import suppress

import httpcore2

from ..pool import raise_closed
from .connect import connect
from .connection import Closable, ConnectionState, connect_failure
from .pipes import Pipe, Plain, encrypted

# A look-up would import it, which a fork might interrupt.
codecs.lookup("idna")


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
            raise connect_failure(error) from error
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
            raise self._read_failure(error) from error
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
                raise self._write_failure(error) from error

    def close(self) -> None:
        """Close it; in a forked process, only its own copy."""
        if self._process == os.getpid():
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
                raise connect_failure(error) from error
            raise
        return NetworkConnection(pipe, self._slots, max(0, self._layers - 1))
