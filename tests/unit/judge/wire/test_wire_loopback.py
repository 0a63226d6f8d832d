"""The server keeps what it is sent, as it came."""

from __future__ import annotations

import socket

import httpx2

from tests.judge.wire.loopback import Loopback


def test_requests_are_kept_as_they_came() -> None:
    server = Loopback()
    with httpx2.Client(trust_env=False) as client:
        url = f"{server.url}/a%2Fb?x=%20"
        assert (
            client.post(url, content=b"\x00", headers={"X-A": "1"}).status_code == 204
        )
        pieces = (piece for piece in (b"in ", b"pieces"))
        assert client.post(server.url, content=pieces).status_code == 204
    first, second = server.take()
    assert (first.method, first.target, first.body) == ("POST", "/a%2Fb?x=%20", b"\x00")
    assert first.header("X-a") == "1"
    assert first.header("x-b") == ""
    assert second.body == b"in pieces"
    assert server.take() == []


def test_what_is_no_request_stops_nothing() -> None:
    server = Loopback()
    address = ("127.0.0.1", int(server.url.rpartition(":")[2]))
    with socket.create_connection(address) as connection:
        connection.sendall(b"\x00\x01 nothing\r\n\r\n")
        assert connection.recv(100) == b""
    with httpx2.Client(trust_env=False) as client:
        assert client.get(server.url).status_code == 204
    assert [request.method for request in server.take()] == ["GET"]
