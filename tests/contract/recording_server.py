"""A loopback server that writes down every request and answers from a function."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit


class Recorded(NamedTuple):
    """One request as it arrived; `path` is as sent, still encoded."""

    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body's JSON value, None for no body."""
        return json.loads(self.body) if self.body else None


class Answer(NamedTuple):
    """What to answer: a JSON value (None sends no body) or bytes, a status and headers."""

    value: Any = None
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


class RecordingServer(NamedTuple):
    """Where the server listens and what it was asked."""

    url: str
    requests: list[Recorded]


@contextmanager
def recording(answer: Callable[[Recorded], Answer]) -> Iterator[RecordingServer]:
    """Serve on a free loopback port while the block runs."""
    requests: list[Recorded] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Headers and body leave in two writes; without this a client waits for a delayed ACK.
        disable_nagle_algorithm = True

        def handle_any(self) -> None:
            target = urlsplit(self.path)
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            query = tuple(parse_qsl(target.query, keep_blank_values=True))
            request = Recorded(self.command, target.path, query, headers, body)
            requests.append(request)
            reply = answer(request)
            value = reply.value
            is_json = value is not None and not isinstance(value, bytes)
            payload = json.dumps(value).encode() if is_json else value or b""
            self.send_response(reply.status)
            for name, value in reply.headers:
                self.send_header(name, value)
            if is_json:
                self.send_header("Content-Type", "application/json")
            if reply.status != 204:
                self.send_header("Content-Length", str(len(payload)))
            self.end_headers()
            self.wfile.write(payload)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: the test's own output is enough."""

    for method in ("GET", "POST", "PUT", "PATCH", "DELETE"):
        setattr(Handler, f"do_{method}", Handler.handle_any)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.01}
    )
    thread.start()
    try:
        yield RecordingServer(f"http://127.0.0.1:{server.server_port}", requests)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
