"""The request that an error carries: as a command, and without what nobody may see."""

from __future__ import annotations

import pickle
import shlex
import shutil
import subprocess
from collections.abc import Callable
from typing import Any

import pytest
from driver import GET, Driver, FakeTime, method
from error_support import failed, words
from fault_server import FaultServer, does, reply
from sdk_runtime.errors import (
    APIConnectionError,
    APIError,
    APIResponseError,
    APITimeoutError,
    DriftError,
    NotFoundError,
    RequestError,
    ServerError,
)
from sdk_runtime.request.body import JsonBody
from sdk_runtime.request.parameters import HeaderParameter, QueryParameter
from sdk_runtime.sent_request import SentRequest

Connect = Callable[..., Driver]


def test_what_an_error_carries(connect: Connect, server: FaultServer) -> None:
    driver = connect(time=FakeTime(), user_agent="ua")
    server.default = reply(500)
    error = failed(
        driver,
        method("PUT", body=JsonBody(), parameters=(QueryParameter("q"),)),
        ("a b",),
        {"name": 'it\'s $HOME `x` "y" \\ \n; rm -rf é'},
        headers={"X-Note": "a 'b' $c", "X-Empty": ""},
    )
    assert isinstance(error, ServerError)
    assert (error.method, error.path, error.attempts) == ("PUT", "/notes", 3)
    for one in (error, pickle.loads(pickle.dumps(error))):
        assert words(one.curl()) == shlex.split(one.curl())
        assert words(one.curl()) == [
            *("curl", "-X", "PUT", f"{server.url}/notes?q=a%20b"),
            *("-H", "User-Agent: ua", "--compressed", "-H", "Accept: application/json"),
            *("-H", "Content-Type: application/json"),
            *("-H", "X-Note: a 'b' $c", "-H", "X-Empty;", "--data-raw"),
            '{"name":"it\'s $HOME `x` \\"y\\" \\\\ \\n; rm -rf é"}',
        ]


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (reply(404), NotFoundError),
        (reply(200, "<html>"), APIResponseError),
        (reply(200, "{}"), DriftError),
        (does(lambda connection: None), APIConnectionError),
        (does(lambda connection: connection.hang()), APITimeoutError),
    ],
)
def test_each_kind_of_error_carries_it(
    connect: Connect, server: FaultServer, fault: Any, kind: type[RequestError]
) -> None:
    driver = connect(max_retries=0, strict=True, timeout=0.2)
    server.default = fault
    error = failed(driver, GET)
    assert type(error) is kind
    assert (error.method, error.path, error.attempts) == ("GET", "/notes/1", 1)
    assert error.curl().startswith(f"curl {server.url}/notes/1 -H ")
    again = pickle.loads(pickle.dumps(error))
    assert (again.curl(), again.attempts, str(again)) == (error.curl(), 1, str(error))


def test_attempts_and_the_request_after_a_redirect(
    connect: Connect, server: FaultServer
) -> None:
    driver = connect(time=FakeTime(), max_retries=1)
    server.then(reply(302, "", {"Location": "/other?a=[1]"}))
    server.default = does(lambda connection: None)
    error = failed(driver, GET)
    assert (error.path, error.attempts) == ("/notes/1", 2)
    assert words(error.curl())[:3] == ["curl", "--globoff", f"{server.url}/other?a=[1]"]


def test_errors_in_streams(connect: Connect, server: FaultServer) -> None:
    driver = connect()
    server.default = reply(200, b"{}", {"Content-Length": "5"})
    body = driver.wait(driver.download(GET, ("1",)))
    with pytest.raises(APIConnectionError) as caught:
        driver.collect(body)
    assert caught.value.curl().startswith("curl ")


@pytest.mark.parametrize("verb", ["GET", "HEAD", "POST", "DELETE"])
def test_methods(connect: Connect, server: FaultServer, verb: str) -> None:
    server.default = reply(404)
    error = failed(connect(), method(verb))
    start = {"GET": ["curl"], "HEAD": ["curl", "--head"]}
    want = start.get(verb, ["curl", "-X", verb])
    assert words(error.curl())[: len(want) + 1] == [*want, f"{server.url}/notes"]


def test_an_error_of_no_call() -> None:
    for error in (NotFoundError("x"), APIConnectionError("x")):
        assert (error.curl(), error.request, error.attempts) == ("", None, 1)
    assert not hasattr(APIError("x"), "curl")


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is missing")
def test_curl_sends_the_same_request(connect: Connect, server: FaultServer) -> None:
    driver = connect(max_retries=0)
    server.default = reply(404)
    operation = method(
        "POST",
        body=JsonBody(),
        parameters=(HeaderParameter("X-A"), QueryParameter("q")),
    )
    error = failed(driver, operation, ("a 'b'", "[1]"), {"name": "@x 'é'\n"})
    done = subprocess.run(["sh", "-c", f"{error.curl()} -s"], check=False, timeout=20)
    assert done.returncode == 0
    first, second = server.requests
    assert (first.method, first.target, first.body) == (*second[:2], second.body)
    # What it can decompress, curl knows itself.
    both = [dict(one.headers) | {"accept-encoding": ""} for one in (first, second)]
    assert both[0] == both[1]


def test_a_sent_request_is_a_value() -> None:
    one = SentRequest(method="GET", url="https://h.example/a/./b")
    assert one.curl() == "curl --path-as-is https://h.example/a/./b"
    assert pickle.loads(pickle.dumps(one)) == one
