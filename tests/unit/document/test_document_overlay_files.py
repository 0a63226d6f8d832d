"""Overlays as files: which are read, in which order, and where what they add stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.document.files.policy import Policy
from tests.unit.document.loading import UNVALIDATED, Files, Load
from tests.unit.document.overlays import BASE, overlaid

VERSIONS = [
    ("1.0.0", []),
    ("1.1.7", []),
    ("1.2.0", ["overlay-invalid"]),
    ("1", ["overlay-invalid"]),
]


@pytest.mark.parametrize(("version", "errors"), VERSIONS)
def test_versions(loaded: Load, version: str, errors: list[str]) -> None:
    action = {"target": "$.info", "update": {"title": "n"}}
    assert overlaid(loaded, action, version=version).errors == errors


@pytest.mark.parametrize(
    "text", ["[]", "a: 1", "overlay: 1.0.0", "overlay: 1.0.0\nactions: []"]
)
def test_what_is_no_overlay(loaded: Load, text: str) -> None:
    files: Files = {"openapi.yaml": json.dumps(BASE), "overlay.yaml": text}
    got = loaded(files, UNVALIDATED, folder=True)
    assert got.errors == ["overlay-invalid"]


def test_overlaid_values_know_their_place(loaded: Load) -> None:
    files: Files = {
        "openapi.yaml": "openapi: 3.2.0\ninfo: {title: t, version: '1'}\ntags: [{name: a}]\n",
        "overlay.yaml": (
            "overlay: 1.0.0\n"
            "info: {title: o, version: '1'}\n"
            "actions:\n"
            "- target: $.info\n"
            "  update:\n"
            "    title: new\n"
            "    license:\n"
            "      name: MIT\n"
            "- target: $.tags\n"
            "  update:\n"
            "  - name: b\n"
        ),
    }
    got = loaded(files, UNVALIDATED, folder=True)
    root = got.root.root
    info = root.require("info")
    tags = root.elements("tags")
    locations = [
        (Path(span.file).name, span.line, span.column)
        for span in got.sources.spans(
            [
                info.place,
                info.require("version").place,
                info.require("title").place,
                info.require("license").place,
                info.require("license").require("name").place,
                tags[0].place,
                tags[1].place,
            ]
        )
    ]
    assert locations == [
        ("openapi.yaml", 2, 1),
        ("openapi.yaml", 2, 18),
        ("overlay.yaml", 6, 5),
        ("overlay.yaml", 7, 5),
        ("overlay.yaml", 8, 7),
        ("openapi.yaml", 3, 8),
        ("overlay.yaml", 11, 5),
    ]


def test_an_overlay_sees_path_items_of_other_files(loaded: Load) -> None:
    item = "notes:\n  get:\n    responses: {}\n"
    files: Files = {
        "openapi.yaml": (
            "openapi: 3.2.0\ninfo: {title: t, version: '1'}\n"
            "paths:\n  /notes: {$ref: 'paths/notes.yaml#/notes'}\n"
        ),
        "paths/notes.yaml": item,
        "overlay.yaml": (
            "overlay: 1.0.0\ninfo: {title: o, version: '1'}\nactions:\n"
            "- target: $.paths['/notes'].get\n  update: {x-sdk-method: list}\n"
        ),
    }
    got = loaded(files, UNVALIDATED, folder=True)
    node = got.root.at("", "/paths/~1notes")
    assert node is not None
    operation = node.follow().require("get")
    assert operation.id == "paths/notes.yaml#/notes/get"
    assert operation.string("x-sdk-method") == "list"
    assert got.sources.span(operation.require("x-sdk-method").place).line == 5
    assert got.sources.span(operation.require("responses").place).line == 3


def test_shared_containers_are_reported_apart(loaded: Load) -> None:
    files: Files = {
        "openapi.yaml": (
            "openapi: 3.2.0\ninfo: {title: t, version: '1'}\n"
            "x-a: &a {deep: {k: 1}}\nx-b: *a\n"
        ),
        "overlay.yaml": (
            "overlay: 1.0.0\ninfo: {title: o, version: '1'}\nactions:\n"
            "- target: $['x-a'].deep\n  update: {k: 2}\n"
        ),
    }
    tree = loaded(files, UNVALIDATED, folder=True).root.root.value
    assert isinstance(tree, dict)
    assert (tree["x-a"], tree["x-b"]) == ({"deep": {"k": 2}}, {"deep": {"k": 1}})


def test_overlays_of_the_policy_come_after_the_folders_own(
    loaded: Load, tmp_path: Path
) -> None:
    head = "overlay: 1.0.0\ninfo: {title: o, version: '1'}\nactions:\n"
    for name in ("first", "second"):
        text = f"{head}- target: $.info\n  update: {{title: {name}, x-{name}: 1}}\n"
        (tmp_path / f"{name}.yaml").write_text(text)
    own = f"{head}- target: $.info\n  update: {{title: own, x-own: 1}}\n"
    files: Files = {"openapi.yaml": json.dumps(BASE), "overlay.yaml": own}
    extra = (tmp_path / "first.yaml", tmp_path / "second.yaml")
    policy = Policy(validate=False, overlays=extra)
    got = loaded(files, policy, folder=True).root.root.require("info")
    assert got.value == {
        "title": "second",
        "version": "1",
        "x-own": 1,
        "x-first": 1,
        "x-second": 1,
    }
    alone = loaded(files, Policy(validate=False)).root.root.require("info")
    assert alone.string("title") == "t"


def test_an_overlay_that_is_not_there(loaded: Load, tmp_path: Path) -> None:
    policy = Policy(overlays=(tmp_path / "gone.yaml",))
    got = loaded({"openapi.yaml": json.dumps(BASE)}, policy)
    assert got.errors == ["file-unreadable"]


def test_what_an_overlay_adds_is_checked_like_the_rest(loaded: Load) -> None:
    action = {
        "target": "$.paths['/a'].get.responses",
        "update": {"200": {"$ref": "http://10.0.0.1/x"}},
    }
    got = overlaid(loaded, action)
    assert got.errors == ["ref-remote"]
    ((file, _, _),) = got.locations("ref-remote")
    assert file == "overlay.yaml"
