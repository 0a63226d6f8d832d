"""Overlays as files: https://spec.openapis.org/overlay/v1.1.0.html"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TypeAlias

import msgspec

from tests.judge.overlay.extensions import extension_actions
from tests.judge.overlay.paging import paging_actions
from tests.judge.source.original import (
    Dangling,
    Original,
    Piece,
    Tree,
    is_array,
    is_object,
)

OverlayName: TypeAlias = Literal["paging", "extensions"]
OVERLAYS: tuple[OverlayName, ...] = ("paging", "extensions")


def write_overlays(
    document: Path, names: tuple[OverlayName, ...], folder: Path, package: str
) -> tuple[Path, ...]:
    """Write the overlays of a document, and return their files; none where nothing is declared.

    Args:
        document: The document.
        names: Which overlays.
        folder: Where the files go.
        package: What the document's package is called, which begins the files' names.
    """
    try:
        original = Original(document)
    except Dangling:
        # The generator will say why it can't be read.
        return ()
    written: list[Path] = []
    for name in names:
        actions = list(_actions(name, original))
        if actions:
            path = folder / f"{package}.{name}.json"
            path.parent.mkdir(parents=True, exist_ok=True)
            overlay = {
                "overlay": "1.0.0",
                "info": {"title": name, "version": "1"},
                "actions": actions,
            }
            path.write_bytes(msgspec.json.encode(overlay))
            written.append(path)
    return tuple(written)


def _actions(name: OverlayName, original: Original) -> Iterator[Tree]:
    made = paging_actions if name == "paging" else extension_actions
    for place, update in made(original):
        way = place.pointer if isinstance(place, Piece) else place
        yield {"target": _query(original, way), "update": update}


def _query(original: Original, way: tuple[str, ...]) -> str:
    """The JSONPath to a place of the root file, or of a path item that is written elsewhere."""
    parts: list[str] = []
    value: Tree = original.root.value
    for key in way:
        if is_array(value):
            parts.append(f"[{key}]")
            value = value[int(key)]
        else:
            quoted = key.replace("\\", "\\\\").replace("'", "\\'")
            parts.append(f"['{quoted}']")
            value = value.get(key) if is_object(value) else None
    return "$" + "".join(parts)
