"""The type checkers: how each is called, and what it says about each file."""

from __future__ import annotations

import json
import resource
import signal
import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal, TypeAlias

import msgspec

from tests.judge.packages.merged_tree import RUNTIME, TREE

Checker: TypeAlias = Literal["mypy", "pyright"]


_LONGEST = 1500


class Failed(Exception):
    """A checker gave no verdict: it crashed, or took too long."""


class Bounds(msgspec.Struct, frozen=True):
    """What a run may take: seconds of processor time, and seconds on the clock."""

    processor: float
    wall: float


class _Message(msgspec.Struct):
    """A line of mypy's JSON."""

    file: str
    line: int
    message: str
    code: str | None = None
    severity: str = "error"


class _Position(msgspec.Struct):
    line: int


class _Range(msgspec.Struct):
    start: _Position


class _Diagnostic(msgspec.Struct):
    """An entry of pyright's JSON, whose lines count from 0."""

    file: str
    severity: str
    message: str
    rule: str = ""
    range: _Range | None = None


class _Report(msgspec.Struct, rename="camel"):
    general_diagnostics: list[_Diagnostic]


def installed(checker: Checker) -> str:
    """The version of a checker that is installed, or ""."""
    try:
        return version(checker)
    except PackageNotFoundError:
        return ""


def check(
    checker: Checker, root: Path, packages: Sequence[str], bounds: Bounds
) -> dict[str, list[str]]:
    """What a checker in its strictest mode says about packages of a tree, by package.

    Raises:
        Failed: It gave no verdict.
    """
    match checker:
        case "mypy":
            return _mypy(root, packages, bounds)
        case "pyright":
            return _pyright(root, packages, bounds)


def _mypy(root: Path, packages: Sequence[str], bounds: Bounds) -> dict[str, list[str]]:
    command = [sys.executable, "-m", "mypy", "--strict", "--output", "json"]
    command += ["--python-version", "3.11", "--config-file", ""]
    command += ["--cache-dir", ".mypy_cache", "--no-error-summary"]
    command += [f"{TREE}/{package}" for package in packages]
    done = _run(command, root, bounds)
    if done.returncode not in {0, 1}:
        raise _without_verdict(done)
    found: dict[str, list[str]] = defaultdict(list)
    for line in done.stdout.splitlines():
        message = msgspec.json.decode(line, type=_Message)
        if message.severity == "error":
            package, inside = _split(message.file)
            found[package].append(
                f"{inside}:{message.line}: {message.message} [{message.code}]"
            )
    return found


def _pyright(
    root: Path, packages: Sequence[str], bounds: Bounds
) -> dict[str, list[str]]:
    settings: Mapping[str, object] = {
        "include": [f"{TREE}/{package}" for package in packages],
        "pythonVersion": "3.11",
        "typeCheckingMode": "strict",
    }
    config = root / "pyrightconfig.json"
    config.write_text(json.dumps(settings), "utf-8")
    command = [
        sys.executable,
        "-m",
        "pyright",
        "--outputjson",
        "--project",
        str(config),
    ]
    command += ["--pythonpath", sys.executable]
    done = _run(command, root, bounds)
    try:
        report = msgspec.json.decode(done.stdout, type=_Report)
    except msgspec.DecodeError as error:
        raise _without_verdict(done) from error
    found: dict[str, list[str]] = defaultdict(list)
    for entry in report.general_diagnostics:
        if entry.severity == "error":
            package, inside = _split(str(Path(entry.file).relative_to(root)))
            line = entry.range.start.line + 1 if entry.range else 0
            found[package].append(f"{inside}:{line}: {entry.message} [{entry.rule}]")
    return found


def _run(
    command: Sequence[str], root: Path, bounds: Bounds
) -> subprocess.CompletedProcess[str]:
    seconds = round(bounds.processor)
    # The limit is handed down to what the checker itself starts.
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
    try:
        done = subprocess.run(
            command,
            cwd=root,
            capture_output=True,
            text=True,
            timeout=bounds.wall,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Failed(f"took over {bounds.wall:.0f} s") from error
    # Of a program that another one has started the code is what a shell makes of a signal.
    if done.returncode in {-signal.SIGXCPU, 128 + signal.SIGXCPU, 256 - signal.SIGXCPU}:
        raise Failed(f"took over {seconds} s of processor time")
    return done


def _without_verdict(done: subprocess.CompletedProcess[str]) -> Failed:
    said = (done.stderr or done.stdout)[-_LONGEST:].strip()
    return Failed(f"ended with code {done.returncode}: {said}")


def _split(file: str) -> tuple[str, str]:
    """The package that a file of the tree is in, and the file within it."""
    _, package, *inside = Path(file).parts
    return (
        ("", f"{RUNTIME}/{inside[-1]}")
        if package == RUNTIME
        else (
            package,
            "/".join(inside),
        )
    )
