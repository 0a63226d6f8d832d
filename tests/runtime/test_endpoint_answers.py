"""What calls of endpoints that a package has no method for come to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal, NewType, TypedDict

import msgspec
import pytest
from driver import Driver, FakeTime, Fault, Faults, Note
from fault_server import FaultServer, reply
from sdk_runtime.auth.security import ApiKey, BearerToken
from sdk_runtime.call import request_builder
from sdk_runtime.call.async_download import AsyncDownload
from sdk_runtime.call.download import Download
from sdk_runtime.call.endpoint import request
from sdk_runtime.call.raw import raw, stream
from sdk_runtime.errors import (
    APIResponseError,
    APIStatusError,
    ArgumentError,
    CredentialsError,
    DriftError,
    NotFoundError,
)
from sdk_runtime.json.drift import Drift
from sdk_runtime.request.request_options import RequestOptions
from sdk_runtime.response.content import Json
from sdk_runtime.response.response import Response

Connect = Callable[..., Driver]
ANN = Note("1", "Ann")


class Extra(TypedDict):
    id: str


Id = NewType("Id", str)


JSON = "application/json"
NOTE = b'{"id":"1","name":"Ann"}'
FAULT = b'{"code":"c"}'


@pytest.mark.parametrize(
    ("kind", "body", "content_type", "value"),
    [
        (Any, NOTE, JSON, {"id": "1", "name": "Ann"}),
        (object, b"text", "text/plain", "text"),
        (Any, b"\0", "image/png", b"\0"),
        (Any, b"", JSON, None),
        (Any, b"", "", None),
        (None, NOTE, JSON, None),
        (Note, NOTE, JSON, ANN),
        (Note | None, b"null", JSON, None),
        (Note | Fault, NOTE, JSON, ANN),
        (Note | Fault, FAULT, JSON, Fault("c")),
        (Fault | Note | None, NOTE, JSON, ANN),
        (Fault | Note | None, b"null", JSON, None),
        (list[Note], b"[" + NOTE + b"]", JSON, [ANN]),
        (
            list[Fault | Note],
            b"[" + NOTE + b"," + FAULT + b"]",
            JSON,
            [ANN, Fault("c")],
        ),
        (dict[str, Note | int], b'{"a":' + NOTE + b',"b":1}', JSON, {"a": ANN, "b": 1}),
        (dict[str, list[Fault | Note]], b'{"a":[' + NOTE + b"]}", JSON, {"a": [ANN]}),
        (Annotated[Fault | Note, "said"], NOTE, JSON, ANN),
        (tuple[Note, ...], b"[" + NOTE + b"]", JSON, (ANN,)),
        (Literal["a", "b"], b'"a"', JSON, "a"),
        (Extra, NOTE, JSON, {"id": "1"}),
        (Id, b'"x"', JSON, "x"),
        (int, b"5", JSON, 5),
        (bytes, NOTE, JSON, NOTE),
        (str, b'"x"', JSON, "x"),
        (str, b"x", "text/plain", "x"),
    ],
)
def test_types(
    connect: Connect,
    server: FaultServer,
    kind: Any,
    body: bytes,
    content_type: str,
    value: object,
) -> None:
    met: list[Drift] = []
    driver = connect(on_drift=met.append)
    server.default = reply(200, body, content_type=content_type)
    for _ in range(2):
        found = driver.wait(request(driver.client, "GET", "/x", type=kind))
        assert (found, type(found)) == (value, type(value))
    answer = driver.wait(driver.client.raw_request("GET", "/x", type=kind))
    assert (answer.data, answer.status) == (value, 200)
    assert met == []


class Unknown:
    """A class that nothing decodes."""


@pytest.mark.parametrize(
    "kind", [Unknown, list[Unknown], Unknown | None, 5, "Note", list[Response[int]]]
)
def test_what_is_no_type(connect: Connect, server: FaultServer, kind: Any) -> None:
    with pytest.raises(ArgumentError, match="can't be read as"):
        request(connect().client, "GET", "/x", type=kind)
    assert server.requests == []


def test_whole_answers_and_downloads(connect: Connect, server: FaultServer) -> None:
    driver = connect()
    client: Any = driver.client
    kind = AsyncDownload if driver.asynchronous else Download
    whole = [
        driver.wait(request(client, "GET", "/x", type=Response[Note])),
        driver.wait(raw(request, client, "GET", "/x", type=Note)),
        driver.wait(client.raw_request("GET", "/x", type=Note)),
    ]
    for response in whole:
        assert (response.data, response.path) == (ANN, "/x")
    bodies = [
        driver.wait(request(client, "GET", "/x", type=kind)),
        driver.wait(stream(request, client, "GET", "/x")),
        driver.wait(stream(request, client, "GET", "/x", type=Response[Note])),
    ]
    for body in bodies:
        assert driver.collect(body) == [NOTE]
    other = Download if driver.asynchronous else AsyncDownload
    with pytest.raises(ArgumentError, match=f"must be {kind.__name__}"):
        request(client, "GET", "/x", type=other)
    with pytest.raises(ArgumentError, match=f"must be {kind.__name__}"):
        client.raw_request("GET", "/x", type=other)
    plain = driver.wait(request(client, "GET", "/x", type=Response))
    assert plain.data == {"id": "1", "name": "Ann"}


def test_what_differs_is_drift(connect: Connect, server: FaultServer) -> None:
    met: list[Drift] = []
    server.default = reply(200, b'{"id":1,"name":"A"}')
    driver = connect(on_drift=met.append)
    path, values = "/notes/{id}", {"id": 1}
    found = driver.wait(
        request(driver.client, "GET", path, path_values=values, type=Note)
    )
    assert (found.id, found.name) == (1, "A")
    assert [(one.where, one.path) for one in met] == [("GET /notes/{id}", "id")]
    strict = connect(strict=True)
    with pytest.raises(DriftError):
        strict.wait(request(strict.client, "GET", "/notes", type=Note))
    server.default = reply(200, b"<html>", content_type="text/html")
    with pytest.raises(APIResponseError, match="text/html"):
        driver.wait(request(driver.client, "GET", "/notes", type=Note))


def test_errors_and_retries(connect: Connect, server: FaultServer) -> None:
    driver = connect(time=FakeTime(), error=Json(Faults))
    server.then(reply(500), reply(503), reply(200))
    assert driver.wait(request(driver.client, "GET", "/x", type=Note)) == ANN
    server.then(reply(404, b'{"errors":[{"code":"gone"}]}'))
    with pytest.raises(NotFoundError, match="GET /x: 404 gone") as caught:
        driver.wait(request(driver.client, "GET", "/x"))
    assert caught.value.data == Faults([Fault("gone")])
    count = len(server.requests)
    server.then(reply(500))
    with pytest.raises(APIStatusError, match="500"):
        driver.wait(request(driver.client, "POST", "/x"))
    assert len(server.requests) == count + 1
    server.then(reply(500))
    driver.wait(request(driver.client, "GET", "/x"))
    assert len(server.requests) == count + 3


def test_query_and_headers(connect: Connect, server: FaultServer) -> None:
    driver = connect(headers={"X-Tenant": "t", "X-Kind": "client"})
    given = RequestOptions(headers={"x-kind": "options"}, query={"b": 3})
    driver.wait(
        request(
            driver.client,
            "GET",
            "/x",
            query={"a": ["1", "é"], "b": 2, "c": None},
            headers={"X-Kind": "call", "X-More": "1"},
            options=given,
        )
    )
    (recorded,) = server.requests
    assert recorded.target == "/x?a=1&a=%C3%A9&b=3"
    names = ("x-tenant", "x-kind", "x-more")
    assert [recorded.headers[name] for name in names] == ["t", "options", "1"]
    for arguments in ({"headers": {"X": "a\nb"}}, {"headers": {"X": 1}}, {"query": []}):
        with pytest.raises(ArgumentError):
            driver.wait(request(driver.client, "GET", "/x", **arguments))


BEARER, KEY = BearerToken("tok_12345678"), ApiKey("key_12345678", "header", "X-Key")
UNSET = ApiKey(None, "header", "X-Other")


@pytest.mark.parametrize(
    ("credentials", "security", "sent"),
    [
        ({"b": BEARER, "k": KEY}, (("b",),), {"authorization"}),
        ({"b": BEARER, "k": KEY}, (("b", "k"),), {"authorization", "x-key"}),
        # No scheme is the client's own: the first one that there is something for.
        ({"u": UNSET, "k": KEY, "b": BEARER}, (), {"x-key"}),
        ({"b": BEARER}, ((),), {"authorization"}),
        ({"u": UNSET}, (), set()),
        ({}, (), set()),
    ],
)
def test_credentials(
    connect: Connect,
    server: FaultServer,
    credentials: Any,
    security: Any,
    sent: set[str],
) -> None:
    driver = connect(credentials=credentials, security=security)
    driver.wait(request(driver.client, "GET", "/x"))
    names = server.requests[0].headers.keys()
    assert {"authorization", "x-key", "x-other"} & names == sent


def test_a_missing_credential(connect: Connect, server: FaultServer) -> None:
    driver = connect(
        credentials={"u": UNSET}, security=(("u",),), credentials_required=False
    )
    with pytest.raises(CredentialsError):
        driver.wait(request(driver.client, "GET", "/x"))


def test_calls_of_ever_new_endpoints_keep_nothing(
    connect: Connect, server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(request_builder, "_MOST_OPERATIONS", 3)
    driver = connect()
    for number in range(8):
        driver.wait(request(driver.client, "GET", f"/x/{number}"))
        assert len(driver.session.requests.prepared) <= 3


def test_unions_of_open_and_nested_models(
    connect: Connect, server: FaultServer
) -> None:
    class Page(msgspec.Struct):
        data: list[Note]

    driver = connect()
    server.default = reply(200, b'{"data":[' + NOTE + b"]}")
    found = driver.wait(request(driver.client, "GET", "/x", type=Fault | Page))
    assert found == Page([ANN])
