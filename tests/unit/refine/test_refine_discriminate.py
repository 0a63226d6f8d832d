"""How the variants of a union are told apart: by kind, by tag or by evidence."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from refine_unions import CAT, DOG, PLAIN, strategy
from refine_values import (
    PLACE,
    alias,
    api,
    const,
    field,
    made,
    model,
    model_of,
    ref,
    type_of,
    union,
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
    Integer,
    Map,
    Number,
    PropertyTags,
    Selected,
    String,
    Tagged,
    Type,
    Union,
)
from generator.refine.graph.least_fixpoint import json_types_of_aliases
from generator.refine.hoist.inline import inline_unnamed
from generator.refine.unions.discriminate import discriminate
from generator.refine.unions.facts import Evidence, VariantAnalyzer, weigh

OTHER = model("Other", field("a", required=True), field("c"))


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


@pytest.mark.parametrize("others", [(model("A"), model("B")), ()])
def test_a_mapping_to_a_merged_parent_means_its_only_child(
    others: tuple[Model, ...],
) -> None:
    rule = Discriminator(property="t", mapping=(("x", "A"), ("y", "B")))
    one = replace(model("A+", field("t", required=True)), parents=("A",))
    two = replace(model("B+", field("t", required=True)), parents=("B",))
    found, codes = strategy(union(ref("A+"), ref("B+"), rule=rule), one, two, *others)
    assert isinstance(found, Tagged)
    assert found.tags == (("x", 0), ("y", 1))
    assert codes == []


def test_what_a_mapping_says_of_other_schemas_is_reported_with_its_place() -> None:
    mapping = (("cat", "Cat"), ("x", "Plain"), ("y", "Gone"))
    rule = Discriminator(property="kind", mapping=mapping)
    notebook = Notebook()
    given = api(alias("It", union(ref("Cat"), ref("Dog"), rule=rule)), CAT, DOG, PLAIN)
    found = type_of(discriminate(given, notebook), "It")
    assert isinstance(found, Union)
    assert isinstance(found.strategy, Tagged)
    assert found.strategy.tags == (("cat", 0), ("dog", 1))
    (finding,) = notebook.findings
    assert (finding.code, finding.place) == ("discriminator-stray", PLACE)
    assert "`It` maps `x`, `y` to" in finding.message


@pytest.mark.parametrize(
    ("given", "others", "constants", "codes"),
    [
        # Not required in both: the values still speak for their variant.
        (
            union(ref("Cat"), ref("Bird")),
            (model("Bird", field("kind", const("bird"))),),
            (PropertyTags(property="kind", tags=(("cat", 0), ("bird", 1))),),
            [],
        ),
        # The same value twice.
        (
            union(ref("Cat"), ref("Dog"), ref("Puss")),
            (
                DOG,
                model("Puss", field("kind", const("cat"), required=True), field("x")),
            ),
            (),
            ["union-tags-shared"],
        ),
        # Something beside models.
        (union(ref("Cat"), ref("Dog"), String()), (DOG,), (), []),
        (union(ref("Cat"), Map(value=Anything())), (), (), []),
    ],
)
def test_what_is_not_quite_tagged_is_selected(
    given: Union,
    others: tuple[Model, ...],
    constants: tuple[PropertyTags, ...],
    codes: list[str],
) -> None:
    found, noted = strategy(given, CAT, *others)
    assert isinstance(found, Selected)
    assert noted == codes
    assert found.constants == constants


def evidence_of(given: Union, *declarations: Declaration) -> tuple[Evidence, ...]:
    analyzer = VariantAnalyzer(
        {each.id: each for each in declarations}, json_types_of_aliases(declarations)
    )
    return weigh([analyzer.facts(variant.type) for variant in given.variants])


def test_evidence_is_what_variants_differ_in() -> None:
    text = model(
        "Text", field("kind", const("x")), field("value", required=True), field("n")
    )
    number = model("Numeric", field("kind", const("x")), field("value", Integer()))
    given = union(ref("Text"), ref("Numeric"), String())
    assert evidence_of(given, text, number) == (
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
    assert strategy(given, text, number) == (Selected(), [])


def test_a_declared_tag_that_may_be_missing_is_evidence() -> None:
    rule = Discriminator(property="t", mapping=(("p", "Plain"), ("o", "Other")))
    found, _ = strategy(union(ref("Plain"), ref("Other"), rule=rule), PLAIN, OTHER)
    assert isinstance(found, Selected)
    assert (found.property, found.tags) == ("t", (("p", 0), ("o", 1)))
    assert found.constants == (PropertyTags(property="t", tags=(("p", 0), ("o", 1))),)


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
    given = union(ref("Inner"), ref("Plain"))
    evidence, _ = evidence_of(given, inner, CAT, DOG, PLAIN)
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
    after = inline_unnamed(discriminate(before, Notebook()), Notebook())
    found = model_of(after, "Note").fields[0].type
    if isinstance(found, Union):
        found = replace(found, strategy=union().strategy)
    assert found == want
