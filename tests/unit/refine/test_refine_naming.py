"""Names for what the document leaves unnamed: rules one by one."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from refine_values import (
    api,
    const,
    field,
    inline,
    model,
    names_of,
    operation,
    ref,
    union,
)

from generator.diagnostics import Notebook, Severity
from generator.ir.declarations import Field
from generator.ir.name import Name, ordinal
from generator.ir.types import Array, Integer, Nothing, String, Tuple, Type
from generator.ir.unrefined import Inline
from generator.refine.hoist.hoist import hoist
from generator.refine.hoist.unique_names import UniqueNames, join

Words = tuple[str, ...]


@pytest.mark.parametrize(
    ("words", "more", "want"),
    [
        ("note", "author", "note author"),
        ("contact", "contact address", "contact address"),
        ("pull request", "request url", "pull request url"),
        ("review requested", "review requested by", "review requested by"),
        (
            "repositories removed",
            "repositories removed item",
            "repositories removed item",
        ),
        ("note author", "author", "note author"),
        ("marketplace purchase", "marketplace purchase", "marketplace purchase"),
        ("a b a", "b a c", "a b a c"),
        ("", "note", "note"),
        ("note", "", "note"),
    ],
)
def test_what_both_sides_share_is_said_once(words: str, more: str, want: str) -> None:
    assert join(tuple(words.split()), tuple(more.split())) == tuple(want.split())


@pytest.mark.parametrize(
    ("candidates", "want"),
    [
        (("note author",), "note_author"),
        (("note", "note object"), "note_object"),
        (("note", "note-list"), "note_list_2"),
        (("Note", "note"), "note_2"),
        (("note list",), "note_list_2"),
        (("no te", "note"), "note_2"),
    ],
)
def test_the_first_free_name_is_taken(candidates: tuple[str, ...], want: str) -> None:
    names = UniqueNames([model("Note"), model("noteList")])
    words = [tuple(each.lower().replace("-", " ").split()) for each in candidates]
    assert names.choose(*words).preferred == want


def test_a_very_long_name_keeps_its_ends_and_depends_on_nothing_but_itself() -> None:
    one = tuple(f"word{at}" for at in range(30))
    other = (*one[:15], "else", *one[15:])
    found = [UniqueNames([]).choose(each).words for each in (one, other, one)]
    assert found[0] == found[2] != found[1]
    for words in found:
        assert words[:2] == ("word0", "word1")
        assert "word29" in words
        assert len("".join(words)) <= 118


@pytest.mark.parametrize(
    ("position", "want"),
    [(0, ("first",)), (9, ("tenth",)), (10, ("item", "11"))],
)
def test_positions_are_words(position: int, want: Words) -> None:
    assert ordinal(position) == want


def variant(at: int, *fields: Field, required: tuple[str, ...] = ()) -> Inline:
    return inline(f"Pay/oneOf/{at}", *fields, required=required)


@pytest.mark.parametrize(
    ("variants", "want"),
    [
        # A constant that no other variant has.
        (
            [
                variant(0, field("kind", const("card"))),
                variant(1, field("kind", const("cash"))),
            ],
            ["pay_by_card", "pay_by_cash"],
        ),
        # Not one that both have.
        (
            [
                variant(0, field("kind", const("paid")), field("card")),
                variant(1, field("kind", const("paid")), field("cash")),
            ],
            ["pay_by_with_card", "pay_by_with_cash"],
        ),
        # A required property before an optional one.
        (
            [
                variant(0, field("note"), field("card", required=True)),
                variant(1, field("cash")),
            ],
            ["pay_by_with_card", "pay_by_with_cash"],
        ),
        # The position, where nothing tells them apart.
        (
            [variant(0, field("a"), field("b")), variant(1, field("a"))],
            ["pay_by_with_b", "pay_by_second"],
        ),
        (
            [variant(0, field("a")), variant(1, field("a", Integer()))],
            ["pay_by_first", "pay_by_second"],
        ),
        # The only one that the document doesn't name.
        ([ref("Pay"), variant(1, field("a"))], ["pay_by_object"]),
        # The only object needs no more than the name of its place.
        ([String(), variant(1, field("a"))], ["pay_by"]),
    ],
)
def test_variants_are_named_by_what_tells_them_apart(
    variants: list[Type], want: list[str]
) -> None:
    before = api(model("Pay", field("by", union(*variants))))
    found = set(names_of(hoist(before, Notebook()))) - {"pay", "pay_by"}
    assert found == set(want) - {"pay_by"}


def test_the_items_of_a_tuple_are_named_by_position() -> None:
    items = tuple(inline(f"{at}", field(f"x{at}")) for at in range(2))
    pair = Tuple(items=items, rest=Nothing(), least=2)
    found = names_of(hoist(api(model("Line", field("ends", pair))), Notebook()))
    assert set(found) == {"line", "line_ends_first", "line_ends_second"}


def test_what_repeats_the_name_around_it_is_called_after_what_it_is() -> None:
    inner = inline("author", field("author", inline("again", field("x"))))
    found = names_of(hoist(api(model("Author", field("author", inner))), Notebook()))
    assert set(found) == {"author", "author_object", "author_object_author"}


def test_what_stands_inside_takes_the_name_that_was_given() -> None:
    address = inline("address", field("town", inline("town", field("x"))))
    before = api(model("Note", field("address", address)), model("NoteAddress"))
    notebook = Notebook()
    found = names_of(hoist(before, notebook))
    assert set(found) == {
        "note",
        "note_address",
        "note_address_object",
        "note_address_object_town",
    }
    (said,) = notebook.findings
    assert (said.code, said.severity) == ("name-collision", Severity.NOTE)
    assert said.place == before.declarations[0].place
    assert "as `NoteAddress` is already" in said.message
    assert "`note_address_object`" in said.hint


def test_a_chosen_name_gives_way_to_nothing_but_a_component() -> None:
    name = Name(wire="", preferred="Writer")
    chosen = Inline(model=replace(inline("x", field("a")).model, name=name))
    before = api(model("Note", field("by", chosen)), model("Writer"))
    notebook = Notebook()
    assert "note_by" in names_of(hoist(before, notebook))
    assert [each.code for each in notebook.findings] == ["name-collision"]


def test_lists_of_lists_and_bodies_have_no_numbers() -> None:
    returns = Array(item=Array(item=inline("deep", field("x"))))
    found = hoist(api(operations=(operation("list", returns=returns),)), Notebook())
    assert set(names_of(found)) == {"list_response_item"}
