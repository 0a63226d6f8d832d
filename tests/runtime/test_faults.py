"""Servers that don't answer as HTTP has it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from driver import Driver
from fault_server import FaultServer, does, raw
from sdk_runtime.auth.security import BearerToken
from sdk_runtime.errors import APIConnectionError, APITimeoutError

Connect = Callable[..., Driver]


TOKEN = "tok_1234567890abcdef"


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"nonsense\r\n\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}",
        b"HTTP/1.1 200 OK\r\nBad Header\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: a\0b\r\n\r\n",
        b"HTTP/1.1 99999 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 300_000,
    ],
)
def test_answers_that_are_no_http(
    connect: Connect, server: FaultServer, answer: bytes
) -> None:
    server.default = raw(answer)
    driver = connect(
        credentials={"b": BearerToken(TOKEN)}, security=(("b",),), max_retries=0
    )
    with pytest.raises(APIConnectionError) as caught:
        driver.send()
    error = caught.value
    assert error.__cause__ is not None
    assert (error.method, error.path, error.attempts) == ("GET", "/notes/1", 1)
    assert TOKEN not in repr(error)
    assert TOKEN not in str(error.__cause__)


def test_nobody_listens(connect: Connect, server: FaultServer) -> None:
    with pytest.raises(APIConnectionError) as caught:
        connect(base_url="http://127.0.0.1:1", max_retries=0).send()
    assert not isinstance(caught.value, APITimeoutError)


def test_an_unknown_host(connect: Connect, server: FaultServer) -> None:
    with pytest.raises(APIConnectionError):
        connect(base_url="https://does-not-exist.invalid", max_retries=0).send()


def test_a_reset(connect: Connect, server: FaultServer) -> None:
    server.default = does(lambda connection: connection.reset())
    with pytest.raises(APIConnectionError):
        connect(max_retries=0).send()
