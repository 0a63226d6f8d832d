"""Objects that have to fit at once: their fields, their parents, and what else is let in."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from refine_compounds import BASE, all_of, composed
from refine_values import (
    alias,
    api,
    const,
    field,
    inline,
    made,
    model,
    model_of,
    names_of,
    ref,
    type_of,
    union,
)

from generator.diagnostics import Notebook, Severity
from generator.ir.declarations import Constraint, Field, InPlace, Origin, Written
from generator.ir.types import Anything, Integer, Map, String, Type
from generator.ir.value import Docs, Json, Text
from generator.refine.allof.compose import compose


def test_objects_are_merged_with_where_their_fields_come_from() -> None:
    own = inline("Note/allOf/1", field("body"), required=("kind",))
    note = model_of(composed(alias("Note", all_of(ref("Base"), own)), BASE), "Note")
    assert note.fields == (
        replace(BASE.fields[0], origin="Base"),
        replace(BASE.fields[1], origin="Base", required=True),
        field("body"),
    )
    assert note.parents == ("Base",)
    assert note.required == ()
    assert note.name.wire == "Note"


def test_parents_of_parents_are_parents() -> None:
    result = composed(
        alias("C", all_of(ref("B"), inline("C/x", field("c")))),
        alias("B", all_of(ref("Base"), inline("B/x", field("b")))),
        BASE,
    )
    third = model_of(result, "C")
    assert third.parents == ("B", "Base")
    assert {each.name.wire: each.origin for each in third.fields} == {
        "id": "Base",
        "kind": "Base",
        "b": "B",
        "c": "",
    }


def test_a_property_in_several_parts_is_narrowed() -> None:
    wide = replace(
        field("kind", String()),
        docs=Docs(description=Text(raw="What it is")),
        constraints=(Constraint(keyword="minLength", value=Json(value=1)),),
    )
    narrow = replace(
        field("kind", const("dog"), required=True), default=Json(value="dog")
    )
    result = composed(alias("Dog", all_of(inline("a", wide), inline("b", narrow))))
    (kind,) = model_of(result, "Dog").fields
    assert kind == Field(
        name=wide.name,
        type=const("dog"),
        required=True,
        default=Json(value="dog"),
        docs=wide.docs,
        constraints=wide.constraints,
    )


def test_the_last_part_wins_where_properties_contradict() -> None:
    notebook = Notebook()
    parts = all_of(ref("Base"), inline("x", field("kind", const("z"))))
    result = compose(api(alias("It", parts), BASE), notebook)
    assert model_of(result, "It").fields[1].type == const("z")
    (finding,) = notebook.findings
    assert (finding.code, finding.severity) == ("allof-conflict", Severity.WARNING)
    assert "`kind`" in finding.message


def test_required_names_without_a_property_are_any_value() -> None:
    plain = composed(replace(model("Note", field("a")), required=("b",)))
    assert model_of(plain, "Note").fields[1] == field("b", Anything(), required=True)


def test_additional_properties_are_kept() -> None:
    loose = model("Loose", field("a"), additional=Integer())
    parts = all_of(ref("Loose"), Map(value=Anything()), inline("x", field("b")))
    assert model_of(composed(alias("It", parts), loose), "It").additional == Integer()
    free = all_of(inline("x", field("b")), Map(value=String()))
    assert model_of(composed(alias("It", free)), "It").additional == String()


@pytest.mark.parametrize("opens", [True, False])
def test_a_named_free_form_opens_what_is_made_of_it(opens: bool) -> None:
    free = replace(alias("Free", Map(value=Anything())), opens=opens)
    parts = [inline("x", field("b")), ref("Again")]
    its = alias("It", all_of(*parts)), alias("Alone", all_of(ref("Again")))
    result = composed(*its, alias("Again", ref("Free")), free)
    assert model_of(result, "It").additional == (Anything() if opens else None)
    assert model_of(result, "It").fields == (field("b"),)
    assert type_of(result, "Alone") == Map(value=Anything())


def test_a_named_free_form_opens_a_copy_of_a_component() -> None:
    free = replace(alias("Free", Map(value=Anything())), opens=True)
    it = alias("It", all_of(ref("Base"), ref("Free")))
    result = composed(it, free, BASE)
    assert model_of(result, "It").additional == Anything()
    assert model_of(result, "It").fields[0].name == BASE.fields[0].name
    assert model_of(result, "Base").additional is None


@pytest.mark.parametrize(
    ("id", "origin", "want"),
    [
        ("It/properties/info", InPlace(in_property=True), Anything()),
        ("Info", Written(name="Info"), None),
    ],
)
def test_what_refines_a_free_form_stays_free(
    id: str, origin: Origin, want: Type | None
) -> None:
    error = model("Error", field("info", Map(value=Anything())))
    refined = inline("It/allOf/1", field("info", ref(id)))
    info = replace(model(id, field("conflicts")), origin=origin)
    for declared in ([info], []), ([], [info]):
        before, after = declared
        it = alias("It", all_of(ref("Error"), refined))
        result = composed(*before, error, it, *after)
        assert model_of(result, id).additional == want


def test_a_union_beside_properties_has_them_in_each_variant() -> None:
    cat = inline("Pet/oneOf/0", field("kind", const("cat")), field("lives", Integer()))
    dog = inline("Pet/oneOf/1", field("kind", const("dog")))
    result = composed(
        alias("Pet", all_of(ref("Base"), union(cat, dog))), model("Base", field("id"))
    )
    assert type_of(result, "Pet") == union(
        ref("Pet&Pet/oneOf/0"), ref("Pet&Pet/oneOf/1")
    )
    assert names_of(result)["pet_cat"] == "Pet&Pet/oneOf/0"
    wires = [each.name.wire for each in model_of(result, "Pet&Pet/oneOf/0").fields]
    assert wires == ["id", "kind", "lives"]


def test_a_variant_that_has_everything_already_stays_itself() -> None:
    child = alias("Cat", all_of(ref("Base"), inline("Cat/x", field("lives"))))
    both = alias("Either", all_of(ref("Base"), union(ref("Cat"), ref("Base"))))
    assert type_of(composed(both, child, BASE), "Either") == union(
        ref("Cat"), ref("Base")
    )


def test_variants_that_only_require_are_documented() -> None:
    rule = union(inline("a", required=("id",)), inline("b", required=("name",)))
    result = composed(
        alias("It", all_of(inline("x", field("id"), field("name")), rule))
    )
    it = model_of(result, "It")
    assert [each.required for each in it.fields] == [False, False]
    want = Json(value=[{"required": ["id"]}, {"required": ["name"]}])
    assert it.constraints == (Constraint(keyword="anyOf", value=want),)


def test_a_child_narrows_its_parent() -> None:
    parent = model("Base", field("id"))
    child = alias("Child", all_of(ref("Base"), inline("Child/x", field("more"))))
    one = model("One", field("it", ref("Base")))
    both = alias(
        "Both", all_of(ref("One"), inline("Both/x", field("it", ref("Child"))))
    )
    assert model_of(composed(both, one, child, parent), "Both").fields[0].type == ref(
        "Child"
    )


def test_made_names_keep_their_place_in_the_order() -> None:
    result = composed(
        made(
            "Note/properties/x", "note_x", all_of(ref("Base"), inline("i", field("z")))
        ),
        BASE,
    )
    assert [each.id for each in result.declarations] == ["Note/properties/x", "Base"]
