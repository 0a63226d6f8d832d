"""What is declared of lists that a document doesn't declare."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.document.parsing.parse import parse
from tests.judge.generation import Job, generate
from tests.judge.overlay.extensions import client_options, extension_actions
from tests.judge.overlay.overlay_files import OverlayName, write_overlays
from tests.judge.overlay.paging import declared
from tests.judge.source.original import Original, Tree

OWN = Path(__file__).parents[2] / "corpus"
LISTS = OWN / "lists-3.1.yaml"


def test_every_form_of_paging_is_declared() -> None:
    found = {each.form for each in declared(Original(LISTS))}
    assert found == {
        "cursor",
        "flag",
        "key",
        "link",
        "body",
        "pages",
        "pages with total",
        "offsets",
        "offsets with total",
        "scroll",
    }


NEXT = {"x_next": {"type": "string"}}
# An answer's schema, its operation's parameters; what is said of the list, or None for no list.
SCHEMAS: list[tuple[Tree, Tree, Tree]] = [
    (
        {"properties": {"data": {"type": "array"}}},
        [],
        ({"items": ["data"], "next": ["x_next"], "parameter": "x_cursor"}, NEXT),
    ),
    (
        {
            "properties": {
                "tags": {"type": "array"},
                "items": {"type": ["array", "null"]},
            }
        },
        [],
        ({"items": ["items"], "next": ["x_next"], "parameter": "x_cursor"}, NEXT),
    ),
    (
        {"properties": {"a": {"type": "array"}, "next_page_token": {"type": "string"}}},
        [{"name": "page_token", "in": "query", "schema": {"type": "string"}}],
        (
            {"items": ["a"], "next": ["next_page_token"], "parameter": "page_token"},
            {},
        ),
    ),
    (
        {"properties": {"a": {"type": "array"}}},
        [
            {
                "name": "after",
                "in": "query",
                "required": True,
                "schema": {"type": "string"},
            }
        ],
        ({"items": ["a"], "next": ["x_next"], "parameter": "x_cursor"}, NEXT),
    ),
    ({"type": "array"}, [], ({"items": [], "offset": {"parameter": "x_offset"}}, {})),
    (
        {"type": "array"},
        [{"name": "skip", "in": "query", "schema": {"type": "integer"}}],
        ({"items": [], "offset": {"parameter": "skip"}}, {}),
    ),
    ({"properties": {"data": {"type": "object"}}}, [], None),
    ({"type": "string"}, [], None),
]


@pytest.mark.parametrize(("schema", "parameters", "said"), SCHEMAS)
def test_the_first_list_of_a_document(
    schema: Tree, parameters: Tree, said: Tree, tmp_path: Path
) -> None:
    answer = {"description": "ok", "content": {"application/json": {"schema": schema}}}
    operation = {"parameters": parameters, "responses": {"200": answer}}
    document = {"openapi": "3.1.0", "paths": {"/a": {"get": operation}}}
    path = tmp_path / "a.json"
    path.write_text(json.dumps(document), "utf-8")
    found = [(each.extension, each.additions) for each in declared(Original(path))]
    assert found == ([] if said is None else [said])


@pytest.mark.parametrize("name", ["paging", "extensions"])
@pytest.mark.parametrize(
    "document", ["lists-3.1.yaml", "library-2.0.json", "split/openapi.yaml"]
)
def test_an_overlay_is_the_same_every_time_and_fits(
    name: OverlayName, document: str, tmp_path: Path
) -> None:
    path = OWN / document
    made = [
        [each.read_bytes() for each in write_overlays(path, (name,), folder, "p")]
        for folder in (tmp_path / "a", tmp_path / "b")
    ]
    assert made[0] == made[1]
    generated = generate(Job(path, OWN, tmp_path, (name,)))
    assert generated.written
    assert not [each for each in generated.findings if each.code.startswith("overlay")]
    assert not [each for each in generated.findings if each.severity == "error"]


def test_overlays_are_documents_of_their_own(tmp_path: Path) -> None:
    paths = write_overlays(LISTS, ("paging", "extensions"), tmp_path, "p")
    for path in paths:
        tree = parse(path.read_text("utf-8"), path.name)[0]
        assert isinstance(tree, dict)
        assert tree["overlay"] == "1.0.0"


def test_headers_are_options_of_the_client() -> None:
    original = Original(LISTS)
    assert client_options(original) == {
        "x-trace": "h0 option",
        "x-deep": "h1 option",
        "x-sizes": "h2 option",
    }
    drawn = [update for _, update in extension_actions(original)]
    assert any("x-sdk-method" in each for each in drawn)
    assert any("x-sdk-resource" in each for each in drawn)
