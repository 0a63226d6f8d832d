"""Bodies that are one of several objects, whose members can be passed one by one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from generator import config, pipeline
from generator.config import RunOptions
from generator.pipeline import Run
from generator.progress import Progress


def union(*variants: Mapping[str, object]) -> dict[str, object]:
    return {"anyOf": [{"type": "object", "properties": each} for each in variants]}


TEXT, NUMBER, LIST = {"type": "string"}, {"type": "integer"}, {"type": "array"}
FLAT: dict[str, tuple[dict[str, object], int]] = {
    "no member in common": (union({"a": TEXT}, {"b": TEXT}), 2),
    "one of the same type": (union({"a": TEXT, "b": TEXT}, {"a": TEXT}), 2),
    "of types that share one": (
        union({"a": TEXT, "c": TEXT}, {"a": {"type": ["string", "integer"]}}),
        2,
    ),
    "of other types": (union({"a": TEXT, "c": TEXT}, {"a": NUMBER}), 0),
    "null alone in common": (
        union(
            {"a": {"type": ["string", "null"]}, "c": TEXT},
            {"a": {"type": ["integer", "null"]}},
        ),
        0,
    ),
    "of two variants that stand apart": (
        union({"a": TEXT}, {"b": TEXT}, {"a": LIST, "c": TEXT}),
        0,
    ),
    "eight variants": (union(*({f"a{n}": TEXT} for n in range(8))), 8),
    "nine": (union(*({f"a{n}": TEXT} for n in range(9))), 0),
    "one that is no object": (
        {"anyOf": [{"type": "object", "properties": {"a": TEXT}}, TEXT]},
        0,
    ),
    "null beside": (
        {
            "anyOf": [
                {"type": "object", "properties": {"a": TEXT}},
                {"type": "object", "properties": {"b": TEXT}},
                {"type": "null"},
            ]
        },
        2,
    ),
    "required alone": (
        {
            "type": "object",
            "properties": {"a": TEXT, "b": TEXT},
            "oneOf": [{"required": ["a"]}, {"required": ["b"]}],
        },
        0,
    ),
}


@pytest.mark.parametrize("name", FLAT)
def test_bodies_of_several_objects(tmp_path: Path, name: str) -> None:
    schema, want = FLAT[name]
    body = {"content": {"application/json": {"schema": schema}}}
    done = {"204": {"description": "Done."}}
    post = {"operationId": "a", "requestBody": body, "responses": done}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/a": {"post": post}},
    }
    (tmp_path / "spec.yaml").write_text(yaml.safe_dump(document), "utf-8")
    run = Run(Progress())
    options = RunOptions(source=tmp_path / "spec.yaml")
    api = pipeline.build_api(config.read(options, run.notebook), run)
    found = api.operations[0].body
    assert found is not None
    assert len(found.content[0].variants) == want
