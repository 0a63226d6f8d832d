"""What references may reach, what they mean, and where they fail."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.diagnostics import Severity, Unsupported
from generator.document import Policy, network
from generator.document.references import Target, locate
from tests.unit.document.loading import LENIENT, Data, Files, Load

UNVALIDATED = Policy(validate=False)
HEAD = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\n"


LOCATED = [
    ("", "#/a/b", Target("", "/a/b")),
    ("", "#", Target("", "")),
    ("", "x.yaml", Target("x.yaml", "")),
    ("", "./d/../x.yaml#/a", Target("x.yaml", "/a")),
    ("", "openapi.yaml#/a", Target("", "/a")),
    ("d/x.yaml", "#/a", Target("d/x.yaml", "/a")),
    ("d/x.yaml", "y.yaml#/a", Target("d/y.yaml", "/a")),
    ("d/x.yaml", "../openapi.yaml#/a", Target("", "/a")),
    ("d/x.yaml", "../../y.yaml", Target("../y.yaml", "")),
    ("", "#/paths/~1a~0b/%7Bid%7D", Target("", "/paths/~1a~0b/{id}")),
    ("", "a%20b.yaml#/%C3%A9", Target("a b.yaml", "/é")),
    ("", "%2e%2e/x.yaml", Target("../x.yaml", "")),
    ("", "#Pet", Target("", "Pet")),
    ("d/x.yaml", "https://h/x#/a", Target("https://h/x", "/a")),
    ("https://h/d/x", "../y.yaml#/a", Target("https://h/y.yaml", "/a")),
    ("https://h/d/x", "//g/y", Target("https://g/y", "")),
]


@pytest.mark.parametrize(("base", "text", "want"), LOCATED)
def test_locating(base: str, text: str, want: Target) -> None:
    assert locate(base, text, "openapi.yaml") == want


def note(reference: str) -> str:
    return f"{HEAD}components:\n  schemas:\n    Note:\n      $ref: {json.dumps(reference)}\n"


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
    assert strict.spots(code) == [("openapi.yaml", 6, 7)]

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


PLACES = [
    ("paths:\n  /a: {$ref: REF}\n", (4, 8)),
    ("paths:\n  /a:\n    get: {parameters: [{$ref: REF}], responses: {}}\n", (5, 25)),
    ("paths:\n  /a:\n    get: {responses: {default: {$ref: REF}}}\n", (5, 33)),
    ("components: {schemas: {A: {properties: {default: {$ref: REF}}}}}\n", (3, 51)),
    ("components: {schemas: {A: {allOf: [{}, {$ref: REF}]}}}\n", (3, 41)),
    ("components: {schemas: {A: {$defs: {x: {$ref: REF}}}}}\n", (3, 40)),
    ("components: {schemas: {A: {$dynamicRef: REF}}}\n", (3, 28)),
    ("components: {headers: {A: {schema: {items: {$ref: REF}}}}}\n", (3, 45)),
    (
        "components: {schemas: {A: {discriminator: "
        "{propertyName: a, mapping: {x: REF}}}}}\n",
        (3, 61),
    ),
    ("webhooks: {a: {post: {callbacks: {b: {$ref: REF}}}}}\n", (3, 39)),
]


@pytest.mark.parametrize(("text", "spot"), PLACES)
def test_every_kind_of_reference_is_checked(
    loaded: Load, text: str, spot: tuple[int, int]
) -> None:
    text = HEAD + text.replace("REF", "'http://10.0.0.1/x'")
    got = loaded({"openapi.yaml": text}, UNVALIDATED)
    assert got.document is None
    assert got.spots("ref-remote") == [("openapi.yaml", *spot)]


def test_references_are_checked_in_every_file(loaded: Load) -> None:
    files: Files = {
        "openapi.yaml": note("schemas/a.yaml#/A"),
        "schemas/a.yaml": "A:\n  properties:\n    b: {$ref: b.yaml}\n",
        "schemas/b.yaml": "items:\n  $ref: ../../c.yaml\n",
    }
    got = loaded(files, UNVALIDATED)
    assert got.errors == ["ref-outside"]
    assert got.spots("ref-outside") == [("b.yaml", 2, 3)]


def test_what_nothing_refers_to_is_not_read(loaded: Load) -> None:
    files: Files = {
        "openapi.yaml": note("a.yaml#/A"),
        "a.yaml": "A: {}\n",
        "b.yaml": "{",
    }
    assert loaded(files, UNVALIDATED).root.trees.keys() == {"", "a.yaml"}


def test_a_broken_file_that_is_referred_to(loaded: Load) -> None:
    files: Files = {"openapi.yaml": note("a.yaml#/A"), "a.yaml": "A: 1\nA: 2\n"}
    got = loaded(files)
    assert got.document is None
    assert got.spots("key-duplicate") == [("a.yaml", 2, 1)]


def test_long_chains_and_cycles_of_references(loaded: Load) -> None:
    schemas: dict[str, Data] = {
        f"S{n}": {"$ref": f"#/components/schemas/S{n + 1}"} for n in range(3000)
    }
    schemas["S3000"] = {"type": "string"}
    schemas |= {
        f"C{n}": {"$ref": f"#/components/schemas/C{(n + 1) % 3}"} for n in range(3)
    }
    schemas["In"] = {"$ref": "#/components/schemas/C0"}
    tree = {"openapi": "3.1.0", "components": {"schemas": schemas}}
    got = loaded({"openapi.json": json.dumps(tree)}, UNVALIDATED)
    assert got.errors == ["ref-cycle"] * 4
    lenient = loaded({"openapi.json": json.dumps(tree)}, Policy(True, validate=False))
    node = lenient.root.at("", "/components/schemas/S0")
    assert node is not None
    assert node.follow().id == "components/schemas/S3000"


RECURSIVE: dict[str, Data] = {
    "A": {"properties": {"a": {"$ref": "#/components/schemas/A"}}},
    "B": {"allOf": [{"properties": {"b": {"$ref": "#/components/schemas/B"}}}]},
    "C": {"items": {"$ref": "#/components/schemas/C"}},
    "D": {"allOf": [{"items": {"$ref": "#/components/schemas/D"}}], "required": ["x"]},
    "E": {"anyOf": [{"$ref": "#/components/schemas/F"}]},
    "F": {"anyOf": [{"$ref": "#/components/schemas/E"}]},
}


def test_recursive_schemas_are_no_cycles(loaded: Load) -> None:
    tree = {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "components": {"schemas": RECURSIVE},
    }
    got = loaded({"openapi.json": json.dumps(tree)}, LENIENT)
    assert [f.code for f in got.findings] == ["required-undescribed"]


UNUSUAL = """\
openapi: 3.1.0
info: {title: t, version: '1'}
components:
  schemas:
    Anchored: {$anchor: here, type: string}
    ByAnchor: {$ref: '#here'}
    ByFileAnchor: {$ref: 'more.yaml#there'}
    Whole:
      $id: https://example.com/schemas/whole
      type: object
      $defs: {part: {$anchor: part, type: integer}}
      properties:
        inner: {$ref: '#/$defs/part'}
        anchor: {$ref: '#part'}
        sibling: {$ref: 'leaf'}
        outer: {$ref: '#/components/schemas/Anchored'}
    Leaf: {$id: https://example.com/schemas/leaf, type: boolean}
    ById: {$ref: 'https://example.com/schemas/whole'}
    ByIdAndPointer: {$ref: 'https://example.com/schemas/whole#/$defs/part'}
    ByIdAndAnchor: {$ref: 'https://example.com/schemas/whole#part'}
    Braces: {$ref: '#/paths/~1a~1%7Bid%7D/get/x-schema'}
paths:
  /a/{id}: {get: {x-schema: {type: number}}}
"""
MEANT = [
    ("ByAnchor", "components/schemas/Anchored"),
    ("ByFileAnchor", "more.yaml#/There"),
    ("Whole/properties/inner", "components/schemas/Whole/$defs/part"),
    ("Whole/properties/anchor", "components/schemas/Whole/$defs/part"),
    ("Whole/properties/sibling", "components/schemas/Leaf"),
    ("Whole/properties/outer", "components/schemas/Anchored"),
    ("ById", "components/schemas/Whole"),
    ("ByIdAndPointer", "components/schemas/Whole/$defs/part"),
    ("ByIdAndAnchor", "components/schemas/Whole/$defs/part"),
    ("Braces", "paths/~1a~1{id}/get/x-schema"),
]


@pytest.mark.parametrize(("name", "want"), MEANT)
def test_identifiers_and_anchors(loaded: Load, name: str, want: str) -> None:
    more = "There: {$anchor: there, type: 'null'}\n"
    files: Files = {"openapi.yaml": UNUSUAL, "more.yaml": more}
    got = loaded(files, UNVALIDATED)
    node = got.root.at("", f"/components/schemas/{name}")
    assert node is not None
    assert node.follow().id == want


DIALECTS = [
    ("https://json-schema.org/draft/2020-12/schema", True),
    ("http://json-schema.org/draft-07/schema#", True),
    ("https://spec.openapis.org/oas/3.1/dialect/base", True),
    ("http://169.254.169.254/latest/meta-data", False),
    ("file:///etc/passwd", False),
]


@pytest.mark.parametrize(("dialect", "known"), DIALECTS)
def test_dialects_are_known_or_refused_but_never_fetched(
    loaded: Load, dialect: str, known: bool
) -> None:
    schema = f"components: {{schemas: {{A: {{$schema: '{dialect}'}}}}}}\n"
    root = f"jsonSchemaDialect: '{dialect}'\n"
    for text, column in ((schema, 28), (root, 1)):
        got = loaded({"openapi.yaml": HEAD + text}, UNVALIDATED)
        assert got.errors == ([] if known else ["dialect-unknown"])
        if not known:
            assert got.spots("dialect-unknown") == [("openapi.yaml", 3, column)]
        lenient = loaded({"openapi.yaml": HEAD + text}, Policy(True, validate=False))
        severities = [f.severity for f in lenient.findings]
        assert severities == ([] if known else [Severity.REPAIR])


def test_the_network_is_reached_when_that_is_allowed(
    loaded: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = {
        "https://example.com/d/a.yaml": b"A: {properties: {b: {$ref: '../b.json'}}}",
        "https://example.com/b.json": b'{"type": "string"}',
    }
    asked: list[str] = []

    def fetch(address: str) -> bytes:
        asked.append(address)
        return pages[address]

    monkeypatch.setattr(network, "fetch", fetch)
    policy = Policy(network=True)
    got = loaded({"openapi.yaml": note("https://example.com/d/a.yaml#/A")}, policy)
    node = got.root.at("", "/components/schemas/Note")
    assert node is not None
    inner = node.follow().require("properties").require("b").follow()
    assert inner.string("type") == "string"
    assert inner.id == "https://example.com/b.json#"
    assert asked == list(pages)


def test_remote_files_reach_no_local_ones(
    loaded: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fetch(address: str) -> bytes:
        return b"{$ref: 'file:///etc/passwd'}"

    monkeypatch.setattr(network, "fetch", fetch)
    got = loaded(
        {"openapi.yaml": note("http://example.com/a")},
        Policy(network=True, validate=False),
    )
    assert got.errors == ["ref-outside"]
