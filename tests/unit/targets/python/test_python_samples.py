"""Samples: what stands for an argument in an example is what its annotation takes."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from notes_api import PLACE, either, field, json_of, model, ref

from generator.emit.text.code import Code
from generator.ir.declarations import Alias
from generator.ir.name import Name
from generator.ir.operation import MediaType
from generator.ir.types import (
    Array,
    Boolean,
    Enumeration,
    Integer,
    Map,
    Nullable,
    Number,
    String,
    Tuple,
    Type,
)
from generator.ir.value import Json, JsonValue
from generator.targets.python.samples.samples import Samples
from generator.targets.python.types.variant_tags import VariantTags

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
LOOP = model("Loop", field("loop", ref("Loop"), required=True))
KIND = Enumeration(values=("a", "b"), base=String())
INDEX = {one.id: one for one in (SUB, OTHER, OPEN, CODE, LOOP)}


def sample(type: Type, body: JsonValue = None, content_type: str = "") -> str:
    media = json_of(type)
    if content_type:
        media = MediaType(content_type=content_type, type=type)
    samples = Samples(
        INDEX, VariantTags(INDEX, ()), lambda id: Code(id.rpartition("/")[2])
    )
    return samples.of_body(media, None if body is None else Json(body))


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
        (either(ref("Other"), ref("Sub")), {"z": 1}, '{"y": True}'),
        (either(ref("Other"), ref("Sub")), {"x": "a", "z": 1}, '{"x": "a"}'),
        (ref("Sub"), {"x": 5}, '{"x": "5"}'),
        (ref("Sub"), {"x": None}, '{"x": "text"}'),
        (ref("Sub"), [{"x": "a"}], '{"x": "text"}'),
        (
            Array(item=ref("Sub")),
            [{"y": 1}, {"x": "a"}, {"x": "b"}],
            '[{"x": "a"}, {"x": "b"}]',
        ),
        (Array(item=ref("Sub")), {"x": "a"}, '[{"x": "a"}]'),
        (
            Array(item=Integer(), kinds=(Integer(), ref("Sub"))),
            [{"x": "a"}],
            '[Sub({"x": "a"})]',
        ),
        (Nullable(inner=Integer()), None, "1"),
        (Nullable(inner=Integer()), "5", "5"),
        (Map(value=Integer()), {"a": "x", "b": 2}, '{"b": 2}'),
        (Tuple(items=(Integer(), String()), rest=Integer()), [1, "a"], '(1, "a")'),
        (Tuple(items=(Integer(), String()), rest=Integer()), [1], '(1, "text")'),
        (KIND, "A", '"a"'),
        (KIND, "c", '"a"'),
        (Enumeration(values=(1, True)), True, "True"),
        (String(format="byte"), "aGk=", 'b"..."'),
        (Integer(), 2.0, "2"),
        (Integer(), "two", "1"),
        (Number(), "2.5", "2.5"),
        (Boolean(), "false", "False"),
        (Boolean(), 1, "True"),
        (ref("Loop"), {"note": "a"}, "None"),
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
