"""Copies of trees with exact references; a `$ref` in the place of a map refers to its members."""

from __future__ import annotations

from collections.abc import Set

from generator.diagnostics import Unsupported
from generator.document.references.survey import Reference, Survey
from generator.document.trees.object_keywords import REFERABLE, is_reference
from generator.document.trees.origins import Origins
from generator.document.trees.rebuild import Rebuilder
from generator.document.trees.tree import (
    Container,
    Tree,
    keys,
    pointer,
)
from generator.document.trees.uri_reference import NOWHERE, Exact, Target

# The name of the one member of what replaces a reference that leads nowhere.
_UNREADABLE = "unreadable"


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
            origins: Learns which container was made from which.
        """
        super().__init__(origins)
        self.refused: dict[int, Unsupported] = {}
        self._survey = survey
        self._unusual = unusual
        self._empty = empty

    def container(self, value: Container) -> Tree:
        """What becomes of an object or a list."""
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
        made: Container
        if isinstance(value, list):
            made = [self._refer(target, str(n), item) for n, item in enumerate(value)]
        else:
            unnamed = reference.kind == "{schema}" and not _NAMED.intersection(
                keys(reference.place.pointer)[-1:]
            )
            made = {
                key: (
                    self.rebuild(item)
                    if unnamed and not _refers(item)
                    else self._refer(target, key, item)
                )
                for key, item in value.items()
            }
            beside = {key: self.rebuild(item) for key, item in reference.holder.items()}
            del beside["$ref"]
            made |= beside
        self._origins.record(made, value)
        return made

    def end(self, reference: Reference) -> tuple[Target, Container] | Unsupported:
        """What a misplaced reference leads to through others like it, or why to nothing."""
        survey, seen = self._survey, set[int]()
        target = reference.place
        at: Tree = reference.holder
        while id(at) in survey.misplaced:
            if id(at) not in survey.links:
                return survey.refused[id(at)]
            if not _has_referable_members(reference):
                return _not_read(reference)
            if id(at) in seen:
                break
            seen.add(id(at))
            target, at = survey.links[id(at)], survey.ends[id(at)]
        else:
            if isinstance(at, (dict, list)):
                return target, at
        return Unsupported("ref-cycle", f"`{reference.text}` leads back to itself")

    def _refer(self, target: Target, key: str, item: Tree) -> Tree:
        if not isinstance(item, (dict, list)) or key.startswith("x-"):
            return item
        there = Target(target.file, target.pointer + pointer((key,)))
        made: dict[str, Tree] = {"$ref": Exact.to(self._farthest(there, item))}
        self._origins.record(made, item)
        return made


def misplaced(reference: Reference) -> str:
    """The message on a reference that OpenAPI doesn't have."""
    key = keys(reference.place.pointer)[-1:]
    where = f"in the place of `{key[0]}`" if key else "here"
    return f"OpenAPI has no `$ref` {where}"


def _has_referable_members(reference: Reference) -> bool:
    """Whether a reference stands for a map or list whose members can be referred to."""
    kind = reference.kind
    return kind in {"paths", "responses"} or (
        kind[0] in "{[" and kind != "{mediaType}" and kind[1:-1] in REFERABLE
    )


def _not_read(reference: Reference) -> Unsupported:
    """Why a reference that OpenAPI doesn't have is refused."""
    hint = "write what it leads to there"
    return Unsupported("ref-misplaced", misplaced(reference), hint=hint)


def _placeholder(kind: str, refused: dict[str, Tree]) -> Container:
    """What to read in place of a reference that leads nowhere: what needs it can't be read.

    Args:
        kind: The kind of object that the reference stands for.
        refused: The reference.
    """
    match kind:
        case "operation":
            return {"responses": {"default": refused}}
        case "responses":
            return {"default": refused}
        case "paths":
            return {"/": refused}
        case "components":
            return {"schemas": {_UNREADABLE: refused}}
        case "{mediaType}":
            return {"application/json": {"schema": refused}}
        case _ if kind[1:-1] in REFERABLE:
            return [refused] if kind[0] == "[" else {_UNREADABLE: refused}
        case _:
            return refused


def _is_bare(value: Tree) -> bool:
    return isinstance(value, dict) and len(value) == 1 and is_reference(value)


def _refers(value: Tree) -> bool:
    """Whether something in a value may mean another thing in another file."""
    if isinstance(value, dict):
        return not _REFERRING.isdisjoint(value) or any(map(_refers, value.values()))
    return isinstance(value, list) and any(map(_refers, value))
