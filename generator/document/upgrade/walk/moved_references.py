"""The targets of references, before a step and after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from generator.document.trees.tree import Tree, find, keys, pointer
from generator.document.trees.uri_reference import Exact, Target, fragment, locate

Keys: TypeAlias = tuple[str, ...]
Locate: TypeAlias = Callable[[str, str], tuple[str, str] | None]


class Link(NamedTuple):
    """The target of a reference: a file, and the keys that lead down from its top."""

    file: str
    keys: Keys


def redirect(reference: str, way: Keys) -> str:
    """Return the reference with another way down in the same file."""
    if isinstance(reference, Exact):
        return Exact.to(Target(locate("", reference, "").file, pointer(way)))
    path, _, _ = reference.partition("#")
    return f"{path}#{fragment(pointer(way))}"


def below(reference: str, way: Keys) -> str:
    """Return a reference to something below what the reference means."""
    path, _, inside = reference.partition("#")
    text = f"{path}#{inside}{fragment(pointer(way))}"
    return Exact(text) if isinstance(reference, Exact) else text


class Scope(NamedTuple):
    """The files that a step goes over.

    `files` are all trees before the step. `owners` gives each file that the step is for the
    document in whose name it is upgraded; it grows by the fragments that are reached. `closed`
    are the files that the step isn't for.
    """

    files: Mapping[str, Tree]
    owners: dict[str, str]
    closed: frozenset[str]
    locate: Locate


class Ways:
    """Follows references for one pass over the files."""

    def __init__(
        self, scope: Scope, move: Move | None, known: Mapping[Link, Keys]
    ) -> None:
        """Start a pass.

        Args:
            scope: The files.
            move: Says where a document puts what a reference into it means; None where it stays.
            known: What is known better than by `move`.
        """
        self._scope = scope
        self._move = move
        self._known = known
        self._links: dict[tuple[str, str], Link | None] = {}
        self._before: dict[int, dict[str, Tree]] = {}

    def follow(self, file: str, value: Tree) -> tuple[str, Tree]:
        """Return what a Reference Object leads to before the step, and in which file.

        Args:
            file: The file that the value stands in.
            value: The value, before the step or after it.
        """
        seen = set[Link]()
        while isinstance(value, dict):
            value = self._before.get(id(value), value)
            reference = value.get("$ref")
            if not isinstance(reference, str):
                break
            link = self.link(file, reference)
            if link is None or link in seen:
                return file, None
            seen.add(link)
            file, value = link.file, find(self._scope.files[link.file], link.keys)
        return file, value

    def link(self, file: str, reference: str) -> Link | None:
        """Return what a reference in a file means, None for what isn't among the files."""
        key = (file, reference)
        if key not in self._links:
            located = self._scope.locate(file, reference)
            self._links[key] = (
                Link(located[0], keys(located[1]))
                if located is not None
                and located[0] in self._scope.files
                and (not located[1] or located[1].startswith("/"))
                else None
            )
        return self._links[key]

    def way(self, link: Link) -> Keys:
        """Return the keys that lead to the same thing after the step."""
        owners = self._scope.owners
        if link in self._known:
            return self._known[link]
        document = self._scope.files[link.file]
        is_owner = owners.get(link.file) == link.file
        if self._move is None or not is_owner or not isinstance(document, dict):
            return link.keys
        return self._move(link, document, self)

    def moved(self, file: str, reference: str) -> str:
        """Return a reference in a file as it has to be after the step."""
        link = self.link(file, reference)
        if link is None or (way := self.way(link)) == link.keys:
            return reference
        return redirect(reference, way)

    def remember(self, new: dict[str, Tree], old: dict[str, Tree]) -> None:
        """Say which Reference Object, leading elsewhere now, another one was."""
        self._before[id(new)] = old


Move: TypeAlias = Callable[[Link, dict[str, Tree], Ways], Keys]
