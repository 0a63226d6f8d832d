"""The Python target: an Api becomes an installable package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.targets.python.options import Options, read_options
from generator.targets.target_kind import Target, Wait

if TYPE_CHECKING:
    from generator.diagnostics import Notebook
    from generator.emit.files import FileSet
    from generator.ir.api import Api


def render(api: Api, options: Options, notebook: Notebook) -> FileSet:
    """Make the project: the package, its runtime, and the files around it."""
    from generator.targets.python import target  # noqa: PLC0415 -- not all runs render

    return target.render(api, options, notebook)


def note(api: Api, options: Options, notebook: Notebook) -> None:
    """Write down what rendering would, and make nothing."""
    from generator.targets.python import target  # noqa: PLC0415 -- not all runs render

    target.note(api, options, notebook)


def update(before: FileSet, api: Api, options: Options, wait: Wait) -> FileSet | None:
    """Make those files again that an edited text stands in."""
    from generator.targets.python import updated_pages  # noqa: PLC0415 -- as above

    return updated_pages.update(before, api, options, wait)


TARGET: Target[Options] = Target("python", read_options, render, note, update)
