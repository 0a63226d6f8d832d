"""Findings as a compiler would print them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from generator.diagnostics.diagnostic import Diagnostic, Severity
from generator.diagnostics.located import Located
from generator.diagnostics.visible import visible, width

# Longer lines, those of minified JSON, are shown around the column in question.
_WIDEST = 100
_BEFORE = 40

_COLOURS = {
    Severity.ERROR: "31",
    Severity.WARNING: "33",
    Severity.REPAIR: "36",
    Severity.NOTE: "34",
}
_DIM = "2"
_BOLD = "1"
_TOKEN = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|[^\s:,\[\]{}]+|.")


class _Paint:
    """Puts a colour around a text, or doesn't."""

    def __init__(self, *, active: bool) -> None:
        self._active = active

    def __call__(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._active else text


_painted = _Paint(active=True)
_plain = _Paint(active=False)


def for_people(findings: Sequence[Located], *, colour: bool = False) -> str:
    """All findings, one paragraph each, and a line that counts them.

    Args:
        findings: What to print, in this order.
        colour: Whether the text may have ANSI colours in it.
    """
    paint = _painted if colour else _plain
    paragraphs = [_paragraph(located, paint) for located in findings]
    counts = summary(located.finding for located in findings)
    return "\n\n".join([*paragraphs, counts]) + "\n"


def summary(findings: Iterable[Diagnostic]) -> str:
    """How many findings of each severity there are, in one line."""
    counts = Counter(finding.severity for finding in findings)
    parts = [
        f"{counts[severity]} {severity.value}{'s' if counts[severity] != 1 else ''}"
        for severity in Severity
        if counts[severity]
    ]
    return ", ".join(parts) or "no findings"


def _paragraph(located: Located, paint: _Paint) -> str:
    finding, span, line = located
    colour = _COLOURS[finding.severity]
    head = paint(f"{finding.severity.value}[{finding.code}]", colour)
    lines = [f"{head}: {paint(visible(finding.message), _BOLD)}"]
    if span is not None:
        lines.append(f"  → {visible(span.file)}:{span.line}:{span.column}")
        if line.strip():
            lines += _excerpt(line, span.line, span.column, colour, paint)
    if finding.hint:
        lines.append(f"  {paint('hint:', _DIM)} {visible(finding.hint)}")
    return "\n".join(lines)


def _excerpt(
    line: str, number: int, column: int, colour: str, paint: _Paint
) -> list[str]:
    """The line in question, and below it a caret under each character of the token."""
    start = min(column - 1, len(line))
    token = _TOKEN.match(line, start)
    end = token.end() if token else start + 1
    first = max(0, start - _BEFORE) if len(line) > _WIDEST else 0
    last = min(len(line), first + _WIDEST)
    before = ("…" if first else "") + _spaced(line[first:start])
    # What is marked may be a tab at fault, so it is shown; others only keep things apart.
    marked = visible(line[start : min(end, last)])
    after = _spaced(line[max(end, start) : last]) + ("…" if last < len(line) else "")
    gutter = f"{number:>6} | "
    carets = "^" * max(1, width(marked))
    return [
        f"{paint(gutter, _DIM)}{before}{marked}{after}".rstrip(),
        f"{paint(' ' * 6 + ' | ', _DIM)}{' ' * width(before)}{paint(carets, colour)}",
    ]


def _spaced(text: str) -> str:
    return visible(text.replace("\t", " "))
