"""The whole run: documents become packages, packages are checked, and each becomes a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

import msgspec

from generator.corpus.checkers import Checker
from generator.corpus.crew import Limits, Lost, work
from generator.corpus.expect import INDEX, read_index, shortcomings
from generator.corpus.find import documents
from generator.corpus.imports import check_imports
from generator.corpus.job import Generated, Job, generate
from generator.corpus.rows import CHECKS, Check, CheckName, Row
from generator.corpus.typed import check_types
from generator.progress import Progress

_PATIENCE = 4
# Checks that look at one package at a time, in the order in which they are run.
_EACH: tuple[CheckName, ...] = ("import", "roundtrip", "wire")
# What is there for developers alone.
_NEEDED: dict[CheckName, tuple[str, ...]] = {
    "import": ("httpx2",),
    "roundtrip": ("httpx2", "hypothesis_jsonschema"),
    "wire": ("httpx2", "hypothesis_jsonschema"),
}
_TYPES: tuple[Checker, ...] = ("mypy", "pyright")


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What to run.

    Args:
        folder: Where the documents are.
        out: Where packages go.
        cache: Where results of the type checkers are kept.
        judge: An interpreter that has openapi-core.
        jobs: How many processes work at the same time.
        checks: Which checks to run.
        only: A pattern for the documents' paths.
        expect: A table of what to expect; None looks for one in the folder.
        limits: What generating or checking one document may take.
    """

    folder: Path
    out: Path
    cache: Path
    judge: Path
    jobs: int = 1
    checks: tuple[CheckName, ...] = CHECKS
    only: str = "*"
    expect: Path | None = None
    limits: Limits = Limits()


class _Examination(msgspec.Struct, frozen=True):
    """One check of one package."""

    job: Job
    check: CheckName
    judge: Path


def run(order: Order, progress: Progress) -> tuple[Row, ...]:
    """Run all documents below a folder, and return their rows by path."""
    jobs = [
        Job(path, order.folder, order.out)
        for path in documents(order.folder, order.only)
    ]
    generated = _generate(jobs, order, progress)
    written = [job for job in jobs if generated[job.name].written]
    found: dict[str, dict[CheckName, Check]] = {job.name: {} for job in jobs}
    for job in written:
        compiled = generated[job.name].compiled
        if "compile" in order.checks and compiled is not None:
            found[job.name]["compile"] = compiled
    for name in _EACH:
        if name in order.checks:
            _examine(name, written, order, found, progress)
    for checker in _TYPES:
        if checker in order.checks:
            with progress.stage(checker, len(written)) as step:
                for job, check in check_types(checker, written, order.cache, step):
                    found[job.name][checker] = check
    expected = _expected(order)
    return tuple(
        _row(generated[job.name], job, found[job.name], expected) for job in jobs
    )


def examine(examination: _Examination) -> Check:
    """Run one check of one package."""
    job = examination.job
    if missing := [name for name in _NEEDED[examination.check] if not find_spec(name)]:
        return Check(verdict="unrun", notes=(f"not installed: {', '.join(missing)}",))
    match examination.check:
        case "import":
            return check_imports(job.folder, job.package)
        case "roundtrip":
            # What it draws with is there for developers alone.
            from generator.corpus.roundtrip import (  # noqa: PLC0415 -- as above
                check_roundtrip,
            )

            return check_roundtrip(job.path, job.folder, job.package)
        case "wire":
            from generator.corpus.wire import check_wire  # noqa: PLC0415 -- as above

            return check_wire(job.path, job.folder, job.package, examination.judge)
        case _:
            raise ValueError(examination.check)


def _generate(
    jobs: Sequence[Job], order: Order, progress: Progress
) -> dict[str, Generated]:
    results: dict[str, Generated] = {}
    with progress.stage("generate", len(jobs)) as step:
        # The largest first: a long one that starts last would keep one process busy alone.
        largest = sorted(jobs, key=lambda job: -job.path.stat().st_size)
        for job, result in work(
            largest, generate, jobs=order.jobs, limits=order.limits
        ):
            results[job.name] = (
                Generated(fault=result.reason) if isinstance(result, Lost) else result
            )
            step()
    return results


def _examine(
    check: CheckName,
    jobs: Sequence[Job],
    order: Order,
    found: Mapping[str, dict[CheckName, Check]],
    progress: Progress,
) -> None:
    things = [_Examination(job, check, order.judge) for job in jobs]
    # They keep an eye on their processor time themselves; on a busy machine that lasts longer.
    limits = msgspec.structs.replace(
        order.limits, seconds=_PATIENCE * order.limits.seconds
    )
    with progress.stage(check, len(things)) as step:
        for thing, result in work(things, examine, jobs=order.jobs, limits=limits):
            found[thing.job.name][check] = (
                Check(verdict="failed", failures=1, notes=(result.reason,))
                if isinstance(result, Lost)
                else result
            )
            step()


def _expected(order: Order) -> dict[str, str]:
    path = order.expect or order.folder / INDEX
    return read_index(path) if path.is_file() else {}


def _row(
    generated: Generated,
    job: Job,
    checks: dict[CheckName, Check],
    expected: Mapping[str, str],
) -> Row:
    expect = expected.get(job.name, "")
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
        checks=checks,
        expect=expect,
    )
    return msgspec.structs.replace(row, broken=shortcomings(row, expect))
