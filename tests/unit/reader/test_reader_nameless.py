"""Path parameters without a name: they fill the one place that is left, or are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from reader_documents import STRING, Tree, document, operation, read_tree

from generator.diagnostics import Severity

NAMELESS: Tree = {"in": "path", "required": True, "schema": {"type": "integer"}}


def named(name: str) -> Tree:
    return {"name": name, "in": "path", "required": True, "schema": STRING}


# The path, its item's parameters, the operation's, and the names that the operation has.
FILLED: list[tuple[str, list[Tree], list[Tree], list[str]]] = [
    ("/a/{id}", [], [NAMELESS], ["id"]),
    ("/a/{id}", [NAMELESS], [], ["id"]),
    ("/a/{id}", [], [{**NAMELESS, "name": ""}], ["id"]),
    ("/a/{id}", [], [{**NAMELESS, "name": None}], ["id"]),
    ("/a/{id}/b/{n}", [], [NAMELESS, named("n")], ["id", "n"]),
    ("/a/{id}/b/{n}", [named("id")], [NAMELESS], ["id", "n"]),
    ("/a/{id}/b/{id}", [], [NAMELESS], ["id"]),
    ("/a/{id:[0-9]+}", [], [NAMELESS], ["id:[0-9]+"]),
    ("/a/{Id}/b/{n}", [named("id")], [NAMELESS], ["Id", "n"]),
    # Both stand for the same one.
    ("/a/{id}", [NAMELESS], [NAMELESS], ["id"]),
    ("/a/{id}", [], [{"$ref": "#/components/parameters/P"}], ["id"]),
]
REFUSED: list[tuple[str, list[Tree], list[Tree]]] = [
    ("/a/{id}/b/{n}", [], [NAMELESS]),
    ("/a/{id}/b/{n}", [], [NAMELESS, NAMELESS]),
    ("/a/{id}", [], [NAMELESS, NAMELESS]),
    ("/a/{id}", [], [NAMELESS, named("id")]),
    ("/a", [], [NAMELESS]),
    ("/a", [], [{**NAMELESS, "in": "query"}]),
]


def given(path: str, shared: list[Tree], own: list[Tree]) -> Tree:
    item = {"parameters": shared, "get": operation(parameters=own)}
    return document(paths={path: item}, components={"parameters": {"P": NAMELESS}})


@pytest.mark.parametrize(("path", "shared", "own", "names"), FILLED)
def test_the_only_place_is_filled(
    tmp_path: Path, path: str, shared: list[Tree], own: list[Tree], names: list[str]
) -> None:
    result = read_tree(tmp_path, given(path, shared, own))
    parameters = {one.name.wire: one for one in result.operation.parameters}
    assert sorted(parameters) == sorted(names)
    assert any("integer" in str(type(one.type)).lower() for one in parameters.values())
    (found,) = [one for one in result.findings if one.code == "parameter-name"]
    assert found.severity is Severity.REPAIR
    assert found.place is not None
    assert "/parameters/" in found.place.pointer
    assert "it fills" in found.hint


@pytest.mark.parametrize(("path", "shared", "own"), REFUSED)
def test_where_there_is_doubt_the_operation_is_refused(
    tmp_path: Path, path: str, shared: list[Tree], own: list[Tree]
) -> None:
    result = read_tree(tmp_path, given(path, shared, own))
    assert result.api.operations == ()
    (found,) = [one for one in result.findings if one.severity is Severity.ERROR]
    assert found.code == "parameter-name"
    assert found.place is not None


def test_each_path_names_a_shared_one_itself(tmp_path: Path) -> None:
    tree = document(
        paths={
            f"/{slot}/{{{slot}}}": {
                "get": operation(parameters=[{"$ref": "#/components/parameters/P"}])
            }
            for slot in ("a", "b")
        },
        components={"parameters": {"P": NAMELESS}},
    )
    found = read_tree(tmp_path, tree).api.operations
    assert [one.parameters[0].name.wire for one in found] == ["a", "b"]


def test_strictly_it_is_refused(tmp_path: Path) -> None:
    result = read_tree(tmp_path, given("/a/{id}", [], [NAMELESS]), lenient=False)
    assert [one.code for one in result.findings][-1] == "parameter-name"
    assert result.api.operations == ()
