"""What a program hears of departures, call by call."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from driver import GET, Driver, FakeTime, Fault, Note, method
from fault_server import FaultServer, Step, reply
from sdk_runtime.errors import APIStatusError, DriftError
from sdk_runtime.json.drift import Drift
from sdk_runtime.operation.operation import Operation
from sdk_runtime.request.parameters import PathParameter
from sdk_runtime.response.content import Json
from sdk_runtime.webhooks.parse import parse

Connect = Callable[..., Driver]

LOGGER = "sdk_runtime"
LIST = method("GET", responses={"200": Json(list[Note])})
PAGE = "[" + ",".join(['{"id":1,"name":"Ann"}'] * 100) + "]"


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [
        record.getMessage()
        for record in caplog.records
        if record.levelno >= logging.WARNING
    ]


def test_many_pages_tell_once(
    connect: Connect, server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.default = reply(200, PAGE)
    drifts: list[Drift] = []
    driver = connect(on_drift=drifts.append)
    for _ in range(20):
        driver.send(LIST)
    assert warnings(caplog) == ["drift: GET /notes: [0].id: expected str, found int"]
    assert len(drifts) == 2000


def test_each_client_tells_by_itself(
    connect: Connect, server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.default = reply(200, PAGE)
    for _ in range(2):
        connect().send(LIST)
    assert len(warnings(caplog)) == 2


def test_undeclared_answers_tell_once(
    connect: Connect, server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.default = reply(201)
    driver = connect()
    for _ in range(3):
        driver.send()
    assert warnings(caplog) == [
        "drift: GET /notes/{id}: $: expected status 200, found status 201"
    ]


DECLARED: Operation[Note] = Operation(
    "GET",
    "/notes/{id}",
    parameters=(PathParameter("id"),),
    responses={"200": Json(Note)},
    errors={"404": Json(Fault), "default": Json(Fault)},
)


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize(
    "fault",
    [
        reply(404, "{}"),
        reply(404, '{"code":1}'),
        reply(502, '{"message":"Internal server error"}'),
        reply(502, "[1,2]"),
        reply(502, "<html>", content_type="text/html"),
        reply(500, ""),
    ],
)
def test_error_bodies_are_no_news(
    connect: Connect,
    server: FaultServer,
    caplog: pytest.LogCaptureFixture,
    fault: Step,
    strict: bool,
) -> None:
    caplog.set_level(logging.DEBUG, logger=LOGGER)
    server.default = fault
    drifts: list[Drift] = []
    driver = connect(
        time=FakeTime(), on_drift=drifts.append, strict=strict, max_retries=0
    )
    for operation in (GET, DECLARED):
        with pytest.raises(APIStatusError) as caught:
            driver.send(operation)
        assert not isinstance(caught.value, DriftError)
    assert drifts == []
    assert not [one for one in caplog.records if "drift" in one.getMessage()]


def test_payloads_that_come_by_themselves_tell_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    drifts: list[Drift] = []
    for _ in range(3):
        parse(Note, b'{"id":1,"name":"Ann"}', on_drift=drifts.append)
    parse(Note, b'{"id":1,"name":"Ann"}')
    assert warnings(caplog) == ["drift: Note: id: expected str, found int"]
    assert len(drifts) == 3


PROGRAM = """
import sys
sys.path[:0] = [{tests!r}]
import conftest
from driver import Driver, method, Note
from sdk_runtime.response.content import Json
{setup}
driver = Driver({asynchronous}, base_url={url!r})
for _ in range(5):
    driver.send(method("GET", responses={{"200": Json(list[Note])}}))
driver.finish()
"""


@pytest.mark.parametrize("asynchronous", [False, True])
@pytest.mark.parametrize(
    ("setup", "want"),
    [
        ("", "drift: GET /notes: [0].id: expected str, found int\n"),
        ("import logging; logging.getLogger('sdk_runtime').setLevel('ERROR')", ""),
    ],
)
def test_a_program_without_logging_sees_one_line(
    server: FaultServer, asynchronous: bool, setup: str, want: str
) -> None:
    server.default = reply(200, PAGE)
    values: dict[str, Any] = {
        "tests": str(Path(__file__).parent),
        "setup": setup,
        "asynchronous": asynchronous,
        "url": server.url,
    }
    command = [sys.executable, "-c", PROGRAM.format(**values)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ran.stderr == want
