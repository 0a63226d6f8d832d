"""The notebook and its catalogue."""

from __future__ import annotations

import re

import pytest

from generator.diagnostics import (
    Diagnostic,
    Failed,
    Notebook,
    Place,
    Severity,
    Spot,
    Unsupported,
)
from generator.diagnostics.catalogue import CATALOGUE

HERE = Place("a.yaml", "/x")


def test_findings_keep_their_order_and_come_once() -> None:
    notebook = Notebook()
    notebook.write("ref-dangling", "b", HERE)
    notebook.write("ref-dangling", "a", HERE)
    notebook.write("ref-dangling", "b", HERE)
    assert [f.message for f in notebook.findings] == ["b", "a"]
    assert notebook.count(Severity.ERROR) == 2


def test_the_catalogue_says_how_grave_a_finding_is() -> None:
    notebook = Notebook()
    notebook.write("keyword-type", "m", HERE)
    notebook.write("keyword-type", "n", HERE, severity=Severity.ERROR)
    assert [f.severity for f in notebook.findings] == [Severity.REPAIR, Severity.ERROR]


def test_a_graver_finding_takes_the_place_of_the_same_one() -> None:
    notebook = Notebook()
    notebook.write("ref-dangling", "m", HERE, severity=Severity.WARNING)
    notebook.write("ref-dangling", "other", HERE)
    notebook.write("ref-dangling", "m", HERE, hint="h")
    notebook.write("ref-dangling", "m", HERE, severity=Severity.NOTE)
    assert notebook.findings[0] == Diagnostic(
        "ref-dangling", Severity.ERROR, "m", HERE, "h"
    )
    assert len(notebook.findings) == 2


def test_a_repair_takes_the_place_of_the_same_warning() -> None:
    notebook = Notebook()
    notebook.write("ref-dangling", "m", HERE, severity=Severity.WARNING)
    notebook.write("ref-dangling", "m", HERE, severity=Severity.REPAIR)
    assert [f.severity for f in notebook.findings] == [Severity.REPAIR]


def test_what_is_unsupported_is_noted_and_skipped() -> None:
    notebook = Notebook()
    with notebook.skipping():
        raise Unsupported("ref-cycle", "m", HERE, "h")
    assert notebook.findings == (
        Diagnostic("ref-cycle", Severity.ERROR, "m", HERE, "h"),
    )
    with pytest.raises(KeyError), notebook.skipping():
        raise KeyError


def test_failing_is_an_error_whatever_the_catalogue_says() -> None:
    notebook = Notebook()
    failed = notebook.fail("keyword-type", "m", HERE)
    assert isinstance(failed, Failed)
    assert notebook.count(Severity.ERROR) == 1


def test_places_and_spots() -> None:
    assert Spot("a", "", 1, 2) != Place("a")
    assert len({Spot("a", "", 1, 2), Spot("a", "", 1, 2), Spot("a", "", 1, 3)}) == 2


def test_the_catalogue_is_sorted_and_says_what_codes_mean() -> None:
    assert list(CATALOGUE) == sorted(CATALOGUE)
    for code, entry in CATALOGUE.items():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code), code
        assert entry.meaning.endswith("."), code
