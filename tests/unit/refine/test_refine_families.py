"""A parent that names its children by a property stands for them and for itself."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from refine_unions import strategy
from refine_values import by_id, field, model, model_of, names_of, ref, type_of, using

from generator.diagnostics import Notebook
from generator.ir.declarations import Model
from generator.ir.types import Discriminator, Integer, Tagged, Type, Union, Variant
from generator.ir.value import Docs, Text
from generator.refine.allof.inheritance import expand_inheritance


def child(id: str, *parents: str, **more: Type) -> Model:
    fields = [field("kind", required=True), *(field(*each) for each in more.items())]
    return replace(model(id, *fields), parents=parents)


RULE = Discriminator(property="kind", mapping=(("cat", "Cat"),))
PET = replace(model("Pet", field("kind", required=True)), discriminator=RULE)


def test_a_parent_becomes_the_union_of_its_children_and_itself() -> None:
    result = expand_inheritance(
        using(PET, child("Cat", "Pet", lives=Integer()), child("Dog", "Pet")),
        Notebook(),
    )
    pet = type_of(result, "Pet")
    assert isinstance(pet, Union)
    assert pet.variants == tuple(
        Variant(type=ref(id)) for id in ("Cat", "Dog", "Pet#base")
    )
    assert pet.discriminator == replace(RULE, default="Pet#base")
    assert names_of(result)["pet_base"] == "Pet#base"
    assert model_of(result, "Pet#base").discriminator is None
    found, codes = strategy(pet, *by_id(result).values())
    assert isinstance(found, Tagged)
    assert found.tags == (("cat", 0), ("Dog", 1), ("Pet", 2))
    assert found.default == 2
    assert codes == []


@pytest.mark.parametrize(
    ("said", "want"),
    [("", "What every `Pet` has, whatever its kind."), ("A pet.", "A pet.")],
)
def test_a_base_says_what_it_is(said: str, want: str) -> None:
    pet = replace(PET, docs=Docs(description=Text(raw=said)))
    result = expand_inheritance(using(pet, child("Cat", "Pet")), Notebook())
    assert model_of(result, "Pet#base").docs.description.raw == want


def test_a_child_with_children_is_a_parent_too() -> None:
    result = expand_inheritance(
        using(PET, child("Cat", "Pet"), child("Lion", "Cat", "Pet")), Notebook()
    )
    pet, cat = type_of(result, "Pet"), type_of(result, "Cat")
    assert isinstance(pet, Union)
    assert isinstance(cat, Union)
    assert [each.type for each in pet.variants] == [
        ref("Cat#base"),
        ref("Lion"),
        ref("Pet#base"),
    ]
    assert [each.type for each in cat.variants] == [ref("Lion"), ref("Cat#base")]
    assert pet.discriminator is not None
    assert pet.discriminator.mapping == (("cat", "Cat#base"),)


@pytest.mark.parametrize("others", [(), (child("Cat"),)])
def test_a_parent_without_children_stays_a_model(others: tuple[Model, ...]) -> None:
    lonely = replace(PET, discriminator=Discriminator(property="kind"))
    result = expand_inheritance(using(lonely, *others), Notebook())
    assert by_id(result)["Pet"] == replace(PET, discriminator=None)
