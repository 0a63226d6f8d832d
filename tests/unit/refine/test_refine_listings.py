"""Unions that list each other: joining doesn't write them out again and again."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from refine_values import alias, api, field, model, ref, type_of, union

from generator.diagnostics import Notebook, Place
from generator.ir.declarations import Declaration
from generator.ir.types import Anything, Array, Integer, String, Type
from generator.refine.types.subsumed import Subsumption
from generator.refine.unions.join import join_unions

MANY = 20


def chain(*, with_models: bool) -> tuple[Declaration, ...]:
    """Unions M0, M1, … each of the next and of lists of it, or of it and of a model."""
    chained: list[Declaration] = [alias(f"M{MANY}", String())]
    for n in range(MANY):
        below = ref(f"M{n + 1}")
        item = union(below, ref(f"P{n}")) if with_models else below
        whole = alias(f"M{n}", union(below, Array(item=item)))
        chained.append(replace(whole, place=Place("a.yaml", f"/{n}")))
        chained.append(model(f"P{n}", field("it", below)))
    return tuple(chained)


def test_a_list_of_what_a_union_lists_is_a_list_of_the_union() -> None:
    result = join_unions(api(*chain(with_models=False)), Notebook())
    for n in range(MANY - 1):
        last = ref(f"M{MANY}")
        assert type_of(result, f"M{n}") == union(last, Array(item=ref(f"M{n + 1}")))


def test_what_grows_by_powers_ends_as_any_value() -> None:
    notebook = Notebook()
    result = join_unions(api(*chain(with_models=True)), notebook)
    assert len(repr(result)) < 500_000
    hints = {one.hint for one in notebook.findings}
    assert len(hints) == 1
    assert all("any value" in hint for hint in hints)
    assert all(one.place is not None for one in notebook.findings)
    assert "Anything" in repr(result)


A, B, C = ref("A"), ref("B"), ref("C")
DECLARED = (
    alias("A", union(B, Integer())),
    alias("B", union(C, String())),
    alias("C", Anything()),
    alias("D", union(ref("E"), C)),
    alias("E", union(ref("D"), String())),
    alias("F", A),
)


@pytest.mark.parametrize(
    ("given", "want"),
    [
        ([A, B, C], [A]),
        ([C, A], [A]),
        ([B, Integer()], [B, Integer()]),
        ([ref("F"), B], [ref("F")]),
        ([ref("D"), ref("E")], [ref("D"), ref("E")]),
        ([Array(item=A), B], [Array(item=A), B]),
    ],
)
def test_the_widest(given: list[Type], want: list[Type]) -> None:
    subsumption = Subsumption({each.id: each for each in DECLARED})
    assert subsumption.without_subsumed(given) == want
