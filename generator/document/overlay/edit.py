"""Changes trees by copying what changes, and remembers where the new values were written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from generator.diagnostics import Place
from generator.document.trees.draft import Draft, Path
from generator.document.trees.tree import (
    Container,
    Tree,
    child,
    descend,
    describe,
    escape,
    keys,
    put,
)


class Incompatible(Exception):
    """A change that makes no sense for the value it is meant for."""


class Edit(Draft):
    """One action's changes to some trees."""

    def remove(self, targets: Iterable[tuple[str, Path]]) -> None:
        """Take values out of what holds them.

        Raises:
            Incompatible: One of them is a whole file.
        """
        doomed: dict[tuple[str, Path], set[str | int]] = defaultdict(set)
        for file, path in targets:
            if not path:
                raise Incompatible("a whole document can't be removed")
            doomed[file, path[:-1]].add(path[-1])
        # What is deeper goes first, so that nothing is looked for in what is gone.
        for file, path in sorted(doomed, key=lambda item: -len(item[1])):
            holder = self.open(file, path)
            gone = doomed[file, path]
            if isinstance(holder, dict):
                for key in gone:
                    del holder[str(key)]
            else:
                holder[:] = [
                    item for index, item in enumerate(holder) if index not in gone
                ]

    def update(self, file: str, path: Path, value: Tree, place: Place) -> None:
        """Merge a value into what stands at the end of a path.

        Args:
            file: The tree's name.
            path: The keys and positions that lead there.
            value: What an overlay's `update` or `copy` gives.
            place: Where the value was written.

        Raises:
            Incompatible: The two don't go together.
        """
        target = descend(self.trees[file], path)
        if isinstance(target, (dict, list)):
            holder = self.open(file, path)
            if isinstance(holder, list):
                self._append(holder, value, place)
            elif isinstance(value, dict):
                self._merge(holder, value, place, path)
            else:
                raise _mismatch(target, value, path)
        elif isinstance(value, (dict, list)):
            raise _mismatch(target, value, path)
        elif path:
            self._set(self.open(file, path[:-1]), path[-1], value, place)
        else:
            self.trees[file] = value

    def _merge(
        self, holder: dict[str, Tree], value: dict[str, Tree], place: Place, path: Path
    ) -> None:
        stack = [(holder, value, place, path)]
        while stack:
            into, new, at, way = stack.pop()
            for key, item in new.items():
                below = Place(at.file, f"{at.pointer}/{escape(key)}")
                old = into.get(key)
                if isinstance(old, dict) and isinstance(item, dict):
                    into[key] = inner = self.copy(old)
                    stack.append((inner, item, below, (*way, key)))
                elif isinstance(old, list) and isinstance(item, list):
                    into[key] = longer = self.copy(old)
                    self._append(longer, item, below)
                elif isinstance(old, (dict, list)) or (
                    key in into and isinstance(item, (dict, list))
                ):
                    raise _mismatch(old, item, (*way, key))
                else:
                    self._set(into, key, item, below)

    def _append(self, holder: list[Tree], value: Tree, place: Place) -> None:
        added = {"": value}
        if isinstance(value, list):
            added = {f"/{index}": item for index, item in enumerate(value)}
        for way, item in added.items():
            holder.append(None)
            below = Place(place.file, place.pointer + way)
            self._set(holder, len(holder) - 1, item, below)

    def _set(
        self, holder: Container, key: str | int, value: Tree, place: Place
    ) -> None:
        put(holder, key, value)
        if not isinstance(value, (dict, list)):
            self.origins.record_member(holder, str(key), place)


def path_of(tree: Tree, pointer: str) -> Path:
    """A pointer as keys and positions of the containers that it leads through."""
    path: list[str | int] = []
    for key in keys(pointer):
        path.append(int(key) if isinstance(tree, list) else key)
        tree = child(tree, key)
    return tuple(path)


def _mismatch(old: Tree, new: Tree, path: Path) -> Incompatible:
    name = f"`{path[-1]}`" if path else "the document"
    return Incompatible(
        f"{name} is {describe(old)}, with which {describe(new)} can't be merged"
    )
