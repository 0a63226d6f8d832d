"""Whether a package can be imported, in an interpreter that knows nothing of the generator."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import msgspec

from tests.judge.rows import Check

_PROBE = Path(__file__).with_name("import_probe.py")
_SECONDS = 300


class ImportReport(msgspec.Struct, frozen=True):
    """What the probe prints."""

    cases: int
    faults: tuple[str, ...]


def check_imports(folder: Path, package: str) -> Check:
    """Import the package, its resources and its models, and build a decoder for each model.

    Args:
        folder: The project's folder.
        package: The package in it.
    """
    command = [sys.executable, "-I", "-W", "error", str(_PROBE), str(folder), package]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return Check(verdict="failed", failures=1, notes=(f"took over {_SECONDS} s",))
    if done.returncode:
        return Check(verdict="failed", failures=1, notes=(done.stderr[-2000:],))
    report = msgspec.convert(json.loads(done.stdout), ImportReport)
    return Check(
        verdict="failed" if report.faults else "ok",
        failures=len(report.faults),
        cases=report.cases,
        notes=report.faults[:20],
    )
