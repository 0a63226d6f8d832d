"""JSON that nests deeper than it may: refused before a decoder or an encoder sees it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import deque
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec
import pytest
from codec_support import Note, decode
from driver import Driver, method
from fault_server import FaultServer, reply
from sdk_runtime.errors import APIResponseError, APIStatusError, ArgumentError
from sdk_runtime.json.codec import Codec
from sdk_runtime.json.data import to_dict, to_json
from sdk_runtime.json.json_limits import DEEPEST, check_depth, is_deep
from sdk_runtime.json.model import Model
from sdk_runtime.request.body import JsonBody
from sdk_runtime.request.parameters import QueryParameter
from sdk_runtime.request.scalars import encode_json, plain
from sdk_runtime.response.content import Json
from sdk_runtime.response.event_items import EventStream
from sdk_runtime.response.sequences import JsonLines
from sdk_runtime.webhooks.parse import parse

Connect = Callable[..., Driver]

HERE = Path(__file__).parent
KINDS = [("[", "]"), ('{"a":', "}"), ('["]", ', "]"), ('{"]": "[", "a": ', "}")]


class Holder(Model, kw_only=True):
    nested: Holder | list[Holder] | None = None


@pytest.mark.parametrize(("left", "right"), KINDS)
@pytest.mark.parametrize(("levels", "deep"), [(DEEPEST, False), (DEEPEST + 1, True)])
def test_the_bound_is_exact(left: str, right: str, levels: int, deep: bool) -> None:
    text = left * levels + "1" + right * levels
    assert json.loads(text) is not None
    assert is_deep(text.encode()) is deep
    assert is_deep(f" {text}\n".encode()) is deep


TEXTS: list[tuple[str, bool]] = [
    ("", False),
    ("[" * DEEPEST, False),
    ("[" * (DEEPEST + 1), True),
    ("[" * 100_000, True),
    ('{"a":' * 100_000, True),
    # What has no end adds to what has one.
    ("[" * 40 + "[" * 40 + "]" * 40, True),
    ("[" * 40 + "[]" * 5000, False),
    ("]" * 5000 + "[" * DEEPEST, False),
    ('"' + "[" * 5000 + '"', False),
    ('"' + "[" * 5000, False),
    ('["' + r"\"[" * 5000 + '"]', False),
    ('["' + r"\\" + '"' + ", [" * 5000, True),
    ('["' + r"\\\"" + "[" * 5000 + '"]', False),
    ("[" + '{"]": "["}, ' * 5000 + "1]", False),
    ('["]", ' * 65 + "1" + "]" * 65, True),
    ('{"a": "]"' + ', "b": {"a": "}"' * 65 + "}" * 66, True),
    ('["é[\u5b5b]", ' * DEEPEST + "1" + "]" * DEEPEST, False),
]


@pytest.mark.parametrize(("text", "deep"), TEXTS)
def test_brackets_in_strings_nest_nothing(text: str, deep: bool) -> None:
    assert is_deep(text.encode()) is deep


def listed(levels: int) -> object:
    value: object = 1
    for _ in range(levels):
        value = [value]
    return value


def mapped(levels: int) -> object:
    value: object = "x"
    for _ in range(levels):
        value = {"n": 1, "a": value}
    return value


def nested(levels: int) -> object:
    value = Holder()
    for _ in range(levels - 1):
        value = Holder(nested=value)
    return value


def mixed(levels: int) -> object:
    kinds: list[Any] = [
        lambda item: (item,),
        lambda item: MappingProxyType({"a": item}),
        lambda item: [item, item],
        lambda item: deque([item]),
    ]
    value: object = {}
    for level in range(levels - 1):
        value = kinds[level % len(kinds)](value)
    return value


@pytest.mark.parametrize("make", [listed, mapped, nested, mixed])
def test_what_is_sent_is_bounded(make: Any) -> None:
    check_depth(make(DEEPEST))
    for levels in (DEEPEST + 1, 5000):
        with pytest.raises(ArgumentError, match="nested too deeply"):
            check_depth(make(levels))


def test_what_holds_itself_is_refused() -> None:
    loop: list[object] = []
    loop += [loop, loop]
    with pytest.raises(ArgumentError, match="nested too deeply"):
        encode_json(loop)


@pytest.mark.parametrize(
    "send",
    [
        encode_json,
        plain,
        to_json,
        to_dict,
        lambda value: QueryParameter("q", "deepObject").write({"a": value}),
    ],
)
def test_whatever_is_written(send: Any) -> None:
    send(listed(DEEPEST - 1))
    with pytest.raises(ArgumentError, match="nested too deeply"):
        send(listed(5000))


BODY = b'{"id": "1", "unknown": ' + b"[" * 5000 + b"]" * 5000 + b"}"


@pytest.mark.parametrize(
    "body",
    [
        BODY,
        b"\xef\xbb\xbf" + BODY,
        BODY.decode().encode("utf-16"),
        BODY.decode().encode("utf-32-le"),
        BODY.replace(b'"1"', b'"\\ud800"'),
    ],
)
def test_whatever_is_read(body: bytes) -> None:
    with pytest.raises(APIResponseError, match="nested too deeply"):
        decode(Note, body)


@pytest.mark.parametrize(
    "text", ['{"id": "字嬢孛"}', '{"id": "' + "嬢" * 300 + '"}', '{"id": "1"}']
)
def test_utf_16_is_read_however_its_halves_look(text: str) -> None:
    value, _ = decode(Note, text.encode("utf-16"))
    assert value.id == json.loads(text)["id"]


def test_events_and_lines() -> None:
    codec = Codec(False, None, None)
    deep = listed_text(5000)
    contents: list[tuple[Any, bytes]] = [
        (JsonLines(Any), b"1\n" + deep + b"\n"),
        (EventStream(Any, data=True), b"data: 1\n\ndata: " + deep + b"\n\n"),
        (
            EventStream(dict[str, Any], parsed=True),
            b"data: 1\n\ndata: " + deep + b"\n\n",
        ),
    ]
    for content, body in contents:
        items = content.items(codec, "GET /x").feed(body)
        assert next(items) is not None
        with pytest.raises(APIResponseError, match="nested too deeply"):
            next(items)


def test_what_a_webhook_brings() -> None:
    assert parse(Any, listed_text(DEEPEST)) is not None
    for body in (listed_text(5000), listed_text(5000).decode()):
        with pytest.raises(APIResponseError, match="nested too deeply"):
            parse(Any, body)


@pytest.mark.parametrize("kind", [Any, Note])
def test_answers_and_errors(connect: Connect, server: FaultServer, kind: Any) -> None:
    server.then(reply(200, BODY), reply(400, BODY))
    driver = connect(max_retries=0)
    get = method("GET", responses={"200": Json(kind)}, errors={"400": Json(kind)})
    with pytest.raises(APIResponseError, match="nested too deeply"):
        driver.send(get)
    with pytest.raises(APIStatusError) as caught:
        driver.send(get)
    assert caught.value.status_code == 400
    assert caught.value.data is None
    assert caught.value.body == BODY


def test_nothing_is_sent(connect: Connect, server: FaultServer) -> None:
    post = method("POST", body=JsonBody())
    with pytest.raises(ArgumentError, match="nested too deeply"):
        connect().send(post, body={"a": listed(5000)})
    assert server.requests == []


def listed_text(levels: int) -> bytes:
    return b"[" * levels + b"]" * levels


# What is as deep as may be is decoded and encoded, on the smallest stack that is promised.
PROGRAM = """
import sys, threading
sys.path[:0] = [{folder!r}]
import conftest
from test_nesting import DEEPEST, Holder, decode_any, listed, nest, to_json
# Python itself takes a deep value apart where it is freed: not on the small stack.
value = listed(100_000)
tasks = {{
    "any": lambda: decode_any(b"[" * DEEPEST + b"]" * DEEPEST),
    "deep": lambda: decode_any(b"[" * 100_000),
    "unknown": lambda: decode_any(b'{{"x": ' + b"[" * 9_000 + b"]" * 9_000 + b"}}", Holder),
    "union": lambda: nest(DEEPEST),
    "sent": lambda: to_json(listed(DEEPEST)),
    "deep sent": lambda: to_json(value),
}}
said = []
def run():
    try:
        tasks[{task!r}]()
        said.append("done")
    except Exception as error:
        said.append(type(error).__name__)
tasks["any"](), nest(2), to_json([])
threading.stack_size({stack} * 1024)
thread = threading.Thread(target=run)
thread.start()
thread.join()
print(*said)
"""


def decode_any(body: bytes, kind: Any = Any) -> object:
    return Codec(False, None, None).decode(kind, body, where="x")


def nest(levels: int) -> object:
    from test_recursion import Nest  # noqa: PLC0415 -- for the program above

    return decode_any(b"[" * levels + b"]" * levels, Nest)


@pytest.mark.parametrize(
    ("task", "stack", "want"),
    [
        ("any", 64, "done"),
        ("deep", 64, "UnreadableError"),
        ("unknown", 64, "UnreadableError"),
        ("sent", 64, "done"),
        ("deep sent", 64, "ArgumentError"),
        ("union", 128, "done"),
    ],
)
def test_threads_with_small_stacks(task: str, stack: int, want: str) -> None:
    program = PROGRAM.format(folder=str(HERE), task=task, stack=stack)
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [want], done.stderr


def test_small_values_are_let_through_at_once() -> None:
    assert not is_deep(msgspec.json.encode({"id": "1"}))
    check_depth({"id": "1", "at": [1.5, None]})
