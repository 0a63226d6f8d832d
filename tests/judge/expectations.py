"""What a folder's index expects of its documents, and in what ways a row falls short."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.judge.rows import Row

INDEX = "index.tsv"


def read_index(path: Path) -> dict[str, str]:
    """The `expect` column of a table with tabs, by its `path` column; {} without such columns."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {
            row["path"]: row["expect"]
            for row in rows
            if row.get("path") and row.get("expect")
        }


def shortcomings(row: Row, expect: str) -> tuple[str, ...]:
    """In what ways a row isn't what is expected of it.

    Args:
        row: What was found out.
        expect: `success`, `refusal`, or "" for a document that the index doesn't have, which is
            treated as one that should succeed.
    """
    if row.fault:
        return ("the generator gave no answer",)
    if expect == "refusal":
        located = any(finding.is_located for finding in row.findings)
        return () if located else ("nothing located is said about it",)
    broken: list[str] = []
    if not row.written:
        broken.append("nothing was generated")
    elif row.complete != row.operations:
        broken.append(f"{row.operations - row.complete} operations are missing")
    grave = [each for each in row.findings if each.severity in {"error", "repair"}]
    if not all(finding.is_located for finding in grave):
        broken.append("a finding doesn't say where")
    return tuple(broken)
