"""Rows are compared with what the folder's index expects."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.judge.expectations import read_index, shortcomings
from tests.judge.rows import Finding, Row

LOCATED = Finding("error", "ref-dangling", "it points at nothing", "a.yaml", 3)
NOTED = Finding("note", "links-ignored", "links aren't generated", "a.yaml", 3)
LOOSE = Finding("note", "version-upgraded", "it is of an older version")
ADRIFT = Finding("repair", "config-missing", "it isn't there")


@pytest.mark.parametrize(
    ("row", "expect", "want"),
    [
        (Row(path="a", written=True, complete=2, operations=2), "success", ()),
        (Row(path="a", written=True, complete=2, operations=2), "", ()),
        (
            Row(path="a", written=True, complete=1, operations=2),
            "success",
            ("1 operations are missing",),
        ),
        (Row(path="a"), "success", ("nothing was generated",)),
        (Row(path="a", fault="hung"), "success", ("the generator gave no answer",)),
        (Row(path="a", fault="hung"), "refusal", ("the generator gave no answer",)),
        (Row(path="a", findings=(LOCATED,), refusals=1), "refusal", ()),
        (Row(path="a", written=True), "refusal", ("nothing located is said about it",)),
        (
            Row(path="a", findings=(ADRIFT,)),
            "refusal",
            ("nothing located is said about it",),
        ),
        (Row(path="a", written=True, findings=(NOTED,)), "refusal", ()),
        (Row(path="a", written=True, findings=(LOOSE,)), "success", ()),
        (
            Row(path="a", written=True, repairs=1, findings=(ADRIFT,)),
            "success",
            ("a finding doesn't say where",),
        ),
    ],
)
def test_shortcomings(row: Row, expect: str, want: tuple[str, ...]) -> None:
    assert shortcomings(row, expect) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("path\tbytes\texpect\na.yaml\t1\tsuccess\n", {"a.yaml": "success"}),
        ('path\texpect\n"a".yaml\trefusal\n', {'"a".yaml': "refusal"}),
        ("path\tbytes\na.yaml\t1\n", {}),
        ("path\texpect\na.yaml\n", {}),
        ("", {}),
    ],
)
def test_an_index_is_read(tmp_path: Path, text: str, want: dict[str, str]) -> None:
    path = tmp_path / "index.tsv"
    path.write_text(text, "utf-8")
    assert read_index(path) == want
