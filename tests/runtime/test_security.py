"""Credentials: where they go, where they don't show, and what is said when one is missing."""

from __future__ import annotations

import base64
import copy
import pickle
import traceback
from collections.abc import Callable
from typing import Any

import pytest
from driver import GET, Driver, method
from fault_server import FaultServer, Recorded
from sdk_runtime.auth.oauth import OAuth2ClientCredentials
from sdk_runtime.auth.secret import Secret
from sdk_runtime.auth.security import (
    Additions,
    ApiKey,
    BasicAuth,
    BearerToken,
    Credential,
)
from sdk_runtime.call.client import AsyncClient, SyncClient
from sdk_runtime.errors import CredentialsError
from sdk_runtime.request.parameters import CookieParameter

Connect = Callable[..., Driver]


TOKEN = "tok_1234567890abcdef"


def sent(request: Recorded, name: str) -> str | None:
    return request.headers.get(name)


@pytest.mark.parametrize(
    ("credential", "header", "value"),
    [
        (BearerToken(TOKEN), "authorization", f"Bearer {TOKEN}"),
        (BearerToken(f"  {TOKEN}\n"), "authorization", f"Bearer {TOKEN}"),
        (BearerToken(TOKEN, scheme="Token"), "authorization", f"Token {TOKEN}"),
        (
            BasicAuth("user", "pä:ss"),
            "authorization",
            "Basic " + base64.b64encode("user:pä:ss".encode()).decode(),
        ),
        (
            BasicAuth("user"),
            "authorization",
            "Basic " + base64.b64encode(b"user:").decode(),
        ),
        (ApiKey(TOKEN, "header", "X-Api-Key"), "x-api-key", TOKEN),
        (ApiKey("a;b=c", "cookie", "sid"), "cookie", "sid=a%3Bb%3Dc"),
    ],
)
def test_schemes(
    connect: Connect,
    server: FaultServer,
    credential: Credential,
    header: str,
    value: str,
) -> None:
    connect(credentials={"x": credential}, security=(("x",),)).send()
    assert sent(server.requests[0], header) == value


def test_a_key_in_the_query(connect: Connect, server: FaultServer) -> None:
    credential = ApiKey("a&b", "query", "api key")
    connect(credentials={"x": credential}, security=(("x",),)).send(query={"q": 1})
    assert server.requests[0].target == "/notes/1?q=1&api%20key=a%26b"


def test_several_together(connect: Connect, server: FaultServer) -> None:
    credentials = {
        "a": BearerToken("bearer"),
        "b": ApiKey("k", "header", "X-Key"),
        "c": ApiKey("c", "cookie", "c"),
    }
    operation = method("GET", parameters=(CookieParameter("own"),))
    connect(credentials=credentials, security=(("a", "b", "c"),)).send(
        operation, ("o",)
    )
    request = server.requests[0]
    assert sent(request, "authorization") == "Bearer bearer"
    assert sent(request, "x-key") == "k"
    assert sent(request, "cookie") == "own=o; c=c"


@pytest.mark.parametrize(
    ("security", "want"),
    [
        (None, "Bearer default"),
        ((), None),
        (((),), None),
        ((("other",),), "Bearer other"),
        ((("empty",), ("other",)), "Bearer other"),
        ((("empty", "other"), ("default",)), "Bearer default"),
        ((("empty",), ()), None),
        (((), ("default",)), "Bearer default"),
        (((), ("empty",), ("other",)), "Bearer other"),
        (((), ("empty",)), None),
        ((("unknown",), ("other",)), "Bearer other"),
    ],
)
def test_alternatives_by_operation(
    connect: Connect, server: FaultServer, security: Any, want: str | None
) -> None:
    credentials = {
        "default": BearerToken("default"),
        "other": BearerToken("other"),
        "empty": BearerToken(None),
    }
    driver = connect(credentials=credentials, security=(("default",),))
    driver.send(method("GET", security=security))
    assert sent(server.requests[0], "authorization") == want


@pytest.mark.parametrize("value", [None, "", "  ", "\n"])
def test_a_missing_token_names_its_variable(
    connect: Connect, monkeypatch: pytest.MonkeyPatch, value: str | None
) -> None:
    monkeypatch.delenv("EXAMPLE_TOKEN", raising=False)
    credential = BearerToken(value, "EXAMPLE_TOKEN")
    with pytest.raises(CredentialsError, match="EXAMPLE_TOKEN"):
        connect(credentials={"x": credential}, security=(("x",),))


def test_what_needs_no_credential_can_be_called(
    connect: Connect, server: FaultServer
) -> None:
    credential = BearerToken(None, "NOT_SET_ANYWHERE")
    driver = connect(
        credentials={"x": credential}, security=(("x",),), credentials_required=False
    )
    driver.send(method("POST", security=()))
    with pytest.raises(CredentialsError, match="NOT_SET_ANYWHERE"):
        driver.send(GET)
    assert len(server.requests) == 1


def test_the_environment_is_read_when_the_client_is_made(
    connect: Connect, server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EXAMPLE_TOKEN", f" {TOKEN}\n")
    driver = connect(
        credentials={"x": BearerToken(None, "EXAMPLE_TOKEN")}, security=(("x",),)
    )
    monkeypatch.setenv("EXAMPLE_TOKEN", "another")
    driver.send()
    assert sent(server.requests[0], "authorization") == f"Bearer {TOKEN}"
    assert BearerToken("given", "EXAMPLE_TOKEN").secrets() == ("given",)


@pytest.mark.parametrize(
    "token", ["a\nb", "a\r\nX: 1", "tökén", "a\0b", "a\tb", "a\x7f", "日本", "a\u2028b"]
)
@pytest.mark.parametrize(
    "make",
    [
        BearerToken,
        lambda token: ApiKey(token, "header", "X-Key"),
        lambda token: OAuth2ClientCredentials("id", token, "/token"),
    ],
)
def test_tokens_that_cant_be_sent(
    make: Callable[[str], Credential], token: str
) -> None:
    with pytest.raises(CredentialsError) as caught:
        make(token)
    assert token not in str(caught.value)
    assert token not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize("user", ["a:b", "a\nb"])
def test_user_names_that_cant_be_sent(user: str) -> None:
    with pytest.raises(CredentialsError):
        BasicAuth(user, "x")


def everything_shown(thing: object) -> list[str]:
    return [repr(thing), str(thing), f"{thing}", f"{thing!r}", format(thing, "")]


@pytest.mark.parametrize(
    "thing",
    [
        Secret(TOKEN),
        BearerToken(TOKEN),
        BasicAuth("user", TOKEN),
        ApiKey(TOKEN, "query", "key"),
        OAuth2ClientCredentials("id", TOKEN, "/token"),
    ],
)
def test_nothing_shows_a_secret(thing: Any) -> None:
    for one in (thing, copy.copy(thing), copy.deepcopy(thing)):
        assert not any(TOKEN in text for text in everything_shown(one))
        assert not any(TOKEN in text for text in everything_shown([one, {"a": one}]))
    with pytest.raises(TypeError):
        pickle.dumps(thing)


class Counted(BearerToken):
    """Counts how often it was written."""

    times = 0

    def add(self, additions: Additions) -> None:
        """Count it."""
        self.times += 1
        super().add(additions)


def test_what_stays_the_same_is_written_once(
    connect: Connect, server: FaultServer
) -> None:
    token = Counted(TOKEN)
    driver = connect(credentials={"x": token}, security=(("x",),))
    for _ in range(3):
        driver.send()
    values = [sent(one, "authorization") for one in server.requests]
    assert (values, token.times) == ([f"Bearer {TOKEN}"] * 3, 1)


def test_additions_show_nothing() -> None:
    additions = Additions()
    BearerToken(TOKEN).add(additions)
    assert TOKEN not in repr(additions)


@pytest.mark.parametrize("kind", [SyncClient, AsyncClient])
def test_clients_show_nothing(kind: Any) -> None:
    client = kind(
        base_url="https://api.example.com",
        credentials={"x": BearerToken(TOKEN)},
        security=(("x",),),
    )
    assert repr(client) == f"<{kind.__name__} of https://api.example.com>"
    assert TOKEN not in repr(vars(client)) + repr(vars(client._session))
    settings = client._session.settings
    held = [getattr(settings, name) for name in settings.__slots__]
    assert TOKEN not in repr(held) + repr(vars(client._session.requests))
    with pytest.raises(TypeError):
        pickle.dumps(client)
