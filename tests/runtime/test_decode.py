"""Decoding: bodies that fit, bodies that don't, and bodies that aren't JSON."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal, NewType
from uuid import UUID

import pytest
from codec_support import (
    WHERE,
    Author,
    Bird,
    Fish,
    Note,
    NoteList,
    Stamps,
    again,
    decode,
    reported,
)
from sdk_runtime.errors import ArgumentError, DriftError
from sdk_runtime.json.data import to_dict, to_json
from sdk_runtime.json.model import Model
from sdk_runtime.json.plain_data import Annotation

Id = NewType("Id", str)

FITTING: list[tuple[Any, object, object]] = [
    (Note, {"id": "1"}, Note(id="1")),
    (Note, {"id": "1", "unknown": {"a": [1]}}, Note(id="1")),
    (Note, {"id": "1", "state": "brand new"}, Note(id="1", state="brand new")),
    (Note, {"id": "1", "class": "x"}, Note(id="1", class_="x")),
    (Note, {"id": "1", "body": None}, Note(id="1", body=None)),
    (Note, {"id": "1", "rating": 4}, Note(id="1", rating=4.0)),
    (Note, {"id": "1", "created_at": 3.0}, Note(id="1", created_at=3)),
    (NoteList, {"data": []}, NoteList(data=[])),
    (int, 1.0, 1),
    (int, -0.0, 0),
    (float, 3, 3.0),
    (int | float, 1.0, 1.0),
    (Literal[1, 2], 2.0, 2),
    (Any, {"a": [None, 1.5]}, {"a": [None, 1.5]}),
    (Id, "x", "x"),
    (Annotated[int, "doc"], 2.0, 2),
    (list[Id | int], ["a", 1.0], ["a", 1]),
    (dict[str, list[int]], {"a": [1.0]}, {"a": [1]}),
    (Fish | Bird, {"wings": 2, "kind": "bird"}, Bird(wings=2)),
    (Fish | Bird | None, None, None),
    (
        Stamps,
        {
            "at": "2024-05-01T10:00:00Z",
            "key": "12345678-1234-5678-1234-567812345678",
            "price": "1.50",
            "raw": "aGk=",
            "pair": [1.0, "a"],
            "many": [1, 2.0],
        },
        Stamps(
            at=datetime(2024, 5, 1, 10, tzinfo=UTC),
            key=UUID("12345678-1234-5678-1234-567812345678"),
            price=Decimal("1.50"),
            raw=b"hi",
            pair=(1, "a"),
            many=(1, 2),
        ),
    ),
]


@pytest.mark.parametrize(("kind", "body", "want"), FITTING)
def test_a_body_that_fits_is_no_drift(
    kind: Annotation, body: object, want: object
) -> None:
    value, drifts = decode(kind, body, strict=True)
    assert value == want
    assert type(value) is type(want)
    assert drifts == []


DEPARTING: list[tuple[Any, object, object, list[tuple[str, str, str]]]] = [
    (Note, {}, {"id": None}, [("id", "str", "nothing")]),
    (Note, {"id": 7}, {"id": 7}, [("id", "str", "int")]),
    (Note, {"id": None}, {"id": None}, [("id", "str", "None")]),
    (
        Note,
        {"id": "1", "type": "noted"},
        {"id": "1", "type": "noted"},
        [("type", "'note'", "str")],
    ),
    (Note, [1], [1], [("$", "Note", "list")]),
    (Note, None, None, [("$", "Note", "None")]),
    (
        Note,
        {"id": "1", "author": "Ann"},
        {"id": "1", "author": "Ann"},
        [("author", "Author | None", "str")],
    ),
    (
        NoteList,
        {"data": [{"id": "1"}, {"id": "2", "author": {"id": 5}}]},
        {"data": [{"id": "1"}, {"id": "2", "author": {"id": 5}}]},
        [("data[1].author.id", "str", "int")],
    ),
    (
        NoteList,
        {"data": {"a": 1}},
        {"data": {"a": 1}},
        [("data", "list[Note]", "dict")],
    ),
    (
        Note,
        {"id": "1", "rating": "4"},
        {"id": "1", "rating": "4"},
        [("rating", "float | None", "str")],
    ),
    (
        Note,
        {"id": "1", "created_at": 1.5},
        {"id": "1", "created_at": 1.5},
        [("created_at", "int | None", "float")],
    ),
    (int, True, True, [("$", "int", "bool")]),
    (bool, 0, 0, [("$", "bool", "int")]),
    (dict[str, int], {"a b": "x"}, {"a b": "x"}, [('["a b"]', "int", "str")]),
    (
        Fish | Bird,
        {"kind": "worm", "depth": 1},
        {"kind": "worm", "depth": 1},
        [("$", "Fish | Bird", "dict")],
    ),
    (
        Fish | Bird,
        {"kind": "fish", "depth": "1"},
        {"kind": "fish", "depth": "1"},
        [("depth", "int", "str")],
    ),
    (
        Fish,
        {"kind": "bird", "depth": 1},
        {"kind": "bird", "depth": 1},
        [("kind", "'fish'", "str")],
    ),
    (
        Stamps,
        {
            "at": "yesterday",
            "key": 5,
            "price": "cheap",
            "raw": "%",
            "pair": [1],
            "many": [1, "a"],
        },
        {
            "at": "yesterday",
            "key": 5,
            "price": "cheap",
            "raw": "%",
            "pair": [1],
            "many": [1, "a"],
        },
        [
            ("at", "datetime", "str"),
            ("key", "UUID | None", "int"),
            ("price", "Decimal", "str"),
            ("raw", "bytes", "str"),
            ("pair", "tuple of 2", "list of 1"),
            ("many[1]", "int", "str"),
        ],
    ),
]


@pytest.mark.parametrize(("kind", "body", "want", "reports"), DEPARTING)
def test_a_departure_keeps_the_value_and_is_reported(
    kind: Annotation, body: object, want: object, reports: list[tuple[str, str, str]]
) -> None:
    value, drifts = decode(kind, body)
    assert again(value) == want
    assert reported(drifts) == reports
    assert all(drift.where == WHERE for drift in drifts)


def test_what_fits_beside_a_departure_is_typed() -> None:
    value, drifts = decode(NoteList, {"data": [{"id": 3, "author": {"id": "a"}}]})
    assert value == NoteList(data=[Note(id=3, author=Author(id="a"))])  # type: ignore[arg-type]  # kept as it came
    assert len(drifts) == 1


def test_strict_raises_all_departures_at_once() -> None:
    with pytest.raises(DriftError) as caught:
        decode(NoteList, {"data": [{"id": 1}, {"id": 2}]}, strict=True)
    assert reported(list(caught.value.drifts)) == [
        ("data[0].id", "str", "int"),
        ("data[1].id", "str", "int"),
    ]
    assert "GET /notes/{id}: data[0].id: expected str, found int, and 1 more" in str(
        caught.value
    )


def test_what_is_no_json_type_is_refused_when_encoding() -> None:
    with pytest.raises(ArgumentError, match="a object has no form in JSON"):
        to_json({"a": object()})
    with pytest.raises(ArgumentError, match="a object has no form in JSON"):
        to_dict([object()])


class Counted:
    """A value of which it is counted how often msgspec has it converted."""

    times = 0

    @classmethod
    def __decode__(cls, value: object) -> Counted:
        cls.times += 1
        return cls()


class Level(Model, kw_only=True):
    counted: Counted | None = None
    number: int = 0
    inner: Level | None = None


@pytest.mark.parametrize("levels", [12, 50])
def test_what_lies_in_many_values_that_do_not_fit_is_not_read_once_for_each(
    levels: int,
) -> None:
    tree: dict[str, object] = {"counted": {}, "number": "1"}
    for _ in range(levels):
        tree = {"inner": tree}
    Counted.times = 0
    _, drifts = decode(Level, tree)
    assert [drift.expected for drift in drifts] == ["int"]
    assert 1 <= Counted.times <= 10
