"""Types that have to fit at once: the narrowest one, or none."""

from __future__ import annotations

import pytest
from refine_compounds import OPEN, all_of, composed
from refine_values import (
    alias,
    api,
    const,
    field,
    model,
    model_of,
    operation,
    ref,
    type_of,
    union,
)

from generator.diagnostics import Notebook
from generator.ir.types import (
    Anything,
    Array,
    Binary,
    Boolean,
    Enumeration,
    Integer,
    Map,
    Nullable,
    Number,
    String,
    Tuple,
    Type,
)
from generator.refine.allof.compose import compose

PET = model("Pet", field("name"), field("tag"))


@pytest.mark.parametrize(
    ("parts", "want"),
    [
        ((String(), Anything()), String()),
        ((String(), String(format="uuid")), String(format="uuid")),
        ((Integer(format="int64"), Number()), Integer(format="int64")),
        ((Number(), Integer()), Integer()),
        ((String(), Binary()), Binary()),
        ((String(), OPEN), OPEN),
        ((OPEN, const("b", "c")), const("b")),
        ((Enumeration(values=("a", 1)), Integer()), Enumeration(values=(1,))),
        ((Enumeration(values=(1, 1.5)), Integer()), Enumeration(values=(1,))),
        ((Enumeration(values=(True, 1)), Boolean()), Enumeration(values=(True,))),
        ((Array(item=Anything()), Array(item=String())), Array(item=String())),
        (
            (Tuple(items=(Anything(),), rest=Anything()), Array(item=String())),
            Tuple(items=(String(),), rest=String()),
        ),
        ((Map(value=Anything()), Map(value=Integer())), Map(value=Integer())),
        ((Map(value=Anything()), ref("Pet")), ref("Pet")),
        ((union(String(), Integer()), Integer()), Integer()),
        (
            (union(String(), Integer(), Boolean()), union(Boolean(), String())),
            union(String(), Boolean()),
        ),
        ((ref("Word"), String()), ref("Word")),
        ((ref("Word"), const("a")), const("a")),
        ((ref("Kind"), String()), ref("Kind")),
        ((Nullable(inner=String()), Nullable(inner=OPEN)), Nullable(inner=OPEN)),
        ((Nullable(inner=String()), OPEN), OPEN),
        ((Nullable(inner=Anything()), OPEN), Nullable(inner=OPEN)),
        ((union(ref("Pet"), String()), Map(value=Anything())), ref("Pet")),
    ],
)
def test_the_narrowest_type_that_fits_all(parts: tuple[Type, ...], want: Type) -> None:
    others = (PET, alias("Word", String()), alias("Kind", OPEN))
    result = composed(alias("It", all_of(*parts)), *others)
    assert type_of(result, "It") == want
    nested = composed(model("Holder", field("it", all_of(*parts))), *others)
    assert model_of(nested, "Holder").fields[0].type == want


@pytest.mark.parametrize(
    "parts",
    [
        (String(), Integer()),
        (const("a"), const("b")),
        (Array(item=String()), Array(item=Integer())),
        (ref("Pet"), String()),
        (union(String(), Integer()), Boolean()),
    ],
)
def test_what_nothing_fits_is_anything_and_reported(parts: tuple[Type, ...]) -> None:
    notebook = Notebook()
    result = compose(api(alias("It", all_of(*parts)), PET), notebook)
    assert type_of(result, "It") == Anything()
    (finding,) = notebook.findings
    assert finding.code == "allof-conflict"
    assert finding.place is not None
    assert "`It`" in finding.message


def test_what_stands_in_operations_is_merged() -> None:
    given = operation(returns=all_of(String(), const("a")))
    result = compose(api(operations=(given,)), Notebook())
    assert result.operations[0].responses[0].content[0].type == const("a")
