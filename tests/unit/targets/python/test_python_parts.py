"""Too large modules of models are split, and imports between the parts never lead in a circle."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Place
from generator.ir.declarations import Alias, Declaration, Field, Model
from generator.ir.name import Name
from generator.ir.types import Array, Reference, String
from generator.targets.python.types.module_split import find_homes

PLACE = Place("openapi.yaml")


def model(name: str, *uses: str, size: int = 4, owner: str = "pets") -> Model:
    fields = [Field(name=Name(wire=f"f{at}"), type=String()) for at in range(size)]
    fields += [Field(name=Name(wire=id), type=Reference(id=id)) for id in uses]
    return Model(
        id=name,
        name=Name(wire=name),
        place=PLACE,
        fields=tuple(fields),
        owner=owner,
    )


@pytest.mark.parametrize(
    ("items", "want"),
    [
        # Small enough.
        ([model("pet_cat"), model("pet_dog")], {"pet_cat": "pets", "pet_dog": "pets"}),
        # By the first word that not all share.
        (
            [model("pet_cat", size=9), model("pet_dog_tag", size=9)],
            {"pet_cat": "pets/cat", "pet_dog_tag": "pets/dog"},
        ),
        # The name that all others begin with stays where it is.
        (
            [model("pet", size=9), model("pet_dog", size=9)],
            {"pet": "pets", "pet_dog": "pets/dog"},
        ),
        # Those that need each other stay together.
        (
            [
                model("pet_cat", "pet_dog", size=9),
                model("pet_dog", "pet_cat", size=9),
                model("pet_fox", "pet_cat", size=9),
            ],
            {"pet_cat": "pets/cat", "pet_dog": "pets/cat", "pet_fox": "pets/fox"},
        ),
        # All do: no cut is natural.
        (
            [model("cat", "dog", size=9), model("dog", "cat", size=9)],
            {"cat": "pets", "dog": "pets"},
        ),
        # A part that is too large is split again.
        (
            [
                model("cat_a", size=9),
                model("cat_b", size=9),
                model("dog", size=9),
            ],
            {"cat_a": "pets/cat/a", "cat_b": "pets/cat/b", "dog": "pets/dog"},
        ),
        # What all resources share.
        (
            [model("cat", size=9, owner=""), model("dog", size=9, owner="")],
            {"cat": "shared/cat", "dog": "shared/dog"},
        ),
    ],
)
def test_where_declarations_stand(
    items: list[Declaration], want: Mapping[str, str]
) -> None:
    assert find_homes(items, most=12) == want


def test_many_small_parts_are_packed() -> None:
    items = [model(f"word{at:03}", size=5) for at in range(100)]
    homes = find_homes(items, most=100)
    assert len(set(homes.values())) == 10
    assert homes["word000"] == homes["word009"] == "pets/word000"
    assert homes["word010"] == "pets/word010"


@st.composite
def webs(draw: st.DrawFn) -> list[Declaration]:
    """Declarations of one owner that refer to each other in any way."""
    words = st.sampled_from(["cat", "dog", "fox", "owl"])
    names = draw(
        st.lists(
            st.lists(words, min_size=1, max_size=3).map("_".join),
            unique=True,
            min_size=2,
            max_size=12,
        )
    )
    items: list[Declaration] = []
    for name in names:
        uses = draw(st.lists(st.sampled_from(names), max_size=3, unique=True))
        if uses and draw(st.booleans()):
            type = Array(item=Reference(id=uses[0]))
            alias = Alias(id=name, name=Name(wire=name), place=PLACE, type=type)
            items.append(alias)
        else:
            items.append(model(name, *uses, owner=""))
    return items


@pytest.mark.slow
@settings(max_examples=300, deadline=None, derandomize=True)
@given(webs(), st.integers(5, 40))
def test_imports_never_lead_in_a_circle(items: list[Declaration], most: int) -> None:
    homes = find_homes(items, most)
    assert homes.keys() == {item.id for item in items}
    imports: dict[str, set[str]] = {home: set() for home in homes.values()}
    for item in items:
        types = (
            [field.type for field in item.fields]
            if isinstance(item, Model)
            else [item.type]
        )
        for type in types:
            inner = type.item if isinstance(type, Array) else type
            if isinstance(inner, Reference):
                imports[homes[item.id]].add(homes[inner.id])
    left = {home: used - {home} for home, used in imports.items()}
    while left:
        ready = [home for home, used in left.items() if not used & left.keys()]
        assert ready, left
        for home in ready:
            del left[home]
