"""One document in a process of its own: it becomes a package, and the package is looked at."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from importlib.util import find_spec
from typing import TypeAlias

import msgspec

from tests.judge.budget import Budget
from tests.judge.generation import (
    Generated,
    Job,
    compiled,
    generate,
)
from tests.judge.packages.check_imports import check_imports
from tests.judge.roundtrip.check_roundtrip import check_roundtrip
from tests.judge.rows import Check, CheckName
from tests.judge.wire.check_wire import check_wire
from tests.judge.wire.external_validator import ExternalValidator

# Checks that look at one package at a time, in the order in which they are run.
EACH: tuple[CheckName, ...] = ("compile", "import", "roundtrip", "wire")
# What is there for developers alone.
_NEEDED: dict[CheckName, tuple[str, ...]] = {
    "import": ("httpx2",),
    "roundtrip": ("httpx2", "hypothesis_jsonschema"),
    "wire": ("httpx2", "hypothesis_jsonschema"),
}
# What a document that contradicts itself says no two readers need to agree on.
_UNSAID: tuple[CheckName, ...] = ("roundtrip", "wire")
# Modules to import once, for all documents.
PRELOADED = (
    "tests.judge.examination",
    "tests.judge.roundtrip.check_roundtrip",
    "tests.judge.wire.check_wire",
)


class Checked(msgspec.Struct, frozen=True):
    """How a check ended."""

    name: CheckName
    check: Check


# What is found out in turn.
Step: TypeAlias = Checked | Generated


class Examination(msgspec.Struct, frozen=True, kw_only=True):
    """What to find out about one document.

    Args:
        job: The document.
        checks: Which checks to run.
        expect: What the folder's index expects of it, or "".
        validator: Where requests are judged by libraries that aren't ours, if there is one.
        budget: What each check may spend.
    """

    job: Job
    checks: tuple[CheckName, ...]
    expect: str = ""
    validator: ExternalValidator | None = None
    budget: Budget = Budget()

    @property
    def steps(self) -> tuple[CheckName, ...]:
        """The checks that are run here, in their order."""
        return tuple(name for name in EACH if name in self.checks)


def examine(examination: Examination) -> Iterator[Step]:
    """Generate the package, and run the checks as long as there is one."""
    # What a run makes lives to its end: looking for garbage would find none.
    gc.disable()
    generated = generate(examination.job)
    gc.freeze()
    gc.enable()
    yield generated
    if generated.written:
        for name in examination.steps:
            yield Checked(name, _check(name, examination, generated))


def _check(name: CheckName, examination: Examination, generated: Generated) -> Check:
    job = examination.job
    missing = [each for each in _NEEDED.get(name, ()) if not find_spec(each)]
    if missing:
        return Check(verdict="unrun", notes=(f"not installed: {', '.join(missing)}",))
    if examination.expect == "refusal" and name in _UNSAID:
        return Check(verdict="unrun", notes=("the document is to be refused",))
    match name:
        case "compile":
            return compiled(job.folder)
        case "import":
            return check_imports(job.folder, job.package)
        case "roundtrip":
            return check_roundtrip(
                job.path,
                job.folder,
                job.package,
                examination.budget,
                overlays=job.overlays,
                refused=generated.operations - generated.complete,
            )
        case "wire":
            return check_wire(
                job.path,
                job.folder,
                job.package,
                examination.validator,
                examination.budget,
                overlays=job.overlays,
                refused=generated.operations - generated.complete,
            )
        case _:
            raise ValueError(name)
