"""Files that can't be parsed: the root's fault ends the run, another's is as if it were missing."""

from __future__ import annotations

import pytest

from generator.diagnostics import Severity
from tests.unit.document.loading import LENIENT, STRICT, Load
from tests.unit.document.texts import note

# What stands in the file, and the code of its fault with line and column.
BROKEN: list[tuple[str, bytes, str, tuple[int, int]]] = [
    ("a.yaml", b"b: [1\n", "yaml-syntax", (2, 1)),
    ("a.yaml", b"b: 1\n\tc: 2\n", "yaml-syntax", (2, 1)),
    ("a.yaml", b"b: *x\n", "yaml-alias", (1, 4)),
    ("a.yaml", b"b: !x 1\n", "yaml-tag", (1, 4)),
    ("a.yaml", b"a: 1\n---\nb: 1\n", "yaml-documents", (2, 1)),
    ("a.yaml", b"", "file-empty", (1, 1)),
    ("a.yaml", b"b: \xff", "file-encoding", (1, 4)),
    ("a.json", b'{"b": 1', "json-syntax", (1, 8)),
    ("a.json", b'{"b": [1,,2]}', "json-syntax", (1, 10)),
    ("a.json", b"[" * 300, "nesting-too-deep", (1, 201)),
]


@pytest.mark.parametrize(("name", "text", "code", "place"), BROKEN)
def test_leniently_it_is_missing(
    loaded: Load, name: str, text: bytes, code: str, place: tuple[int, int]
) -> None:
    files = {"openapi.yaml": note(f"{name}#/b"), name: text}
    got = loaded(files, LENIENT)
    found = [(one.code, one.severity) for one in got.findings]
    assert found[:2] == [(code, Severity.REPAIR), ("ref-dangling", Severity.WARNING)]
    assert got.locations(code) == [(name, *place)]
    assert got.locations("ref-dangling") == [("openapi.yaml", 6, 7)]
    (dangling,) = [one for one in got.findings if one.code == "ref-dangling"]
    assert f"line {place[0]}, column {place[1]}" in dangling.message
    assert got.root.at("", "/components/schemas/Note") is not None


@pytest.mark.parametrize(("name", "text", "code", "place"), BROKEN)
def test_strictly_it_is_an_error(
    loaded: Load, name: str, text: bytes, code: str, place: tuple[int, int]
) -> None:
    files = {"openapi.yaml": note(f"{name}#/b"), name: text}
    got = loaded(files, STRICT)
    assert got.document is None
    assert got.errors == [code]
    assert got.locations(code) == [(name, *place)]


@pytest.mark.parametrize("text", [b"openapi: [", b"", b"a: \xff"])
def test_the_root_file_has_to_be_read(loaded: Load, text: bytes) -> None:
    got = loaded({"openapi.yaml": text}, LENIENT)
    assert got.document is None
    assert len(got.errors) == 1
