"""A whole body of another JSON type than the one described is an error, not a value."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any, Literal

import pytest
from codec_support import Declared, Fish, Note, OneOrMany, Pet, Settings
from driver import Driver, method
from fault_server import FaultServer, reply
from sdk_runtime.auth.security import BearerToken
from sdk_runtime.errors import APIResponseError, DriftError, NotFoundError
from sdk_runtime.response.content import Json
from sdk_runtime.webhooks.parse import parse

Connect = Callable[..., Driver]

VALUES: dict[str, object] = {
    "null": None,
    "array": [],
    "string": "x",
    "integer": 1,
    "number": 1.5,
    "boolean": True,
    "object": {"id": 1},
}

TAKEN: list[tuple[Any, str]] = [
    (Note, "object"),
    (Settings, "object"),
    (Pet, "object"),
    (Declared, "object"),
    (Note | None, "object null"),
    (Pet | None, "object null"),
    (OneOrMany, "object array integer number"),
    (list[Note], "array"),
    (list[Note] | None, "array null"),
    (tuple[int, str], "array"),
    (dict[str, Note], "object"),
    (dict[str, Any] | list[Any], "object array"),
    (Note | str, "object string"),
    (str, "string"),
    (Literal["a", "b"] | str, "string"),
    (Literal["a"], "string"),
    (datetime, "string"),
    (bytes, "string"),
    # JSON knows one type of numbers.
    (int, "integer number"),
    (float, "integer number"),
    (int | None, "integer number null"),
    (bool, "boolean"),
    (None, "null"),
    (Any, " ".join(VALUES)),
]


@pytest.mark.parametrize("kind", VALUES)
@pytest.mark.parametrize(("type_", "taken"), TAKEN)
def test_kinds(
    connect: Connect, server: FaultServer, type_: Any, taken: str, kind: str
) -> None:
    drifts: list[Any] = []
    body = json.dumps(VALUES[kind]).encode()
    server.then(reply(200, body))
    operation = method("GET", responses={"200": Json(type_)})
    driver = connect(on_drift=drifts.append)
    if kind in taken.split():
        driver.send(operation)
        return
    with pytest.raises(APIResponseError, match=r"expected .*, found") as caught:
        driver.send(operation)
    assert not isinstance(caught.value, DriftError)
    assert (caught.value.status_code, caught.value.body) == (200, body)
    assert repr(body.decode()) in str(caught.value)
    assert drifts == []


def test_a_body_of_another_kind_departs_when_strict(
    connect: Connect, server: FaultServer
) -> None:
    server.default = reply(200, b"[1]")
    with pytest.raises(DriftError) as caught:
        connect(strict=True).send()
    assert [drift.path for drift in caught.value.drifts] == ["$"]


def test_what_is_inside_of_a_body_is_kept(
    connect: Connect, server: FaultServer
) -> None:
    server.default = reply(200, b'{"data":[null,"x",[],{"id":"1"}]}')
    got = connect().send(method("GET", responses={"200": Json(dict[str, list[Note]])}))
    assert got == {"data": [None, "x", [], Note(id="1")]}


def test_the_body_of_an_error_may_be_of_any_kind(
    connect: Connect, server: FaultServer
) -> None:
    server.default = reply(404, b'["no", "such"]')
    operation = method("GET", errors={"404": Json(Note)})
    with pytest.raises(NotFoundError) as caught:
        connect().send(operation)
    assert caught.value.data == ["no", "such"]


@pytest.mark.parametrize("body", [b"null", b"[]", b'"x"', b"<html>"])
def test_what_a_server_sends_by_itself(body: bytes) -> None:
    with pytest.raises(APIResponseError):
        parse(Fish, body)


LONG = b"<html><title>Log in</title>\n" + b"<p>" * 1000


@pytest.mark.parametrize(
    ("media", "body", "want"),
    [
        (
            "text/html; charset=utf-8",
            LONG,
            "200 text/html: the body is not JSON: '<html><title>Log in</title>\\n<p>",
        ),
        ("application/json", b"{", "200 application/json: the body is not JSON: '{'"),
        ("", b"\x00\xff", "200 without a Content-Type: the body is not JSON: "),
        ("a/" + "b" * 5000, b"x", "200 a/bbb"),
        (
            "application/json",
            b'["tok_abcdefghijkl"]',
            "expected Note, found list: '[\"[secret]\"]'",
        ),
    ],
)
def test_the_error_tells_what_came(
    connect: Connect, server: FaultServer, media: str, body: bytes, want: str
) -> None:
    server.then(reply(200, body, content_type=media))
    driver = connect(
        credentials={"bearer": BearerToken("tok_abcdefghijkl")}, security=[["bearer"]]
    )
    with pytest.raises(APIResponseError) as caught:
        driver.send()
    assert str(caught.value).startswith("GET /notes/1: 200 ")
    assert want in str(caught.value)
    assert len(str(caught.value)) < 500
    assert "\n" not in str(caught.value)


def test_a_body_beyond_the_limit_says_what_to_do(
    connect: Connect, server: FaultServer
) -> None:
    server.default = reply(200, b"x" * 2000)
    with pytest.raises(APIResponseError, match=r"max_response_bytes.*stream"):
        connect(max_response_bytes=1000).send()
