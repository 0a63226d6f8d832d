"""Trees that change by copying: a container as it was given is never touched."""

from __future__ import annotations

from copy import copy
from typing import TypeAlias, TypeVar

from generator.document.trees.origins import Origins
from generator.document.trees.tree import Container, Tree, descend, put

Path: TypeAlias = tuple[str | int, ...]
_C = TypeVar("_C", bound=Container)


class Draft:
    """Some trees while they change: the way to a change is copied, once."""

    def __init__(self, trees: dict[str, Tree], origins: Origins) -> None:
        """Begin with no copies.

        Args:
            trees: The trees by name; changed ones take the place of the old ones.
            origins: Receives which container was made from which.
        """
        self.trees = trees
        self.origins = origins
        self._copies: dict[int, Container] = {}

    def put(self, file: str, path: Path, value: Tree) -> None:
        """Put a value at the end of a path, whose last key may be new."""
        if path:
            put(self.open(file, path[:-1]), path[-1], value)
        else:
            self.trees[file] = value

    def open(self, file: str, path: Path) -> Container:
        """The container at the end of a path, copied as well as all those on the way.

        Raises:
            KeyError: Nothing is there.
        """
        found = descend(self.trees[file], path)
        if not isinstance(found, (dict, list)):
            raise TypeError(found)
        made = self.copy(found)
        if made is not found:
            self.put(file, path, made)
        return made

    def copy(self, container: _C) -> _C:
        """A container's copy, or itself when it is one already."""
        if id(container) in self._copies:
            return container
        made = copy(container)
        self._copies[id(made)] = made
        self.origins.record(made, container)
        return made
