"""Calls of endpoints that a package has no method for, by `request` and `raw_request`."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from driver import Driver, Note
from fault_server import FaultServer
from sdk_runtime.auth.security import BearerToken
from sdk_runtime.call.endpoint import request
from sdk_runtime.call.raw import raw
from sdk_runtime.errors import (
    ArgumentError,
)
from sdk_runtime.request.payload import File
from sdk_runtime.request.request_options import OMIT, RequestOptions

Connect = Callable[..., Driver]
ANN = Note("1", "Ann")


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/notes", "/v1/notes"),
        ("notes", "/v1/notes"),
        ("/", "/v1/"),
        ("/notes?a=1", "/v1/notes?a=1&q=2"),
        ("/notes#top", "/v1/notes"),
        ("/files:search", "/v1/files:search"),
        ("/a%2Fb/é", "/v1/a%2Fb/%C3%A9"),
        ("{base}/v1/notes", "/v1/notes"),
        ("{base}/v2/notes?a=1", "/v2/notes?a=1&q=2"),
        ("{base}", "/"),
        ("{upper}/v1/notes#top", "/v1/notes"),
    ],
)
def test_where_requests_go(
    connect: Connect, server: FaultServer, path: str, target: str
) -> None:
    driver = connect(base_url=f"{server.url}/v1")
    path = path.replace("{base}", server.url).replace("{upper}", server.url.upper())
    query = {"q": 2} if "?" in path else {}
    assert driver.wait(request(driver.client, "get", path, query=query))
    assert (server.requests[0].method, server.requests[0].target) == ("GET", target)


@pytest.mark.parametrize(
    "path",
    [
        "https://evil.example/notes",
        "//evil.example/notes",
        "///evil.example/notes",
        "/\\evil.example",
        "\\\\evil.example",
        "http:/evil.example",
        "http:evil.example",
        "javascript:1",
        "files:search",
        " https://evil.example",
        "/notes\r\nX-A: b",
        "/no tes",
        "",
        "/../notes",
        "/a/./notes",
        "/a/%2e%2E/notes",
        "/a/..%2fnotes",
        "http://user:pw@127.0.0.1:{port}/notes",
        "http://127.0.0.1:{port}@evil.example/notes",
        "http://127.0.0.1:{port}.evil.example/notes",
        "http://localhost:{port}/notes",
        "http://127.0.0.1:1/notes",
        "http://127.0.0.1/notes",
        "https://127.0.0.1:{port}/notes",
        "http://127.0.0.1:{port}/../notes",
        "http://127.0.0.1:{port}\\@evil.example/",
        "http://{host}/notes",
        "ftp://127.0.0.1:{port}/notes",
    ],
)
def test_what_leads_elsewhere_is_refused(
    connect: Connect, server: FaultServer, path: str
) -> None:
    driver = connect(credentials={"b": BearerToken("tok_12345678")}, security=(("b",),))
    port = server.url.rpartition(":")[2]
    with pytest.raises(ArgumentError) as caught:
        driver.wait(request(driver.client, "GET", path.replace("{port}", port)))
    assert "tok_" not in str(caught.value)
    assert "pw" not in str(caught.value)
    assert server.requests == []


@pytest.mark.parametrize(
    ("path", "values", "target"),
    [
        ("/a/{id}", {"id": "x/y?z#é %"}, "/a/x%2Fy%3Fz%23%C3%A9%20%25"),
        ("/a/{id}/b/{n}", {"n": 2, "id": True}, "/a/true/b/2"),
        ("/a/{id}/{id}", {"id": "1"}, "/a/1/1"),
        ("/a/{ids}", {"ids": [1, 2]}, "/a/1,2"),
        ("/a/{b c}", {"b c": 1}, None),
        ("{base}/a/{id}", {"id": "é"}, "/a/%C3%A9"),
        ("/a/{id}", {"id": ".."}, None),
        ("/a/{x}{y}", {"x": ".", "y": "."}, None),
        ("/a/{id}", {"id": ""}, None),
        ("/a/{id}", {"id": None}, None),
        ("/a/{id}", {"id": OMIT}, None),
        ("/a/{id}", {}, None),
        ("/a/1", {"id": "1"}, None),
        ("/a/{id}", {"ID": "1"}, None),
        ("/a/{id}", ["1"], None),
    ],
)
def test_the_values_of_a_path(
    connect: Connect, server: FaultServer, path: str, values: Any, target: str | None
) -> None:
    driver = connect()
    path = path.replace("{base}", server.url)
    if target is None:
        with pytest.raises(ArgumentError):
            driver.wait(request(driver.client, "GET", path, path_values=values))
        assert server.requests == []
    else:
        driver.wait(request(driver.client, "GET", path, path_values=values))
        assert server.requests[0].target == target


@pytest.mark.parametrize("method", ["", "CONNECT", "GET /", "GE\nT", "Ä", None, b"GET"])
def test_methods_that_nothing_is(connect: Connect, method: Any) -> None:
    with pytest.raises(ArgumentError):
        request(connect().client, method, "/notes")


@pytest.mark.parametrize("client", [None, "client", Driver, object()])
def test_what_is_no_client(client: Any) -> None:
    with pytest.raises(ArgumentError, match="must be a client"):
        request(client, "GET", "/notes")
    with pytest.raises(ArgumentError, match="must be a client"):
        raw(request, client, "GET", "/notes")


JSON = "application/json"


@pytest.mark.parametrize(
    ("body", "headers", "content_type", "sent"),
    [
        (OMIT, {}, None, b""),
        (None, {}, JSON, b"null"),
        ({}, {}, JSON, b"{}"),
        ({"a": OMIT, "n": ANN}, {}, JSON, b'{"n":{"id":"1","name":"Ann"}}'),
        ([1, "é"], {}, JSON, '[1,"é"]'.encode()),
        (ANN, {}, JSON, b'{"id":"1","name":"Ann"}'),
        ("text", {}, JSON, b'"text"'),
        ("té", {"content-type": "text/plain"}, "text/plain", "té".encode()),
        ("<a/>", {"Content-Type": "text/xml"}, "text/xml", b"<a/>"),
        ({"a": 1}, {"Content-Type": "a/b+json"}, "a/b+json", b'{"a":1}'),
        (b"{}", {"Content-Type": JSON}, JSON, b"{}"),
        (b"\0\xff", {}, "application/octet-stream", b"\0\xff"),
        (lambda: io.BytesIO(b"ab"), {}, "application/octet-stream", b"ab"),
        (File(b"a", content_type="image/png"), {}, "image/png", b"a"),
        ({"a": [1, 2]}, {"Content-Type": "application/x-www-form-urlencoded"}, 0, 0),
        ({"f": File(b"abc", "f.txt")}, {}, "multipart/form-data", b"abc"),
        ({"f": 1}, {"Content-Type": "multipart/form-data"}, "multipart/form-data", 0),
    ],
)
def test_bodies(
    connect: Connect,
    server: FaultServer,
    body: Any,
    headers: dict[str, str],
    content_type: Any,
    sent: Any,
) -> None:
    driver = connect()
    given = RequestOptions(headers=headers)
    body = body() if callable(body) else body
    driver.wait(request(driver.client, "POST", "/x", body=body, options=given))
    (recorded,) = server.requests
    found = recorded.headers.get("content-type", "")
    if content_type == 0:
        assert (found, recorded.body) == (*headers.values(), b"a=1&a=2")
    elif content_type == "multipart/form-data":
        assert found.startswith("multipart/form-data; boundary=")
        assert (sent or b'name="f"') in recorded.body
    else:
        assert (found or None, recorded.body) == (content_type, sent)


def test_a_path_is_a_file(
    connect: Connect, server: FaultServer, tmp_path: Path
) -> None:
    (tmp_path / "a.bin").write_bytes(b"abc")
    driver = connect()
    driver.wait(request(driver.client, "PUT", "/x", body=tmp_path / "a.bin"))
    assert server.requests[0].body == b"abc"


@pytest.mark.parametrize("body", [{"a": object()}, {1, 2} | {object()}, lambda: 1])
def test_what_is_no_body(connect: Connect, server: FaultServer, body: Any) -> None:
    driver = connect()
    with pytest.raises(ArgumentError):
        driver.wait(request(driver.client, "POST", "/x", body=body))
    assert server.requests == []


def test_members_of_the_options(connect: Connect, server: FaultServer) -> None:
    driver = connect()
    given = RequestOptions(body={"b": 2})
    for body in ({"a": 1}, OMIT):
        driver.wait(request(driver.client, "POST", "/x", body=body, options=given))
    assert [one.body for one in server.requests] == [b'{"a":1,"b":2}', b'{"b":2}']
    with pytest.raises(ArgumentError):
        driver.wait(request(driver.client, "POST", "/x", body=b"", options=given))
    wrong: Any = {"timeout": 1}
    with pytest.raises(ArgumentError):
        driver.wait(request(driver.client, "POST", "/x", options=wrong))
