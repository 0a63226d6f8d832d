"""The whole run: documents become packages, packages are checked, and each becomes a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

import msgspec

from generator.progress import Progress
from tests.judge.budget import Budget
from tests.judge.examination import (
    PRELOADED,
    Checked,
    Examination,
    Step,
    examine,
)
from tests.judge.expectations import INDEX, read_index, shortcomings
from tests.judge.find_documents import documents
from tests.judge.generation import Generated, Job
from tests.judge.overlay.overlay_files import OverlayName
from tests.judge.packages.check_types import Bound, check_types
from tests.judge.rows import (
    CHECKS,
    Check,
    CheckName,
    Row,
)
from tests.judge.wire.external_validator import ExternalValidator, running_validator
from tests.judge.worker_pool import (
    Done,
    Limits,
    Lost,
    work,
)


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What to run.

    Args:
        folder: Where the documents are.
        out: Where packages go.
        cache: Where results of the type checkers are kept.
        judge: An interpreter that has openapi-core and bravado-core.
        jobs: How many processes work at the same time.
        checks: Which checks to run.
        overlays: What to declare besides.
        only: A pattern for the documents' paths.
        largest: How many bytes a document may have; 0 means any number.
        expect: A table of what to expect; None looks for one in the folder.
        limits: What each step of one document may take.
        budget: What each check of one document may spend.
    """

    folder: Path
    out: Path
    cache: Path
    judge: Path
    jobs: int = 1
    checks: tuple[CheckName, ...] = CHECKS
    overlays: tuple[OverlayName, ...] = ()
    only: str = "*"
    largest: int = 0
    expect: Path | None = None
    limits: Limits = Limits()
    budget: Budget = Budget()


class Findings:
    """What is known of each document, step by step."""

    def __init__(self, expected: Mapping[str, str]) -> None:
        self._expected = expected
        self._generated: dict[str, Generated] = {}
        self._checks: dict[str, dict[CheckName, Check]] = {}

    def take(self, examination: Examination, answer: Step | Lost | Done) -> None:
        """Write down an answer."""
        name = examination.job.name
        match answer:
            case Generated():
                self._generated[name] = answer
            case Checked():
                self._checks.setdefault(name, {})[answer.name] = answer.check
            case Lost(reason=reason):
                self._lose(examination, reason)
            case Done():
                pass

    def add(self, job: Job, checker: CheckName, found: Check) -> None:
        """Write down what a type checker says."""
        self._checks.setdefault(job.name, {})[checker] = found

    def is_written(self, job: Job) -> bool:
        """Whether there is a package."""
        return self._generated[job.name].written

    def row(self, job: Job) -> Row:
        """What is known so far."""
        generated = self._generated[job.name]
        expect = self._expected.get(job.name, "")
        row = Row(
            path=job.name,
            version=generated.version,
            complete=generated.complete,
            operations=generated.operations,
            repairs=generated.repairs,
            refusals=generated.refusals,
            seconds=generated.seconds,
            written=generated.written,
            fault=generated.fault,
            findings=generated.findings,
            checks=self._checks.get(job.name, {}),
            expect=expect,
        )
        return msgspec.structs.replace(row, broken=shortcomings(row, expect))

    def _lose(self, examination: Examination, reason: str) -> None:
        """The step that was underway fails, and those after it aren't run."""
        name = examination.job.name
        if name not in self._generated:
            self._generated[name] = Generated(fault=reason)
            return
        checks = self._checks.setdefault(name, {})
        left: list[CheckName] = [
            step for step in examination.steps if step not in checks
        ]
        for step in left[:1]:
            checks[step] = Check(verdict="failed", failures=1, notes=(reason,))
        for step in left[1:]:
            notes = (f"{left[0]} broke off",)
            checks[step] = Check(verdict="unrun", notes=notes)


def run(
    order: Order, progress: Progress, tell: Callable[[Row, int], None]
) -> tuple[Row, ...]:
    """Run all documents below a folder, and return their rows by path.

    Args:
        order: What to run.
        progress: Where to show how far it is.
        tell: Called with each row as soon as all but the types is known, and how many there are.
    """
    jobs = [
        Job(path, order.folder, order.out, order.overlays)
        for path in documents(order.folder, order.only, order.largest)
    ]
    if not jobs:
        return ()
    expected = _expected(order)
    findings = Findings(expected)
    with ExitStack() as stack:
        validator: ExternalValidator | None = None
        if "wire" in order.checks:
            validator = stack.enter_context(running_validator(order.judge))
        examinations = [
            Examination(
                job=job,
                checks=order.checks,
                expect=expected.get(job.name, ""),
                validator=validator,
                budget=order.budget,
            )
            for job in jobs
        ]
        _examine(examinations, order, findings, progress, tell)
    written = [job for job in jobs if findings.is_written(job)]
    for job, checker, found in check_types(
        order.checks, written, order.cache, progress, _bound(order.limits)
    ):
        findings.add(job, checker, found)
    return tuple(findings.row(job) for job in jobs)


def _examine(
    examinations: Sequence[Examination],
    order: Order,
    findings: Findings,
    progress: Progress,
    tell: Callable[[Row, int], None],
) -> None:
    with progress.stage("documents", len(examinations)) as step:
        # The largest first: a long one that starts last would keep one process busy alone.
        largest = sorted(examinations, key=lambda each: -each.job.path.stat().st_size)
        for examination, answer in work(
            largest,
            examine,
            jobs=order.jobs,
            limits=order.limits,
            preload=PRELOADED,
        ):
            findings.take(examination, answer)
            if isinstance(answer, Lost | Done):
                step()
                tell(findings.row(examination.job), len(examinations))


def _bound(limits: Limits) -> Bound:
    """What the type checkers may take, who look at many documents at once."""
    usual = Bound()
    return Bound(
        start=min(usual.start, limits.seconds),
        megabyte=min(usual.megabyte, limits.seconds),
    )


def _expected(order: Order) -> dict[str, str]:
    path = order.expect or order.folder / INDEX
    return read_index(path) if path.is_file() else {}
