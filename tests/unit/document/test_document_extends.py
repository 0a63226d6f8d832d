"""Overlays that say which document they are for, and those that are named alone."""

from __future__ import annotations

import json

import pytest

from generator.diagnostics import Severity
from generator.document.files.policy import Policy
from tests.unit.document.loading import Data, Files, Load

UNVALIDATED = Policy(validate=False)
TITLED = {"target": "$.info", "update": {"title": "new"}}


def base(**more: Data) -> str:
    info = {"title": "t", "version": "1"}
    return json.dumps({"openapi": "3.2.0", "info": info, "paths": {}, **more})


def overlay(extends: Data = None, *actions: Data) -> str:
    tree: Data = {
        "overlay": "1.1.0",
        "info": {"title": "o", "version": "1"},
        "actions": actions or [TITLED],
    }
    if extends is not None:
        tree["extends"] = extends
    return json.dumps(tree, indent=1)


EXTENDS = [
    ("openapi.yaml", "", True),
    ("./openapi.yaml", "", True),
    ("x/../openapi.yaml", "", True),
    ("../spec/openapi.yaml", "", True),
    ("%6fpenapi.yaml", "", True),
    ("openapi.yaml#/paths", "", True),
    ("other.yaml", "", False),
    ("../openapi.yaml", "", False),
    ("file:///openapi.yaml", "", False),
    ("a\0b", "", False),
    ("https://example.com/openapi.yaml", "", True),
    ("https://example.com/openapi.yaml", "https://example.com/openapi.yaml", True),
    ("https://example.com/openapi.yaml", "openapi.yaml", True),
    ("https://example.com/other.yaml", "https://example.com/openapi.yaml", False),
]


@pytest.mark.parametrize(("extends", "own", "fits"), EXTENDS)
def test_an_overlay_for_another_document(
    loaded: Load, extends: str, own: str, fits: bool
) -> None:
    files: Files = {
        "openapi.yaml": base(**({"$self": own} if own else {})),
        "overlay.yaml": overlay(extends),
    }
    got = loaded(files, UNVALIDATED, folder=True)
    assert got.root.root.require("info").string("title") == "new"
    found = [(f.code, f.severity) for f in got.findings]
    assert found == ([] if fits else [("overlay-other", Severity.WARNING)])
    if not fits:
        assert got.locations("overlay-other") == [("overlay.yaml", 15, 2)]


@pytest.mark.parametrize("extends", [1, ["openapi.yaml"], {"a": "b"}])
def test_what_names_no_document(loaded: Load, extends: Data) -> None:
    files: Files = {"openapi.yaml": base(), "overlay.yaml": overlay(extends)}
    got = loaded(files, UNVALIDATED, folder=True)
    assert got.errors == ["overlay-invalid"]


@pytest.mark.parametrize("extends", ["api.yaml", "./api.yaml", "../spec/x/../api.yaml"])
def test_an_overlay_alone_is_applied_to_what_it_extends(
    loaded: Load, extends: str
) -> None:
    files: Files = {
        "fix.yaml": overlay(extends),
        "api.yaml": base(components={"schemas": {"A": {"$ref": "a.yaml"}}}),
        "a.yaml": "type: string\n",
    }
    got = loaded(files, UNVALIDATED)
    assert got.findings == ()
    info = got.root.root.require("info")
    assert info.string("title") == "new"
    assert info.place.file.endswith("api.yaml")
    assert info.require("title").place.file.endswith("fix.yaml")
    node = got.root.at("", "/components/schemas/A")
    assert node is not None
    assert node.follow().id == "a.yaml#"


ALONE = [
    (overlay(), "overlay-alone", (1, 1)),
    (overlay(3), "overlay-alone", (1, 1)),
    (overlay("https://example.com/api.yaml"), "overlay-alone", (1, 1)),
    (overlay("gone.yaml"), "ref-dangling", (15, 2)),
    (overlay("../api.yaml"), "ref-outside", (15, 2)),
    (overlay("/etc/passwd"), "ref-outside", (15, 2)),
    (overlay("file:///etc/passwd"), "ref-outside", (15, 2)),
    (overlay("fix.yaml"), "version-unknown", (1, 1)),
    (
        overlay("api.yaml", {"target": "$.gone", "remove": True}),
        "overlay-unmatched",
        (),
    ),
]


@pytest.mark.parametrize(("text", "code", "location"), ALONE)
@pytest.mark.parametrize("lenient", [True, False])
def test_an_overlay_alone_that_cannot_be_applied(
    loaded: Load, text: str, code: str, location: tuple[int, ...], lenient: bool
) -> None:
    files: Files = {"fix.yaml": text, "api.yaml": base()}
    got = loaded(files, Policy(lenient=lenient))
    assert got.document is None
    assert got.errors == [code]
    if location:
        assert got.locations(code) == [("fix.yaml", *location)]


def test_overlays_see_paths_that_stand_in_another_file(loaded: Load) -> None:
    actions = [
        {"target": "$.paths['/a'].get", "update": {"summary": "A"}},
        {"target": "$.paths['/b'].get", "update": {"summary": "B"}},
        {"target": "$.paths", "update": {"/c": {"get": {"summary": "C"}}}},
    ]
    files: Files = {
        "openapi.yaml": "openapi: 3.2.0\ninfo: {title: t, version: '1'}\n"
        "paths: {$ref: 'paths/index.yaml#/all'}\n",
        "paths/index.yaml": "all:\n  /a: {get: {responses: {}}}\n  /b: {$ref: b.yaml}\n",
        "paths/b.yaml": "get: {responses: {}}\n",
        "overlay.yaml": overlay(None, *actions),
    }
    policy = Policy(lenient=True, validate=False)
    got = loaded(files, policy, folder=True)
    assert got.errors == []
    paths = got.root.root.members("paths")
    summaries = {
        key: item.follow().require("get").string("summary") for key, item in paths
    }
    assert summaries == {"/a": "A", "/b": "B", "/c": "C"}
