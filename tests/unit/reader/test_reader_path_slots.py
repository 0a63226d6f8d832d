"""What stands in a path's slots beside a name, and which parameter fills them."""

from __future__ import annotations

from pathlib import Path

import pytest
from reader_documents import document, read_tree

from generator.ir.types import Integer, String
from generator.reader.path_template import meanings


@pytest.mark.parametrize(
    ("slot", "want"),
    [
        ("id", ("id",)),
        (r"id:\d+", ("id",)),
        ("id:[0-9]{4}", ("id",)),
        ("id:int", ("id", "int")),
        ("int:id", ("id", "int")),
        ("uuid:image_id", ("image_id", "uuid")),
        ("own:thing", ("own", "thing")),
        ("re(a|b):id", ("id", "re")),
        ("path:path", ("path",)),
        ("file_path:path", ("file_path", "path")),
        ("key+", ("key",)),
        ("path*", ("path",)),
        ("*rest", ("rest",)),
        ("+path", ("path",)),
        ("id?", ("id",)),
        ("id=1", ("id",)),
        ("id<[0-9]+>", ("id",)),
        ("a b", ()),
    ],
)
def test_meanings(slot: str, want: tuple[str, ...]) -> None:
    assert meanings(slot) == want


def parameter(name: str) -> dict[str, object]:
    schema = {"type": "integer"}
    return {"name": name, "in": "path", "required": True, "schema": schema}


@pytest.mark.parametrize(
    ("path", "declared", "want"),
    [
        # The slots' names, those of the arguments, and whether each is declared.
        (r"/a/{id:\d+}", ["id"], [(r"id:\d+", "id", True)]),
        (r"/a/{id:\d{4}}/b", ["id"], [(r"id:\d{4}", "id", True)]),
        ("/a/{int:id}", ["id"], [("int:id", "id", True)]),
        ("/a/{int:id}", ["int"], [("int:id", "int", True)]),
        (r"/a/{id:\d+}", [], [(r"id:\d+", "id", False)]),
        ("/a/{int:id}", [], [("int:id", "id", False)]),
        ("/a/{key+}", ["key"], [("key+", "key", True)]),
        ("/a/{key+}", ["key+"], [("key+", "", True)]),
        (
            r"/a/{a:\d+}-{b:\d+}",
            ["a", "b"],
            [(r"a:\d+", "a", True), (r"b:\d+", "b", True)],
        ),
        # A slot of exactly this name is filled first.
        (r"/a/{id:\d+}/{id}", ["id"], [("id", "", True), (r"id:\d+", "id", False)]),
        ("/a/{ID}", ["id"], [("ID", "id", True)]),
        ("/a/{id}", ["id"], [("id", "", True)]),
    ],
)
def test_which_parameter_fills_a_slot(
    tmp_path: Path, path: str, declared: list[str], want: list[tuple[str, str, bool]]
) -> None:
    responses = {"204": {"description": "Done."}}
    get = {"parameters": [*map(parameter, declared)], "responses": responses}
    result = read_tree(tmp_path, document(paths={path: {"get": get}}))
    (operation,) = result.api.operations
    found = [
        (one.name.wire, one.name.preferred, one.type == Integer(format=""))
        for one in operation.parameters
    ]
    assert sorted(found) == sorted(want)
    assert all(one.type in (Integer(), String()) for one in operation.parameters)
    assert operation.path.template == path


def test_paths_that_differ_in_their_fragments_are_reported_apart(
    tmp_path: Path,
) -> None:
    get = {"get": {"responses": {"204": {"description": "Done."}}}}
    tree = document(paths={"/#A=b": get, "/#A=c": get})
    result = read_tree(tmp_path, tree)
    assert "path-ambiguous" not in result.codes
    templates = [one.path.template for one in result.api.operations]
    assert templates == ["/#A=b", "/#A=c"]


def said(name: str, place: str, **more: object) -> dict[str, object]:
    required = {"required": True} if place == "path" else {}
    schema = {"type": "integer"}
    return {"name": name, "in": place, "schema": schema, **required, **more}


@pytest.mark.parametrize(
    ("path", "declared", "want", "code"),
    [
        # The place and the name of each parameter, and whether it is declared.
        ("/a/{id}", [said("id", "query")], ["path id int"], True),
        ("/a/{id}", [said("id", "query", explode=True)], ["path id int"], True),
        (r"/a/{id:\d+}", [said("id", "query")], [r"path id:\d+ int"], True),
        (
            "/a/{id}",
            [said("id", "query"), said("id", "path")],
            ["path id int", "query id int"],
            False,
        ),
        (
            "/a/{id}/{to}",
            [said("id", "query"), said("to", "query")],
            ["path id int", "path to int"],
            True,
        ),
        (
            "/a/{id}",
            [said("id", "query"), said("q", "query")],
            ["path id int", "query q int"],
            True,
        ),
        ("/a/{id}", [said("ID", "query")], ["path id str", "query ID int"], True),
        ("/a/{id}", [said("id", "header")], ["header id int", "path id str"], True),
        ("/a/{id}", [said("id", "cookie")], ["cookie id int", "path id str"], True),
        (
            "/a/{ID}",
            [said("id", "path"), said("ID", "query")],
            ["path ID int", "query ID int"],
            True,
        ),
        ("/a", [said("id", "query")], ["query id int"], False),
    ],
)
@pytest.mark.parametrize("is_inherited", [False, True])
def test_a_name_of_the_path_that_is_declared_in_the_query(
    tmp_path: Path,
    path: str,
    declared: list[dict[str, object]],
    want: list[str],
    code: bool,
    is_inherited: bool,
) -> None:
    get: dict[str, object] = {"responses": {"204": {"description": "Done."}}}
    item: dict[str, object] = {"get": get}
    (item if is_inherited else get)["parameters"] = declared
    result = read_tree(tmp_path, document(paths={path: item}))
    (operation,) = result.api.operations
    found = [
        f"{one.location} {one.name.wire} {'int' if one.type == Integer() else 'str'}"
        for one in operation.parameters
    ]
    assert sorted(found) == sorted(want)
    in_path = [one for one in operation.parameters if one.location == "path"]
    assert all(one.required and not one.explode for one in in_path)
    assert all(one.style == "simple" for one in in_path)
    reported = {"parameter-undeclared", "parameter-unplaced"} & {*result.codes}
    assert bool(reported) is code
