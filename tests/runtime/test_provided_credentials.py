"""Credentials that a function gives: when it is called, what is sent, and what isn't shown."""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable
from typing import Any

import pydantic
import pytest
from driver import Driver, Note
from fault_server import FaultServer, reply
from sdk_runtime.auth.digest import DigestAuth
from sdk_runtime.auth.oauth import OAuth2ClientCredentials
from sdk_runtime.auth.security import ApiKey, BasicAuth, BearerToken, Credential
from sdk_runtime.errors import ArgumentError, CredentialsError, UnauthorizedError

Connect = Callable[..., Driver]
NOTE = Note("1", "Ann")


class Source:
    """Gives another text each time, to either kind of clients."""

    def __init__(self, *texts: Any) -> None:
        self.texts = texts or tuple(f"s3cret-{n}" for n in range(9))
        self.calls = 0

    def __call__(self) -> Any:
        self.calls += 1
        return self.texts[min(self.calls, len(self.texts)) - 1]

    async def later(self) -> Any:
        return self()


def bearer(source: Any) -> Credential:
    return BearerToken(source)


def in_header(source: Any) -> Credential:
    return ApiKey(source, "header", "X-Key")


def in_query(source: Any) -> Credential:
    return ApiKey(source, "query", "key")


def in_cookie(source: Any) -> Credential:
    return ApiKey(source, "cookie", "sid")


def basic(source: Any) -> Credential:
    return BasicAuth("u", source)


def fetched(source: Any) -> Credential:
    return OAuth2ClientCredentials(None, None, "/token", token=source)


KINDS = [bearer, in_header, in_query, in_cookie, basic, fetched]
SENT = {basic: ["dTpzM2NyZXQtMA==", "dTpzM2NyZXQtMQ=="]}


def made(connect: Connect, credential: Credential, **rest: Any) -> Driver:
    return connect(credentials={"x": credential}, security=(("x",),), **rest)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("later", [False, True])
def test_a_function_is_called_before_each_call(
    connect: Connect, server: FaultServer, kind: Any, later: bool
) -> None:
    source = Source()
    if later and not connect(max_retries=0).asynchronous:
        with pytest.raises(ArgumentError, match="has to be awaited"):
            made(connect, kind(source.later))
        return
    driver = made(connect, kind(source.later if later else source))
    assert source.calls == 0
    assert [driver.send(), driver.send()] == [NOTE, NOTE]
    assert source.calls == 2
    for request, want in zip(
        server.requests, SENT.get(kind, ["s3cret-0", "s3cret-1"]), strict=True
    ):
        assert want in request.target + repr(request.headers)


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_called_once_more_after_a_401(
    connect: Connect,
    server: FaultServer,
    kind: Any,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    source = Source()
    driver = made(connect, kind(source))
    server.then(reply(401))
    assert driver.send() == NOTE
    assert (source.calls, len(server.requests)) == (2, 2)
    server.default = reply(401, '{"echo": "s3cret-2 s3cret-3 dTpzM2NyZXQtMw=="}')
    with pytest.raises(UnauthorizedError) as caught:
        driver.send()
    assert (source.calls, len(server.requests)) == (4, 4)
    shown = f"{caught.value}{caught.value.body!r}{caplog.text}{driver.client!r}"
    assert "s3cret" not in shown + repr(vars(driver.session.requests))
    assert kind is not basic or "dTpzM2NyZXQtMw" not in shown


def test_retries_send_the_same(connect: Connect, server: FaultServer) -> None:
    source = Source()
    server.then(reply(503, headers={"Retry-After": "0"}))
    assert made(connect, bearer(source)).send() == NOTE
    assert (source.calls, len(server.requests)) == (1, 2)


@pytest.mark.parametrize(
    ("given", "kind", "said"),
    [
        ("", CredentialsError, "what token returns is empty"),
        (" \n", CredentialsError, "what token returns is empty"),
        ("s3cret\nX: y", CredentialsError, "what token returns holds a line break"),
        ("s3crét", CredentialsError, "what token returns holds a line break"),
        (None, ArgumentError, "what token returns must be text, not None"),
        (5, ArgumentError, "what token returns must be text, not int"),
        (b"s3cret", ArgumentError, "what token returns must be text, not bytes"),
    ],
)
def test_what_a_function_gives_is_checked(
    connect: Connect, server: FaultServer, given: Any, kind: Any, said: str
) -> None:
    with pytest.raises(kind) as caught:
        made(connect, bearer(lambda: given)).send()
    assert str(caught.value).startswith(said)
    assert "s3cret" not in str(caught.value).replace(said, "")
    assert server.requests == []


@pytest.mark.parametrize("error", [KeyError("vault"), TimeoutError("vault"), OSError()])
def test_what_a_function_raises_is_raised(
    connect: Connect, server: FaultServer, error: Exception
) -> None:
    def fail() -> str:
        raise error

    with pytest.raises(type(error)) as caught:
        made(connect, bearer(fail)).send()
    assert caught.value is error
    assert server.requests == []


def test_secret_strings_are_taken(connect: Connect, server: FaultServer) -> None:
    hidden = pydantic.SecretStr("s3cret-token")
    for source in (hidden, lambda: hidden):
        made(connect, bearer(source)).send()
    sent = [one.headers["authorization"] for one in server.requests]
    assert sent == ["Bearer s3cret-token"] * 2
    with pytest.raises(ArgumentError, match=r"^token must be text, not bytes"):
        bearer(pydantic.SecretBytes(b"s3cret"))


def test_functions_of_other_shapes(server: FaultServer) -> None:
    class Later:
        async def __call__(self) -> str:
            return "t"

    async def named(name: str) -> str:
        return name

    for source in (Later(), functools.partial(named, "t"), Source().later):
        with pytest.raises(ArgumentError, match=r"^token has to be awaited"):
            Driver(False, base_url=server.url, credentials={"x": bearer(source)})
    hidden = Driver(
        False,
        base_url=server.url,
        credentials={"x": bearer(lambda: Source().later())},
        security=(("x",),),
    )
    with pytest.raises(ArgumentError, match=r"^token has to be awaited"):
        hidden.send()


def test_a_secret_is_asked_for_with_the_token(
    connect: Connect, server: FaultServer
) -> None:
    server.then(reply(200, '{"access_token": "t", "expires_in": 3600}'))
    source = Source()
    driver = made(connect, OAuth2ClientCredentials("id", source, "/token"))
    assert [driver.send(), driver.send()] == [NOTE, NOTE]
    paths = [one.path for one in server.requests]
    assert paths == ["/token", "/notes/1", "/notes/1"]
    assert server.requests[0].headers["authorization"] == "Basic aWQ6czNjcmV0LTA="


def test_a_challenge_is_answered_for_all_calls(
    connect: Connect, server: FaultServer
) -> None:
    challenge = 'Digest realm="r", nonce="n", qop="auth"'
    server.then(reply(401, headers={"WWW-Authenticate": challenge}))
    driver = made(connect, DigestAuth("u", Source("p")))
    assert [driver.send(), driver.send()] == [NOTE, NOTE]
    assert len(server.requests) == 3
    assert server.requests[2].headers["authorization"].startswith("Digest ")
