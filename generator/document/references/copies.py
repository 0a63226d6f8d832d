"""Copies of trees with exact references; a `$ref` in the place of a map refers to its members."""

from __future__ import annotations

from collections.abc import Set

from generator.diagnostics import Unsupported
from generator.document.references.survey import Reference, Survey
from generator.document.trees.object_keywords import REFERABLE, is_reference
from generator.document.trees.origins import Origins
from generator.document.trees.rebuild import Rebuilder
from generator.document.trees.tree import Container, Tree, keys, pointer, without
from generator.document.trees.uri_reference import NOWHERE, Exact, Target

# The name of the one member of what replaces a reference that leads nowhere.
_UNREADABLE = "unreadable"
# Where something stands that each reader of an object reads, from the inside out.
_NEEDED = {
    "operation": ("default", "responses"),
    "responses": ("default",),
    "paths": ("/",),
    "components": (_UNREADABLE, "schemas"),
    "{mediaType}": ("schema", "application/json"),
}


# Maps of schemas that others refer to by name; the keys of all others name properties and the like.
_NAMED = frozenset({"schemas", "definitions", "$defs"})
_REFERRING = frozenset({"$ref", "$dynamicRef", "discriminator"})


class Copies(Rebuilder):
    """Copies what changes.

    `refused` are references made in place of those that lead nowhere.
    """

    def __init__(
        self, survey: Survey, unusual: Set[int], empty: Set[int], origins: Origins
    ) -> None:
        """Prepare to copy.

        Args:
            survey: What the document reaches.
            unusual: References to make exact, by the identity of what holds them.
            empty: Lists to make objects of, by identity.
            origins: Receives which container was made from which.
        """
        super().__init__(origins)
        self.refused: dict[int, Unsupported] = {}
        self._survey = survey
        self._unusual = unusual
        self._empty = empty

    def container(self, value: Container) -> Tree:
        """An object or a list with exact references."""
        if (reference := self._survey.misplaced.get(id(value))) is not None:
            return self._members(reference)
        if id(value) in self._empty:
            return self.recorded({}, value)
        made = self.with_members(value)
        if isinstance(made, dict) and id(value) in self._unusual:
            made = self.recorded({**made, "$ref": self._exact(value)}, value)
        return made

    def _exact(self, holder: Container) -> Exact:
        target = self._survey.links[id(holder)]
        if id(holder) in self._survey.passed:
            target = self._farthest(target, self._survey.ends[id(holder)])
        return Exact.to(target)

    def _farthest(self, target: Target, value: Tree) -> Target:
        """Where a chain of references without siblings leads from a target."""
        survey, seen = self._survey, set[int]()
        while _is_bare(value) and id(value) in survey.links and id(value) not in seen:
            seen.add(id(value))
            target, value = survey.links[id(value)], survey.ends[id(value)]
        return target

    def _members(self, reference: Reference) -> Container:
        """References to the members of a map or list; what stands beside the `$ref` wins."""
        end = self.end(reference)
        if isinstance(end, Unsupported):
            refused: dict[str, Tree] = {"$ref": NOWHERE}
            self._origins.record(refused, reference.holder)
            self.refused[id(refused)] = end
            return _placeholder(reference.kind, refused)
        target, value = end
        if isinstance(value, list):
            items = [self._refer(target, str(n), item) for n, item in enumerate(value)]
            return self.recorded(items, value)
        is_named = reference.kind != "{schema}" or _NAMED.intersection(
            keys(reference.place.pointer)[-1:]
        )
        made = {
            key: (
                self._refer(target, key, item)
                if is_named or _refers(item)
                else self.rebuild(item)
            )
            for key, item in value.items()
        }
        beside = without(reference.holder, "$ref")
        made |= {key: self.rebuild(item) for key, item in beside.items()}
        return self.recorded(made, value)

    def end(self, reference: Reference) -> tuple[Target, Container] | Unsupported:
        """The target of a misplaced reference and its value, or why there is none."""
        survey, seen = self._survey, set[int]()
        target = reference.place
        at: Tree = reference.holder
        while id(at) in survey.links and id(at) in survey.misplaced.keys() - seen:
            seen.add(id(at))
            target, at = survey.links[id(at)], survey.ends[id(at)]
        if isinstance(at, (dict, list)) and id(at) not in survey.misplaced:
            return target, at
        cycle = Unsupported("ref-cycle", f"`{reference.text}` leads back to itself")
        return survey.refused.get(id(at), cycle)

    def _refer(self, target: Target, key: str, item: Tree) -> Tree:
        if not isinstance(item, (dict, list)) or key.startswith("x-"):
            return item
        there = Target(target.file, target.pointer + pointer((key,)))
        return self.recorded({"$ref": Exact.to(self._farthest(there, item))}, item)


def _placeholder(kind: str, refused: dict[str, Tree]) -> Container:
    """The stand-in for a reference that leads nowhere, so that all that needs it is refused.

    Args:
        kind: The kind of object that the reference stands for.
        refused: The reference.
    """
    is_referable = kind[1:-1] in REFERABLE
    if is_referable and kind[0] == "[":
        return [refused]
    made: dict[str, Tree] = refused
    for key in _NEEDED.get(kind, (_UNREADABLE,) if is_referable else ()):
        made = {key: made}
    return made


def _is_bare(value: Tree) -> bool:
    return isinstance(value, dict) and len(value) == 1 and is_reference(value)


def _refers(value: Tree) -> bool:
    """Whether something in a value may mean another thing in another file."""
    if isinstance(value, dict):
        return not _REFERRING.isdisjoint(value) or any(map(_refers, value.values()))
    return isinstance(value, list) and any(map(_refers, value))
