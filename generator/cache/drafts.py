"""What targets make of a document, before it is formatted, found again by all inputs."""

from __future__ import annotations

import hashlib
import os
from typing import Any

import msgspec

from generator.cache.fingerprint import fingerprint
from generator.cache.store import Store
from generator.diagnostics import Diagnostic, Place, Severity, Span, Spot
from generator.diagnostics.located import Located
from generator.document.files.inputs import Input
from generator.emit.files import File, FileSet
from generator.ir.api import Coverage


class Draft(msgspec.Struct, frozen=True):
    """All files that a document gives, by output, and how much of the document they cover."""

    coverage: Coverage
    outputs: tuple[FileSet, ...]


class Remembered(msgspec.Struct, frozen=True):
    """A draft with all that making it said.

    Args:
        draft: The draft.
        findings: What was found on the way.
        located: Those that are printed, with their lines.
        inputs: The files that it depends on.
    """

    draft: Draft
    findings: tuple[Diagnostic, ...]
    located: tuple[Located, ...]
    inputs: tuple[Input, ...]


class _Finding(msgspec.Struct, array_like=True):
    """A finding; the line of a place that has a pointer is 0."""

    code: str
    severity: Severity
    message: str
    hint: str
    place: tuple[str, str, int, int] | None


class _Line(msgspec.Struct, array_like=True):
    """The number of a finding, and where it is."""

    finding: int
    span: Span | None
    line: str


class _File(msgspec.Struct, array_like=True):
    path: str
    data: bytes
    is_formatted: bool
    is_own: bool

    @staticmethod
    def of(file: File) -> _File:
        return _File(file.path, file.data, file.is_formatted, file.is_own)

    @property
    def file(self) -> File:
        return File(self.path, self.data, self.is_formatted, is_own=self.is_own)


class _Entry(msgspec.Struct, array_like=True):
    inputs: tuple[Input, ...]
    coverage: Coverage
    outputs: tuple[tuple[_File, ...], ...]
    findings: tuple[_Finding, ...]
    located: tuple[_Line, ...]


def key(*parts: object) -> str:
    """The key of a run: its configuration, the working folder, by which places are named, and the
    program's fingerprint; what the document's files hold is looked at when the entry is found.

    Args:
        parts: What the run depends on beside files: values of msgspec, paths.
    """
    config = msgspec.json.encode((fingerprint(), _here(), *parts), enc_hook=str)
    return hashlib.sha256(b"draft\0" + config).hexdigest()


def _here() -> str:
    try:
        return os.getcwd()
    except OSError:
        # It was removed: places are named by whole paths then.
        return ""


def find(store: Store, key: str) -> Remembered | None:
    """What a run made of its inputs, which may have changed since."""
    data = store.get(key)
    if data is None:
        return None
    try:
        entry = msgspec.msgpack.decode(data, type=_Entry)
    except msgspec.MsgspecError:
        return None
    findings = tuple(map(_read, entry.findings))
    return Remembered(
        draft=Draft(
            entry.coverage,
            tuple(FileSet(tuple(one.file for one in files)) for files in entry.outputs),
        ),
        findings=findings,
        located=tuple(
            Located(findings[one.finding], one.span, one.line) for one in entry.located
        ),
        inputs=entry.inputs,
    )


def keep(store: Store, key: str, made: Remembered) -> None:
    """Remember what a run made."""
    numbers = {finding: number for number, finding in enumerate(made.findings)}
    entry = _Entry(
        inputs=made.inputs,
        coverage=made.draft.coverage,
        outputs=tuple(
            tuple(map(_File.of, files.files)) for files in made.draft.outputs
        ),
        findings=tuple(map(_written, made.findings)),
        located=tuple(
            _Line(numbers[finding], span, line) for finding, span, line in made.located
        ),
    )
    store.put(key, msgspec.msgpack.encode(entry))


def _written(finding: Diagnostic) -> _Finding:
    place: Any = None
    if isinstance(finding.place, Spot):
        spot = finding.place
        place = (spot.file, spot.pointer, spot.line, spot.column)
    elif finding.place is not None:
        place = (finding.place.file, finding.place.pointer, 0, 0)
    return _Finding(
        finding.code, finding.severity, finding.message, finding.hint, place
    )


def _read(written: _Finding) -> Diagnostic:
    place = None
    if written.place is not None:
        file, pointer, line, column = written.place
        place = Spot(file, pointer, line, column) if line else Place(file, pointer)
    return Diagnostic(
        written.code, written.severity, written.message, place, written.hint
    )
