"""Models that unions are made of, and how the variants of a union are told apart."""

from __future__ import annotations

from refine_values import alias, api, const, field, model, type_of

from generator.diagnostics import Notebook
from generator.ir.declarations import Declaration
from generator.ir.types import Boolean, Integer, Strategy, Union
from generator.refine.unions.discriminate import discriminate

CAT = model(
    "Cat", field("kind", const("cat"), required=True), field("lives", Integer())
)
DOG = model("Dog", field("kind", const("dog"), required=True), field("good", Boolean()))
PLAIN = model("Plain", field("a", required=True), field("b"))


def strategy(given: Union, *declarations: Declaration) -> tuple[Strategy, list[str]]:
    notebook = Notebook()
    result = discriminate(api(alias("It", given), *declarations), notebook)
    found = type_of(result, "It")
    assert isinstance(found, Union)
    return found.strategy, [each.code for each in notebook.findings]
