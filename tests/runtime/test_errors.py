"""The error classes, what they carry, and what they don't show."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from driver import GET, Driver, Fault, Faults, method
from fault_server import FaultServer, does, raw, reply
from sdk_runtime import errors
from sdk_runtime.auth.security import BearerToken
from sdk_runtime.errors import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    BadRequestError,
    ConflictError,
    ForbiddenError,
    NotFoundError,
    RateLimitError,
    ServerError,
    UnauthorizedError,
    UnprocessableEntityError,
)
from sdk_runtime.response.content import Json
from sdk_runtime.response.response import Headers

Connect = Callable[..., Driver]


TOKEN = "tok_1234567890abcdef"


BODY = '{"errors":[{"code":"not_found","message":"No such note"}],"request_id":"r7"}'


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, BadRequestError),
        (401, UnauthorizedError),
        (402, APIStatusError),
        (403, ForbiddenError),
        (404, NotFoundError),
        (409, ConflictError),
        (418, APIStatusError),
        (422, UnprocessableEntityError),
        (429, RateLimitError),
        (500, ServerError),
        (503, ServerError),
        (599, ServerError),
        (300, APIStatusError),
        (304, APIStatusError),
        (600, APIStatusError),
    ],
)
@pytest.mark.parametrize(
    "body", [BODY, "", "<html>oops</html>", '{"errors": [', "null", "[1]", '"x"', "\0"]
)
def test_the_status_decides(
    connect: Connect, server: FaultServer, status: int, kind: type, body: str
) -> None:
    server.default = reply(status, "" if status == 304 else body)
    with pytest.raises(APIStatusError) as caught:
        connect(max_retries=0).send()
    assert type(caught.value) is kind
    assert caught.value.status_code == status


def test_everything_an_error_carries(connect: Connect, server: FaultServer) -> None:
    server.then(reply(404, BODY, {"X-Request-Id": "r1", "X-Other": "o"}))
    with pytest.raises(NotFoundError) as caught:
        connect().send()
    error = caught.value
    assert (error.status_code, error.method, error.path) == (404, "GET", "/notes/1")
    assert error.request_id == "r1"
    assert error.data == Faults([Fault("not_found", "No such note")], "r7")
    assert error.errors == [Fault("not_found", "No such note")]
    assert error.body == BODY.encode()
    assert error.headers["x-other"] == "o"
    assert str(error) == "GET /notes/1: 404 not_found: No such note"


def test_the_body_s_request_id(connect: Connect, server: FaultServer) -> None:
    server.then(reply(404, BODY))
    with pytest.raises(NotFoundError) as caught:
        connect().send()
    assert caught.value.request_id == "r7"


@pytest.mark.parametrize(
    ("status", "settings", "data"),
    [
        (404, {}, Faults([Fault("not_found", "No such note")], "r7")),
        (
            400,
            {"error": Json(Faults)},
            Faults([Fault("not_found", "No such note")], "r7"),
        ),
        (
            400,
            {},
            {
                "errors": [{"code": "not_found", "message": "No such note"}],
                "request_id": "r7",
            },
        ),
    ],
)
def test_data_of_an_error(
    connect: Connect,
    server: FaultServer,
    status: int,
    settings: dict[str, Any],
    data: object,
) -> None:
    server.then(reply(status, BODY))
    with pytest.raises(APIStatusError) as caught:
        connect(**settings).send()
    assert caught.value.data == data
    assert len(caught.value.errors) == 1


@pytest.mark.parametrize("strict", [False, True])
def test_an_error_that_departs_is_still_the_error(
    connect: Connect, server: FaultServer, strict: bool
) -> None:
    server.then(reply(404, '{"errors":"none","message":"gone"}'))
    with pytest.raises(NotFoundError) as caught:
        connect(strict=strict).send()
    assert caught.value.errors == []
    assert caught.value.data is not None


@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.1 404 No\r\nContent-Length: 500\r\n\r\n",
        b"HTTP/1.1 404 No\r\nTransfer-Encoding: chunked\r\n\r\nfff\r\n",
        b"HTTP/1.1 404 No\r\nContent-Encoding: gzip\r\nContent-Length: 20\r\n\r\n",
        b"HTTP/1.1 404 No\r\nContent-Encoding: br\r\nContent-Length: 20\r\n\r\n",
    ],
)
def test_a_truncated_error(connect: Connect, server: FaultServer, head: bytes) -> None:
    server.then(raw(head + BODY.encode()[:20]))
    with pytest.raises(NotFoundError) as caught:
        connect().send()
    assert len(server.requests) == 1
    assert caught.value.body in {b"", BODY.encode()[:20]}


def test_an_error_of_any_size(connect: Connect, server: FaultServer) -> None:
    server.then(reply(404, b"x" * 3_000_000))
    with pytest.raises(NotFoundError) as caught:
        connect().send()
    assert len(caught.value.body) == 1024 * 1024


def test_messages_forge_no_lines(connect: Connect, server: FaultServer) -> None:
    server.then(reply(404, '{"errors":[{"code":"a\\nERROR b\\u202e","message":"m"}]}'))
    with pytest.raises(NotFoundError) as caught:
        connect().send()
    assert str(caught.value).isprintable()


def _broken(server: FaultServer) -> None:
    server.default = does(lambda connection: None)


def _late(server: FaultServer) -> None:
    server.default = does(lambda connection: connection.hang())


def _failing(server: FaultServer) -> None:
    server.default = reply(500, BODY, {"Set-Cookie": "session=1"})


def _unreadable(server: FaultServer) -> None:
    server.default = reply(200, "<html>")


@pytest.mark.parametrize(
    ("arrange", "kind", "timeout"),
    [
        (_broken, APIConnectionError, 30),
        (_late, APITimeoutError, 0.1),
        (_failing, ServerError, 30),
        (_unreadable, errors.APIResponseError, 30),
    ],
)
def test_pickles_and_copies(
    connect: Connect,
    server: FaultServer,
    arrange: Callable[[FaultServer], None],
    kind: type[APIError],
    timeout: float,
) -> None:
    arrange(server)
    with pytest.raises(kind) as caught:
        connect(max_retries=0, timeout=timeout, error=Json(Faults)).send()
    error = caught.value
    for twin in (
        pickle.loads(pickle.dumps(error)),
        copy.copy(error),
        copy.deepcopy(error),
    ):
        assert type(twin) is type(error)
        assert str(twin) == str(error)
        assert twin.__dict__ == error.__dict__


@pytest.mark.parametrize(
    "kind",
    [
        value
        for value in vars(errors).values()
        if isinstance(value, type) and issubclass(value, APIError)
    ],
)
def test_every_class_pickles(kind: type[APIError]) -> None:
    error = kind("what happened")
    assert str(pickle.loads(pickle.dumps(error))) == "what happened"


@pytest.mark.parametrize("status", [401, 500, 200])
def test_an_echoed_token_is_not_kept(
    connect: Connect, server: FaultServer, status: int
) -> None:
    body = (
        f"<p>bad token {TOKEN}</p>" if status == 200 else f'{{"message":"bad {TOKEN}"}}'
    )
    server.default = reply(status, body, {"X-Echo": f"Bearer {TOKEN}"})
    driver = connect(
        credentials={"b": BearerToken(TOKEN)}, security=(("b",),), max_retries=0
    )
    with pytest.raises(errors.ResponseError) as caught:
        driver.send()
    error = caught.value
    shown = [str(error), repr(error), repr(error.__dict__), str(dict(error.headers))]
    assert not any(TOKEN in text for text in shown)
    assert TOKEN.encode() not in error.body
    assert TOKEN.encode() not in pickle.dumps(error)
    assert server.requests[0].headers["authorization"] == f"Bearer {TOKEN}"


def test_a_declared_status_is_no_error(connect: Connect, server: FaultServer) -> None:
    server.then(reply(304, ""))
    operation = method("GET", responses={"304": Json(Any)})
    assert connect().send(operation) is None


def test_headers_are_a_mapping() -> None:
    headers = Headers(
        [(b"X-A", b"1"), (b"x-a", b"2"), (b"B", "é".encode()), (b"C", b"\xe9")]
    )
    assert headers["X-a"] == "1, 2"
    assert headers.all("x-A") == ("1", "2")
    assert dict(headers) == {"x-a": "1, 2", "b": "é", "c": "é"}
    assert "X-A" in headers
    assert "nope" not in headers
    assert len(headers) == 3
    assert pickle.loads(pickle.dumps(headers)) == headers
    assert "s3cret" not in repr(Headers([(b"Set-Cookie", b"s3cret")]))
    assert GET.position("id", "path") == 0
