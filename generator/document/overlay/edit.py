"""Changes trees by copying what changes, and remembers where the new values were written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from generator.diagnostics import Place
from generator.document.trees.origins import Origins
from generator.document.trees.tree import (
    Container,
    Tree,
    child,
    describe,
    escape,
    keys,
)

Path = tuple[str | int, ...]
_C = TypeVar("_C", dict[str, Tree], list[Tree])


class Incompatible(Exception):
    """A change that makes no sense for the value it is meant for."""


class Edit:
    """One action's changes to some trees.

    A parsed container is never touched: the way to a change is copied, once.
    """

    def __init__(self, trees: dict[str, Tree], origins: Origins) -> None:
        self._trees = trees
        self._origins = origins
        self._fresh: dict[int, Container] = {}

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
            holder = self._open(file, path)
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
        target = _follow(self._trees[file], path)
        if isinstance(target, dict):
            if not isinstance(value, dict):
                raise _mismatch(target, value, path)
            self._merge(self._opened(file, path, target), value, place, path)
        elif isinstance(target, list):
            self._append(self._opened(file, path, target), value, place)
        elif isinstance(value, (dict, list)):
            raise _mismatch(target, value, path)
        elif not path:
            self._trees[file] = value
        else:
            holder = self._open(file, path[:-1])
            self._set(holder, path[-1], value, place)

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
                    into[key] = inner = self._copy(old)
                    stack.append((inner, item, below, (*way, key)))
                elif isinstance(old, list) and isinstance(item, list):
                    into[key] = longer = self._copy(old)
                    self._append(longer, item, below)
                elif key in into and (_is_container(old) or _is_container(item)):
                    raise _mismatch(old, item, (*way, key))
                else:
                    self._set(into, key, item, below)

    def _append(self, holder: list[Tree], value: Tree, place: Place) -> None:
        for index, item in (
            enumerate(value) if isinstance(value, list) else [(-1, value)]
        ):
            holder.append(None)
            below = (
                place if index < 0 else Place(place.file, f"{place.pointer}/{index}")
            )
            self._set(holder, len(holder) - 1, item, below)

    def _set(
        self, holder: Container, key: str | int, value: Tree, place: Place
    ) -> None:
        if isinstance(holder, dict):
            holder[str(key)] = value
        else:
            holder[int(key)] = value
        if not _is_container(value):
            self._origins.record_member(holder, str(key), place)

    def _open(self, file: str, path: Path) -> Container:
        """The container at the end of a path, copied as well as all those on the way."""
        found = _follow(self._trees[file], path)
        if isinstance(found, dict):
            return self._opened(file, path, found)
        if isinstance(found, list):
            return self._opened(file, path, found)
        raise Incompatible(f"{describe(found)} has no members")

    def _opened(self, file: str, path: Path, container: _C) -> _C:
        """The copy of a container, put where the container stands."""
        copy = self._copy(container)
        if not path:
            self._trees[file] = copy
            return copy
        holder = self._open(file, path[:-1])
        if isinstance(holder, dict):
            holder[str(path[-1])] = copy
        else:
            holder[int(path[-1])] = copy
        return copy

    def _copy(self, container: _C) -> _C:
        if id(container) in self._fresh:
            return container
        copy = container.copy()
        self._fresh[id(copy)] = copy
        self._origins.record(copy, container)
        return copy


def path_of(tree: Tree, pointer: str) -> Path:
    """A pointer as keys and positions of the containers that it leads through."""
    path: list[str | int] = []
    for key in keys(pointer):
        path.append(int(key) if isinstance(tree, list) else key)
        tree = child(tree, key)
    return tuple(path)


def _follow(tree: Tree, path: Path) -> Tree:
    for key in path:
        tree = child(tree, str(key))
    return tree


def _is_container(value: Tree) -> bool:
    return isinstance(value, (dict, list))


def _mismatch(old: Tree, new: Tree, path: Path) -> Incompatible:
    name = f"`{path[-1]}`" if path else "the document"
    return Incompatible(
        f"{name} is {describe(old)}, with which {describe(new)} can't be merged"
    )
