"""Parameters are read off the document: where they stand, and how they are spelled."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.judge.source.original import Original, Piece, Tree
from tests.judge.wire.request.parameters import Slot, read_slot

LIST = {"type": "array", "items": {"type": "integer"}}


def read(tmp_path: Path, written: Tree, version: str = "openapi: 3.1.0") -> Slot:
    place = tmp_path / "a.yaml"
    place.write_text(version, "utf-8")
    original = Original(place)
    slot = read_slot(original, Piece(place, ("it",), {"name": "n", **written}))
    assert slot is not None
    return slot


@pytest.mark.parametrize(
    ("written", "style", "explode"),
    [
        ({"in": "path"}, "simple", False),
        ({"in": "query"}, "form", True),
        ({"in": "query", "explode": False}, "form", False),
        ({"in": "query", "style": "pipeDelimited"}, "pipeDelimited", False),
        ({"in": "query", "style": "deepObject", "explode": True}, "deepObject", True),
        ({"in": "header", "style": "matrix"}, "simple", False),
        ({"in": "cookie"}, "form", True),
        ({"in": "path", "style": "label", "explode": True}, "label", True),
    ],
)
def test_styles(tmp_path: Path, written: Tree, style: str, explode: bool) -> None:
    slot = read(tmp_path, {**written, "schema": LIST})
    assert (slot.style, slot.explode, slot.kind) == (style, explode, "array")


@pytest.mark.parametrize(
    ("place", "collection", "style", "explode"),
    [
        ("path", {}, "simple", False),
        ("query", {}, "form", False),
        ("query", {"collectionFormat": "csv"}, "form", False),
        ("query", {"collectionFormat": "multi"}, "form", True),
        ("query", {"collectionFormat": "ssv"}, "spaceDelimited", False),
        ("query", {"collectionFormat": "pipes"}, "pipeDelimited", False),
        ("header", {"collectionFormat": "tsv"}, "tabDelimited", False),
    ],
)
def test_collection_formats_of_swagger(
    tmp_path: Path, place: str, collection: Tree, style: str, explode: bool
) -> None:
    written = {"in": place, "required": True, **LIST, **collection}
    slot = read(tmp_path, written, "swagger: '2.0'")
    assert (slot.style, slot.explode) == (style, explode)
    assert slot.schema == LIST
    assert slot.required


def test_collection_formats_of_lists_within_lists(tmp_path: Path) -> None:
    inner = {"type": "array", "items": LIST, "collectionFormat": "pipes"}
    written = {"in": "query", "type": "array", "items": inner}
    assert read(tmp_path, written, "swagger: '2.0'").inner == ("pipeDelimited", "form")
    assert read(tmp_path, {"in": "query", "schema": written}).inner == ()


def test_a_parameter_with_content(tmp_path: Path) -> None:
    content = {"application/json": {"schema": {"type": "object"}}}
    slot = read(tmp_path, {"in": "query", "content": content})
    assert (slot.media_type, slot.kind) == ("application/json", "object")
