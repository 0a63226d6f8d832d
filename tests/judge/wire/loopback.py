"""A server on this machine that keeps what it is sent, as it came, and sends what it is given."""

from __future__ import annotations

import socket
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress

import h11
import msgspec

_LARGEST_HEAD = 2**20
_PIECE = 2**16


class Received(msgspec.Struct, frozen=True):
    """A request as it was on the wire."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        """The value of a header, of several ones joined by commas; "" where there is none."""
        found = [value for key, value in self.headers if key == name.lower()]
        return ", ".join(found)


class Served(msgspec.Struct, frozen=True):
    """An answer with a body."""

    status: int
    content_type: str
    body: bytes


class Loopback:
    """The server, which runs in a thread of its own until it is closed."""

    def __init__(self) -> None:
        self._kept: list[Received] = []
        self._answers: deque[Served] = deque()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def take(self) -> list[Received]:
        """What has come since the last time."""
        kept, self._kept = self._kept, []
        return kept

    def then(self, answers: Iterable[Served]) -> None:
        """Answer the next requests so; those after them, with nothing."""
        self._answers = deque(answers)

    def close(self) -> None:
        """Take no connections any more."""
        # It wakes the thread that waits for one, which closing alone doesn't.
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            # A client opens another one when it has given up on the one before.
            threading.Thread(
                target=self._converse, args=(connection,), daemon=True
            ).start()

    def _converse(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            state = h11.Connection(h11.SERVER, max_incomplete_event_size=_LARGEST_HEAD)
            while (received := _received(connection, state)) is not None:
                self._kept.append(received)
                connection.sendall(b"".join(self._answer(state)))
                if state.our_state is not h11.DONE:
                    return
                state.start_next_cycle()

    def _answer(self, state: h11.Connection) -> Iterator[bytes]:
        events: list[h11.Event] = [h11.Response(status_code=204, headers=[])]
        if self._answers:
            served = self._answers.popleft()
            headers = {
                "content-type": served.content_type,
                "content-length": str(len(served.body)),
            }
            head = h11.Response(status_code=served.status, headers=[*headers.items()])
            events = [head, h11.Data(data=served.body)]
        for event in (*events, h11.EndOfMessage()):
            yield state.send(event) or b""


def _received(connection: socket.socket, state: h11.Connection) -> Received | None:
    """The next request, whole; None when none comes."""
    head: h11.Request | None = None
    body = b""
    while True:
        try:
            event = state.next_event()
        except h11.RemoteProtocolError as error:
            raise ConnectionAbortedError from error
        match event:
            case h11.Request():
                head = event
            case h11.Data():
                body += event.data
            case h11.EndOfMessage() if head is not None:
                return _whole(head, body)
            case h11.ConnectionClosed():
                return None
            case _:
                state.receive_data(connection.recv(_PIECE))


def _whole(head: h11.Request, body: bytes) -> Received:
    return Received(
        method=head.method.decode("ascii"),
        target=head.target.decode("latin-1"),
        headers=tuple(
            (name.decode("latin-1"), _text(value)) for name, value in head.headers
        ),
        body=body,
    )


def _text(value: bytes) -> str:
    """A header's value: UTF-8 where it is, as what HTTP itself knows is ASCII."""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")
