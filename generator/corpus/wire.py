"""Whether the requests of a package are what the document says, judged by openapi-core."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from generator.corpus.calling import HOST, Caller, Method, methods
from generator.corpus.draw import Undrawable, drawn
from generator.corpus.inputs import IGNORED, Request, arguments, requests
from generator.corpus.judge import Judge
from generator.corpus.original import (
    Dangling,
    Original,
    Piece,
    Tree,
    is_array,
    is_object,
)
from generator.corpus.rows import Check

_DRAWS = 6
_SECONDS_AN_OPERATION = 5.0
_SECONDS = 120.0
_NOTES = 20
_APART = {"security", "servers"}
_KNOWN = {"GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"}
# What makes a URL end early, and two parameters in one segment.
_ODD = re.compile(r"[#?]|\}[^/]*\{")
_ARBITER = Path(__file__).with_name("arbiter.py")


def check_wire(document: Path, folder: Path, package: str, python: Path) -> Check:
    """Call every operation with drawn arguments, and have the requests judged.

    Args:
        document: The document as written.
        folder: The project's folder.
        package: The package in it.
        python: An interpreter that has openapi-core.
    """
    if not python.is_file():
        return Check(verdict="unrun", notes=(f"no openapi-core: {python} isn't there",))
    original = Original(document)
    if original.version == "2.0":
        return Check(verdict="unrun", notes=("openapi-core doesn't read Swagger 2.0",))
    sys.path.insert(0, str(folder))
    recording = _Recording(original, package)
    recording.run()
    return recording.judged(python)


class _Recording:
    """One package's requests."""

    def __init__(self, original: Original, package: str) -> None:
        self._original = original
        self._judge = Judge(original, sent=True)
        self._caller = Caller(package)
        self._methods: dict[tuple[str, str], Method] = {}
        self._aside: Counter[str] = Counter()
        self._calls: list[dict[str, Any]] = []
        self._faults: list[str] = []
        for found in methods(package):
            if isinstance(found, str):
                self._aside[f"methods not probed: {found}"] += 1
            else:
                operation = found.operation
                self._methods.setdefault((operation.method, operation.path), found)

    def run(self) -> None:
        deadline = time.process_time() + _SECONDS
        for request in requests(self._original):
            method = self._methods.get((request.method, request.path))
            if method is None:
                self._aside["operations not generated or not probed"] += 1
            elif time.process_time() > deadline:
                self._aside["operations not called, for lack of time"] += 1
            else:
                self._call(request, method)

    def _call(self, request: Request, method: Method) -> None:
        if request.method not in _KNOWN:
            self._aside["methods that openapi-core doesn't know"] += 1
            return
        if _ODD.search(request.path):
            self._aside["paths that openapi-core can't take apart"] += 1
            return
        if any(slot.is_spread and slot.required for slot in request.slots):
            self._aside["objects in parameters that openapi-core can't read"] += 1
            return
        if request.unjudged:
            self._aside[request.unjudged] += 1
            if request.body_required or method.needs_body:
                return
        if method.needs_body and request.body is not None:
            if not request.body_required:
                self._aside["optional bodies that a method can't leave out"] += 1
            request = msgspec.structs.replace(request, body_required=True)
        try:
            chosen = drawn(arguments(request), _DRAWS, _SECONDS_AN_OPERATION)
        except Undrawable as reason:
            self._aside[f"operations without arguments: {reason}"] += 1
            return
        for each in chosen:
            if not each.is_allowed(request, self._judge):
                self._aside["drawn arguments that violate their schema"] += 1
                continue
            try:
                kept = self._caller.call(method, each)
            except Exception as error:
                said = f"{type(error).__name__}: {error}"
                where = f"{request.method} {request.path}"
                self._faults.append(f"{where}: {said[:200]} with {each.given}"[:500])
                continue
            self._calls.append({**kept, "expected": each.expected(request)})

    def judged(self, python: Path) -> Check:
        asked = {
            "document": _bare(self._original),
            "uri": self._original.root.file.as_uri(),
            "host": HOST,
            "calls": self._calls,
        }
        verdicts: Sequence[dict[str, str]] = (
            _judge(python, asked) if self._calls else ()
        )
        faults = list(self._faults)
        for call, verdict in zip(self._calls, verdicts, strict=True):
            if reason := verdict.get("unrun"):
                self._aside[f"requests that openapi-core can't judge: {reason}"] += 1
            elif fault := verdict.get("fault"):
                where = f"{call['method']} {call['target'][:150]}"
                faults.append(f"{where}: {fault}")
        unjudged = sum("unrun" in verdict for verdict in verdicts)
        cases = len(self._calls) + len(self._faults) - unjudged
        return Check(
            verdict="failed" if faults else "ok" if cases else "unrun",
            failures=len(faults),
            cases=cases,
            notes=tuple(faults[:_NOTES]) or (() if cases else ("nothing to call",)),
            aside=dict(self._aside),
        )


def _bare(original: Original) -> Tree:
    """The document as it is judged: served from one place, without credentials.

    Header parameters that OpenAPI says are to be ignored are left out: openapi-core judges them.
    """
    root = original.root
    bare = {**root.value, "servers": [{"url": HOST}], "security": []}
    paths = root.get("paths")
    if paths is not None:
        bare["paths"] = {
            path: {
                key: _opened(original, part)
                for key, part in item.members()
                if key not in _APART
            }
            for path, item in paths.members()
        }
    return bare


def _opened(original: Original, part: Piece) -> Tree:
    """A path item's parameters, or an operation."""
    if is_array(part.value):
        return [
            each.value for _, each in part.members() if not _ignored(original, each)
        ]
    if not is_object(part.value):
        return part.value
    return {
        key: _opened(original, each) if key == "parameters" else each.value
        for key, each in part.members()
        if key not in _APART
    }


def _ignored(original: Original, parameter: Piece) -> bool:
    try:
        value = original.follow(parameter).value
    except Dangling:
        return False
    is_header = is_object(value) and value.get("in") == "header"
    return is_header and str(value.get("name")).lower() in IGNORED


def _judge(python: Path, asked: dict[str, Any]) -> Sequence[dict[str, str]]:
    done = subprocess.run(  # noqa: S603 -- an interpreter that the caller chose
        [str(python), "-I", str(_ARBITER)],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    missing = len(asked["calls"]) - len(lines)
    reason = f"the judge stopped: {done.stderr.strip()[-200:]}"
    return [*lines, *({"unrun": reason} for _ in range(missing))]
