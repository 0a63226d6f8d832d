"""Requests handed to libraries that aren't ours, which judge them in a process of their own."""

from __future__ import annotations

import base64
import json
import re
import socket
import subprocess
import tempfile
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from generator.corpus.original import Original, Tree, is_array, is_object
from generator.corpus.wire.bare import bare
from generator.corpus.wire.bodies import Body
from generator.corpus.wire.inputs import Arguments, Request
from generator.corpus.wire.loopback import Received
from generator.corpus.wire.slots import Slot

HOST = "http://127.0.0.1"
_ARBITER = Path(__file__).with_name("arbiter")
_LIBRARIES = ("openapi", "swagger")
_KNOWN = {"GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"}
# What makes a URL end early, and two parameters in one segment.
_ODD = re.compile(r"[#?]|\}[^/]*\{")
_SORTS = {"json", "form"}
_SECONDS = 1200.0


class Case(msgspec.Struct, frozen=True):
    """A call: what the document says, what was given, and what came."""

    request: Request
    arguments: Arguments
    received: Received


class Verdict(msgspec.Struct, frozen=True):
    """What a library says of a request: what is wrong, or why it can't read it, or neither."""

    library: str
    fault: str = ""
    unread: str = ""


class Court(msgspec.Struct, frozen=True):
    """Where the libraries listen: a folder with a socket for each."""

    folder: str

    def judge(
        self, original: Original, cases: Sequence[Case]
    ) -> Iterator[tuple[Case, Verdict]]:
        """The verdicts on a document's cases."""
        is_old = original.version == "2.0"
        library, name = (
            ("bravado-core", "swagger") if is_old else ("openapi-core", "openapi")
        )
        readable: list[Case] = []
        for case in cases:
            if reason := _unread_2_0(case) if is_old else _unread(case):
                yield case, Verdict(library, unread=reason)
            else:
                readable.append(case)
        if readable:
            asked = {
                "document": bare(original, HOST),
                "uri": original.root.file.as_uri(),
                "host": HOST,
                "calls": [_call(case) for case in readable],
            }
            answers = self._ask(name, json.dumps(asked).encode(), len(readable))
            for case, said in zip(readable, answers, strict=True):
                fault, unread = said.get("fault", ""), said.get("unrun", "")
                yield case, Verdict(library, fault, unread)

    def _ask(self, name: str, asked: bytes, count: int) -> list[dict[str, str]]:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(_SECONDS)
            connection.connect(f"{self.folder}/{name}")
            connection.sendall(asked)
            connection.shutdown(socket.SHUT_WR)
            with connection.makefile("rb") as stream:
                lines = [json.loads(line) for line in stream]
        missing = {"unrun": "it stopped before"}
        return [*lines, *(missing for _ in range(count - len(lines)))]


@contextmanager
def sitting(python: Path) -> Generator[Court | None]:
    """Start the processes that judge; None where they can't be.

    Args:
        python: An interpreter that has the libraries.
    """
    if not python.is_file():
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="court-") as folder:
        processes = [_start(python, name, folder) for name in _LIBRARIES]
        try:
            # Each says a line when it listens, or nothing when it can't.
            ready = [
                process.stdout and process.stdout.readline() for process in processes
            ]
            yield Court(folder) if all(ready) else None
        finally:
            for process in processes:
                process.terminate()
                process.communicate()


def _start(python: Path, library: str, folder: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 -- an interpreter that the caller chose
        [str(python), "-I", str(_ARBITER), library, f"{folder}/{library}"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _call(case: Case) -> dict[str, Any]:
    received = case.received
    return {
        "method": received.method,
        "template": case.request.path,
        "target": received.target,
        "headers": received.headers,
        "body": base64.b64encode(received.body).decode(),
        "expected": _expected(case),
    }


def _expected(case: Case) -> dict[str, Any]:
    """What is to arrive: all but what the document doesn't declare, and files."""
    declared = {(slot.place, slot.name) for slot in case.request.slots if slot.written}
    found: dict[str, Any] = {
        place: {
            name: value for name, value in members.items() if (place, name) in declared
        }
        for place, members in case.arguments.given.items()
        if place != "body"
    }
    body = case.request.body
    if "body" in case.arguments.given and body and body.sort in _SORTS:
        found["body"] = case.arguments.given["body"]
    return found


def _unread_2_0(case: Case) -> str:
    """Why bravado-core can't read a request, or ""."""
    body = case.request.body
    if body is not None and body.sort in {"text", "bytes"}:
        return "bodies of text and bytes"
    names = [slot.name for slot in case.request.slots]
    names += body.fields if body is not None else ()
    return "parameters of one name" if len(set(names)) < len(names) else ""


def _unread(case: Case) -> str:
    """Why openapi-core can't read a request, or ""."""
    request = case.request
    if request.method not in _KNOWN:
        return f"the method {request.method}"
    if _ODD.search(request.path):
        return "paths with `?`, `#` or two names in a segment"
    if "body" in case.arguments.given and (reason := _unread_body(case)):
        return reason
    for slot in request.slots:
        if slot.name in case.arguments.given[slot.place]:
            value = case.arguments.given[slot.place][slot.name]
            if reason := _unread_slot(slot, value):
                return reason
    return ""


def _unread_body(case: Case) -> str:
    body, value = case.request.body, case.arguments.given["body"]
    if not case.received.body:
        return "bodies that are empty"
    if body is None or body.sort in {"multipart", "bytes"}:
        return "bodies in parts, and of bytes"
    if body.sort == "form" and not set(value) <= set(body.fields):
        return "members of forms that aren't declared"
    if body.sort == "form" and any(_is_deep(body, *each) for each in value.items()):
        return "lists and objects inside of lists and objects in forms"
    return ""


def _is_deep(body: Body, name: str, value: Tree) -> bool:
    """Whether a member of a form holds more than openapi-core takes apart."""
    style = body.fields[name].style if name in body.fields else ""
    if style == "deepObject":
        return not _is_flat(value)
    inner = value if is_array(value) else []
    return is_object(value) or any(isinstance(each, list | dict) for each in inner)


def _is_flat(value: Tree) -> bool:
    """Whether a value is an object without lists and objects in it."""
    if not is_object(value):
        return False
    return not any(isinstance(each, list | dict) for each in value.values())


def _unread_slot(slot: Slot, value: Tree) -> str:
    if slot.place == "querystring":
        return "a parameter that is the whole query"
    if slot.kind == "" and isinstance(value, list | dict):
        return "lists and objects whose schema has no single type"
    if slot.style == "deepObject" and not _is_flat(value):
        return "the style deepObject but for objects of scalars"
    if not is_object(value):
        return ""
    if slot.place in {"query", "cookie"} and slot.style == "form" and slot.explode:
        return "objects that are spread over the query"
    free = ("additionalProperties", "patternProperties")
    if is_object(slot.schema) and any(slot.schema.get(key) for key in free):
        return "objects with free keys in parameters"
    return ""
