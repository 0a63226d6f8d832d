"""Declaring what was nested: names, ids, and one declaration for what is shared."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from msgspec.structs import replace

from generator.diagnostics import Place
from generator.ir.declarations import Alias, Declaration, Model
from generator.ir.types import Compound, Inline, Reference, Type, Union
from generator.refine.context import Context, of_declaration
from generator.refine.naming import Names
from generator.refine.walk import rebuild

Words = tuple[str, ...]


class Declarer:
    """The declarations made so far; `waiting` are those to be looked inside, with their context."""

    def __init__(self, declarations: Iterable[Declaration]) -> None:
        declarations = tuple(declarations)
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
        name = self._names.choose(*preferred, *_candidates(context.words, "object"))
        self._sources[id] = model
        self.waiting.append((replace(model, id=id, name=name), context._replace(id=id)))
        return Reference(id=id)

    def alias(self, type: Type, context: Context) -> Reference:
        """Refer to the declaration of any other schema, made unless another place made it."""
        if self._is_known(context.id, type):
            return Reference(id=context.id)
        id = self._free(context.id)
        name = self._names.choose(*_candidates(context.words, "value"))
        self._sources[id] = type
        alias = Alias(id=id, name=name, place=context.place, type=type)
        self.waiting.append((alias, context._replace(id=id)))
        return Reference(id=id)

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


def _candidates(words: Words, kind: str) -> tuple[Words, Words]:
    if words[-1] in {"request", "response"}:
        return (words, (*words, "body"))
    return (words, (*words, kind))


def _unplaced(type: Type) -> Type:
    match type:
        case Inline(model=model):
            return Inline(model=replace(model, id="", place=Place("")))
        case Compound() | Union():
            return replace(type, id="")
        case _:
            return type
