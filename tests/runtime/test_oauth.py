"""OAuth 2 client credentials: fetched once, renewed in time, shared."""

from __future__ import annotations

import asyncio
import base64
import json
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import parse_qs

import pytest
from driver import GET, Driver, FakeTime
from fault_server import Connection, FaultServer, Recorded, Step, does, reply
from sdk_runtime.client import AsyncClient
from sdk_runtime.errors import (
    APIError,
    APIResponseError,
    APITimeoutError,
    CredentialsError,
    UnauthorizedError,
)
from sdk_runtime.oauth import OAuth2ClientCredentials
from sdk_runtime.options import RequestOptions
from sdk_runtime.security import Credential

Connect = Callable[..., Driver]


def sent(request: Recorded, name: str) -> str | None:
    return request.headers.get(name)


TOKEN_ANSWER = json.dumps(
    {"access_token": "access-1", "token_type": "bearer", "expires_in": 3600}
)


def oauth(**rest: Any) -> OAuth2ClientCredentials:
    return OAuth2ClientCredentials("the id", "the secret", "/oauth/token", **rest)


def with_oauth(connect: Connect, credential: Credential, **rest: Any) -> Driver:
    return connect(credentials={"o": credential}, security=(("o",),), **rest)


def test_oauth_fetches_a_token_once(connect: Connect, server: FaultServer) -> None:
    server.then(reply(200, TOKEN_ANSWER))
    driver = with_oauth(connect, oauth(scopes=("read", "write")))
    driver.send()
    driver.send()
    fetch, first, second = server.requests
    assert (fetch.method, fetch.path) == ("POST", "/oauth/token")
    pair = base64.b64encode(b"the+id:the+secret").decode()
    assert sent(fetch, "authorization") == f"Basic {pair}"
    assert parse_qs(fetch.body.decode()) == {
        "grant_type": ["client_credentials"],
        "scope": ["read write"],
    }
    assert sent(first, "authorization") == "Bearer access-1"
    assert sent(second, "authorization") == "Bearer access-1"


REFUSALS = [
    (401, ""),
    (401, '{"error":"invalid_client"}'),
    (400, '{"error":"invalid_client"}'),
    (400, '{"error":"invalid_request"}'),
]


@pytest.mark.parametrize(("status", "body"), REFUSALS)
def test_oauth_finds_out_where_the_secret_belongs(
    connect: Connect, server: FaultServer, status: int, body: str
) -> None:
    server.then(reply(status, body), reply(200, TOKEN_ANSWER), reply(), reply(401))
    server.then(reply(200, TOKEN_ANSWER.replace("access-1", "access-2")))
    driver = with_oauth(connect, oauth())
    driver.send()
    driver.send()
    header, form, first, turned_away, again, second = server.requests
    assert sent(header, "authorization") is not None
    assert "client_secret" not in parse_qs(header.body.decode())
    for one in (form, again):
        # Once it is known, it isn't asked again.
        assert sent(one, "authorization") is None
        assert parse_qs(one.body.decode())["client_secret"] == ["the secret"]
    assert sent(first, "authorization") == "Bearer access-1"
    assert sent(turned_away, "authorization") == "Bearer access-1"
    assert sent(second, "authorization") == "Bearer access-2"


@pytest.mark.parametrize("in_body", [None, False, True])
def test_oauth_asks_no_more_than_twice(
    connect: Connect, server: FaultServer, in_body: bool | None
) -> None:
    server.default = reply(401, '{"error":"invalid_client"}')
    driver = with_oauth(connect, oauth(in_body=in_body))
    for asked in (1, 2):
        with pytest.raises(UnauthorizedError) as caught:
            driver.send()
        assert caught.value.path == "/oauth/token"
        assert len(server.requests) == asked * (2 if in_body is None else 1)
    shown = [sent(one, "authorization") is None for one in server.requests]
    assert shown == ([False, True] * 2 if in_body is None else [in_body] * 2)


@pytest.mark.parametrize(
    ("status", "body"),
    [(400, '{"error":"invalid_scope"}'), (400, ""), (403, ""), (500, "")],
)
def test_oauth_takes_no_for_an_answer(
    connect: Connect, server: FaultServer, status: int, body: str
) -> None:
    server.default = reply(status, body)
    with pytest.raises(APIError):
        with_oauth(connect, oauth(), max_retries=0).send()
    assert len(server.requests) == 1


def test_oauth_with_a_token_that_there_is_already(
    connect: Connect, server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OWN_TOKEN", "from-outside")
    server.then(reply(), reply(401), reply(200, TOKEN_ANSWER))
    for credential, used in (
        (oauth(token="own"), ["own", "own", None, "access-1"]),
        (
            OAuth2ClientCredentials(None, None, "/t", token_variable="OWN_TOKEN"),
            ["from-outside"],
        ),
    ):
        driver = with_oauth(connect, credential)
        assert credential.ready
        assert not any(one in repr(credential) for one in ("own", "from-outside"))
        before = len(server.requests)
        driver.send()
        if len(used) > 1:
            # It is replaced where it is turned away, if there is something to do it with.
            driver.send()
        sent_tokens = [
            None if one.method == "POST" else str(sent(one, "authorization"))[7:]
            for one in server.requests[before:]
        ]
        assert sent_tokens == used
    server.then(reply(401))
    with pytest.raises(UnauthorizedError):
        driver.send()
    server.then(reply())
    assert driver.send()


def test_oauth_with_the_secret_in_the_form(
    connect: Connect, server: FaultServer
) -> None:
    server.then(reply(200, TOKEN_ANSWER))
    with_oauth(connect, oauth(in_body=True)).send()
    fields = parse_qs(server.requests[0].body.decode())
    assert (fields["client_id"], fields["client_secret"]) == (
        ["the id"],
        ["the secret"],
    )
    assert sent(server.requests[0], "authorization") is None


@pytest.mark.parametrize(("life", "alive", "dead"), [(3600, 3500, 100), (30, 20, 10)])
def test_oauth_renews_in_time(
    connect: Connect, server: FaultServer, life: int, alive: float, dead: float
) -> None:
    def token(name: str) -> str:
        return json.dumps({"access_token": name, "expires_in": life})

    time = FakeTime()
    server.then(reply(200, token("one")), reply(), reply(), reply(200, token("two")))
    driver = with_oauth(connect, oauth(), time=time)
    driver.send()
    time.now += alive
    driver.send()
    time.now += dead
    driver.send()
    used = [
        sent(one, "authorization") for one in server.requests if one.method == "GET"
    ]
    assert used == ["Bearer one", "Bearer one", "Bearer two"]


def test_oauth_renews_a_token_that_is_turned_away_once(
    connect: Connect, server: FaultServer
) -> None:
    server.then(
        reply(200, TOKEN_ANSWER),
        reply(401),
        reply(200, TOKEN_ANSWER.replace("access-1", "access-2")),
        reply(),
        reply(401),
        reply(200, TOKEN_ANSWER),
        reply(401),
    )
    driver = with_oauth(connect, oauth(), max_retries=0)
    driver.send()
    assert sent(server.requests[3], "authorization") == "Bearer access-2"
    with pytest.raises(UnauthorizedError):
        driver.send()
    assert len(server.requests) == 7


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (401, '{"error":"invalid_client"}', UnauthorizedError),
        (200, "<html>", APIResponseError),
        (200, "{}", APIResponseError),
        (200, '{"access_token":""}', APIResponseError),
        (200, '{"access_token":"a","token_type":"mac"}', APIResponseError),
        (200, '{"access_token":"a\\nb"}', CredentialsError),
    ],
)
def test_oauth_that_fails(
    connect: Connect, server: FaultServer, status: int, body: str, kind: type[APIError]
) -> None:
    server.default = reply(status, body)
    with pytest.raises(kind) as caught:
        with_oauth(connect, oauth(in_body=False)).send()
    assert "the secret" not in repr(caught.value)
    assert len(server.requests) == 1


def test_oauth_is_within_the_deadline(connect: Connect, server: FaultServer) -> None:
    server.default = does(Connection.hang)
    with pytest.raises(APITimeoutError):
        with_oauth(connect, oauth()).send(deadline=0.1)


def test_oauth_refuses_a_token_url_in_the_clear(connect: Connect) -> None:
    credential = OAuth2ClientCredentials("id", "s", "http://auth.example/token")
    with pytest.raises(APIError, match="not encrypted"):
        with_oauth(connect, credential).send()


def test_threads_share_one_token(server: FaultServer) -> None:
    server.then(reply(200, TOKEN_ANSWER))
    driver = Driver(
        False, base_url=server.url, credentials={"o": oauth()}, security=(("o",),)
    )
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: driver.send(), range(24)))
    driver.finish()
    assert [one.method for one in server.requests].count("POST") == 1
    assert len(server.requests) == 25


def stale(server: FaultServer) -> Step:
    """Turns the first token away, and takes the second."""

    def step(connection: Connection, request: Recorded) -> bool:
        if request.path == "/oauth/token":
            fetched = [one for one in server.requests if one.path == "/oauth/token"]
            token = {"access_token": f"token-{len(fetched)}"}
            return reply(200, json.dumps(token))(connection, request)
        is_stale = request.headers["authorization"] == "Bearer token-1"
        return reply(401 if is_stale else 200)(connection, request)

    return step


def test_threads_share_one_renewal(server: FaultServer) -> None:
    server.default = stale(server)
    driver = with_oauth(
        lambda **rest: Driver(False, base_url=server.url, **rest), oauth()
    )
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: driver.send(), range(24)))
    driver.finish()
    assert [one.method for one in server.requests].count("POST") == 2


def test_tasks_share_one_token_and_one_renewal(server: FaultServer) -> None:
    server.default = stale(server)

    async def run() -> None:
        async with AsyncClient(
            base_url=server.url, credentials={"o": oauth()}, security=(("o",),)
        ) as client:
            await asyncio.gather(
                *(client._session.send(GET, ("1",)) for _ in range(24))
            )

    asyncio.run(run())
    assert [one.method for one in server.requests].count("POST") == 2


def test_waiting_for_another_threads_token_is_within_the_deadline(
    server: FaultServer,
) -> None:
    server.default = does(Connection.hang)
    driver = with_oauth(
        lambda **rest: Driver(False, base_url=server.url, **rest), oauth()
    )
    first = threading.Thread(target=_fails, args=(driver, 0.4))
    first.start()
    while not server.requests and first.is_alive():
        threading.Event().wait(0.005)
    with pytest.raises(APITimeoutError, match="deadline"):
        driver.send(deadline=0.1)
    assert first.is_alive()
    first.join()
    driver.finish()
    assert len(server.requests) == 1


def _fails(driver: Driver, deadline: float) -> None:
    with pytest.raises(APITimeoutError):
        driver.send(deadline=deadline, max_retries=0)


def test_waiting_for_another_tasks_token_is_within_the_deadline(
    server: FaultServer,
) -> None:
    server.default = does(Connection.hang)

    async def run() -> None:
        async with AsyncClient(
            base_url=server.url, credentials={"o": oauth()}, security=(("o",),)
        ) as client:
            first = asyncio.create_task(client._session.send(GET, ("1",)))
            while not server.requests and not first.done():
                await asyncio.sleep(0.005)
            with pytest.raises(APITimeoutError, match="deadline"):
                await client._session.send(
                    GET, ("1",), options=RequestOptions(deadline=0.1)
                )
            first.cancel()
            with pytest.raises(asyncio.CancelledError):
                await first

    asyncio.run(run())
