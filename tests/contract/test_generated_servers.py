"""Where the clients of generated packages send requests, by what their documents say of servers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

import httpx2
import pytest

from tests.contract.conftest import Made

Tree = dict[str, Any]
Make = Callable[[Mapping[str, Any]], Made]

ROOT = "https://h.example"
ANSWER: Tree = {"responses": {"204": {"description": "Done."}}}
WHOLE = {"server": {"default": "http://localhost:5055"}}
ENVIRONMENTS = [{"url": "/eu/v1", "name": "eu"}, {"url": "/us/v1", "name": "us"}]
ABSOLUTE = {"url": "https://api.example/v1"}


def document(*servers: Tree, **more: Any) -> Tree:
    own = {"servers": [*servers]} if servers else {}
    info = {"title": "T", "version": "1"}
    get = {"get": {"operationId": "send", "tags": ["a"], **ANSWER, **more}}
    return {"openapi": "3.2.0", "info": info, **own, "paths": {"/a": get}}


def urls(made: Made, **arguments: Any) -> list[str]:
    """Where both clients send a request."""
    seen: list[str] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(str(request.url))
        return httpx2.Response(204)

    transport = httpx2.MockTransport(answer)
    sync, asynchronous = made.clients
    with sync(http_client=httpx2.Client(transport=transport), **arguments) as client:
        client.a.send()

    async def call() -> None:
        own = httpx2.AsyncClient(transport=transport)
        async with asynchronous(http_client=own, **arguments) as client:
            await client.a.send()

    asyncio.run(call())
    return seen


def variable(url: str, default: str, *choices: str) -> Tree:
    described: Tree = {"default": default} | ({"enum": [*choices]} if choices else {})
    return {
        "url": url,
        "variables": {url.partition("{")[2].partition("}")[0]: described},
    }


# The servers, what the client is made with, and the URL without the operation's own path.
RELATIVE: list[tuple[list[Tree], str, str]] = [
    ([{"url": "/api/v1"}], ROOT, f"{ROOT}/api/v1"),
    ([{"url": "/api/v1"}], f"{ROOT}/", f"{ROOT}/api/v1"),
    ([{"url": "/api/v1"}], f"{ROOT}//", f"{ROOT}/api/v1"),
    ([{"url": "/api/v1"}], f"{ROOT}/proxy", f"{ROOT}/proxy"),
    ([{"url": "/api/v1"}], f"{ROOT}/api/v1/", f"{ROOT}/api/v1"),
    ([{"url": "/api/v1/"}], ROOT, f"{ROOT}/api/v1"),
    ([{"url": "api/v1"}], ROOT, f"{ROOT}/api/v1"),
    ([{"url": "./api"}], ROOT, f"{ROOT}/api"),
    ([{"url": "../v2"}], ROOT, f"{ROOT}/v2"),
    ([{"url": "index.php/v1"}], ROOT, f"{ROOT}/index.php/v1"),
    ([{"url": "v1.0/api"}], ROOT, f"{ROOT}/v1.0/api"),
    ([{"url": "./"}], ROOT, ROOT),
    ([{"url": "."}], ROOT, ROOT),
    ([{"url": "/"}], ROOT, ROOT),
    ([{"url": ""}], ROOT, ROOT),
    ([], ROOT, ROOT),
    ([{"url": "/api?key=1#top"}], ROOT, f"{ROOT}/api"),
    ([{"url": "/ä b"}], ROOT, f"{ROOT}/%C3%A4%20b"),
    ([{"url": "/v1"}, {"url": "/v2"}], ROOT, f"{ROOT}/v1"),
    ([variable("/{base}", "api/v1")], ROOT, f"{ROOT}/api/v1"),
    ([variable("{base}", "/api/v1")], ROOT, f"{ROOT}/api/v1"),
    ([variable("{root}/luis/v2", "")], ROOT, f"{ROOT}/luis/v2"),
    ([variable("{root}/luis/v2", "")], f"{ROOT}/x", f"{ROOT}/x"),
    (ENVIRONMENTS, ROOT, f"{ROOT}/eu/v1"),
    ([{"url": "wss://h.example/events"}, {"url": "/api"}], ROOT, f"{ROOT}/api"),
]


@pytest.mark.parametrize(("servers", "base_url", "url"), RELATIVE)
def test_relative_servers(
    package_of: Make, servers: list[Tree], base_url: str, url: str
) -> None:
    made = package_of(document(*servers))
    assert urls(made, base_url=base_url) == [f"{url}/a"] * 2
    assert urls(made, base_url=httpx2.URL(base_url)) == [f"{url}/a"] * 2
    for client in made.clients:
        with pytest.raises(TypeError, match="base_url"):
            client()


# The servers, other arguments of the client, and the URL without the operation's own path.
ABSOLUTES: list[tuple[list[Tree], Tree, str]] = [
    ([ABSOLUTE], {}, "https://api.example/v1"),
    ([ABSOLUTE], {"base_url": ROOT}, ROOT),
    ([ABSOLUTE, {"url": "/v1"}], {}, "https://api.example/v1"),
    ([{"url": "/v1"}, ABSOLUTE], {}, "https://api.example/v1"),
    ([{"url": "/v1"}, ABSOLUTE], {"base_url": ROOT}, ROOT),
    ([{"url": "//api.example/v1/"}], {}, "https://api.example/v1"),
    (
        [variable("https://{host}/v1", "https://eu.example")],
        {},
        "https://eu.example/v1",
    ),
    ([{"url": "api.example.com/v1"}], {}, "https://api.example.com/v1"),
    ([{"url": "localhost:8080/v1"}], {}, "http://localhost:8080/v1"),
    ([{"url": "10.0.0.1:8443"}], {}, "https://10.0.0.1:8443"),
    ([variable("{host}/v1", "eu.example.com")], {}, "https://eu.example.com/v1"),
    ([{"url": "//api.example"}], {"base_url": f"{ROOT}/x"}, f"{ROOT}/x"),
    ([{"url": "https://api.example/v1?key=1"}], {}, "https://api.example/v1"),
    ([variable("//{at}/v1", "eu.example")], {}, "https://eu.example/v1"),
    (
        [variable("//{at}/v1", "eu.example")],
        {"at": "b.example"},
        "https://b.example/v1",
    ),
    ([variable("{root}/v1", "//eu.example/")], {}, "https://eu.example/v1"),
    (
        [variable("{root}/v1", "http://localhost:5055")],
        {},
        "http://localhost:5055/v1",
    ),
    (
        [variable("{root}/v1", "http://localhost:5055/")],
        {"root": "https://h.example/"},
        f"{ROOT}/v1",
    ),
    ([variable("{root}", "https://eu.example/v1")], {}, "https://eu.example/v1"),
    (
        [variable("{root}", "https://eu.example", "https://eu.example", "http://a")],
        {"root": "https://h.example/x"},
        f"{ROOT}/x",
    ),
    ([variable("{root}/v1", "http://h.example")], {"base_url": ROOT}, ROOT),
    (
        [variable("{root}/v1", "http://h.example")],
        {"allow_http": True},
        "http://h.example/v1",
    ),
]


@pytest.mark.parametrize(("servers", "arguments", "url"), ABSOLUTES)
def test_absolute_servers(
    package_of: Make, servers: list[Tree], arguments: Tree, url: str
) -> None:
    assert urls(package_of(document(*servers)), **arguments) == [f"{url}/a"] * 2


@pytest.mark.parametrize(
    ("servers", "arguments", "url"),
    [
        (ENVIRONMENTS, {"server": "us"}, f"{ROOT}/us/v1"),
        ([variable("/{base}", "v1", "v1", "v2")], {"base": "v2"}, f"{ROOT}/v2"),
        ([variable("/{base}", "")], {"base": "v2"}, f"{ROOT}/v2"),
        ([variable("{base}", "/v1", "https://b.example")], {}, f"{ROOT}/v1"),
    ],
)
def test_choices_of_relative_servers(
    package_of: Make, servers: list[Tree], arguments: Tree, url: str
) -> None:
    made = package_of(document(*servers))
    assert urls(made, base_url=ROOT, **arguments) == [f"{url}/a"] * 2
    # Another path replaces what was chosen.
    assert urls(made, base_url=f"{ROOT}/x", **arguments) == [f"{ROOT}/x/a"] * 2


@pytest.mark.parametrize(
    ("servers", "own", "url"),
    [
        (["/v1"], ["/v2"], f"{ROOT}/v2"),
        (["/v1"], ["v2"], f"{ROOT}/v2"),
        (["/v1"], ["/v1"], f"{ROOT}/v1"),
        (["/v1"], ["/"], ROOT),
        (["/v1"], ["//b.example/v2"], "https://b.example/v2"),
        (["/v1"], ["https://b.example/v2"], "https://b.example/v2"),
        ([], ["/v2"], f"{ROOT}/v2"),
        (["https://a.example/v1"], ["/v2"], ROOT),
    ],
)
def test_servers_of_an_operation(
    package_of: Make, servers: list[str], own: list[str], url: str
) -> None:
    listed = [{"url": each} for each in servers]
    described = document(*listed, servers=[{"url": each} for each in own])
    assert urls(package_of(described), base_url=ROOT) == [f"{url}/a"] * 2
    # A path item's servers are its operations'.
    described = document(*listed)
    described["paths"]["/a"]["servers"] = [{"url": each} for each in own]
    assert urls(package_of(described), base_url=ROOT) == [f"{url}/a"] * 2


def test_a_base_path_of_swagger(package_of: Make) -> None:
    described = document()
    del described["openapi"]
    made = package_of({"swagger": "2.0", "basePath": "/api/v2/", **described})
    assert urls(made, base_url=ROOT) == [f"{ROOT}/api/v2/a"] * 2
    assert urls(made, base_url=f"{ROOT}/x") == [f"{ROOT}/x/a"] * 2


def test_the_path_is_named(package_of: Make) -> None:
    made = package_of(document({"url": "api/`v1`"}, {"url": "/v2"}))
    for client in made.clients:
        for arguments in ({}, {"base_url": None}):
            with pytest.raises(
                made.module.ArgumentError, match="a path, /api/`v1`, and"
            ):
                client(**arguments)
    said = " ".join((made.clients[0].__doc__ or "").split())
    assert (
        "Where the API is served. `/api/`v1`` goes behind a URL without a path" in said
    )
    assert "Others are `/v2`." in said
    assert "names, `` /api/`v1` ``" in made.read("README.md")


def test_no_path_is_named_where_there_is_none(package_of: Make) -> None:
    made = package_of(document({"url": "/"}))
    assert "names no host" not in made.read("README.md")
    said = " ".join((made.clients[0].__doc__ or "").split())
    assert "base_url: Where the API is served. headers:" in said
