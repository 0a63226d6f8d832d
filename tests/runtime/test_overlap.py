"""Values that fit several variants of a union at once, as `anyOf` allows, lose nothing."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any, Literal

import pytest
from codec_support import Settings, again, decode
from hypothesis import given
from hypothesis import strategies as st
from sdk_runtime.errors import ArgumentError
from sdk_runtime.json.data import replace, to_dict, to_json
from sdk_runtime.json.extra import extra
from sdk_runtime.json.model import ABSENT, Maybe, Model, OpenModel, field, keeps_null
from sdk_runtime.json.plain_data import Annotation
from sdk_runtime.json.unions import union
from sdk_runtime.request.scalars import encode_json, plain
from sdk_runtime.request.styles import form_members


class Name(Model, kw_only=True):
    first: str
    last: Maybe[str] = None


class Life(Model, kw_only=True):
    born: int
    died: Maybe[int] = None
    # Names that Python or the other class has a use for, and one that nobody can say.
    given: Maybe[str] = field(default=None, name="class")
    told: Maybe[str] = field(default=None, name="__init__")
    dashed: Maybe[str] = field(default=None, name="a-b")
    last: Maybe[str] = None


class Home(Model, kw_only=True):
    street: str
    rooms: Maybe[list[Name]] = None
    inside: Maybe[Home] = None


class Place(Model, kw_only=True):
    city: str
    rooms: Maybe[list[Life]] = None
    inside: Maybe[Place] = None


class Resident(Model, kw_only=True):
    home: Home
    homes: Maybe[dict[str, Home]] = None
    pair: Maybe[tuple[Home, int]] = None


class Citizen(Model, kw_only=True):
    home: Place
    homes: Maybe[dict[str, Place]] = None
    pair: Maybe[tuple[Place, int]] = None
    number: Maybe[int] = None


class Labels(OpenModel):
    first: str
    additional: dict[str, int] = field(default_factory=dict)


class Cat(Model, kw_only=True):
    kind: Literal["cat"]
    lives: Maybe[int] = None


class Dog(Model, kw_only=True):
    kind: Literal["dog"]
    tricks: Maybe[list[str]] = None


@keeps_null
class Contact(Model, kw_only=True):
    id: str | None = ABSENT
    first: str | None = ABSENT
    last: str | None = ABSENT


Kept = union("Kept", lambda: (Contact, Life))
Person = union("Person", lambda: (Name, Life))
Address = union("Address", lambda: (Home, Place))
Inhabitant = union("Inhabitant", lambda: (Resident, Citizen))
Known = union("Known", lambda: (Person, Home))
Labelled = union("Labelled", lambda: (Labels, Life))
Counted = union("Counted", lambda: (Life, dict[str, int]))
Pet = union("Pet", lambda: (Cat, Dog))

TOLD = {"class": "x", "__init__": "y", "a-b": "z"}
CITY = {"city": "b"}
ADA: dict[str, object] = {"first": "Ada", "born": 1815}
HOME = {"street": "a", "city": "b"}


def itself(value: object) -> object:
    return value


KEPT: list[tuple[Annotation, object, type]] = [
    (Person, ADA, Name),
    (Person, {**ADA, "last": "Byron", "died": 1852}, Life),
    (Person, {**ADA, "class": "x", "__init__": "y", "a-b": "z"}, Life),
    (Person, {"first": "Ada", "last": "Byron", "class": "x", "a-b": "y"}, Name),
    # Inside of what both declare.
    (Address, {**HOME, "rooms": [ADA, ADA]}, Home),
    (Address, {**HOME, "inside": {**HOME, "inside": HOME}}, Home),
    (Inhabitant, {"home": HOME, "homes": {"a": HOME}, "pair": [HOME, 1]}, Resident),
    (Inhabitant, {"home": HOME, "number": 1}, Citizen),
    # By unions of unions, and beside a model that keeps what it doesn't declare.
    (Known, {**ADA, "street": "a"}, Name),
    (Labelled, {**ADA, "died": 1852}, Life),
    (Labelled, {"first": "Ada", "born": 1815, "died": 1852, "x": 1}, Labels),
    (Counted, {"born": 1815, "died": 1852, "x": 1}, dict),
    (Counted, {"born": 1815, "died": 1852}, Life),
    (list[Person], [ADA], list),
]


@pytest.mark.parametrize(("kind", "body", "made"), KEPT)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["fast", "tolerant"])
def test_what_only_another_variant_declares_is_kept(
    kind: Annotation, body: object, made: type, mark: bytes
) -> None:
    value, drifts = decode(kind, mark + to_json(body).encode(), strict=True)
    assert isinstance(value, made)
    assert again(value) == body
    assert drifts == []


def test_it_is_the_model_that_fits_best() -> None:
    value = decode(Person, ADA)[0]
    assert type(value) is Name
    assert (value.first, value.last, extra(value)) == ("Ada", None, {"born": 1815})
    assert repr(value) == "Name(first='Ada')"
    # What is beside is part of the value.
    assert value == decode(Person, ADA)[0]
    assert value != decode(Person, {**ADA, "born": 1816})[0]
    assert value != Name(first="Ada")
    assert decode(Person, {"first": "Ada"})[0] == Name(first="Ada")
    # What is changed afterwards is not what came.
    extra(value)["born"] = 1816
    assert extra(value) == {"born": 1815}


def test_any_value_of_such_a_union_has_something_beside_or_nothing() -> None:
    for body in ({"first": "Ada"}, {"born": 1815}, {"first": "Ada", "undeclared": 1}):
        assert extra(decode(Person, body)[0]) == {}
    # A tag decides, so nothing overlaps.
    with pytest.raises(ArgumentError, match="keep_extra=True"):
        extra(decode(Pet, {"kind": "cat"})[0])


BESIDE: list[tuple[Annotation, object, Callable[[Any], Any], dict[str, object]]] = [
    (Person, {"first": "A", "class": "x", "__init__": "y", "a-b": "z"}, itself, TOLD),
    (Address, {**HOME, "inside": HOME}, lambda home: home.inside, {"city": "b"}),
    (Address, {**HOME, "rooms": [{}, ADA]}, lambda home: home.rooms[1], {"born": 1815}),
    (
        Inhabitant,
        {"home": HOME, "homes": {"a": HOME}},
        lambda one: one.homes["a"],
        CITY,
    ),
    (Inhabitant, {"home": HOME, "pair": [HOME, 1]}, lambda one: one.pair[0], CITY),
    (list[Person], [{"born": 1}, ADA], lambda people: people[1], {"born": 1815}),
    (Labelled, {"first": "Ada", "born": 1815, "x": 1}, itself, {}),
]


@pytest.mark.parametrize(("kind", "body", "find", "beside"), BESIDE)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["fast", "tolerant"])
def test_what_stands_beside(
    kind: Annotation,
    body: object,
    find: Callable[[Any], Any],
    beside: dict[str, object],
    mark: bytes,
) -> None:
    assert extra(find(decode(kind, mark + to_json(body).encode())[0])) == beside


def test_it_copies_and_pickles() -> None:
    value = decode(Person, ADA)[0]
    for other in (
        copy.copy(value),
        copy.deepcopy(value),
        pickle.loads(pickle.dumps(value)),
        replace(value, last=None),
    ):
        assert (other, type(other)) == (value, Name)
        assert again(other) == ADA
    assert again(replace(value, first="Eva")) == {**ADA, "first": "Eva"}


def test_it_is_sent_wherever_it_stands() -> None:
    value = decode(Person, ADA)[0]
    home = decode(Address, {**HOME, "rooms": [ADA]})[0]
    open_one = Settings(name="x", additional={"a": value})  # type: ignore[dict-item]  # any value
    assert encode_json({"a": [value], "b": (home,)}) == (
        b'{"a":[{"first":"Ada","born":1815}],'
        b'"b":[{"street":"a","rooms":[{"first":"Ada","born":1815}],"city":"b"}]}'
    )
    assert plain({"a": [value]}) == {"a": [ADA]}
    assert to_dict(open_one) == {"name": "x", "a": ADA}
    assert form_members({"a": value}, {}) == [
        "a=%7B%22first%22%3A%22Ada%22%2C%22born%22%3A1815%7D"
    ]
    # Null that came is sent, and what is absent isn't, beside as well.
    kept = decode(Kept, {"id": None, "first": "Ada", "born": 1})[0]
    assert again(kept) == {"id": None, "first": "Ada", "born": 1}
    assert again([decode(Known, {**ADA, "street": "a"})[0]]) == [{**ADA, "street": "a"}]


def test_what_fits_one_variant_is_of_its_class() -> None:
    for body in ({"first": "Ada"}, {"first": "Ada", "undeclared": 1}):
        assert type(decode(Person, body)[0]) is Name
    value, drifts = decode(Pet, {"kind": "cat", "tricks": ["sit"]})
    assert (type(value), value) == (Cat, Cat(kind="cat"))
    assert drifts == []


def test_a_departing_value_keeps_as_much() -> None:
    value, drifts = decode(Person, {**ADA, "last": 5})
    assert isinstance(value, Name)
    assert to_dict(value) == {**ADA, "last": 5}
    assert [drift.path for drift in drifts] == ["last"]


TEXTS = st.text("ab", max_size=2)
NAMES = st.fixed_dictionaries({"first": TEXTS}, optional={"last": TEXTS})
LIVES = st.fixed_dictionaries(
    {"born": st.integers(0, 9)}, optional={"died": st.integers(0, 9), "last": TEXTS}
)
BOTH = st.builds(lambda name, life: {**life, **name}, NAMES, LIVES)
PEOPLE = BOTH | NAMES | LIVES
HOMES = st.recursive(
    st.fixed_dictionaries({"street": TEXTS, "city": TEXTS}),
    lambda inner: st.fixed_dictionaries(
        {"street": TEXTS, "city": TEXTS},
        optional={"inside": inner, "rooms": st.lists(BOTH)},
    ),
)


@given(
    st.one_of(
        PEOPLE.map(lambda body: (Person, body)), HOMES.map(lambda body: (Address, body))
    )
)
def test_every_such_value_comes_back_whole(case: tuple[Annotation, object]) -> None:
    kind, body = case
    value, drifts = decode(kind, body, strict=True)
    assert to_dict(value) == body
    assert drifts == []
