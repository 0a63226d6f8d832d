"""Findings with their lines, ready for printing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.span import Place, Span


class Texts(Protocol):
    """The texts that places are in."""

    def spans(self, places: Iterable[Place], /) -> Sequence[Span]:
        """The lines and columns of several places."""
        ...

    def line(self, file: str, number: int, /) -> str:
        """One line of a file, "" when there is none."""
        ...


class Located(NamedTuple):
    """A finding, where it is, and the line that stands there; None and "" without a place."""

    finding: Diagnostic
    span: Span | None
    line: str


def locate(findings: Sequence[Diagnostic], texts: Texts) -> list[Located]:
    """Look all findings up at once, so that each text is gone through once."""
    places = [finding.place for finding in findings if finding.place is not None]
    spans = iter(texts.spans(places))
    located: list[Located] = []
    for finding in findings:
        span = next(spans) if finding.place is not None else None
        line = texts.line(span.file, span.line) if span is not None else ""
        located.append(Located(finding, span, line))
    return located
