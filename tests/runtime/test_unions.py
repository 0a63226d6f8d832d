"""Unions that msgspec doesn't decode by itself."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from codec_support import (
    Box,
    Cat,
    Circle,
    Declared,
    Dog,
    FallibleOrThird,
    First,
    Flagged,
    InnerOrThird,
    Moment,
    Nested,
    NumberBox,
    Numbered,
    OneOrMany,
    Outer,
    Owner,
    Pet,
    Second,
    Settings,
    Shape,
    Ship,
    Square,
    TextBox,
    Third,
    Train,
    Value,
    Vehicle,
    VehicleOrShip,
    WithDefault,
    again,
    decode,
    reported,
)
from sdk_runtime.json.data import to_json
from sdk_runtime.json.plain_data import Annotation
from sdk_runtime.json.unions import union

CAT = {"kind": "cat", "lives": 9}
DOG = {"kind": "puppy", "tricks": ["sit"]}

SELECTED: list[tuple[Any, object, object]] = [
    # By constants.
    (Pet, CAT, Cat(kind="cat", lives=9)),
    (Pet, DOG, Dog(kind="puppy", tricks=["sit"])),
    # By required properties, then by how many are known.
    (Shape, {"side": 1.5}, Square(side=1.5)),
    (Shape, {"side": 1.5, "height": 2.5}, Box(side=1.5, height=2.5)),
    (Shape, {"radius": 1.5}, Circle(radius=1.5)),
    (Shape, {"side": 1.5, "label": "x"}, Square(side=1.5, label="x")),
    # By the types of properties.
    (Value, {"value": 1}, NumberBox(value=1)),
    (Value, {"value": "1"}, TextBox(value="1")),
    # By JSON type, and by the types of items.
    (OneOrMany, 3, 3),
    (OneOrMany, [1, 2], [1, 2]),
    (OneOrMany, ["a"], ["a"]),
    (OneOrMany, [], []),
    (OneOrMany, {"radius": 0.5}, Circle(radius=0.5)),
    # Text of two types: the first that takes it.
    (Moment, "2024-05-01T10:00:00Z", datetime(2024, 5, 1, 10, tzinfo=UTC)),
    (Moment, "yesterday", "yesterday"),
    # By a declared tag, which two values may share.
    (Declared, {"shape": "square", "side": 1.5}, Square(side=1.5)),
    (Declared, {"shape": "ring", "radius": 1.5}, Circle(radius=1.5)),
    (WithDefault, {"shape": "circle", "radius": 1.5}, Circle(radius=1.5)),
    (WithDefault, {"shape": "hexagon", "side": 1.5}, Square(side=1.5)),
    (WithDefault, {"side": 1.5}, Square(side=1.5)),
    # By a declared tag that is no text.
    (Numbered, {"n": 1, "side": 1.5}, Square(side=1.5)),
    (Numbered, {"n": 2.0, "radius": 1.5}, Circle(radius=1.5)),
    (Flagged, {"on": True, "side": 1.5}, Square(side=1.5)),
    (Flagged, {"on": False, "radius": 1.5}, Circle(radius=1.5)),
    # By a declared tag that may be missing, and then by what else there is.
    (Vehicle, {"way": "sea", "name": "x"}, Ship(way="sea", name="x")),
    (Vehicle, {"way": "rail", "name": "x"}, Train(name="x")),
    (Vehicle, {"way": "lake", "cars": 1}, Ship(way="lake")),
    (Vehicle, {"way": "air", "masts": 1}, Ship(way="air", masts=1)),
    (Vehicle, {"name": "x", "masts": 1}, Ship(name="x", masts=1)),
    (Vehicle, {"name": "x"}, Train(name="x")),
    (Vehicle, "a raft", "a raft"),
    (VehicleOrShip, {"way": "rail", "name": "x"}, Train(name="x")),
    (VehicleOrShip, {"name": "x"}, Ship(name="x")),
    (VehicleOrShip, {"name": "x", "cars": 1}, Train(name="x", cars=1)),
    # By a tag that is declared further inside.
    (InnerOrThird, {"k": "1", "a": "x"}, First(k="1", a="x")),
    (InnerOrThird, {"k": "2", "b": "x"}, Second(k="2", b="x")),
    (InnerOrThird, {"k": "3", "c": "x"}, Third(k="3", c="x")),
    (InnerOrThird, {"k": "1"}, Third(k="1")),
    (FallibleOrThird, {"k": "2", "b": "x"}, Second(k="2", b="x")),
    (FallibleOrThird, {"k": "?", "a": "x"}, First(k="?", a="x")),
    (FallibleOrThird, {"k": "?", "b": "x"}, Second(k="?", b="x")),
    (FallibleOrThird, {"k": "?", "c": "x"}, Third(k="?", c="x")),
    (Outer, {"k": "2", "b": "x", "c": "x"}, Second(k="2", b="x")),
    (Outer, {"k": "3", "a": "x", "b": "x"}, Third(k="3")),
    # Nested, and in containers.
    (Nested, DOG, Dog(kind="puppy", tricks=["sit"])),
    (Nested, {"radius": 1.5}, Circle(radius=1.5)),
    (Nested, [CAT], [Cat(kind="cat", lives=9)]),
    (Nested, {"name": "x", "k": 1}, Settings(name="x", additional={"k": 1})),
    (list[Pet], [CAT, CAT], [Cat(kind="cat", lives=9)] * 2),
    (dict[str, Pet], {"a": CAT}, {"a": Cat(kind="cat", lives=9)}),
    (Pet | None, None, None),
    (Pet | None, CAT, Cat(kind="cat", lives=9)),
    (
        Owner,
        {"pets": {"a": {**CAT, "friends": [DOG]}}, "favourite": None},
        Owner(
            pets={
                "a": Cat(
                    kind="cat", lives=9, friends=[Dog(kind="puppy", tricks=["sit"])]
                )
            },
            favourite=None,
        ),
    ),
]


@pytest.mark.parametrize(("kind", "body", "want"), SELECTED)
def test_the_variant_is_selected_without_drift(
    kind: Annotation, body: object, want: object
) -> None:
    value, drifts = decode(kind, body, strict=True)
    assert value == want
    assert type(value) is type(want)
    assert drifts == []


@pytest.mark.parametrize(("kind", "body", "want"), SELECTED)
def test_both_ways_of_decoding_agree(
    kind: Annotation, body: object, want: object
) -> None:
    value, drifts = decode(kind, b"\xef\xbb\xbf" + to_json(body).encode(), strict=True)
    assert value == want
    assert type(value) is type(want)
    assert drifts == []


DEPARTING: list[tuple[Any, object, list[tuple[str, str, str]]]] = [
    (Pet, {"kind": "ox"}, [("$", "Cat | Dog", "dict")]),
    (Pet, {}, [("$", "Cat | Dog", "dict")]),
    (Pet, 5, [("$", "Cat | Dog", "int")]),
    (Pet, None, [("$", "Cat | Dog", "None")]),
    (Pet, {"kind": "cat", "lives": "9"}, [("lives", "int", "str")]),
    (
        Declared,
        {"shape": "hexagon", "side": 1},
        [("shape", "'square' | 'circle' | 'ring'", "str")],
    ),
    (Declared, {"side": 1}, [("shape", "'square' | 'circle' | 'ring'", "nothing")]),
    (
        Declared,
        {"shape": ["square"]},
        [("shape", "'square' | 'circle' | 'ring'", "list")],
    ),
    (Numbered, {"n": True, "side": 1}, [("n", "'1' | '2'", "bool")]),
    (Numbered, {"n": 1.5, "side": 1}, [("n", "'1' | '2'", "float")]),
    (Flagged, {"on": 1, "side": 1}, [("on", "'true' | 'false'", "int")]),
    (Flagged, {"on": None}, [("on", "'true' | 'false'", "None")]),
    (OneOrMany, [True], [("[0]", "int", "bool")]),
    (OneOrMany, "x", [("$", "int | list[int] | list[str] | Circle", "str")]),
    (Value, {"value": []}, [("value", "int", "list")]),
    (Value, {"other": 1}, [("$", "NumberBox | TextBox", "dict")]),
    (Moment, 5, [("$", "datetime | str", "int")]),
    (list[Pet], [CAT, {"kind": "ox"}], [("[1]", "Cat | Dog", "dict")]),
    (
        Owner,
        {"pets": {"a": {**CAT, "friends": [CAT, {**DOG, "tricks": [1]}]}}},
        [("pets.a.friends[1].tricks[0]", "str", "int")],
    ),
]


@pytest.mark.parametrize(("kind", "body", "reports"), DEPARTING)
def test_what_no_variant_takes_is_kept_and_reported(
    kind: Annotation, body: object, reports: list[tuple[str, str, str]]
) -> None:
    value, drifts = decode(kind, body)
    assert reported(drifts) == reports
    assert again(value) == body


def test_a_whole_float_is_an_int_in_a_union_too() -> None:
    value, drifts = decode(OneOrMany, b"3.0")
    assert (value, type(value), drifts) == (3, int, [])


def test_a_difference_further_down_is_found_out_by_trying() -> None:
    class Deep(msgspec.Struct):
        a: dict[str, dict[str, dict[str, list[int]]]]

    class Deeper(msgspec.Struct):
        a: dict[str, dict[str, dict[str, list[str]]]]

    either = union("either", lambda: (Deep, Deeper))
    body = {"a": {"b": {"c": {"d": ["x"]}}}}
    value, drifts = decode(either, body)
    assert isinstance(value, Deeper)
    assert drifts == []


def test_isinstance_asks_for_the_variants() -> None:
    assert isinstance(Cat(kind="cat", lives=1), Pet)
    assert not isinstance(Circle(radius=1), Pet)
    assert isinstance(3, OneOrMany)
    assert not isinstance("x", OneOrMany)
    assert isinstance(Cat(kind="cat", lives=1), Nested)
    assert isinstance("x", Moment)
    assert repr(Pet) == "<union Pet>"


def _levels(depth: int, leaf: object) -> object:
    body = leaf
    for _ in range(depth):
        body = {"child": body}
    return body


class Left(msgspec.Struct):
    child: Tree | None = None


class Right(msgspec.Struct):
    child: Tree | None = None


Tree = union("Tree", lambda: (Left, Right))


def test_hostile_nesting_of_equals_costs_no_more_than_its_size() -> None:
    # Each level has two equal variants: trying both everywhere would take 2**60 steps.
    value, drifts = decode(Tree, _levels(60, 7))
    assert again(value) == _levels(60, 7)
    assert len(drifts) == 1
    assert drifts[0].path == "child." * 59 + "child"


@pytest.mark.parametrize("depth", [1, 5, 50])
def test_the_first_of_equals_is_taken(depth: int) -> None:
    value, drifts = decode(Tree, _levels(depth, {}))
    assert drifts == []
    while value is not None:
        assert type(value) is Left
        value = value.child
