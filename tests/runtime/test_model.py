"""Models: equality, texts, copies, pickles, and properties that aren't declared."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from codec_support import Author, Cat, Labels, Note, Settings, again, decode, reported
from msgspec import UNSET, field
from sdk_runtime.json.data import to_dict, to_json
from sdk_runtime.json.model import OpenModel
from sdk_runtime.json.plain_data import Annotation, Plain

MODELS = [
    Note(id="1", author=Author(id="a"), body=UNSET),
    Note(id="1", body=None, replies=[Note(id="2")]),
    Settings(name="x", additional={"k": 1}),
    Settings(name="x", pet=Cat(kind="cat", lives=9)),
]


@pytest.mark.parametrize("model", MODELS)
def test_models_copy_and_pickle(model: Plain) -> None:
    assert pickle.loads(pickle.dumps(model)) == model
    assert copy.copy(model) == model
    deep = copy.deepcopy(model)
    assert deep == model
    assert deep is not model


def test_a_copy_is_independent() -> None:
    first = Settings(name="x", additional={"k": 1})
    second = copy.deepcopy(first)
    second.additional["k"] = 2
    assert first.additional == {"k": 1}
    assert first != second


@pytest.mark.parametrize("model", MODELS)
def test_models_are_mutable_and_have_no_hash(model: Plain) -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(model)


@pytest.mark.parametrize("other", [None, 5, "1", {"id": "1"}, *MODELS[1:]])
def test_what_is_another_kind_is_not_equal(other: object) -> None:
    model = Author(id="1")
    assert model != other
    assert other != model
    assert model not in [other]


def test_a_member_may_be_called_self() -> None:
    class Own(OpenModel):
        self: str
        additional: dict[str, int] = field(default_factory=dict)

    assert to_dict(Own(self="a")) == {"self": "a"}


def test_a_model_takes_no_undeclared_attribute() -> None:
    with pytest.raises(AttributeError):
        Note(id="1").colour = "red"  # type: ignore[attr-defined]  # what is tested


def test_texts_leave_out_defaults_and_cut_what_is_long() -> None:
    assert repr(Note(id="1", author=Author(id="a"))) == (
        "Note(id='1', author=Author(id='a'))"
    )
    assert repr(Note(id="1", body=None)) == "Note(id='1', body=None)"
    assert len(repr(Note(id="x" * 10_000))) < 300
    many = Note(id="1", replies=[Note(id="2")] * 1000)
    assert repr(many).endswith("... 980 more])")
    assert repr(Settings(name="x", additional={"k": 1})) == (
        "Settings(name='x', additional={'k': 1})"
    )


OPEN: list[tuple[Any, dict[str, object]]] = [
    (Settings, {"name": "x"}),
    (Settings, {"name": "x", "a": 1, "b c": 2}),
    (Settings, {"name": "x", "pet": None}),
    (Settings, {"name": "x", "pet": {"kind": "cat", "lives": 3}, "z": 0}),
    (Settings, {"name": "x", "additional": 5, " further ": 6}),
    (Labels, {"additional": "declared", "class": 1}),
    (Labels, {"class": 1, "more": [{"class": 2, "even": []}]}),
]


@pytest.mark.parametrize(("kind", "body"), OPEN)
def test_further_properties_are_kept(kind: Annotation, body: dict[str, object]) -> None:
    value, drifts = decode(kind, body)
    assert drifts == []
    assert isinstance(value, kind)
    assert again(value) == body
    assert to_dict(value) == body


@pytest.mark.parametrize(("kind", "body"), OPEN)
def test_both_ways_of_decoding_agree(kind: Annotation, body: dict[str, object]) -> None:
    fast, _ = decode(kind, body)
    # A byte order mark is all that sends a body the tolerant way.
    slow, drifts = decode(kind, b"\xef\xbb\xbf" + to_json(body).encode())
    assert slow == fast
    assert drifts == []


def test_further_properties_drift_under_their_own_paths() -> None:
    value, drifts = decode(
        Settings, {"colour": 1, "a": "x", "b": 2, "pet": {"kind": "ox"}}
    )
    assert value.name is None
    assert value.additional == {"a": "x", "b": 2}
    assert reported(drifts) == [
        ("name", "str", "nothing"),
        ("colour", "str | None", "int"),
        ("pet", "Cat | Dog", "dict"),
        ("a", "int", "str"),
    ]


def test_open_models_are_made_like_structs() -> None:
    made = Settings(name="x")
    assert made.additional == {}
    assert made.colour is None
    assert made == Settings(name="x", additional={})
    assert made != Labels()
    with pytest.raises(TypeError, match="name"):
        Settings()  # type: ignore[call-arg]  # what is tested
    with pytest.raises(TypeError, match="nonsense"):
        Settings(name="x", nonsense=1)  # type: ignore[call-arg]  # what is tested


def test_a_declared_property_wins_over_a_further_one() -> None:
    assert again(Settings(name="x", additional={"name": 1})) == {"name": "x"}
