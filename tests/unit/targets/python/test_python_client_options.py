"""Headers that are options of the client: their types, and how their values are written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator import config, pipeline
from generator.config import RunOptions
from generator.diagnostics import Notebook
from generator.emit.layout.format import finish
from generator.pipeline import Run
from generator.progress import Progress
from generator.targets.python import render

# A header's description; the argument's annotation and default, and what writes it.
HEADERS: list[tuple[dict[str, Any], str, str]] = [
    ({"schema": {"type": "string"}}, "str | None = None", 'text_option("a", a)'),
    (
        {"schema": {"type": "string", "default": "x"}},
        'str = "x"',
        'text_option("a", a)',
    ),
    (
        {"schema": {"type": "string", "format": "uuid"}},
        "str | None = None",
        'text_option("a", a)',
    ),
    (
        {"schema": {"type": "string", "format": "date-time"}},
        "datetime | str | None = None",
        'written_option("a", a)',
    ),
    (
        {"schema": {"type": "string", "format": "date", "default": "2024-01-02"}},
        "date | str | None = None",
        'written_option("a", a)',
    ),
    (
        {"schema": {"type": "boolean", "default": True}},
        "bool = True",
        'written_option("a", a)',
    ),
    (
        {"schema": {"type": "integer", "default": 5}},
        "int = 5",
        'written_option("a", a)',
    ),
    (
        {"schema": {"type": "integer", "enum": [1, 2]}},
        "Literal[1, 2] | int | None = None",
        'written_option("a", a)',
    ),
    (
        {"schema": {"type": "array", "items": {"type": "integer"}, "default": [1]}},
        "Sequence[int] | None = None",
        'written_option("a", a)',
    ),
    (
        {
            "explode": True,
            "schema": {"type": "object", "additionalProperties": {"type": "string"}},
        },
        "Mapping[str, str] | None = None",
        'written_option("a", a, explode=True)',
    ),
    (
        {
            "itemStyles": ["pipeDelimited"],
            "schema": {
                "type": "array",
                "items": {"type": "array", "items": {"type": "integer"}},
            },
        },
        "Sequence[Sequence[int]] | None = None",
        'written_option("a", a, item_styles=("pipeDelimited",))',
    ),
    (
        {"content": {"application/json": {"schema": {"type": "string"}}}},
        "str | None = None",
        'content_option("a", a, "application/json")',
    ),
]


def client(folder: Path, header: dict[str, Any]) -> str:
    """The module of the client of a document with one header."""
    parameter = {"name": "X-A", "in": "header", "x-sdk-client-option": "a", **header}
    operation = {
        "operationId": "listThings",
        "parameters": [parameter],
        "responses": {"204": {"description": "ok"}},
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Tiny", "version": "1"},
        "paths": {"/things": {"get": operation}},
    }
    path = folder / "tiny.json"
    path.write_text(json.dumps(document), "utf-8")
    settled = config.read(RunOptions(source=path, package="sdk"), Notebook())
    run = Run(Progress())
    api = pipeline.build_api(settled, run)
    made = finish(render(api, settled.outputs[0].options, run.notebook))
    return next(
        file.data.decode() for file in made.files if file.path == "sdk/_client.py"
    )


@pytest.mark.parametrize(("header", "argument", "written"), HEADERS)
def test_an_option_is_typed_and_written_as_a_parameter(
    header: dict[str, Any], argument: str, written: str, tmp_path: Path
) -> None:
    module = client(tmp_path, header)
    assert module.count(f"        a: {argument},\n") == 2
    assert module.count(f'"X-A": {written}') == 2
