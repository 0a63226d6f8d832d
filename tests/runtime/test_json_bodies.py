"""JSON lines, and values that JSON has no type of its own for."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from driver import Driver, method
from fault_server import FaultServer
from sdk_runtime.errors import ArgumentError
from sdk_runtime.json.model import OpenModel
from sdk_runtime.request.body import FormBody, JsonBody, JsonLinesBody
from sdk_runtime.request.payload import File

Connect = Callable[..., Driver]


def items() -> Iterator[object]:
    yield {"a": 1}
    yield 2


@pytest.mark.parametrize(
    ("value", "length"),
    [([{"a": 1}, 2], "10"), (({"a": 1}, 2), "10"), (items, None), ([], "0")],
)
@pytest.mark.parametrize(
    ("media", "start"),
    [
        ("application/jsonl", b""),
        ("application/x-ndjson", b""),
        ("application/json-seq", b"\x1e"),
        ("application/geo+json-seq", b"\x1e"),
    ],
)
def test_json_lines(
    connect: Connect,
    server: FaultServer,
    media: str,
    start: bytes,
    value: Any,
    length: str | None,
) -> None:
    given = value() if callable(value) else value
    connect().send(method("POST", body=JsonLinesBody(media)), body=given)
    request = server.requests[0]
    lines = [start + line for line in (b'{"a":1}\n', b"2\n")]
    assert request.body == (b"" if value == [] else b"".join(lines))
    assert request.headers["content-type"] == media
    # What is made while it is sent has no known length.
    wanted = None if length is None else str(len(request.body))
    assert request.headers.get("content-length") == wanted


def test_json_lines_are_made_while_they_are_sent(server: FaultServer) -> None:

    async def slowly() -> AsyncIterator[object]:
        for number in range(3):
            yield {"n": number}

    driver = Driver(True, base_url=server.url)
    driver.send(method("POST", body=JsonLinesBody()), body=slowly())
    driver.finish()
    assert server.requests[0].body == b'{"n":0}\n{"n":1}\n{"n":2}\n'
    assert server.requests[0].headers["transfer-encoding"] == "chunked"
    driver = Driver(False, base_url=server.url)
    with pytest.raises(ArgumentError, match="asynchronous"):
        driver.send(method("POST", body=JsonLinesBody()), body=slowly())
    driver.finish()
    assert len(server.requests) == 1


@pytest.mark.parametrize("kind", ["text", "bytes", "path", "file", "open"])
def test_ready_made_lines(
    connect: Connect, server: FaultServer, tmp_path: Path, kind: str
) -> None:
    lines = b'{"a":1}\n2'
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines)
    with path.open("rb") as opened:
        values = {
            "text": lines.decode(),
            "bytes": lines,
            "path": path,
            "file": File(lines),
            "open": opened,
        }
        connect().send(method("POST", body=JsonLinesBody()), body=values[kind])
    assert server.requests[0].body == lines
    assert server.requests[0].headers["content-type"] == "application/jsonl"


@pytest.mark.parametrize("value", [3, {"a": 1}, [object()], None])
def test_no_json_lines(connect: Connect, server: FaultServer, value: object) -> None:
    with pytest.raises(ArgumentError):
        connect().send(method("POST", body=JsonLinesBody()), body=value)
    assert server.requests == []


def test_a_line_that_cant_be_written_ends_the_call(
    connect: Connect, server: FaultServer
) -> None:
    def lines() -> Iterator[object]:
        yield 1
        yield object()

    with pytest.raises(ArgumentError, match="JSON"):
        connect().send(method("POST", body=JsonLinesBody()), body=lines())
    assert len(server.requests) <= 1


class Place(OpenModel):
    name: str
    additional: dict[str, Any]


@pytest.mark.parametrize(
    ("value", "want"),
    [
        (b"\xff", b'"/w=="'),
        (lambda: io.BytesIO(b"12"), b'"MTI="'),
        (lambda: File(b"1", "a.txt"), b'"MQ=="'),
        (lambda: File(io.BytesIO(b"1")), b'"MQ=="'),
        # What has come from a server can go back.
        (Place(name="a", additional={"b": [1]}), b'{"b":[1],"name":"a"}'),
    ],
)
def test_values_that_json_has_no_type_for(value: Any, want: bytes) -> None:
    def given() -> Any:
        return value() if callable(value) else value

    assert JsonBody().encode({"a": [given()]})[1] == b'{"a":[' + want + b"]}"
    form = FormBody().encode({"a": given()})[1]
    assert isinstance(form, bytes)
    assert parse_qs(form.decode())["a"] == [want.decode().strip('"')]


def test_a_file_in_json(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"12")
    assert JsonBody().encode({"a": path})[1] == b'{"a":"MTI="}'
    with pytest.raises(ArgumentError):
        JsonBody().encode({"a": tmp_path / "missing"})
