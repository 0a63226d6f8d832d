"""How many connections a client has, how long it keeps them, and through which proxy they go."""

from __future__ import annotations

import asyncio
import logging
import socket
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2
import pytest
from driver import GET, Driver, Note, needs_pyreqwest
from fault_server import Connection, FaultServer, Recorded, reply
from proxy_server import Proxy
from sdk_runtime.call.client import SyncClient, transport_of
from sdk_runtime.errors import APIConnectionError, ArgumentError
from sdk_runtime.transport.pool import PoolOptions
from test_transport_choice import Recorder

Connect = Callable[..., Driver]

NOTE = Note("1", "Ann")
ENVIRONMENT = "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY"


def many(driver: Driver, count: int) -> list[Any]:
    """What so many calls at once come to."""
    send = driver.session.send
    if not driver.asynchronous:
        with ThreadPoolExecutor(count) as threads:
            return list(threads.map(lambda _: send(GET, ("1",)), range(count)))

    async def run() -> list[Any]:
        return await asyncio.gather(*(send(GET, ("1",)) for _ in range(count)))

    return list(driver.wait(run()))


def test_no_more_requests_are_sent_at_once(over: Connect, server: FaultServer) -> None:
    lock, running, seen = threading.Lock(), [0], [0]

    def slow(connection: Connection, request: Recorded) -> bool:
        with lock:
            running[0] += 1
            seen[0] = max(seen[0], running[0])
        connection.stopping.wait(0.03)
        with lock:
            running[0] -= 1
        return reply()(connection, request)

    server.default = slow
    assert many(over(max_connections=2), 8) == [NOTE] * 8
    assert seen == [2]


def test_as_many_requests_as_there_are(over: Connect, server: FaultServer) -> None:
    server.default = reply()
    assert many(over(max_connections=sys.maxsize), 2) == [NOTE] * 2


@pytest.mark.parametrize(
    ("options", "connections"),
    [
        ({}, 1),
        ({"max_keepalive_connections": 0}, 3),
        ({"keepalive_expiry": 0.05}, 3),
        ({"keepalive_expiry": None}, 1),
        ({"max_connections": 1, "max_keepalive_connections": 1}, 1),
    ],
)
def test_how_long_connections_are_kept(
    over: Connect, server: FaultServer, options: dict[str, Any], connections: int
) -> None:
    driver = over(**options)
    for _ in range(3):
        assert driver.send() == NOTE
        time.sleep(0.15)
    assert server.connections == connections


@pytest.mark.parametrize("scheme", ["", "http://", "HTTP://"])
@pytest.mark.parametrize("user", ["", "u:s3cret%40@"])
def test_a_proxy_carries_all_requests(
    connect: Connect,
    server: FaultServer,
    monkeypatch: pytest.MonkeyPatch,
    scheme: str,
    user: str,
) -> None:
    """It wins over the environment's, and over what this excepts."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("NO_PROXY", "*")
    with Proxy(server.port) as proxy:
        url = f"{scheme}{user}{proxy.url.removeprefix('http://')}"
        driver = connect(proxy=url, base_url="http://n.example", allow_http=True)
        assert driver.send() == NOTE
        assert connect(proxy=httpx2.URL(proxy.url)).send() == NOTE
        assert proxy.connections == 2
    first = server.requests[0]
    assert first.target == "http://n.example/notes/1"
    want = "Basic dTpzM2NyZXRA" if user else None
    assert first.headers.get("proxy-authorization") == want
    assert "s3cret" not in repr(vars(driver.client)) + repr(vars(driver.session))
    assert "s3cret" not in repr(vars(driver.session._transport))


def test_no_proxy_is_asked_for(
    over: Connect, server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name leads to this machine, but isn't known to."""
    with socket.create_server(("127.0.0.1", 0)) as dead:
        for name in ENVIRONMENT[:4]:
            monkeypatch.setenv(name, f"http://127.0.0.1:{dead.getsockname()[1]}")
    url = f"http://127.1:{server.port}"
    assert over(base_url=url, allow_http=True, proxy="").send() == NOTE
    with pytest.raises((APIConnectionError, ArgumentError)):
        over(base_url=url, allow_http=True, max_retries=0).send()


@pytest.mark.parametrize(
    ("proxy", "said"),
    [
        ("socks5://u:s3cret@p.example", "proxy names a SOCKS proxy"),
        ("ftp://u:s3cret@p.example", "proxy names a proxy of another kind"),
        ("http://u:s3cret@p.example:x", "the proxy's URL in proxy needs a port"),
        ("http://u:s3cret@p.example:", "the proxy's URL in proxy has no port"),
        ("http://u:s3cret@", "the proxy's URL in proxy names no host"),
        ("http://u:s3cret@a b", "the proxy's URL in proxy holds a space"),
        ("http://u:s3cret@a\nb", "the proxy's URL in proxy holds a space"),
        (False, "proxy must be a URL, as text, not bool"),
        (b"http://p.example", "proxy must be a URL, as text, not bytes"),
        ({"http": "http://p.example"}, "proxy must be a URL, as text, not dict"),
    ],
)
def test_a_proxy_that_is_none(connect: Connect, proxy: Any, said: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        connect(proxy=proxy)
    assert str(caught.value).startswith(said)
    assert "s3cret" not in str(caught.value)


def test_a_proxy_that_isn_t_there(connect: Connect, server: FaultServer) -> None:
    with socket.create_server(("127.0.0.1", 0)) as dead:
        proxy = f"http://u:s3cret@127.0.0.1:{dead.getsockname()[1]}"
    with pytest.raises(APIConnectionError) as caught:
        connect(proxy=proxy, max_retries=0).send()
    assert "s3cret" not in str(caught.value)
    assert "s3cret" not in repr(caught.value.__cause__)
    assert server.requests == []


@needs_pyreqwest
def test_a_proxy_is_none_of_pyreqwest(
    fast: Connect, server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    with Proxy(server.port) as proxy, caplog.at_level(logging.DEBUG, "sdk_runtime"):
        driver = fast(proxy=proxy.url)
        assert transport_of(driver.client) == "httpcore2"
        assert driver.send() == NOTE
    assert "httpcore2, since a proxy is passed" in caplog.text
    assert transport_of(fast(proxy="").client) == "pyreqwest"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"max_connections": 0}, "max_connections must be at least 1, not 0"),
        ({"max_connections": 2.0}, "max_connections must be a whole number, not float"),
        ({"max_connections": True}, "max_connections must be a whole number, not bool"),
        ({"max_connections": None}, "max_connections must be a whole number, not None"),
        (
            {"max_keepalive_connections": -1},
            "max_keepalive_connections must be at least 0",
        ),
        ({"max_keepalive_connections": "1"}, "max_keepalive_connections must be a"),
        ({"keepalive_expiry": 0}, "keepalive_expiry must be more than 0"),
        ({"keepalive_expiry": float("nan")}, "keepalive_expiry must be more than 0"),
        ({"keepalive_expiry": "5"}, "keepalive_expiry must be seconds, not str"),
        ({"keepalive_expiry": True}, "keepalive_expiry must be seconds, not bool"),
    ],
)
def test_what_is_no_limit(connect: Connect, options: Any, said: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        connect(**options)
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("max_connections", 5),
        ("max_keepalive_connections", 5),
        ("keepalive_expiry", None),
        ("proxy", "http://p.example"),
        ("proxy", ""),
    ],
)
def test_what_brings_its_own_connections(name: str, value: Any) -> None:
    given: dict[str, Any] = {name: value, "base_url": "https://h.example"}
    with httpx2.Client() as own, pytest.raises(ArgumentError) as caught:
        SyncClient(http_client=own, **given)
    assert "http_client" in str(caught.value)
    assert name in str(caught.value)
    with pytest.raises(ArgumentError) as caught:
        SyncClient(transport=Recorder(), **given)
    assert "transport" in str(caught.value)
    assert name in str(caught.value)


@needs_pyreqwest
def test_pyreqwest_by_name_has_no_proxy() -> None:
    with pytest.raises(ArgumentError, match=r"transport='pyreqwest' .* proxy"):
        SyncClient(
            base_url="https://h.example", transport="pyreqwest", proxy="http://p"
        )


def test_options_show_no_proxy() -> None:
    assert "s3cret" not in repr(PoolOptions(proxy="http://u:s3cret@p.example"))
