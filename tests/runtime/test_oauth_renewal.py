"""OAuth 2 tokens: renewed in time or when they are turned away, and brought along by the caller."""

from __future__ import annotations

import json

import pytest
from driver import FakeTime
from fault_server import FaultServer, reply
from oauth_support import TOKEN_ANSWER, Connect, oauth, sent, with_oauth
from sdk_runtime.auth.oauth import OAuth2ClientCredentials
from sdk_runtime.errors import UnauthorizedError


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
