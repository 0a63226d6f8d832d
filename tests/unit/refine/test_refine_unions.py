from __future__ import annotations

import pytest
from msgspec.structs import replace
from refine_values import (
    alias,
    api,
    by_id,
    const,
    field,
    made,
    model,
    model_of,
    names_of,
    ref,
    type_of,
    union,
    using,
)

from generator.diagnostics import Notebook
from generator.ir.declarations import Declaration, Model
from generator.ir.name import Name
from generator.ir.types import (
    Anything,
    Array,
    Binary,
    Boolean,
    Discriminator,
    Distinct,
    Enumeration,
    Evidence,
    Integer,
    Map,
    Nothing,
    Null,
    Nullable,
    Number,
    Selected,
    Strategy,
    String,
    Tagged,
    Tuple,
    Type,
    Union,
    Variant,
)
from generator.refine.discriminate import discriminate
from generator.refine.families import extend_families
from generator.refine.unite import unite

CAT = model(
    "Cat", field("kind", const("cat"), required=True), field("lives", Integer())
)
DOG = model("Dog", field("kind", const("dog"), required=True), field("good", Boolean()))
PLAIN = model("Plain", field("a", required=True), field("b"))
OTHER = model("Other", field("a", required=True), field("c"))
DATE = String(format="date")
PAIR = Tuple(items=(Integer(), String()), rest=Nothing(), least=2)


@pytest.mark.parametrize(
    ("given", "want"),
    [
        (union(String(), Integer()), union(String(), Integer())),
        (union(String(), String()), String()),
        (union(DATE, String(format="date-time")), String()),
        (union(DATE, DATE), DATE),
        (union(Integer(), Number()), union(Integer(), Number())),
        (
            union(Number(format="float"), Integer(), Number(), Integer(format="int64")),
            union(Integer(), Number()),
        ),
        (union(Integer(format="int32"), Integer(format="int64")), Integer()),
        (union(const("a"), const("b")), const("a", "b")),
        (union(const("a"), String()), Enumeration(values=("a",), base=String())),
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
        (union(ref("Word"), const("a")), Enumeration(values=("a",), base=String())),
        (union(Binary(), String()), union(Binary(), String())),
        (
            union(Array(item=String()), Array(item=Integer())),
            Array(item=union(String(), Integer())),
        ),
        (
            union(Array(item=String()), PAIR, Array(item=Integer())),
            union(Array(item=union(String(), Integer())), PAIR),
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
def test_variants_that_need_not_be_told_apart_are_joined(
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
    once = unite(api(model("It", field("x", given)), *others), Notebook())
    assert model_of(once, "It").fields[0].type == want
    assert unite(once, Notebook()) == once


def test_a_union_that_a_mapping_names_stays_whole() -> None:
    rule = Discriminator(property="kind", mapping=(("pet", "Pets"),))
    given = union(ref("Cat"), ref("Pets"), rule=rule)
    pets = alias("Pets", union(ref("Dog"), ref("Plain")))
    result = unite(api(alias("It", given), pets, CAT, DOG, PLAIN), Notebook())
    assert type_of(result, "It") == given


def strategy(given: Union, *declarations: Declaration) -> tuple[Strategy, list[str]]:
    notebook = Notebook()
    result = discriminate(api(alias("It", given), *declarations), notebook)
    found = type_of(result, "It")
    assert isinstance(found, Union)
    return found.strategy, [each.code for each in notebook.findings]


@pytest.mark.parametrize(
    "given",
    [
        union(
            String(), Integer(), Boolean(), Array(item=String()), Map(value=String())
        ),
        union(String(), ref("Cat")),
        union(ref("Word"), Number()),
        union(Binary(), String()),
        union(Enumeration(values=("a", 1)), Boolean()),
    ],
)
def test_what_json_tells_apart_is_distinct(given: Union) -> None:
    assert strategy(given, CAT, alias("Word", String())) == (Distinct(), [])


@pytest.mark.parametrize(
    ("given", "tags"),
    [
        (union(ref("Cat"), ref("Dog")), (("cat", 0), ("dog", 1))),
        (union(ref("Dog"), ref("MyCat")), (("dog", 0), ("cat", 1))),
        (
            union(ref("Cat"), ref("Dog"), rule=Discriminator(property="kind")),
            (("cat", 0), ("dog", 1)),
        ),
        (
            union(
                ref("Cat"),
                ref("Dog"),
                rule=Discriminator(property="kind", mapping=(("puss", "Cat"),)),
            ),
            (("puss", 0), ("cat", 0), ("dog", 1)),
        ),
    ],
)
def test_constants_are_tags(given: Union, tags: tuple[tuple[str, int], ...]) -> None:
    found, codes = strategy(given, CAT, DOG, alias("MyCat", ref("Cat")))
    assert isinstance(found, Tagged)
    assert (found.property, found.tags, found.default) == ("kind", tags, None)
    assert len(found.evidence) == len(given.variants)
    assert codes == []


def test_a_free_property_is_a_tag_by_mapping_or_by_the_schemas_name() -> None:
    one = model("components/schemas/One", field("t", required=True), field("x"))
    two = model("components/schemas/Two", field("t", required=True))
    rule = Discriminator(property="t", mapping=(("1", one.id),))
    found, _ = strategy(union(ref(one.id), ref(two.id), rule=rule), one, two)
    assert isinstance(found, Tagged)
    assert found.tags == (("1", 0), ("Two", 1))


def test_the_default_takes_unknown_tags() -> None:
    rule = Discriminator(property="kind", default="Dog")
    found, _ = strategy(union(ref("Cat"), ref("Dog"), rule=rule), CAT, DOG)
    assert isinstance(found, Tagged)
    assert found.default == 1


def test_a_mapping_to_a_merged_parent_means_its_only_child() -> None:
    rule = Discriminator(property="t", mapping=(("x", "A"), ("y", "B")))
    one = replace(model("A+", field("t", required=True)), parents=("A",))
    two = replace(model("B+", field("t", required=True)), parents=("B",))
    given = replace(rule, mapping=(("x", "A"), ("y", "B"), ("z", "Gone")))
    found, _ = strategy(
        union(ref("A+"), ref("B+"), rule=given), one, two, model("A"), model("B")
    )
    assert isinstance(found, Tagged)
    assert found.tags == (("x", 0), ("y", 1))


@pytest.mark.parametrize(
    ("given", "others", "property", "codes"),
    [
        # Not required in both: the values still speak for their variant.
        (
            union(ref("Cat"), ref("Bird")),
            (model("Bird", field("kind", const("bird"))),),
            "kind",
            [],
        ),
        # The same value twice.
        (
            union(ref("Cat"), ref("Dog"), ref("Puss")),
            (
                DOG,
                model("Puss", field("kind", const("cat"), required=True), field("x")),
            ),
            "kind",
            ["union-tags-shared"],
        ),
        # Something beside models.
        (union(ref("Cat"), ref("Dog"), String()), (DOG,), "kind", []),
        (union(ref("Cat"), Map(value=Anything())), (), None, []),
    ],
)
def test_what_is_not_quite_tagged_is_selected(
    given: Union, others: tuple[Model, ...], property: str | None, codes: list[str]
) -> None:
    found, noted = strategy(given, CAT, *others)
    assert isinstance(found, Selected)
    assert len(found.evidence) == len(given.variants)
    assert noted == codes
    if property is not None:
        assert (property, ("cat",)) in found.evidence[0].constants


def test_evidence_is_what_variants_differ_in() -> None:
    text = model(
        "Text", field("kind", const("x")), field("value", required=True), field("n")
    )
    number = model("Numeric", field("kind", const("x")), field("value", Integer()))
    found, codes = strategy(union(ref("Text"), ref("Numeric"), String()), text, number)
    assert found == Selected(
        evidence=(
            Evidence(
                kinds=("object",),
                required=("value",),
                known=("kind", "value", "n"),
                types=(("value", ("string",)),),
            ),
            Evidence(
                kinds=("object",),
                known=("kind", "value"),
                types=(("value", ("number",)),),
            ),
            Evidence(kinds=("string",)),
        )
    )
    assert codes == []


def test_a_declared_tag_that_may_be_missing_is_evidence() -> None:
    rule = Discriminator(property="t", mapping=(("p", "Plain"), ("o", "Other")))
    found, _ = strategy(union(ref("Plain"), ref("Other"), rule=rule), PLAIN, OTHER)
    assert isinstance(found, Selected)
    assert (found.property, found.tags) == ("t", (("p", 0), ("o", 1)))
    assert [each.constants for each in found.evidence] == [
        (("t", ("p",)),),
        (("t", ("o",)),),
    ]


def test_a_declared_tag_decides_for_one_variant_alone() -> None:
    mapping = (("p", "Plain"), ("both", "Plain"), ("both", "Other"))
    rule = Discriminator(property="t", mapping=mapping)
    given = union(ref("Plain"), ref("Other"), String(), rule=rule)
    found, _ = strategy(given, PLAIN, OTHER)
    assert isinstance(found, Selected)
    assert (found.property, found.tags) == ("t", (("p", 0),))


def test_a_union_inside_speaks_for_all_its_variants() -> None:
    inner = alias(
        "Inner", union(ref("Cat"), ref("Dog"), rule=Discriminator(property="kind"))
    )
    found, _ = strategy(union(ref("Inner"), ref("Plain")), inner, CAT, DOG, PLAIN)
    assert isinstance(found, Selected)
    evidence = found.evidence[0]
    assert evidence.required == ("kind",)
    assert evidence.known == ("kind", "lives", "good")


def test_variants_that_nothing_tells_apart_are_reported_with_their_place() -> None:
    notebook = Notebook()
    twin = replace(PLAIN, id="Twin", name=Name(wire="Twin"))
    given = api(alias("It", union(ref("Plain"), ref("Twin"))), PLAIN, twin)
    discriminate(given, notebook)
    (finding,) = notebook.findings
    assert finding.code == "union-without-tag"
    assert finding.place is not None
    assert "`It`" in finding.message


@pytest.mark.parametrize(
    ("given", "want"),
    [
        (union(String(), ref("Cat")), union(String(), ref("Cat"))),
        (ref("Cat"), ref("Cat")),
        (Array(item=String()), Array(item=String())),
        (union(ref("Cat"), ref("Dog")), ref("made")),
        (Enumeration(values=tuple(range(9))), ref("made")),
        (Array(item=Array(item=Array(item=Array(item=String())))), ref("made")),
    ],
)
def test_names_that_are_not_needed_are_taken_back(given: Type, want: Type) -> None:
    before = api(
        model("Note", field("x", ref("made"))), made("made", "note_x", given), CAT, DOG
    )
    found = model_of(discriminate(before, Notebook()), "Note").fields[0].type
    if isinstance(found, Union):
        found = replace(found, strategy=union().strategy)
    assert found == want


def child(id: str, *parents: str, **more: Type) -> Model:
    fields = [field("kind", required=True), *(field(*each) for each in more.items())]
    return replace(model(id, *fields), parents=parents)


RULE = Discriminator(property="kind", mapping=(("cat", "Cat"),))
PET = replace(model("Pet", field("kind", required=True)), discriminator=RULE)


def test_a_parent_becomes_the_union_of_its_children_and_itself() -> None:
    result = extend_families(
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


def test_a_child_with_children_is_a_parent_too() -> None:
    result = extend_families(
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
    result = extend_families(using(lonely, *others), Notebook())
    assert by_id(result)["Pet"] == replace(PET, discriminator=None)
