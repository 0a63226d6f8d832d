"""Aliases in cycles of many dicts are spelled out, and tags of variants are closed."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from notes_api import OPTIONS

from generator.diagnostics import Notebook
from generator.document.files.policy import Policy
from generator.document.load import load
from generator.reader import read
from generator.refine import refine
from generator.targets.python import render

Tree = dict[str, Any]


def refs(*names: str) -> list[Tree]:
    return [{"$ref": f"#/components/schemas/{name}"} for name in names]


def params(folder: Path, body: Tree, schemas: Mapping[str, Tree]) -> str:
    """The module of what callers nest in a request with a body, on one line."""
    content = {"application/json": {"schema": {"type": "array", "items": body}}}
    post = {
        "operationId": "send",
        "requestBody": {"content": content, "required": True},
        "responses": {"204": {"description": ""}},
    }
    tree = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/x": {"post": post}},
        "components": {"schemas": dict(schemas)},
    }
    path = folder / "spec.json"
    path.write_text(json.dumps(tree))
    notebook = Notebook()
    document = load(path, notebook, Policy(lenient=True, validate=False))
    files = render(refine(read(document, notebook), notebook), OPTIONS, notebook).files
    found = {file.path: file.data.decode() for file in files}
    return " ".join(found[f"{OPTIONS.package}/params.py"].split())


def holding(count: int) -> dict[str, Tree]:
    """Variants that hold lists of all of them, each by an alias of its own."""
    names = [f"V{at}" for at in range(count)]
    return {
        name: {
            "type": "object",
            "required": ["kind"],
            "properties": {
                "kind": {"type": "string", "enum": [name.lower()]},
                "held": {"type": "array", "items": {"oneOf": refs(*names)}},
            },
        }
        for name in names
    }


@pytest.mark.parametrize(
    ("count", "held"),
    [
        (2, "held: NotRequired[Sequence[V0HeldItemParams]]"),
        (8, "held: NotRequired[Sequence[V0Params | V1Params | V2Params |"),
        (40, "held: NotRequired[Sequence[V0Params | V1Params | V2Params |"),
    ],
)
def test_long_cycles_are_spelled_out(tmp_path: Path, count: int, held: str) -> None:
    begun = time.process_time()
    schemas = holding(count)
    made = params(tmp_path, {"oneOf": refs(*schemas)}, schemas)
    assert held in made
    # The unions keep their names for who wants them.
    assert "V0HeldItemParams: TypeAlias = V0Params | V1Params" in made.replace("( ", "")
    assert time.process_time() - begun < 20


def pet(**kind: Any) -> Tree:
    return {"type": "object", "required": ["kind"], "properties": {"kind": kind}}


TEXT = {"type": "string"}
BY_KIND = {"propertyName": "kind", "mapping": {"tom": "#/components/schemas/Cat"}}
BOTH = {**BY_KIND, "mapping": {**BY_KIND["mapping"], "rex": "#/components/schemas/Dog"}}


@pytest.mark.parametrize(
    ("cat", "dog", "rule", "kinds"),
    [
        # One value each, which the document leaves open.
        (
            pet(**TEXT, enum=["cat"]),
            pet(**TEXT, enum=["dog"]),
            None,
            ('"cat"', '"dog"'),
        ),
        (pet(enum=[1]), pet(enum=[2]), None, ("1", "2")),
        (pet(const="cat"), pet(const="dog"), None, ('"cat"', '"dog"')),
        (
            pet(**TEXT, enum=["cat", "tom"]),
            pet(**TEXT, enum=["dog"]),
            None,
            ('"cat", "tom"', '"dog"'),
        ),
        # Any text, which the mapping narrows; where it is silent, names of schemas are a guess.
        (pet(**TEXT), pet(**TEXT), BOTH, ('"tom"', '"rex"')),
        (pet(**TEXT), pet(**TEXT), BY_KIND, ('"tom"', "str")),
        (pet(**TEXT), pet(**TEXT), {"propertyName": "kind"}, ("str", "str")),
        # Values of both, of which the mapping says whose they are.
        (
            pet(**TEXT, enum=["tom", "rex"]),
            pet(**TEXT, enum=["tom", "rex"]),
            BOTH,
            ('"tom"', '"rex"'),
        ),
        # What tells no variant stays open.
        (
            pet(**TEXT, enum=["a", "b"]),
            pet(**TEXT, enum=["b", "c"]),
            None,
            ('"a", "b"] | UnknownValue', '"b", "c"] | UnknownValue'),
        ),
    ],
)
def test_tags_are_closed(
    tmp_path: Path, cat: Tree, dog: Tree, rule: Tree | None, kinds: tuple[str, str]
) -> None:
    body = {"oneOf": refs("Cat", "Dog"), **({"discriminator": rule} if rule else {})}
    made = params(tmp_path, body, {"Cat": cat, "Dog": dog})
    for name, kind in zip(("Cat", "Dog"), kinds, strict=True):
        said = kind if "]" in kind or kind == "str" else f"{kind}] "
        start = "" if kind == "str" else "Literal["
        _, _, rest = made.partition(f"class {name}Params(TypedDict)")
        assert f"kind: {start}{said}" in f"{rest.partition('class ')[0]} "


def test_a_tag_used_elsewhere_keeps_the_values_of_others(tmp_path: Path) -> None:
    own = pet(**TEXT, enum=["tom", "rex"])
    body = {
        "type": "object",
        "properties": {
            "either": {"oneOf": refs("Cat", "Dog"), "discriminator": BOTH},
            "cat": refs("Cat")[0],
        },
    }
    made = params(tmp_path, body, {"Cat": own, "Dog": own})
    assert 'kind: Literal["tom", "rex"] | UnknownValue' in made
    assert 'kind: Literal["rex"] ' in made
