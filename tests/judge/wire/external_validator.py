"""Requests handed to libraries that aren't ours, which judge them in a process of their own."""

from __future__ import annotations

import base64
import json
import socket
import subprocess
import tempfile
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from tests.judge.process_groups import end_group
from tests.judge.source.original import Original
from tests.judge.wire.ambiguous_paths import Templates
from tests.judge.wire.case import Case
from tests.judge.wire.stripped_document import bare
from tests.judge.wire.unsupported import (
    doubted_of_bravado_core,
    doubted_of_openapi_core,
    unread_by_bravado_core,
    unread_by_openapi_core,
)

HOST = "http://127.0.0.1"
_ARBITER = Path(__file__).with_name("arbiter")
_LIBRARIES = ("openapi", "swagger")
_SORTS = {"json", "form"}
_SECONDS = 1200.0


class Verdict(msgspec.Struct, frozen=True):
    """What a library says of a request: what is wrong, or why it can't read it, or neither."""

    library: str
    fault: str = ""
    unread: str = ""


class ExternalValidator(msgspec.Struct, frozen=True):
    """Where the libraries listen: a folder with a socket for each."""

    folder: str

    def judge(
        self, original: Original, cases: Sequence[Case]
    ) -> Iterator[tuple[Case, Verdict]]:
        """The verdicts on a document's cases."""
        if original.version == "2.0":
            library, name = "bravado-core", "swagger"
            unread_by, doubted = unread_by_bravado_core, doubted_of_bravado_core
        else:
            library, name = "openapi-core", "openapi"
            unread_by, doubted = unread_by_openapi_core, doubted_of_openapi_core
        readable: list[Case] = []
        templates = Templates(path for _, path, *_ in original.operations())
        for case in cases:
            if reason := unread_by(case):
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
                reason = templates.confusion(case) if fault else ""
                if fault and not reason:
                    reason = doubted(case)
                if reason:
                    fault, unread = "", reason
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
def running_validator(python: Path) -> Generator[ExternalValidator | None]:
    """Start the processes that judge; None where they can't be.

    Args:
        python: An interpreter that has the libraries.
    """
    if not python.is_file():
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="validator-") as folder:
        processes: list[subprocess.Popen[bytes]] = []
        try:
            processes += (_start(python, name, folder) for name in _LIBRARIES)
            # Each says a line when it listens, or nothing when it can't.
            ready = [
                process.stdout and process.stdout.readline() for process in processes
            ]
            yield ExternalValidator(folder) if all(ready) else None
        finally:
            for process in processes:
                end_group(process.pid)
                process.communicate()


def _start(python: Path, library: str, folder: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [str(python), "-I", str(_ARBITER), library, f"{folder}/{library}"],
        # It ends when this is closed, by us or with us.
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        process_group=0,
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
