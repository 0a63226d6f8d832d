"""What calls of generated packages return and raise for answers that are neither 2xx nor errors."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

import httpx2
import pytest

from tests.contract.conftest import Made

Tree = dict[str, Any]
Make = Callable[[Mapping[str, Any]], Made]

NOTE = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}
JSON = {"application/json": {"schema": NOTE}}
EVENTS = {"text/event-stream": {"schema": NOTE}}
RAISES = "raises"


def document(method: str, statuses: Mapping[str, Tree | None]) -> Tree:
    """One operation; each status with its content, None for none."""
    responses = {
        status: {"description": status} | ({"content": content} if content else {})
        for status, content in statuses.items()
    }
    operation = {"operationId": "fetch", "tags": ["a"], "responses": responses}
    info = {"title": "T", "version": "1"}
    servers = [{"url": "https://a.example"}]
    paths = {"/a": {method: operation}}
    return {"openapi": "3.1.0", "info": info, "servers": servers, "paths": paths}


def answer(request: httpx2.Request, status: int, headers: Mapping[str, str]) -> Any:
    if request.url.path == "/elsewhere":
        return httpx2.Response(200, json={"id": "elsewhere"})
    content = b"" if status == 304 else b'{"id":"1"}'
    kind = {"Content-Type": "application/json"}
    return httpx2.Response(status, content=content, headers={**kind, **headers})


def results(made: Made, status: int, headers: Mapping[str, str]) -> list[Any]:
    """What the calls of both clients come to, with the status and an ETag by `raw`."""
    transport = httpx2.MockTransport(lambda each: answer(each, status, headers))
    sync, asynchronous = made.clients
    module = made.module
    found: list[Any] = []
    with sync(http_client=httpx2.Client(transport=transport)) as client:
        try:
            value = client.a.fetch()
            response = module.raw(client.a.fetch)
            found.append((_plain(value), response.status, response.headers.get("etag")))
        except module.errors.APIStatusError as error:
            found.append((RAISES, error.status_code, error.headers.get("etag")))

    async def call() -> None:
        own = httpx2.AsyncClient(transport=transport)
        async with asynchronous(http_client=own) as client:
            try:
                value = await client.a.fetch()
                response = await module.raw(client.a.fetch)
                etag = response.headers.get("etag")
                found.append((_plain(value), response.status, etag))
            except module.errors.APIStatusError as error:
                found.append((RAISES, error.status_code, error.headers.get("etag")))

    asyncio.run(call())
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return value["id"]
    return getattr(value, "id", value)


TO = {"Location": "/elsewhere"}
FTP = {"Location": "ftp://a.example/x"}
# The method, what is described, and the answer; what the call comes to.
ROWS: list[tuple[str, Mapping[str, Tree | None], int, Tree, Any, int]] = [
    ("get", {"200": JSON, "304": None}, 200, {}, "1", 200),
    ("get", {"200": JSON, "304": None}, 304, {}, None, 304),
    ("get", {"200": JSON, "304": None}, 304, TO, None, 304),
    ("get", {"200": JSON, "304": JSON}, 304, {}, None, 304),
    ("get", {"200": JSON, "304": None, "default": JSON}, 304, {}, None, 304),
    ("get", {"304": None}, 304, {}, None, 304),
    ("get", {"3XX": None}, 304, {}, None, 304),
    ("get", {"302": None, "304": None}, 304, {}, None, 304),
    ("post", {"204": None, "304": None}, 304, {}, None, 304),
    ("head", {"200": JSON, "304": None}, 304, {}, None, 304),
    ("get", {"200": JSON}, 304, {}, RAISES, 304),
    ("get", {"200": JSON, "3XX": None}, 304, {}, RAISES, 304),
    ("get", {"default": JSON}, 304, {}, RAISES, 304),
    # A redirect that says where is followed, described or not.
    ("get", {"200": JSON, "302": None}, 302, TO, "elsewhere", 200),
    ("get", {"302": None}, 302, TO, "elsewhere", 200),
    ("get", {"3XX": None}, 307, TO, "elsewhere", 200),
    ("get", {"303": JSON}, 303, TO, "elsewhere", 200),
    ("get", {"200": JSON}, 302, TO, "elsewhere", 200),
    # One that can't be followed is an error.
    ("get", {"302": None}, 302, FTP, RAISES, 302),
    ("post", {"302": None}, 302, TO, RAISES, 302),
    # One without a Location is an answer where no 2xx is described.
    ("get", {"302": None}, 302, {}, None, 302),
    ("get", {"302": JSON}, 302, {}, "1", 302),
    ("get", {"300": JSON}, 300, {}, "1", 300),
    ("get", {"3XX": JSON}, 301, {}, "1", 301),
    ("post", {"303": None}, 303, {}, None, 303),
    ("post", {"303": None, "400": JSON}, 303, {}, None, 303),
    ("get", {"302": None, "default": JSON}, 302, {}, None, 302),
    ("get", {"200": JSON, "302": None}, 302, {}, RAISES, 302),
    ("get", {"302": None}, 301, {}, RAISES, 301),
    ("get", {"302": None}, 404, {}, RAISES, 404),
]


@pytest.mark.parametrize(
    ("method", "described", "status", "headers", "want", "seen"), ROWS
)
def test_redirects(
    package_of: Make,
    method: str,
    described: Mapping[str, Tree | None],
    status: int,
    headers: Tree,
    want: Any,
    seen: int,
) -> None:
    made = package_of(document(method, described))
    found = results(made, status, {"ETag": "e", **headers})
    etag = None if want == "elsewhere" else "e"
    assert found == [(want, seen, etag)] * 2


@pytest.mark.parametrize(
    ("described", "returned"),
    [
        ({"200": JSON, "304": None}, "FetchResponse | None"),
        ({"204": None, "304": None}, "None"),
        ({"304": None}, "None"),
        ({"300": JSON}, "FetchResponse"),
        ({"302": JSON}, "Any"),
        ({"200": JSON, "302": None}, "FetchResponse"),
        ({"200": EVENTS, "304": None}, "Stream[FetchResponse]"),
    ],
)
def test_the_annotation_says_it(
    package_of: Make, described: Mapping[str, Tree | None], returned: str
) -> None:
    made = package_of(document("get", described))
    name = made.module.__name__
    said = made.read(f"{name}/resources/a.py")
    assert f"RequestOptions | None = None) -> {returned}:" in said
    is_said = "it hasn't changed (304)" in said
    assert is_said is (returned == "FetchResponse | None")
