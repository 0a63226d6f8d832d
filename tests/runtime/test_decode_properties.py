"""What holds of decoding for any JSON, whatever the type says."""

from __future__ import annotations

import math
from contextlib import suppress
from typing import Any, Literal

import msgspec
import pytest
from codec_support import (
    WHERE,
    Cat,
    Circle,
    Declared,
    Dog,
    Fish,
    Labels,
    Loose,
    Moment,
    Nested,
    Note,
    NoteList,
    OneOrMany,
    Owner,
    Pet,
    Settings,
    Shape,
    Stamps,
    Value,
    again,
    decode,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from sdk_runtime.errors import APIResponseError
from sdk_runtime.json.data import to_json
from sdk_runtime.json.model import dec_hook
from sdk_runtime.json.plain_data import Annotation, Plain
from sdk_runtime.json.planner import convert, parse

# Beyond these a float is no longer the same number.
WHOLE = st.integers(-(2**53), 2**53)
BROKEN = st.floats(allow_nan=False, allow_infinity=False).filter(
    lambda number: not number.is_integer()
)
NAMES = ["id", "n", "x", "ok", "tags", "child", "by"]
KEYS = st.sampled_from(
    [
        *NAMES,
        "kind",
        "type",
        "lives",
        "tricks",
        "side",
        "radius",
        "value",
        "name",
        "data",
    ]
)
SCALARS = (
    st.none()
    | st.booleans()
    | WHOLE
    | BROKEN
    | st.text(max_size=5)
    | st.sampled_from(["cat", "dog", "note", "fish", "square", "2024-05-01T10:00:00Z"])
)


def trees(keys: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    """JSON values whose objects have these keys."""
    return st.recursive(
        SCALARS,
        lambda inner: st.lists(inner, max_size=4)
        | st.dictionaries(keys, inner, max_size=5),
        max_leaves=25,
    )


ANYTHING = trees(KEYS | st.text(max_size=4))
TYPES: list[Any] = [
    Note,
    NoteList,
    Stamps,
    Cat,
    Owner,
    Fish,
    Settings,
    Labels,
    Pet,
    Shape,
    Value,
    OneOrMany,
    Moment,
    Nested,
    Declared,
    Pet | None,
    list[Shape],
    dict[str, Nested],
    list[int | str | None],
    dict[str, list[float]],
    tuple[int, Note],
    Literal["a", 1, None],
]
LOSSLESS: list[Any] = [Loose, Labels, list[Loose], dict[str, Loose | None], list[Any]]


def fits(kind: Annotation, body: bytes) -> bool:
    """Whether msgspec takes a body, judged without any code of the tolerant way."""
    try:
        msgspec.json.decode(body, type=kind, dec_hook=dec_hook)
    except msgspec.ValidationError:
        return False
    return True


@pytest.mark.parametrize("kind", TYPES, ids=str)
@settings(max_examples=60, deadline=None)
@given(tree=ANYTHING)
def test_decoding_never_raises_and_reports_what_does_not_fit(
    kind: Annotation, tree: Plain
) -> None:
    body = to_json(tree).encode()
    value, drifts = decode(kind, body)
    if fits(kind, body):
        assert drifts == []
        assert (value, []) == decode(kind, b"\xef\xbb\xbf" + body)
    else:
        assert drifts
        assert drifts == decode(kind, body)[1]


@pytest.mark.parametrize("kind", TYPES, ids=str)
@settings(max_examples=60, deadline=None)
@given(tree=ANYTHING)
def test_parts_that_fit_are_what_converting_value_by_value_makes_of_them(
    kind: Annotation, tree: Plain
) -> None:
    value, drifts = decode(kind, tree)
    assert (value, drifts) == convert(kind, parse(to_json(tree).encode()), WHERE)


@pytest.mark.parametrize("kind", LOSSLESS, ids=str)
@settings(max_examples=120, deadline=None)
@given(tree=trees(st.sampled_from(NAMES)))
def test_what_came_is_what_is_encoded(kind: Annotation, tree: Plain) -> None:
    value, _ = decode(kind, tree)
    assert again(value) == tree


def pets() -> st.SearchStrategy[Any]:
    """Values of the union `Pet`, as JSON."""
    return st.deferred(
        lambda: st.fixed_dictionaries(
            {"kind": st.just("cat"), "lives": WHOLE},
            optional={"friends": st.lists(pets(), max_size=2)},
        )
        | st.fixed_dictionaries(
            {
                "kind": st.sampled_from(["dog", "puppy"]),
                "tricks": st.lists(st.text(), max_size=2),
            },
            optional={
                "owner": st.fixed_dictionaries(
                    {"pets": st.dictionaries(st.text(), pets(), max_size=2)},
                    optional={"favourite": st.none() | pets()},
                )
            },
        )
    )


@settings(max_examples=100, deadline=None)
@given(tree=pets())
def test_values_of_a_recursive_union_fit_and_come_back(tree: Plain) -> None:
    value, drifts = decode(Pet, tree, strict=True)
    assert drifts == []
    assert type(value) is (Cat if tree["kind"] == "cat" else Dog)
    assert again(value) == tree
    assert decode(Pet, b"\xef\xbb\xbf" + to_json(tree).encode()) == (value, [])


@settings(max_examples=100, deadline=None)
@given(tree=pets(), spoiled=st.integers() | st.text() | st.none(), where=st.data())
def test_one_spoiled_value_is_one_report(
    tree: Plain, spoiled: Plain, where: st.DataObject
) -> None:
    holders = [holder for holder in walk(tree) if holder.get("kind") == "cat"]
    if not holders or type(spoiled) is int:
        return
    where.draw(st.sampled_from(holders))["lives"] = spoiled
    value, drifts = decode(Pet, tree)
    assert again(value) == tree
    assert [drift.expected for drift in drifts] == ["int"]
    assert drifts[0].value == spoiled
    assert drifts[0].path.endswith("lives")


def walk(tree: Plain) -> list[dict[str, Any]]:
    """All objects in a JSON value."""
    match tree:
        case dict():
            return [tree, *(found for item in tree.values() for found in walk(item))]
        case list():
            return [found for item in tree for found in walk(item)]
        case _:
            return []


@settings(max_examples=200, deadline=None)
@given(number=st.floats() | st.integers())
def test_whole_numbers_are_ints_however_they_are_written(number: float) -> None:
    if not math.isfinite(number):
        return
    value, drifts = decode(int, str(number).encode())
    whole = float(number).is_integer()
    assert value == number
    assert (drifts == []) is (whole or type(number) is int)


@settings(max_examples=200, deadline=None)
@given(body=st.binary(max_size=40))
def test_any_bytes_are_a_value_or_an_error_of_ours(body: bytes) -> None:
    with suppress(APIResponseError):
        decode(Note, body)


@settings(max_examples=60, deadline=None)
@given(tree=st.lists(st.fixed_dictionaries({"radius": BROKEN}), max_size=3))
def test_selection_is_the_same_every_time(tree: Plain) -> None:
    first = decode(list[Shape], tree)
    assert first == decode(list[Shape], tree)
    assert all(type(item) is Circle for item in first[0])
