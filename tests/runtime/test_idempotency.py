"""Keys by which a server knows a request again, in all that may come between two attempts."""

from __future__ import annotations

import pickle
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from driver import Driver, FakeTime, Note, method
from fault_server import FaultServer, Step, does, raw, reply
from sdk_runtime.auth.secret import Secret
from sdk_runtime.auth.security import BearerToken
from sdk_runtime.call.endpoint import paginate, request
from sdk_runtime.errors import APIConnectionError, ArgumentError, ServerError
from sdk_runtime.request.body import BytesBody, JsonBody
from sdk_runtime.request.request_options import RequestOptions

Connect = Callable[..., Driver]
KEY = "idempotency-key"
POST = method("POST", body=JsonBody(required=False))
KEYED = method(
    "POST", body=JsonBody(), idempotency_header="Idempotency-Key", sends_key=True
)


def keys(server: FaultServer) -> list[str | None]:
    return [request.headers.get(KEY) for request in server.requests]


@pytest.mark.parametrize(
    "fault",
    [
        reply(500),
        reply(502),
        does(lambda connection: None),
        does(lambda connection: connection.reset()),
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}"),
        raw(b"nonsense\r\n\r\n"),
    ],
)
@pytest.mark.parametrize("name", ["POST", "PATCH"])
def test_with_a_key_all_is_retried_as_a_get_is(
    connect: Connect, server: FaultServer, fault: Step, name: str
) -> None:
    driver = connect(time=FakeTime())
    operation = method(name, body=JsonBody())
    server.then(fault, fault)
    assert driver.send(operation, (), {"a": 1}, idempotency_key="k") == Note("1", "Ann")
    assert keys(server) == ["k"] * 3
    server.then(fault)
    with pytest.raises((ServerError, APIConnectionError)):
        driver.send(operation, (), {"a": 1})
    assert keys(server)[3:] == [None]


def test_each_call_has_its_own(connect: Connect, server: FaultServer) -> None:
    driver = connect(time=FakeTime())
    given = RequestOptions(idempotency_key=True)
    server.then(reply(500), reply(200), reply(200))
    for _ in range(2):
        driver.wait(driver.session.send(POST, (), {}, options=given))
    first, again, second = keys(server)
    assert first == again != second
    assert uuid.UUID(str(first)).version == 4


class Rotating(BearerToken):
    """A token that is another one after it was rejected."""

    refreshable = True

    def refresh(self, rejected: object, challenges: object) -> bool:
        self._token = Secret("tok_other_one")
        return True


def test_refreshed_credentials_keep_it(connect: Connect, server: FaultServer) -> None:
    driver = connect(
        time=FakeTime(),
        credentials={"b": Rotating("tok_12345678")},
        security=(("b",),),
    )
    server.then(reply(500), reply(401), reply(503), reply(200))
    driver.send(KEYED, (), {"a": 1})
    assert len(server.requests) == 4
    assert len({*keys(server)}) == 1
    sent = {request.headers["authorization"] for request in server.requests}
    assert len(sent) == 2


@pytest.mark.parametrize("status", [307, 308])
def test_redirects_on_the_origin_keep_it(
    connect: Connect, server: FaultServer, status: int
) -> None:
    driver = connect(time=FakeTime())
    server.then(reply(status, "", {"Location": "/other"}), reply(500), reply(200))
    driver.send(KEYED, (), {"a": 1})
    assert [one.target for one in server.requests] == ["/notes", "/other", "/other"]
    assert len({*keys(server)}) == 1


def test_redirects_elsewhere_do_not(connect: Connect, server: FaultServer) -> None:
    driver = connect(time=FakeTime())
    with FaultServer() as other:
        server.then(reply(303, "", {"Location": f"{other.url}/x"}))
        driver.send(KEYED, (), {"a": 1})
        assert keys(other) == [None]


def test_what_can_be_sent_but_once_is_not_repeated(
    connect: Connect, server: FaultServer
) -> None:
    driver = connect(time=FakeTime())
    server.then(reply(500))
    operation = method("POST", body=BytesBody())
    with pytest.raises(ServerError):
        driver.send(operation, (), iter([b"a"]), idempotency_key=True)
    assert len(server.requests) == 1


def test_endpoints_and_lists(connect: Connect, server: FaultServer) -> None:
    driver = connect(time=FakeTime())
    given = RequestOptions(idempotency_key=True)
    server.then(reply(500))
    driver.wait(request(driver.client, "POST", "/x", body={}, options=given))
    assert keys(server)[0] == keys(server)[1] is not None
    server.then(
        reply(500),
        reply(200, '{"data": [1], "next": "a"}'),
        reply(200, '{"data": [2]}'),
    )
    pager: Any = paginate(
        driver.client,
        "POST",
        "/x",
        items="data",
        next="next",
        parameter="after",
        options=given,
    )
    assert driver.collect(pager) == [1, 2]
    first, again, second = keys(server)[2:]
    assert first == again != second


BAD = ["", " ", "a\r\nX-B: c", "a\nb", "a\0", "é", 5, 1.5, b"a", ["a"], uuid.uuid4()]


@pytest.mark.parametrize("key", BAD)
def test_what_is_no_key(key: Any) -> None:
    with pytest.raises(ArgumentError, match="idempotency_key"):
        RequestOptions(idempotency_key=key)


def test_options_with_a_key_are_values() -> None:
    given = RequestOptions(idempotency_key="k")
    assert pickle.loads(pickle.dumps(given)) == given
    assert "idempotency_key='k'" in repr(given)
    assert given != RequestOptions(idempotency_key=True)


def test_nothing_is_sent_that_nobody_wants(
    connect: Connect, server: FaultServer
) -> None:
    driver = connect()
    driver.send(POST, (), {}, headers={"X-A": "1"})
    driver.send(POST, (), {}, idempotency_key=False)
    driver.send(KEYED, (), {}, idempotency_key=False)
    assert keys(server) == [None] * 3
