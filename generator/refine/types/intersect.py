"""The values that fit two types at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce

from msgspec.structs import replace

from generator.ir.declarations import Declaration
from generator.ir.graph import follow
from generator.ir.types import (
    Anything,
    Array,
    Binary,
    Enumeration,
    Integer,
    Map,
    Nothing,
    Nullable,
    Number,
    Reference,
    String,
    Tuple,
    Type,
    Union,
    Variant,
)
from generator.ir.unrefined import Compound, as_written
from generator.ir.value import Scalar
from generator.refine.types.json_types import (
    OBJECT,
    JsonTypes,
    json_type_of,
    json_types_of,
)
from generator.refine.types.normal import is_same

# More combinations than this are no help to a reader; the first union stays then, as it is wider.
MOST_VARIANTS = 64


class EmptyIntersection(Exception):
    """No value fits both types."""


class Intersector:
    """Works out what fits two types, looking names up among declarations.

    Two object declarations at once are a third one, which `pair` declares; one that refines a free
    form keeps what else may come, which `admit` sees to.
    """

    def __init__(
        self,
        find: Callable[[str], Declaration | None],
        kinds: dict[str, JsonTypes],
        pair: Callable[[Reference, Reference], Reference],
        admit: Callable[[str, Type], None],
    ) -> None:
        self._find = find
        self._kinds = kinds
        self._pair = pair
        self._admit = admit
        self._active: set[tuple[str, str]] = set()

    def intersect(self, one: Type, other: Type) -> Type:
        """The values that fit two types.

        A type that can't be narrowed further without losing its name or its readability stays
        as it is, so the result may be wider than the truth and never narrower.

        Raises:
            EmptyIntersection: There is none.
        """
        if is_same(one, other):
            return one
        match one, other:
            case (Anything(), kept) | (kept, Anything()):
                return kept
            case (Nothing(), _) | (_, Nothing()):
                return Nothing()
            case Nullable(inner=first), Nullable(inner=second):
                return Nullable(inner=self.intersect(first, second))
            case Nullable(inner=Anything()), _:
                return Nullable(inner=other)
            case _, Nullable(inner=Anything()):
                return Nullable(inner=one)
            case Nullable(inner=first), _:
                return self.intersect(first, other)
            case _, Nullable(inner=second):
                return self.intersect(one, second)
            case _:
                return self._intersect_present(one, other)

    def _intersect_present(self, one: Type, other: Type) -> Type:
        if isinstance(one, Reference) or isinstance(other, Reference):
            return self._intersect_named(one, other)
        left, right = as_written(one), as_written(other)
        if isinstance(left, Compound):
            return self.intersect(reduce(self.intersect, left.parts), other)
        if isinstance(right, Compound):
            return self.intersect(one, reduce(self.intersect, right.parts))
        match one, other:
            case Union(), _:
                return self._filter(one, other, first=True)
            case _, Union():
                return self._filter(other, one, first=False)
            case Map(value=first), Map(value=second):
                return Map(value=self.intersect(first, second))
            case Array(item=first), Array(item=second):
                return Array(item=self.intersect(first, second))
            case (Tuple() as items, Array(item=item)) | (
                Array(item=item),
                Tuple() as items,
            ):
                return self._intersect_tuple(items, item)
            case Tuple(), Tuple():
                return self._intersect_tuples(one, other)
            case _:
                return _intersect_scalars(one, other)

    def _intersect_named(self, one: Type, other: Type) -> Type:
        """Keep the name of the narrower side where it has one."""
        first, second = self._is_object(one), self._is_object(other)
        if first and second:
            return self._intersect_objects(one, other)
        names = (_name(one), _name(other))
        if names in self._active:
            return one
        self._active.add(names)
        try:
            found = self._intersect_resolved(one, other)
        finally:
            self._active.discard(names)
        for name in (one, other):
            if found == self._resolve(name):
                return name
        return found

    def _intersect_resolved(self, one: Type, other: Type) -> Type:
        first, second = self._resolve(one), self._resolve(other)
        if isinstance(first, Compound) or isinstance(second, Compound):
            # Not merged yet: the wider of the two will do.
            return one
        if first is not one or second is not other:
            return self.intersect(first, second)
        if isinstance(other, Union):
            return self._filter(other, one, first=False)
        if isinstance(one, Union):
            return self._filter(one, other, first=True)
        raise EmptyIntersection

    def _intersect_objects(self, one: Type, other: Type) -> Type:
        match one, other:
            case (Reference() as kept, Map(value=value)) | (
                Map(value=value),
                Reference() as kept,
            ):
                self._admit(kept.id, value)
                return kept
            case Reference(), Reference():
                return self._pair(one, other)
            case Union(), _:
                return self._filter(one, other, first=True)
            case _, Union():
                return self._filter(other, one, first=False)
            case _:
                return one

    def _filter(self, union: Union, other: Type, *, first: bool) -> Type:
        """The variants that the other type leaves, each narrowed by it."""
        count = len(other.variants) if isinstance(other, Union) else 1
        if count > 1 and count * len(union.variants) > MOST_VARIANTS:
            return union
        variants: list[Variant] = []
        for variant in union.variants:
            try:
                sides = (variant.type, other) if first else (other, variant.type)
                type = self.intersect(*sides)
            except EmptyIntersection:
                continue
            if not any(is_same(each.type, type) for each in variants):
                variants.append(replace(variant, type=type))
        if not variants:
            raise EmptyIntersection
        if len(variants) == 1:
            return variants[0].type
        return replace(union, variants=tuple(variants))

    def _intersect_tuple(self, items: Tuple, item: Type) -> Type:
        found = tuple(self.intersect(each, item) for each in items.items)
        rest = self._or_nothing(items.rest, item)
        return replace(items, items=found, rest=rest)

    def _intersect_tuples(self, one: Tuple, other: Tuple) -> Type:
        """What fits both, position by position; a closed one ends the other, too."""
        closed = [len(each.items) for each in (one, other) if _is_closed(each)]
        size = min(closed, default=max(len(one.items), len(other.items)))
        least = max(one.least, other.least)
        if least > size:
            raise EmptyIntersection
        pairs = zip(_padded(one, size), _padded(other, size), strict=True)
        items = tuple(self.intersect(*pair) for pair in pairs)
        rest = self._or_nothing(one.rest, other.rest)
        return Tuple(items=items, rest=rest, least=least)

    def _or_nothing(self, one: Type, other: Type) -> Type:
        try:
            return self.intersect(one, other)
        except EmptyIntersection:
            return Nothing()

    def _is_object(self, type: Type) -> bool:
        return json_types_of(type, self._kinds) == OBJECT

    def _resolve(self, type: Type) -> Type:
        """What an alias stands for; a reference to a model stays one."""
        return follow(type, self._find)


def _name(type: Type) -> str:
    return type.id if isinstance(type, Reference) else ""


def _is_closed(type: Tuple) -> bool:
    return isinstance(type.rest, Nothing)


def _padded(type: Tuple, size: int) -> tuple[Type, ...]:
    return (type.items + (type.rest,) * (size - len(type.items)))[:size]


def _intersect_scalars(one: Type, other: Type) -> Type:
    match one, other:
        case Enumeration(), Enumeration():
            return _intersect_values(one, other)
        case (Enumeration() as listed, type) | (type, Enumeration() as listed):
            return _narrow_values(listed, type)
        case (Binary() as bytes, String()) | (String(), Binary() as bytes):
            return bytes
        case String(format=first), String(format=second):
            return String(format=second or first)
        case Number(format=first), Number(format=second):
            return Number(format=second or first)
        case Integer(format=first), Integer(format=second):
            return Integer(format=second or first)
        case (Integer() as whole, Number()) | (Number(), Integer() as whole):
            return whole
        case _:
            raise EmptyIntersection


def _intersect_values(one: Enumeration, other: Enumeration) -> Type:
    allowed = {_key(value) for value in other.values}
    values = tuple(value for value in one.values if _key(value) in allowed)
    if not values:
        raise EmptyIntersection
    open_ended = one.base is not None and other.base is not None
    return Enumeration(
        values=values,
        base=one.base if open_ended else None,
        takes_any=one.takes_any and other.takes_any,
    )


def _narrow_values(listed: Enumeration, type: Type) -> Type:
    kinds = json_types_of(type, {})
    values = tuple(value for value in listed.values if json_type_of(value) in kinds)
    if isinstance(type, Integer):
        values = tuple(filter(_is_whole, values))
    if not values:
        raise EmptyIntersection
    return (
        listed if len(values) == len(listed.values) else replace(listed, values=values)
    )


def _is_whole(value: Scalar) -> bool:
    return isinstance(value, int) or (isinstance(value, float) and value.is_integer())


def _key(value: Scalar) -> tuple[str, Scalar]:
    """True and 1 are equal in Python and differ in JSON."""
    return (json_type_of(value), value)
