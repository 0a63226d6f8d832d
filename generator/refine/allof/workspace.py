"""The declarations while they are being merged."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from generator.ir.declarations import (
    Alias,
    Declaration,
    InPlace,
    IntersectionOf,
    Model,
    VariantOf,
)
from generator.ir.graph import follow, follow_to_end
from generator.ir.types import Anything, Nullable, Type
from generator.ir.unrefined import Inline, as_written
from generator.refine.allof.merge_models import Part
from generator.refine.hoist.unique_names import UniqueNames


class Workspace:
    """Declarations as they were (`raw`), merged (`done`), and made by merging (`made`)."""

    def __init__(self, declarations: Iterable[Declaration]) -> None:
        self.raw = {each.id: each for each in declarations}
        self.done: dict[str, Declaration] = {}
        self.made: dict[str, Declaration] = {}
        self.names = UniqueNames(self.raw.values())

    def find(self, id: str) -> Declaration | None:
        """What is known of a declaration: merged if it is, else as it was."""
        return self.done.get(id) or self.made.get(id) or self.raw.get(id)

    def name_of(self, id: str) -> str:
        """What the document calls a schema, or the last one that it was made of; or ""."""
        found = self.find(id)
        return found.origin.name if found is not None else ""

    def last_source(self, id: str) -> str:
        """The last of the schemas that merging made a declaration of, else itself."""
        found = self.find(id)
        match found.origin if found is not None else None:
            case VariantOf(variants=ids) | IntersectionOf(schemas=ids):
                return ids[-1]
            case _:
                return id

    @property
    def all(self) -> tuple[Declaration, ...]:
        """All declarations in their old order, and then those made by merging."""
        return (*(self.done[id] for id in self.raw), *self.made.values())

    def admit(self, id: str, value: Type) -> None:
        """Let an object take other members, where an allOf refines a free form by it.

        A nested one belongs to that place alone; a component stays as it is for all others.
        """
        model = self.find(id)
        if not isinstance(model, Model) or not _is_of_property(model):
            return
        if model.additional is None and not model.closed:
            known = self.done if id in self.done else self.raw
            known[id] = replace(model, additional=value)

    def is_open_map(self, type: Type) -> bool:
        """Whether a part is a map of any values by its own word."""
        opened: list[str] = []
        follow(type, self.find, note=opened.append)
        found = (self.find(id) for id in opened)
        return any(isinstance(each, Alias) and each.opens for each in found)

    def resolve(self, type: Type) -> Type | Part:
        """The model, or the type, that a part stands for."""
        end = follow_to_end(type, self.find)
        if end is None:
            return Anything()
        if isinstance(end, Model):
            return Part(end, end.id)
        if isinstance(end, Nullable):
            return self.resolve(end.inner)
        written = as_written(end)
        return Part(written.model) if isinstance(written, Inline) else end


def _is_of_property(model: Model) -> bool:
    """Whether a model is written in a property, which no other place refers to."""
    return isinstance(model.origin, InPlace) and model.origin.in_property
