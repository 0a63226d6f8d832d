"""A run that is stopped leaves no process behind, and one slow document doesn't stop the others."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from tests.judge.rows import Row

ROOT = Path(__file__).parents[3]
DOCUMENT = """\
openapi: 3.1.0
info: {title: Plain, version: "1"}
servers: [{url: https://plain.example}]
paths:
  /things: {get: {operationId: listThings, responses: {"204": {description: None.}}}}
"""
# It takes the place of mypy: it works without end on one package, and finds nothing in others.
CHECKER = """\
import os, pathlib, sys
pathlib.Path(os.environ["SEEN"], str(os.getpid())).write_text(" ".join(sys.argv))
while any("slow" in each for each in sys.argv):
    pass
"""


class Folder:
    """Documents, and a checker that says which process it is."""

    def __init__(self, path: Path, *names: str) -> None:
        self.specs, self.seen = path / "specs", path / "seen"
        self.rows = path / "rows.json"
        for folder in (self.specs, self.seen, path / "own" / "mypy"):
            folder.mkdir(parents=True)
        for name in names:
            (self.specs / f"{name}.yaml").write_text(DOCUMENT, "utf-8")
        (path / "own" / "mypy" / "__init__.py").touch()
        (path / "own" / "mypy" / "__main__.py").write_text(CHECKER, "utf-8")
        self._path = path

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """A run in a session of its own, by which its processes are known."""
        own = {"PYTHONPATH": str(self._path / "own"), "SEEN": str(self.seen)}
        cache = str(self._path / "cache")
        # What a shell starts in the background ignores this signal, and so does what that starts.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            return subprocess.Popen(
                [
                    *(sys.executable, "-m", "tests.judge", str(self.specs)),
                    *("--json", str(self.rows), "--cache", cache, "--jobs", "1"),
                    *arguments,
                ],
                cwd=ROOT,
                env={**os.environ, **own, "TERM": "dumb"},
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                start_new_session=True,
            )
        finally:
            signal.signal(signal.SIGINT, before)

    def awaited(self, seconds: float = 120.0) -> None:
        """Wait until the checker works."""
        end = time.monotonic() + seconds
        while not any(self.seen.iterdir()):
            assert time.monotonic() < end, "the checker doesn't begin"
            time.sleep(0.05)


def alive(session: int) -> list[str]:
    """The processes of a session that still run, as the system names them."""
    found: list[str] = []
    for folder in Path("/proc").iterdir():
        try:
            stat = (folder / "stat").read_text() if folder.name.isdecimal() else ""
        except OSError:
            continue
        name, _, rest = stat.rpartition(")")
        fields = rest.split()
        if fields and int(fields[3]) == session and fields[0] != "Z":
            found.append(f"{name})")
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="there is no /proc")
@pytest.mark.parametrize(
    ("number", "code"),
    [
        (signal.SIGINT, 130),
        (signal.SIGTERM, 143),
        (signal.SIGKILL, -9),
    ],
)
def test_a_signal_ends_all_processes(
    number: signal.Signals, code: int, tmp_path: Path
) -> None:
    folder = Folder(tmp_path, "slow")
    with folder.start("--checks", "compile,mypy,wire") as run:
        try:
            folder.awaited()
            assert len(alive(run.pid)) > 3
            run.send_signal(number)
            printed, _ = run.communicate(timeout=60)
            assert run.returncode == code, printed
            assert "Traceback" not in printed
            end = time.monotonic() + 20
            while (left := alive(run.pid)) and time.monotonic() < end:
                time.sleep(0.1)
            assert left == []
        finally:
            run.kill()


def test_a_document_that_a_checker_never_ends_with_is_named(tmp_path: Path) -> None:
    folder = Folder(tmp_path, "a", "b", "c", "slow", "z")
    with folder.start("--checks", "mypy", "--seconds", "2") as run:
        printed, _ = run.communicate(timeout=240)
    assert run.returncode == 1, printed
    rows = msgspec.json.decode(folder.rows.read_bytes(), type=list[Row])
    verdicts = {row.path: row.checks["mypy"].verdict for row in rows}
    assert verdicts.pop("slow.yaml") == "failed"
    assert set(verdicts.values()) == {"ok"}
    slow = next(row for row in rows if row.path == "slow.yaml")
    assert slow.checks["mypy"].notes == ("took over 2 s of processor time",)
    assert "slow.yaml\n  mypy: 1 of 1 failed" in printed
