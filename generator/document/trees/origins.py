"""Where the containers of a tree come from, after overlays and upgrades have changed it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.diagnostics import Place
from generator.document.trees.tree import (
    Container,
    Spellings,
    Tree,
    child,
    descend,
    entries,
    keys,
    pointer,
)


class Origins:
    """Remembers, for each container made after parsing, the one that it was made from.

    Containers are known by identity; the object is kept with what is known of it, so that no
    identity is used twice. Trees as written are never changed.
    """

    def __init__(self) -> None:
        self._written: list[tuple[str, Tree]] = []
        self._older: dict[int, tuple[Container, Container]] = {}
        self._members: dict[tuple[int, str], tuple[Container, Place]] = {}
        # The container that each one stands in, with its key there; at the top the file.
        self._links: dict[int, tuple[int | None, str]] = {}
        self._indexed = 0
        self._spellings: Spellings = {}

    def adopt(
        self,
        file: str,
        tree: Tree,
        spellings: Mapping[tuple[int, str], str] = MappingProxyType({}),
    ) -> None:
        """Take note of a freshly parsed file.

        Args:
            file: The name that diagnostics show.
            tree: Its content.
            spellings: The texts of those of its scalars that aren't spelled as they usually are.
        """
        self._written.append((file, tree))
        self._spellings.update(spellings)

    def spelling(self, place: Place, value: Tree) -> str | None:
        """The text of a scalar, where it isn't the one that its value is usually written as.

        Args:
            place: Where the scalar was written.
            value: Its value; a scalar of another value there has another text.
        """
        path = keys(place.pointer)
        for file, tree in self._written if self._spellings and path else ():
            if file != place.file:
                continue
            try:
                holder = descend(tree, path[:-1])
                found = child(holder, path[-1])
            except KeyError:
                continue
            text = self._spellings.get((id(holder), path[-1]))
            if text is not None and type(found) is type(value) and found == value:
                return text
        return None

    def record(self, new: Container, old: Container) -> None:
        """Say that one container was made from another, which may be a made one itself."""
        if new is not old:
            self._older.setdefault(id(new), (new, old))

    def record_member(self, container: Container, key: str, place: Place) -> None:
        """Say that one member of a container was written somewhere else than its siblings."""
        self._members[id(container), key] = (container, place)

    def history(self, container: Container) -> Iterator[Container]:
        """The container, the one it was made from, and so on back to the written one."""
        yield container
        while older := self._older.get(id(container)):
            container = older[1]
            yield container

    def original(self, container: Container) -> Container:
        """The container as written that this one was made from, or itself."""
        *_, oldest = self.history(container)
        return oldest

    def member(self, container: Container, key: str) -> Place | None:
        """Where a member was written, when that was recorded for it alone."""
        for older in self.history(container) if self._members else ():
            if found := self._members.get((id(older), key)):
                return found[1]
        return None

    def place(self, container: Container, *keys: str | int) -> Place | None:
        """Where a container, or something below it, was written.

        Args:
            container: A container as written or made from one.
            keys: Keys and positions that lead further down; the first one that wasn't there as
                written ends the way.

        Returns:
            The first position of the container in its file; None for one that no file has.
        """
        if len(keys) == 1 and (found := self.member(container, str(keys[0]))):
            return found
        self._index()
        written = self.original(container)
        link = self._links.get(id(written))
        if link is None:
            return None
        path = _existing(written, keys)
        while link[0] is not None:
            path.insert(0, link[1])
            link = self._links[link[0]]
        return Place(link[1], pointer(path))

    def _index(self) -> None:
        """Link each container of the written trees to the one it stands in, nearest the top."""
        while self._indexed < len(self._written):
            file, tree = self._written[self._indexed]
            self._indexed += 1
            if isinstance(tree, (dict, list)) and id(tree) not in self._links:
                self._links[id(tree)] = (None, file)
                self._link(tree)

    def _link(self, root: Container) -> None:
        links = self._links
        level: list[Container] = [root]
        while level:
            below: list[Container] = []
            for container in level:
                for key, value in entries(container):
                    if isinstance(value, (dict, list)) and id(value) not in links:
                        links[id(value)] = (id(container), key)
                        below.append(value)
            level = below


def _existing(container: Tree, keys: tuple[str | int, ...]) -> list[str | int]:
    """The keys that lead to something, up to the first that doesn't."""
    path: list[str | int] = []
    for key in keys:
        try:
            container = child(container, str(key))
        except KeyError:
            break
        path.append(key)
    return path
