"""Models as plain data and back, and copies with other members."""

from __future__ import annotations

import copy
import json
import logging
import sys
from collections import UserString, deque
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Literal
from uuid import UUID

import pytest
from codec_support import (
    Author,
    Bird,
    Cat,
    Circle,
    Labels,
    Moment,
    Nested,
    Note,
    NoteList,
    OneOrMany,
    Pet,
    Settings,
    Shape,
    Stamps,
)
from sdk_runtime.errors import APIResponseError, ArgumentError, DriftError
from sdk_runtime.json.data import from_dict, replace, to_dict, to_json
from sdk_runtime.json.drift import Drift
from sdk_runtime.json.model import ABSENT, Model, OpenModel, field, keeps_null
from sdk_runtime.json.plain_data import Annotation
from sdk_runtime.json.unions import union
from sdk_runtime.json.unix_time import UnixTime
from sdk_runtime.request.scalars import encode_json


class Formats(Model, kw_only=True):
    at: datetime | None = None
    day: date | None = None
    clock: time | None = None
    span: timedelta | None = None
    key: UUID | None = None
    price: Decimal | None = None
    raw: bytes | None = None
    since: UnixTime | None = None
    many: dict[str, list[UnixTime]] | None = None


@keeps_null
class Contact(Model, kw_only=True):
    id: str | None = ABSENT
    class_: str | None = field(default=ABSENT, name="class")
    age: int | None = None


class Draft(Model, kw_only=True):
    title: str
    by: Author | None = None
    n: int = 0


class Tree(OpenModel):
    name: str
    below: list[Tree] | None = None
    additional: dict[str, Pet] = field(default_factory=dict)


Nest = union("Nest", lambda: (int, list[Nest]))

WRITTEN: list[tuple[Annotation, object]] = [
    (Note, {"id": "1", "class": "x", "body": None}),
    (Note, {"id": "1", "replies": [{"id": "2", "author": {"id": "a"}}]}),
    (NoteList, {"data": [], "pages": {"next": None, "of": [1, 2.5, True]}}),
    (Contact, {"id": None}),
    (Contact, {}),
    (Settings, {"name": "x", "a": 1, "b c": 2, "pet": {"kind": "cat", "lives": 3}}),
    (Labels, {"additional": "declared", "class": 1, "more": [{"class": 2, "e": []}]}),
    (Tree, {"name": "a", "below": [{"name": "b", "pet": {"kind": "cat", "lives": 1}}]}),
    (Bird, {"kind": "bird", "wings": 2}),
    (Shape, {"side": 1.0, "height": 2.5}),
    (list[Pet], [{"kind": "cat", "lives": 1}, {"kind": "dog", "tricks": []}]),
    (dict[str, Pet], {"a": {"kind": "puppy", "tricks": ["sit"]}}),
    (Nested, [{"kind": "cat", "lives": 1, "friends": [{"kind": "dog", "tricks": []}]}]),
    (Nest, [1, [2, [3]]]),
    (OneOrMany, ["a"]),
    (Moment, "2025-01-31T12:00:00Z"),
    (
        Formats,
        {
            "at": "2025-01-31T12:00:00.5Z",
            "day": "2025-01-31",
            "clock": "12:00:00Z",
            "span": "P1DT30S",
            "key": "123e4567-e89b-12d3-a456-426614174000",
            "price": "12.50",
            "raw": "aGk=",
            "since": 1738324800,
            "many": {"a": [1, 2]},
        },
    ),
    (Formats, {"at": "2025-01-31T12:00:00"}),
    (Stamps, {"pair": [1, "a"], "many": [1, 2, 3]}),
    (int, 10**30),
    (Any, None),
]


@pytest.mark.parametrize(("kind", "data"), WRITTEN)
def test_data_become_models_and_data_again(kind: Annotation, data: object) -> None:
    model = from_dict(kind, data, strict=True)
    expected = json.loads(json.dumps(data).replace("12:00:00.5Z", "12:00:00.500000Z"))
    assert to_dict(model) == expected
    assert json.loads(to_json(model)) == expected
    assert type(to_json(model)) is str
    assert from_dict(kind, to_dict(model)) == model


def test_lists_stand_for_tuples_at_any_depth() -> None:
    made = to_dict({"a": Stamps(pair=(1, "a"), many=(1,)), "b": ((1,), [(2,)])})
    assert made == {"a": {"pair": [1, "a"], "many": [1]}, "b": [[1], [[2]]]}


MODELS: list[object] = [
    Note(id="1", author=Author(id="a"), body=None),
    Settings(name="x", additional={"k": 1}, pet=Cat(kind="cat", lives=9)),
    Formats(at=datetime(2025, 1, 31, tzinfo=UTC), day=date(2025, 1, 31), raw=b"hi"),
    Stamps(pair=(1, "a"), price=Decimal("1.50")),
    Contact(id=None),
    Bird(wings=2),
    [Circle(radius=1)],
    {"a": Note(id="1")},
]


@pytest.mark.parametrize("model", MODELS)
def test_a_model_is_written_as_it_is_sent(model: object) -> None:
    assert to_json(model).encode() == encode_json(model)
    assert to_dict(model) == json.loads(encode_json(model))


def test_values_of_other_classes_are_written_too() -> None:
    class Text(str):
        __slots__ = ()

    note = Note(id=Text("1"), replies=deque([Note(id="2")]))  # type: ignore[arg-type]  # a caller's
    given = MappingProxyType({"note": note, "text": UserString("x"), 1: (1,)})
    assert to_dict(given) == {
        "note": {"id": "1", "replies": [{"id": "2"}]},
        "text": "x",
        "1": [1],
    }


UNWRITABLE: list[tuple[object, str]] = [
    (Note(id="1", rating=float("nan")), "rating: nan can't be sent"),
    (Settings(name="x", additional={"a": float("inf")}), "a: inf can't be sent"),  # type: ignore[dict-item]  # what is tested
    ({"a": [object()]}, "a object has no form in JSON"),
    (Note(id=object()), "a object has no form in JSON"),  # type: ignore[arg-type]  # what is tested
    ({(1, 2): 3}, "can't be written"),
    ([Settings], "has no form in JSON"),
]


@pytest.mark.parametrize(("value", "says"), UNWRITABLE)
@pytest.mark.parametrize("write", [to_dict, to_json])
def test_what_json_has_no_form_for(
    write: Callable[[object], object], value: object, says: str
) -> None:
    with pytest.raises(ArgumentError, match=says):
        write(value)
    with pytest.raises(ArgumentError, match=says):
        from_dict(Note, value)


def test_what_a_server_sent_is_written_whatever_it_is() -> None:
    half = from_dict(Note, {"id": "\ud800"})
    assert to_dict(half)["id"] == "\ud800"
    assert json.loads(to_json(half))["id"] == "\ud800"
    naive = from_dict(Stamps, {"at": "2025-01-31T12:00:00"})
    assert to_dict(naive) == {"at": "2025-01-31T12:00:00"}


def test_departures_are_converted_and_reported(
    caplog: pytest.LogCaptureFixture,
) -> None:
    drifts: list[Drift] = []
    with caplog.at_level(logging.WARNING):
        draft = from_dict(Draft, {"by": {"id": 5}, "n": "x"}, on_drift=drifts.append)
        from_dict(Draft, {"by": {"id": 6}, "n": 1})
    assert draft.by == Author(id=5)  # type: ignore[arg-type]  # what came
    assert to_dict(draft) == {"title": None, "by": {"id": 5}, "n": "x"}
    said = [
        "Draft: title: expected str, found nothing",
        "Draft: by.id: expected str, found int",
        "Draft: n: expected int, found str",
    ]
    assert [str(drift) for drift in drifts] == said
    # Each place once, as of a client.
    assert [one.getMessage() for one in caplog.records] == [f"drift: {s}" for s in said]
    with pytest.raises(DriftError, match="title: expected str, found int"):
        from_dict(Draft, {"title": 7}, strict=True)


@pytest.mark.parametrize("data", [[], "x", None, [{"id": "1"}]])
def test_data_of_another_kind_are_no_model(data: object) -> None:
    with pytest.raises(APIResponseError, match="Note: expected Note, found"):
        from_dict(Note, data)


WRONG = [{"strict": 1}, {"on_drift": 5}, {"type_": {}}, {"type_": [Note]}, {"type_": 5}]


@pytest.mark.parametrize("wrong", WRONG)
def test_arguments_are_checked(wrong: dict[str, Any]) -> None:
    with pytest.raises(ArgumentError, match=f"{next(iter(wrong))} must be"):
        from_dict(**{"type_": Note, "data": {"id": "1"}, **wrong})


def test_nothing_of_the_data_is_shared() -> None:
    data: dict[str, Any] = {"data": [], "pages": {"next": [1]}}
    model = from_dict(NoteList, data)
    data["pages"]["next"].append(2)
    assert model.pages == {"next": [1]}
    to_dict(model)["pages"]["next"].append(2)
    assert model.pages == {"next": [1]}


REPLACED: list[tuple[Any, dict[str, Any], dict[str, object]]] = [
    (Note(id="1", rating=1), {"id": "2"}, {"id": "2", "rating": 1}),
    (
        Note(id="1"),
        {"class_": "x", "body": None},
        {"id": "1", "class": "x", "body": None},
    ),
    (Note(id="1", rating=1), {"rating": None}, {"id": "1"}),
    (Contact(id="x"), {"id": None}, {"id": None}),
    (Contact(id=None), {"age": 3}, {"id": None, "age": 3}),
    (Settings(name="x", additional={"a": 1}), {"name": "y"}, {"name": "y", "a": 1}),
    (Settings(name="x", additional={"a": 1}), {"additional": {}}, {"name": "x"}),
    (Labels(rest={"a": []}), {"additional": "b"}, {"additional": "b", "a": []}),
    (Bird(wings=2), {"wings": 4}, {"kind": "bird", "wings": 4}),
    (Note(id="1"), {}, {"id": "1"}),
]


@pytest.mark.parametrize(("model", "changes", "want"), REPLACED)
def test_a_copy_with_other_members(
    model: Any, changes: dict[str, Any], want: dict[str, object]
) -> None:
    before = to_dict(model)
    made = replace(model, **changes)
    assert type(made) is type(model)
    assert to_dict(made) == want
    assert to_dict(model) == before
    if sys.version_info >= (3, 13):
        assert copy.replace(model, **changes) == made


def test_an_open_copy_has_further_members_of_its_own() -> None:
    first = Settings(name="x", additional={"a": 1})
    second = replace(first, name="y")
    second.additional["a"] = 2
    assert first.additional == {"a": 1}


NO_MEMBERS = [
    (Note(id="1"), "nonsense"),
    (Note(id="1"), "class"),
    (Bird(wings=2), "kind"),
    (Settings(name="x", additional={"a": 1}), "a"),
    (Settings(name="x"), "model"),
]


@pytest.mark.parametrize(("model", "name"), NO_MEMBERS)
def test_a_member_that_there_is_none_of_is_named(model: Any, name: str) -> None:
    with pytest.raises(ArgumentError, match=f"no member {name!r}"):
        replace(model, **{name: 1})


def test_a_member_may_be_called_like_an_argument() -> None:
    class Car(Model, kw_only=True):
        model: str
        self: Literal["x"] | None = None

    assert replace(Car(model="a"), model="b", self="x") == Car(model="b", self="x")


def test_what_is_no_model_is_refused() -> None:
    for value in ({"id": "1"}, None, Note):
        with pytest.raises(ArgumentError, match="a model belongs here"):
            replace(value, id="2")  # type: ignore[type-var]  # what is tested
