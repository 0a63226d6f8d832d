"""What anchors and identifiers mean, and which dialects are known."""

from __future__ import annotations

import pytest

from generator.diagnostics import Severity
from generator.document.files.policy import Policy
from tests.unit.document.loading import UNVALIDATED, Files, Load
from tests.unit.document.texts import HEAD

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
            assert got.locations("dialect-unknown") == [("openapi.yaml", 3, column)]
        lenient = loaded({"openapi.yaml": HEAD + text}, Policy(True, validate=False))
        severities = [f.severity for f in lenient.findings]
        assert severities == ([] if known else [Severity.REPAIR])
