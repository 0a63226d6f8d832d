"""A null that a schema may require is sent back, and what didn't come isn't."""

from __future__ import annotations

import itertools
from typing import Any

import jsonschema
import pytest
from generated_models import document, generated
from schemas import extends, obj, one_of, ref, tells

Tree = Any

NULLABLE = {"type": ["string", "null"]}
TEXTS = obj(id=NULLABLE, name=NULLABLE)
REQUIRES = [{"required": ["id"]}, {"required": ["name"]}]
EITHER: Tree = {"anyOf": REQUIRES}
A = {"kind": {"const": "a"}}
B = obj("kind", kind={"const": "b"})
# Schemas whose properties are `id` and `name`, with further ones that a value has.
CASES: dict[str, tuple[Tree, Tree]] = {
    "AnyOf": ({**TEXTS, **EITHER}, {}),
    "OneOf": ({**TEXTS, "oneOf": REQUIRES}, {}),
    "BesideAllOf": (extends("Texts", **EITHER), {}),
    "InAllOf": ({"allOf": [ref("Texts"), EITHER]}, {}),
    "InAllOfInAllOf": ({"allOf": [ref("Texts"), {"allOf": [EITHER]}]}, {}),
    "BesideRef": ({**ref("Texts"), **EITHER}, {}),
    "Open": (
        {**TEXTS, "additionalProperties": {"type": "integer"}, **EITHER},
        {"n": 1},
    ),
    "Least": ({**TEXTS, "minProperties": 1}, {}),
    "Dependent": ({**TEXTS, "dependentRequired": {"id": ["name"]}}, {}),
    "DependentSchema": (
        {**TEXTS, "dependentSchemas": {"id": {"required": ["name"]}}},
        {},
    ),
    "Then": (
        {**TEXTS, "if": {"required": ["id"]}, "then": {"required": ["name"]}},
        {},
    ),
    "Else": (
        {**TEXTS, "if": {"required": ["id"]}, "else": {"required": ["name"]}},
        {},
    ),
    "Not": ({**TEXTS, "not": {"not": EITHER}}, {}),
    "Listed": (
        {**obj(id={"enum": ["x", None]}, name={"enum": ["x", None]}), **EITHER},
        {},
    ),
    "Anything": ({**obj(id={}, name={}), **EITHER}, {}),
    "Named": (
        {**obj(**{"id": NULLABLE, "name": NULLABLE, "the kind": {}}), **EITHER},
        {},
    ),
    "Variant": (
        {"oneOf": [{**obj("kind", **A, id=NULLABLE, name=NULLABLE), **EITHER}, B]},
        {"kind": "a"},
    ),
    "BesideVariants": (
        {**TEXTS, "oneOf": [obj("kind", **A), B], **EITHER},
        {"kind": "b"},
    ),
    "Parent": (
        {
            **obj("kind", kind="string", id=NULLABLE, name=NULLABLE),
            "discriminator": tells("kind"),
            **EITHER,
        },
        {"kind": "Child"},
    ),
    "Both": ({"anyOf": [obj("id", **TEXTS["properties"]), ref("NameRequired")]}, {}),
}
MORE = {
    "Texts": TEXTS,
    "Child": extends("Parent", own=obj(age="integer")),
    "NameRequired": obj("name", **TEXTS["properties"]),
    "Holder": obj(
        one=ref("AnyOf"),
        many={"type": "array", "items": ref("AnyOf")},
        by_key={"type": "object", "additionalProperties": ref("AnyOf")},
        either=one_of("AnyOf", "Other"),
    ),
    "Other": obj("x", x="string"),
}
SCHEMAS = {**MORE, **{name: schema for name, (schema, _) in CASES.items()}}
# A property that is not there, one that is null, and one with a value.
STATES: list[dict[str, Tree]] = [
    {key: item for key, item in (("id", one), ("name", other)) if item is not Ellipsis}
    for one, other in itertools.product((..., None, "x"), repeat=2)
]


def fits(name: str, value: Tree) -> bool:
    schema = {**document(SCHEMAS, "3.1.0"), **ref(name)}
    return bool(jsonschema.Draft202012Validator(schema).is_valid(value))


@pytest.fixture(scope="module")
def models() -> Any:
    with generated(SCHEMAS) as made:
        yield made


@pytest.mark.parametrize("name", CASES)
def test_what_fits_comes_back_as_it_was(models: Any, name: str) -> None:
    fitting = [
        value for state in STATES if fits(name, value := {**state, **CASES[name][1]})
    ]
    assert any(None in value.values() for value in fitting)
    for value in fitting:
        found = models.read(name, value)
        assert found.drifts == []
        assert fits(name, found.written)
        if name != "Both":
            assert found.written == value
        # To those who read, null and absence are alike.
        assert found.value.id == value.get("id")
        assert found.value.name == value.get("name")


def test_in_whatever_holds_it(models: Any) -> None:
    value = {"id": None}
    held = {
        "one": value,
        "many": [value, {"name": "x"}],
        "by_key": {"k": value},
        "either": value,
    }
    assert models.read("Holder", held).written == held


def test_elsewhere_they_are_alike() -> None:
    with generated({"Texts": TEXTS}) as models:
        assert models.read("Texts", {"id": None, "name": "x"}).written == {"name": "x"}


def test_what_departs_is_kept_all_the_same(models: Any) -> None:
    value = {"id": 5, "name": None}
    found = models.read("AnyOf", value)
    assert found.written == value
    assert len(found.drifts) == 1
