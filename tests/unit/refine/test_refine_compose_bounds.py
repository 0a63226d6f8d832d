"""Compounds that would grow without end: merged once, widened or refused."""

from __future__ import annotations

import time

import pytest
from refine_compounds import all_of, composed
from refine_values import (
    alias,
    api,
    by_id,
    field,
    inline,
    model,
    model_of,
    names_of,
    ref,
    union,
)

from generator.diagnostics import Notebook, Severity
from generator.ir.declarations import Declaration, Model
from generator.ir.types import Anything, Array, String, Type
from generator.refine.allof.compose import compose


def test_too_many_combinations_leave_the_properties_optional() -> None:
    def many(letter: str) -> Type:
        return union(
            *(
                inline(f"{letter}{at}", field(f"{letter}{at}", required=True))
                for at in range(9)
            )
        )

    notebook = Notebook()
    result = compose(api(alias("It", all_of(many("a"), many("b")))), notebook)
    assert [each.code for each in notebook.findings] == ["allof-widened"]
    variants = [each for each in result.declarations if isinstance(each, Model)]
    assert len(variants) == 9
    first = {each.name.wire: each.required for each in variants[0].fields}
    assert first["a0"]
    assert set(first) == {"a0", *(f"b{at}" for at in range(9))}
    assert not any(first[f"b{at}"] for at in range(9))


def test_two_named_objects_at_once_are_a_third_that_may_be_recursive() -> None:
    one = model("A", field("next", ref("A")), field("x"))
    other = model("B", field("next", ref("B")), field("y"))
    it = alias("It", all_of(ref("A"), ref("B")))
    result = composed(it, one, other)
    assert model_of(result, "It").fields[0].type == ref("A & B")
    both = model_of(result, "A & B")
    assert [each.name.wire for each in both.fields] == ["next", "x", "y"]
    assert both.fields[0].type == ref("A & B")
    assert names_of(result)["a_and_b"] == "A & B"


@pytest.mark.parametrize(
    ("declarations", "codes"),
    [
        ((alias("A", all_of(ref("A"), inline("x", field("a")))),), 1),
        (
            (
                alias("A", all_of(ref("B"), inline("x", field("a")))),
                alias("B", all_of(ref("A"), inline("y", field("b")))),
            ),
            1,
        ),
        ((alias("A", ref("A")),), 1),
        ((alias("A", union(ref("A"), String())),), 1),
        ((alias("A", all_of(ref("Gone"), inline("x", field("a")))),), 1),
    ],
)
def test_what_is_a_part_of_itself_is_refused_with_its_place(
    declarations: tuple[Declaration, ...], codes: int
) -> None:
    notebook = Notebook()
    result = compose(api(*declarations), notebook)
    assert [each.code for each in notebook.findings] == ["allof-recursive"] * codes
    assert all(each.severity is Severity.ERROR for each in notebook.findings)
    assert all(each.place is not None for each in notebook.findings)
    assert set(by_id(result)) == {each.id for each in declarations}


def test_a_reference_to_itself_in_a_field_is_fine() -> None:
    parts = all_of(inline("x", field("children", Array(item=ref("Node")))), Anything())
    assert model_of(composed(alias("Node", parts)), "Node").fields[0].type == Array(
        item=ref("Node")
    )


def test_doubling_chains_are_merged_once() -> None:
    size = 400
    chain: list[Declaration] = [
        alias(
            f"A{at}",
            all_of(
                ref(f"A{at + 1}"),
                ref(f"A{at + 1}"),
                inline(f"x{at}", field(f"f{at % 7}")),
            ),
        )
        for at in range(size)
    ]
    started = time.process_time()
    result = composed(*chain, model(f"A{size}", field("end")))
    assert time.process_time() - started < 2
    assert len(model_of(result, "A0").fields) == 8


def test_products_of_products_stay_bounded() -> None:
    parts: list[Declaration] = [
        alias(f"U{at}", union(*(ref(f"M{at}_{one}") for one in range(6))))
        for at in range(8)
    ]
    leaves = [
        model(f"M{at}_{one}", field(f"f{at}_{one}"))
        for at in range(8)
        for one in range(6)
    ]
    whole = alias(
        "It", all_of(*(ref(f"U{at}") for at in range(8)), inline("x", field("y")))
    )
    result = compose(api(whole, *parts, *leaves), Notebook())
    assert len(result.declarations) < 200
