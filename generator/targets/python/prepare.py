"""What all files of a package are made of: an Api with its own methods, and names for all of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from generator.diagnostics import Notebook
from generator.ir.api import Api
from generator.targets.python.options import Options
from generator.targets.python.passes.body_methods import split_bodies
from generator.targets.python.passes.chosen_formats import choose_formats
from generator.targets.python.passes.event_payloads import name_payloads
from generator.targets.python.passes.job_methods import add_waits
from generator.targets.python.passes.open_media import resolve_open_media
from generator.targets.python.passes.split_methods import split_methods
from generator.targets.python.passes.stream_methods import split_streams
from generator.targets.python.passes.union_aliases import name_unions
from generator.targets.python.types.symbol_table import SymbolTable, assign_symbols


def passes(options: Options) -> tuple[Callable[[Api], Api], ...]:
    """What the package needs beside what `refine` has decided.

    Methods that the document asks for are operations like all others, formats and payloads are
    known before anything looks at them, media types before methods are split by them, and unions of
    the new methods are named at the end.
    """
    return (
        split_methods,
        partial(choose_formats, names=frozenset(options.formats)),
        name_payloads,
        resolve_open_media,
        split_bodies,
        split_streams,
        add_waits,
        name_unions,
    )


def prepare(api: Api, options: Options, notebook: Notebook) -> tuple[Api, SymbolTable]:
    """The Api with a method for each way to call an operation, and where all of it goes."""
    for rewrite in passes(options):
        api = rewrite(api)
    return api, assign_symbols(api, options, notebook)
