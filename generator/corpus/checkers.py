"""The type checkers: how each is called, and what it says about each file."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal, TypeAlias

import msgspec

from generator.corpus.merge import RUNTIME, TREE

Checker: TypeAlias = Literal["mypy", "pyright"]


class Failed(Exception):
    """A checker gave no verdict: it crashed, or took too long."""


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
    checker: Checker, root: Path, packages: Sequence[str], seconds: float
) -> dict[str, list[str]]:
    """What a checker in its strictest mode says about packages of a tree, by package.

    Raises:
        Failed: It gave no verdict.
    """
    match checker:
        case "mypy":
            return _mypy(root, packages, seconds)
        case "pyright":
            return _pyright(root, packages, seconds)


def _mypy(root: Path, packages: Sequence[str], seconds: float) -> dict[str, list[str]]:
    command = [sys.executable, "-m", "mypy", "--strict", "--output", "json"]
    command += ["--python-version", "3.11", "--config-file", ""]
    command += ["--cache-dir", ".mypy_cache", "--no-error-summary"]
    command += [f"{TREE}/{package}" for package in packages]
    done = _run(command, root, seconds)
    if done.returncode not in {0, 1}:
        raise Failed((done.stderr or done.stdout)[-1500:])
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
    root: Path, packages: Sequence[str], seconds: float
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
    done = _run(command, root, seconds)
    try:
        report = msgspec.json.decode(done.stdout, type=_Report)
    except msgspec.DecodeError as error:
        raise Failed((done.stderr or done.stdout)[-1500:]) from error
    found: dict[str, list[str]] = defaultdict(list)
    for entry in report.general_diagnostics:
        if entry.severity == "error":
            package, inside = _split(str(Path(entry.file).relative_to(root)))
            line = entry.range.start.line + 1 if entry.range else 0
            found[package].append(f"{inside}:{line}: {entry.message} [{entry.rule}]")
    return found


def _run(
    command: Sequence[str], root: Path, seconds: float
) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(  # noqa: S603 -- our own interpreter
            command,
            cwd=root,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Failed(f"took over {seconds:.0f} s") from error


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
