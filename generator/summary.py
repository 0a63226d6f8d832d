"""The summary of a run, and the files that are out of date."""

from __future__ import annotations

from collections.abc import Mapping

from generator.config import Config
from generator.pipeline import Outcome

MAX_CHANGED = 20


def summarise(config: Config, outcome: Outcome, seconds: Mapping[str, float]) -> str:
    """The summary: source, output, coverage of operations and models, files, seconds a stage."""
    coverage = outcome.coverage
    folders = ", ".join(str(output.folder) for output in config.outputs)
    stages = ", ".join(f"{name} {spent:.2f}" for name, spent in seconds.items())
    lines = [
        f"{config.source} -> {folders}",
        f"  operations  {coverage.operations_kept} of {coverage.operations}",
        f"  models      {coverage.schemas_kept} of {coverage.schemas}",
        f"  files       {_files(outcome)}",
        f"  seconds     {sum(seconds.values()):.2f}: {stages}",
    ]
    return "\n".join(lines)


def _files(outcome: Outcome) -> str:
    written = sum(len(change.write) for change in outcome.changes)
    unchanged = sum(len(change.unchanged) for change in outcome.changes)
    removed = sum(len(change.remove) for change in outcome.changes)
    if outcome.is_current:
        return f"nothing changed, {unchanged} files are up to date"
    return f"{written} written, {unchanged} unchanged, {removed} removed"


def out_of_date(outcome: Outcome) -> list[str]:
    """One line for each file to write or to remove."""
    return _lines(outcome, "out of date", "left over")


def changed(outcome: Outcome) -> list[str]:
    """One line for each file that was written or removed; of many the first ones."""
    lines = _lines(outcome, "written", "removed")
    more = len(lines) - MAX_CHANGED
    return lines if more <= 0 else [*lines[:MAX_CHANGED], f"and {more} more"]


def _lines(outcome: Outcome, write: str, remove: str) -> list[str]:
    lines: list[str] = []
    for change in outcome.changes:
        lines += [f"{write}: {change.folder / file.path}" for file in change.write]
        lines += [f"{remove}: {change.folder / path}" for path in change.remove]
    return lines
