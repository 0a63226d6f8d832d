"""Copies of a client with other options: what they share, and what they don't."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from driver import Note
from fault_server import Connection, FaultServer, Recorded, reply
from sdk_runtime.call.client import transport_of
from sdk_runtime.errors import (
    APITimeoutError,
    ArgumentError,
    DriftError,
)
from sdk_runtime.transport.pool import PoolOptions
from shop import TOKEN, Colour, Shop

NOTE = Note("1", "Ann")
Make = Callable[..., Any]


def test_copies_share_connections(over_any: Colour, server: FaultServer) -> None:
    client = over_any.make()
    copy = client.with_options(timeout=5)
    again = copy.with_options(max_retries=0)
    for one in (copy, client, again, client.with_options(), copy):
        assert over_any.get(one) == NOTE
        assert transport_of(one) == over_any.transport
    assert server.connections == 1
    over_any.close(client)


def test_what_a_copy_changes(colour: Colour, server: FaultServer) -> None:
    client = colour.make(headers={"X-A": "1", "X-B": "2"}, user_agent_suffix="app/1")
    copy = client.with_options(
        token="another",
        api_version="2",
        headers={"x-b": "3", "X-C": "4"},
        user_agent_suffix=None,
    )
    further = copy.with_options(headers={"X-A": "5"}, username="u", token=None)
    bare = further.with_options(headers=None)
    for one in (copy, client, further, bare):
        colour.get(one)

    def sent(name: str) -> list[str | None]:
        return [one.headers.get(name) for one in server.requests]

    bearers = [f"Bearer {one}" for one in ("another", TOKEN)]
    assert sent("authorization") == [*bearers, "Basic dTo=", "Basic dTo="]
    assert sent("api-version") == ["2", "1", "2", "2"]
    assert sent("x-a") == ["1", "1", "5", None]
    assert sent("x-b") == ["3", "2", "3", None]
    assert sent("x-c") == ["4", None, "4", None]
    suffixed = [str(one).endswith(" app/1") for one in sent("user-agent")]
    assert suffixed == [False, True, False, False]


def test_a_copy_elsewhere(colour: Colour, server: FaultServer) -> None:
    client = colour.make()
    with FaultServer() as other:
        colour.get(client.with_options(base_url=other.url))
        assert (len(other.requests), len(server.requests)) == (1, 0)
    with pytest.raises(ArgumentError, match="base URL"):
        client.with_options(base_url="ftp://a.example")


def test_retries_deadlines_and_drift_are_each_copys(
    colour: Colour, server: FaultServer
) -> None:
    server.default = reply(500)
    client = colour.make(max_retries=0)
    with pytest.raises(Exception, match="500"):
        colour.get(client.with_options(max_retries=2))
    assert len(server.requests) == 3
    server.default = reply(200, '{"id": 5, "name": "Ann"}')
    drifts: list[Any] = []
    colour.get(client.with_options(on_drift=drifts.append))
    assert [one.path for one in drifts] == ["id"]
    with pytest.raises(DriftError):
        colour.get(client.with_options(strict=True))

    def slow(connection: Connection, request: Recorded) -> bool:
        connection.stopping.wait(2)
        return False

    server.default = slow
    for limit in ("timeout", "deadline"):
        with pytest.raises(APITimeoutError):
            colour.get(client.with_options(**{limit: 0.05}))


def test_a_departure_is_logged_once_over_all_copies(
    colour: Colour, server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.default = reply(200, '{"id": 5, "name": "Ann"}')
    client = colour.make()
    for _ in range(3):
        colour.get(client.with_options(timeout=5))
    said = [one for one in caplog.records if one.levelname == "WARNING"]
    assert len(said) == 1


@pytest.mark.parametrize(
    "name", ["transport", "http_client", *PoolOptions.__struct_fields__]
)
def test_connections_are_no_option_of_a_copy(colour: Colour, name: str) -> None:
    client = colour.make()
    with pytest.raises(ArgumentError, match=f"^{name} .*make a new client"):
        client.with_options(**{name: None})


def test_arguments_of_a_copy_are_checked(colour: Colour) -> None:
    client = colour.make()
    for name in ("token", "timeout", "headers", "strict", "on_drift", "max_retries"):
        with pytest.raises(ArgumentError, match=f"^{name} "):
            client.with_options(**{name: object()})


def test_what_a_copy_shows(colour: Colour) -> None:
    client = colour.make(headers={"X-A": "s3cret-value"})
    copy = client.with_options(headers={"X-B": "s3cret-value"}, token="s3cret-value")
    shown = repr(copy) + repr(vars(copy)) + repr(vars(copy._session))
    assert repr(copy) == f"<{colour.kind.__name__} of {colour.url}>"
    assert "s3cret" not in shown + repr(vars(copy._session.requests))


def test_the_environment_is_read_once(
    colour: Colour, server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHOP_TOKEN", "first")
    client = colour.make(token=None)
    monkeypatch.setenv("SHOP_TOKEN", "second")
    colour.get(client.with_options(timeout=5))
    assert server.requests[0].headers["authorization"] == "Bearer first"


def token(connection: Connection, request: Recorded) -> bool:
    """A token that says whose it is, to whoever asks for one."""
    body = '{"id":"1","name":"Ann"}'
    if request.path == "/oauth/token":
        whose = request.headers["authorization"].partition(" ")[2]
        body = f'{{"access_token": "{whose}", "expires_in": 3600}}'
    return reply(200, body)(connection, request)


def test_who_shares_a_token(colour: Colour, server: FaultServer) -> None:
    server.default = token
    client = colour.make(token=None, client_id="id", client_secret="secret")
    colour.get(client)
    colour.get(client.with_options(timeout=5).with_options(api_version="2"))
    copy = client.with_options(client_secret="another")
    colour.get(copy)
    colour.get(client)
    with FaultServer() as other:
        other.default = token
        colour.get(copy.with_options(base_url=other.url))
        assert [one.path for one in other.requests] == ["/oauth/token", "/notes/1"]
    paths = [one.path for one in server.requests]
    assert paths.count("/oauth/token") == 2
    sent = [one.headers["authorization"] for one in server.requests]
    mine, others = "Bearer aWQ6c2VjcmV0", "Bearer aWQ6YW5vdGhlcg=="
    bearers = [one for one in sent if one.startswith("Bearer")]
    assert bearers == [mine, mine, others, mine]


def tenant(kind: Any) -> Any:
    """A class of a caller's, made in another way."""

    class Tenant(kind):
        __slots__ = ("region",)

        def __init__(self, tenant: str, url: str) -> None:
            super().__init__("t", base_url=url, headers={"X-Tenant": tenant})
            self.tenant = tenant
            self.region = "eu"
            self.made = 1

        def __eq__(self, other: object) -> bool:
            return self is other

        # As of any class that says which of its objects are equal.
        __hash__ = None

    return Tenant


def test_a_class_of_the_callers(colour: Colour, server: FaultServer) -> None:
    kind = tenant(colour.kind)
    client = kind("a", server.url)
    held = client.notes
    copy = client.with_options(headers={"X-Tenant": "b"}).with_options(timeout=5)
    assert type(copy) is kind
    assert (copy.tenant, copy.region, copy.made) == ("a", "eu", 1)
    assert copy.notes is not held
    assert transport_of(copy) == transport_of(client)
    colour.run(copy.notes.retrieve("1"))
    colour.run(held.retrieve("1"))
    assert [one.headers["x-tenant"] for one in server.requests] == ["b", "a"]
    colour.close(client)


def test_many_threads_make_copies(server: FaultServer) -> None:
    client = Shop(TOKEN, base_url=server.url, max_connections=4)

    def call(number: int) -> Note:
        with client.with_options(headers={"X-N": str(number)}) as copy:
            return copy.notes.retrieve("1")

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(call, range(60))) == [NOTE] * 60
    assert {one.headers["x-n"] for one in server.requests} == set(map(str, range(60)))
    assert server.connections <= 4
    client.close()
