"""Lists whose items have schemas by position."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from reader_documents import STRING, read_alias, read_schemas

from generator.ir.types import (
    Anything,
    Array,
    Boolean,
    Integer,
    Nothing,
    Reference,
    String,
    Tuple,
    Type,
)
from generator.ir.unrefined import Compound

INTEGER = {"type": "integer"}
TWO = [STRING, INTEGER]
FIRST: tuple[Type, ...] = (String(), Integer())


@pytest.mark.parametrize(
    ("said", "rest", "least", "is_exact"),
    [
        ({}, Anything(), 0, False),
        ({"minItems": 2}, Anything(), 2, False),
        ({"minItems": 9}, Anything(), 2, False),
        ({"items": False}, Nothing(), 0, False),
        ({"items": False, "minItems": 1}, Nothing(), 1, False),
        ({"items": False, "minItems": 2}, Nothing(), 2, True),
        ({"unevaluatedItems": False, "minItems": 2}, Nothing(), 2, True),
        ({"maxItems": 2, "minItems": 2}, Nothing(), 2, True),
        ({"maxItems": 2.0, "minItems": 2.0}, Nothing(), 2, True),
        ({"maxItems": 3, "minItems": 2}, Anything(), 2, False),
        ({"items": {"type": "boolean"}, "minItems": 2}, Boolean(), 2, False),
        ({"items": {"type": "boolean"}, "maxItems": 2}, Nothing(), 0, False),
        ({"unevaluatedItems": {"type": "boolean"}}, Anything(), 0, False),
        # Others may have said more of the items.
        (
            {"unevaluatedItems": False, "minItems": 2, "contains": STRING},
            Anything(),
            2,
            False,
        ),
        # Numbers that make no sense count for nothing.
        ({"maxItems": -1, "minItems": -2}, Anything(), 0, False),
        ({"maxItems": 2.5, "minItems": True}, Anything(), 0, False),
    ],
)
def test_how_many_items_there_are(
    said: dict[str, Any], rest: Type, least: int, is_exact: bool, tmp_path: Path
) -> None:
    found, _ = read_alias(tmp_path, {"type": "array", "prefixItems": TWO, **said})
    assert found.type == Tuple(items=FIRST, rest=rest, least=least)
    assert isinstance(found.type, Tuple)
    assert found.type.is_exact is is_exact


def test_items_beyond_the_most_are_none(tmp_path: Path) -> None:
    found, _ = read_alias(tmp_path, {"prefixItems": TWO, "maxItems": 1, "minItems": 1})
    assert found.type == Tuple(items=(String(),), rest=Nothing(), least=1)


def test_the_order_is_documented_where_the_type_does_not_tell(tmp_path: Path) -> None:
    given = {
        "prefixItems": [
            {"$ref": "#/components/schemas/Other"},
            {"type": "string", "title": "Town"},
            {"type": "string", "format": "date"},
            INTEGER,
            {"type": ["string", "null"]},
            True,
        ]
    }
    result = read_schemas(tmp_path, {"It": given, "Other": STRING})
    (constraint,) = result.declaration("It").constraints
    assert constraint.keyword == "prefixItems"
    words = ["Other", "Town", "date", "integer", "any", "any"]
    assert constraint.value.value == words


def test_what_an_exact_tuple_says_is_not_said_again(tmp_path: Path) -> None:
    given = {"prefixItems": TWO, "minItems": 2, "maxItems": 2, "uniqueItems": True}
    found, _ = read_alias(tmp_path, given)
    assert [each.keyword for each in found.constraints] == ["uniqueItems"]
    open_ended, _ = read_alias(tmp_path, {"prefixItems": TWO, "minItems": 2})
    said = [each.keyword for each in open_ended.constraints]
    assert said == ["prefixItems", "minItems"]


def test_a_list_of_items_goes_the_same_way(tmp_path: Path) -> None:
    given = {"type": "array", "items": TWO, "minItems": 2, "maxItems": 2}
    found, result = read_alias(tmp_path, given)
    assert found.type == Tuple(items=FIRST, rest=Nothing(), least=2)
    assert "items-list" in result.codes


@pytest.mark.parametrize(
    ("given", "want"),
    [
        ({"type": "array", "unevaluatedItems": False}, Array(item=Nothing())),
        (
            {"type": "array", "items": {"$ref": "#/components/schemas/It"}},
            Array(item=Reference(id="components/schemas/It")),
        ),
        (
            {
                "prefixItems": [STRING, {"$ref": "#/components/schemas/It"}],
                "items": False,
            },
            Tuple(
                items=(String(), Reference(id="components/schemas/It")), rest=Nothing()
            ),
        ),
    ],
)
def test_lists_that_hold_themselves_and_empty_ones(
    given: dict[str, Any], want: Type, tmp_path: Path
) -> None:
    found, _ = read_alias(tmp_path, given)
    assert found.type == want


@pytest.mark.parametrize(
    "given",
    [
        {"allOf": [{"$ref": "#/components/schemas/It"}]},
        {"oneOf": [{"$ref": "#/components/schemas/It"}]},
    ],
)
def test_a_schema_that_is_nothing_but_itself_is_refused(
    given: dict[str, Any], tmp_path: Path
) -> None:
    result = read_schemas(tmp_path, {"It": given})
    assert result.codes == ["schema-cycle"]
    (found,) = [each for each in result.findings if each.place]
    assert found.place
    assert found.place.pointer.startswith("/components/schemas/It")


@pytest.mark.parametrize(
    ("part", "is_open"),
    [
        ({"type": "object", "additionalProperties": True}, True),
        ({"additionalProperties": {}}, True),
        ({"type": "object", "additionalProperties": INTEGER}, True),
        ({"type": "object"}, False),
        ({}, False),
    ],
)
def test_a_part_may_say_no_more_than_that_the_whole_is_open(
    part: dict[str, Any], is_open: bool, tmp_path: Path
) -> None:
    base = {"$ref": "#/components/schemas/Base"}
    schemas = {
        "Base": {"type": "object", "properties": {"a": STRING}},
        "Part": {"allOf": [base, part]},
        "Beside": {"allOf": [base], **part},
    }
    result = read_schemas(tmp_path, schemas)
    for name in ("Part", "Beside"):
        found = result.declaration(name)
        assert isinstance(getattr(found, "type", None), Compound) is is_open
