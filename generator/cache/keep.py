"""A run is kept whole: what it made, what it found and where, and what all that was made of."""

from __future__ import annotations

import msgspec

from generator.cache import basis, drafts
from generator.cache.drafts import Draft, Remembered
from generator.cache.store import Store
from generator.diagnostics import Diagnostic
from generator.diagnostics.located import Located, locate
from generator.document.files.sources import Sources
from generator.ir.api import Api


class Results(msgspec.Struct, frozen=True):
    """What a run made and of what, what it found on the way, and what it prints of that."""

    made: Draft
    api: Api
    found: tuple[Diagnostic, ...]
    printed: list[Diagnostic]


def keep(store: Store, key: str, results: Results, sources: Sources) -> list[Located]:
    """Keep a run under a key.

    Args:
        store: Where it is kept.
        key: What finds it again.
        results: The run.
        sources: The texts that it read.

    Returns:
        The printed findings with their lines.
    """
    located = locate(results.printed, sources)
    inputs = sources.inputs.inputs()
    drafts.keep(
        store, key, Remembered(results.made, results.found, tuple(located), inputs)
    )
    files = tuple(parsed() for parsed in sources.parsed or ())
    basis.keep(
        store,
        key,
        basis.make(inputs, files, basis.encode(results.api), results.made.outputs),
    )
    return located
