"""Declaring what was nested: names, ids, and one declaration for what is shared."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from msgspec.structs import replace

from generator.diagnostics import Notebook, Place
from generator.ir.declarations import Alias, Declaration, Model
from generator.ir.name import Name
from generator.ir.types import Compound, Inline, Reference, Type, Union
from generator.refine.hoist.location import Context, of_declaration
from generator.refine.hoist.unique_names import Names
from generator.refine.rewrite.types import rebuild

Words = tuple[str, ...]


class Declarer:
    """The declarations made so far; `waiting` are those to be looked inside, with their context."""

    def __init__(self, declarations: Iterable[Declaration], notebook: Notebook) -> None:
        declarations = tuple(declarations)
        self._notebook = notebook
        self._names = Names(declarations)
        self._sources: dict[str, Type | Declaration] = {
            each.id: each for each in declarations
        }
        self.waiting: deque[tuple[Declaration, Context]] = deque(
            (each, of_declaration(each)) for each in declarations
        )

    def model(self, model: Model, context: Context) -> Reference:
        """Refer to the declaration of an object schema, made unless another place made it."""
        if self._is_known(context.id, model):
            return Reference(id=context.id)
        preferred = (model.name.words,) if model.name.preferred else ()
        id = self._free(context.id)
        name = self._name((*preferred, *_candidates(context, "object")), context)
        self._sources[id] = model
        made = replace(model, id=id, name=name)
        self.waiting.append((made, of_declaration(made)))
        return Reference(id=id)

    def alias(self, type: Type, context: Context) -> Reference:
        """Refer to the declaration of any other schema, made unless another place made it."""
        if self._is_known(context.id, type):
            return Reference(id=context.id)
        id = self._free(context.id)
        name = self._name(_candidates(context, "value"), context)
        self._sources[id] = type
        place = type.place if isinstance(type, Union) else None
        place = place or context.whereabouts
        alias = Alias(id=id, name=name, place=place, type=type)
        self.waiting.append((alias, of_declaration(alias)))
        return Reference(id=id)

    def _name(self, candidates: tuple[Words, ...], context: Context) -> Name:
        """A name that is free, and a note where it isn't the one that the place suggests."""
        other = self._names.holder(candidates[0])
        name = self._names.choose(*candidates)
        # What stands in a part of an allOf may yet be merged with its namesake in another.
        if other and "/allOf/" not in context.id:
            wanted = "_".join(candidates[0])
            self._notebook.write(
                "name-collision",
                f"a nested schema would be called `{wanted}`, as `{other}` is already",
                context.place,
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


def _candidates(context: Context, kind: str) -> tuple[Words, ...]:
    """The words for a schema, the best first; those of what it stands in are none."""
    words = context.words
    kind = "body" if words[-1] in {"request", "response"} else kind
    more = (*words, kind)
    return (more,) if words == context.around else (words, more)


def _unplaced(type: Type) -> Type:
    match type:
        case Inline(model=model):
            return Inline(model=replace(model, id="", place=Place("")))
        case Compound():
            return replace(type, id="")
        case Union():
            return replace(type, id="", place=None)
        case _:
            return type
