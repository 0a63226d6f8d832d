"""The network of our own synchronous connections.

Four things are done here that the library's own streams leave open: each wait gets what is left of
the deadline; a host is reached by whichever of its addresses answers; a connection on which more
came than the answers that were asked for says so; and a forked process leaves its parent's alone.
"""

from __future__ import annotations

import codecs
import os
import socket
import ssl
import time
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

import httpcore2

from ..pool import Slots, refuse
from . import connection
from .connect import connect
from .connection import Surplus
from .pipes import Encrypted, Pipe, Plain, Secure, encrypted

# A look-up would import it, which a fork might interrupt.
codecs.lookup("idna")


class Network(httpcore2.NetworkBackend):
    """Opens connections.

    Args:
        slots: Tells whether the client is closed.
        layers: How often a connection is encrypted before requests are sent over it.
    """

    def __init__(self, slots: Slots, layers: int) -> None:
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
            sock = connect(host, port, timeout, local_address, socket_options or ())
        except TimeoutError as error:
            raise httpcore2.ConnectTimeout("no connection in time") from error
        except (OSError, UnicodeError) as error:
            raise httpcore2.ConnectError(error) from error
        return Stream(Plain(sock), self._slots, self._layers)


class Stream(httpcore2.NetworkStream):
    """A connection that knows whether more came than was asked for.

    Args:
        pipe: What carries it.
        slots: Tells whether the client is closed.
        layers: How often it is still to be encrypted before requests are sent over it.
    """

    def __init__(self, pipe: Pipe, slots: Slots, layers: int) -> None:
        self._pipe = pipe
        self._slots = slots
        self._layers = layers
        self._stage = connection.CONNECTING if layers else connection.CONNECTED
        self._surplus = Surplus()
        self._process = os.getpid()

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next piece, or b"" at the end."""
        surplus = self._surplus
        held = surplus.held
        try:
            if not held:
                data = self._pipe.receive(max_bytes, timeout)
            elif surplus.many:
                data = held + (self._pipe.ready(max_bytes) or b"")
            else:
                data = held
        except (TimeoutError, BlockingIOError) as error:
            raise self._stage.slow_read(self._stage.slow) from error
        except OSError as error:
            raise self._lost(error) from error
        return surplus.hand_out(data) if data else self._ended()

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of it."""
        if self._slots.closed:
            refuse()
        self._surplus.sending(buffer)
        try:
            self._pipe.send(buffer, timeout)
        except (TimeoutError, BlockingIOError) as error:
            raise self._stage.slow_write(self._stage.slow) from error
        except OSError as error:
            raise self._stage.unsent(error) from error

    def close(self) -> None:
        """Close it; in a forked process, only its own copy."""
        if self._process == os.getpid():
            # Closing alone would leave a thread waiting that reads from it.
            with suppress(OSError):
                self._pipe.socket.shutdown(socket.SHUT_RDWR)
        self._pipe.socket.close()

    def hurry(self, seconds: float | None) -> None:
        """Let nothing be waited for after so many seconds; None ends the hurry."""
        self._pipe.hurry(None if seconds is None else time.monotonic() + seconds)

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        """Encrypt it from now on."""
        if self._surplus.exists or self._pipe.pending:
            self.close()
            raise httpcore2.ConnectError("more came than the proxy's answer")
        try:
            pipe = encrypted(self._pipe, ssl_context, server_hostname, timeout)
        except TimeoutError as error:
            self.close()
            raise httpcore2.ConnectTimeout("no connection in time") from error
        except (OSError, ValueError) as error:
            self.close()
            raise httpcore2.ConnectError(error) from error
        except BaseException:
            self.close()
            raise
        return Stream(pipe, self._slots, max(0, self._layers - 1))

    def get_extra_info(
        self, info: str
    ) -> Any:  # noqa: ANN401 -- the library's signature
        """What is known about it, by the library's names."""
        pipe = self._pipe
        match info:
            case "is_readable":
                return (
                    self._surplus.exists
                    or pipe.pending
                    or connection.readable(pipe.socket)
                )
            case "ssl_object":
                return pipe.object if isinstance(pipe, Secure | Encrypted) else None
            case "socket":
                return pipe.socket
            case "client_addr":
                return pipe.socket.getsockname()
            case "server_addr":
                return pipe.socket.getpeername()
            case _:
                return None

    def _ended(self) -> bytes:
        if self._slots.closed:
            raise httpcore2.ReadError("the client was closed")
        if self._layers:
            raise httpcore2.ConnectError("the proxy ended the connection")
        return b""

    def _lost(self, error: OSError) -> Exception:
        if self._slots.closed:
            return httpcore2.ReadError("the client was closed")
        return self._stage.lost(error)
