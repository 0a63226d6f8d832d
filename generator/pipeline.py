"""The whole program: a document becomes an Api, the Api becomes files."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import msgspec

from generator.cache import basis as bases
from generator.cache import drafts, formatted
from generator.cache.drafts import Draft, Remembered
from generator.cache.keep import Results, keep
from generator.cache.store import Store
from generator.config import Config
from generator.diagnostics import Diagnostic, Failed, Notebook, Place, Severity
from generator.diagnostics.located import Located, locate
from generator.document.files.inputs import Input, look_again
from generator.document.files.sources import Sources
from generator.emit.write import write
from generator.emit.write.change import Change
from generator.ir.api import Api, Coverage
from generator.progress import Progress

# Characters of text in which places are found in less time than a process takes to copy.
_WORTH_A_PROCESS = 50_000
# How many findings are printed with their places, the gravest first.
MAX_FINDINGS = 50


class Run:
    """The state of a run: findings, the texts that they point into, timings, earlier results.

    Args:
        progress: Measures the stages.
        store: What earlier runs have made; None where nothing of it is used or added.
    """

    def __init__(self, progress: Progress, store: Store | None = None) -> None:
        self.notebook = Notebook()
        self.sources = Sources()
        self.progress = progress
        self.store = store
        self._known_inputs: tuple[Input, ...] = ()
        self._locating: Callable[[], list[Located]] | None = None

    def begin(self, locating: Callable[[], list[Located]], size: int) -> None:
        """Look findings up, and what else goes with it, while files are formatted."""
        # A run that changes nothing has nothing to look up.
        from generator.background import BackgroundTask  # noqa: PLC0415

        task = BackgroundTask(locating, worth_it=size > _WORTH_A_PROCESS)
        self._locating = task.result

    def finish(self) -> None:
        """Wait for that."""
        if self._locating is not None:
            locating, self._locating = self._locating, None
            self.sources.recall(locating())
            if self.store is not None:
                self.store.has_grown = True

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The files that the run depends on, beside sdk.toml."""
        return self._known_inputs or self.sources.inputs.inputs()

    def recall(self, known: Remembered) -> None:
        """Take what an earlier run has found."""
        for finding in known.findings:
            self.notebook.keep(finding)
        self.sources.recall(known.located)
        self._known_inputs = known.inputs

    @property
    def gravest(self) -> list[Diagnostic]:
        """The findings that are printed: at most `MAX_FINDINGS`, and no notes."""
        return self.notebook.gravest[:MAX_FINDINGS]


class Outcome(msgspec.Struct, frozen=True):
    """The result of a run: what it covers, and the changes that each output folder needs."""

    coverage: Coverage
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
    # A run whose results are known reads nothing.
    from generator.document.load import start  # noqa: PLC0415 -- as above
    from generator.reader import read  # noqa: PLC0415 -- as above
    from generator.refine import refine  # noqa: PLC0415 -- as above

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
        _check_errors(config, notebook)
        yield api
        # What targets can't represent counts, too.
        _check_errors(config, notebook)


def _check_errors(config: Config, notebook: Notebook) -> None:
    if notebook.count(Severity.ERROR) and not config.policy.lenient:
        raise Failed("the document has errors")


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


def validate(config: Config, run: Run, *, lints: bool = False) -> None:
    """Collect all findings about a document, the targets' too, and those of `lint` if wanted.

    Raises:
        Failed: It can't be read or, unless the policy is lenient, something in it was refused.
    """
    with open_api(config, run) as api, run.progress.stage("render"):
        _check_operations(api, run)
        for output in config.outputs:
            output.note(api, run.notebook)
        if lints:
            from generator.lint import lint  # noqa: PLC0415 -- one option needs it

            lint(api, run.notebook, frozenset(config.lint_errors))


def draft(config: Config, run: Run) -> Draft:
    """Make all files, before they are formatted, or take them from a run of the same inputs.

    Raises:
        Failed: No operation is left, or something else whose reasons stand in the notebook.
    """
    store = run.store
    if store is None:
        made, _ = _make_draft(config, run)
        run.begin(partial(locate, run.gravest, run.sources), run.sources.size)
        return made
    with run.progress.stage("cache"):
        key = drafts.key(
            config.source,
            config.policy,
            [(each.target.name, each.options) for each in config.outputs],
        )
        known = drafts.find(store, key)
        inputs = look_again(known.inputs) if known else ()
        basis = None
        if known is not None and inputs != known.inputs:
            basis = bases.find(store, key, known.inputs)
    if known is not None and inputs == known.inputs:
        run.recall(known)
        return known.draft
    if known is not None and basis is not None:
        with run.progress.stage("update"):
            from generator.cache.update import updated  # noqa: PLC0415 -- it parses

            found = updated(known, basis, inputs, config.outputs)
        if found is not None:
            run.recall(found.results)
            run.begin(partial(found.keep, store, key), len(found.basis.api))
            return found.results.draft
    return _remembered(config, run, store, key)


def _remembered(config: Config, run: Run, store: Store, key: str) -> Draft:
    """Make all files, and remember all that is known of them."""
    before = {*run.notebook.findings}
    run.sources.parsed = []
    made, api = _make_draft(config, run)
    found = tuple(each for each in run.notebook.findings if each not in before)
    printed = [each for each in run.gravest if each not in before]
    results = Results(made, api, found, printed)
    run.begin(partial(keep, store, key, results, run.sources), run.sources.size)
    return made


def _make_draft(config: Config, run: Run) -> tuple[Draft, Api]:
    with open_api(config, run) as api:
        _check_operations(api, run)
        with run.progress.stage("render"):
            outputs = [output.render(api, run.notebook) for output in config.outputs]
    return Draft(api.coverage, tuple(outputs)), api


def plan(config: Config, run: Run) -> Outcome:
    """Compute what generating would change; nothing is written.

    Raises:
        Failed: No operation is left, or something else whose reasons stand in the notebook.
    """
    made = draft(config, run)
    count = sum(len(files.files) for files in made.outputs)
    with run.progress.stage("format", count) as step:
        try:
            changes = tuple(
                write.plan(
                    files,
                    output.folder,
                    run.notebook,
                    lambda drafts: formatted.finish(drafts, run.store, step),
                )
                for files, output in zip(made.outputs, config.outputs, strict=True)
            )
        finally:
            run.finish()
    if run.store is not None:
        run.store.trim()
    return Outcome(made.coverage, changes)


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
    from generator.targets import json  # noqa: PLC0415 -- one command prints it

    return json.dump(api)


def save(text: str, path: Path, run: Run) -> None:
    """Write one file atomically.

    Raises:
        Failed: It can't be written.
    """
    write.save(text, path, run.notebook)
