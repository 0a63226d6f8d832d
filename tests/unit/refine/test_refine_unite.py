"""Variants that need not be told apart are joined, and no others."""

from __future__ import annotations

import pytest
from refine_unions import CAT, DOG, PLAIN
from refine_values import alias, api, const, field, model, model_of, ref, type_of, union

from generator.diagnostics import Notebook
from generator.ir.types import (
    Anything,
    Array,
    Binary,
    Boolean,
    Discriminator,
    Enumeration,
    Integer,
    Map,
    Nothing,
    Null,
    Nullable,
    Number,
    String,
    Tuple,
    Type,
)
from generator.refine.unions.join import join_unions

DATE, MOMENT = String(format="date"), String(format="date-time")
ANY_TEXT = Enumeration(values=("a",), base=String(), takes_any=True)
PAIR = Tuple(items=(Integer(), String()), rest=Nothing(), least=2)


@pytest.mark.parametrize(
    ("given", "want"),
    [
        (union(String(), Integer()), union(String(), Integer())),
        (union(String(), String()), String()),
        (union(DATE, String(format="uuid")), String()),
        (union(DATE, MOMENT), union(DATE, MOMENT)),
        (union(MOMENT, DATE, MOMENT), union(MOMENT, DATE)),
        (union(MOMENT, Integer(), DATE), union(MOMENT, Integer(), DATE)),
        (union(DATE, MOMENT, String()), String()),
        (union(DATE, MOMENT, String(format="uuid")), String()),
        (union(DATE, Nullable(inner=MOMENT)), Nullable(inner=union(DATE, MOMENT))),
        (union(DATE, DATE), DATE),
        (union(Integer(), Number()), union(Integer(), Number())),
        (
            union(Number(format="float"), Integer(), Number(), Integer(format="int64")),
            union(Integer(), Number()),
        ),
        (union(Integer(format="int32"), Integer(format="int64")), Integer()),
        (union(const("a"), const("b")), const("a", "b")),
        (union(const("a"), String()), ANY_TEXT),
        (union(ANY_TEXT, const("a")), ANY_TEXT),
        (
            union(Enumeration(values=("a",), base=String()), const("a")),
            Enumeration(values=("a",), base=String()),
        ),
        (union(const("a"), const("b"), Integer()), union(const("a", "b"), Integer())),
        (
            union(Enumeration(values=("a", 1)), Integer()),
            union(const("a"), Enumeration(values=(1,), base=Integer())),
        ),
        (union(Boolean(), Enumeration(values=(True,))), Boolean()),
        (
            union(Enumeration(values=(True,)), Enumeration(values=(False,))),
            Enumeration(values=(True, False)),
        ),
        (union(ref("Word"), Integer()), union(ref("Word"), Integer())),
        (union(ref("Word"), const("a")), ANY_TEXT),
        (union(Binary(), String()), union(Binary(), String())),
        (
            union(Array(item=String()), Array(item=Integer())),
            Array(item=union(String(), Integer()), kinds=(String(), Integer())),
        ),
        (
            union(Array(item=String()), Array(item=DATE)),
            Array(item=String(), kinds=(String(), DATE)),
        ),
        (
            union(Array(item=String()), PAIR, Array(item=Integer())),
            union(
                Array(item=union(String(), Integer()), kinds=(String(), Integer())),
                PAIR,
            ),
        ),
        (union(PAIR, PAIR), PAIR),
        (
            union(Map(value=Integer()), String(), Map(value=Number())),
            union(Map(value=union(Integer(), Number())), String()),
        ),
        (union(String(), Anything()), Anything()),
        (union(ref("Cat"), ref("Cat")), ref("Cat")),
        (union(ref("Cat"), ref("Pets")), union(ref("Cat"), ref("Dog"))),
        (union(ref("Cat"), ref("Ruled")), union(ref("Cat"), ref("Ruled"))),
        (union(Null(), Nullable(inner=String())), Nullable(inner=String())),
        (
            union(Nullable(inner=const("a")), const("b")),
            Nullable(inner=const("a", "b")),
        ),
        (Nullable(inner=Anything()), Anything()),
    ],
)
def test_variants_that_need_not_be_reported_apart_are_joined(
    given: Type, want: Type
) -> None:
    others = (
        CAT,
        DOG,
        alias("Word", String()),
        alias("Pets", union(ref("Cat"), ref("Dog"))),
        alias(
            "Ruled", union(ref("Cat"), ref("Dog"), rule=Discriminator(property="kind"))
        ),
    )
    once = join_unions(api(model("It", field("x", given)), *others), Notebook())
    assert model_of(once, "It").fields[0].type == want
    assert join_unions(once, Notebook()) == once


def test_a_union_that_is_opened_brings_its_mapping_along() -> None:
    rule = Discriminator(property="kind", mapping=(("plain", "Plain"), ("dog", "Dog")))
    own = Discriminator(
        property="kind", mapping=(("cat", "Cat"), ("dog", "Cat")), default="Cat"
    )
    given = union(ref("Pets"), ref("Plain"), rule=rule)
    pets = alias("Pets", union(ref("Cat"), ref("Dog"), rule=own))
    result = join_unions(api(alias("It", given), pets, CAT, DOG, PLAIN), Notebook())
    mapping = (("cat", "Cat"), ("dog", "Dog"), ("plain", "Plain"))
    both = Discriminator(property="kind", mapping=mapping, default="Cat")
    assert type_of(result, "It") == union(
        ref("Cat"), ref("Dog"), ref("Plain"), rule=both
    )


def test_a_union_that_a_mapping_names_stays_whole() -> None:
    rule = Discriminator(property="kind", mapping=(("pet", "Pets"),))
    given = union(ref("Cat"), ref("Pets"), rule=rule)
    pets = alias("Pets", union(ref("Dog"), ref("Plain")))
    result = join_unions(api(alias("It", given), pets, CAT, DOG, PLAIN), Notebook())
    assert type_of(result, "It") == given
