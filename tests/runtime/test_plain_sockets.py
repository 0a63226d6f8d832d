"""Plain sockets, which are waited for beside them."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
from sdk_runtime.transport.deadline import Bound
from sdk_runtime.transport.net.backend import Plain


@pytest.fixture
def ends() -> Iterator[tuple[Plain, socket.socket]]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield Plain(ours), theirs


def test_a_plain_socket_is_waited_for(ends: tuple[Plain, socket.socket]) -> None:
    pipe, other = ends
    assert not pipe.readable()
    with pytest.raises(TimeoutError):
        pipe.receive(10, 0.01)
    with pytest.raises(TimeoutError):
        pipe.receive(10, Bound.until(0.0, None, lambda: 1.0))
    other.sendall(b"abc")
    assert pipe.readable()
    assert pipe.receive(2, 5.0) == b"ab"
    assert pipe.ready(5) == b"c"
    assert pipe.ready(5) is None
    other.close()
    assert pipe.readable()
    assert pipe.receive(10, None) == b""


def test_a_side_that_reads_nothing_is_given_up(
    ends: tuple[Plain, socket.socket],
) -> None:
    pipe, other = ends
    with pytest.raises(TimeoutError):
        pipe.send(bytes(10_000_000), 0.05)
    assert other.recv(10) == bytes(10)


def test_a_closed_socket_is_an_error(ends: tuple[Plain, socket.socket]) -> None:
    pipe, _ = ends
    pipe.socket.close()
    assert pipe.readable()
    with pytest.raises(OSError, match=r"Bad file descriptor|descriptor"):
        pipe.receive(10, 1.0)
