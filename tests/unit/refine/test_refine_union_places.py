"""Findings about unions name the property that one stands in, and point at it."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from generator.config import RunOptions, read
from generator.diagnostics import Place
from generator.pipeline import Run, validate
from generator.progress import Progress
from generator.refine.unions.subject import subject_of

Data: TypeAlias = Any  # plain data of any shape

DATE: Data = {"type": "string", "format": "date"}
UUID: Data = {"type": "string", "format": "uuid"}
ONE: Data = {"type": "object", "properties": {"x": {"type": "string"}}}
REFS: Data = [{"$ref": f"#/components/schemas/{name}"} for name in ("A", "B")]
TEXTS: Data = {"anyOf": [DATE, UUID]}
TWINS: Data = {"anyOf": REFS}
LISTS: Data = {"anyOf": [{"type": "array", "items": one} for one in REFS]}


def kinds(*values: str) -> Data:
    """Two objects that a property tells apart, by one value each."""
    return [
        {"type": "object", "properties": {"kind": {"enum": [value]}}, "required": must}
        for value in values
        for must in (["kind"],)
    ]


JOINED, UNTAGGED = "union-joined", "union-without-tag"
TOLD: list[tuple[Data, str, list[str]]] = [
    (TEXTS, "", [JOINED]),
    (TWINS, "", [UNTAGGED]),
    (LISTS, "/items", [UNTAGGED]),
    ({"type": "array", "items": TWINS}, "/items", [UNTAGGED]),
    ({"type": "array", "items": TEXTS}, "/items", [JOINED]),
    ({"properties": {"deep": TEXTS}}, "/properties/deep", [JOINED]),
    ({"properties": {"deep": TWINS}}, "/properties/deep", [UNTAGGED]),
    ({"additionalProperties": TWINS}, "/additionalProperties", [UNTAGGED]),
    # What is decided.
    ({"anyOf": [DATE, {"type": "integer"}]}, "", []),
    ({"anyOf": [{"type": "string"}, UUID]}, "", []),
    ({"anyOf": [ONE, {"type": "array", "items": ONE}]}, "", []),
    ({"anyOf": [{"type": "array", "items": one} for one in (UUID, ONE)]}, "", []),
    ({"anyOf": kinds("a", "b")}, "", []),
    ({"anyOf": [{"type": "array", "items": one} for one in kinds("a", "b")]}, "", []),
    ({"oneOf": REFS, "discriminator": {"propertyName": "kind"}}, "", []),
]


@pytest.mark.parametrize(("given", "below", "want"), TOLD)
def test_a_union_that_is_undecided_is_reported_of_at_its_property(
    tmp_path: Path, given: Data, below: str, want: list[str]
) -> None:
    schemas = {"Order": {"type": "object", "properties": {"it": given}}}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}}
    responses = {"200": {"description": "d", "content": content}}
    path = tmp_path / "a.json"
    path.write_text(
        json.dumps(
            {
                "openapi": "3.1.0",
                "info": {"title": "t", "version": "1"},
                "paths": {"/a": {"get": {"operationId": "a", "responses": responses}}},
                "components": {"schemas": {**schemas, "A": ONE, "B": ONE}},
            }
        )
    )
    run = Run(Progress(io.StringIO()))
    validate(read(RunOptions(source=path), run.notebook), run)
    found = [one for one in run.notebook.findings if one.code in {JOINED, UNTAGGED}]
    assert [one.code for one in found] == want
    for one in found:
        assert one.place is not None
        assert one.place.pointer == f"/components/schemas/Order/properties/it{below}"
        deep = ".deep" if below == "/properties/deep" else ""
        assert one.message.startswith(f"the property `it{deep}` of `Order` has ")


@pytest.mark.parametrize(
    ("pointer", "name", "want"),
    [
        ("/components/schemas/A", "", "`A`"),
        ("/components/schemas/A", "B", "`B`"),
        ("/definitions/A/properties/b", "", "the property `b` of `A`"),
        (
            "/components/schemas/properties/properties/items",
            "",
            "the property `items`" " of `properties`",
        ),
        ("/properties/a~1b/items", "", "the property `a/b`"),
        ("/paths/~1a/get/parameters/0/schema", "", "a union"),
    ],
)
def test_the_subject_of_a_place(pointer: str, name: str, want: str) -> None:
    assert subject_of(Place("a.yaml", pointer), name) == want
