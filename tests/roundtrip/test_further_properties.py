"""What a schema says of further properties holds for all that stands beside it."""

from __future__ import annotations

from typing import Any

import pytest
from generated_models import generated
from schemas import extends, obj, one_of, ref, tells

Tree = Any

BASE = {"Base": obj("id", id="string"), "Other": obj("q", q="string")}
MAP = {"type": "object", "additionalProperties": {"type": "integer"}}
NULL = {"type": "null"}
WHOLE = {"id": "1", "q": "2"}
ONE, TWO = {"id": "1"}, {"q": "2"}
EITHER = [ref("Base"), ref("Other")]
PLAIN = [
    {"properties": {"id": {"type": "string"}}, "required": ["id"]},
    {"properties": {"q": {"type": "string"}}, "required": ["q"]},
]
# What stands beside the keyword, and values without further properties.
BESIDE: dict[str, tuple[Tree, list[Tree]]] = {
    "AllOf": (extends("Base"), [ONE]),
    "AllOfTwo": (extends("Base", "Other"), [WHOLE]),
    "Ref": (ref("Base"), [ONE]),
    "RefToAllOf": (ref("Deep"), [ONE]),
    "OneOf": (one_of("Base", "Other"), [ONE, TWO]),
    "AnyOf": ({"anyOf": EITHER}, [ONE, TWO]),
    "AnyObjectOf": ({"type": "object", "anyOf": EITHER}, [ONE, TWO]),
    "AnyOfAndOwn": ({**obj(z="string"), "anyOf": EITHER}, [{**ONE, "z": "z"}, TWO]),
    "OneOfOne": (one_of("Base"), [ONE]),
    "AnyOfOne": ({"anyOf": [ref("Base")]}, [ONE]),
    "AllOfOneOf": ({"allOf": [one_of("Base", "Other")]}, [ONE, TWO]),
    "AllOfUnion": (extends("Union"), [ONE, TWO]),
    "RefToUnion": (ref("Union"), [ONE, TWO]),
    "OneOfPlain": ({"type": "object", "oneOf": PLAIN}, [ONE, TWO]),
    "AnyRequired": (
        {
            **obj(id="string", q="string"),
            "anyOf": [{"required": ["id"]}, {"required": ["q"]}],
        },
        [ONE, TWO, WHOLE],
    ),
    "OrText": ({"oneOf": [ref("Base"), {"type": "string"}]}, [ONE, "text"]),
    "OrNull": ({"oneOf": [ref("Base"), NULL]}, [ONE]),
    "OrMap": ({"oneOf": [ref("Base"), MAP]}, [ONE, {"k": 1}]),
    "Told": (
        one_of("Cat", "Dog", discriminator=tells("kind")),
        [{"kind": "Cat", "lives": 9}, {"kind": "Dog"}],
    ),
    "AllOfOpen": (extends("Open"), [ONE]),
    "AllOfTyped": (extends("Typed"), [ONE]),
}
MORE = {
    **BASE,
    "Deep": ref("Deeper"),
    "Deeper": extends("Base"),
    "Union": one_of("Base", "Other"),
    "Cat": obj("kind", kind="string", lives="integer"),
    "Dog": obj("kind", kind="string"),
    "Open": {**BASE["Base"], "additionalProperties": True},
    "Typed": {**BASE["Base"], "additionalProperties": {"type": "integer"}},
}


def wholes(further: Tree) -> list[tuple[str, Tree]]:
    """Values with a further property, each by the name of its schema."""
    found: list[tuple[str, Tree]] = []
    for name, (_, values) in BESIDE.items():
        objects = [value for value in values if isinstance(value, dict)]
        found += [(name, {**value, "n": further}) for value in objects]
    return found


@pytest.mark.parametrize("keyword", ["additionalProperties", "unevaluatedProperties"])
@pytest.mark.parametrize("says", [True, {}, {"type": "integer"}])
def test_further_properties_are_kept(keyword: str, says: Tree) -> None:
    beside = {name: {**schema, keyword: says} for name, (schema, _) in BESIDE.items()}
    inside = {"Inside": {"allOf": [ref("Base"), {keyword: says}]}}
    items = {"Items": {"type": "array", "items": {"anyOf": EITHER, keyword: says}}}
    schemas = {**MORE, **beside, **inside, **items}
    tries = [*wholes(5), ("Inside", {**ONE, "n": 5}), ("Items", [{**TWO, "n": 5}])]
    tries += [("OrText", "text"), *(("AnyRequired", each) for each in (ONE, WHOLE))]
    with generated(schemas) as models:
        for name, value in tries:
            found = models.read(name, value)
            assert (found.written, found.drifts) == (value, [])


@pytest.mark.parametrize("keyword", ["additionalProperties", "unevaluatedProperties"])
def test_where_none_may_come_the_rest_is_read_as_before(keyword: str) -> None:
    beside = {name: {**schema, keyword: False} for name, (schema, _) in BESIDE.items()}
    with generated({**MORE, **beside}) as models:
        for name, (_, values) in BESIDE.items():
            for value in values:
                found = models.read(name, value)
                assert (found.written, found.drifts) == (value, [])


def test_what_another_variant_declares_is_no_further_property() -> None:
    further = {"type": "integer"}
    whole = {"anyOf": EITHER, "unevaluatedProperties": further}
    with generated({**BASE, "Whole": whole}) as models:
        for value in ({**WHOLE, "n": 5}, {**ONE, "n": 5}, {**TWO, "n": 5}):
            found = models.read("Whole", value)
            assert (found.written, found.drifts) == (value, [])
        assert models.read("Whole", {**ONE, "n": True}).drifts


@pytest.mark.parametrize(
    ("part", "further", "drifts"),
    [
        # `unevaluatedProperties` is about what no other schema has a word on.
        ({"additionalProperties": True}, "text", False),
        ({"additionalProperties": {"type": "integer"}}, 5, False),
        ({"additionalProperties": {"type": "integer"}}, True, True),
        ({}, True, False),
        ({}, 5, True),
    ],
)
def test_a_part_speaks_first(part: Tree, further: Tree, drifts: bool) -> None:
    base = {**BASE["Base"], **part}
    whole = extends("Base", unevaluatedProperties={"type": "boolean"})
    with generated({"Base": base, "Whole": whole}) as models:
        found = models.read("Whole", {**ONE, "n": further})
        assert found.written == {**ONE, "n": further}
        assert bool(found.drifts) == drifts
