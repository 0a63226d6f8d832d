"""What each step of a document gives becomes its row, whatever failed on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.judge.examination import (
    Checked,
    Examination,
    Step,
    examine,
)
from tests.judge.generation import Generated, Job
from tests.judge.rows import Check, CheckName, Row
from tests.judge.run import Findings
from tests.judge.worker_pool import Done, Lost

WRITTEN = Generated(version="3.1.0", complete=2, operations=2, written=True)
GOOD = Check(verdict="ok", cases=1)


def row(*answers: Step | Lost | Done, expect: str = "") -> Row:
    job = Job(Path("/corpus/a.yaml"), Path("/corpus"), Path("/out"))
    checks: tuple[CheckName, ...] = ("mypy", "wire", "compile", "roundtrip", "import")
    examination = Examination(job=job, checks=checks)
    findings = Findings({"a.yaml": expect})
    for answer in answers:
        findings.take(examination, answer)
    return findings.row(job)


def test_the_steps_become_a_row() -> None:
    found = row(WRITTEN, Checked("compile", GOOD), Checked("import", GOOD), Done())
    assert (found.path, found.version, found.complete) == ("a.yaml", "3.1.0", 2)
    assert found.checks == {"compile": GOOD, "import": GOOD}
    assert found.is_good


def test_work_that_is_lost_before_anything_is_a_fault() -> None:
    found = row(Lost("hung"))
    assert found.fault == "hung"
    assert found.broken == ("the generator gave no answer",)


def test_the_step_that_breaks_off_fails_and_later_ones_are_not_run() -> None:
    found = row(WRITTEN, Checked("compile", GOOD), Lost("died"))
    assert {name: check.verdict for name, check in found.checks.items()} == {
        "compile": "ok",
        "import": "failed",
        "roundtrip": "unrun",
        "wire": "unrun",
    }
    assert found.checks["import"].notes == ("died",)
    assert found.checks["wire"].notes == ("import broke off",)
    assert not found.is_good


DOCUMENT = """\
openapi: 3.1.0
info: {title: A, version: '1'}
paths:
  /a: {get: {responses: {'204': {description: done}}}}
"""


@pytest.mark.parametrize(
    ("expect", "verdict", "notes"),
    [
        ("refusal", "unrun", ("the document is to be refused",)),
        ("success", "unrun", ("nothing in JSON",)),
    ],
)
def test_a_document_that_is_to_be_refused_says_nothing_to_agree_on(
    tmp_path: Path, expect: str, verdict: str, notes: tuple[str, ...]
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(DOCUMENT, "utf-8")
    examination = Examination(
        job=Job(path, tmp_path, tmp_path / "out"),
        checks=("compile", "roundtrip"),
        expect=expect,
    )
    generated, compiled, trip = examine(examination)
    assert isinstance(generated, Generated)
    assert generated.written
    assert isinstance(compiled, Checked)
    assert compiled.check.verdict == "ok"
    assert isinstance(trip, Checked)
    assert (trip.check.verdict, trip.check.notes) == (verdict, notes)


def test_what_is_not_generated_is_not_checked(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("openapi: [", "utf-8")
    job = Job(path, tmp_path, tmp_path / "out")
    [generated] = examine(Examination(job=job, checks=("compile",)))
    assert isinstance(generated, Generated)
    assert not generated.written
