"""The rooms of the runtime: imports go one way, none runs in a circle, and no room is crowded."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import NamedTuple

RUNTIME = Path(__file__).parents[2] / "templates" / "python" / "runtime"
# From the lowest to the highest; rooms of one floor don't know each other.
FLOORS = (
    {"json"},
    {"request", "response", "webhooks"},
    {"operation"},
    {"transport"},
    {"limits"},
    {"auth"},
    {"hooks"},
    {"paging"},
    {"call"},
    {"jobs", "testing", "concurrency"},
)
# What stands in no room may look at these values, and at nothing else in a room.
VALUES = {"json.drift", "json.plain_data", "response.response"}
MOST_FILES = 14
MODULES = {
    ".".join(path.relative_to(RUNTIME).with_suffix("").parts)
    for path in RUNTIME.rglob("*.py")
}


class Import(NamedTuple):
    """A module that another one imports, and whether it does so when it is loaded."""

    source: str
    target: str
    runs: bool


def imports() -> Iterator[Import]:
    for name in sorted(MODULES):
        path = RUNTIME / (name.replace(".", "/") + ".py")
        tree = ast.parse(path.read_text("utf-8"))
        loaded = {id(node) for node in _loaded(tree)}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.level:
                start = name.split(".")[: -node.level]
                base = ".".join([*start, *(node.module or "").split(".")]).strip(".")
                for alias in node.names:
                    full = f"{base}.{alias.name}".strip(".")
                    target = full if full in MODULES else base
                    yield Import(name, target, id(node) in loaded)


def _loaded(node: ast.AST) -> Iterator[ast.AST]:
    """The statements that run when a module is loaded."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
            yield from (grand for one in child.orelse for grand in (one, *_loaded(one)))
            continue
        yield child
        yield from _loaded(child)


IMPORTS = tuple(imports())


def floor(module: str) -> int:
    room, _, rest = module.partition(".")
    return (
        next((i for i, rooms in enumerate(FLOORS) if room in rooms), -1) if rest else -1
    )


def test_no_room_imports_back_up() -> None:
    up = [
        f"{one.source} imports {one.target}"
        for one in IMPORTS
        if one.source.split(".")[0] != one.target.split(".")[0]
        and floor(one.source) <= floor(one.target)
        and (floor(one.source) >= 0 or one.target not in VALUES)
        and floor(one.target) >= 0
    ]
    assert up == []


def test_each_room_has_a_floor() -> None:
    rooms = {path.name for path in RUNTIME.iterdir() if path.is_dir()} - {"__pycache__"}
    assert rooms == set().union(*FLOORS)


def test_no_imports_run_in_a_circle() -> None:
    graph: dict[str, set[str]] = {}
    for one in IMPORTS:
        if one.runs:
            graph.setdefault(one.source, set()).add(one.target)
    TopologicalSorter(graph).prepare()


def test_no_room_is_crowded_and_each_says_what_it_is_for() -> None:
    for folder in {path.parent for path in RUNTIME.rglob("*.py")}:
        files = [path.name for path in folder.glob("*.py")]
        assert len(files) - 1 <= MOST_FILES, folder
        body = ast.parse((folder / "__init__.py").read_text("utf-8")).body
        assert len(body) == 1, f"importing {folder.name} costs something"
        assert isinstance(body[0], ast.Expr)


def test_nothing_imports_the_credentials_that_only_some_documents_declare() -> None:
    assert not {one.target for one in IMPORTS} & {"auth.oauth", "auth.digest"}
