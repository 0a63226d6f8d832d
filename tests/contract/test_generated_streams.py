"""What generated methods send and read item by item, from document to wire."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx2

EVENTS = {"Content-Type": "text/event-stream"}
LINES = {"Content-Type": "application/x-ndjson"}


def test_lines(generated: Callable[..., Any]) -> None:
    sent: list[tuple[str, bytes]] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        sent.append((request.headers["content-type"], request.read()))
        return httpx2.Response(200, content=b'{"name":"a"}\n', headers=LINES)

    _, client = generated("bodies/lines", answer)
    lines = client.lines
    written = '{"index":{}}\n{"a":1}\n'
    assert list(lines.bulk(body=written)) == [{"name": "a"}]
    assert [pet.name for pet in lines.add(body=[{"name": "b"}])] == ["a"]
    list(lines.add(body=written.encode()))
    ndjson = "application/x-ndjson"
    assert sent == [
        (ndjson, written.encode()),
        (ndjson, b'{"name":"b"}\n'),
        (ndjson, written.encode()),
    ]


def test_events(generated: Callable[..., Any]) -> None:
    bodies = {
        "/pets": b'data: {"name":"a"}\n\ndata: {"name":"b"}\n\n',
        "/words": b"data: hello\n\n",
        "/ticks": b"event: tick\ndata: 1\n\n",
    }

    def answer(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, content=bodies[request.url.path], headers=EVENTS)

    _, client = generated("responses/streams", answer)
    assert [pet.name for pet in client.streams.pets()] == ["a", "b"]
    assert [event.data for event in client.streams.words()] == ["hello"]
    assert [event.event for event in client.streams.ticks()] == ["tick"]


def test_a_method_asks_for_its_own_answer(generated: Callable[..., Any]) -> None:
    sent: list[tuple[str, bytes]] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        sent.append((request.headers["accept"], request.read()))
        if "event-stream" in request.headers["accept"]:
            body = b'data: {"name":"a"}\n\ndata: [DONE]\n\n'
            return httpx2.Response(200, content=body, headers=EVENTS)
        return httpx2.Response(200, json={"name": "a"})

    sdk, client = generated("responses/streams", answer)
    assert client.streams.chat(model="m").name == "a"
    with client.streams.chat_stream(model="m") as items:
        assert [item.name for item in items] == ["a"]
    assert sent == [
        ("application/json", b'{"model":"m","stream":false}'),
        ("text/event-stream", b'{"model":"m","stream":true}'),
    ]
    readme = Path(sdk.__file__).parents[1] / "README.md"
    assert "with client.streams.pets() as items:" in readme.read_text()
