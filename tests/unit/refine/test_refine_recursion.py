"""Types that hold themselves, and tuples: what the passes make of them."""

from __future__ import annotations

import pytest
from refine_values import alias, api, model, ref, type_of, union, using

from generator.diagnostics import Notebook
from generator.ir.declarations import Declaration
from generator.ir.types import (
    Anything,
    Array,
    Integer,
    Map,
    Nothing,
    Null,
    Nullable,
    String,
    Tuple,
    Type,
    Union,
)
from generator.ir.unrefined import Compound
from generator.refine import refine
from generator.refine.unions.join import join_unions
from generator.refine.unions.tuples import widen_tuples


def exactly(*items: Type) -> Tuple:
    return Tuple(items=items, rest=Nothing(), least=len(items))


@pytest.mark.parametrize(
    ("given", "want"),
    [
        (exactly(Integer(), String()), exactly(Integer(), String())),
        (
            Tuple(items=(Integer(), String()), rest=Nothing()),
            Array(item=union(Integer(), String())),
        ),
        (
            Tuple(items=(Integer(), String()), rest=ref("Cat"), least=2),
            Array(item=union(Integer(), String(), ref("Cat"))),
        ),
        (
            Tuple(items=(Integer(), Integer()), rest=Nothing(), least=1),
            Array(item=Integer()),
        ),
        (
            Tuple(items=(Integer(), Anything()), rest=Nothing()),
            Array(item=Anything()),
        ),
        (Tuple(items=(Integer(),), rest=Anything()), Array(item=Anything())),
        (
            Map(value=Tuple(items=(Integer(),), rest=String())),
            Map(value=Array(item=union(Integer(), String()))),
        ),
    ],
)
def test_tuples_that_are_not_exact_become_lists(given: Type, want: Type) -> None:
    once = widen_tuples(api(alias("It", given), model("Cat")), Notebook())
    assert type_of(once, "It") == want


@pytest.mark.parametrize(
    ("parts", "want"),
    [
        (
            (exactly(Integer(), Anything()), exactly(Anything(), String())),
            exactly(Integer(), String()),
        ),
        (
            (
                Tuple(items=(Integer(),), rest=Anything()),
                Tuple(items=(Anything(), String()), rest=Nothing(), least=2),
            ),
            exactly(Integer(), String()),
        ),
        (
            (
                exactly(Integer()),
                Tuple(items=(Integer(), String()), rest=Anything()),
            ),
            exactly(Integer()),
        ),
        (
            (
                Tuple(items=(Integer(), Anything()), rest=Nothing(), least=2),
                Array(item=Integer()),
            ),
            exactly(Integer(), Integer()),
        ),
    ],
)
def test_an_all_of_of_tuples_is_merged_by_position(
    parts: tuple[Type, ...], want: Type
) -> None:
    given = alias("It", Compound(parts=parts, id="It"))
    refined = refine(using(given), Notebook())
    assert type_of(refined, "It") == want


def test_tuples_of_different_lengths_fit_no_value_at_once() -> None:
    notebook = Notebook()
    parts = (exactly(Integer()), exactly(Integer(), Integer()))
    given = alias("It", Compound(parts=parts, id="It"))
    refined = refine(using(given), notebook)
    assert type_of(refined, "It") == Anything()
    assert [each.code for each in notebook.findings] == ["allof-conflict"]


RECURSIVE: list[tuple[tuple[Declaration, ...], Type]] = [
    ((alias("It", Array(item=ref("It"))),), Array(item=ref("It"))),
    (
        (alias("It", union(String(), Array(item=ref("It")), Map(value=ref("It")))),),
        union(String(), Array(item=ref("It")), Map(value=ref("It"))),
    ),
    # Two lists are one, whose items are the thing itself or something else.
    (
        (alias("It", union(String(), Array(item=ref("It")), Array(item=Integer()))),),
        union(
            String(),
            Array(item=union(ref("It"), Integer()), kinds=(ref("It"), Integer())),
        ),
    ),
    (
        (
            alias("It", union(Array(item=ref("Other")), Array(item=ref("It")))),
            alias("Other", union(String(), Array(item=ref("It")))),
        ),
        Array(
            item=union(String(), Array(item=ref("It")), ref("It")),
            kinds=(ref("Other"), ref("It")),
        ),
    ),
    (
        (
            alias("It", union(ref("Nest"), ref("Net"))),
            alias("Nest", Array(item=ref("Nest"))),
            alias("Net", Array(item=ref("Net"))),
        ),
        union(ref("Nest"), ref("Net")),
    ),
    (
        (
            alias("It", union(Array(item=ref("Nest")), Array(item=ref("Net")))),
            alias("Nest", Array(item=ref("Nest"))),
            alias("Net", Array(item=ref("Net"))),
        ),
        Array(item=union(ref("Nest"), ref("Net")), kinds=(ref("Nest"), ref("Net"))),
    ),
    (
        (
            alias("It", union(Map(value=ref("It")), Map(value=ref("Net")))),
            alias("Net", Map(value=ref("Net"))),
        ),
        Map(value=union(ref("It"), ref("Net"))),
    ),
    (
        (alias("It", union(Integer(), Array(item=Nullable(inner=ref("It"))), Null())),),
        union(Integer(), Array(item=Nullable(inner=ref("It")))),
    ),
]


@pytest.mark.parametrize(("given", "want"), RECURSIVE)
def test_what_holds_itself_keeps_its_type(
    given: tuple[Declaration, ...], want: Type
) -> None:
    once = join_unions(api(*given), Notebook())
    found = type_of(once, "It")
    assert (found.inner if isinstance(found, Nullable) else found) == want
    assert join_unions(once, Notebook()) == once


@pytest.mark.parametrize(("given", "want"), RECURSIVE)
def test_no_circle_is_left_as_any_value(
    given: tuple[Declaration, ...], want: Type
) -> None:
    del want
    refined = refine(using(*given), Notebook())
    assert "anything" not in repr(refined.declarations).lower()
    assert isinstance(type_of(refined, "It"), Array | Map | Union)
