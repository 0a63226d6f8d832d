"""Hooks: which are called with what, in which order, and what one that raises comes to."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from driver import GET, Driver, FakeTime, Note, method
from fault_server import Connection, FaultServer, Recorded, does, raw, reply
from paging_support import CURSOR, operation
from sdk_runtime.errors import (
    APIConnectionError,
    APIError,
    ArgumentError,
    RateLimitError,
    ServerError,
)
from sdk_runtime.hooks.events import RequestEvent, ResponseEvent, RetryEvent
from sdk_runtime.request.body import JsonBody
from sdk_runtime.request.request_options import OMIT
from sdk_runtime.response.content import Bytes
from shop import Colour

Connect = Callable[..., Driver]
FILE = method("GET", responses={"200": Bytes()})


class Noted:
    """Hooks that keep what they are called with, in order."""

    def __init__(self) -> None:
        self.events: list[Any] = []

    @property
    def options(self) -> dict[str, Any]:
        names = ("on_request", "on_response", "on_retry")
        return dict.fromkeys(names, self.events.append)

    @property
    def lines(self) -> list[tuple[object, ...]]:
        return [_line(event) for event in self.events]


def _line(event: Any) -> tuple[object, ...]:
    if isinstance(event, RetryEvent):
        return "retry", event.attempt, event.retry, event.error, event.status
    if isinstance(event, ResponseEvent):
        return "response", event.attempt, event.status
    return "request", event.attempt


def test_a_call(connect: Connect, server: FaultServer) -> None:
    headers = {"X-Request-Id": "r1", "X-RateLimit-Remaining": "7"}
    server.then(reply(headers=headers))
    noted, time = Noted(), FakeTime()
    driver = connect(time=time, **noted.options)
    assert driver.send(query={"a": "b"}, headers={"X-A": "c"}) == Note("1", "Ann")
    sent, came = noted.events
    assert type(sent) is RequestEvent
    assert (sent.operation, sent.attempt) == ("GET /notes/{id}", 1)
    assert (sent.request.method, sent.request.body) == ("GET", None)
    assert sent.request.url == f"{server.url}/notes/1?a=b"
    assert ("X-A", "c") in sent.request.headers
    assert type(came) is ResponseEvent
    assert (came.operation, came.attempt, came.request) == (
        "GET /notes/{id}",
        1,
        sent.request,
    )
    assert (came.status, came.request_id, came.elapsed) == (200, "r1", 0.0)
    assert came.headers["x-ratelimit-remaining"] == "7"
    assert came.rate_limit is not None
    assert came.rate_limit.remaining == 7
    with pytest.raises(AttributeError):
        came.status = 500


def test_a_body_is_not_shown(connect: Connect) -> None:
    noted = Noted()
    driver = connect(**noted.options)
    driver.send(method("POST", body=JsonBody()), (), {"name": "Ann"})
    assert noted.events[0].request.body is None
    assert noted.events[0].request.length == 14


RESET = does(lambda connection: connection.reset())
CASES = {
    "success": ([reply()], None, ["request 1", "response 1 200"]),
    "status": (
        [reply(503), reply(429), reply()],
        None,
        [
            *("request 1", "response 1 503", "retry 1 1 ServerError 503"),
            *("request 2", "response 2 429", "retry 2 2 RateLimitError 429"),
            *("request 3", "response 3 200"),
        ],
    ),
    "the last status": (
        [reply(500)] * 3,
        ServerError,
        [
            *("request 1", "response 1 500", "retry 1 1 ServerError 500"),
            *("request 2", "response 2 500", "retry 2 2 ServerError 500"),
            *("request 3", "response 3 500"),
        ],
    ),
    "reset": (
        [RESET, reply()],
        None,
        [
            *("request 1", "retry 1 1 APIConnectionError None"),
            *("request 2", "response 2 200"),
        ],
    ),
    "reset each time": (
        [RESET] * 3,
        APIConnectionError,
        [
            *("request 1", "retry 1 1 APIConnectionError None"),
            *("request 2", "retry 2 2 APIConnectionError None"),
            "request 3",
        ],
    ),
    "redirect": (
        [reply(307, headers={"Location": "/notes/2"}), reply()],
        None,
        ["request 1", "response 1 307", "request 2", "response 2 200"],
    ),
    "not repeated": ([reply(400)], APIError, ["request 1", "response 1 400"]),
}


@pytest.mark.parametrize(("steps", "error", "want"), CASES.values(), ids=CASES)
def test_which_are_called(
    over: Connect,
    server: FaultServer,
    steps: list[Any],
    error: type[Exception] | None,
    want: list[str],
) -> None:
    server.then(*steps)
    noted = Noted()
    driver = over(time=FakeTime(), **noted.options)
    if error is None:
        driver.send()
    else:
        with pytest.raises(error):
            driver.send()
    assert [" ".join(map(str, line)) for line in noted.lines] == want
    retries = [one for one in noted.events if isinstance(one, RetryEvent)]
    assert all(one.delay > 0 and one.reason for one in retries)


def test_a_body_that_breaks_off(connect: Connect, server: FaultServer) -> None:
    server.then(raw(b"HTTP/1.1 200 OK\r\nContent-Length: 23\r\n\r\n{"))
    noted = Noted()
    connect(time=FakeTime(), **noted.options).send()
    assert noted.lines == [
        *(("request", 1), ("response", 1, 200)),
        ("retry", 1, 1, "APIConnectionError", 200),
        *(("request", 2), ("response", 2, 200)),
    ]


def test_what_was_redirected_shows_where_it_went(
    connect: Connect, server: FaultServer
) -> None:
    server.then(reply(302, headers={"Location": "/notes/2?a=b"}))
    noted = Noted()
    connect(**noted.options).send()
    urls = [one.request.url for one in noted.events]
    first, second = f"{server.url}/notes/1", f"{server.url}/notes/2?a=b"
    assert urls == [first, first, second, second]


def test_each_page_and_stream_is_a_request(
    connect: Connect, server: FaultServer
) -> None:
    page = '{{"data": [{{"id":"1","name":"A"}}], "pages": {{"next": {}}}}}'
    server.then(reply(body=page.format('"c2"')), reply(body=page.format("null")))
    noted = Noted()
    driver = connect(**noted.options)
    pager = driver.session.paginate(operation(CURSOR), ("1", OMIT, OMIT))
    noted.events.clear()
    assert len(driver.collect(pager)) == 2
    assert [kind for kind, *_ in noted.lines] == ["request", "response"] * 2
    noted.events.clear()
    download = driver.wait(driver.download(FILE))
    assert noted.lines == [("request", 1), ("response", 1, 200)]
    driver.wait(download.aclose() if driver.asynchronous else download.close())


def test_a_download_that_is_continued(connect: Connect, server: FaultServer) -> None:
    head = b'HTTP/1.1 200 OK\r\nETag: "a"\r\nContent-Length: 4\r\n\r\n'
    rest = {"Content-Range": "bytes 2-3/4", "ETag": '"a"'}
    server.then(raw(head + b"ab"), reply(206, "cd", rest))
    noted = Noted()
    driver = connect(time=FakeTime(), **noted.options)
    download = driver.wait(driver.download(FILE))
    assert driver.result(download.read()) == b"abcd"
    assert noted.lines == [
        *(("request", 1), ("response", 1, 200)),
        ("retry", 1, 1, "APIConnectionError", 200),
        *(("request", 2), ("response", 2, 206)),
    ]


async def asynchronous(event: object) -> None:
    """A hook that would never run."""


@pytest.mark.parametrize("name", ["on_request", "on_response", "on_retry", "telemetry"])
@pytest.mark.parametrize("wrong", [5, asynchronous, "print"])
def test_what_is_refused(connect: Connect, name: str, wrong: object) -> None:
    with pytest.raises(ArgumentError, match=f"^{name} "):
        connect(**{name: wrong})


def test_copies_have_the_same_hooks_or_others(
    colour: Colour, server: FaultServer
) -> None:
    noted, others = Noted(), Noted()
    client = colour.make(**noted.options)
    colour.get(client.with_options(timeout=5))
    assert len(noted.events) == 2
    colour.get(client.with_options(on_request=others.events.append, on_response=None))
    assert (len(noted.events), len(others.events)) == (2, 1)
    colour.get(client)
    assert len(noted.events) == 4


def test_tokens_are_requests_of_their_own(colour: Colour, server: FaultServer) -> None:
    def step(connection: Connection, request: Recorded) -> bool:
        token = '{"access_token": "tok-from-the-server", "expires_in": 3600}'
        note = '{"id": "1", "name": "Ann"}'
        body = token if request.path == "/oauth/token" else note
        return reply(body=body)(connection, request)

    server.default = step
    noted = Noted()
    client = colour.make(
        token=None, client_id="id", client_secret="s3cret-value", **noted.options
    )
    colour.get(client)
    operations = [event.operation for event in noted.events]
    assert operations == ["POST /oauth/token"] * 2 + ["GET /notes/{id}"] * 2
    shown = repr(noted.events)
    assert "s3cret" not in shown
    assert "tok-from" not in shown


def test_a_cancelled_call(server: FaultServer) -> None:
    server.default = does(lambda connection: connection.hang())
    noted = Noted()

    async def main() -> None:
        driver = Driver(True, base_url=server.url, **noted.options)
        call = asyncio.ensure_future(driver.session.send(GET, ("1",)))
        while not server.requests:
            await asyncio.sleep(0.01)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        await driver.client.close()
        driver._runner.close()  # type: ignore[union-attr]  # it is asynchronous

    asyncio.run(main())
    assert noted.lines == [("request", 1)]


def test_a_429_that_asks_for_too_much(connect: Connect, server: FaultServer) -> None:
    server.then(reply(429, headers={"Retry-After": "3600"}))
    noted = Noted()
    with pytest.raises(RateLimitError):
        connect(**noted.options).send()
    assert noted.lines == [("request", 1), ("response", 1, 429)]
