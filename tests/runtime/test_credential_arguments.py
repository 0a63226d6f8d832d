"""Credentials that are no text or can't be sent: what is said of them, and what isn't shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import httpx2
import pytest
from sdk_runtime.auth.digest import DigestAuth
from sdk_runtime.auth.oauth import OAuth2ClientCredentials
from sdk_runtime.auth.secret import Secret
from sdk_runtime.auth.security import ApiKey, BasicAuth, BearerToken, Credential
from sdk_runtime.errors import ArgumentError, CredentialsError
from sdk_runtime.request.client_option import (
    content_option,
    text_option,
    written_option,
)
from sdk_runtime.transport.urls import choose_server, fill_server

SECRET = "s3cret"


def fetched(value: Any) -> Credential:
    return OAuth2ClientCredentials("id", value, "/token")


def fetched_for(value: Any) -> Credential:
    return OAuth2ClientCredentials(value, "secret", "/token")


def fetched_once(value: Any) -> Credential:
    return OAuth2ClientCredentials(None, None, "/token", token=value)


def key(value: Any) -> Credential:
    return ApiKey(value, "query", "key", argument="query_key")


# What takes a secret, what its message names, and whether only ASCII can be sent.
TAKERS: list[tuple[Callable[[Any], Credential], str, bool]] = [
    (BearerToken, "token", True),
    (lambda value: BearerToken(value, argument="second"), "second", True),
    (key, "query_key", True),
    (BasicAuth, "username", False),
    (lambda value: BasicAuth("a", value), "password", False),
    (lambda value: BasicAuth("a", value, arguments=("u", "pw")), "pw", False),
    (DigestAuth, "username", False),
    (lambda value: DigestAuth("a", value), "password", False),
    (fetched_for, "client_id", True),
    (fetched, "client_secret", True),
    (fetched_once, "token", True),
]


class Hidden:
    """As pydantic's SecretStr shows itself."""

    def __str__(self) -> str:
        return SECRET

    __repr__ = __str__


@pytest.mark.parametrize(("make", "named", "ascii_only"), TAKERS)
@pytest.mark.parametrize(
    "value",
    [
        *(SECRET.encode(), 5, True, 1.5, [SECRET], {"a": SECRET}, Hidden(), Hidden),
        *(str, Secret(SECRET), httpx2.URL("https://a.example")),
    ],
)
def test_what_is_no_text_is_named(
    make: Callable[[Any], Credential], named: str, ascii_only: bool, value: object
) -> None:
    del ascii_only
    with pytest.raises(ArgumentError, match=f"^{named} must be text, not ") as caught:
        make(value)
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize(("make", "named", "ascii_only"), TAKERS)
@pytest.mark.parametrize("value", ["a\nb", "a\r\nX: b", "a\0b", "\ud800", "a\x7f", "é"])
def test_what_can_t_be_sent_is_named(
    make: Callable[[Any], Credential], named: str, ascii_only: bool, value: str
) -> None:
    if value == "é" and not ascii_only:
        assert make(value).ready
        return
    with pytest.raises(CredentialsError, match=f"^{named} holds") as caught:
        make(value)
    assert value not in str(caught.value)


@pytest.mark.parametrize("value", ["a\nb", "a\0b".replace("\0", "\x01"), "é"])
def test_a_variable_is_named(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SHOP_TOKEN", value)
    with pytest.raises(CredentialsError, match=r"^SHOP_TOKEN in the environment holds"):
        BearerToken(None, "SHOP_TOKEN")


@pytest.mark.parametrize("value", ["tok\n", " tok", "tok\r\n", "\ttok "])
def test_space_around_a_variable_is_dropped(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("SHOP_TOKEN", value)
    assert BearerToken(None, "SHOP_TOKEN").secrets() == ("tok",)


@pytest.mark.parametrize("value", ["", "  ", "\n"])
def test_an_empty_variable_is_none(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SHOP_TOKEN", value)
    assert not BearerToken(None, "SHOP_TOKEN").ready
    assert not BearerToken(value, "SHOP_TOKEN").ready


@pytest.mark.parametrize("value", [None, 5, True, b"us", ["us"], {"us"}, "mars", ""])
def test_a_server_is_picked_by_its_name_alone(value: Any) -> None:
    with pytest.raises(ArgumentError, match="region"):
        choose_server({"us": "https://a.example"}, value, "region")


@pytest.mark.parametrize(
    ("variables", "want"),
    [
        ({"host": "a", "port": "1"}, "https://a.example:1"),
        ({"host": "a", "port": 8443}, "https://a.example:8443"),
        ({"host": None, "port": "1"}, "host must be text, not None"),
        ({"host": b"a", "port": "1"}, "host must be text, not bytes"),
        ({"host": "a", "port": True}, "port must be text, not bool"),
        ({"host": "a", "port": 1.5}, "port must be text, not float"),
        ({"host": "a", "port": [1]}, "port must be text, not list"),
    ],
)
def test_variables_of_a_server_are_text(variables: Any, want: str) -> None:
    url = "https://{host}.example:{port}"
    if want.startswith("https"):
        assert fill_server(url, variables) == want
        return
    with pytest.raises(ArgumentError, match=want):
        fill_server(url, variables)


@pytest.mark.parametrize("value", [5, True, b"1", ["1"], object(), str])
def test_an_option_that_is_no_text_is_named(value: Any) -> None:
    with pytest.raises(ArgumentError, match="api_version must be text"):
        text_option("api_version", value)


@pytest.mark.parametrize(
    ("value", "want"),
    [
        *((None, None), (True, "true"), (False, "false")),
        *((5, "5"), (1.5, "1.5"), ("a", "a"), (["a", 1], "a,1"), ([], None)),
    ],
)
def test_options_of_other_types_are_written(value: object, want: str | None) -> None:
    assert written_option("debug", value) == want


@pytest.mark.parametrize("value", [object(), print, 5j])
def test_an_option_without_a_form_is_named(value: object) -> None:
    with pytest.raises(ArgumentError, match=r"^debug: "):
        written_option("debug", value)


@pytest.mark.parametrize(
    ("value", "explode", "want"),
    [
        ({"a": 1, "b": 2}, False, "a,1,b,2"),
        ({"a": 1, "b": 2}, True, "a=1,b=2"),
        ([1, 2], True, "1,2"),
        (datetime(2024, 1, 2, tzinfo=UTC), False, "2024-01-02T00:00:00Z"),
        (True, False, "true"),
        (None, True, None),
    ],
)
def test_options_are_exploded_as_parameters_are(
    value: object, explode: bool, want: str | None
) -> None:
    assert written_option("debug", value, explode=explode) == want


@pytest.mark.parametrize(
    ("value", "content_type", "want"),
    [
        ({"a": [1]}, "application/json", '{"a":[1]}'),
        ("x", "application/json", '"x"'),
        ("x", "text/plain", "x"),
        (None, "application/json", None),
    ],
)
def test_options_are_written_as_content(
    value: object, content_type: str, want: str | None
) -> None:
    assert content_option("debug", value, content_type) == want


def test_content_without_a_form_is_named() -> None:
    with pytest.raises(ArgumentError, match=r"^debug: "):
        content_option("debug", object(), "application/json")
