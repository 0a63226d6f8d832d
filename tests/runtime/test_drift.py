"""The report of a departure: its path, its texts, and that it travels."""

from __future__ import annotations

import copy
import pickle

import msgspec
import pytest
from sdk_runtime.json.drift import At, Drift, shorten, spell

DRIFT = Drift(
    path="data[3].author.id",
    expected="str",
    found="int",
    value=7,
    where="GET /notes/{id}",
    place="data[*].author.id",
)


@pytest.mark.parametrize(
    ("keys", "want"),
    [
        ((), "$"),
        (("data", 3, "author", "id"), "data[3].author.id"),
        ((0,), "[0]"),
        ((0, 1), "[0][1]"),
        (("a b",), '["a b"]'),
        (("x", "a.b", "c"), 'x["a.b"].c'),
        (('say "hi"',), '["say \\"hi\\""]'),
        (("",), '[""]'),
        (("a\r\nb",), '["a\\r\\nb"]'),
        (("naïve",), '["na\\xefve"]'),
        (("k" * 100,), '["' + "k" * 40 + '..."]'),
    ],
)
def test_paths(keys: tuple[str | int, ...], want: str) -> None:
    at: At | None = None
    for key in keys:
        at = At(at, key)
    assert spell(at) == want


@pytest.mark.parametrize(
    ("value", "want"),
    [
        (None, "None"),
        (1.5, "1.5"),
        ("short", "'short'"),
        ("x" * 61, "'" + "x" * 60 + "'... (61 characters)"),
        ([], "[]"),
        ([1, 2, 3], "[... 3 items]"),
        ({}, "{}"),
        ({"secret": 1}, "{... 1 properties}"),
        (2**300, "<int of 301 bits>"),
    ],
)
def test_values_are_shortened(value: object, want: str) -> None:
    assert shorten(value) == want


def test_texts() -> None:
    assert str(DRIFT) == "GET /notes/{id}: data[3].author.id: expected str, found int"
    assert repr(DRIFT) == (
        "Drift(path='data[3].author.id', expected='str', found='int', value=7, "
        "where='GET /notes/{id}')"
    )
    long = msgspec.structs.replace(DRIFT, value="x" * 10_000)
    assert len(repr(long)) < 250


def test_it_is_frozen_and_travels() -> None:
    with pytest.raises(AttributeError):
        DRIFT.path = "x"  # type: ignore[misc]  # what is tested
    assert pickle.loads(pickle.dumps(DRIFT)) == DRIFT
    assert copy.deepcopy(DRIFT) == DRIFT
