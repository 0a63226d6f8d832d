from __future__ import annotations

import time

import pytest
from msgspec.structs import replace
from refine_values import (
    alias,
    api,
    by_id,
    const,
    field,
    inline,
    made,
    model,
    model_of,
    names_of,
    operation,
    ref,
    type_of,
    union,
)

from generator.diagnostics import Notebook, Severity
from generator.ir.api import Api
from generator.ir.declarations import Constraint, Declaration, Field, Model
from generator.ir.types import (
    Anything,
    Array,
    Binary,
    Boolean,
    Compound,
    Enumeration,
    Integer,
    Map,
    Nullable,
    Number,
    String,
    Tuple,
    Type,
)
from generator.ir.value import Docs, Json, Text
from generator.refine.compose import compose


def all_of(*parts: Type) -> Compound:
    return Compound(parts=parts)


def composed(*declarations: Declaration) -> Api:
    notebook = Notebook()
    result = compose(api(*declarations), notebook)
    assert not notebook.findings
    return result


OPEN = Enumeration(values=("a", "b"), base=String())
BASE = model("Base", field("id", required=True), field("kind", OPEN))
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
    ("id", "want"), [("It/properties/info", Anything()), ("Info", None)]
)
def test_what_refines_a_free_form_stays_free(id: str, want: Type | None) -> None:
    error = model("Error", field("info", Map(value=Anything())))
    refined = inline("It/allOf/1", field("info", ref(id)))
    info = model(id, field("conflicts"))
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


def test_what_stands_in_operations_is_merged() -> None:
    given = operation(returns=all_of(String(), const("a")))
    result = compose(api(operations=(given,)), Notebook())
    assert result.operations[0].responses[0].content[0].type == const("a")


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


def test_made_names_keep_their_place_in_the_order() -> None:
    result = composed(
        made(
            "Note/properties/x", "note_x", all_of(ref("Base"), inline("i", field("z")))
        ),
        BASE,
    )
    assert [each.id for each in result.declarations] == ["Note/properties/x", "Base"]
