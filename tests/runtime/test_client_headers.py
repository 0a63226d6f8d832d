"""The headers and the suffix of User-Agent that a client is made with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from driver import GET, Driver, method
from fault_server import FaultServer, reply
from sdk_runtime.auth.oauth import OAuth2ClientCredentials
from sdk_runtime.auth.security import ApiKey, BearerToken
from sdk_runtime.errors import ArgumentError
from sdk_runtime.request.body import JsonBody
from sdk_runtime.request.parameters import CookieParameter, HeaderParameter

Connect = Callable[..., Driver]

TOKEN = "tok_1234567890abcdef"
BEARER: Any = {"credentials": {"x": BearerToken(TOKEN)}, "security": (("x",),)}
KEY: Any = {
    "credentials": {"x": ApiKey(TOKEN, "header", "X-Key")},
    "security": (("x",),),
}
COOKIE: Any = {
    "credentials": {"x": ApiKey(TOKEN, "cookie", "sid")},
    "security": (("x",),),
}
POST = method("POST", body=JsonBody())
NAMED = method("GET", parameters=(HeaderParameter("X-A"),))
BAKED = method("GET", parameters=(CookieParameter("own"),))


@pytest.mark.parametrize(
    ("given", "settings", "call", "name", "want"),
    [
        ({"X-A": "client"}, {}, {}, "x-a", "client"),
        ({"X-A": " client "}, {}, {}, "x-a", "client"),
        ({"X-A": "é日"}, {}, {}, "x-a", "é日"),
        ({"X-A": "client"}, {}, {"headers": {"x-a": "call"}}, "x-a", "call"),
        (
            {"X-A": "client"},
            {},
            {"operation": NAMED, "values": ("argument",)},
            "x-a",
            "argument",
        ),
        (
            {"x-a": "client"},
            {"declared_headers": {"X-A": "declared"}},
            {},
            "x-a",
            "client",
        ),
        # What the description leaves to the client is a default; what it needs is not.
        ({"accept": "text/x"}, {}, {}, "accept", "text/x"),
        ({"USER-AGENT": "mine/1"}, {}, {}, "user-agent", "mine/1"),
        ({"accept-encoding": "identity"}, {}, {}, "accept-encoding", "identity"),
        (
            {"content-type": "text/x"},
            {},
            {"operation": POST, "body": {}},
            "content-type",
            "application/json",
        ),
        ({"authorization": "Other"}, {}, {}, "authorization", "Other"),
        ({"authorization": "Other"}, BEARER, {}, "authorization", f"Bearer {TOKEN}"),
        ({"x-key": "other"}, KEY, {}, "x-key", TOKEN),
        (
            {"authorization": "Other"},
            BEARER,
            {"headers": {"Authorization": "Call"}},
            "authorization",
            "Call",
        ),
        ({"authorization": "Other"}, KEY, {}, "authorization", "Other"),
        ({"cookie": "a=b"}, {}, {}, "cookie", "a=b"),
        ({"cookie": "a=b"}, COOKIE, {}, "cookie", f"sid={TOKEN}; a=b"),
        (
            {"cookie": "a=b"},
            {},
            {"operation": BAKED, "values": ("o",)},
            "cookie",
            "own=o; a=b",
        ),
    ],
)
def test_which_header_is_sent(
    over: Connect,
    server: FaultServer,
    given: dict[str, str],
    settings: dict[str, Any],
    call: dict[str, Any],
    name: str,
    want: str,
) -> None:
    over(headers=given, **settings).send(**call)
    assert server.requests[0].headers[name].encode("latin-1") == want.encode()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"X": "a\r\nY: 1"}, "the value of X holds a control character"),
        ({"X": "s3cret\n1"}, "the value of X holds a control character"),
        ({"X": "s3cret\ud800"}, "the value of X holds a lone surrogate"),
        ({"X Y": "s3cret"}, "'X Y' is no header name"),
        ({"": "s3cret"}, "'' is no header name"),
        ({"X": 5}, "headers['X'] must be text, not int"),
        ({"X": None}, "headers['X'] must be text, not None"),
        ({"X": b"s3cret"}, "headers['X'] must be text, not bytes"),
        ({5: "s3cret"}, "headers has a name that is int, not text"),
        ([("X", "s3cret")], "headers must be a mapping, not list"),
        ("X: s3cret", "headers must be a mapping, not str"),
        ({"host": "s3cret"}, "headers can't hold host"),
        ({"Content-Length": "0"}, "headers can't hold Content-Length"),
        ({"Transfer-Encoding": "chunked"}, "headers can't hold Transfer-Encoding"),
        ({"Connection": "close"}, "headers can't hold Connection"),
    ],
)
def test_headers_that_are_refused(connect: Connect, given: Any, said: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        connect(headers=given)
    assert str(caught.value).startswith(said)
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize("name", ["Host", "connection", "Content-Length"])
def test_what_each_request_says_by_itself(
    connect: Connect, server: FaultServer, name: str
) -> None:
    driver = connect()
    with pytest.raises(ArgumentError, match=f"headers can't hold {name}"):
        driver.send(headers={name: "1"})
    assert server.requests == []


def test_headers_arent_shown(connect: Connect, server: FaultServer) -> None:
    driver = connect(headers={"X-Tenant": TOKEN}, max_retries=0)
    driver.send()
    session = driver.session
    assert TOKEN not in repr(vars(driver.client)) + repr(vars(session))
    assert TOKEN not in repr(vars(session.requests))
    assert "X-Tenant" in repr(vars(session.requests))


def test_headers_stay_with_the_api(connect: Connect, server: FaultServer) -> None:
    """Neither another origin's redirect nor its tokens get them."""
    with FaultServer() as other:
        server.then(reply(302, headers={"Location": f"{other.url}/x"}))
        given = {"X-Tenant": TOKEN, "User-Agent": "mine/1"}
        connect(headers=given).send()
        other.then(reply(200, '{"access_token": "t"}'), reply(200))
        fetched = OAuth2ClientCredentials("i", "s", f"{other.url}/token")
        connect(headers=given, credentials={"o": fetched}, security=(("o",),)).send()
        here = OAuth2ClientCredentials("i", "s", "/token")
        server.then(reply(200, '{"access_token": "t"}'))
        connect(headers=given, credentials={"o": here}, security=(("o",),)).send()
    assert [TOKEN in repr(one) for one in other.requests] == [False, False]
    assert [one.headers["user-agent"] for one in other.requests] == ["mine/1"] * 2
    assert [TOKEN in repr(one) for one in server.requests] == [True] * 4


@pytest.mark.parametrize(
    ("suffix", "sent"),
    [
        (None, "sdk/1"),
        ("app", "sdk/1 app"),
        ("app/1.2.3", "sdk/1 app/1.2.3"),
        (" app/1 other/2 ", "sdk/1 app/1 other/2"),
        ("app/1 (+https://a.example; x)", "sdk/1 app/1 (+https://a.example; x)"),
        (r"(a (b (c)) \) d)", r"sdk/1 (a (b (c)) \) d)"),
        ("a!#$%&'*+.^_`|~-/1", "sdk/1 a!#$%&'*+.^_`|~-/1"),
    ],
)
def test_a_suffix_of_the_user_agent(
    over: Connect, server: FaultServer, suffix: str | None, sent: str
) -> None:
    over(user_agent="sdk/1", user_agent_suffix=suffix).send()
    assert server.requests[0].headers["user-agent"] == sent


@pytest.mark.parametrize(
    "suffix",
    [
        *("", " ", "app/", "/1", "app/1/2", "app@1", "a,b", "app/1;", "é", "a\nb"),
        *("(", ")", "(a", "a)", "((a)", "(a))", "app(a)", "(a)app", "(a)(b)", "(\\"),
        *("a\r\nX: y", "(a\nb)", "a\0b", "\0", '"app"', "[app]", "app / 1"),
    ],
)
def test_a_suffix_that_can_t_stand_there(connect: Connect, suffix: str) -> None:
    with pytest.raises(ArgumentError, match=r"^user_agent_suffix must be products"):
        connect(user_agent_suffix=suffix)


def test_a_suffix_takes_no_turns_with_a_header(connect: Connect) -> None:
    with pytest.raises(ArgumentError, match=r"user_agent_suffix .* headers"):
        connect(user_agent_suffix="app", headers={"user-agent": "mine"})
    with pytest.raises(ArgumentError, match=r"^user_agent_suffix must be text"):
        connect(user_agent_suffix=5)


def test_a_long_suffix_is_looked_at_quickly(connect: Connect) -> None:
    for text in ("(" * 50_000, "a/" * 50_000, "(" * 500 + ")" * 499, "(\\" * 50_000):
        with pytest.raises(ArgumentError):
            connect(user_agent_suffix=text)
    connect(user_agent_suffix="(" * 500 + ")" * 500).send(GET)
