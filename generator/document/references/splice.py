"""What to put in the place of a `$ref` where OpenAPI has none, of a whole map say."""

from __future__ import annotations

from generator.diagnostics import Unsupported
from generator.document.origins import Origins
from generator.document.references.object_keywords import (
    GRAMMAR,
    REFERABLE,
    is_reference,
)
from generator.document.references.survey import Reference, Survey
from generator.document.references.uri_reference import Exact, Target
from generator.document.tree import Container, Tree, keys, pointer

# Maps whose keys are names that others refer to; the keys of all other maps of schemas name
# properties, patterns and the like.
_NAMED = frozenset({"schemas", "definitions", "$defs"})
# The name of the one member of what replaces a reference that leads nowhere.
_UNREADABLE = "unreadable"


class Splice:
    """Makes members that refer to those of a list or a map that stands elsewhere."""

    def __init__(self, survey: Survey, origins: Origins) -> None:
        self._survey = survey
        self._origins = origins

    def end(self, reference: Reference) -> tuple[Target, Container] | Unsupported:
        """What a misplaced reference leads to through others like it, or why to nothing."""
        survey, seen = self._survey, set[int]()
        at: Tree = reference.holder
        target = reference.place
        while id(at) in survey.misplaced:
            if id(at) in seen:
                return cycle(reference)
            if id(at) not in survey.links:
                return survey.refused[id(at)]
            seen.add(id(at))
            target, at = survey.links[id(at)], survey.ends[id(at)]
        return (target, at) if isinstance(at, (dict, list)) else cycle(reference)

    def is_by_name(self, reference: Reference) -> bool:
        """Whether each member can be referred to by itself, instead of copying it."""
        kind = reference.kind
        if kind in {"paths", "responses", "[parameter]", "[schema]"}:
            return True
        if kind == "{schema}":
            return bool(_NAMED.intersection(keys(reference.place.pointer)[-1:]))
        return kind[0] == "{" and kind != "{mediaType}" and kind[1:-1] in REFERABLE

    def references(self, target: Target, value: Container) -> Container:
        """A list or a map of references to the members of another one."""
        if isinstance(value, list):
            refer = [self._refer(target, n, item) for n, item in enumerate(value)]
            self._origins.record(refer, value)
            return refer
        made = {key: self._refer(target, key, item) for key, item in value.items()}
        self._origins.record(made, value)
        return made

    def farthest(self, target: Target, value: Tree) -> Target:
        """Where a chain of references without siblings leads from a target."""
        survey, seen = self._survey, set[int]()
        while _is_bare(value) and id(value) in survey.links and id(value) not in seen:
            seen.add(id(value))
            target, value = survey.links[id(value)], survey.ends[id(value)]
        return target

    def _refer(self, target: Target, key: str | int, item: Tree) -> Tree:
        if not isinstance(item, (dict, list)) or str(key).startswith("x-"):
            return item
        there = Target(target.file, target.pointer + pointer((key,)))
        made: dict[str, Tree] = {"$ref": Exact.to(self.farthest(there, item))}
        self._origins.record(made, item)
        return made


def placeholder(kind: str, refused: dict[str, Tree]) -> Container:
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


def cycle(reference: Reference) -> Unsupported:
    """Why a reference that leads back to itself is refused."""
    return Unsupported("ref-cycle", f"`{reference.text}` leads back to itself")


def is_section(key: str) -> bool:
    """Whether a keyword of the Components Object holds a map of components."""
    return GRAMMAR["components"].get(key, "").startswith("{")


def _is_bare(value: Tree) -> bool:
    return isinstance(value, dict) and len(value) == 1 and is_reference(value)
