"""Which values of a discriminator mean which variant: mapping, names, and what is listed."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from refine_unions import strategy
from refine_values import alias, const, field, model, ref, union

from generator.ir.declarations import Declaration, InPlace, Model
from generator.ir.types import (
    Boolean,
    Discriminator,
    Enumeration,
    Integer,
    Selected,
    String,
    Tagged,
    Type,
)
from generator.ir.value import Scalar
from generator.refine.unions.tags import TagClaim, declared_tags

Pairs = tuple[tuple[str, int], ...]


def kinds(*values: Scalar) -> Enumeration:
    return Enumeration(values=values)


def pair(first: Type, second: Type) -> tuple[Model, Model]:
    """Two models of other properties, both with a tag of these types."""
    return (
        model("In", field("t", first, required=True), field("a")),
        model("Out", field("t", second, required=True), field("b")),
    )


BOTH = const("in", "out")
NAMES = const("In", "Out")
FULL = (("in", "In"), ("out", "Out"))


@pytest.mark.parametrize(
    ("models", "mapping", "tags"),
    [
        # A mapping decides about values that both list, and a name that both do.
        (pair(BOTH, BOTH), FULL, (("in", 0), ("out", 1))),
        (pair(ref("Kind"), ref("Kind")), FULL, (("in", 0), ("out", 1))),
        (pair(NAMES, NAMES), (), (("In", 0), ("Out", 1))),
        # What one is mapped to alone leaves the rest of a shared list to the other.
        (pair(BOTH, BOTH), FULL[:1], (("in", 0), ("out", 1))),
        # A list of one's own counts, and then a name that isn't in it doesn't.
        (pair(const("x", "y"), const("z")), (), (("x", 0), ("y", 0), ("z", 1))),
        (pair(const("x"), String()), FULL[:1], (("in", 0), ("x", 0), ("Out", 1))),
        # All but strings are tags by their JSON text.
        (pair(kinds(1), kinds(2)), (), (("1", 0), ("2", 1))),
        (
            pair(kinds(1, 2), kinds(1, 2)),
            (("1", "In"), ("2", "Out")),
            (("1", 0), ("2", 1)),
        ),
        (pair(Integer(), Integer()), (("1", "In"), ("2", "Out")), (("1", 0), ("2", 1))),
        (pair(kinds(1.0), kinds(2.5)), (), (("1", 0), ("2.5", 1))),
        (pair(kinds(True), kinds(False)), (), (("true", 0), ("false", 1))),
        (
            pair(Boolean(), Boolean()),
            (("true", "In"), ("false", "Out")),
            (("true", 0), ("false", 1)),
        ),
    ],
)
def test_every_value_means_one_variant(
    models: tuple[Model, Model], mapping: Pairs, tags: Pairs
) -> None:
    rule = Discriminator(property="t", mapping=mapping)
    given = union(ref("In"), ref("Out"), rule=rule)
    found, codes = strategy(given, *models, alias("Kind", BOTH))
    assert isinstance(found, Tagged)
    assert (found.property, found.tags) == ("t", tags)
    assert codes == []


@pytest.mark.parametrize(
    ("models", "tags"),
    [
        # Both list both, and nothing says which is which.
        (pair(BOTH, BOTH), ()),
        # What only one lists means it, and what both do is left to the evidence.
        (pair(const("x", "z"), const("y", "z")), (("x", 0), ("y", 1))),
    ],
)
def test_where_values_are_left_the_evidence_decides(
    models: tuple[Model, Model], tags: Pairs
) -> None:
    rule = Discriminator(property="t")
    found, _ = strategy(union(ref("In"), ref("Out"), rule=rule), *models)
    assert isinstance(found, Selected)
    assert found.tags == tags


def test_a_schema_written_in_place_has_no_name_to_go_by() -> None:
    rule = Discriminator(property="t")
    own = [field("t", required=True), field("a")], [field("t", required=True)]
    first, second = (
        replace(model(f"Holder/oneOf/{at}", *each), origin=InPlace())
        for at, each in enumerate(own)
    )
    given = union(ref(first.id), ref(second.id), rule=rule)
    found, _ = strategy(given, first, second)
    assert isinstance(found, Selected)
    assert found.tags == ()


@pytest.mark.parametrize(
    ("claims", "mapping", "tags"),
    [
        # The base of a family lists all that its children do, and takes what they leave.
        (
            [
                TagClaim(("A",), ("Base",), "", "A", ("a", "b", "c")),
                TagClaim(("B",), ("Base",), "", "B", ("a", "b", "c")),
                TagClaim(
                    ("Base#base",), (), "", "Base", ("a", "b", "c"), schemas=("Base",)
                ),
            ],
            (("a", "A"), ("b", "B")),
            (("a",), ("b",), ("c",)),
        ),
        (
            [
                TagClaim(("A",), ("Base",), "", "A", ("a", "b")),
                TagClaim(("B",), ("Base",), "", "B", ("a", "b")),
                TagClaim(("Base#base",), (), "", "Base", ("a", "b"), schemas=("Base",)),
            ],
            (("a", "A"),),
            (("a",), ("b",), ()),
        ),
        # What a schema says of itself comes after the mapping, and before its name.
        (
            [
                TagClaim(("A",), (), "#A", "A"),
                TagClaim(("B",), (), "#B", "B"),
                TagClaim(("C",), (), "b", "C"),
            ],
            (("b", "B"),),
            (("#A",), ("b", "#B"), ("C",)),
        ),
        # Of those that extend what the mapping says, the nearest is meant.
        (
            [TagClaim(("H&C",), ("C", "B", "A")), TagClaim(("H&B",), ("B", "A"))],
            (("b", "B"), ("c", "C")),
            (("c",), ("b",)),
        ),
        (
            [TagClaim(("X",), ("B", "X1")), TagClaim(("Y",), ("B", "Y1"))],
            (("b", "B"),),
            ((), ()),
        ),
    ],
)
def test_parents_and_children_share_what_they_list(
    claims: list[TagClaim], mapping: Pairs, tags: tuple[tuple[str, ...], ...]
) -> None:
    rule = Discriminator(property="t", mapping=mapping)
    assert declared_tags(rule, claims).tags == tags


def test_a_mapping_may_lead_to_a_union() -> None:
    inner = union(ref("In"), ref("Out"), rule=Discriminator(property="t", mapping=FULL))
    third = model("Third", field("t", required=True))
    declared: list[Declaration] = [
        *pair(String(), String()),
        alias("Inner", inner),
        third,
    ]
    for mapping in (
        (("in", "Inner"), ("out", "Inner"), ("3", "Third")),
        (("3", "Third"),),
    ):
        rule = Discriminator(property="t", mapping=mapping)
        found, _ = strategy(union(ref("Inner"), ref("Third"), rule=rule), *declared)
        assert isinstance(found, Tagged)
        assert found.tags == (("in", 0), ("out", 0), ("3", 1))
