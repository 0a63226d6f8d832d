"""The one place where findings are written down."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from msgspec.structs import replace

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


# A repair says what became of something, which a warning doesn't.
_RANKS = {
    Severity.ERROR: 0,
    Severity.REPAIR: 1,
    Severity.WARNING: 2,
    Severity.NOTE: 3,
}


class Checked(NamedTuple):
    """The finding of a check; a vague one says that something in a value is wrong, not what."""

    diagnostic: Diagnostic
    is_vague: bool = False


def _key(diagnostic: Diagnostic) -> tuple[str, str, Place | None]:
    return diagnostic.code, diagnostic.message, diagnostic.place


def _is_fault(finding: Diagnostic) -> bool:
    is_note = finding.severity is Severity.NOTE
    return not is_note or finding.code.startswith("keyword-")


def _above(place: Place) -> Iterator[str]:
    """The pointers of all that a place stands in."""
    pointer = place.pointer
    while pointer:
        pointer = pointer.rpartition("/")[0]
        yield pointer


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
        key = _key(diagnostic)
        known = self._findings.setdefault(key, diagnostic)
        if _RANKS[diagnostic.severity] < _RANKS[known.severity]:
            self._findings[key] = diagnostic

    def complete(self, checked: Iterable[Checked]) -> None:
        """Add what a check of the same document has found, one finding for each fault.

        Who reads a document says best what is wrong in it and what becomes of that. So where a
        finding is known at a place already, it stays and gets as grave as the check's, which is
        dropped; a vague one is dropped for any finding inside of its place as well, and what lacks
        beside a `$ref` is no fault of its own if the `$ref` is one. Notes are of no fault, but
        for those about a keyword, which stand at the keyword.
        """
        known: dict[Place, Diagnostic] = {}
        inside: set[tuple[str, str]] = set()
        for one in self.findings:
            if one.place is None or not _is_fault(one):
                continue
            before = known.setdefault(one.place, one)
            if _RANKS[one.severity] < _RANKS[before.severity]:
                known[one.place] = one
            inside.update((one.place.file, above) for above in _above(one.place))
        for found in checked:
            place = found.diagnostic.place
            if place is not None and (earlier := known.get(place)) is not None:
                if _RANKS[found.diagnostic.severity] < _RANKS[earlier.severity]:
                    earlier = replace(earlier, severity=found.diagnostic.severity)
                    self._findings[_key(earlier)] = known[place] = earlier
            elif place is None or not (
                (found.is_vague and (place.file, place.pointer) in inside)
                or place.beside("$ref") in known
            ):
                self.keep(found.diagnostic)

    def has_finding(self, place: Place) -> bool:
        """Whether something has been found at a place."""
        return any(one.place == place for one in self._findings.values())

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

    @property
    def gravest(self) -> list[Diagnostic]:
        """The findings but notes, the gravest first."""
        order = list(Severity)
        grave = [one for one in self.findings if one.severity is not Severity.NOTE]
        return sorted(grave, key=lambda one: order.index(one.severity))

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(1 for finding in self.findings if finding.severity is severity)
