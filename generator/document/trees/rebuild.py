"""Trees made anew where something in them changes, and shared where nothing does."""

from __future__ import annotations

from generator.document.trees.origins import Origins
from generator.document.trees.tree import Container, Tree


class Rebuilder:
    """Rebuilds values, each container once; subclasses say what changes."""

    def __init__(self, origins: Origins) -> None:
        """Begin.

        Args:
            origins: Receives which container was made from which.
        """
        self._origins = origins
        self._made: dict[int, Tree] = {}

    def rebuild(self, value: Tree) -> Tree:
        """A value with all that changes in it; the value itself when nothing does."""
        if not isinstance(value, (dict, list)):
            return self.scalar(value)
        if id(value) not in self._made:
            self._made[id(value)] = self.container(value)
        return self._made[id(value)]

    def scalar(self, value: Tree) -> Tree:
        """The new value of one without members."""
        return value

    def container(self, value: Container) -> Tree:
        """The new value of an object or a list."""
        return self.with_members(value)

    def with_members(self, value: Container) -> Container:
        """An object or a list with its members rebuilt."""
        if isinstance(value, list):
            items = [self.rebuild(item) for item in value]
            is_same = all(new is old for new, old in zip(items, value, strict=True))
            return value if is_same else self.recorded(items, value)
        members = {key: self.rebuild(item) for key, item in value.items()}
        is_same = all(new is value[key] for key, new in members.items())
        return value if is_same else self.recorded(members, value)

    def recorded(self, new: Container, old: Container) -> Container:
        """A container, once it is known what it was made from."""
        self._origins.record(new, old)
        return new
