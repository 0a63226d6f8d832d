"""The library of rules isn't loaded for documents in which it would find nothing."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document.trees.tree import Tree
from generator.document.validation.harmless import is_harmless
from generator.document.validation.semantics import semantic_faults

_VALUES = st.sampled_from(
    [None, True, 0, 3, 2.5, "", "abc", "https://a.test/b", [], ["a"], [1], {}, {"a": 1}]
)
_KEYWORDS: dict[str, st.SearchStrategy[Any]] = {
    "type": st.sampled_from(
        ["boolean", "integer", "number", "string", "array", "object"]
    ),
    "enum": st.lists(_VALUES, min_size=1, max_size=3),
    "minimum": st.integers(-1, 4),
    "maximum": st.integers(-1, 4),
    "exclusiveMinimum": st.booleans(),
    "minLength": st.integers(0, 4),
    "maxLength": st.integers(0, 4),
    "format": st.sampled_from(
        ["uri", "date", "uuid", "int32", "float", "password", "own"]
    ),
    "nullable": st.booleans(),
    "pattern": st.just("^a"),
    "required": st.just(["a"]),
    "properties": st.just({"a": {"type": "string"}}),
    "default": _VALUES,
}

_PARTS: st.SearchStrategy[Tree] = st.sampled_from(
    [{"$ref": "#/components/schemas/Other"}, {}]
)


@st.composite
def _schemas(draw: st.DrawFn) -> dict[str, Tree]:
    chosen = draw(st.sets(st.sampled_from([*_KEYWORDS, "items", "allOf"]), max_size=6))
    schema: dict[str, Tree] = {
        key: draw(_KEYWORDS[key]) for key in sorted(chosen & _KEYWORDS.keys())
    }
    if "items" in chosen:
        schema["items"] = {"type": draw(_KEYWORDS["type"])}
    if "allOf" in chosen:
        schema["allOf"] = [draw(_PARTS)]
    return schema


def _document(version: str, schema: Tree) -> Tree:
    other: Tree = {"type": "object", "properties": {"a": {"type": "string"}}}
    return {
        "openapi": version,
        "info": {"title": "t", "version": "1"},
        "paths": {},
        "components": {"schemas": {"Any": schema, "Other": other}},
    }


@given(schema=_schemas(), version=st.sampled_from(["3.0", "3.1"]))
def test_the_library_finds_nothing_in_what_is_harmless(
    schema: dict[str, Tree], version: str
) -> None:
    document = _document(f"{version}.0", schema)
    if is_harmless(document):
        assert [*semantic_faults(document, version)] == []


@pytest.mark.parametrize(
    ("schema", "wanted"),
    [
        pytest.param({"type": "integer", "default": 3}, True, id="fits"),
        pytest.param({"type": "integer", "default": True}, False, id="boolean"),
        pytest.param({"type": "string", "default": None}, False, id="null"),
        pytest.param({"nullable": True, "default": None}, True, id="nullable"),
        pytest.param({"enum": ["a"], "default": "b"}, False, id="not listed"),
        pytest.param({"maximum": 2, "default": 3}, False, id="too large"),
        pytest.param({"maxLength": 2, "default": "abc"}, False, id="too long"),
        pytest.param({"items": {"type": "string"}, "default": [1]}, False, id="items"),
        pytest.param({"format": "date", "default": "x"}, False, id="format"),
        pytest.param({"default": {}, "required": ["a"]}, False, id="required"),
        pytest.param(
            {"properties": {"b": {"type": "string", "default": 1}}}, False, id="inside"
        ),
        pytest.param(
            {"properties": {"default": {"type": "string"}}}, True, id="a name"
        ),
        pytest.param({"example": {"default": 1, "type": "string"}}, True, id="data"),
        pytest.param(
            {"allOf": [{"$ref": "#/components/schemas/Other"}], "required": ["a"]},
            True,
            id="declared in allOf",
        ),
        pytest.param(
            {"allOf": [{"$ref": "#/components/schemas/Other"}], "required": ["b"]},
            False,
            id="declared nowhere",
        ),
    ],
)
def test_harmless(schema: Tree, wanted: bool) -> None:
    assert is_harmless(_document("3.0.0", schema)) is wanted


def test_a_schema_behind_a_reference_to_data_is_looked_at() -> None:
    document = _document("3.0.0", {"$ref": "#/x-data"})
    assert isinstance(document, dict)
    document["x-data"] = {"type": "string", "default": 1}
    assert not is_harmless(document)


def test_the_library_is_not_loaded_for_a_harmless_document() -> None:
    program = (
        "import sys\n"
        "from generator.document.validation.validate import validate\n"
        "from generator.document.trees.origins import Origins\n"
        f"tree = {_document('3.0.0', {'type': 'string', 'default': 'a'})!r}\n"
        "assert not validate(tree, tree, '3.0', Origins(), lenient=True)\n"
        "print('openapi_spec_validator' in sys.modules)\n"
    )
    root = Path(__file__).resolve().parents[3]
    run = subprocess.run(
        [sys.executable, "-c", program],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout == "False\n"
