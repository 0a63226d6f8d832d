"""What references may not reach unless it is allowed, and what is data holds none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.diagnostics import Severity, Unsupported
from generator.document.files.policy import Policy
from tests.unit.document.loading import LENIENT, Data, Load
from tests.unit.document.texts import note

REFUSED = [
    ("#/components/schemas/Gone", "ref-dangling"),
    ("#/components/schemas/Note/0", "ref-dangling"),
    ("#nowhere", "ref-dangling"),
    ("gone.yaml", "ref-dangling"),
    ("folder", "ref-dangling"),
    ("../secret.yaml", "ref-outside"),
    ("folder/../../secret.yaml", "ref-outside"),
    ("%2e%2e/secret.yaml", "ref-outside"),
    ("link.yaml", "ref-outside"),
    ("/etc/passwd", "ref-outside"),
    ("//host/share", "ref-outside"),
    ("file:///etc/passwd", "ref-outside"),
    ("FILE:///etc/passwd", "ref-outside"),
    ("ftp://host/x", "ref-outside"),
    ("data:application/json,{}", "ref-outside"),
    ("c:/windows/x.yaml", "ref-outside"),
    ("urn:x", "ref-outside"),
    ("a\0.yaml", "ref-outside"),
    ("http://example.com/x.yaml", "ref-remote"),
    ("HTTPS://example.com/x.yaml", "ref-remote"),
    ("#/components/schemas/Note", "ref-cycle"),
]


@pytest.fixture
def surrounded(loaded: Load, tmp_path: Path) -> Load:
    """Loads a document beside which there is a file that it may not read."""
    (tmp_path / "secret.yaml").write_text("type: string\n")
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec" / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    (tmp_path / "spec" / "folder").mkdir()
    return loaded


@pytest.mark.parametrize(("reference", "code"), REFUSED)
def test_refusal(surrounded: Load, reference: str, code: str) -> None:
    strict = surrounded({"openapi.yaml": note(reference)}, Policy())
    assert strict.document is None
    assert strict.errors == [code]
    assert strict.locations(code) == [("openapi.yaml", 6, 7)]

    lenient = surrounded({"openapi.yaml": note(reference)}, LENIENT)
    (finding,) = [f for f in lenient.findings if f.code == code]
    assert finding.severity is Severity.WARNING
    node = lenient.root.at("", "/components/schemas/Note")
    assert node is not None
    with pytest.raises(Unsupported) as caught:
        node.follow()
    again = caught.value.diagnostic
    assert (again.code, again.message) == (code, finding.message)
    assert again.place == finding.place


def test_folders_can_be_allowed(surrounded: Load, tmp_path: Path) -> None:
    for reference in ("../secret.yaml", "link.yaml"):
        policy = Policy(outside=(tmp_path,))
        got = surrounded({"openapi.yaml": note(reference)}, policy)
        node = got.root.at("", "/components/schemas/Note")
        assert node is not None
        assert node.follow().string("type") == "string"


DATA: list[dict[str, Data]] = [
    {"example": {"$ref": "file:///etc/passwd"}},
    {"examples": [{"$ref": "http://example.com/"}]},
    {"default": {"$ref": "../secret.yaml"}},
    {"enum": [{"$ref": "#/nowhere"}]},
    {"const": {"$ref": "#/nowhere"}},
    {"x-more": {"$ref": "#/nowhere"}},
    {"properties": {"$ref": {"type": "string"}}},
    {"properties": {"default": {"example": {"$ref": "#/nowhere"}}}},
]


@pytest.mark.parametrize("schema", DATA, ids=json.dumps)
def test_what_is_data_holds_no_references(
    surrounded: Load, schema: dict[str, Data]
) -> None:
    tree = {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "components": {"schemas": {"Note": schema}},
    }
    got = surrounded({"openapi.json": json.dumps(tree)}, Policy())
    assert got.errors == []
    assert got.root.trees.keys() == {""}
