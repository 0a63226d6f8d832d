"""Answers with random damage."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any, Final, NamedTuple

from codec_support import (
    Declared,
    Fallible,
    Labels,
    Loose,
    Nested,
    Note,
    NoteList,
    OneOrMany,
    Settings,
    Shape,
    Stamps,
)

from fuzz.damage import damage_bytes, damage_tree

_CAT: Final = {
    "kind": "cat",
    "lives": 9,
    "friends": [{"kind": "puppy", "tricks": ["sit"]}],
}
_NOTE: Final = {
    "id": "1",
    "type": "note",
    "author": {"name": "Ann"},
    "state": "open",
    "created_at": 1_700_000_000,
    "rating": 4.5,
    "body": "<p>Hé</p>",
    "replies": [{"id": "2", "replies": []}],
    "class": "a",
}
_STAMPS: Final = {
    "at": "2026-11-30T10:00:00Z",
    "key": "0f8fad5b-d9cb-469f-a165-70867728950e",
    "price": "12.50",
    "raw": "AAEC",
    "pair": [1, "b"],
    "many": [1, 2, 3],
}
_ERROR: Final = {"errors": [{"code": "x", "message": "m"}], "request_id": "r"}
# A type, and what is right for it.
_VALUES: Final[tuple[tuple[Any, Any], ...]] = (
    (Note, _NOTE),
    (NoteList, {"data": [_NOTE, {"id": "3"}], "pages": {"next": "c"}}),
    (Stamps, _STAMPS),
    (Shape, {"side": 1.5, "height": 2}),
    (Nested, _CAT),
    (Declared, {"shape": "ring", "radius": 1}),
    (Fallible, {"k": "1"}),
    (OneOrMany, [1, 2]),
    (Settings, {"name": "n", "pet": _CAT, "more": 1}),
    (Labels, {"class": 1, "a": [{"b": []}]}),
    (Loose, {"id": "a", "n": 1, "child": {"by": {"x": {"ok": True}}}}),
    (dict[str, Any], {"a": [1, {"b": None}]}),
)


class Answer(NamedTuple):
    """A damaged answer, and how it is asked for.

    Args:
        shape: "json", "list", "lines", "events" or "bytes".
        kind: The type that is declared.
        data: All bytes of the answer, with its head.
        keep: Whether the connection stays open behind it.
    """

    shape: str
    kind: Any
    data: bytes
    keep: bool


def _json(value: Any) -> bytes:
    return json.dumps(value).encode("utf-8", "surrogatepass")


_BODIES: Final[dict[str, Callable[[Any], bytes]]] = {
    "json": _json,
    "list": lambda value: _json({"data": [value], "pages": {"next": "c"}}),
    "lines": lambda value: (_json(value) + b"\n") * 3,
    "events": lambda value: (b"event: a\nid: 1\ndata: " + _json(value) + b"\n\n") * 3,
    "bytes": _json,
}


def mutate(seed: int, number: int) -> Answer:
    """The nth answer of a seed."""
    draw = Random(f"{seed}:{number}")  # noqa: S311 -- the same for each seed
    kind, value = draw.choice(_VALUES)
    shape = draw.choice([*_BODIES])
    status = draw.choice((200, 200, 200, 201, 204, 206, 302, 400, 404, 429, 500))
    if status >= 400:
        value = _ERROR
    what = draw.randrange(4)
    if what in {0, 1}:
        value = damage_tree(value, draw)
    try:
        body = _BODIES[shape](value)
    except (RecursionError, ValueError):
        body = b"[" * 5000
    if what in {1, 2}:
        body = damage_bytes(body, draw)
    data = _framed(status, body, draw)
    if what == 3:
        at = data.find(b"\r\n\r\n") + 4
        data = damage_bytes(data[:at], draw) + data[at:]
    elif draw.random() < 0.1:
        data = damage_bytes(data, draw)
    return Answer(shape, kind, data, draw.random() < 0.5)


_TYPES: Final = (
    *("application/json", "application/json; charset=utf-8", "text/html", "", "a/b; c"),
    *("text/event-stream", "application/x-ndjson", "application/octet-stream", "é"),
)


def _framed(status: int, body: bytes, draw: Random) -> bytes:
    head = f"HTTP/1.1 {status} Status\r\nContent-Type: {draw.choice(_TYPES)}\r\n"
    head += draw.choice(("", "Retry-After: 0\r\n", "Location: /x\r\n", 'ETag: "v"\r\n'))
    if draw.random() < 0.2:
        body = gzip.compress(body, mtime=0)
        head += "Content-Encoding: gzip\r\n"
        body = damage_bytes(body, draw) if draw.random() < 0.5 else body
    match draw.randrange(4):
        case 0:
            sizes = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
            return (
                head.encode("latin-1") + b"Transfer-Encoding: chunked\r\n\r\n" + sizes
            )
        case 1:
            length = len(body) + draw.choice((-1, 1, 100))
        case _:
            length = len(body)
    return f"{head}Content-Length: {max(length, 0)}\r\n\r\n".encode("latin-1") + body


def save(answer: Answer, folder: Path, name: str) -> Path:
    """Keep an answer that showed a fault."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.http"
    path.write_bytes(answer.data)
    return path
