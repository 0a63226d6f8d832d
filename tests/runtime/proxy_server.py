"""A proxy on the loopback interface: forwards what it is asked for, or opens tunnels."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from types import TracebackType


class Proxy:
    """A proxy that sends everything to one server; it runs while it is entered.

    Args:
        port: The server's.
        context: Makes it speak TLS to its clients.
        answer: What it says to CONNECT.
    """

    def __init__(
        self,
        port: int,
        context: ssl.SSLContext | None = None,
        answer: bytes = b"HTTP/1.1 200 OK\r\n\r\n",
    ) -> None:
        self._port = port
        self._context = context
        self._answer = answer
        self.connections = 0
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self._open: list[socket.socket] = []

    @property
    def url(self) -> str:
        scheme = "http" if self._context is None else "https"
        return f"{scheme}://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Proxy:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for sock in self._open:
            _end(sock)

    def _accept(self) -> None:
        while True:
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._serve, args=(sock,), daemon=True).start()

    def _serve(self, sock: socket.socket) -> None:
        with contextlib.suppress(OSError):
            if self._context is not None:
                sock = self._context.wrap_socket(sock, server_side=True)
            self._open.append(sock)
            head = sock.recv(65536)
            server = socket.create_connection(("127.0.0.1", self._port))
            self._open.append(server)
            if head.startswith(b"CONNECT "):
                sock.sendall(self._answer)
            else:
                server.sendall(head)
            threading.Thread(target=_pump, args=(sock, server), daemon=True).start()
            _pump(server, sock)


def _pump(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    _end(source)
    _end(target)


def _end(sock: socket.socket) -> None:
    with contextlib.suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)
    sock.close()
