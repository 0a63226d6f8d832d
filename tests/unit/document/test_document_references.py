"""Where references are found, and where they fail."""

from __future__ import annotations

import json

import pytest

from generator.document.files.policy import Policy
from generator.document.trees.uri_reference import Target, locate
from tests.unit.document.loading import LENIENT, STRICT, UNVALIDATED, Data, Files, Load
from tests.unit.document.texts import HEAD, note

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


@pytest.mark.parametrize(("text", "location"), PLACES)
def test_every_kind_of_reference_is_checked(
    loaded: Load, text: str, location: tuple[int, int]
) -> None:
    text = HEAD + text.replace("REF", "'http://10.0.0.1/x'")
    got = loaded({"openapi.yaml": text}, UNVALIDATED)
    assert got.document is None
    assert got.locations("ref-remote") == [("openapi.yaml", *location)]


def test_references_are_checked_in_every_file(loaded: Load) -> None:
    files: Files = {
        "openapi.yaml": note("schemas/a.yaml#/A"),
        "schemas/a.yaml": "A:\n  properties:\n    b: {$ref: b.yaml}\n",
        "schemas/b.yaml": "items:\n  $ref: ../../c.yaml\n",
    }
    got = loaded(files, UNVALIDATED)
    assert got.errors == ["ref-outside"]
    assert got.locations("ref-outside") == [("b.yaml", 2, 3)]


def test_what_nothing_refers_to_is_not_read(loaded: Load) -> None:
    files: Files = {
        "openapi.yaml": note("a.yaml#/A"),
        "a.yaml": "A: {}\n",
        "b.yaml": "{",
    }
    assert loaded(files, UNVALIDATED).root.trees.keys() == {"", "a.yaml"}


def test_a_broken_file_that_is_referred_to(loaded: Load) -> None:
    files: Files = {"openapi.yaml": note("a.yaml#/A"), "a.yaml": "A: 1\nA: 2\n"}
    got = loaded(files, STRICT)
    assert got.document is None
    assert got.locations("key-duplicate") == [("a.yaml", 2, 1)]


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
