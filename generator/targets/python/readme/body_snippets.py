"""Snippets that read bodies as they come: a file, and the events of a stream."""

from __future__ import annotations

from collections.abc import Iterable

from generator.emit.text.code import Code
from generator.targets.python.media.media_kind import Kind, kind_of
from generator.targets.python.media.status_groups import successes
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.views.docstring_example import Called, call_lines


def download_lines(methods: Iterable[Called], symbols: SymbolTable) -> list[str]:
    """A file that is saved, or nothing where no method returns one."""
    for called in methods:
        if called.outcome.has_bytes and not called.outcome.streams:
            lines = call_lines(called, symbols, name="stream")
            reads = ['    download.save("download.bin")']
            return _with(lines, symbols, "stream", "download", reads)
    return []


def event_lines(methods: Iterable[Called], symbols: SymbolTable) -> list[str]:
    """The events of a stream that is requested again, or nothing where no method has events."""
    for called in methods:
        if called.outcome.streams and _has_events(called):
            more = [(Code("options"), Code("RequestOptions(reconnect=True)"))]
            lines = call_lines(called, symbols, more)
            reads = [
                "    for event in items.events():",
                "        print(event.id, event.event, event.data)",
            ]
            return _with(lines, symbols, "RequestOptions", "items", reads)
    return []


def _has_events(called: Called) -> bool:
    contents = (response.content for response in successes(called.operation))
    return any(kind_of(one) is Kind.EVENTS for each in contents for one in each)


def _with(
    lines: list[Code], symbols: SymbolTable, imported: str, name: str, reads: list[str]
) -> list[str]:
    lines[0] = Code(f"with {lines[0]}")
    lines[-1] = Code(f"{lines[-1]} as {name}:")
    return [f"from {symbols.options.package} import {imported}", "", *lines, *reads]
