"""Snippets that read bodies as they come: a file, and the events of a stream."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from generator.emit.text.code import Code
from generator.emit.text.markdown import block
from generator.targets.python.media.media_kind import Kind, kind_of
from generator.targets.python.media.status_groups import successes
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.views.docstring_example import Called, call_lines

_COPIED = """\
import csv
import io
import shutil
import tarfile

with {opened} as download:
    with open("copy.bin", "wb") as target:
        shutil.copyfileobj(download, target)

with {opened} as download:
    for row in csv.reader(io.TextIOWrapper(download, "utf-8", newline="")):
        print(row)

with {opened} as download:
    with tarfile.open(fileobj=download, mode="r|*") as archive:
        print(archive.getnames())
"""
_READ = """\
import zipfile

with {opened} as download:
    for line in download:
        print(line)

with {opened} as download, download.spooled() as file:
    print(zipfile.ZipFile(file).namelist())
"""


class FileSnippets(msgspec.Struct, frozen=True):
    """Snippets about a file: saved, read, and handed to the standard library as it comes."""

    saved: Code
    read: Code
    copied: Code


def file_snippets(
    methods: Iterable[Called], symbols: SymbolTable
) -> FileSnippets | None:
    """The snippets about the first method that returns a file, if there is one."""
    for called in methods:
        if called.outcome.has_bytes and not called.outcome.streams:
            lines = call_lines(called, symbols, name="stream")
            reads = ['    download.save("download.bin", on_progress=print)']
            saved = _with(lines, symbols, "stream", "download", reads)
            opened = "\n".join(lines)
            return FileSnippets(
                saved=block("\n".join(saved), "python"),
                read=block(_READ.format(opened=opened), "python"),
                copied=block(_COPIED.format(opened=opened), "python"),
            )
    return None


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
    opened = [f"with {lines[0]}", *lines[1:]]
    opened[-1] = f"{opened[-1]} as {name}:"
    return [f"from {symbols.options.package} import {imported}", "", *opened, *reads]
