from __future__ import annotations

import pytest
from refine_values import (
    alias,
    api,
    const,
    field,
    inline,
    model,
    model_of,
    ref,
    type_of,
    union,
)

from generator.diagnostics import Notebook
from generator.ir.declarations import Model
from generator.ir.types import (
    Anything,
    Array,
    Enumeration,
    Integer,
    Map,
    Nothing,
    Null,
    Nullable,
    String,
    Type,
)
from generator.ir.unrefined import Compound
from generator.refine.unions.normalize import normalize

MAYBE = Nullable(inner=String())


def simplified(type: Type) -> Type:
    result = normalize(
        api(
            model("Note", field("x", type)),
            alias("Maybe", MAYBE),
            alias("Text", String()),
            alias("Deep", union(Integer(), ref("Maybe"))),
            alias("Listed", Enumeration(values=("a", None))),
        ),
        Notebook(),
    )
    return model_of(result, "Note").fields[0].type


@pytest.mark.parametrize(
    ("given", "want"),
    [
        (String(), String()),
        (Nullable(inner=MAYBE), MAYBE),
        (Nullable(inner=Null()), Null()),
        (Nullable(inner=Nothing()), Null()),
        (ref("Text"), ref("Text")),
        (ref("Maybe"), Nullable(inner=ref("Maybe"))),
        (ref("Deep"), Nullable(inner=ref("Deep"))),
        (ref("Listed"), Nullable(inner=ref("Listed"))),
        (Nullable(inner=ref("Maybe")), Nullable(inner=ref("Maybe"))),
        (Array(item=ref("Maybe")), Array(item=Nullable(inner=ref("Maybe")))),
        (union(String(), Null()), MAYBE),
        (
            union(String(), Integer(), Null()),
            Nullable(inner=union(String(), Integer())),
        ),
        (union(MAYBE, Integer()), Nullable(inner=union(String(), Integer()))),
        (
            union(ref("Maybe"), Integer()),
            Nullable(inner=union(ref("Maybe"), Integer())),
        ),
        (
            union(String(), union(Integer(), Null())),
            Nullable(inner=union(String(), Integer())),
        ),
        (union(String(), Nothing()), String()),
        (union(Nothing()), Nothing()),
        (union(Null()), Null()),
        (Enumeration(values=("a", None)), Nullable(inner=const("a"))),
        (Enumeration(values=(None,)), Null()),
        (Compound(parts=(MAYBE, Anything())), MAYBE),
        (Compound(parts=(MAYBE, MAYBE)), MAYBE),
        (Compound(parts=(String(), Nullable(inner=Anything()))), MAYBE),
        (
            Compound(parts=(MAYBE, const("a"))),
            Compound(parts=(String(), const("a"))),
        ),
        (
            Compound(parts=(MAYBE, Nullable(inner=const("a")))),
            Nullable(inner=Compound(parts=(String(), const("a")))),
        ),
    ],
)
def test_null_stands_around(given: Type, want: Type) -> None:
    assert simplified(given) == want
    assert simplified(simplified(given)) == want


@pytest.mark.parametrize(
    ("given", "want"),
    [
        (MAYBE, String()),
        (union(String(), Integer(), Null()), union(String(), Integer())),
        (Nullable(inner=ref("Other")), ref("Other")),
        (Null(), Null()),
        (Enumeration(values=("a", None)), const("a")),
    ],
)
def test_declarations_are_without_null(given: Type, want: Type) -> None:
    result = normalize(api(alias("Maybe", given), model("Other")), Notebook())
    assert type_of(result, "Maybe") == want


def test_a_model_that_may_be_null_stays_a_model() -> None:
    maybe = Nullable(inner=inline("Note/properties", field("a")))
    result = normalize(
        api(alias("Note", maybe), alias("Notes", Map(value=ref("Note")))), Notebook()
    )
    note = model_of(result, "Note")
    assert isinstance(note, Model)
    assert [each.name.wire for each in note.fields] == ["a"]
    assert note.name.wire == "Note"
    assert type_of(result, "Notes") == Map(value=Nullable(inner=ref("Note")))


def test_a_long_chain_of_aliases_is_followed() -> None:
    chain = [alias(f"A{at}", ref(f"A{at + 1}")) for at in range(3000)]
    result = normalize(
        api(*chain, alias("A3000", MAYBE), model("N", field("x", ref("A0")))),
        Notebook(),
    )
    assert model_of(result, "N").fields[0].type == Nullable(inner=ref("A0"))
    assert type_of(result, "A0") == ref("A1")
