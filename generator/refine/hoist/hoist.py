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
from generator.ir.graph import LEAVES, inner_types
from generator.ir.name import ordinal
from generator.ir.types import (
    Array,
    Enumeration,
    Map,
    Nullable,
    Reference,
    Tuple,
    Type,
    Union,
    Variant,
)
from generator.ir.unrefined import (
    Compound,
    Inline,
    Undecided,
    WrittenType,
    as_written,
    until_refined,
)
from generator.refine.hoist.declare import Declarer, alike
from generator.refine.hoist.location import Location, location_of
from generator.refine.hoist.variant_names import OBJECTS, variant_words
from generator.refine.rewrite.api import TypeUse, map_uses
from generator.refine.types.normal import as_model, flat_parts

# A longer list of values is given a name, so that it isn't repeated where it is used.
LONGEST_ENUMERATION = 8
_DEEPEST = 20


def hoist(api: Api, notebook: Notebook) -> Api:
    """Declare what is nested."""
    hoister = _Hoister(api.declarations, notebook)
    hoister.open_all()
    called = map_uses(api, hoister.visit)
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
            declaration, location = waiting.popleft()
            opened = self._open(declaration, location._replace(depth=0))
            self.opened[opened.id] = opened

    def visit(self, type: Type, use: TypeUse) -> Type:
        """Lift what stands in an operation, once where two formats have one schema."""
        if _stays(type, _DEEPEST):
            return type
        key = (use.holder.place.pointer, use.role, *use.keys)
        if use.role in {"request", "response", "payload"}:
            key = key[:-1]
        before = self._first.get(key)
        if before is not None and alike(before[0], type):
            return before[1]
        lifted = self._lift(type, location_of(use))
        self._first.setdefault(key, (type, lifted))
        return lifted

    def _open(self, declaration: Declaration, location: Location) -> Declaration:
        if isinstance(declaration, Model):
            return self._open_model(declaration, location)
        match as_written(declaration.type):
            case Inline(model=model):
                return self._open_model(as_model(declaration, model), location)
            case Nullable(inner=inner):
                opened = Nullable(inner=self._open_alias(inner, location))
                return replace(declaration, type=opened)
            case type:
                return replace(declaration, type=self._open_alias(type, location))

    def _open_alias(self, type: WrittenType, location: Location) -> Type:
        match type:
            case Inline(model=model):
                return until_refined(
                    replace(type, model=self._open_model(model, location))
                )
            case Compound():
                return self._open_parts(type, location)
            case _:
                return self._lift_inside(type, location)

    def _open_model(self, model: Model, location: Location) -> Model:
        fields = tuple(self._open_field(field, location) for field in model.fields)
        extra = model.additional
        if extra is not None:
            extra = self._lift(extra, location.down("additionalProperties", "value"))
        if fields == model.fields and extra is model.additional:
            return model
        return replace(model, fields=fields, additional=extra)

    def _open_field(self, field: Field, location: Location) -> Field:
        if _stays(field.type, _DEEPEST - location.depth - 1):
            return field
        step = "properties/" + field.name.wire.replace("/", "~1")
        inside = location.in_property(step, *(field.name.words or ("value",)))
        return replace(field, type=self._lift(field.type, inside))

    def _open_parts(self, compound: Compound, location: Location) -> Type:
        """Look inside the parts of an allOf, which stay where they are."""
        parts = flat_parts(compound)
        if len(parts) == 1:
            return self._open_alias(parts[0], location)
        opened = tuple(
            self._open_part(part, location.in_allof(index))
            for index, part in enumerate(parts)
        )
        return until_refined(replace(compound, parts=opened))

    def _open_part(self, part: WrittenType, location: Location) -> Type:
        match part:
            case Inline(model=model):
                return until_refined(
                    replace(part, model=self._open_model(model, location))
                )
            case Union(variants=variants):
                opened = tuple(
                    replace(each, type=self._open_part(each.type, inside))
                    for each, inside in self._inside(variants, location)
                )
                return replace(part, variants=opened)
            case _:
                return self._lift(part, location)

    def _lift(self, type: WrittenType, location: Location) -> Type:
        """Replace a nested type by a reference where it needs a declaration."""
        if _stays(type, _DEEPEST - location.depth):
            return until_refined(type)
        match type:
            case Inline(model=model):
                here = location.of_schema(model.id, type.component)
                return self._declarer.model(model, here)
            case Enumeration():
                return self._declarer.alias(type, location)
            case Compound():
                here = location.of_schema(type.id, type.component)
                return self._lift_compound(type, here)
            case Union(variants=variants) if _may_need_selection(variants):
                return self._declarer.alias(type, _at_union(type, location))
            case _ if location.depth >= _DEEPEST:
                return self._declarer.alias(type, location)
            case _:
                return self._lift_inside(type, location)

    def _lift_inside(self, type: Type, location: Location) -> Type:
        match type:
            case Array(item=inner):
                item = self._lift(inner, location.down("items", "item"))
                return type if item is inner else replace(type, item=item)
            case Map(value=inner):
                value = self._lift(
                    inner, location.down("additionalProperties", "value")
                )
                return type if value is inner else Map(value=value)
            case Nullable(inner=inner):
                some = self._lift(inner, location.down("null"))
                return type if some is inner else Nullable(inner=some)
            case Tuple(items=items, rest=rest):
                lifted = tuple(
                    self._lift(item, location.down(f"prefixItems/{at}", *ordinal(at)))
                    for at, item in enumerate(items)
                )
                more = self._lift(rest, location.down("items", "rest"))
                return replace(type, items=lifted, rest=more)
            case Union(variants=variants):
                lifted_variants = tuple(
                    replace(each, type=self._lift(each.type, inside))
                    for each, inside in self._inside(
                        variants, _at_union(type, location)
                    )
                )
                return replace(type, variants=lifted_variants)
            case _:
                return type

    def _inside(
        self, variants: tuple[Variant, ...], location: Location
    ) -> list[tuple[Variant, Location]]:
        """Each variant with the location that its name is made of."""
        words = variant_words(variants, location.words, self._names)
        return [
            (variant, location.down(f"oneOf/{at}", *words[at]))
            for at, variant in enumerate(variants)
        ]

    def _lift_compound(self, compound: Compound, location: Location) -> Type:
        parts = flat_parts(compound)
        if len(parts) == 1:
            return self._lift(parts[0], location)
        if not any(
            isinstance(part, Inline | Reference | Union | Nullable) for part in parts
        ):
            lifted = tuple(self._lift(each, location) for each in parts)
            return until_refined(replace(compound, parts=lifted))
        return self._declarer.alias(until_refined(compound), location)


def _at_union(union: Union, location: Location) -> Location:
    undecided = union.strategy
    component = undecided.component if isinstance(undecided, Undecided) else None
    return location.of_schema(union.id, component)


def _stays(type: WrittenType, levels: int = 0) -> bool:
    """Whether there is nothing in a type to declare, which nests so many levels at most."""
    match type:
        case Enumeration(values=values):
            return len(values) <= LONGEST_ENUMERATION
        case _ if type.__class__ in LEAVES:
            return True
        case Compound() | Inline():
            return False
        case Union(variants=variants) if _may_need_selection(variants):
            return False
        case _:
            return levels > 0 and all(
                _stays(inner, levels - 1) for inner in inner_types(type)
            )


def _may_need_selection(variants: tuple[Variant, ...]) -> bool:
    """Whether several variants may be objects, so that the union needs a place of its own.

    A reference may be to one, and so counts what will be a reference.
    """
    types = [variant.type for variant in variants]
    return (
        sum(
            isinstance(type, OBJECTS)
            or (isinstance(type, Enumeration) and not _stays(type))
            for type in types
        )
        > 1
    )
