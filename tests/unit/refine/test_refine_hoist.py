from __future__ import annotations

import pytest
from msgspec.structs import replace
from refine_values import (
    alias,
    api,
    by_id,
    const,
    field,
    inline,
    json,
    model,
    model_of,
    names_of,
    operation,
    ref,
    type_of,
    union,
)

from generator.diagnostics import Notebook
from generator.ir.declarations import Alias, Model
from generator.ir.name import Name
from generator.ir.operation import Body, MediaType, Operation, Response
from generator.ir.types import Array, Enumeration, Integer, Map, Nullable, String, Type
from generator.ir.unrefined import Component, Compound, Inline, until_refined
from generator.refine.hoist.hoist import hoist

AVATAR = inline("Note/properties/author/properties/avatar", field("url"))
AUTHOR = inline("Note/properties/author", field("avatar", AVATAR))
CARD = inline("Pay/oneOf/0", field("kind", const("card")), field("number"))
CASH = inline("Pay/oneOf/1", field("kind", const("cash")))
LONG = Enumeration(values=tuple(f"value{at}" for at in range(9)), base=String())


def test_nested_objects_are_named_after_where_they_stand() -> None:
    result = hoist(api(model("Note", field("author", AUTHOR))), Notebook())
    assert names_of(result) == {
        "note": "Note",
        "note_author": "Note/properties/author",
        "note_author_avatar": "Note/properties/author/properties/avatar",
    }
    author = model_of(result, "Note").fields[0].type
    assert author == ref("Note/properties/author")


@pytest.mark.parametrize(
    ("given", "names"),
    [
        (Array(item=AUTHOR), {"note_field_item"}),
        (Map(value=AUTHOR), {"note_field_value"}),
        (Nullable(inner=AUTHOR), {"note_field"}),
        (union(String(), AUTHOR), {"note_field"}),
        (
            union(AUTHOR, CARD),
            {"note_field", "note_field_with_avatar", "note_field_card"},
        ),
        (union(CARD, CASH), {"note_field", "note_field_card", "note_field_cash"}),
        (union(ref("Other"), ref("Note")), {"note_field"}),
        (LONG, {"note_field"}),
        (replace(LONG, values=LONG.values[:8]), set()),
        (Compound(parts=(ref("Other"), AUTHOR)), {"note_field"}),
        (Compound(parts=(ref("Other"),)), set()),
        (Array(item=Integer()), set()),
    ],
)
def test_what_is_declared(given: Type, names: set[str]) -> None:
    before = api(model("Note", field("field", given)), model("Other"))
    found = {
        name
        for name in names_of(hoist(before, Notebook()))
        if "avatar" not in name.removesuffix("with_avatar")
    }
    assert found - {"note", "other"} == names


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (operation("createNote", method="POST", takes=AUTHOR), "create_note_request"),
        (
            operation("createNote", method="POST", returns=AUTHOR),
            "create_note_response",
        ),
        (
            operation("createNote", returns=Array(item=AUTHOR)),
            "create_note_response_item",
        ),
        (operation("", template="/notes", returns=AUTHOR), "get_notes_response"),
        (
            replace(
                operation("getNote"),
                responses=(
                    Response(status="200", content=json(String())),
                    Response(status="404", content=json(AUTHOR)),
                ),
            ),
            "get_note_404_response",
        ),
    ],
)
def test_bodies_are_named_after_their_operation(given: Operation, name: str) -> None:
    result = hoist(api(operations=(given,)), Notebook())
    assert name in names_of(result)


def test_a_shared_response_is_named_after_its_component_and_declared_once() -> None:
    written = Inline(
        model=model("components/responses/NotFound/content/x/schema", field("code")),
        component=Component(section="responses", key="NotFound"),
    )
    shared = until_refined(written)
    operations = tuple(
        replace(
            operation(id, template=f"/{id}"),
            responses=(Response(status="404", content=json(shared)),),
        )
        for id in ("a", "b")
    )
    result = hoist(api(operations=operations), Notebook())
    assert list(names_of(result)) == ["not_found_response"]


def test_two_formats_with_one_schema_share_a_declaration() -> None:
    body = Body(
        content=(
            MediaType(content_type="application/json", type=inline("a", field("x"))),
            MediaType(content_type="application/xml", type=inline("b", field("x"))),
            MediaType(content_type="text/csv", type=inline("c", field("y"))),
        )
    )
    given = replace(operation("createNote"), body=body)
    result = hoist(api(operations=(given,)), Notebook())
    assert list(names_of(result)) == ["create_note_request", "create_note_csv_request"]


def test_a_taken_name_gets_more_context_and_a_number_only_at_last() -> None:
    before = api(
        model("Note", field("author", AUTHOR)),
        model("NoteAuthor"),
        model("note_author_object"),
    )
    found = hoist(before, Notebook())
    assert names_of(found)["note_author_object_2"] == "Note/properties/author"


def test_names_do_not_change_when_another_schema_comes() -> None:
    small = api(model("Note", field("author", AUTHOR)))
    grown = api(
        model("Admin", field("author", inline("Admin/properties/author", field("x")))),
        *small.declarations,
    )
    before = names_of(hoist(small, Notebook()))
    after = names_of(hoist(grown, Notebook()))
    assert before.items() <= after.items()


def test_a_preferred_name_is_taken() -> None:
    chosen = Inline(model=replace(AUTHOR.model, name=Name(wire="", preferred="Writer")))
    result = hoist(api(model("Note", field("author", chosen))), Notebook())
    assert "writer" in names_of(result)


def test_an_alias_for_an_object_is_a_model() -> None:
    result = hoist(api(alias("Note", inline("Note/x", field("a")))), Notebook())
    assert isinstance(by_id(result)["Note"], Model)
    assert type_of(
        hoist(api(alias("Note", Nullable(inner=inline("x", field("a"))))), Notebook()),
        "Note",
    ) == Nullable(inner=inline("x", field("a")))


def test_deep_types_are_cut_by_aliases() -> None:
    deep: Type = String()
    for _ in range(300):
        deep = Array(item=deep)
    result = hoist(api(model("Note", field("deep", deep))), Notebook())
    cut = [each for each in result.declarations if isinstance(each, Alias)]
    assert len(cut) > 10
    for each in cut:
        depth, type = 0, each.type
        while isinstance(type, Array):
            depth, type = depth + 1, type.item
        assert depth <= 21


def test_names_stay_readable_when_the_way_is_long() -> None:
    inner = inline("deep", field("x"))
    for at in range(12):
        inner = inline(f"level{at}", field(f"property_number_{at}", inner))
    result = hoist(api(model("Note", field("first", inner))), Notebook())
    assert all(len("".join(each.name.words)) <= 118 for each in result.declarations)
    assert len(names_of(result)) == len(result.declarations)
