"""What is two named objects at once: a third one, with a name made of theirs."""

from __future__ import annotations

from generator.ir.declarations import Alias, IntersectionOf, Model
from generator.ir.graph import direct_references
from generator.ir.types import Reference, Union
from generator.ir.unrefined import Compound, until_refined
from generator.refine.allof.workspace import Workspace

# So many objects at once mean a document made to explode: the first is taken, which is wider.
_MOST_PAIRED = 6
_AND = " & "


class Intersections:
    """The pairs that merging asked for, each declared once; `waiting` are still to be merged."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._declared: dict[str, Alias] = {}
        self.waiting: list[Alias] = []

    def pair(self, one: Reference, other: Reference) -> Reference:
        """Refer to what is both of two objects; one that extends the other is both."""
        if self._extends(one.id, other.id):
            return one
        if self._extends(other.id, one.id):
            return other
        ids = tuple(dict.fromkeys((*self._schemas(one.id), *self._schemas(other.id))))
        id = _AND.join(ids)
        if len(ids) > _MOST_PAIRED:
            return one
        if id not in self._declared:
            self._declared[id] = self._declare(id, ids)
            self.waiting.append(self._declared[id])
        return Reference(id=id)

    def _schemas(self, id: str) -> tuple[str, ...]:
        """The schemas that an intersection is of; any other one is itself."""
        declared = self._declared.get(id) or self._workspace.find(id)
        origin = declared.origin if declared is not None else None
        return origin.schemas if isinstance(origin, IntersectionOf) else (id,)

    def _declare(self, id: str, ids: tuple[str, ...]) -> Alias:
        found = [each for each in map(self._workspace.find, ids) if each is not None]
        words = tuple(word for each in found for word in ("and", *each.name.words))
        return Alias(
            id=id,
            name=self._workspace.names.choose(words[1:]),
            place=found[-1].place,
            type=until_refined(
                Compound(parts=tuple(Reference(id=each) for each in ids))
            ),
            origin=IntersectionOf(schemas=ids, name=self._workspace.name_of(ids[-1])),
        )

    def _extends(self, child: str, parent: str) -> bool:
        """Whether one schema has another among the parts of its allOf."""
        seen: set[str] = set()
        waiting = [child]
        while waiting:
            id = waiting.pop()
            if id == parent:
                return True
            if id in seen:
                continue
            seen.add(id)
            found = self._workspace.find(id)
            if isinstance(found, Model):
                waiting += found.parents
            elif found is not None and not isinstance(found.type, Union):
                waiting += direct_references(found.type)
        return False
