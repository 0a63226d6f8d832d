"""What is said of a schema beside its description."""

from __future__ import annotations

import pytest

from generator.ir.declarations import Constraint
from generator.ir.types import (
    Array,
    Enumeration,
    Integer,
    Map,
    Nullable,
    Number,
    String,
    Type,
    Union,
    Variant,
)
from generator.ir.value import Json, JsonValue
from generator.targets.python.docs.schema_notes import notes_on

UUID = String(format="uuid")
LONG: JsonValue = {"properties": {f"name{at}": {"minLength": at} for at in range(20)}}
CUT = '`{"properties": {"name0": {"minLength": 0}, "name1": {"minLength": 1}'


def said(keyword: str, value: JsonValue) -> str:
    constraint = Constraint(keyword=keyword, value=Json(value=value))
    return " ".join(notes_on([constraint], None, deprecated=False))


def said_of(type: Type) -> str:
    return " ".join(notes_on([], type, deprecated=False))


@pytest.mark.parametrize(
    ("keyword", "value", "want"),
    [
        ("minLength", 1, "1 or more characters."),
        ("pattern", "^a", 'Pattern `"^a"`.'),
        ("uniqueItems", True, "No item twice."),
        ("uniqueItems", False, ""),
        ("items.maxLength", 3, "Each item: 3 or fewer characters."),
        ("items.items.maxLength", 3, "`items.items`: 3 or fewer characters."),
        ("unevaluatedProperties", False, "No further properties."),
        ("unevaluatedItems", False, "No further items."),
        ("unevaluatedProperties", True, ""),
        ("propertyNames", {"maxLength": 3}, "Each name: 3 or fewer characters."),
        ("propertyNames", {"enum": ["a"]}, 'PropertyNames `{"enum": ["a"]}`.'),
        ("patternProperties", {"^x": "Tag"}, "Names like `^x` hold `Tag`."),
        ("required", ["a", "b"], "Needs `a`, `b`."),
        ("dependentRequired", {"a": ["b", "c"]}, "`a` needs `b`, `c`."),
        ("dependencies", {"a": {}}, 'Dependencies `{"a": {}}`.'),
        ("not", {"required": ["a", "b"]}, "Never `a` with `b`."),
        ("not", {"type": "null"}, 'Not `{"type": "null"}`.'),
        (
            "anyOf",
            [{"required": ["a"]}, {"required": ["b", "c"], "title": "B"}],
            "Needs at least one of `a`, `b` with `c`.",
        ),
        (
            "oneOf",
            [{"required": ["a"]}, {"required": ["b"]}],
            "Needs exactly one of `a`, `b`.",
        ),
        ("oneOf", [{"required": ["a"]}, {}], 'OneOf `[{"required": ["a"]}, {}]`.'),
        ("const", [1], "Always `[1]`."),
        ("enum", [[True], {"a": None}], 'One of `[true]`, `{"a": null}`.'),
        ("if", {"description": "So.", "minItems": 2}, 'If `{"minItems": 2}`.'),
        ("contains", {"$ref": "#/components/schemas/Tag"}, 'Contains `"Tag"`.'),
        (
            "oneOf",
            [
                {"const": "a", "title": "Alpha", "description": "The\nfirst"},
                {"enum": ["b", "c"], "description": "Others."},
                {"const": "d"},
            ],
            '`"a"`: Alpha: The first. `"b"`, `"c"`: Others.',
        ),
    ],
)
def test_a_keyword_is_said_in_words(keyword: str, value: JsonValue, want: str) -> None:
    assert said(keyword, value) == want


def test_a_schema_is_cut_between_its_members() -> None:
    text = said("if", LONG)
    assert text.removeprefix("If ").startswith(CUT)
    assert text.endswith("}, ...`.")
    assert len(text) < 170


def test_what_nests_deeply_is_left_out() -> None:
    value: JsonValue = {}
    for _ in range(2_000):
        value = {"not": value}
    assert said("not", value).endswith('"..."' + "}" * 12 + "`.")


@pytest.mark.parametrize(
    ("type", "want"),
    [
        (String(), ""),
        (String(format="date-time"), ""),
        (String(format="byte"), ""),
        (UUID, "Format `uuid`."),
        (String(format="`a\n"), "Format ``a`."),
        (Integer(format="int64"), ""),
        (Integer(format="unix-time"), "Unix seconds in JSON."),
        (Number(format="double"), ""),
        (Number(format="decimal"), "Format `decimal`."),
        (Nullable(inner=UUID), "Format `uuid`."),
        (Array(item=UUID), "Each item: format `uuid`."),
        (Map(value=UUID), "Each value: format `uuid`."),
        (
            Union(variants=(Variant(type=UUID), Variant(type=String(format="uri")))),
            "Format `uuid`, format `uri`.",
        ),
        (Enumeration(values=("a", "b"), base=String()), ""),
        (Enumeration(values=(1, 2), base=Number()), ""),
        (Enumeration(values=(0.5, 1), base=Number()), "One of `0.5`, `1`."),
        (
            Enumeration(values=(1, 10**20), base=Integer()),
            "One of `1`, `100000000000000000000`.",
        ),
        (Enumeration(values=(1.5,)), "Always `1.5`."),
    ],
)
def test_a_type_is_said_where_no_annotation_says_it(type: Type, want: str) -> None:
    assert said_of(type) == want


def test_all_notes_have_an_order() -> None:
    given = [Constraint(keyword="items.minLength", value=Json(value=1))]
    given.append(Constraint(keyword="minItems", value=Json(value=2)))
    found = notes_on(given, Array(item=UUID), Json(value=["a"]), deprecated=True)
    assert found == [
        "Deprecated.",
        '2 or more items, default `["a"]`.',
        "Each item: format `uuid`, 1 or more characters.",
    ]
