"""What nobody may see of the request that an error carries."""

from __future__ import annotations

import pickle
from base64 import b64encode
from collections.abc import Callable
from typing import Any

import pytest
from driver import GET, Driver, method
from error_support import failed, words
from fault_server import FaultServer, does, reply
from sdk_runtime.auth.digest import DigestAuth
from sdk_runtime.auth.oauth import OAuth2ClientCredentials
from sdk_runtime.auth.security import ApiKey, BasicAuth, BearerToken
from sdk_runtime.request.body import BytesBody, FormBody, JsonBody
from sdk_runtime.request.multipart import MultipartBody
from sdk_runtime.request.parameters import QueryParameter

Connect = Callable[..., Driver]
SECRET = "s3cr\"et/ü+key'$(x)"
ASCII = SECRET.replace("ü", "u")
PLAIN = "tok_1234567890abcdef"


CREDENTIALS: dict[str, Any] = {
    "bearer": BearerToken(PLAIN),
    "scheme": BearerToken(PLAIN, scheme="Odd"),
    "basic": BasicAuth("user", SECRET),
    "short": BasicAuth("user", "x7q"),
    "digest": DigestAuth("user", SECRET),
    "header": ApiKey(PLAIN, "header", "X-Custom"),
    "short header": ApiKey("x7q", "header", "X-Custom"),
    "query": ApiKey(ASCII, "query", "api key"),
    "short query": ApiKey("x7q", "query", "sid"),
    "cookie": ApiKey(PLAIN, "cookie", "sid"),
}
WRITTEN = {
    *(PLAIN, SECRET, ASCII, "x7q"),
    *(b64encode(f"user:{one}".encode()).decode() for one in (SECRET, "x7q")),
    *("s3cr%22et", 's3cr\\"et', "tok_"),
}


@pytest.mark.parametrize("name", CREDENTIALS)
@pytest.mark.parametrize("fault", [reply(500), does(lambda connection: None)])
def test_no_credential_is_shown(
    connect: Connect, server: FaultServer, name: str, fault: Any
) -> None:
    driver = connect(
        credentials=CREDENTIALS, security=((name,),), max_retries=0, timeout=5
    )
    if name == "digest":
        challenge = {"WWW-Authenticate": 'Digest realm="r", nonce="n", qop="auth"'}
        server.then(reply(401, "", challenge))
    server.default = fault
    error = failed(driver, method("POST", body=JsonBody()), (), {"a": 1})
    text = pickle.dumps(error).decode("latin-1") + error.curl() + repr(error.request)
    assert [one for one in WRITTEN if one in text] == []
    assert "[secret]" in error.curl()
    assert words(error.curl())[-1] == '{"a":1}'


@pytest.mark.parametrize(
    ("shown", "value"),
    [
        ("Authorization: Bearer [secret]", {"Authorization": "Bearer abc"}),
        ("authorization: [secret]", {"authorization": "abc def"}),
        ("Cookie: [secret]", {"Cookie": "a=b"}),
        ("X-Api-Key: [secret]", {"X-Api-Key": "abc"}),
        ("X_Auth_Token: [secret]", {"X_Auth_Token": "abc"}),
        ("X-Signature: [secret]", {"X-Signature": "abc"}),
        ("Idempotency-Key: abc", {"Idempotency-Key": "abc"}),
        ("X-Request-Id: abc", {"X-Request-Id": "abc"}),
        ("X-Bell: a\ufffdb", {"X-Bell": "a\x9bb"}),
    ],
)
def test_headers_of_a_caller(
    connect: Connect, server: FaultServer, shown: str, value: dict[str, str]
) -> None:
    server.default = reply(404)
    error = failed(connect(), GET, headers=value)
    assert shown in words(error.curl())


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"token": "abc"}, "token=[secret]"),
        ({"access_token": "abc", "a": 1}, "access_token=[secret]&a=1"),
        ({"X-Amz-Signature": "abc"}, "X-Amz-Signature=[secret]"),
        ({"page_token": "abc"}, "page_token=abc"),
        ({"next-token": "abc"}, "next-token=abc"),
        ({"sort_key": "abc", "key": "x"}, "sort_key=abc&key=[secret]"),
        ({"user[password]": "abc"}, "user%5Bpassword%5D=[secret]"),
        (
            {"tokens[]": "abc", "secrets[0][x]": "a"},
            "tokens%5B%5D=abc&secrets%5B0%5D%5Bx%5D=[secret]",
        ),
    ],
)
def test_the_query_of_a_caller(
    connect: Connect, server: FaultServer, query: dict[str, object], shown: str
) -> None:
    server.default = reply(404)
    error = failed(connect(), GET, query=query)
    assert error.request.url == f"{server.url}/notes/1?{shown}"


@pytest.mark.parametrize(
    ("body", "value", "shown"),
    [
        (
            JsonBody(),
            {"user": "u", "password": "p"},
            '{"user":"u","password":"[secret]"}',
        ),
        (
            JsonBody(),
            {"a": [{"clientSecret": {"x": 1}}]},
            '{"a":[{"clientSecret":"[secret]"}]}',
        ),
        (JsonBody(), {"token": None, "max_tokens": 5}, '{"token":null,"max_tokens":5}'),
        (JsonBody(), {"declared": "p", "b": 1}, '{"declared":"[secret]","b":1}'),
        (JsonBody(), {"echo": PLAIN}, '{"echo":"[secret]"}'),
        (
            JsonBody(),
            {"page_token": "a", "pin": 1},
            '{"page_token":"a","pin":"[secret]"}',
        ),
        (JsonBody(), [1.50, "é"], '[1.5,"é"]'),
        (JsonBody(), "@file", '"@file"'),
        (
            FormBody(),
            {"a": "b c", "client_secret": "p"},
            "a=b+c&client_secret=[secret]",
        ),
        (
            FormBody(),
            {"user": {"passcode": "p", "echo": PLAIN}, "list": "[1]"},
            "user=%7B%22passcode%22%3A%22[secret]%22%2C%22echo%22%3A%22[secret]%22%7D"
            "&list=%5B1%5D",
        ),
        (FormBody(), {"a[declared]": "p", "b": "{"}, "a%5Bdeclared%5D=[secret]&b=%7B"),
        (
            JsonBody(),
            {"password_confirmation": "p", "otp_code": 1, "pinned": 2},
            '{"password_confirmation":"[secret]","otp_code":"[secret]","pinned":2}',
        ),
        (
            BytesBody("application/json"),
            rb'{"a":"tok\u005f1234567890abcdef"}',
            '{"a":"[secret]"}',
        ),
        (MultipartBody(), {"password": "p"}, None),
        (BytesBody(), b"@/etc/passwd", None),
        (BytesBody(), b"\0\xff", None),
        (BytesBody("application/json"), b'{"password": "p", bad', None),
        (BytesBody("application/json"), b'{"a": "\x1b[2J"}', None),
        (BytesBody("application/json"), b'"' + b"a" * 70_000 + b'"', None),
        (BytesBody(), [b"a"], None),
    ],
)
def test_bodies(
    connect: Connect, server: FaultServer, body: Any, value: Any, shown: str | None
) -> None:
    server.default = reply(404)
    driver = connect(credentials={"b": BearerToken(PLAIN)}, security=(("b",),))
    error = failed(
        driver, method("POST", body=body, passwords=("declared",)), (), value
    )
    found = words(error.curl())[-2:]
    assert found == (
        ["--data-binary", "@-"] if shown is None else ["--data-raw", shown]
    )
    is_held = not isinstance(body, BytesBody) or isinstance(value, bytes)
    length = len(server.requests[0].body) if is_held else None
    assert error.request.length == length


def test_declared_parameters(connect: Connect, server: FaultServer) -> None:
    server.default = reply(404)
    operation = method(
        "GET",
        parameters=(QueryParameter("q"), QueryParameter("r")),
        passwords=("q",),
    )
    error = failed(connect(), operation, ("a", "b"))
    assert error.request.url.endswith("?q=[secret]&r=b")


def test_a_request_for_a_token(connect: Connect, server: FaultServer) -> None:
    flow = OAuth2ClientCredentials("id", ASCII, f"{server.url}/token")
    server.default = reply(400, '{"error": "invalid_client"}')
    driver = connect(credentials={"o": flow}, security=(("o",),), max_retries=0)
    error = failed(driver, GET)
    text = error.curl() + repr(vars(error))
    assert f"{server.url}/token" in error.curl()
    assert not any(one in text for one in WRITTEN)
