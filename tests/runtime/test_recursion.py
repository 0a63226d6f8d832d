"""Types that hold themselves without a model in between, and tuples."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

import pytest
from codec_support import Cat, Circle, Pet, again, decode, reported
from hypothesis import given, settings
from hypothesis import strategies as st
from sdk_runtime.json.data import to_json
from sdk_runtime.json.model import Model
from sdk_runtime.json.plain_data import Annotation
from sdk_runtime.json.unions import union

CAT = {"kind": "cat", "lives": 9}
MOMENT = "2024-05-01T10:00:00Z"
AT = datetime(2024, 5, 1, 10, tzinfo=UTC)

Json = union(
    "Json",
    lambda: (str, float, bool, list[Json | None], dict[str, Json | None]),
)
Nest = union("Nest", lambda: (list[Nest],))
Moments = union("Moments", lambda: (datetime, list[Moments]))
Odd = union("Odd", lambda: (dict[str, Even],))
Even = union("Even", lambda: (list[Odd],))
Pets = union("Pets", lambda: (Pet, list[Pets], Group))
Chain = union("Chain", lambda: (tuple[str, Chain | None],))
Lines = union(
    "Lines",
    lambda: (
        tuple[float, float],
        tuple[Literal["circle"], Circle],
        tuple[Literal["line"], datetime],
        list[str],
    ),
)


class Short(Model, kw_only=True):
    name: str | None = None


class Long(Model, kw_only=True):
    name: str | None = None
    label: str | None = None


class OfShort(Model, kw_only=True):
    of: Short | None = None


class OfLong(Model, kw_only=True):
    of: Long | None = None


Of = union("Of", lambda: (OfShort, OfLong))
Listed = union("Listed", lambda: (list[OfShort], list[OfLong]))


class Group(Model, kw_only=True):
    members: dict[str, Pets]
    nest: Nest | None = None


FITTING: list[tuple[Annotation, object, object]] = [
    (
        Json,
        {"a": [1.5, "x", {"b": [None, True]}]},
        {"a": [1.5, "x", {"b": [None, True]}]},
    ),
    (Json, [], []),
    (Json | None, None, None),
    (Nest, [[], [[]]], [[], [[]]]),
    (dict[str, Nest], {"a": [[]]}, {"a": [[]]}),
    (Moments, [MOMENT, [[MOMENT]]], [AT, [[AT]]]),
    (Even, [{"a": [{"b": []}]}, {}], [{"a": [{"b": []}]}, {}]),
    (Pets, CAT, Cat(kind="cat", lives=9)),
    (Pets, [CAT, [[CAT]]], [Cat(kind="cat", lives=9), [[Cat(kind="cat", lives=9)]]]),
    (
        Pets,
        {"members": {"a": [{"members": {"b": CAT}, "nest": [[]]}]}},
        Group(
            members={"a": [Group(members={"b": Cat(kind="cat", lives=9)}, nest=[[]])]}
        ),
    ),
    (Chain, ["a", ["b", None]], ("a", ("b", None))),
    (Lines, [1.5, 2.5], (1.5, 2.5)),
    (Lines, ["circle", {"radius": 1.5}], ("circle", Circle(radius=1.5))),
    (Lines, ["line", MOMENT], ("line", AT)),
    (Lines, ["line", "x", "y"], ["line", "x", "y"]),
    (tuple[int, Pets], [1, [CAT]], (1, [Cat(kind="cat", lives=9)])),
    # Of equals, the one that keeps more of what is inside.
    (Of, {"of": {"name": "x"}}, OfShort(of=Short(name="x"))),
    (Of, {"of": {"label": "x"}}, OfLong(of=Long(label="x"))),
    (Listed, [{"of": {"label": "x"}}], [OfLong(of=Long(label="x"))]),
    (Listed, [{"of": {"name": "x"}}], [OfShort(of=Short(name="x"))]),
]


@pytest.mark.parametrize("prefix", [b"", b"\xef\xbb\xbf"], ids=["fast", "tolerant"])
@pytest.mark.parametrize(("kind", "body", "want"), FITTING)
def test_what_stands_inside_is_decoded(
    kind: Annotation, body: object, want: object, prefix: bytes
) -> None:
    value, drifts = decode(kind, prefix + to_json(body).encode(), strict=True)
    assert value == want
    assert type(value) is type(want)
    assert drifts == []
    assert again(value) == body


DEPARTING: list[tuple[Annotation, object, list[tuple[str, str, str]]]] = [
    (Nest, {}, [("$", "list[Nest]", "dict")]),
    (Nest, [[], [[3]]], [("[1][0][0]", "list[Nest]", "int")]),
    (Json, {"a": [None]}, []),
    (
        Json,
        None,
        [
            (
                "$",
                "str | float | bool | list[Json | None] | dict[str, Json | None]",
                "None",
            )
        ],
    ),
    (Moments, [MOMENT, ["soon"]], [("[1][0]", "datetime", "str")]),
    (Even, [{"a": [{"b": 3}]}], [("[0].a[0].b", "list[Odd]", "int")]),
    (Pets, [[{"kind": "cat", "lives": "9"}]], [("[0][0].lives", "int", "str")]),
    (Chain, ["a", ["b"]], [("[1]", "tuple of 2", "list of 1")]),
    (Chain, ["a", [1, None]], [("[1][0]", "str", "int")]),
    (Lines, [1.5, 2.5, 3.5], [("$", "tuple of 2", "list of 3")]),
]


@pytest.mark.parametrize(("kind", "body", "want"), DEPARTING)
def test_departures_are_reported_where_they_are(
    kind: Annotation, body: object, want: list[tuple[str, str, str]]
) -> None:
    value, drifts = decode(kind, body)
    assert reported(drifts) == want
    assert again(value) == body


@pytest.mark.parametrize(
    ("value", "want"),
    [([], True), ({}, True), (1.5, True), (None, False), (b"", False)],
)
def test_a_value_can_be_asked_for_its_type(value: object, want: bool) -> None:
    assert isinstance(value, Json) is want


values = st.recursive(
    st.none()
    | st.booleans()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(values)
def test_any_json_comes_back_as_it_was(value: object) -> None:
    decoded, drifts = decode(Json | None, value, strict=True)
    assert decoded == value
    assert drifts == []
    assert again(decoded) == value
