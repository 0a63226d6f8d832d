"""Give every nested object schema, union of objects, large enumeration and deep type a declaration.

The name of a declaration made here depends on where its schema stands and on nothing else, so that
it survives when the document grows. A schema that several operations share through a component
is named after the component.

Afterwards there is no `Inline` but directly inside a `Compound`, and types nest so little that
the other passes may be recursive.
"""

from __future__ import annotations

from msgspec.structs import replace

from generator.diagnostics import Notebook
from generator.ir.api import Api
from generator.ir.declarations import Declaration, Field, Model
from generator.ir.name import ordinal
from generator.ir.types import (
    Array,
    Compound,
    Enumeration,
    Inline,
    Map,
    Nullable,
    Reference,
    Tuple,
    Type,
    Union,
    Variant,
)
from generator.refine.hoist.declare import Declarer, alike
from generator.refine.hoist.location import Context, of_spot
from generator.refine.hoist.variant_names import variant_words
from generator.refine.rewrite.api import Spot, visit_calls
from generator.refine.rewrite.types import FLAT
from generator.refine.types.normal import adopt, effective_parts

# A longer list of values is given a name, so that it isn't repeated where it is used.
LONGEST_ENUMERATION = 8
_OBJECTS = (Compound, Inline, Map, Reference, Union)
_DEEPEST = 20


def hoist(api: Api, notebook: Notebook) -> Api:
    """Declare what is nested."""
    hoister = _Hoister(api.declarations, notebook)
    hoister.open_all()
    called = visit_calls(api, hoister.visit)
    hoister.open_all()
    return replace(called, declarations=tuple(hoister.opened.values()))


class _Hoister:
    """Looks inside declarations; `opened` are those that hold nothing nested any more."""

    def __init__(
        self, declarations: tuple[Declaration, ...], notebook: Notebook
    ) -> None:
        self._names = {each.id: each.name.words for each in declarations}
        self._declarer = Declarer(declarations, notebook)
        self._first: dict[tuple[str, ...], tuple[Type, Type]] = {}
        self.opened: dict[str, Declaration] = {}

    def open_all(self) -> None:
        """Look inside the declarations that wait, and inside those that this makes."""
        waiting = self._declarer.waiting
        while waiting:
            declaration, context = waiting.popleft()
            opened = self._open(declaration, context._replace(depth=0))
            self.opened[opened.id] = opened

    def visit(self, type: Type, spot: Spot) -> Type:
        """Lift what stands in an operation, once where two formats have one schema."""
        if _stays(type):
            return type
        key = (spot.holder.place.pointer, spot.role, *spot.keys)
        if spot.role in {"request", "response", "payload"}:
            key = key[:-1]
        before = self._first.get(key)
        if before is not None and alike(before[0], type):
            return before[1]
        lifted = self._lift(type, of_spot(spot))
        self._first.setdefault(key, (type, lifted))
        return lifted

    def _open(self, declaration: Declaration, context: Context) -> Declaration:
        if isinstance(declaration, Model):
            return self._open_model(declaration, context)
        match declaration.type:
            case Inline(model=model):
                return self._open_model(adopt(declaration, model), context)
            case Nullable(inner=inner):
                opened = Nullable(inner=self._open_alias(inner, context))
                return replace(declaration, type=opened)
            case type:
                return replace(declaration, type=self._open_alias(type, context))

    def _open_alias(self, type: Type, context: Context) -> Type:
        match type:
            case Inline(model=model):
                return Inline(model=self._open_model(model, context))
            case Compound():
                return self._open_parts(type, context)
            case Enumeration():
                return type
            case _:
                return self._lift_inside(type, context)

    def _open_model(self, model: Model, context: Context) -> Model:
        fields = model.fields
        if not all(_stays(field.type) for field in fields):
            fields = tuple(self._open_field(field, context) for field in fields)
        extra = model.additional
        if extra is not None:
            extra = self._lift(extra, context.down("additionalProperties", "value"))
        if fields is model.fields and extra is model.additional:
            return model
        return replace(model, fields=fields, additional=extra)

    def _open_field(self, field: Field, context: Context) -> Field:
        if _stays(field.type):
            return field
        step = "properties/" + field.name.wire.replace("/", "~1")
        inside = context.down(step, *(field.name.words or ("value",)))
        return replace(field, type=self._lift(field.type, inside))

    def _open_parts(self, compound: Compound, context: Context) -> Type:
        """Look inside the parts of an allOf, which stay where they are."""
        parts = effective_parts(compound)
        if len(parts) == 1:
            return self._open_alias(parts[0], context)
        opened = tuple(
            self._open_part(part, context.down(f"allOf/{index}"))
            for index, part in enumerate(parts)
        )
        return replace(compound, parts=opened)

    def _open_part(self, part: Type, context: Context) -> Type:
        match part:
            case Inline(model=model):
                return Inline(model=self._open_model(model, context))
            case Union(variants=variants):
                opened = tuple(
                    replace(each, type=self._open_part(each.type, inside))
                    for each, inside in self._inside(variants, context)
                )
                return replace(part, variants=opened)
            case _:
                return self._lift(part, context)

    def _lift(self, type: Type, context: Context) -> Type:
        """Replace a nested type by a reference where it needs a declaration."""
        if _stays(type):
            return type
        match type:
            case Inline(model=model):
                return self._declarer.model(model, context.within(model.id))
            case Enumeration():
                return self._declarer.alias(type, context)
            case Compound():
                return self._lift_compound(type, context.within(type.id))
            case Union(variants=variants) if _may_need_selection(variants):
                return self._declarer.alias(type, context.within(type.id))
            case _ if context.depth >= _DEEPEST:
                return self._declarer.alias(type, context)
            case _:
                return self._lift_inside(type, context)

    def _lift_inside(self, type: Type, context: Context) -> Type:
        match type:
            case Array(item=inner):
                item = self._lift(inner, context.down("items", "item"))
                return type if item is inner else replace(type, item=item)
            case Map(value=inner):
                value = self._lift(inner, context.down("additionalProperties", "value"))
                return type if value is inner else Map(value=value)
            case Nullable(inner=inner):
                some = self._lift(inner, context.down("null"))
                return type if some is inner else Nullable(inner=some)
            case Tuple(items=items, rest=rest):
                lifted = tuple(
                    self._lift(item, context.down(f"prefixItems/{at}", *ordinal(at)))
                    for at, item in enumerate(items)
                )
                more = self._lift(rest, context.down("items", "rest"))
                return replace(type, items=lifted, rest=more)
            case Union(variants=variants):
                lifted_variants = tuple(
                    replace(each, type=self._lift(each.type, inside))
                    for each, inside in self._inside(variants, context.within(type.id))
                )
                return replace(type, variants=lifted_variants)
            case _:
                return type

    def _inside(
        self, variants: tuple[Variant, ...], context: Context
    ) -> list[tuple[Variant, Context]]:
        """Each variant with the context that its name is made of."""
        words = variant_words(variants, context.words, self._names)
        return [
            (variant, context.down(f"oneOf/{at}", *words[at]))
            for at, variant in enumerate(variants)
        ]

    def _lift_compound(self, compound: Compound, context: Context) -> Type:
        parts = effective_parts(compound)
        if len(parts) == 1:
            return self._lift(parts[0], context)
        if not any(
            isinstance(part, Inline | Reference | Union | Nullable) for part in parts
        ):
            return replace(
                compound, parts=tuple(self._lift(each, context) for each in parts)
            )
        return self._declarer.alias(compound, context)


def _stays(type: Type) -> bool:
    """Whether there is nothing in a type to declare."""
    if isinstance(type, Enumeration):
        return len(type.values) <= LONGEST_ENUMERATION
    return isinstance(type, FLAT)


def _may_need_selection(variants: tuple[Variant, ...]) -> bool:
    """Whether several variants may be objects, so that the union needs a place of its own.

    A reference may be to one, and so counts what will be a reference.
    """
    types = [variant.type for variant in variants]
    return (
        sum(
            isinstance(type, _OBJECTS)
            or (isinstance(type, Enumeration) and not _stays(type))
            for type in types
        )
        > 1
    )
