"""The one place where findings are written down."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from generator.diagnostics.catalogue import CATALOGUE
from generator.diagnostics.diagnostic import Diagnostic, Severity
from generator.diagnostics.span import Place


class Unsupported(Exception):
    """Something in the document has no sensible reading; caught at the nearest `skipping`."""

    def __init__(
        self, code: str, message: str, place: Place | None = None, hint: str = ""
    ) -> None:
        super().__init__(message)
        self.diagnostic = Diagnostic(code, Severity.ERROR, message, place, hint)


class Failed(Exception):
    """The run can't go on; the reasons stand in the notebook."""


# A repair tells what became of something, which a warning doesn't.
_RANKS = {
    Severity.ERROR: 0,
    Severity.REPAIR: 1,
    Severity.WARNING: 2,
    Severity.NOTE: 3,
}


class Notebook:
    """Collects diagnostics in the order found, each once.

    One that is found again and costs more then, a warning that became the reason of a refusal,
    takes the first one's place.
    """

    def __init__(self) -> None:
        self._findings: dict[tuple[str, str, Place | None], Diagnostic] = {}

    def write(
        self,
        code: str,
        message: str,
        place: Place | None = None,
        *,
        hint: str = "",
        severity: Severity | None = None,
    ) -> None:
        """Write one finding down.

        Args:
            code: A key of the catalogue, which also gives the severity when none is given.
            message: What is wrong, in one sentence without a full stop.
            place: Where.
            hint: What to do about it, or "".
            severity: Overrides the catalogue's.
        """
        self.keep(
            Diagnostic(code, severity or CATALOGUE[code].severity, message, place, hint)
        )

    def keep(self, diagnostic: Diagnostic) -> None:
        """Write down a finding made elsewhere."""
        key = (diagnostic.code, diagnostic.message, diagnostic.place)
        known = self._findings.setdefault(key, diagnostic)
        if _RANKS[diagnostic.severity] < _RANKS[known.severity]:
            self._findings[key] = diagnostic

    @contextmanager
    def skipping(self) -> Generator[None]:
        """Turn an `Unsupported` raised inside into one finding, and go on after the block."""
        try:
            yield
        except Unsupported as reason:
            self.keep(reason.diagnostic)

    def fail(
        self, code: str, message: str, place: Place | None = None, *, hint: str = ""
    ) -> Failed:
        """Write an error down and return the exception to raise."""
        self.write(code, message, place, hint=hint, severity=Severity.ERROR)
        return Failed(message)

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """All findings, in the order found."""
        return tuple(self._findings.values())

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(1 for finding in self.findings if finding.severity is severity)
