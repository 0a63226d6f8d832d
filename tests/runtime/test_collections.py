"""Sequences and mappings of any kind are sent as lists and dicts are; a text alone is no list."""

from __future__ import annotations

import json
from array import array
from collections import Counter, OrderedDict, UserDict, UserList, UserString, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from email import message_from_bytes
from types import MappingProxyType
from typing import Any

import pytest
from driver import Driver, method
from fault_server import FaultServer
from msgspec import field
from sdk_runtime.errors import ArgumentError
from sdk_runtime.json.model import Model, OpenModel
from sdk_runtime.operation.operation import Operation
from sdk_runtime.request.body import Body, EitherBody, FormBody, JsonBody, JsonLinesBody
from sdk_runtime.request.multipart import MultipartBody
from sdk_runtime.request.parameters import (
    ContentParameter,
    CookieParameter,
    HeaderParameter,
    Parameter,
    PathParameter,
    QueryParameter,
)
from sdk_runtime.request.parts import Part
from sdk_runtime.request.payload import File
from sdk_runtime.request.styles import Encoding
from style_support import in_cookie, in_header, in_path, in_query

Connect = Callable[..., Driver]


class Own(Sequence[str]):
    """A sequence of the caller's own."""

    def __getitem__(self, index: Any) -> Any:
        return ["a", "b"][index]

    def __len__(self) -> int:
        return 2


class Lazy(Mapping[str, object]):
    """A mapping of the caller's own."""

    def __getitem__(self, key: str) -> object:
        return {"a": 1}[key]

    def __iter__(self) -> Iterator[str]:
        return iter(["a"])

    def __len__(self) -> int:
        return 1


class Name(str):
    """A text of the caller's own."""


class Count(int):
    """A number of the caller's own."""


class Ratio(float):
    """Another."""


class Line(Model, kw_only=True):
    sku: str
    tags: object = None


class Order(OpenModel):
    id: int
    lines: object = None
    additional: Any = field(default_factory=dict)


TEXTS: list[object] = [
    ["a", "b"],
    ("a", "b"),
    deque(["a", "b"]),
    UserList(["a", "b"]),
    Own(),
    {"a": 1, "b": 2}.keys(),
    {1: "a", 2: "b"}.values(),
    [Name("a"), UserString("b")],
]
OTHERS = [
    (range(1, 3), [1, 2]),
    (array("i", [1, 2]), [1, 2]),
    ({1}, [1]),
    (frozenset({1}), [1]),
    (OrderedDict(a=1), {"a": 1}),
    (Counter("a"), {"a": 1}),
    (UserDict({"a": 1}), {"a": 1}),
    (MappingProxyType({"a": 1}), {"a": 1}),
    (Lazy(), {"a": 1}),
    (MappingProxyType({1: deque([range(2)])}), {"1": [[0, 1]]}),
    ([Count(3), Ratio(1.5), Name("x"), UserString("y")], [3, 1.5, "x", "y"]),
    (deque([datetime(2025, 1, 31, tzinfo=UTC)]), ["2025-01-31T00:00:00Z"]),
    (deque([Line(sku="a", tags=deque("xy"))]), [{"sku": "a", "tags": ["x", "y"]}]),
    (
        Order(
            id=1, lines=(Line(sku="a"),), additional=MappingProxyType({"z": range(1)})
        ),
        {"id": 1, "lines": [{"sku": "a"}], "z": [0]},
    ),
]
WANTED = [*((given, ["a", "b"]) for given in TEXTS), *OTHERS]
# What is no list of texts, though Python takes it for a sequence of some.
ALONE: list[object] = [
    "ab",
    Name("ab"),
    UserString("ab"),
    b"ab",
    bytearray(b"ab"),
    memoryview(b"ab"),
]


@pytest.mark.parametrize(("given", "wanted"), WANTED)
def test_in_json(given: object, wanted: object) -> None:
    body = JsonBody()
    for value, inside in (
        (given, wanted),
        ({"x": given}, {"x": wanted}),
        ([{"x": (given,)}], [{"x": [wanted]}]),
    ):
        content = body.encode(value)[1]
        assert isinstance(content, bytes)
        assert json.loads(content) == inside
    assert (
        json.loads(ContentParameter("x", "query", "application/json").write(given))
        == wanted
    )


@pytest.mark.parametrize("given", [iter("ab"), (one for one in "ab"), map(str, "ab")])
def test_what_is_read_but_once_is_refused(given: object) -> None:
    for value in (given, {"x": given}):
        with pytest.raises(ArgumentError):
            JsonBody().encode(value)
    with pytest.raises(ArgumentError):
        in_query(QueryParameter("x"), given)


@pytest.mark.parametrize("given", TEXTS)
def test_in_parameters(given: object) -> None:
    assert in_path(PathParameter("color"), given) == "a,b"
    assert in_query(QueryParameter("x"), given) == "x=a&x=b"
    assert in_header(HeaderParameter("X"), given) == "a,b"
    assert in_cookie(CookieParameter("x"), given) == "x=a&x=b"


@pytest.mark.parametrize("given", [UserDict(a=1), MappingProxyType({"a": 1}), Lazy()])
def test_mappings_in_parameters(given: object) -> None:
    assert in_path(PathParameter("color", explode=True), given) == "a=1"
    assert in_query(QueryParameter("x", style="deepObject"), given) == "x%5Ba%5D=1"
    assert in_header(HeaderParameter("X"), given) == "a,1"


@pytest.mark.parametrize("given", TEXTS)
def test_in_forms(given: object) -> None:
    body = FormBody({"y": Encoding(style="form", explode=False)})
    value = MappingProxyType({"x": given, "y": given})
    assert body.encode(value)[1] == b"x=a&x=b&y=a,b"


@pytest.mark.parametrize("given", TEXTS)
def test_in_parts(given: object) -> None:
    body = MultipartBody(arrays=("x",))
    assert parts(body, {"x": given}) == [("x", None, b"a"), ("x", None, b"b")]
    assert parts(body, MappingProxyType({"x": given})) == parts(body, {"x": given})
    listed = MultipartBody(content_type="multipart/mixed", arrays=("",))
    assert [content for _, _, content in parts(listed, given)] == [b"a", b"b"]


FILES: list[tuple[object, list[tuple[str | None, bytes]]]] = [
    ([b"1", b"2"], [("upload", b"1"), ("upload", b"2")]),
    ((b"1", b"2"), [("upload", b"1"), ("upload", b"2")]),
    (deque([b"1", File(b"2", "b")]), [("upload", b"1"), ("b", b"2")]),
    ((File(b"1", "a"), Part(File(b"2", "b"))), [("a", b"1"), ("b", b"2")]),
    # As other clients take one file.
    (("a", b"1"), [("a", b"1")]),
    ((None, b"1", "image/png"), [("upload", b"1")]),
    ([("a", b"1"), ("b", b"2")], [("a", b"1"), ("b", b"2")]),
    (b"1", [("upload", b"1")]),
    (range(2), [(None, b"0"), (None, b"1")]),
    ((1, 2), [(None, b"1"), (None, b"2")]),
]


@pytest.mark.parametrize(("given", "wanted"), FILES)
def test_files_in_parts(given: object, wanted: list[tuple[str | None, bytes]]) -> None:
    found = parts(MultipartBody(), {"x": given})
    assert [(name, content) for _, name, content in found] == wanted


@pytest.mark.parametrize("given", [(b"1",), deque([b"1"]), [b"1"]])
def test_a_list_of_files_chooses_parts(given: object) -> None:
    body = EitherBody(JsonBody(), MultipartBody())
    assert isinstance(body.select({"x": given}, ""), MultipartBody)


@pytest.mark.parametrize("given", ALONE)
@pytest.mark.parametrize(
    "parameter",
    [
        PathParameter("color"),
        QueryParameter("color"),
        QueryParameter("color", "pipeDelimited", explode=False),
        ContentParameter("color", "query", "application/json"),
        HeaderParameter("color"),
        ContentParameter("color", "header", "text/plain"),
        CookieParameter("color"),
    ],
)
def test_text_alone_in_parameters(
    connect: Connect, server: FaultServer, parameter: Parameter, given: object
) -> None:
    path = "/{color}" if isinstance(parameter, PathParameter) else "/notes"
    operation: Operation[Any] = Operation(
        "GET", path, parameters=(parameter,), lists=((0,),)
    )
    with pytest.raises(ArgumentError, match=r"^color: a list belongs here, not \w+"):
        connect().send(operation, (given,))
    assert server.requests == []


@pytest.mark.parametrize("given", ALONE)
@pytest.mark.parametrize("kind", [JsonBody(), FormBody(), MultipartBody()])
def test_text_alone_in_bodies(
    connect: Connect, server: FaultServer, kind: Body, given: object
) -> None:
    driver, operation = connect(), method("POST", body=kind, lists=(("ids",),))
    for value in ({"ids": given}, MappingProxyType({"a": 1, "ids": given})):
        with pytest.raises(ArgumentError, match=r"^ids: a list belongs here, not \w+"):
            driver.send(operation, body=value)
    assert server.requests == []
    driver.send(operation, body={"ids": ["ab"], "other": "ab"})
    driver.send(operation, body={})


@pytest.mark.parametrize("given", ALONE)
@pytest.mark.parametrize(
    "kind", [JsonBody(), MultipartBody(content_type="multipart/mixed")]
)
def test_text_alone_for_a_body(
    connect: Connect, server: FaultServer, kind: Body, given: object
) -> None:
    operation = method("POST", body=kind, lists=((),))
    with pytest.raises(ArgumentError, match=r"^a list belongs here, not \w+"):
        connect().send(operation, body=given)
    assert server.requests == []


def test_nothing_is_sent(connect: Connect, server: FaultServer) -> None:
    driver = connect()
    operation = method("POST", body=JsonBody(), lists=(("ids",),))
    with pytest.raises(ArgumentError, match=r"^ids: a list belongs here, not str"):
        driver.send(operation, body={"ids": "ab"})
    assert server.requests == []
    driver.send(
        operation, body={"ids": deque(["ab"]), "map": MappingProxyType({"a": range(2)})}
    )
    assert json.loads(server.requests[0].body) == {"ids": ["ab"], "map": {"a": [0, 1]}}
    driver.send(
        method("POST", body=JsonLinesBody()), body=deque([Line(sku="a"), {"x": (1,)}])
    )
    assert server.requests[1].body == b'{"sku":"a"}\n{"x":[1]}\n'


def parts(
    body: MultipartBody, value: object
) -> list[tuple[str | None, str | None, bytes]]:
    """The name, the file name and the content of each part."""
    content_type, content = body.encode(value)
    assert isinstance(content, bytes)
    message = message_from_bytes(
        f"Content-Type: {content_type}\r\n\r\n".encode() + content
    )
    found: list[tuple[str | None, str | None, bytes]] = []
    for part in message.get_payload():
        assert not isinstance(part, str)
        name = part.get_param("name", header="content-disposition")
        held = part.get_payload(decode=True)
        assert isinstance(held, bytes)
        found.append((str(name) if name else None, part.get_filename(), held))
    return found
