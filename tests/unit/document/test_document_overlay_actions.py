"""Actions of overlays: what they change, and which are refused."""

from __future__ import annotations

import json

import pytest

from generator.document.parsing.nesting import DEEPEST
from tests.unit.document.loading import Data, Load
from tests.unit.document.overlays import BASE, overlaid


def changed(**changes: Data) -> dict[str, Data]:
    return {**json.loads(json.dumps(BASE)), **changes}


def paths(**changes: Data) -> dict[str, Data]:
    """The paths with changes to the operation of `/a`."""
    tree = changed()["paths"]
    tree["/a"]["get"].update(changes)
    return {"paths": tree}


WORKS: list[tuple[list[dict[str, Data]], dict[str, Data]]] = [
    (
        [{"target": "$.info", "update": {"title": "new", "x-a": {"b": 1}}}],
        changed(info={"title": "new", "version": "1", "x-a": {"b": 1}}),
    ),
    (
        [{"target": "$", "update": {"info": {"description": "d"}, "x-b": [1]}}],
        changed(
            info={"title": "t", "version": "1", "description": "d"}, **{"x-b": [1]}
        ),
    ),
    (
        [{"target": "$.paths['/a'].get", "update": {"tags": ["c"]}}],
        changed(**paths(tags=["a", "c"])),
    ),
    (
        [{"target": "$.paths['/a'].get.summary", "update": "New"}],
        changed(**paths(summary="New")),
    ),
    (
        [{"target": "$.tags", "update": {"name": "c"}}],
        changed(tags=[{"name": "a"}, {"name": "b"}, {"name": "c"}]),
    ),
    (
        [{"target": "$.tags", "update": [{"name": "c"}, {"name": "d"}]}],
        changed(tags=[{"name": n} for n in "abcd"]),
    ),
    (
        [{"target": "$.tags[?@.name == 'a']", "remove": True}],
        changed(tags=[{"name": "b"}]),
    ),
    ([{"target": "$['x-list'][*]", "remove": True}], changed(**{"x-list": []})),
    (
        [{"target": "$['x-list'][?@ == 'one']", "remove": True}],
        changed(**{"x-list": ["two"]}),
    ),
    (
        [{"target": "$.paths.*.get.summary", "remove": True}],
        changed(
            paths={f"/{n}": {"get": {"tags": [n], "responses": {}}} for n in ("a", "b")}
        ),
    ),
    (
        [
            {"target": "$.paths['/a']", "remove": True},
            {"target": "$.paths", "update": {"/a": {"x-new": True}}},
        ],
        changed(paths={"/b": BASE["paths"]["/b"], "/a": {"x-new": True}}),
    ),
    (
        [
            {"target": "$.paths", "update": {"/c": {}}},
            {"target": "$.paths['/c']", "copy": "$.paths['/b']"},
            {"target": "$.paths['/c'].get", "update": {"summary": "C"}},
        ],
        changed(
            paths={
                **BASE["paths"],
                "/c": {"get": {"summary": "C", "tags": ["b"], "responses": {}}},
            }
        ),
    ),
    (
        [{"target": "$..[?@.summary == 'A']", "update": {"x-it": None}}],
        changed(**paths(**{"x-it": None})),
    ),
    (
        [{"target": "$..summary", "update": "all"}],
        changed(
            paths={
                f"/{n}": {"get": {"summary": "all", "tags": [n], "responses": {}}}
                for n in ("a", "b")
            }
        ),
    ),
    ([{"target": "$.info", "remove": False, "update": {}, "x-why": "?"}], BASE),
]


@pytest.mark.parametrize(("actions", "want"), WORKS)
def test_actions(
    loaded: Load, actions: list[dict[str, Data]], want: dict[str, Data]
) -> None:
    got = overlaid(loaded, *actions)
    assert got.findings == ()
    assert got.root.root.value == want


REFUSED = [
    ({"target": "$.paths['/gone']", "remove": True}, "overlay-unmatched", 9),
    ({"target": "$.tags[5]", "update": {}}, "overlay-unmatched", 9),
    ({"target": "$.paths[", "remove": True}, "overlay-invalid", 8),
    ({"target": "paths", "remove": True}, "overlay-invalid", 8),
    ({"target": 3, "remove": True}, "overlay-invalid", 8),
    ({"target": "$" + "[?@.a" * 300 + "]" * 300}, "overlay-invalid", 8),
    ({"target": "$[?" + "(" * 5000 + "@" + ")" * 5000 + "]"}, "overlay-invalid", 8),
    ({"target": "$[?" + "!" * 5000 + "@]"}, "overlay-invalid", 8),
    ({"remove": True}, "overlay-invalid", 8),
    ({"target": "$.info"}, "overlay-invalid", 8),
    ({"target": "$.info", "updat": {}}, "overlay-invalid", 8),
    ({"target": "$.info", "remove": "yes"}, "overlay-invalid", 8),
    ({"target": "$.info", "update": {}, "copy": "$.tags"}, "overlay-invalid", 8),
    ({"target": "$.info", "copy": "$.tags[*]"}, "overlay-invalid", 8),
    ({"target": "$.info", "copy": "$.gone"}, "overlay-invalid", 8),
    ({"target": "$.info", "update": "text"}, "overlay-invalid", 8),
    ({"target": "$.info.title", "update": {}}, "overlay-invalid", 8),
    ({"target": "$", "update": {"tags": {}}}, "overlay-invalid", 8),
    ({"target": "$", "remove": True}, "overlay-invalid", 8),
    ("action", "overlay-invalid", 8),
]


@pytest.mark.parametrize(("action", "code", "line"), REFUSED)
def test_refused_actions(loaded: Load, action: Data, code: str, line: int) -> None:
    got = overlaid(loaded, action)
    assert got.document is None
    assert got.errors == [code]
    ((file, found, _),) = got.locations(code)
    assert (file, found) == ("overlay.yaml", line)


def test_all_actions_that_select_nothing_are_reported(loaded: Load) -> None:
    actions = [{"target": f"$.gone{n}", "remove": True} for n in range(3)]
    got = overlaid(loaded, *actions)
    assert got.errors == ["overlay-unmatched"] * 3


def test_copy_is_of_1_1(loaded: Load) -> None:
    action = {"target": "$.info", "copy": "$.info"}
    assert overlaid(loaded, action, version="1.0.0").errors == ["overlay-invalid"]


def test_what_is_selected_may_lie_as_deep_as_documents_nest(loaded: Load) -> None:
    deep: Data = {"found": 1}
    for _ in range(DEEPEST - 10):
        deep = {"a": deep}
    put = {"target": "$.info", "update": {"x-deep": deep}}
    got = overlaid(loaded, put, {"target": "$..found", "update": 2})
    assert got.findings == ()
    value = got.root.root.value["info"]["x-deep"]
    while "a" in value:
        value = value["a"]
    assert value == {"found": 2}
