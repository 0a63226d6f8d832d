"""OAuth 2 client credentials: exchanged for a token once, as the server wants them."""

from __future__ import annotations

import base64
from urllib.parse import parse_qs

import pytest
from fault_server import Connection, FaultServer, does, reply
from oauth_support import TOKEN_ANSWER, Connect, oauth, sent, with_oauth
from sdk_runtime.auth.oauth import OAuth2ClientCredentials
from sdk_runtime.errors import (
    APIError,
    APIResponseError,
    APITimeoutError,
    CredentialsError,
    UnauthorizedError,
)


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
