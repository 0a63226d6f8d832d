"""The judge over a few documents: our own always, and real ones where they are."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from tests.judge.rows import CheckName, Row

ROOT = Path(__file__).parent.parent
OWN = ROOT / "tests" / "corpus"
REAL = ROOT.parent / "shared" / "specs"
TYPES: tuple[CheckName, ...] = ("mypy", "pyright")
SLICE = (
    "oai__tictactoe-v3.1.yaml",
    "oai__uber-v2.yaml",
    "peers/ogen-neg__cyclic-parameter.json",
    "peers/ogen-neg__null-pathItem.json",
    "peers/ogen__positive-additional_operations.yaml",
    "peers/ogen__positive-discriminator_mapping.json",
    "peers/openapi-python-client__docstrings_on_attributes.yaml",
)


def run(
    folder: Path, tmp_path: Path, *arguments: str
) -> tuple[int, list[Row], str, str]:
    """The exit code, the rows, and what was printed to standard output and standard error."""
    rows = tmp_path / "rows.json"
    done = subprocess.run(
        [
            *(sys.executable, "-m", "tests.judge", str(folder)),
            *("--json", str(rows), "--jobs", "2", *arguments),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "TERM": "dumb"},
    )
    assert "Traceback" not in done.stderr, done.stderr
    read = msgspec.json.decode(rows.read_bytes(), type=list[Row])
    return done.returncode, read, done.stdout, done.stderr


def test_our_own_documents(tmp_path: Path) -> None:
    page = tmp_path / "rows.html"
    code, rows, printed, reported = run(
        OWN,
        tmp_path,
        *("--checks", "compile,import,roundtrip,wire", "--html", str(page)),
    )
    assert code == 0, printed
    assert [(row.path, row.version, row.complete) for row in rows] == [
        ("everything-3.1.yaml", "3.1.0", 6),
        ("forms-3.1.yaml", "3.1.0", 6),
        ("garden-3.1.yaml", "3.1.0", 2),
        ("library-2.0.json", "2.0", 2),
        ("lists-3.1.yaml", "3.1.0", 14),
        ("names-2.0.json", "2.0", 4),
        ("split/openapi.yaml", "3.0.3", 1),
    ]
    for row in rows:
        trip = row.checks["roundtrip"]
        assert trip.verdict == "ok"
        assert trip.cases >= 10
        assert row.checks["import"].cases > 50
        wire = row.checks["wire"]
        assert (wire.verdict, wire.covered, wire.total) == (
            "ok",
            row.operations,
            row.operations,
        )
        assert row.path in reported
    assert rows[2].checks["roundtrip"].aside["examples that violate their schema"] == 1
    assert "7 of 7 documents as they should be" in printed
    assert "1 roundtrip: examples that violate their schema" in printed
    assert "garden-3.1.yaml" in page.read_text("utf-8")


def test_our_own_documents_with_what_they_do_not_declare(tmp_path: Path) -> None:
    code, rows, printed, _ = run(
        OWN,
        tmp_path,
        *("--checks", "compile,import,mypy,pyright,wire"),
        *("--declare", "paging,extensions", "--draws", "4"),
    )
    assert code == 0, printed
    assert all(row.checks[name].verdict == "ok" for row in rows for name in TYPES)
    lists = next(row for row in rows if row.path.startswith("lists"))
    calls = next(row for row in rows if row.path.startswith("garden"))
    assert lists.checks["wire"].cases >= 2 * lists.operations
    assert calls.checks["wire"].verdict == "ok"


# There is nothing to say about it, not even a note.
PLAIN = """\
openapi: 3.2.0
info: {title: Plain, version: "1"}
servers: [{url: https://plain.example}]
paths:
  /things:
    get:
      operationId: listThings
      responses:
        "204": {description: There are none.}
        default: {description: It failed.}
"""


def test_what_is_wrong_fails_the_run(tmp_path: Path) -> None:
    folder = tmp_path / "specs"
    folder.mkdir()
    (folder / "torn.yaml").write_text("openapi: 3.1.0\npaths: [\n", "utf-8")
    (folder / "plain.yaml").write_text(PLAIN, "utf-8")
    (folder / "index.tsv").write_text(
        "path\texpect\ntorn.yaml\tsuccess\nplain.yaml\trefusal\n", "utf-8"
    )
    code, rows, printed, _ = run(folder, tmp_path, "--checks", "compile")
    assert code == 1
    assert {row.path: row.broken for row in rows} == {
        "plain.yaml": ("nothing located is said about it",),
        "torn.yaml": ("nothing was generated",),
    }
    torn = next(row for row in rows if row.path == "torn.yaml")
    assert [(found.code, found.line > 0) for found in torn.findings] == [
        ("yaml-syntax", True)
    ]
    assert "0 of 2 documents as they should be" in printed


def test_a_folder_without_documents_fails(tmp_path: Path) -> None:
    code, rows, printed, _ = run(tmp_path, tmp_path, "--only", "nothing*")
    assert (code, rows) == (1, [])
    assert printed.startswith("no document below ")


@pytest.mark.skipif(not REAL.is_dir(), reason=f"{REAL} isn't there")
def test_a_slice_of_real_documents(tmp_path: Path) -> None:
    folder = tmp_path / "specs"
    for name in SLICE:
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(REAL / name, place)
    shutil.copy(REAL / "index.tsv", folder)
    code, rows, printed, _ = run(
        folder, tmp_path, "--checks", "compile,import,roundtrip,wire"
    )
    assert code == 0, printed
    assert [row.path for row in rows] == sorted(SLICE)
    # Of a document all of whose operations are refused there is no package.
    assert all(row.written or row.expect == "refusal" for row in rows)
