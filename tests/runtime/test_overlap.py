"""Values that fit several variants of a union at once, as `anyOf` allows, lose nothing."""

from __future__ import annotations

import copy
import pickle
from typing import Literal

import pytest
from codec_support import again, decode
from hypothesis import given
from hypothesis import strategies as st
from sdk_runtime.json.data import to_dict, to_json
from sdk_runtime.json.model import Maybe, Model, OpenModel, field
from sdk_runtime.json.plain_data import Annotation
from sdk_runtime.json.unions import union


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


Person = union("Person", lambda: (Name, Life))
Address = union("Address", lambda: (Home, Place))
Inhabitant = union("Inhabitant", lambda: (Resident, Citizen))
Known = union("Known", lambda: (Person, Home))
Labelled = union("Labelled", lambda: (Labels, Life))
Counted = union("Counted", lambda: (Life, dict[str, int]))
Pet = union("Pet", lambda: (Cat, Dog))

ADA: dict[str, object] = {"first": "Ada", "born": 1815}
HOME = {"street": "a", "city": "b"}
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


def test_it_reads_like_the_model_that_it_is() -> None:
    value = decode(Person, ADA)[0]
    assert repr(value) == "Name(first='Ada', born=1815)"
    assert (value.first, value.last, value.born) == ("Ada", None, 1815)
    assert value == decode(Person, ADA)[0]
    assert value != Name(first="Ada")
    value.born = 1816
    assert to_dict(value) == {"first": "Ada", "born": 1816}


def test_further_properties_that_python_cant_say() -> None:
    body = {"first": "Ada", "last": "Byron", "class": "x", "__init__": "y", "a-b": "z"}
    value = decode(Person, body)[0]
    assert type(value) is not Name
    assert (value.further_class, value.init__, value.a_b) == ("x", "y", "z")


def test_it_copies_and_pickles() -> None:
    for body in (ADA, {**ADA, "class": "d"}):
        value = decode(Person, body)[0]
        for other in (
            copy.copy(value),
            copy.deepcopy(value),
            pickle.loads(pickle.dumps(value)),
        ):
            assert other == value
            assert type(other) is type(value)
            assert again(other) == body


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
