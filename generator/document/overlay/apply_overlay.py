"""OpenAPI Overlay 1.0 and 1.1: https://spec.openapis.org/overlay/v1.1.0.html"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

import jsonpath

from generator.diagnostics import Notebook, Place, Unsupported
from generator.document.files.files import Files
from generator.document.overlay.edit import Edit, Incompatible, path_of
from generator.document.parsing.nesting import DEEPEST
from generator.document.trees.draft import Path
from generator.document.trees.origins import Origins
from generator.document.trees.tree import Tree, pointer
from generator.document.trees.uri_reference import locate, value_at


class _Environment(jsonpath.JSONPathEnvironment):
    # Documents are bounded where they are parsed; one that a reference leads to lies in another.
    max_recursion_depth = 2 * DEEPEST


_QUERIES = _Environment(strict=True)
# A parser of queries calls itself at each of these.
_NESTING = "[(!"
_MOST_NESTED = 50
_KEYS = frozenset({"target", "description", "update", "remove", "copy"})


class _Action(NamedTuple):
    """An action, with its place in the overlay."""

    target: jsonpath.JSONPath
    place: Place
    update: Tree = None
    remove: bool = False
    copy: jsonpath.JSONPath | None = None


class _Match(NamedTuple):
    """A selected value, by the file that it stands in and the way there."""

    file: str
    path: Path
    value: Tree


def apply_overlay(
    overlay: Tree, file: str, files: Files, origins: Origins, notebook: Notebook
) -> None:
    """Apply an overlay's actions, one after the other, to the document's trees.

    A query sees path items that stand in other files as if they stood in the root file; what is
    changed in them is changed in their file. An action that selects nothing is an error: what it
    was written for is gone.

    Args:
        overlay: The overlay as parsed.
        file: The overlay's file, as diagnostics show it.
        files: The document's files; changed trees take the place of the old ones.
        origins: Receives where overlaid values were written.
        notebook: Receives an error for each action that can't be applied.
    """
    for action in _actions(overlay, file, notebook):
        matches = _select(action.target, files)
        if not matches:
            notebook.write(
                "overlay-unmatched",
                "the action selects nothing in the document any more",
                Place(file, f"{action.place.pointer}/target"),
                hint="Delete the action, or mend its target.",
            )
            continue
        try:
            _apply(action, matches, Edit(files.trees, origins), files)
        except Incompatible as reason:
            notebook.write("overlay-invalid", str(reason), action.place)


def _apply(action: _Action, matches: list[_Match], edit: Edit, files: Files) -> None:
    if action.remove:
        edit.remove([(match.file, match.path) for match in matches])
        return
    update, place = action.update, action.place
    place = Place(place.file, f"{place.pointer}/update")
    if action.copy is not None:
        copied = _select(action.copy, files)
        if len(copied) != 1:
            raise Incompatible(f"`copy` selects {len(copied)} values, not one")
        update = copied[0].value
        place = Place(place.file, f"{action.place.pointer}/copy")
    for match in matches:
        edit.update(match.file, match.path, update, place)


def _select(query: jsonpath.JSONPath, files: Files) -> list[_Match]:
    """The values that a query selects, each once."""
    view, homes = _view(files)
    found: dict[tuple[str, Path], _Match] = {}
    for match in query.finditer(view):
        path: Path = tuple(match.parts)
        file = ""
        if len(path) > 1 and (home := homes.get((str(path[0]), str(path[1])))):
            file, path = home[0], (*home[1], *path[2:])
        # The library types values as objects; this one is part of a Tree.
        found.setdefault((file, path), _Match(file, path, cast(Tree, match.obj)))
    return list(found.values())


def _view(files: Files) -> tuple[Tree, dict[tuple[str, str], tuple[str, Path]]]:
    """The root tree with the path items of other files in it, and where those stand."""
    root = files.trees[""]
    homes: dict[tuple[str, str], tuple[str, Path]] = {}
    if not isinstance(root, dict):
        return root, homes
    view = dict(root)
    for section in ("paths", "webhooks"):
        file, path, items = _referred("", root.get(section), files) or (
            *("", (section,)),
            root.get(section),
        )
        if not isinstance(items, dict):
            continue
        shown = dict(items)
        for key, item in items.items():
            home = _referred(file, item, files) or (file, (*path, key), item)
            homes[section, key] = home[:2]
            shown[key] = home[2]
        view[section] = shown
    return view, homes


def _referred(base: str, item: Tree, files: Files) -> tuple[str, Path, Tree] | None:
    """The file, the way and the value of what is only a reference."""
    if not isinstance(item, dict) or set(item) != {"$ref"}:
        return None
    text = item["$ref"]
    if not isinstance(text, str):
        return None
    target = locate(base, text, files.root)
    try:
        file, tree = files.reach(target.file)
        path = path_of(tree, target.pointer)
        return file, path, value_at({target.file: tree}, target)
    except (KeyError, Unsupported):
        return None


def _actions(overlay: Tree, file: str, notebook: Notebook) -> Iterator[_Action]:
    """The actions that make sense; the others, and a wrong version, are written down."""
    version = overlay.get("overlay") if isinstance(overlay, dict) else None
    if not isinstance(overlay, dict) or not isinstance(version, str):
        message = "an overlay has to be an object with the key `overlay`"
        notebook.write("overlay-invalid", message, Place(file))
        return
    if not version.startswith(("1.0.", "1.1.")):
        message = f"Overlay {version} isn't known, only 1.0 and 1.1 are"
        notebook.write("overlay-invalid", message, Place(file, "/overlay"))
        return
    actions = overlay.get("actions")
    if not isinstance(actions, list) or not actions:
        message = "an overlay needs a list of actions"
        notebook.write("overlay-invalid", message, Place(file))
        return
    for index, action in enumerate(actions):
        place = Place(file, pointer(("actions", index)))
        try:
            yield _action(action, place, version)
        except Incompatible as reason:
            notebook.write("overlay-invalid", str(reason), place)


def _action(action: Tree, place: Place, version: str) -> _Action:
    if not isinstance(action, dict):
        raise Incompatible("an action has to be an object")
    surplus = [k for k in action if k not in _KEYS and not k.startswith("x-")]
    if surplus:
        raise Incompatible(f"an action has no key `{surplus[0]}`")
    remove = action.get("remove", False)
    if not isinstance(remove, bool):
        raise Incompatible("`remove` has to be true or false")
    if "copy" in action and version.startswith("1.0."):
        raise Incompatible("`copy` came with Overlay 1.1")
    if not remove and not {"update", "copy"} & set(action):
        raise Incompatible("an action needs `update`, `remove` or `copy`")
    if "update" in action and "copy" in action:
        raise Incompatible("`update` and `copy` exclude each other")
    copy = _query(action["copy"]) if "copy" in action else None
    return _Action(
        _query(action.get("target")), place, action.get("update"), remove, copy
    )


def _query(text: Tree) -> jsonpath.JSONPath:
    if not isinstance(text, str):
        raise Incompatible("a target has to be a JSONPath in a string")
    if sum(map(text.count, _NESTING)) > _MOST_NESTED:
        raise Incompatible(
            f"a target has more than {_MOST_NESTED} brackets and negations"
        )
    try:
        query = _QUERIES.compile(text)
    except jsonpath.JSONPathError as error:
        raise Incompatible(f"`{text}` is no JSONPath: {_first(error)}") from error
    if not isinstance(query, jsonpath.JSONPath):
        raise Incompatible(f"`{text}` is more than one JSONPath")
    return query


def _first(error: jsonpath.JSONPathError) -> str:
    """The first line of an error that goes on with an excerpt."""
    return str(error).partition("\n")[0]
