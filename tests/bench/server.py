"""A loopback server in a process of its own, so that its CPU time isn't the client's."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection

from bench.payload import CURSOR, ENDLESS, NO_NOTES, NOTE, NOTES


def respond(body: bytes) -> bytes:
    """A whole HTTP response with this JSON body."""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
    return f"{head}\r\n\r\n".encode() + body


ONE, FIFTY, NONE = respond(NOTE), respond(NOTES), respond(NO_NOTES)


class Server(asyncio.Protocol):
    """Answers GET requests: a note, a list of 50, the empty page after it, or a page of many."""

    pages = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        self.pending = b""

    def data_received(self, data: bytes) -> None:
        assert isinstance(self.transport, asyncio.WriteTransport)
        self.pending += data
        while b"\r\n\r\n" in self.pending:
            request, self.pending = self.pending.split(b"\r\n\r\n", 1)
            line = request.split(b"\r\n", 1)[0]
            if b"/contacts/endless/" in line:
                Server.pages += 1
                cursor = b"cursor-%024d" % Server.pages
                self.transport.write(respond(ENDLESS.replace(CURSOR, cursor)))
                continue
            is_list = b"/contacts/" in line
            self.transport.write(
                NONE if b"page=2" in line else FIFTY if is_list else ONE
            )


def serve(report: Connection) -> None:
    """Run the server and send its port through `report`."""

    async def main() -> None:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(Server, "127.0.0.1", 0)
        report.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(main())


@contextmanager
def serving() -> Iterator[str]:
    """Run the server while the block runs; gives its base URL."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(theirs,), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{ours.recv()}"
    finally:
        process.terminate()
        process.join()
