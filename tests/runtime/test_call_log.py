"""The log: a line at INFO for each call, the rest at DEBUG."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from driver import GET, Driver, FakeTime, method
from fault_server import FaultServer, does, raw, reply
from paging_support import CURSOR, operation
from sdk_runtime.errors import APIConnectionError, APIError
from sdk_runtime.request.request_options import OMIT
from sdk_runtime.response.content import Bytes
from shop import Colour

Connect = Callable[..., Driver]
FILE = method("GET", responses={"200": Bytes()})
RESET = does(lambda connection: connection.reset())
BROKEN = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 23\r\n\r\n{")


def lines(caplog: pytest.LogCaptureFixture, level: int = logging.INFO) -> list[str]:
    """The package's own lines of a level."""
    return [
        one.getMessage()
        for one in caplog.records
        if one.name == "sdk_runtime" and one.levelno == level
    ]


CASES: dict[str, tuple[list[Any], str]] = {
    "success": ([reply()], "200, 1 attempt, 0 ms"),
    "with an id": (
        [reply(headers={"X-Request-Id": "r1"})],
        "200, 1 attempt, 0 ms, request r1",
    ),
    "retried": ([reply(503), reply()], "200, 2 attempts, 500 ms"),
    "refused": ([reply(404, "{}")], "404, 1 attempt, 0 ms"),
    "failed": ([reply(500, "{}")] * 3, "500, 3 attempts, 1500 ms"),
    "reset": ([RESET] * 3, "APIConnectionError, 3 attempts, 1500 ms"),
    "broken off": ([BROKEN] * 3, "200 APIConnectionError, 3 attempts, 1500 ms"),
    "unreadable": ([reply(body="<html>")], "200 APIResponseError, 1 attempt, 0 ms"),
    "redirected": (
        [reply(302, headers={"Location": "/notes/2"}), reply()],
        "200, 1 attempt, 0 ms",
    ),
}


@pytest.mark.parametrize(("steps", "want"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("level", [logging.INFO, logging.DEBUG])
def test_a_call_has_one_line(
    connect: Connect,
    server: FaultServer,
    caplog: pytest.LogCaptureFixture,
    level: int,
    steps: list[Any],
    want: str,
) -> None:
    caplog.set_level(level, logger="sdk_runtime")
    server.then(*steps)
    driver = connect(time=FakeTime())
    with suppress(APIError):
        driver.send()
    assert lines(caplog) == [f"GET /notes/{{id}}: {want}"]


def test_what_the_caller_raises(
    connect: Connect, server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    def stop(event: object) -> None:
        raise ValueError("mine")

    caplog.set_level(logging.INFO, logger="sdk_runtime")
    server.default = reply(200, '{"id": 5, "name": "Ann"}')
    for option in ("on_drift", "on_request"):
        with pytest.raises(ValueError, match="mine"):
            connect(**{option: stop}).send()
    first, second = lines(caplog)
    assert first.startswith("GET /notes/{id}: 200 ValueError, 1 attempt, ")
    assert second.startswith("GET /notes/{id}: ValueError, 1 attempt, ")


def test_a_token_that_is_refused(
    colour: Colour, server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="sdk_runtime")
    server.default = reply(403, "{}")
    client = colour.make(token=None, client_id="id", client_secret="s3cret-value")
    with pytest.raises(APIError):
        colour.get(client)
    first, second = lines(caplog)
    assert first.startswith("POST /oauth/token: 403, 1 attempt, ")
    assert second.startswith("GET /notes/{id}: ForbiddenError, 0 attempts, ")


def test_details(
    connect: Connect, server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="sdk_runtime")
    server.then(RESET, reply(302, headers={"Location": "/notes/2?a=b"}))
    connect(time=FakeTime()).send(query={"token": "s3cret"})
    first, second = f"GET {server.url}/notes/1?token=[secret]", f"{server.url}/notes/2"
    failed, retried, *others = lines(caplog, logging.DEBUG)
    assert failed.startswith(f"{first}: ")
    assert failed.endswith(", attempt 1, 0 ms")
    assert retried.startswith(f"{first}: retry 1 in 0.50 s, since ")
    assert others == [
        f"{first}: 302, attempt 2, 0 ms",
        f"GET {second}?a=b: 200, attempt 3, 0 ms",
    ]


def test_a_list_has_a_line_for_each_page(
    connect: Connect, server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    page = '{{"data": [{{"id":"1","name":"A"}}], "pages": {{"next": {}}}}}'
    server.then(reply(body=page.format('"c2"')), reply(body=page.format("null")))
    driver = connect()
    caplog.set_level(logging.INFO, logger="sdk_runtime")
    driver.collect(driver.session.paginate(operation(CURSOR), ("1", OMIT, OMIT)))
    starts = [line.partition(": 200, 1 attempt, ")[0] for line in lines(caplog)]
    assert starts == ["GET /contacts/{id}/notes"] * 2


def test_a_download_has_its_line_when_it_is_opened(
    connect: Connect, server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="sdk_runtime")
    server.then(BROKEN)
    driver = connect(time=FakeTime(), max_retries=0)
    download = driver.wait(driver.download(FILE))
    assert lines(caplog) == ["GET /notes: 200, 1 attempt, 0 ms"]
    with pytest.raises(APIConnectionError):
        driver.result(download.read())
    assert lines(caplog)[1:] == ["GET /notes: 200 APIConnectionError, 1 attempt, 0 ms"]


def test_a_forged_line(
    connect: Connect, server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="sdk_runtime")
    connect().send(GET, ("a\nINFO forged",))
    assert not any("\n" in line for level in (10, 20) for line in lines(caplog, level))


def test_nothing_is_done_for_a_silent_log(
    connect: Connect, server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, logger="sdk_runtime")
    connect().send()
    assert lines(caplog, logging.INFO) == []
