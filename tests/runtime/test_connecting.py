"""A host with several addresses is reached by whichever answers (RFC 8305)."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from driver import Driver, Note, method
from fault_server import FaultServer
from proxy_server import Proxy
from sdk_runtime.errors import APIConnectionError, APITimeoutError
from sdk_runtime.request.body import BytesBody
from sdk_runtime.transport.net.connect import Address, ordered

Connect = Callable[..., Driver]

POST = method("POST", body=BytesBody())
V4, V6 = int(socket.AF_INET), int(socket.AF_INET6)


class Swallows:
    """An address on which nobody answers: its backlog is full."""

    def __init__(self, host: str, port: int) -> None:
        self._stack = ExitStack()
        listener = socket.socket()
        self._stack.enter_context(listener)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(0)
        for _ in range(3):
            one = socket.socket()
            self._stack.enter_context(one)
            one.setblocking(False)
            one.connect_ex((host, port))

    def close(self) -> None:
        self._stack.close()


@pytest.fixture
def port(server: FaultServer) -> Iterator[int]:
    """The server's port, on which 127.0.0.2 and 127.0.0.3 swallow connections."""
    held = [Swallows(f"127.0.0.{number}", server.port) for number in (2, 3)]
    yield server.port
    for one in held:
        one.close()


def resolve(
    monkeypatch: pytest.MonkeyPatch, *hosts: str, pause: float = 0.0
) -> list[str]:
    """Let every name have these addresses; returns what is asked for."""
    asked: list[str] = []
    real = socket.getaddrinfo

    def found(host: Any, port: Any, *rest: Any, **keywords: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name != "notes.example":
            return real(host, port, *rest, **keywords)
        asked.append(name)
        time.sleep(pause)
        kind = socket.SOCK_STREAM
        return [
            (
                (V6, kind, 6, "", (one, port, 0, 0))
                if ":" in one
                else (V4, kind, 6, "", (one, port))
            )
            for one in hosts
        ]

    monkeypatch.setattr(socket, "getaddrinfo", found)
    return asked


def client(connect: Connect, port: int, **settings: Any) -> Driver:
    url = f"http://notes.example:{port}"
    return connect(base_url=url, allow_http=True, max_retries=0, **settings)


@pytest.mark.parametrize(
    ("hosts", "least", "most"),
    [
        (["127.0.0.1"], 0.0, 0.2),
        (["127.0.0.2", "127.0.0.1"], 0.2, 0.9),
        (["127.0.0.2", "127.0.0.3", "127.0.0.1"], 0.45, 1.4),
        # One that refuses gives its turn to the next at once.
        (["127.0.0.9", "127.0.0.1"], 0.0, 0.2),
        (["127.0.0.9", "127.0.0.2", "127.0.0.1"], 0.2, 0.9),
        (["127.0.0.1", "127.0.0.2"], 0.0, 0.2),
        (["::1", "127.0.0.1"], 0.0, 0.2),
    ],
)
def test_the_first_that_connects_is_taken(
    connect: Connect,
    port: int,
    monkeypatch: pytest.MonkeyPatch,
    hosts: list[str],
    least: float,
    most: float,
) -> None:
    resolve(monkeypatch, *hosts)
    driver = client(connect, port, timeout=20)
    if driver.asynchronous:
        driver.wait(asyncio.sleep(0))
    began = time.monotonic()
    assert driver.send(POST, body=b"x") == Note("1", "Ann")
    took = time.monotonic() - began
    assert least <= took < most + 1


@pytest.mark.parametrize("options", [{"timeout": 0.4}, {"deadline": 0.4}])
def test_none_answers(
    connect: Connect,
    server: FaultServer,
    port: int,
    monkeypatch: pytest.MonkeyPatch,
    options: dict[str, float],
) -> None:
    resolve(monkeypatch, "127.0.0.2", "127.0.0.3")
    driver = client(connect, port)
    began = time.monotonic()
    with pytest.raises(APITimeoutError, match="no connection in time"):
        driver.send(POST, body=b"x", **options)
    assert 0.3 < time.monotonic() - began < 3


def test_a_request_that_never_left_is_tried_again(
    connect: Connect, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolve(monkeypatch, "127.0.0.2")
    driver = connect(
        base_url=f"http://notes.example:{port}", allow_http=True, random=lambda: 0.0
    )
    with pytest.raises(APITimeoutError, match="no connection in time") as caught:
        driver.send(POST, body=b"x", timeout=0.1, max_retries=2)
    assert caught.value.attempts == 3


def test_all_refuse(
    connect: Connect, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolve(monkeypatch, "127.0.0.8", "127.0.0.9")
    with pytest.raises(APIConnectionError, match=r"refused|Connect call failed"):
        client(connect, port).send()
    resolve(monkeypatch)
    with pytest.raises(APIConnectionError, match="no address"):
        client(connect, port).send()


@pytest.mark.parametrize("asynchronous", [False, True])
@pytest.mark.parametrize("options", [{"timeout": 0.2}, {"deadline": 0.2}])
def test_the_look_up_ends_in_time(
    asynchronous: bool,
    server: FaultServer,
    monkeypatch: pytest.MonkeyPatch,
    options: dict[str, float],
) -> None:
    asked = resolve(monkeypatch, "127.0.0.1", pause=4.0)
    url = f"http://notes.example:{server.port}"
    driver = Driver(asynchronous, base_url=url, allow_http=True, max_retries=0)
    began = time.monotonic()
    with pytest.raises(APITimeoutError, match="no connection in time"):
        driver.send(POST, body=b"x", **options)
    # The end of the event loop doesn't wait for it either.
    driver.finish()
    assert time.monotonic() - began < 3
    assert asked == ["notes.example"]
    assert server.requests == []


def test_losers_are_closed(
    connect: Connect, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of the attempts that came too late is left behind."""
    opened: list[socket.socket] = []
    real = socket.socket

    class Counted(real):  # type: ignore[misc, valid-type]  # a class held in a variable
        def __init__(self, *arguments: Any, **keywords: Any) -> None:
            super().__init__(*arguments, **keywords)
            opened.append(self)

    resolve(monkeypatch, "127.0.0.2", "127.0.0.9", "127.0.0.3", "127.0.0.1")
    driver = client(connect, port)
    monkeypatch.setattr(socket, "socket", Counted)
    assert driver.send() == Note("1", "Ann")
    monkeypatch.undo()
    if driver.asynchronous:
        driver.wait(asyncio.sleep(0.05))
    assert len(opened) >= 4
    assert [one.getpeername() for one in opened if _is_ours(one, port)] == [
        ("127.0.0.1", port)
    ]


def _is_ours(sock: socket.socket, port: int) -> bool:
    """Whether it is open, and not the server's end of a connection."""
    return sock.fileno() >= 0 and sock.family == V4 and sock.getsockname()[1] != port


def test_many_threads_look_up_at_once(
    server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolve(monkeypatch, "127.0.0.9", "127.0.0.1", pause=0.05)
    driver = Driver(
        False, base_url=f"http://notes.example:{server.port}", allow_http=True
    )
    got: list[object] = []
    threads = [
        threading.Thread(target=lambda: got.append(driver.send())) for _ in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert got == [Note("1", "Ann")] * 20
    driver.finish()


def four(host: str) -> tuple[int, int, int, str, tuple[object, ...]]:
    return V4, 1, 6, "", (host, 80)


def six(host: str) -> tuple[int, int, int, str, tuple[object, ...]]:
    return V6, 1, 6, "", (host, 80, 0, 0)


@pytest.mark.parametrize(
    ("found", "want"),
    [
        ([four("a")], "a"),
        ([four("a"), four("a"), four("b")], "ab"),
        ([six("x"), six("y"), four("a"), four("b")], "xayb"),
        ([six("x"), six("y"), six("z"), four("a")], "xayz"),
        ([four("a"), six("x"), six("y")], "axy"),
    ],
)
def test_families_take_turns(found: Any, want: str) -> None:
    assert "".join(str(one.place[0]) for one in ordered(found)) == want
    assert all(isinstance(one, Address) for one in ordered(found))


def test_a_host_without_addresses() -> None:
    with pytest.raises(OSError, match="no address"):
        ordered([])


@pytest.mark.parametrize(
    ("said", "words", "attempts"),
    [
        (b"", "no connection in time", 2),
        (b"HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\n", "more came", 2),
        (b"HTTP/1.1 200 OK\r\n\r\nx", "more came", 2),
    ],
)
def test_a_proxy_that_opens_no_tunnel(
    connect: Connect,
    server: FaultServer,
    monkeypatch: pytest.MonkeyPatch,
    said: bytes,
    words: str,
    attempts: int,
) -> None:
    """The request never left, so that it is tried again."""
    with Proxy(server.port, answer=said) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        driver = connect(base_url="https://notes.example", random=lambda: 0.0)
        with pytest.raises(APIConnectionError, match=words) as caught:
            driver.send(POST, body=b"x", timeout=0.3, max_retries=1)
    assert caught.value.attempts == attempts
    assert server.requests == []
