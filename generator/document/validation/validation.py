"""The validation of a document, which goes on while the document is read."""

from __future__ import annotations

from collections.abc import Mapping, Set
from functools import partial
from types import TracebackType
from typing import NamedTuple, Self

from generator.background import BackgroundTask
from generator.diagnostics import Checked, Failed, Notebook
from generator.document.files.policy import Policy
from generator.document.references.endless_schemas import endless
from generator.document.references.survey import Survey
from generator.document.trees.origins import Origins
from generator.document.trees.tree import Tree
from generator.document.validation.bundle import Bundle

# Bytes of text that are validated in less time than a process takes to copy, some ten milliseconds.
_WORTH_A_PROCESS = 50_000


class Written(NamedTuple):
    """A document before any upgrade.

    `refused` are references that lead nowhere, by the identity of what holds them, and `size` is
    the length of all texts in characters.
    """

    trees: Mapping[str, Tree]
    survey: Survey
    version: str
    origins: Origins
    refused: Set[int]
    size: int


class Validation:
    """Adds what is found to the notebook, at the latest when a `with` block over it ends.

    It goes on beside what follows, which finds faults, too: of those the notebook keeps one of two
    findings. A block that an exception other than `Failed` ends isn't waited for.
    """

    def __init__(self, written: Written, policy: Policy, notebook: Notebook) -> None:
        """Begin."""
        worth_it = written.size > _WORTH_A_PROCESS
        self._notebook = notebook
        self._findings: BackgroundTask[tuple[Checked, ...]] | None = BackgroundTask(
            partial(_findings, written, policy), worth_it=worth_it
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if error is None or isinstance(error, Failed):
            self.finish()
        elif self._findings is not None:
            self._findings.stop()

    def finish(self) -> None:
        """Wait for the end, and write down what was found; once is enough."""
        if self._findings is not None:
            findings, self._findings = self._findings, None
            self._notebook.complete(findings.result())


def _findings(written: Written, policy: Policy) -> tuple[Checked, ...]:
    if not policy.validate:
        return ()
    # The libraries take a quarter of a second to load; here the process that needs them does it.
    from generator.document.validation.validate import validate  # noqa: PLC0415

    trees, survey, version, origins, refused, _ = written
    whole = Bundle(trees, survey, version, origins).build()
    cut = refused | endless(survey)
    sound = Bundle(trees, survey, version, origins).build(cut)
    return validate(whole, sound, version[:3], origins, lenient=policy.lenient)
