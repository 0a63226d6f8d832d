"""What is found out about one document: a row of the table, and of the JSON."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

# How a check ended; `unrun` is neither good nor bad, its note says why.
Verdict: TypeAlias = Literal["ok", "failed", "unrun"]
CheckName: TypeAlias = Literal[
    "compile", "import", "mypy", "pyright", "roundtrip", "wire"
]
CHECKS: tuple[CheckName, ...] = (
    "compile",
    "import",
    "mypy",
    "pyright",
    "roundtrip",
    "wire",
)


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """How one check of a package ended.

    Args:
        verdict: Good, bad or not run.
        failures: How many things are wrong.
        cases: How many things were looked at.
        covered: How many of the things that were to be looked at have a case.
        total: How many there are; 0 where nothing is left out.
        notes: The first of what is wrong, or why the check didn't run.
        aside: What was left out of the cases, by reason, with how often.
        unreached: The first of what has no case, and why.
    """

    verdict: Verdict
    failures: int = 0
    cases: int = 0
    covered: int = 0
    total: int = 0
    notes: tuple[str, ...] = ()
    aside: dict[str, int] = {}
    unreached: tuple[str, ...] = ()

    @property
    def brief(self) -> str:
        """The check in a cell of a table."""
        match self.verdict:
            case "ok" if self.covered < self.total:
                return f"ok {self.covered * 100 // self.total}%"
            case "ok":
                return "ok"
            case "failed":
                return str(self.failures)
            case "unrun":
                return "-"


class Finding(msgspec.Struct, frozen=True):
    """A finding of the generator, and the line it points at; 0 when it has no place."""

    severity: str
    code: str
    message: str
    file: str = ""
    line: int = 0

    @property
    def is_located(self) -> bool:
        """Whether it says where."""
        return self.line > 0


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One document.

    Args:
        path: The document, relative to the folder that is run.
        version: As written in it.
        complete: How many operations were generated.
        operations: How many it has.
        repairs: How many findings mended something.
        refusals: How many findings refused something.
        seconds: How long generating took.
        written: Whether a package was written.
        fault: Why the generator gave no answer: a traceback's end, `hung`, `out of memory`; or "".
        findings: The first findings, errors before repairs.
        checks: How each check ended.
        expect: What the folder's index expects, or "".
        broken: In what ways the expectation isn't met.
    """

    path: str
    version: str = ""
    complete: int = 0
    operations: int = 0
    repairs: int = 0
    refusals: int = 0
    seconds: float = 0.0
    written: bool = False
    fault: str = ""
    findings: tuple[Finding, ...] = ()
    checks: dict[CheckName, Check] = {}
    expect: str = ""
    broken: tuple[str, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether nothing failed."""
        failed = any(check.verdict == "failed" for check in self.checks.values())
        return not (self.fault or self.broken or failed)
