"""Samples: what stands for an argument in an example is what its annotation takes."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from notes_api import PLACE, either, field, json_of, model, ref

from generator.ir.declarations import Alias
from generator.ir.name import Name
from generator.ir.operation import MediaType
from generator.ir.types import (
    Array,
    Boolean,
    Integer,
    Map,
    Nullable,
    String,
    Tuple,
    Type,
)
from generator.ir.value import Json, JsonValue
from generator.targets.python.samples import Samples

TEXT = field("x", String(), required=True)
SUB = model(
    "Sub", replace(field("sid", Integer(), required=True), read_only=True), TEXT
)
OTHER = model("Other", field("y", Boolean(), required=True))
OPEN = replace(model("Open", TEXT), additional=Integer())
CODE = Alias(
    id="components/schemas/Code",
    name=Name(wire="Code"),
    place=PLACE,
    type=String(),
    example=Json("EUR"),
)
INDEX = {one.id: one for one in (SUB, OTHER, OPEN, CODE)}


def sample(type: Type, body: JsonValue = None, content_type: str = "") -> str:
    media = json_of(type)
    if content_type:
        media = MediaType(content_type=content_type, type=type)
    return Samples(INDEX).of(media, body)


@pytest.mark.parametrize(
    ("type", "want"),
    [
        (Array(item=ref("Sub")), '[{"x": "text"}]'),
        (Map(value=ref("Sub")), '{"key": {"x": "text"}}'),
        (Tuple(items=(ref("Sub"), Integer()), rest=Integer()), '({"x": "text"}, 1)'),
        (either(ref("Sub"), ref("Other")), '{"x": "text"}'),
        (Array(item=ref("Code")), '["EUR"]'),
        (Nullable(inner=ref("Code")), '"EUR"'),
    ],
)
def test_a_value_is_made_of_what_can_be_sent(type: Type, want: str) -> None:
    assert sample(type) == want


@pytest.mark.parametrize(
    ("type", "given", "want"),
    [
        (ref("Sub"), {"sid": 1, "x": "a"}, '{"x": "a"}'),
        (Map(value=ref("Sub")), {"a": {"sid": 1, "x": "a"}}, '{"a": {"x": "a"}}'),
        (ref("Sub"), {"x": "a", "more": 1}, '{"x": "a"}'),
        (ref("Open"), {"x": "a", "more": 1}, '{"x": "a", "more": 1}'),
        (either(ref("Sub"), ref("Other")), {"y": True}, '{"y": True}'),
        (either(ref("Sub"), Integer()), 7, "7"),
        (either(ref("Other"), ref("Sub")), {"z": 1}, '{"z": 1}'),
    ],
)
def test_an_example_keeps_what_can_be_sent(
    type: Type, given: JsonValue, want: str
) -> None:
    assert sample(type, given) == want


@pytest.mark.parametrize(
    ("type", "given", "want"),
    [
        (Integer(), None, '"1"'),
        (Boolean(), None, '"true"'),
        (String(), "Hello", '"Hello"'),
        (Integer(), 42, '"42"'),
    ],
)
def test_a_body_of_text_is_text(type: Type, given: JsonValue, want: str) -> None:
    assert sample(type, given, "text/plain") == want
