"""Text in the place of a file, and what a caller's own content raises while it is sent."""

from __future__ import annotations

import codecs
import io
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from driver import Driver, FakeTime, method
from fault_server import FaultServer
from sdk_runtime.errors import ArgumentError
from sdk_runtime.request.body import (
    Body,
    BytesBody,
    EitherBody,
    FormBody,
    JsonBody,
    JsonLinesBody,
    TextBody,
)
from sdk_runtime.request.multipart import MultipartBody
from sdk_runtime.request.parts import Part
from sdk_runtime.request.payload import File
from sdk_runtime.request.styles import Encoding

Connect = Callable[..., Driver]

BINARY = Encoding(binary=True)
FORM = MultipartBody({"file": BINARY})
EITHER = EitherBody(JsonBody(), FORM)

# Where files go: the kind of body, how the file stands in it, and the member that errors name.
PLACES: list[tuple[Body, Callable[[Any], Any], str]] = [
    (BytesBody(), lambda file: file, ""),
    (BytesBody("image/*"), File, ""),
    (BytesBody(text=True), File, ""),
    (TextBody(), File, ""),
    (FORM, lambda file: {"file": file}, "file"),
    (FORM, lambda file: {"file": File(file, "a.txt")}, "file"),
    (FORM, lambda file: {"file": Part(file)}, "file"),
    (FORM, lambda file: {"file": ("a.txt", file)}, "file"),
    (FORM, lambda file: {"file": [b"x", file]}, "file[1]"),
    (EITHER, lambda file: {"file": file}, "file"),
    (MultipartBody(), lambda file: {"other": File(file)}, "other"),
    (
        MultipartBody(content_type="multipart/mixed", items=BINARY),
        lambda file: [b"x", file],
        "[1]",
    ),
    (MultipartBody(prefix=[BINARY]), lambda file: [{"file": file}], "file"),
    (JsonBody(), lambda file: {"file": File(file)}, ""),
    (FormBody(), lambda file: {"file": File(file)}, "file"),
]


@contextmanager
def closing(content: Any) -> Iterator[Any]:
    """The content, closed afterwards where it can be."""
    try:
        yield content
    finally:
        getattr(content, "close", lambda: None)()


def wrapped(path: Path) -> Any:
    file = tempfile.NamedTemporaryFile("w+")  # noqa: SIM115 -- the test sends it open
    file.write(path.read_text("utf-8"))
    file.seek(0)
    return file


def spooled(path: Path) -> Any:
    file = tempfile.SpooledTemporaryFile(  # noqa: SIM115 -- the test sends it open
        mode="w+"
    )
    file.write(path.read_text("utf-8"))
    file.seek(0)
    return file


def closed(path: Path) -> Any:
    with path.open("rb") as file:
        return file


# What gives no bytes, and what the error says.
CONTENTS: list[tuple[Callable[[Path], Any], str]] = [
    (str, "pathlib.Path"),
    (lambda path: path.open(encoding="utf-8"), "'rb'"),
    (lambda path: path.open(encoding="latin-1", newline=""), "'rb'"),
    (lambda path: codecs.getreader("utf-8")(path.open("rb")), "'rb'"),
    (lambda path: io.TextIOWrapper(path.open("rb"), "utf-8"), "'rb'"),
    (lambda path: io.StringIO(path.read_text("utf-8")), "getvalue"),
    (wrapped, "'rb'"),
    (spooled, "'rb'"),
    (closed, "closed file"),
    (lambda path: path.with_name("written").open("wb"), "reading"),
    (lambda path: path.parent, "can't be read"),
    (lambda path: path.with_name("missing"), "can't be read"),
]


@pytest.mark.parametrize(("content", "words"), CONTENTS)
@pytest.mark.parametrize(("body", "placed", "member"), PLACES)
def test_what_gives_no_bytes_is_refused(
    connect: Connect,
    server: FaultServer,
    tmp_path: Path,
    body: Body,
    placed: Callable[[Any], Any],
    member: str,
    content: Callable[[Path], Any],
    words: str,
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("äöü\n" * 50, "utf-8")
    with (
        closing(content(path)) as file,
        pytest.raises(ArgumentError, match=words) as caught,
    ):
        connect().send(method("PUT", body=body), body=placed(file))
    if not isinstance(body, JsonBody):
        assert caught.value.member == member
    assert server.requests == []


@pytest.mark.parametrize(
    "content",
    [
        lambda path: path,
        lambda path: path.read_bytes(),
        lambda path: path.open("rb"),
        lambda path: io.BytesIO(path.read_bytes()),
        lambda path: io.BufferedReader(io.FileIO(path)),
    ],
)
def test_what_gives_bytes_is_sent(
    connect: Connect, server: FaultServer, tmp_path: Path, content: Any
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("äöü\r\n".encode())
    with closing(content(path)) as file:
        connect().send(method("PUT", body=BytesBody()), body=file)
    assert server.requests[0].body == path.read_bytes()


@pytest.mark.parametrize(
    "kind", [tempfile.SpooledTemporaryFile, tempfile.NamedTemporaryFile]
)
def test_temporary_files(connect: Connect, server: FaultServer, kind: Any) -> None:
    with kind(mode="w+b") as file:
        file.write(b"abc")
        file.seek(0)
        connect().send(method("PUT", body=BytesBody()), body=file)
    assert server.requests[0].body == b"abc"


@pytest.mark.parametrize(
    ("body", "value", "want"),
    [
        (BytesBody("application/xml", text=True), "<é/>", "<é/>".encode()),
        (BytesBody("a/b; charset=latin-1", text=True), "é", b"\xe9"),
        (TextBody(), "é", "é".encode()),
        (JsonLinesBody(), '{"a":1}', b'{"a":1}'),
        (FormBody(), "a=1", b"a=1"),
    ],
)
def test_text_where_text_belongs(
    connect: Connect, server: FaultServer, body: Body, value: str, want: bytes
) -> None:
    connect().send(method("POST", body=body), body=value)
    assert server.requests[0].body == want


def test_a_field_of_text_in_a_form_with_files(
    connect: Connect, server: FaultServer
) -> None:
    connect().send(method("POST", body=FORM), body={"file": b"x", "purpose": "a.txt"})
    assert b'name="purpose"\r\n\r\na.txt\r\n' in server.requests[0].body


@pytest.mark.parametrize("content", [["a"], [b"a", 1], [[b"a"]]])
def test_pieces_that_are_no_bytes(
    connect: Connect, server: FaultServer, content: Any
) -> None:
    with pytest.raises(ArgumentError, match="instead of bytes"):
        connect().send(method("PUT", body=BytesBody()), body=content)


class Own(Exception):
    """What a caller's own generator raises."""


@pytest.mark.parametrize("retries", [0, 2])
@pytest.mark.parametrize(
    "error", [Own, TimeoutError, ConnectionResetError, ValueError, RuntimeError]
)
@pytest.mark.parametrize("verb", ["PUT", "POST"])
@pytest.mark.parametrize(("body", "placed"), [one[:2] for one in PLACES[:7]])
def test_what_a_generator_raises_goes_through(
    connect: Connect,
    server: FaultServer,
    body: Body,
    placed: Callable[[Any], Any],
    verb: str,
    error: type[Exception],
    retries: int,
) -> None:
    raised = error("mine")

    def chunks() -> Iterator[bytes]:
        yield b"a"
        raise raised

    driver = connect(max_retries=retries, time=FakeTime())
    with pytest.raises(error) as caught:
        driver.send(method(verb, body=body), body=placed(chunks()))
    assert caught.value is raised
    assert raised.__cause__ is None
    # The connection is in the middle of a body, so the next call has another one.
    driver.send()
    assert [request.path for request in server.requests] == ["/notes/1"]
    assert server.connections == 2


def test_what_an_asynchronous_generator_raises(server: FaultServer) -> None:
    raised = Own("mine")

    async def chunks() -> AsyncIterator[bytes]:
        yield b"a"
        raise raised

    driver = Driver(True, base_url=server.url)
    for body, placed, _ in PLACES[:7]:
        with pytest.raises(Own) as caught:
            driver.send(method("PUT", body=body), body=placed(chunks()))
        assert caught.value is raised
    driver.send()
    driver.finish()
    assert [request.path for request in server.requests] == ["/notes/1"]


def test_what_an_iterator_of_items_raises(
    connect: Connect, server: FaultServer
) -> None:
    raised = Own("mine")

    def items() -> Iterator[object]:
        yield {"a": 1}
        raise raised

    with pytest.raises(Own) as caught:
        connect().send(method("POST", body=JsonLinesBody()), body=items())
    assert caught.value is raised


def test_a_file_that_goes_away(
    connect: Connect, server: FaultServer, tmp_path: Path
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x")

    def chunks() -> Iterator[bytes]:
        path.unlink()
        yield b"x"

    body = {"first": chunks(), "second": path}
    with pytest.raises(FileNotFoundError):
        connect().send(method("PUT", body=MultipartBody()), body=body)
