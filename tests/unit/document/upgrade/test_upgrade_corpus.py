"""Published documents: what was valid in its own version is valid in 3.2 after the upgrade."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from openapi_spec_validator import (
    OpenAPIV2SpecValidator,
    OpenAPIV30SpecValidator,
    OpenAPIV31SpecValidator,
    OpenAPIV32SpecValidator,
)

from generator.diagnostics import Notebook
from generator.document.parsing.parse_json import parse_json
from generator.document.parsing.parse_yaml import parse_yaml
from generator.document.trees.tree import find, keys
from generator.document.upgrade import version
from tests.unit.document.upgrade.upgrading import beside, upgraded

PROJECT = Path(__file__).parents[4]
CORPUS = PROJECT.parent / "shared" / "specs"
VALIDATORS = {
    "2.0": OpenAPIV2SpecValidator,
    "3.0": OpenAPIV30SpecValidator,
    "3.1": OpenAPIV31SpecValidator,
    "3.2": OpenAPIV32SpecValidator,
}
SAMPLE = [
    "firecracker__vmm.yaml",
    "oai__tictactoe-v3.1.yaml",
    "oai__uber-v2.yaml",
    "oai__webhook-v3.1.yaml",
    "prometheus__alertmanager.yaml",
    "redocly__museum.yaml",
    "swagger__petstore3.yaml",
]

needs_corpus = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="no ../shared/specs beside the project"
)

Data: TypeAlias = Any  # plain data of any shape


def load(path: Path) -> Data:
    text = path.read_text(encoding="utf-8")
    return parse_json(text) if path.suffix == ".json" else parse_yaml(text)


def is_valid(tree: Data) -> bool:
    validator = VALIDATORS[version(tree)](tree, base_uri="")
    return next(iter(validator.iter_errors()), None) is None


def references(file: str, tree: Data) -> Iterator[tuple[str, str] | None]:
    """Yield what each reference outside of data could lead to, data included."""
    waiting = [tree]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            if isinstance(value.get("$ref"), str):
                yield beside(file, value["$ref"])
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value


def dangling(files: Data) -> set[tuple[str, str]]:
    found = {place for file, tree in files.items() for place in references(file, tree)}
    return {
        place
        for place in found
        if place and find(files.get(place[0]), keys(place[1])) is None
    }


@needs_corpus
@pytest.mark.parametrize("name", SAMPLE)
def test_valid_documents_stay_valid(name: str) -> None:
    tree = load(CORPUS / name)
    before = json.dumps(tree)
    files = {name: tree}
    notebook = Notebook()
    trees = upgraded(files, notebook)
    assert is_valid(tree)
    assert version(trees[name]) == "3.2"
    assert is_valid(trees[name])
    assert not dangling(trees)
    assert all(finding.place for finding in notebook.findings)
    assert json.dumps(tree) == before


@needs_corpus
@pytest.mark.parametrize(
    "folder", ["camara", "oai-petstore-separate", "redocly-cafe-split"]
)
def test_references_between_files_hold(folder: str) -> None:
    root = CORPUS / "multi" / folder
    paths = [p for p in root.rglob("*") if p.suffix in {".json", ".yaml"}]
    files = {path.relative_to(root).as_posix(): load(path) for path in paths}
    trees = upgraded(files, Notebook())
    assert files.keys() == trees.keys()
    assert not dangling(files)
    assert not dangling(trees)
    assert {version(tree) for tree in trees.values()} == {"", "3.2"}
