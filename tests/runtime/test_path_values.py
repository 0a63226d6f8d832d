"""Path values stay inside their segment: no value reaches another endpoint."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from driver import GET, Driver
from fault_server import FaultServer, reply
from sdk_runtime.errors import ArgumentError
from sdk_runtime.operation.operation import Operation
from sdk_runtime.request.parameters import PathParameter
from sdk_runtime.request.request_options import OMIT
from sdk_runtime.response.content import Json

Connect = Callable[..., Driver]


@pytest.mark.parametrize(
    ("value", "target"),
    [
        ("123/archive?x=", "/notes/123%2Farchive%3Fx%3D"),
        ("../admin", "/notes/..%2Fadmin"),
        ("..%2Fadmin", "/notes/..%252Fadmin"),
        ("%2e%2e", "/notes/%252e%252e"),
        ("a#b", "/notes/a%23b"),
        ("a;b", "/notes/a%3Bb"),
        ("a\\b", "/notes/a%5Cb"),
        ("a\r\nX: 1", "/notes/a%0D%0AX%3A%201"),
        ("a\0", "/notes/a%00"),
        ("...", "/notes/..."),
        (".a", "/notes/.a"),
        ("日本", "/notes/%E6%97%A5%E6%9C%AC"),
        ("a~b-c_d", "/notes/a~b-c_d"),
        (42, "/notes/42"),
        (" ", "/notes/%20"),
    ],
)
def test_values(
    connect: Connect, server: FaultServer, value: object, target: str
) -> None:
    connect().send(GET, (value,))
    assert [request.target for request in server.requests] == [target]


@pytest.mark.parametrize(
    ("path", "names", "values", "target"),
    [
        (r"/a/{id:\d+}", [r"id:\d+"], ["1"], "/a/1"),
        (r"/a/{id:\d{4}}-{b}/c", [r"id:\d{4}", "b"], ["1", "2"], "/a/1-2/c"),
        ("/a/{id:[^#]+}/b", ["id:[^#]+"], ["1"], "/a/1/b"),
        # A fragment is never sent.
        ("/#X-Amz-Target=Get", [], [], "/"),
        ("/a/{id}#b#c", ["id"], ["1"], "/a/1"),
        ("/a?b=c#d", [], [], "/a?b=c"),
    ],
)
def test_patterns_and_fragments(
    connect: Connect,
    server: FaultServer,
    path: str,
    names: list[str],
    values: list[str],
    target: str,
) -> None:
    server.default = reply(204, b"")
    operation = Operation[None](
        "GET", path, parameters=tuple(map(PathParameter, names)), responses={}
    )
    connect().send(operation, tuple(values))
    assert [request.target for request in server.requests] == [target]


@pytest.mark.parametrize("value", ["", ".", "..", None, OMIT, [], "\ud800"])
def test_refused(connect: Connect, server: FaultServer, value: object) -> None:
    with pytest.raises(ArgumentError):
        connect().send(GET, (value,))
    assert server.requests == []


@pytest.mark.parametrize(
    ("path", "parameters", "values"),
    [
        ("/a/{x}{y}/b", (PathParameter("x"), PathParameter("y")), (".", ".")),
        ("/a/.{x}/b", (PathParameter("x"),), (".",)),
        ("/./.{x}/b", (PathParameter("x"),), (".",)),
        ("/a/{x}", (PathParameter("x", "label"),), (".",)),
        ("/a/{x}", (PathParameter("x", "label"),), ("",)),
        ("/a/{x}", (PathParameter("x", "label", explode=True),), (["", ""],)),
    ],
)
def test_dots_made_of_several(
    path: str, parameters: tuple[PathParameter, ...], values: tuple[object, ...]
) -> None:
    operation: Operation[object] = Operation("GET", path, parameters=parameters)
    with pytest.raises(ArgumentError):
        operation.encoder.path(values)


@pytest.mark.parametrize(
    ("path", "values", "want"),
    [
        ("/a b/{x}", ("1",), "/a%20b/1"),
        ("/files/{x}.{y}", ("report", "tar.gz"), "/files/report.tar.gz"),
        ("/.well-known/{x}", ("jwks",), "/.well-known/jwks"),
        ("/é/{x}", ("1",), "/%C3%A9/1"),
        ("/x#{x}", ("1",), "/x%231"),
        # Dots of the document's own are no value's doing.
        ("/./{x}", ("1",), "/./1"),
    ],
)
def test_templates(path: str, values: tuple[object, ...], want: str) -> None:
    parameters = [PathParameter(name) for name in ("x", "y") if f"{{{name}}}" in path]
    operation: Operation[object] = Operation("GET", path, parameters=parameters)
    assert operation.encoder.path(values) == want


def test_a_base_path_and_a_query_in_the_template(
    connect: Connect, server: FaultServer
) -> None:
    operation: Operation[object] = Operation(
        "GET", "/x?action=list", responses={"200": Json(Any)}
    )
    connect(base_url=f"{server.url}/v1/").send(operation, query={"a": "b"})
    assert server.requests[0].target == "/v1/x?action=list&a=b"
