"""Merging the object schemas of an allOf into one model."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from msgspec.structs import replace

from generator.ir.declarations import Alias, Constraint, Field, Model
from generator.ir.name import Name
from generator.ir.types import Anything, Map, Type, Union, Variant
from generator.ir.value import Docs
from generator.refine.types.intersect import EmptyIntersection, Intersector
from generator.refine.types.normal import as_model, is_same


class Part(NamedTuple):
    """One object schema of an allOf; `origin` is its id if it has a name, else ""."""

    model: Model
    origin: str = ""


def blank(alias: Alias) -> Model:
    """A model with everything of an alias but its type."""
    return as_model(
        alias, Model(id=alias.id, name=alias.name, place=alias.place, fields=())
    )


class Merger:
    """Merges parts; `clash` takes the property whose types no value fits."""

    def __init__(
        self, intersector: Intersector, clash: Callable[[Model, str], None]
    ) -> None:
        self._intersector = intersector
        self._clash = clash

    def merge(
        self, into: Model, parts: Iterable[Part], maps: Iterable[Map] = ()
    ) -> Model:
        """Merge parts into one model.

        Args:
            into: Gives the id, the name, the place, the docs and further constraints.
            parts: The models, in the document's order.
            maps: Objects with free keys that the model has to be as well.
        """
        parts = tuple(parts)
        fields = self._fields(into, parts)
        needed = {name: None for part in parts for name in part.model.required}
        for name in needed:
            known = fields.get(name)
            fields[name] = (
                replace(known, required=True)
                if known is not None
                else Field(name=Name(wire=name), type=Anything(), required=True)
            )
        own = [part.model for part in parts if not part.origin]
        return replace(
            into,
            fields=tuple(fields.values()),
            additional=self._additional(parts, maps),
            closed=any(part.model.closed for part in parts),
            unevaluated=False,
            required=(),
            discriminator=next(
                (each.discriminator for each in own if each.discriminator), None
            ),
            docs=_first_docs(into.docs, *(each.docs for each in own)),
            deprecated=into.deprecated or any(each.deprecated for each in own),
            constraints=_constraints(into, parts),
            parents=parents_of(parts),
            example=into.example
            or next((each.example for each in own if each.example), None),
        )

    def _fields(self, into: Model, parts: tuple[Part, ...]) -> dict[str, Field]:
        fields: dict[str, Field] = {}
        for model, origin in parts:
            for field in model.fields:
                new = (
                    field
                    if field.origin or not origin
                    else replace(field, origin=origin)
                )
                old = fields.get(field.name.wire)
                fields[field.name.wire] = (
                    new if old is None else self._merge_field(into, old, new)
                )
        return fields

    def _merge_field(self, into: Model, old: Field, new: Field) -> Field:
        if old.conditional and new.conditional:
            id = f"{into.id}/properties/{old.name.wire}"
            return replace(old, type=_either(old.type, new.type, id))
        if old.conditional or new.conditional:
            return new if old.conditional else old
        try:
            type = self._intersector.intersect(old.type, new.type)
        except EmptyIntersection:
            self._clash(into, new.name.wire)
            type = new.type
        return Field(
            name=new.name if new.name.preferred else old.name,
            type=type,
            required=old.required or new.required,
            default=new.default or old.default,
            read_only=old.read_only or new.read_only,
            write_only=old.write_only or new.write_only,
            deprecated=old.deprecated or new.deprecated,
            docs=_first_docs(old.docs, new.docs),
            constraints=_distinct(old.constraints + new.constraints),
            example=old.example or new.example,
            origin=new.origin and old.origin,
        )

    def _additional(self, parts: tuple[Part, ...], maps: Iterable[Map]) -> Type | None:
        """What the parts say about other properties: the free form says nothing.

        What `unevaluatedProperties` says counts where no part says anything of them.
        """
        models = [part.model for part in parts if part.model.additional is not None]
        said = [each.additional for each in models if not each.unevaluated]
        said += [each.value for each in maps if not isinstance(each.value, Anything)]
        found: Type | None = None
        for type in said or [each.additional for each in models]:
            if type is None:
                continue
            try:
                found = (
                    type if found is None else self._intersector.intersect(found, type)
                )
            except EmptyIntersection:
                return Anything()
        return found


def parents_of(parts: Iterable[Part]) -> tuple[str, ...]:
    """The ids of the schemas that parts are, the nearest first."""
    found: dict[str, None] = {}
    for model, origin in parts:
        if origin:
            found[origin] = None
        found |= dict.fromkeys(model.parents)
        found |= dict.fromkeys(field.origin for field in model.fields if field.origin)
    return tuple(found)


def _constraints(into: Model, parts: tuple[Part, ...]) -> tuple[Constraint, ...]:
    found = (each for part in parts for each in part.model.constraints)
    return _distinct((*into.constraints, *found))


def _distinct(constraints: Iterable[Constraint]) -> tuple[Constraint, ...]:
    found: list[Constraint] = []
    for constraint in constraints:
        if constraint not in found:
            found.append(constraint)
    return tuple(found)


def _either(one: Type, other: Type, id: str) -> Type:
    """The type of a property that is one of two, as one condition or another holds.

    What the union holds itself, null and other unions, is taken out of it by `join_unions`.
    """
    if is_same(one, other):
        return one
    return Union(variants=(Variant(type=one), Variant(type=other)), id=id)


def _first_docs(*all: Docs) -> Docs:
    """Each kind of text from the first that has it."""
    return next((docs for docs in all if docs != Docs()), Docs())
