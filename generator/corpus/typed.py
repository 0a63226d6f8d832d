"""Type checkers over all packages: many at once, and none twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from generator.corpus import checkers, merge
from generator.corpus.checkers import Checker
from generator.corpus.job import Job
from generator.corpus.rows import Check
from generator.progress import Step

# How much code of its own one run is given: start-up is paid once, memory grows with it.
_BATCH = 12_000_000
_SECONDS = 3600.0
_NOTES = 20


def check_types(
    checker: Checker, jobs: Sequence[Job], cache: Path, step: Step
) -> Iterator[tuple[Job, Check]]:
    """Run a type checker over packages, except over those that it has seen as they are.

    Args:
        checker: Which one.
        jobs: Whose packages.
        cache: Where verdicts are kept, and the tree that the checker sees.
        step: Called after each package.
    """
    version = checkers.installed(checker)
    if not version:
        for job in jobs:
            yield job, Check(verdict="unrun", notes=(f"{checker} isn't installed",))
        return
    kept = cache / f"{checker}-{version}"
    kept.mkdir(parents=True, exist_ok=True)
    root = cache / "tree"
    fresh: list[tuple[Job, Path]] = []
    for job in jobs:
        place = kept / f"{merge.digest(job.folder / job.package)}.json"
        if place.is_file():
            step()
            yield job, msgspec.json.decode(place.read_bytes(), type=Check)
        else:
            fresh.append((job, place))
    for batch in _batches(fresh):
        verdicts = _verdicts(checker, root, [job for job, _ in batch])
        for (job, place), (found, is_final) in zip(batch, verdicts, strict=True):
            if is_final:
                place.write_bytes(msgspec.json.encode(found))
            step()
            yield job, found


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
    for job in jobs:
        merge.join(job.folder / job.package, root)
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
