"""The rows as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tests.judge.rows import CheckName, Row

_NOTES = 3
_WIDEST = 200
_ASIDES = 40
_UNREACHED = 100


def as_text(rows: Sequence[Row], checks: Sequence[CheckName]) -> str:
    """One line for each document, a line of totals, and the reasons of what failed."""
    head = ["document", "version", "operations", "repairs", "refusals", "seconds"]
    lines = [[*head, *checks]]
    lines += [cells(row, checks) for row in rows]
    lines.append(totals(rows, checks))
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    table = [_aligned(line, widths) for line in lines]
    table.insert(-1, "-" * len(table[0]))
    for more in (
        [reason for row in rows if not row.is_good for reason in _reasons(row)],
        asides(rows),
        unreached(rows),
    ):
        table += ["", *more] if more else []
    return "\n".join(table)


def asides(rows: Sequence[Row]) -> list[str]:
    """What the checks left out in all documents together, the most frequent reasons first."""
    found: Counter[str] = Counter()
    for row in rows:
        for name, check in row.checks.items():
            for reason, count in check.aside.items():
                found[f"{name}: {reason}"] += count
    if not found:
        return []
    shown = [
        f"  {count:>8} {reason[:_WIDEST]}"
        for reason, count in found.most_common(_ASIDES)
    ]
    more = len(found) - len(shown)
    return [
        "left out:",
        *shown,
        *([f"           and {more} more reasons"] if more else []),
    ]


def unreached(rows: Sequence[Row]) -> list[str]:
    """What the checks have no case for, document by document."""
    found = [
        f"  {row.path} {name}: {line}"[:_WIDEST]
        for row in rows
        for name, check in row.checks.items()
        for line in check.unreached
    ]
    more = len(found) - _UNREACHED
    return [
        *(["not reached:"] if found else []),
        *found[:_UNREACHED],
        *([f"  and {more} more"] if more > 0 else []),
    ]


def cells(row: Row, checks: Sequence[CheckName]) -> list[str]:
    """What stands in the columns of one document."""
    generated = f"{row.complete}/{row.operations}" if row.written else "none"
    verdicts = [
        row.checks[check].brief if check in row.checks else "-" for check in checks
    ]
    return [
        row.path,
        row.version,
        "fault" if row.fault else generated,
        str(row.repairs),
        str(row.refusals),
        f"{row.seconds:.1f}",
        *verdicts,
    ]


def brief(row: Row, checks: Sequence[CheckName]) -> str:
    """A row on a line of its own, without the checks that aren't there yet."""
    path, version, *others = cells(row, checks)
    names = ["operations", "repairs", "refusals", "seconds", *checks]
    known = [
        f"{name} {cell}"
        for name, cell in zip(names, others, strict=True)
        if name not in checks or cell != "-"
    ]
    return f"{path} {version}: {', '.join(known)}"


def totals(rows: Sequence[Row], checks: Sequence[CheckName]) -> list[str]:
    """The last line: sums, and for each check how many packages pass of those looked at."""
    passed: list[str] = []
    for check in checks:
        ran = [row.checks[check] for row in rows if check in row.checks]
        ran = [found for found in ran if found.verdict != "unrun"]
        good = sum(found.verdict == "ok" for found in ran)
        passed.append(f"{good}/{len(ran)}")
    good = sum(row.is_good for row in rows)
    return [
        f"{good} of {len(rows)} documents as they should be",
        "",
        f"{sum(row.complete for row in rows)}/{sum(row.operations for row in rows)}",
        str(sum(row.repairs for row in rows)),
        str(sum(row.refusals for row in rows)),
        f"{sum(row.seconds for row in rows):.1f}",
        *passed,
    ]


def reasons(row: Row) -> list[str]:
    """What is wrong with a document and its package, the first of each kind."""
    found = list(row.broken)
    if row.fault:
        found.append(row.fault)
    for name, check in row.checks.items():
        if check.verdict == "failed":
            found.append(f"{name}: {check.failures} of {check.cases} failed")
            found += [f"  {note}" for note in check.notes[:_NOTES]]
    return found


def _reasons(row: Row) -> list[str]:
    inner = [line for reason in reasons(row) for line in reason.splitlines()]
    return [row.path, *(f"  {line[:_WIDEST]}" for line in inner)]


def _aligned(line: Sequence[str], widths: Sequence[int]) -> str:
    first, second, *rest = (
        cell.ljust(width) if index <= 1 else cell.rjust(width)
        for index, (cell, width) in enumerate(zip(line, widths, strict=True))
    )
    return "  ".join([first, second, *rest]).rstrip()
