"""The rooms of `document` stand on floors: each imports what lies below it, and never back up."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from generator import document

ROOT = Path(document.__file__).parent
PACKAGE = "generator.document"
# From the lowest to the highest; rooms of one floor don't know each other, "" is the top.
FLOORS = (
    {"trees"},
    {"parsing"},
    {"files"},
    {"references", "overlay", "upgrade.walk"},
    {"upgrade.from_2_0"},
    {"upgrade"},
    {"validation"},
    {""},
)
FLOOR = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}


def room_of(module: str) -> str:
    """The room of a module of `document`, or of what is imported from one."""
    name = module.removeprefix(PACKAGE).lstrip(".")
    while name not in FLOOR:
        name = name.rpartition(".")[0]
    return name


def imports() -> Iterator[tuple[str, str]]:
    """The rooms that import each other, those that only type checkers see included."""
    for path in sorted(ROOT.rglob("*.py")):
        room = ".".join(path.parent.relative_to(ROOT).parts)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    if node.module.startswith(PACKAGE):
                        yield room, room_of(f"{node.module}.{alias.name}")


def test_every_room_has_its_floor() -> None:
    folders = {path.parent.relative_to(ROOT) for path in ROOT.rglob("*.py")}
    assert {".".join(folder.parts) for folder in folders} == FLOOR.keys()


def test_rooms_import_what_lies_below_them() -> None:
    up = {
        (room, other)
        for room, other in imports()
        if room != other and FLOOR[other] >= FLOOR[room]
    }
    assert up == set()
