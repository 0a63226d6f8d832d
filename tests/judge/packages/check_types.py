"""Type checkers over all packages: many at once, none twice, and none stopped by another."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from generator.progress import Advance, Progress
from tests.judge.generation import Job
from tests.judge.packages import merged_tree, type_checkers
from tests.judge.packages.type_checkers import Bounds, Checker
from tests.judge.rows import Check, CheckName
from tests.judge.worker_pool import (
    Done,
    Limits,
    Lost,
    work,
)

# How much code of its own one run is given: start-up is paid once, memory grows with it.
_BATCH = 12_000_000
_NOTES = 20
_ALL: tuple[Checker, ...] = ("mypy", "pyright")


class Bound(msgspec.Struct, frozen=True, kw_only=True):
    """How much processor time a run of a checker may take.

    Args:
        start: For the runtime that all packages share.
        megabyte: For each megabyte of a package's own code.
    """

    start: float = 240.0
    megabyte: float = 120.0

    def of(self, size: int) -> Bounds:
        """The bounds for packages of so many bytes; waiting is no work, but has an end, too."""
        seconds = self.start + self.megabyte * size / 1_000_000
        return Bounds(processor=seconds, wall=10 * seconds)


class Package(msgspec.Struct, frozen=True):
    """One package: whose it is, how large, and where its verdict is kept."""

    job: Job
    size: int
    place: Path


class Batch(msgspec.Struct, frozen=True):
    """What one run of a checker looks at: packages, with the bytes and the place of each."""

    checker: Checker
    root: Path
    packages: tuple[Package, ...]
    bound: Bound

    def halves(self) -> tuple[Batch, Batch]:
        """The same in two."""
        middle = len(self.packages) // 2
        first, second = self.packages[:middle], self.packages[middle:]
        return (
            msgspec.structs.replace(self, packages=first),
            msgspec.structs.replace(self, packages=second),
        )


class TypeReport(msgspec.Struct, frozen=True):
    """What a checker says about a batch, by package, or why it says nothing."""

    messages: dict[str, list[str]] = {}
    failed: str = ""


def check_types(
    checks: Sequence[CheckName],
    jobs: Sequence[Job],
    cache: Path,
    progress: Progress,
    bound: Bound = Bound(),  # noqa: B008 -- frozen
) -> Iterator[tuple[Job, Checker, Check]]:
    """Run type checkers over packages, except over those that they have seen as they are.

    A batch that takes too long, or stops its checker, is looked at in halves, down to the one
    package that does; the others have their verdicts.

    Args:
        checks: Which checks to run; those that aren't type checkers don't matter.
        jobs: Whose packages.
        cache: Where verdicts are kept, and the tree that the checkers see.
        progress: Where to show how far they are.
        bound: How long a run may take.
    """
    chosen: list[Checker] = [checker for checker in _ALL if checker in checks]
    if not chosen:
        return
    for job in jobs:
        merged_tree.join(job.folder / job.package, cache / "tree")
    queue = _Queue()
    with progress.stage("types", len(jobs) * len(chosen)) as step:
        for checker in chosen:
            found, fresh = _known(checker, jobs, cache)
            for job, check in found:
                step()
                yield job, checker, check
            queue.add(_batches(checker, fresh, cache / "tree", bound))
        yield from _run(queue, len(chosen), step)


class _Queue:
    """Batches that wait; of each checker, whose cache is one, only one is out at a time."""

    def __init__(self) -> None:
        self._waiting: deque[Batch] = deque()
        self._out: set[Checker] = set()

    def add(self, batches: Sequence[Batch]) -> None:
        self._waiting += batches

    def back(self, batch: Batch) -> None:
        """Note that a batch is done with."""
        self._out.discard(batch.checker)

    def split(self, batch: Batch) -> None:
        """Put a batch in again, in halves and before the others."""
        self._waiting.extendleft(reversed(batch.halves()))

    def __iter__(self) -> Iterator[Batch]:
        return self

    def __next__(self) -> Batch:
        for batch in self._waiting:
            if batch.checker not in self._out:
                self._waiting.remove(batch)
                self._out.add(batch.checker)
                return batch
        raise StopIteration


def _run(
    queue: _Queue, count: int, step: Advance
) -> Iterator[tuple[Job, Checker, Check]]:
    """Run the batches, and give the verdicts as they come."""
    # What one may take is bound where it is started; a checker's memory is its own affair.
    limits = Limits(seconds=float("inf"), memory=0)
    for batch, answer in work(queue, check_batch, jobs=count, limits=limits):
        if isinstance(answer, Done):
            continue
        report = (
            TypeReport(failed=answer.reason) if isinstance(answer, Lost) else answer
        )
        queue.back(batch)
        if report.failed and len(batch.packages) > 1:
            # One of them stops the checker for all.
            queue.split(batch)
            continue
        for package in batch.packages:
            step()
            verdict = _verdict(package, report)
            if not report.failed:
                package.place.write_bytes(msgspec.json.encode(verdict))
            yield package.job, batch.checker, verdict


def check_batch(batch: Batch) -> Iterator[TypeReport]:
    """Run a checker over a batch."""
    packages = [package.job.package for package in batch.packages]
    bounds = batch.bound.of(sum(package.size for package in batch.packages))
    try:
        yield TypeReport(
            type_checkers.check(batch.checker, batch.root, packages, bounds)
        )
    except type_checkers.Failed as reason:
        yield TypeReport(failed=str(reason))


def _known(
    checker: Checker, jobs: Sequence[Job], cache: Path
) -> tuple[list[tuple[Job, Check]], list[Package]]:
    """The verdicts that there are already, and the packages that have none."""
    version = type_checkers.installed(checker)
    if not version:
        unrun = Check(verdict="unrun", notes=(f"{checker} isn't installed",))
        return [(job, unrun) for job in jobs], []
    kept = cache / f"{checker}-{version}"
    kept.mkdir(parents=True, exist_ok=True)
    found: list[tuple[Job, Check]] = []
    fresh: list[Package] = []
    for job in jobs:
        place = kept / f"{merged_tree.digest(job.folder / job.package)}.json"
        if place.is_file():
            found.append((job, msgspec.json.decode(place.read_bytes(), type=Check)))
        else:
            modules = merged_tree.own_modules(job.folder / job.package)
            size = sum(path.stat().st_size for path in modules)
            fresh.append(Package(job, size, place))
    return found, fresh


def _batches(
    checker: Checker, fresh: Sequence[Package], root: Path, bound: Bound
) -> list[Batch]:
    batches: list[list[Package]] = []
    size = 0
    for package in fresh:
        if not batches or size + package.size > _BATCH:
            batches.append([])
            size = 0
        batches[-1].append(package)
        size += package.size
    return [Batch(checker, root, tuple(batch), bound) for batch in batches]


def _verdict(package: Package, report: TypeReport) -> Check:
    # What is wrong with the runtime is wrong with each package.
    shared = report.messages.get("", [])
    messages = [*shared, *report.messages.get(package.job.package, [])]
    if report.failed:
        messages = [report.failed]
    return Check(
        verdict="failed" if messages else "ok",
        failures=len(messages),
        cases=1,
        notes=tuple(messages[:_NOTES]),
    )
