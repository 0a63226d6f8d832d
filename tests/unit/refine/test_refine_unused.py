"""What no operation uses is named once, and nothing else is."""

from __future__ import annotations

from msgspec.structs import replace
from refine_values import alias, api, inline, model, operation, ref

from generator.diagnostics import Notebook
from generator.ir.api import Coverage
from generator.ir.declarations import Declaration
from generator.ir.types import Discriminator, Union, Variant
from generator.ir.unrefined import Compound
from generator.refine.unused import note_unused


def said(*declarations: Declaration) -> list[str]:
    notebook = Notebook()
    given = api(*declarations, operations=(operation(takes=ref("Used")),))
    assert note_unused(given, notebook) is given
    return [finding.message for finding in notebook.findings]


def test_everything_used() -> None:
    assert said(model("Used")) == []


def test_names_are_listed_up_to_a_number() -> None:
    some = [model(name) for name in "ABCDEFG"]
    begin = "no operation and no webhook uses"
    assert said(model("Used"), *some[:1]) == [f"{begin} `A`"]
    assert said(model("Used"), *some[:5]) == [f"{begin} `A`, `B`, `C`, `D`, `E`"]
    assert said(model("Used"), *some) == [f"{begin} `A`, `B`, `C`, `D`, `E` and 2 more"]


def test_parts_and_variants_are_used() -> None:
    variants = tuple(Variant(type=ref(id)) for id in "AB")
    used = alias(
        "Used", Compound(parts=(ref("C"), Union(variants=variants), inline("D")))
    )
    assert said(used, *map(model, "ABC")) == []


def test_what_may_stand_for_a_parent_is_used() -> None:
    rule = Discriminator(property="kind", mapping=(("mapped", "Mapped"),))
    declarations = (
        replace(model("Used"), discriminator=rule),
        model("Mapped"),
        alias("Child", Compound(parts=(ref("Used"), inline("Child/allOf/1")))),
        alias("Grandchild", Compound(parts=(Compound(parts=(ref("Child"),)),))),
        alias("Other", Compound(parts=(ref("Plain"),))),
        model("Plain"),
    )
    assert said(*declarations) == ["no operation and no webhook uses `Other`, `Plain`"]


def test_what_extends_a_parent_without_discriminator_is_not() -> None:
    child = alias("Child", Compound(parts=(ref("Used"), inline("Child/allOf/1"))))
    assert said(model("Used"), child) == ["no operation and no webhook uses `Child`"]


def test_a_second_name_is_no_model_of_its_own() -> None:
    second, third = alias("Second", ref("Used")), alias("Third", ref("Unused"))
    message = "no operation and no webhook uses `Unused`, `Third`"
    assert said(model("Used"), second, model("Unused"), third) == [message]


def test_nothing_is_said_beside_a_refused_operation() -> None:
    given = replace(
        api(model("Unused"), operations=()),
        coverage=Coverage(operations=1, operations_kept=0, schemas=1),
    )
    notebook = Notebook()
    assert note_unused(given, notebook) is given
    assert notebook.findings == ()
