"""Declaring what was nested: names, ids, and one declaration for what is shared."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from msgspec.structs import replace

from generator.diagnostics import Notebook, Place
from generator.ir.declarations import Alias, Declaration, Model
from generator.ir.name import Name
from generator.ir.types import Reference, Type, Union
from generator.ir.unrefined import (
    Compound,
    Inline,
    Undecided,
    WrittenType,
    until_refined,
)
from generator.refine.hoist.location import Location, location_in
from generator.refine.hoist.unique_names import UniqueNames, Words
from generator.refine.rewrite.types import rebuild


class Declarer:
    """The declarations made so far; `waiting` are those to look inside, with their location."""

    def __init__(self, declarations: Iterable[Declaration], notebook: Notebook) -> None:
        declarations = tuple(declarations)
        self._notebook = notebook
        self._names = UniqueNames(declarations)
        self._sources: dict[str, Type | Declaration] = {
            each.id: each for each in declarations
        }
        self.waiting: deque[tuple[Declaration, Location]] = deque(
            (each, location_in(each)) for each in declarations
        )

    def model(self, model: Model, location: Location) -> Reference:
        """Refer to the declaration of an object schema, made unless another place made it."""
        if self._is_known(location.id, model):
            return Reference(id=location.id)
        preferred = (model.name.words,) if model.name.preferred else ()
        id = self._free(location.id)
        name = self._name((*preferred, *_candidates(location, "object")), location)
        self._sources[id] = model
        made = replace(model, id=id, name=name, origin=location.origin)
        self.waiting.append((made, location_in(made)))
        return Reference(id=id)

    def alias(self, type: Type, location: Location) -> Reference:
        """Refer to the declaration of any other schema, made unless another place made it."""
        if self._is_known(location.id, type):
            return Reference(id=location.id)
        id = self._free(location.id)
        name = self._name(_candidates(location, "value"), location)
        self._sources[id] = type
        place = type.place if isinstance(type, Union) else None
        place = place or location.whereabouts
        alias = Alias(id=id, name=name, place=place, type=type, origin=location.origin)
        self.waiting.append((alias, location_in(alias)))
        return Reference(id=id)

    def _name(self, candidates: tuple[Words, ...], location: Location) -> Name:
        """A name that is free, and a note where it isn't the one that the place suggests."""
        other = self._names.holder(candidates[0])
        name = self._names.choose(*candidates)
        # What stands in a part of an allOf may yet be merged with its namesake in another.
        if other and not location.origin.in_allof:
            suggested = "_".join(candidates[0])
            self._notebook.write(
                "name-collision",
                f"a nested schema would be called `{suggested}`, as `{other}` is already",
                location.place,
                hint=f"it is called `{name.preferred}`; x-sdk-name gives it another name",
            )
        return name

    def _is_known(self, id: str, found: Type | Model) -> bool:
        """Whether a declaration with this id says the same, as a schema read twice does."""
        known = self._sources.get(id)
        if isinstance(known, Model) and isinstance(found, Model):
            return known.fields == found.fields and known.additional == found.additional
        return known is not None and known == found

    def _free(self, id: str) -> str:
        while id in self._sources:
            id += "~"
        return id


def alike(one: Type, other: Type) -> bool:
    """Whether two nested schemas say the same, wherever they stand."""
    return one == other or rebuild(one, _unplaced) == rebuild(other, _unplaced)


def _candidates(location: Location, kind: str) -> tuple[Words, ...]:
    """The words for a schema, the best first; those of what it stands in are none."""
    words = location.words
    kind = "body" if words[-1] in {"request", "response"} else kind
    more = (*words, kind)
    return (more,) if words == location.around else (words, more)


def _unplaced(type: WrittenType) -> Type:
    match type:
        case Inline(model=model):
            return until_refined(Inline(model=replace(model, id="", place=Place(""))))
        case Compound():
            return until_refined(replace(type, id="", component=None))
        case Union():
            return replace(type, id="", place=None, strategy=Undecided())
        case _:
            return type
