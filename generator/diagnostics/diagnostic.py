"""One finding about the input."""

from __future__ import annotations

import enum

import msgspec

from generator.diagnostics.span import Place


class Severity(enum.Enum):
    """How much a finding costs: an error refuses something, the others refuse nothing."""

    ERROR = "error"
    WARNING = "warning"
    REPAIR = "repair"
    NOTE = "note"


class Diagnostic(msgspec.Struct, frozen=True):
    """A finding: its code from the catalogue, what is wrong, where, and what to do.

    `hint` is one sentence or empty. `place` is None for what has no spot in the input, a missing
    folder for example.
    """

    code: str
    severity: Severity
    message: str
    place: Place | None = None
    hint: str = ""

    def as_repair(self, hint: str) -> Diagnostic:
        """This finding of something that was left out, for which nothing else was refused.

        Args:
            hint: What is left out; what this finding advises follows it.
        """
        if advice := self.hint.rstrip("."):
            hint = f"{hint}; {advice[:1].lower()}{advice[1:]}"
        return msgspec.structs.replace(self, severity=Severity.REPAIR, hint=hint)
