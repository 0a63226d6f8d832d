"""A snippet that waits for a job."""

from __future__ import annotations

from collections.abc import Iterable

from generator.emit.text.code import Code
from generator.targets.python.jobs import is_poll
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.views.docstring_example import Called, call_lines

_MORE = ((Code("deadline"), Code("600")), (Code("on_progress"), Code("print")))


def job_lines(methods: Iterable[Called], symbols: SymbolTable) -> list[str]:
    """A wait for a job that may have failed, or nothing where no method shows one."""
    for called in methods:
        if is_poll(called.operation):
            lines = call_lines(called, symbols, _MORE, room=len("job = "))
            lines[0] = Code(f"job = {lines[0]}")
            return [
                f"from {symbols.options.package} import errors",
                *("", "try:", *(f"    {line}" for line in lines)),
                "except errors.JobFailedError as error:",
                "    print(error.job)",
            ]
    return []
