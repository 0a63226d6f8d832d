"""Type checkers over all packages: many at once, and none twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import msgspec

from generator.corpus import checkers, merge
from generator.corpus.checkers import Checker
from generator.corpus.job import Job
from generator.corpus.rows import Check, CheckName
from generator.progress import Progress, Step

# How much code of its own one run is given: start-up is paid once, memory grows with it.
_BATCH = 12_000_000
_SECONDS = 3600.0
_NOTES = 20
_ALL: tuple[Checker, ...] = ("mypy", "pyright")


def check_types(
    checks: Sequence[CheckName], jobs: Sequence[Job], cache: Path, progress: Progress
) -> Iterator[tuple[Job, Checker, Check]]:
    """Run type checkers over packages, except over those that they have seen as they are.

    Args:
        checks: Which checks to run; those that aren't type checkers don't matter.
        jobs: Whose packages.
        cache: Where verdicts are kept, and the tree that the checkers see.
        progress: Where to show how far they are.
    """
    chosen: list[Checker] = [checker for checker in _ALL if checker in checks]
    if not chosen:
        return
    for job in jobs:
        merge.join(job.folder / job.package, cache / "tree")
    with (
        progress.stage("types", len(jobs) * len(chosen)) as step,
        ThreadPoolExecutor(len(chosen)) as pool,
    ):
        # They are programs of their own: a thread waits for each.
        running: list[tuple[Checker, Future[list[tuple[Job, Check]]]]] = [
            (checker, pool.submit(_checked, checker, jobs, cache, step))
            for checker in chosen
        ]
        for checker, future in running:
            for job, found in future.result():
                yield job, checker, found


def _checked(
    checker: Checker, jobs: Sequence[Job], cache: Path, step: Step
) -> list[tuple[Job, Check]]:
    """What one checker says about each package."""
    version = checkers.installed(checker)
    if not version:
        unrun = Check(verdict="unrun", notes=(f"{checker} isn't installed",))
        return [(job, unrun) for job in jobs]
    kept = cache / f"{checker}-{version}"
    kept.mkdir(parents=True, exist_ok=True)
    found: list[tuple[Job, Check]] = []
    fresh: list[tuple[Job, Path]] = []
    for job in jobs:
        place = kept / f"{merge.digest(job.folder / job.package)}.json"
        if place.is_file():
            step()
            found.append((job, msgspec.json.decode(place.read_bytes(), type=Check)))
        else:
            fresh.append((job, place))
    for batch in _batches(fresh):
        verdicts = _verdicts(checker, cache / "tree", [job for job, _ in batch])
        for (job, place), (verdict, is_final) in zip(batch, verdicts, strict=True):
            if is_final:
                place.write_bytes(msgspec.json.encode(verdict))
            step()
            found.append((job, verdict))
    return found


def _batches(fresh: Sequence[tuple[Job, Path]]) -> Iterator[list[tuple[Job, Path]]]:
    batch: list[tuple[Job, Path]] = []
    size = 0
    for job, place in fresh:
        modules = merge.own_modules(job.folder / job.package)
        own = sum(path.stat().st_size for path in modules)
        if batch and size + own > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append((job, place))
        size += own
    if batch:
        yield batch


def _verdicts(
    checker: Checker, root: Path, jobs: Sequence[Job]
) -> list[tuple[Check, bool]]:
    """The verdict on each package, and whether to keep it."""
    packages = [job.package for job in jobs]
    try:
        found = checkers.check(checker, root, packages, _SECONDS)
    except checkers.Failed as reason:
        if len(jobs) > 1:
            # One of them stops the checker for all.
            middle = len(jobs) // 2
            first = _verdicts(checker, root, jobs[:middle])
            return first + _verdicts(checker, root, jobs[middle:])
        return [(Check(verdict="failed", failures=1, notes=(str(reason),)), False)]
    # What is wrong with the runtime is wrong with each package.
    shared = found.get("", [])
    return [(_check(shared + found.get(package, [])), True) for package in packages]


def _check(messages: Sequence[str]) -> Check:
    return Check(
        verdict="failed" if messages else "ok",
        failures=len(messages),
        cases=1,
        notes=tuple(messages[:_NOTES]),
    )
