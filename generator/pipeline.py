"""The whole program: a document becomes an Api, the Api becomes files."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from generator.config import Config
from generator.diagnostics import Failed, Notebook, Place, Severity
from generator.document import start
from generator.document.files.sources import Sources
from generator.emit.write import write
from generator.emit.write.change import Change
from generator.ir.api import Api
from generator.progress import Progress
from generator.reader import read
from generator.refine import refine
from generator.targets import json


class Run:
    """The state of a run: findings, the texts that they point into, and timings."""

    def __init__(self, progress: Progress) -> None:
        self.notebook = Notebook()
        self.sources = Sources()
        self.progress = progress


class Outcome(msgspec.Struct, frozen=True):
    """The result of a run: the Api, and the changes that each output folder needs."""

    api: Api
    changes: tuple[Change, ...]

    @property
    def is_current(self) -> bool:
        """Whether all output is as it should be."""
        return all(change.is_empty for change in self.changes)


class AllOperationsRefused(Failed):
    """All operations of the document were refused; `operations` is how many there are."""

    def __init__(self, message: str, operations: int) -> None:
        super().__init__(message)
        self.operations = operations


@contextmanager
def open_api(config: Config, run: Run) -> Generator[Api]:
    """Read a document into an Api; its validation runs during the block, and ends with it.

    Raises:
        Failed: It can't be read or, unless the policy is lenient, something in it was refused.
    """
    notebook, stage = run.notebook, run.progress.stage
    with stage("load"):
        document, validation = start(
            config.source, notebook, config.policy, run.sources
        )
    with validation:
        with stage("read"):
            written = read(document, notebook)
        with stage("refine"):
            api = refine(written, notebook)
        if not config.policy.lenient:
            validation.finish()
        if notebook.count(Severity.ERROR) and not config.policy.lenient:
            raise Failed("the document has errors")
        yield api


def build_api(config: Config, run: Run) -> Api:
    """Read a document into an Api and validate it.

    Raises:
        Failed: It can't be read or, unless the policy is lenient, something in it was refused.
    """
    with open_api(config, run) as api:
        return api


def _check_operations(api: Api, run: Run) -> None:
    """Check that at least one operation is left, unless the document has none.

    Raises:
        AllOperationsRefused: All operations were refused.
    """
    coverage = api.coverage
    if coverage.operations and not coverage.operations_kept:
        refused = f"{coverage.operations} operations of the document were"
        if coverage.operations == 1:
            refused = "only operation of the document was"
        reason = run.notebook.fail(
            "operations-refused",
            f"the {refused} refused, so that nothing is generated",
            Place(run.sources.display(""), "/paths"),
        )
        raise AllOperationsRefused(str(reason), coverage.operations)


def validate(config: Config, run: Run) -> None:
    """Collect all findings about a document, the targets' too; nothing is rendered.

    Raises:
        Failed: It can't be read or, unless the policy is lenient, something in it was refused.
    """
    with open_api(config, run) as api, run.progress.stage("render"):
        _check_operations(api, run)
        for output in config.outputs:
            output.note(api, run.notebook)


def plan(config: Config, run: Run) -> Outcome:
    """Compute what generating would change; nothing is written.

    Raises:
        Failed: No operation is left, or something else whose reasons stand in the notebook.
    """
    notebook, stage = run.notebook, run.progress.stage
    with open_api(config, run) as api:
        _check_operations(api, run)
        with stage("render"):
            drafts = [output.render(api, notebook) for output in config.outputs]
        with stage("format", sum(len(files.files) for files in drafts)) as step:
            changes = tuple(
                write.plan(files, output.folder, notebook, step)
                for files, output in zip(drafts, config.outputs, strict=True)
            )
    return Outcome(api, changes)


def generate(config: Config, run: Run) -> Outcome:
    """Generate all outputs, or leave all as they were.

    Raises:
        Failed: The reasons stand in the notebook.
    """
    for output in config.outputs:
        write.recover(output.folder, run.notebook)
    outcome = plan(config, run)
    with run.progress.stage("write"):
        write.apply(outcome.changes, run.notebook)
    return outcome


def diff(outcome: Outcome, run: Run) -> Iterator[str]:
    """The lines of a unified diff of all changes."""
    for change in outcome.changes:
        yield from write.diff(change, run.notebook)


def dump(api: Api) -> str:
    """The Api as JSON text."""
    return json.dump(api)


def save(text: str, path: Path, run: Run) -> None:
    """Write one file atomically.

    Raises:
        Failed: It can't be written.
    """
    write.save(text, path, run.notebook)
