"""The representations of answers: the schema that a media type has, and its examples."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.judge.source.described_responses import answers_of
from tests.judge.source.original import Original

SCHEMA = {"type": "object"}


@pytest.mark.parametrize(
    ("content", "want"),
    [
        ({"application/json": {"schema": SCHEMA, "example": 1}}, [("", True, [1])]),
        (
            {
                "application/json": {"example": 1},
                "application/json; charset=utf-8": {"schema": SCHEMA},
            },
            [("", True, [1]), ("; charset=utf-8", True, [])],
        ),
        (
            {
                "application/json": {"example": 1},
                "Application/JSON": {"schema": SCHEMA, "example": 2},
            },
            [("", True, [1]), ("", True, [2])],
        ),
        # Two schemas: nobody says of which the example is.
        (
            {
                "application/json": {"example": 1},
                "application/json; version=1": {"schema": SCHEMA},
                "application/json; version=2": {"schema": SCHEMA},
            },
            [("", False, [1]), ("; version=1", True, []), ("; version=2", True, [])],
        ),
        (
            {"application/json": {"example": 1}, "text/json": {"schema": SCHEMA}},
            [("", False, [1]), ("", True, [])],
        ),
        ({"application/json": {}}, []),
    ],
)
def test_a_media_type_has_the_schema_of_its_other_spelling(
    content: Any, want: list[tuple[str, bool, list[object]]], tmp_path: Path
) -> None:
    responses = {"200": {"description": "Done.", "content": content}}
    paths = {"/a": {"get": {"responses": responses}}}
    place = tmp_path / "a.json"
    place.write_text(json.dumps({"openapi": "3.1.0", "paths": paths}), "utf-8")
    original = Original(place)
    [(method, path, _, operation)] = original.operations()
    found = [
        (
            answer.content_type[len(answer.content_type.partition(";")[0]) :],
            answer.schema is not None,
            [*answer.examples],
        )
        for answer in answers_of(original, method, path, operation)
    ]
    assert found == want
