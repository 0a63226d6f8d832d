"""How declarations refer to each other, in one place for refine and the targets."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from generator.diagnostics import Place
from generator.ir.declarations import Alias, Declaration, Model
from generator.ir.graph import closure, definition_order, flatten, in_definition_order
from generator.ir.name import Name
from generator.ir.types import (
    Array,
    Boolean,
    Null,
    Nullable,
    Reference,
    String,
    Type,
    Union,
    Variant,
)
from generator.targets.python.types.spelled_at import missing_at

PLACE = Place("")
MODEL = Model(id="model", name=Name(wire="Model"), place=PLACE, fields=())


def alias(id: str, type: Type) -> Alias:
    return Alias(id=id, name=Name(wire=id), place=PLACE, type=type)


def one_of(*types: Type) -> Union:
    return Union(variants=tuple(Variant(type=type) for type in types))


LOOP = alias("loop", one_of(Reference(id="loop"), String()))
NESTED = alias("nested", one_of(Reference(id="model"), Reference(id="loop")))
DECLARED: dict[str, Declaration] = {
    "model": MODEL,
    "loop": LOOP,
    "nested": NESTED,
    "maybe": alias("maybe", Nullable(inner=Reference(id="nested"))),
    "endless": alias("endless", Reference(id="endless")),
}


@pytest.mark.parametrize(
    ("type", "wanted"),
    [
        (Boolean(), [Boolean()]),
        (Reference(id="model"), [MODEL]),
        (Reference(id="loop"), [String()]),
        (Reference(id="maybe"), [Null(), MODEL, String()]),
        (one_of(Boolean(), Reference(id="nested")), [Boolean(), MODEL, String()]),
        (Array(item=Reference(id="loop")), [Array(item=Reference(id="loop"))]),
        (Reference(id="endless"), []),
        (Reference(id="nowhere"), []),
    ],
)
def test_a_type_is_flat_behind_aliases_and_within_unions(
    type: Type, wanted: list[Type | Model]
) -> None:
    assert list(flatten(type, DECLARED.get)) == wanted


def test_a_closure_holds_what_names_lead_to() -> None:
    uses = {"a": ["b"], "b": ["a", "c"], "c": [], "d": ["a"]}
    assert closure(["a"], lambda name: uses[name]) == {"a", "b", "c"}
    assert closure([], lambda name: uses[name]) == frozenset()


def test_declarations_stand_after_those_that_they_need() -> None:
    needs = {"maybe": ["nested"], "nested": ["model", "loop"], "loop": ["loop"]}
    ordered = in_definition_order(
        [DECLARED["maybe"], NESTED, LOOP, MODEL], lambda item: needs.get(item.id, [])
    )
    assert [item.id for item in ordered] == ["model", "loop", "nested", "maybe"]


def test_definitions_stand_after_what_they_need() -> None:
    positions = definition_order({"a": ("b", "c"), "b": ("c", "elsewhere"), "c": ()})
    assert positions == {"c": 0, "b": 1, "a": 2}
    assert not missing_at("a", positions)("b")
    assert missing_at("c", positions)("a")
    assert not missing_at("c", positions)("elsewhere")


def test_a_cycle_is_cut_somewhere_and_only_there() -> None:
    positions = definition_order({"a": ("b",), "b": ("a",), "c": ("c",)})
    assert sorted(positions.values()) == [0, 1, 2]
    assert missing_at("c", positions)("c")
    assert missing_at("b", positions)("a") != missing_at("a", positions)("b")


def test_a_long_chain_needs_no_recursion() -> None:
    chain = {str(n): (str(n + 1),) for n in range(20_000)} | {"20000": ()}
    assert definition_order(chain)["0"] == 20_000


# What a loop over references would look at.
FOLLOWED = {"Alias", "Reference", "references", "declared_types", "inner_types"}


def test_no_target_follows_references_by_a_loop_of_its_own() -> None:
    loops = [
        f"{path}:{node.lineno}"
        for path in Path("generator/targets").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.While)
        if any(isinstance(n, ast.Name) and n.id in FOLLOWED for n in ast.walk(node))
    ]
    assert loops == []
