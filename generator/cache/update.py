"""A run's results as they are after one text of the document has been edited."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple, Protocol

import msgspec
from msgspec.structs import replace

from generator.background import BackgroundTask
from generator.cache import basis as bases
from generator.cache import drafts
from generator.cache.basis import Basis
from generator.cache.drafts import Draft, Remembered
from generator.cache.prose_edit import (
    exchange_prose,
    exchange_text,
    find_edit,
    is_only_prose,
)
from generator.cache.store import Store
from generator.diagnostics import Notebook, Spot
from generator.diagnostics.located import Located, locate
from generator.document.files.inputs import Input
from generator.document.files.sources import Sources
from generator.document.files.text_change import TextChange
from generator.emit.files import FileSet
from generator.ir.api import Api
from generator.ir.text_edit import TextEdit


class Output(Protocol):
    """A target with its options."""

    def render(self, api: Api, notebook: Notebook, /) -> FileSet:
        """Make all files."""
        ...

    def update(
        self, before: FileSet, api: Api, wait: Callable[[], TextEdit | None], /
    ) -> FileSet | None:
        """Make those files again that the edited text stands in, None where that may be any."""
        ...


def updated(
    known: Remembered,
    basis: Basis,
    inputs: tuple[Input, ...],
    outputs: Sequence[Output],
) -> Updated | None:
    """What a run would make and find now; None where more than a text is edited.

    Args:
        known: What it made before.
        basis: What that was made of.
        inputs: The inputs as they are now.
        outputs: The targets.
    """
    changes = _changes(basis, inputs)
    if changes is None or any(isinstance(one.place, Spot) for one in known.findings):
        return None
    # Another process reads what has changed; this one prepares rendering.
    edits = BackgroundTask(partial(_edit, basis, changes))
    wait = cache(edits.result)
    try:
        outputs_now = _outputs(known.draft, basis, outputs, wait)
        edit = wait()
    finally:
        edits.stop()
    if outputs_now is None or edit is None:
        return None
    draft = Draft(known.draft.coverage, outputs_now)
    located = _located_now(known, basis, changes)
    results = Remembered(draft, known.findings, located, inputs)
    return Updated(results, basis, changes, edit)


class Updated(NamedTuple):
    """A run's results now, what it was made of before, and the text that is edited since."""

    results: Remembered
    basis: Basis
    changes: tuple[TextChange, ...]
    edit: TextEdit

    def keep(self, store: Store, key: str) -> list[Located]:
        """Keep it as a run that has read everything is kept; returns the printed findings."""
        results, edit = self.results, self.edit
        now = {
            file.name: replace(
                file,
                text=change.text,
                entries=change.entries,
                form=exchange_text(edit, file.form),
            )
            for change in self.changes
            for file in [change.file]
        }
        files = tuple(now.get(file.name, file) for file in self.basis.files)
        api = exchange_prose(edit, self.basis.api)
        drafts.keep(store, key, results)
        basis = bases.make(results.inputs, files, api, results.draft.outputs)
        bases.keep(store, key, basis)
        return [*results.located]


def _changes(basis: Basis, inputs: tuple[Input, ...]) -> tuple[TextChange, ...] | None:
    """The files whose content alone has changed; None where other inputs have."""
    found: list[TextChange] = []
    files = {file.display: file for file in basis.files}
    for before, after in zip(basis.inputs, inputs, strict=True):
        if before == after:
            continue
        path = after.path
        file = files.get(path) or files.get(os.path.normpath(path))
        if file is None or not after.digest or not before.digest:
            return None
        if replace(before, digest=after.digest) != after:
            return None
        text = _text(after)
        if text is None:
            return None
        found.append(TextChange(file, text))
    return tuple(found)


def _text(found: Input) -> str | None:
    """The text of a file, None where it isn't one any more."""
    try:
        content = Path(found.path).read_bytes()
        text = content.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None
    is_same = hashlib.sha256(content).hexdigest() == found.digest
    return text if is_same and "\0" not in text else None


def _edit(basis: Basis, changes: Sequence[TextChange]) -> TextEdit | None:
    """The only text that is edited in some files, None where anything else is."""
    edit = find_edit(change.forms() for change in changes)
    if edit is None or edit.is_empty:
        return edit
    written = [file.form for file in basis.files]
    return edit if is_only_prose(edit, basis.api, written) else None


def _located_now(
    known: Remembered, basis: Basis, changes: Sequence[TextChange]
) -> tuple[Located, ...]:
    """The findings that are printed, where they are now."""
    moved = [*known.located]
    for change in changes:
        for number, (finding, span, text) in enumerate(known.located):
            if span is not None and span.file == change.file.display:
                line = change.moved(span.line)
                if line is None:
                    return _located_again(known, basis, changes)
                moved[number] = Located(finding, replace(span, line=line), text)
    return tuple(moved)


def _located_again(
    known: Remembered, basis: Basis, changes: Sequence[TextChange]
) -> tuple[Located, ...]:
    """The findings that are printed, looked up in the texts."""
    sources = Sources()
    texts = {change.file.name: change.text for change in changes}
    for file in basis.files:
        text = texts.get(file.name, file.text)
        sources.add(file.name, file.display, text, is_json=file.is_json)
    return tuple(locate([one.finding for one in known.located], sources))


def _outputs(
    before: Draft,
    basis: Basis,
    outputs: Sequence[Output],
    wait: Callable[[], TextEdit | None],
) -> tuple[FileSet, ...] | None:
    api = msgspec.json.decode(basis.api, type=Api)
    made: list[FileSet] = []
    for files, output in zip(basis.marked(before.outputs), outputs, strict=True):
        now = output.update(files, api, wait)
        if now is None:
            if (edit := wait()) is None:
                return None
            edited = msgspec.json.decode(exchange_prose(edit, basis.api), type=Api)
            # Its findings are those of the run before, which quote no prose.
            now = output.render(edited, Notebook())
        made.append(now)
    return tuple(made)
