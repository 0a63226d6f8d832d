"""Streams and downloads that nobody reads to their end give their connections back all the same."""

from __future__ import annotations

import asyncio
import gc
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx2
import pytest
from driver import Driver, Note, method
from fault_server import OK, Connection, FaultServer, Recorded, Step, does, raw, reply
from sdk_runtime.errors import APIConnectionError
from sdk_runtime.response.content import Bytes
from sdk_runtime.response.event_items import EventStream
from sdk_runtime.transport.deadline import Bound
from sdk_runtime.transport.exchange import DRAIN_BYTES
from sdk_runtime.transport.net.backend import NetworkConnection
from sdk_runtime.transport.pool import MAX_CONNECTIONS

Connect = Callable[..., Driver]

FILE = method("GET", responses={"200": Bytes()})
CHAT = method("GET", responses={"200": EventStream(Note, data=True)})
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
EVENT = b"data: " + OK + b"\n\n"
DONE = b"data: [DONE]\n\n"


def chunk(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(data), data)


def events(*pieces: bytes, end: bytes = b"0\r\n\r\n") -> Step:
    """An event stream in chunks."""
    body = b"".join(map(chunk, pieces))
    return raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + body + end, keep=True)


@pytest.fixture(autouse=True)
def without_cycles() -> Iterator[None]:
    """Nothing here may rest on the collector of cycles."""
    gc.disable()
    yield
    gc.enable()


def opened(driver: Driver, kind: str) -> Any:
    return driver.wait(
        driver.stream(CHAT, ()) if kind == "stream" else driver.download(FILE, ())
    )


def begun(driver: Driver, kind: str) -> None:
    """Read the first piece, and leave."""
    if driver.asynchronous:

        async def leave() -> None:
            async for _ in await (
                driver.stream(CHAT, ())
                if kind == "stream"
                else driver.download(FILE, ())
            ):
                break

        driver.wait(leave())
    else:
        for _ in opened(driver, kind):
            break


def untouched(driver: Driver, kind: str) -> None:
    """Open it, and look away."""
    opened(driver, kind)


@pytest.mark.parametrize("leave", [untouched, begun])
@pytest.mark.parametrize("kind", ["stream", "download"])
@pytest.mark.parametrize("supplied", [False, True])
def test_what_is_dropped_is_released_with_a_warning(
    connect: Connect,
    server: FaultServer,
    leave: Callable[[Driver, str], None],
    kind: str,
    supplied: bool,
    request: pytest.FixtureRequest,
) -> None:
    settings: dict[str, Any] = {}
    if supplied:
        few = httpx2.Limits(max_connections=2)
        asynchronous = "async" in request.node.callspec.id
        own = (httpx2.AsyncClient if asynchronous else httpx2.Client)(limits=few)
        settings["http_client"] = own
    driver = connect(timeout=5, max_retries=0, **settings)
    server.default = events(*[EVENT] * 20_000)
    for _ in range(4 if supplied else MAX_CONNECTIONS + 5):
        with pytest.warns(ResourceWarning, match=r"unclosed <.* 200 of GET /notes>"):
            leave(driver, kind)
    server.default = reply()
    assert driver.send() == Note("1", "Ann")
    if supplied:
        closing = settings["http_client"]
        driver.wait(closing.aclose()) if driver.asynchronous else closing.close()


def test_the_server_hears_of_it_at_once(connect: Connect, server: FaultServer) -> None:
    gone = threading.Event()

    def hang(connection: Connection, request: Recorded) -> bool:
        connection.write(HEAD + b"\r\n" + EVENT)
        connection.hang()
        if not connection.stopping.is_set():
            gone.set()
        return False

    server.default = hang
    driver = connect()
    with pytest.warns(ResourceWarning):
        begun(driver, "stream")
    if driver.asynchronous:
        driver.wait(asyncio.sleep(0.1))
    assert gone.wait(5)


def test_one_that_waits_gets_the_connection(
    connect: Connect, server: FaultServer
) -> None:
    """All connections are held by streams; one is dropped while a call waits."""
    server.then(*[events(EVENT, end=b"")] * MAX_CONNECTIONS)
    driver = connect(timeout=10, max_retries=0)
    held = [opened(driver, "stream") for _ in range(MAX_CONNECTIONS)]
    if driver.asynchronous:

        async def both() -> Note:
            waiting = asyncio.create_task(driver.session.send(method("GET")))
            await asyncio.sleep(0.05)
            with pytest.warns(ResourceWarning):
                held.pop()
            note: Note = await waiting
            return note

        assert driver.wait(both()) == Note("1", "Ann")
    else:
        got: list[Note] = []
        thread = threading.Thread(
            target=lambda: got.append(driver.session.send(method("GET")))
        )
        thread.start()
        time.sleep(0.05)
        with pytest.warns(ResourceWarning):
            held.pop()
        thread.join(5)
        assert got == [Note("1", "Ann")]
    for one in held:
        driver.wait(one.aclose()) if driver.asynchronous else one.close()


@pytest.mark.parametrize("end", ["read", "close", "error"])
def test_nothing_is_said_of_what_has_ended(
    connect: Connect, server: FaultServer, end: str
) -> None:
    server.default = events(EVENT, EVENT, end=b"" if end == "error" else b"0\r\n\r\n")
    driver = connect(max_retries=0)
    stream = opened(driver, "stream")
    if end == "read":
        assert len(driver.collect(stream)) == 2
    elif end == "close":
        driver.wait(stream.aclose()) if driver.asynchronous else stream.close()
    else:
        driver.close()
        with pytest.raises(APIConnectionError, match="the client was closed"):
            driver.collect(stream)
    del stream


@pytest.mark.parametrize(
    ("step", "connections"),
    [
        (events(EVENT, DONE), 1),
        (events(EVENT, DONE, b": bye\n\n" * 100), 1),
        (events(EVENT + DONE), 1),
        # More than is worth reading, and an end that doesn't come.
        (events(EVENT, DONE, b": bye\n" * DRAIN_BYTES), 2),
        (events(EVENT, DONE, end=b""), 2),
        (raw(HEAD + b"\r\n" + EVENT + DONE), 2),
    ],
)
def test_after_the_last_item_the_connection_is_used_again(
    connect: Connect, server: FaultServer, step: Step, connections: int
) -> None:
    server.then(step)
    driver = connect()
    began = time.monotonic()
    assert driver.collect(opened(driver, "stream")) == [Note("1", "Ann")]
    assert time.monotonic() - began < 3
    assert driver.send() == Note("1", "Ann")
    assert server.connections == connections


def test_a_rest_that_trickles_is_left(connect: Connect, server: FaultServer) -> None:
    def act(connection: Connection) -> None:
        connection.write(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
        connection.write(chunk(EVENT) + chunk(DONE))
        connection.trickle(chunk(b":\n") * 1000, 0.05)

    server.then(does(act))
    driver = connect()
    began = time.monotonic()
    assert driver.collect(opened(driver, "stream")) == [Note("1", "Ann")]
    assert time.monotonic() - began < 3
    assert driver.send() == Note("1", "Ann")


def test_a_stream_that_is_dropped_elsewhere(server: FaultServer) -> None:
    """In another thread, and after its event loop has ended."""
    server.default = events(*[EVENT] * 20_000)
    driver = Driver(True, base_url=server.url)
    kept = [opened(driver, "stream"), opened(driver, "stream")]
    thread = threading.Thread(target=kept.pop)
    with pytest.warns(ResourceWarning):
        _run(thread)
    driver.wait(asyncio.sleep(0.05))
    driver.finish()
    with pytest.warns(ResourceWarning):
        kept.clear()


def _run(thread: threading.Thread) -> None:
    thread.start()
    thread.join()


def test_an_interruption_while_a_rest_is_read(
    server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C while what is left of a given-up answer is read takes no connection away."""
    draining: list[float] = []
    shorten, read = Bound.shorten, NetworkConnection.read

    def shorten_noted(self: Bound, seconds: float) -> None:
        draining.append(seconds)
        shorten(self, seconds)

    def read_interrupted(
        self: NetworkConnection, *arguments: Any, **keywords: Any
    ) -> bytes:
        if draining:
            draining.clear()
            raise KeyboardInterrupt
        return read(self, *arguments, **keywords)

    monkeypatch.setattr(Bound, "shorten", shorten_noted)
    monkeypatch.setattr(NetworkConnection, "read", read_interrupted)
    server.default = raw(b"HTTP/1.1 503 No\r\nContent-Length: 9\r\n\r\n", keep=True)
    driver = Driver(False, base_url=server.url, timeout=5)
    for _ in range(MAX_CONNECTIONS + 2):
        with pytest.raises(KeyboardInterrupt):
            driver.send()
    server.default = reply()
    assert driver.send() == Note("1", "Ann")
    driver.finish()
