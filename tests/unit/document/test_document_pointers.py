"""Pointers that go through references, or are escaped as they shouldn't be."""

from __future__ import annotations

import pytest

from generator.document.files.policy import Policy
from tests.unit.document.loading import LENIENT, STRICT, Files, Load
from tests.unit.document.texts import schemas


def note(text: str) -> str:
    """A document in which a note's property goes by a reference."""
    return schemas(f"{{properties: {{b: {{$ref: '{text}'}}}}}}") + (
        "    B: {$ref: 'b.yaml'}\n    a/b: {type: integer}\n    100%: {type: integer}\n"
    )


B = "properties: {c: {$ref: '#/$defs/c'}}\n$defs: {c: {properties: {d: {type: null}}}}\n"
UNUSUAL = [
    ("#/components/schemas/B/properties/c", "ref-through", "b.yaml#/$defs/c"),
    (
        "#/components/schemas/B/properties/c/properties/d",
        "ref-through",
        "b.yaml#/$defs/c/properties/d",
    ),
    ("#/components/schemas/a%2Fb", "ref-escaping", "components/schemas/a~1b"),
    ("#/components/schemas/a/b", "ref-escaping", "components/schemas/a~1b"),
    ("#/components/schemas/100%2525", "ref-dangling", ""),
    ("#/components/schemas/B/nowhere", "ref-dangling", ""),
    ("#/components/schemas/A/properties/b/c", "ref-dangling", ""),
]


@pytest.mark.parametrize(("text", "code", "want"), UNUSUAL)
def test_pointers_that_need_a_second_look(
    loaded: Load, text: str, code: str, want: str
) -> None:
    files: Files = {"openapi.yaml": note(text), "b.yaml": B}
    got = loaded(files, Policy(lenient=True, validate=False))
    assert got.locations(code) == [("openapi.yaml", 5, 26)]
    node = got.root.at("", "/components/schemas/A/properties/b")
    assert node is not None
    if want:
        assert node.follow().id == want
    strict = loaded(files, Policy(validate=False))
    assert strict.errors == [code]


@pytest.mark.parametrize("policy", [STRICT, LENIENT], ids=["strict", "lenient"])
def test_an_anchor_that_leads_back_to_itself(loaded: Load, policy: Policy) -> None:
    got = loaded({"openapi.yaml": schemas("{$anchor: a, $ref: '#a'}")}, policy)
    (finding,) = [f for f in got.findings if f.code == "ref-cycle"]
    assert finding.message == "`#/components/schemas/A` leads back to itself"
    assert got.locations("ref-cycle") == [("openapi.yaml", 5, 21)]
