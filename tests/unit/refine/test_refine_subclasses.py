"""Answers that are a named model and more extend it, once for each shape."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator import config, pipeline
from generator.config import RunOptions
from generator.ir.declarations import Model
from generator.ir.types import Reference
from generator.pipeline import Run
from generator.progress import Progress

REF = {"$ref": "#/components/schemas/Contact"}
TEXT = {"type": "string"}
SCHEMAS: dict[str, object] = {
    "Contact": {
        "type": "object",
        "required": ["id"],
        "properties": {"id": TEXT, "name": TEXT, "age": {"type": "integer"}},
    },
    "Dated": {"type": "object", "properties": {"at": TEXT}},
    "Open": {
        "type": "object",
        "properties": {"id": TEXT},
        "additionalProperties": {"type": "integer"},
    },
    "Person": REF,
    "Child": {"allOf": [REF, {"type": "object", "properties": {"toys": TEXT}}]},
}


def having(**properties: object) -> dict[str, object]:
    return {"type": "object", "properties": properties}


def answers(folder: Path, *schemas: object) -> list[Model]:
    """The models that operations answer with which have these schemas."""
    paths = {
        f"/a{at}": {
            "get": {
                "operationId": f"getA{at}",
                "responses": {
                    "200": {
                        "description": "It.",
                        "content": {"application/json": {"schema": schema}},
                    }
                },
            }
        }
        for at, schema in enumerate(schemas)
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Answers", "version": "1"},
        "paths": paths,
        "components": {"schemas": SCHEMAS},
    }
    source = folder / "openapi.json"
    source.write_text(json.dumps(document), "utf-8")
    run = Run(Progress())
    api = pipeline.build_api(
        config.read(RunOptions(source=source, package="sdk"), run.notebook), run
    )
    index = {each.id: each for each in api.declarations}
    found: list[Model] = []
    for operation in api.operations:
        type = operation.responses[0].content[0].type
        assert isinstance(type, Reference)
        model = index[type.id]
        assert isinstance(model, Model)
        found.append(model)
    return found


@pytest.mark.parametrize(
    ("schema", "base", "name"),
    [
        ({"allOf": [REF, having(note=TEXT)]}, "Contact", "contact_with_note"),
        ({"allOf": [having(note=TEXT), REF]}, "Contact", "contact_with_note"),
        ({"allOf": [REF], **having(note=TEXT)}, "Contact", "contact_with_note"),
        (
            {"allOf": [REF, having(note=TEXT), having(toDo=TEXT)]},
            "Contact",
            "contact_with_note_and_to_do",
        ),
        (
            {"allOf": [REF, having(a=TEXT, b=TEXT, c=TEXT)]},
            "Contact",
            "get_a0_response",
        ),
        ({"allOf": [REF, having(note=TEXT, id=TEXT)]}, "Contact", "contact_with_note"),
        (
            {"allOf": [{"$ref": "#/components/schemas/Child"}, having(note=TEXT)]},
            "Child",
            "child_with_note",
        ),
        (
            {"allOf": [{"$ref": "#/components/schemas/Person"}, having(note=TEXT)]},
            "Contact",
            "contact_with_note",
        ),
        (
            {"allOf": [{"$ref": "#/components/schemas/Open"}, having(note=TEXT)]},
            "Open",
            "open_with_note",
        ),
        # What is narrower or wider, or another named one, too, stands alone.
        ({"allOf": [REF, {"required": ["name"]}]}, "", "get_a0_response"),
        (
            {"allOf": [REF, having(name={"enum": ["a"]}, note=TEXT)]},
            "",
            "get_a0_response",
        ),
        (
            {"allOf": [REF, having(age={"type": "integer", "minimum": 1}, note=TEXT)]},
            "",
            "get_a0_response",
        ),
        (
            {
                "allOf": [
                    REF,
                    {"$ref": "#/components/schemas/Dated"},
                    having(note=TEXT),
                ]
            },
            "",
            "get_a0_response",
        ),
        (
            {"allOf": [REF, {**having(note=TEXT), "additionalProperties": TEXT}]},
            "",
            "get_a0_response",
        ),
        (having(id=TEXT, name=TEXT, note=TEXT), "", "get_a0_response"),
    ],
)
def test_what_extends_a_model(
    schema: object, base: str, name: str, tmp_path: Path
) -> None:
    (found,) = answers(tmp_path, schema)
    assert found.base == (f"components/schemas/{base}" if base else "")
    assert found.name.preferred == name


DESK = having(floor={"type": "integer"}, tags={"type": "array", "items": TEXT})


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        (having(a=TEXT), having(a=TEXT), True),
        (having(a=TEXT), having(a={**TEXT, "description": "Said."}), True),
        (having(a=TEXT), having(a={**TEXT, "examples": ["b"]}), True),
        (having(a=TEXT, b=TEXT), having(b=TEXT, a=TEXT), True),
        (having(a=DESK), having(a=DESK), True),
        (
            having(a={"type": "array", "items": DESK}),
            having(a={"type": "array", "items": DESK}),
            True,
        ),
        (having(a=REF), having(a={"$ref": "#/components/schemas/Person"}), True),
        (having(a={"enum": ["x", "y"]}), having(a={"enum": ["x", "y"]}), True),
        (having(a={"enum": ["x", "y"]}), having(a={"enum": ["x", "z"]}), False),
        (having(a=TEXT), having(a={"type": "integer"}), False),
        (having(a=TEXT), having(a={"type": ["string", "null"]}), False),
        (having(a=TEXT), {**having(a=TEXT), "required": ["a"]}, False),
        (having(a=TEXT), having(b=TEXT), False),
        (having(a=DESK), having(a=having(floor=TEXT)), False),
        (having(a=DESK), having(a={**DESK, "required": ["floor"]}), False),
        (having(a=TEXT), having(a={**TEXT, "maxLength": 5}), False),
    ],
)
def test_a_shape_stands_once(
    one: object, other: object, is_one: bool, tmp_path: Path
) -> None:
    first, second = answers(tmp_path, {"allOf": [REF, one]}, {"allOf": [REF, other]})
    assert first.base == second.base == "components/schemas/Contact"
    assert (first is second) is is_one
