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


def test_paths_that_differ_in_their_fragments_are_told_apart(tmp_path: Path) -> None:
    get = {"get": {"responses": {"204": {"description": "Done."}}}}
    tree = document(paths={"/#A=b": get, "/#A=c": get})
    result = read_tree(tmp_path, tree)
    assert "path-ambiguous" not in result.codes
    templates = [one.path.template for one in result.api.operations]
    assert templates == ["/#A=b", "/#A=c"]
