"""Numbers come back as JSON had them: ints of any size, and floats with all their digits."""

from __future__ import annotations

import json
from typing import Any

import pytest
from generated_models import Models, generated
from hypothesis import given
from hypothesis import strategies as st
from schemas import obj

Tree = Any

NUMBER, WHOLE, TEXT = {"type": "number"}, {"type": "integer"}, {"type": "string"}
LARGE = 9223372036854775807
KINDS: dict[str, Tree] = {
    "Number": NUMBER,
    "Double": {"type": "number", "format": "double"},
    "Either": {"type": ["integer", "number"]},
    "OrText": {"type": ["integer", "number", "string"]},
    "OrNull": {"type": ["number", "null"]},
    "AnyOf": {"anyOf": [WHOLE, NUMBER]},
    "OneOf": {"oneOf": [NUMBER, WHOLE]},
    "AnyOfText": {"anyOf": [TEXT, NUMBER, WHOLE]},
    "AllOf": {"allOf": [{"type": ["integer", "number"]}, {"minimum": -(10**40)}]},
    "Listed": {"type": "number", "enum": [1, 2.5, LARGE]},
    "Known": {"anyOf": [{"enum": [1, 2]}, NUMBER]},
    "Bounded": {"type": "number", "minimum": 0, "multipleOf": 1},
}
HOLDERS: dict[str, Tree] = {
    "Model": obj("it", **{"it": NUMBER, "other": {"type": ["integer", "number"]}}),
    "Items": {"type": "array", "items": {"type": ["integer", "number"]}},
    "Values": {"type": "object", "additionalProperties": NUMBER},
    "Pair": {
        "type": "array",
        "prefixItems": [NUMBER, WHOLE],
        "items": False,
        "minItems": 2,
    },
    "Open": {**obj("it", it=NUMBER), "additionalProperties": NUMBER},
    "Variant": {"oneOf": [obj("a", a=NUMBER), obj("b", b=NUMBER)]},
}
EXAMPLES = [0, 1, -1, 373, LARGE, -LARGE - 1, 2**53 + 1, 10**30, 373.0, 1.5, 1e22, 1e-9]
# Numbers, and what holds them.
numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)


@pytest.fixture(scope="module")
def models() -> Any:
    schemas = {**KINDS, **HOLDERS}
    named = {name: obj("it", it=schema) for name, schema in schemas.items()}
    with generated(named) as made:
        yield made


def assert_same(models: Models, name: str, value: Tree) -> None:
    found = models.read(name, {"it": value})
    assert found.drifts == []
    # 1 == 1.0 in Python: the text tells whether it is written as it came.
    assert json.dumps(found.written, sort_keys=True) == json.dumps(
        {"it": value}, sort_keys=True
    )


@pytest.mark.parametrize("name", [*KINDS])
@pytest.mark.parametrize("value", EXAMPLES)
def test_a_number_comes_back(models: Models, name: str, value: float) -> None:
    assert_same(models, name, value)
    assert type(models.read(name, {"it": value}).value.it) is type(value)


@given(numbers)
def test_any_number_does(models: Models, value: float) -> None:
    for name in KINDS:
        assert_same(models, name, value)


@given(numbers, numbers, st.integers())
def test_wherever_it_stands(
    models: Models, one: float, other: float, whole: int
) -> None:
    assert_same(models, "Model", {"it": one, "other": other})
    assert_same(models, "Items", [one, other])
    assert_same(models, "Values", {"a": one, "b": other})
    assert_same(models, "Pair", [one, whole])
    assert_same(models, "Open", {"it": one, "more": other})
    assert_same(models, "Variant", {"b": one})


@pytest.mark.parametrize("value", ["text", True, None, [1]])
def test_what_is_no_number_departs(models: Models, value: Tree) -> None:
    found = models.read("Number", {"it": value})
    assert found.written == {"it": value}
    (drift,) = found.drifts
    assert "float" in drift
