"""A server on the loopback interface that answers as a test says, down to single bytes.

A test gives it steps; each request takes the next one, and once they are used up `default`. A step
writes to the connection as it likes, and returns whether the connection may serve another request.
"""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from types import TracebackType
from typing import NamedTuple, TypeAlias

OK = b'{"id":"1","name":"Ann"}'


class Recorded(NamedTuple):
    """A request as it came."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes
    connection: int

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]

    @property
    def query(self) -> str:
        return self.target.partition("?")[2]


class Connection:
    """What a step writes to."""

    def __init__(self, sock: socket.socket, stopping: threading.Event) -> None:
        self.sock = sock
        self.stopping = stopping

    def write(self, data: bytes) -> None:
        self.sock.sendall(data)

    def trickle(self, data: bytes, pause: float = 0.01) -> None:
        """A byte at a time, until all is written, the other side is gone or the test is over."""
        for byte in data:
            if self.stopping.wait(pause):
                return
            self.write(bytes([byte]))

    def hang(self) -> None:
        """Nothing, until the other side is gone or the test is over."""
        self.sock.settimeout(0.02)
        while not self.stopping.is_set():
            with contextlib.suppress(TimeoutError):
                if not self.sock.recv(1024):
                    return

    def reset(self) -> None:
        """Close so that the other side gets an error instead of an end."""
        self.sock.setsockopt(
            socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00"
        )
        self.sock.close()


Step: TypeAlias = Callable[[Connection, Recorded], bool]


def reply(
    status: int = 200,
    body: bytes | str = OK,
    headers: Mapping[str, str] | None = None,
    content_type: str = "application/json",
) -> Step:
    """A well-formed answer."""
    content = body.encode() if isinstance(body, str) else body
    given = {"Content-Type": content_type, **({} if headers is None else headers)}

    def step(connection: Connection, request: Recorded) -> bool:
        lines = [f"HTTP/1.1 {status} Status", *(f"{k}: {v}" for k, v in given.items())]
        if not {"content-length", "transfer-encoding"} & {key.lower() for key in given}:
            lines.append(f"Content-Length: {len(content)}")
        head = "\r\n".join(lines).encode() + b"\r\n\r\n"
        connection.write(head + (b"" if request.method == "HEAD" else content))
        return True

    return step


def raw(data: bytes, *, keep: bool = False) -> Step:
    """These bytes, and the connection's end unless it is kept."""

    def step(connection: Connection, request: Recorded) -> bool:
        connection.write(data)
        return keep

    return step


def does(action: Callable[[Connection], object]) -> Step:
    """Something done to the connection, which then ends."""

    def step(connection: Connection, request: Recorded) -> bool:
        action(connection)
        return False

    return step


def echo(connection: Connection, request: Recorded) -> bool:
    """An answer that says what the request was."""
    said = {
        "method": request.method,
        "target": request.target,
        "headers": dict(request.headers),
        "body": request.body.decode("latin-1"),
    }
    return reply(200, json.dumps(said))(connection, request)


class FaultServer:
    """The server; it runs while it is entered.

    Args:
        context: Makes it speak TLS.
    """

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        self._context = context
        self.requests: list[Recorded] = []
        self.connections = 0
        self.default: Step = reply()
        # What is done before TLS and before a request is read; False ends the connection.
        self.greeting: Callable[[Connection], bool] | None = None
        self._steps: deque[Step] = deque()
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self._threads: list[threading.Thread] = []

    @property
    def port(self) -> int:
        return int(self._listener.getsockname()[1])

    @property
    def url(self) -> str:
        scheme = "http" if self._context is None else "https"
        return f"{scheme}://127.0.0.1:{self.port}"

    @property
    def open_connections(self) -> int:
        """How many connections are open, as far as the server knows."""
        with self._lock:
            return sum(one.fileno() >= 0 for one in self._open)

    def then(self, *steps: Step) -> None:
        """What the next requests get, in this order."""
        self._steps.extend(steps)

    def __enter__(self) -> FaultServer:
        self._start(self._accept)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stopping.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._lock:
            still_open = list(self._open)
        for sock in still_open:
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(timeout=2)

    def _start(self, target: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=target, args=arguments, daemon=True)
        self._threads = [*filter(threading.Thread.is_alive, self._threads), thread]
        thread.start()

    def _accept(self) -> None:
        while not self._stopping.is_set():
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            with self._lock:
                self._open.add(sock)
                self.connections += 1
            self._start(self._serve, sock, self.connections)

    def _serve(self, sock: socket.socket, number: int) -> None:
        with contextlib.suppress(OSError):
            if self.greeting is None or self.greeting(Connection(sock, self._stopping)):
                sock = self._encrypted(sock)
                self._answer(sock, number)
        sock.close()
        with self._lock:
            self._open = {one for one in self._open if one.fileno() >= 0}

    def _encrypted(self, sock: socket.socket) -> socket.socket:
        if self._context is None:
            return sock
        encrypted = self._context.wrap_socket(
            sock, server_side=True, do_handshake_on_connect=False
        )
        with self._lock:
            self._open.add(encrypted)
        try:
            encrypted.do_handshake()
        except BaseException:
            encrypted.close()
            raise
        return encrypted

    def _answer(self, sock: socket.socket, number: int) -> None:
        connection = Connection(sock, self._stopping)
        for request in _requests(sock, number):
            with self._lock:
                self.requests.append(request)
                step = self._steps.popleft() if self._steps else self.default
            if not step(connection, request):
                break


def _requests(sock: socket.socket, number: int) -> Iterator[Recorded]:
    buffer = b""
    while True:
        while b"\r\n\r\n" not in buffer:
            more = sock.recv(65536)
            if not more:
                return
            buffer += more
        head, _, buffer = buffer.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ")
        headers: dict[str, str] = {}
        for name, _, value in (line.partition(":") for line in lines):
            # One that came twice is shown as that.
            before = headers.get(name.lower())
            headers[name.lower()] = ", ".join(filter(None, [before, value.strip()]))
        body, buffer = _body(sock, headers, buffer)
        yield Recorded(method, target, headers, body, number)


def _body(
    sock: socket.socket, headers: Mapping[str, str], buffer: bytes
) -> tuple[bytes, bytes]:
    if headers.get("transfer-encoding") == "chunked":
        return _chunks(sock, buffer)
    length = int(headers.get("content-length", "0"))
    while len(buffer) < length:
        buffer += _more(sock)
    return buffer[:length], buffer[length:]


def _chunks(sock: socket.socket, buffer: bytes) -> tuple[bytes, bytes]:
    body = b""
    while True:
        while b"\r\n" not in buffer:
            buffer += _more(sock)
        size, _, buffer = buffer.partition(b"\r\n")
        length = int(size, 16)
        while len(buffer) < length + 2:
            buffer += _more(sock)
        if length == 0:
            return body, buffer[2:]
        body, buffer = body + buffer[:length], buffer[length + 2 :]


def _more(sock: socket.socket) -> bytes:
    data = sock.recv(65536)
    if not data:
        raise ConnectionError("the client went away")
    return data
