"""Items cut out of bodies, however the bodies are cut themselves."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from sdk_runtime.errors import APIResponseError
from sdk_runtime.json.codec import Codec
from sdk_runtime.process import LOGGER
from sdk_runtime.response.decompression import BodyError
from sdk_runtime.response.event_items import EventStream
from sdk_runtime.response.events import ServerSentEvent
from sdk_runtime.response.sequences import JsonLines, Sequence

STEPS = [1, 2, 3, 5, 1000]
RS = b"\x1e"


class Tick(msgspec.Struct):
    n: Any


class Event(msgspec.Struct, kw_only=True):
    event: str
    data: Any
    id: str | None = None
    retry: int | None = None


def read(content: Sequence[Any], body: bytes, step: int) -> list[Any]:
    """The items of a body that comes in pieces of a size."""
    items = content.items(Codec(False, None, LOGGER), "GET /x")
    found: list[Any] = []
    for start in range(0, len(body), step):
        found += items.feed(body[start : start + step])
        if items.done:
            return [*found, "done"]
    return [*found, *items.finish()]


LINES = [
    (b'{"n":1}\n{"n":2}\n', [1, 2]),
    (b'{"n":1}\r\n\r\n  \n{"n":2}', [1, 2]),
    (b'\xef\xbb\xbf{"n":"\xc3\xa9"}\n', ["é"]),
    (b'{"n":"\\u001e\\n"}\n', ["\x1e\n"]),
    (b"", []),
    # RFC 7464: each text begins with a record separator, and may be several lines long.
    (RS + b'{"n":1}\n' + RS + b'{"n":2}\n', [1, 2]),
    (RS + b'{\n "n": [\n  1,\n  "}]"\n ]\n}\n' + RS + b'{"n":2}', [[1, "}]"], 2]),
    (RS + b'{"n":"\\"{["}\r\n' + RS + RS + b"\n" + RS + b'{"n":2}\n', ['"{[', 2]),
    (b"\xef\xbb\xbf" + RS + b'{"n":1}\n', [1]),
    (RS + b'{"n":1}' + RS + b'{"n":2}', [1, 2]),
]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(("body", "want"), LINES)
def test_lines_and_sequences(body: bytes, want: list[object], step: int) -> None:
    assert read(JsonLines(Tick), body, step) == [Tick(n) for n in want]


@pytest.mark.parametrize("step", STEPS)
def test_sequences_of_scalars(step: int) -> None:
    body = RS + b"1\n" + RS + b'"a"\n' + RS + b"null\n" + RS + b"true"
    assert read(JsonLines(Any), body, step) == [1, "a", None, True]


@pytest.mark.parametrize(
    "body",
    [
        b'{"n":\n',
        b'{"n":1}{"n":2}\n',
        RS + b'{"n":\n' + RS + b'{"n":2}\n',
        RS + b'{"n":1\n',
        RS + b'{"n":1}}\n',
        RS + b"nonsense\n",
    ],
)
def test_texts_that_are_no_json(body: bytes) -> None:
    with pytest.raises(APIResponseError):
        read(JsonLines(Tick), body, 1000)


def test_a_record_is_handed_out_when_it_is_whole() -> None:
    items = JsonLines[Any](Tick).items(Codec(False, None, LOGGER), "GET /x")
    assert list(items.feed(RS + b'{"n":\n')) == []
    assert list(items.feed(b"1}\n")) == [Tick(1)]
    assert list(items.feed(RS + b'{"n":2}')) == []
    assert list(items.feed(b"\n")) == [Tick(2)]
    assert list(items.finish()) == []


@pytest.mark.parametrize("start", [b"", RS + b"["])
def test_items_have_a_limit(start: bytes) -> None:
    items = JsonLines[Any](Any).items(Codec(False, None, LOGGER), "GET /x")
    assert list(items.feed(start)) == []
    piece = b"1" * 1_000_000 if not start else b"1" * 998 + b",\n"
    piece *= 1_000_000 // len(piece)

    def feed() -> None:
        for _ in range(17):
            assert list(items.feed(piece)) == []

    with pytest.raises(BodyError, match="longer"):
        feed()


EVENTS: list[tuple[Sequence[Any], bytes, list[object]]] = [
    (
        EventStream(ServerSentEvent),
        b"\xef\xbb\xbf: hello\nevent: a\nid: 1\nretry: 20\ndata: x\ndata:\ndata:  y\n\n",
        [ServerSentEvent(event="a", data="x\n\n y", id="1", retry=20)],
    ),
    # Each kind of line end, also where a piece ends between its two characters.
    (
        EventStream(ServerSentEvent),
        b"data: 1\r\n\r\ndata: 2\r\rdata: 3\n\nid: 4\rdata: 4\r\n\rdata: 5\r\r",
        [
            ServerSentEvent(data="1"),
            ServerSentEvent(data="2"),
            ServerSentEvent(data="3"),
            ServerSentEvent(data="4", id="4"),
            ServerSentEvent(data="5", id="4"),
        ],
    ),
    (
        EventStream(Event),
        b"data: x\n\nid: 7\nretry: 3\nevent: e\ndata: [1]\n\n",
        [
            Event(event="message", data="x"),
            Event(event="e", data="[1]", id="7", retry=3),
        ],
    ),
    # Data that are described as more than text.
    (
        EventStream(Event, parsed=True),
        b'data: {"a":\ndata: 1}\n\ndata: 2\n\ndata: no json\n\nevent: x\ndata:\n\n',
        [
            Event(event="message", data={"a": 1}),
            Event(event="message", data=2),
            Event(event="message", data="no json"),
            Event(event="x", data=""),
        ],
    ),
    (
        EventStream(Event, parsed=True),
        b"data: 1\n\ndata: [DONE]\n\ndata: 2\n\n",
        [Event(event="message", data=1), "done"],
    ),
    (
        EventStream(Tick, data=True),
        b'data: {"n":1}\n\ndata:\n\nevent: ping\ndata:  \n\ndata: {"n":2}\n\n',
        [Tick(1), Tick(2)],
    ),
    *(
        (
            EventStream(Tick, data=True),
            b'data: {"n":1}\n\ndata: ' + end + b"\n\ndata: nonsense\n\n",
            [Tick(1), "done"],
        )
        for end in (b"[DONE]", b" [DONE] ", b"[END]", b"[STREAM_END]", b"[END OF IT]")
    ),
    # Where data are text, no word of them is ours.
    (
        EventStream(ServerSentEvent),
        b"data: [DONE]\n\ndata: x\n\n",
        [ServerSentEvent(data="[DONE]"), ServerSentEvent(data="x")],
    ),
]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(("content", "body", "want"), EVENTS)
def test_events(
    content: Sequence[Any], body: bytes, want: list[object], step: int
) -> None:
    assert read(content, body, step) == want


@pytest.mark.parametrize("data", [b"[]", b"[1]", b'["DONE"]', b"[done]", b"DONE"])
def test_what_ends_no_stream(data: bytes) -> None:
    body = b"data: " + data + b"\n\ndata: 1\n\n"
    if data[-1:] == b"]" and data != b"[done]":
        assert read(EventStream(Any, data=True), body, 1000)[1:] == [1]
    else:
        with pytest.raises(APIResponseError):
            read(EventStream(Any, data=True), body, 1000)


def test_an_event_is_handed_out_with_its_last_line() -> None:
    """The LF that may follow a CR isn't waited for."""
    content: Sequence[Any] = EventStream(ServerSentEvent)
    items = content.items(Codec(False, None, LOGGER), "GET /x")
    assert list(items.feed(b"data: 1\r\n\r")) == [ServerSentEvent(data="1")]
    assert list(items.feed(b"\n")) == []
    assert list(items.feed(b"data: 2\n\n")) == [ServerSentEvent(data="2")]
    assert list(items.feed(b"data: cut short\n")) == []
    assert list(items.finish()) == []
