"""Servers, security schemes and what operations require of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from reader_documents import (
    Tree,
    document,
    operation,
    read_operation,
    read_tree,
)

from generator.ir.name import Name
from generator.ir.security import (
    ApiKey,
    Exchange,
    Flow,
    Http,
    Mechanism,
    MutualTls,
    OAuth2,
    OpenIdConnect,
    Requirement,
)
from generator.ir.value import Text


def test_servers_of_the_document_the_path_and_the_operation(tmp_path: Path) -> None:
    root = {"url": "https://{region}.example.com", "variables": {}, "name": "main"}
    root["variables"] = {
        "region": {"default": "eu", "enum": ["eu", "us"], "description": "Where"}
    }
    paths = {
        "/a": {"get": operation()},
        "/b": {"servers": [{"url": "/b"}], "get": operation()},
        "/c": {
            "servers": [{"url": "/b"}],
            "get": operation(servers=[{"url": "/c", "x-sdk-name": "sea"}]),
        },
    }
    result = read_tree(tmp_path, document(paths=paths, servers=[root]))
    (server,) = result.api.servers
    assert server.name == Name(wire="main")
    (variable,) = server.variables
    assert (variable.default, variable.choices) == ("eu", ("eu", "us"))
    found = [one.servers for one in result.api.operations]
    assert [[one.url for one in servers] for servers in found] == [[], ["/b"], ["/c"]]
    assert found[2][0].name == Name(wire="", preferred="sea")


SCHEMES: list[tuple[Tree, Mechanism]] = [
    ({"type": "http", "scheme": "Bearer"}, Http(scheme="bearer")),
    ({"type": "http", "scheme": "basic"}, Http(scheme="basic")),
    (
        {"type": "apiKey", "in": "cookie", "name": "sid"},
        ApiKey(parameter="sid", location="cookie"),
    ),
    ({"type": "http", "scheme": "Digest"}, Http(scheme="digest")),
    (
        {
            "type": "openIdConnect",
            "openIdConnectUrl": "https://example.com/.well-known",
        },
        OpenIdConnect(url="https://example.com/.well-known"),
    ),
    (
        {
            "type": "oauth2",
            "flows": {
                "clientCredentials": {
                    "tokenUrl": "https://example.com/token",
                    "scopes": {"read": "Read", "write": "Write"},
                }
            },
        },
        OAuth2(
            flows=(
                Flow(
                    name="clientCredentials",
                    token_url="https://example.com/token",
                    scopes=("read", "write"),
                ),
            )
        ),
    ),
]


@pytest.mark.parametrize(("scheme", "want"), SCHEMES)
def test_security_schemes(tmp_path: Path, scheme: Tree, want: Mechanism) -> None:
    written = scheme | {"description": "How", "x-sdk-environment": "TOKEN"}
    result = read_operation(
        tmp_path, {}, components={"securitySchemes": {"a": written}}
    )
    (found,) = result.api.schemes
    assert found.mechanism == want
    assert (found.id, found.environment) == ("a", "TOKEN")
    assert found.docs.description == Text(raw="How")
    assert result.codes == []


LEFT: list[tuple[Tree, Mechanism]] = [
    ({"type": "mutualTLS"}, MutualTls()),
    ({"type": "http", "scheme": "Negotiate"}, Exchange(scheme="negotiate")),
    ({"type": "http", "scheme": "HOBA"}, Exchange(scheme="hoba")),
    ({"type": "http", "scheme": "ntlm"}, Exchange(scheme="ntlm")),
]


@pytest.mark.parametrize(("scheme", "want"), LEFT)
def test_what_is_left_to_the_transport(
    tmp_path: Path, scheme: Tree, want: Mechanism
) -> None:
    result = read_operation(tmp_path, {}, components={"securitySchemes": {"a": scheme}})
    (found,) = result.api.schemes
    assert found.mechanism == want
    assert result.codes == ["security-transport"]


def requirement(name: str, *scopes: str) -> Requirement:
    return Requirement(scheme=name, scopes=scopes)


SECURITY: list[tuple[Any, tuple[tuple[Requirement, ...], ...]]] = [
    (None, ((requirement("a"),),)),
    ([], ()),
    ([{}], ((),)),
    ([{"b": []}, {}], ((requirement("b"),), ())),
    ([{"a": [], "b": ["read"]}], ((requirement("a"), requirement("b", "read")),)),
    ([{"#/components/securitySchemes/b": []}], ((requirement("b"),),)),
]


@pytest.mark.parametrize(("security", "want"), SECURITY)
def test_what_an_operation_requires(
    tmp_path: Path, security: object, want: tuple[tuple[Requirement, ...], ...]
) -> None:
    bearer = {"type": "http", "scheme": "bearer"}
    result = read_operation(
        tmp_path,
        {} if security is None else {"security": security},
        security=[{"a": []}],
        components={"securitySchemes": {"a": bearer, "b": bearer}},
    )
    assert result.operation.security == want
    assert result.api.security == ((requirement("a"),),)
