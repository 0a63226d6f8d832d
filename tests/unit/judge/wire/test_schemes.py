"""The credentials that operations need, and whether requests carry them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.judge.source.original import Original
from tests.judge.wire.loopback import Received
from tests.judge.wire.request.security_schemes import (
    alternatives,
    carries,
    read_scheme,
    scheme_fault,
)

SCHEMES = {
    "header": {"type": "apiKey", "in": "header", "name": "X-Key"},
    "query": {"type": "apiKey", "in": "query", "name": "k"},
    "cookie": {"type": "apiKey", "in": "cookie", "name": "c"},
    "user": {"type": "http", "scheme": "Basic"},
    "token": {"type": "http", "scheme": "bearer"},
    "word": {"type": "http", "scheme": "Token"},
    "flow": {"type": "oauth2", "flows": {}},
    "digest": {"type": "http", "scheme": "digest"},
    "tls": {"type": "mutualTLS"},
}


def document(tmp_path: Path, security: Any = None) -> Original:
    own = {} if security is None else {"security": security}
    place = tmp_path / "a.json"
    found = {
        "openapi": "3.1.0",
        "security": [{"token": []}],
        "paths": {"/a": {"get": own}},
        "components": {"securitySchemes": SCHEMES},
    }
    place.write_text(json.dumps(found), "utf-8")
    return Original(place)


def received(target: str = "/a", **headers: str) -> Received:
    named = tuple((name.replace("_", "-"), text) for name, text in headers.items())
    return Received("GET", target, named, b"")


@pytest.mark.parametrize(
    ("security", "want"),
    [
        (None, [["token"]]),
        ([], []),
        (
            [{"header": []}, {"query": [], "cookie": []}],
            [["header"], ["query", "cookie"]],
        ),
        ([{}, {"user": []}], [[], ["user"]]),
        ([{"#/components/securitySchemes/user": []}], [["user"]]),
    ],
)
def test_what_is_needed(security: Any, want: list[list[str]], tmp_path: Path) -> None:
    original = document(tmp_path, security)
    [(_, _, _, operation)] = original.operations()
    found = alternatives(original, operation)
    assert [[scheme.name for scheme in each] for each in found] == want


@pytest.mark.parametrize(
    ("scheme", "secrets", "request_", "is_there"),
    [
        ("header", ["s"], received(x_key="s"), True),
        ("header", ["s"], received(x_keys="s"), False),
        ("header", ["s"], received("/a?X-Key=s"), False),
        ("query", ["s s"], received("/a?k=s%20s"), True),
        ("query", ["s"], received("/a?K=s"), False),
        ("cookie", ["s"], received(cookie="a=b; c=s"), True),
        ("cookie", ["s"], received(cookie="a=s"), False),
        ("user", ["u", "p"], received(authorization="Basic dTpw"), True),
        ("user", ["p", "u"], received(authorization="Basic dTpw"), False),
        ("token", ["s"], received(authorization="Bearer s"), True),
        ("token", ["s"], received(authorization="bearer s"), True),
        ("token", ["s"], received(authorization="Basic s"), False),
        ("word", ["s"], received(authorization="Token s"), True),
        ("word", ["s"], received(authorization="Bearer s"), False),
        ("flow", ["s", "t"], received(authorization="Bearer t"), True),
        ("flow", ["s"], received(), False),
    ],
)
def test_what_is_sent(
    scheme: str, secrets: list[str], request_: Received, is_there: bool, tmp_path: Path
) -> None:
    found = read_scheme(document(tmp_path), scheme)
    assert found.reason == ""
    assert (scheme_fault(found, request_, secrets) == "") is is_there


@pytest.mark.parametrize("scheme", ["digest", "tls", "nowhere"])
def test_what_cannot_be_judged_has_a_reason(scheme: str, tmp_path: Path) -> None:
    assert read_scheme(document(tmp_path), scheme).reason


@pytest.mark.parametrize(
    ("request_", "want"),
    [
        (received(), False),
        (received("/a?b=s-1"), True),
        (received(cookie="c=s-1"), True),
        (received(authorization="Basic cy0xOnMtMg=="), True),
    ],
)
def test_secrets_anywhere(request_: Received, want: bool) -> None:
    assert carries(request_, ["s-1", "s-2"]) is want
