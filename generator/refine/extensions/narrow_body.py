"""Narrow the type of a body to the variants that take some members with given values."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from generator.ir.declarations import Alias, Model
from generator.ir.graph import Find, flatten
from generator.ir.types import (
    Anything,
    Array,
    Boolean,
    Distinct,
    Enumeration,
    Integer,
    Map,
    Null,
    Nullable,
    Number,
    PropertyTags,
    Reference,
    Selected,
    String,
    Tagged,
    Tuple,
    Type,
    Union,
)
from generator.ir.unrefined import Undecided
from generator.ir.value import JsonValue, Scalar
from generator.refine.operations.body_variants import settable
from generator.refine.types.json_types import is_listed

_Given = Mapping[str, JsonValue]
_Tags = tuple[tuple[str, int], ...]


class Narrower:
    """Looks declarations up while it narrows types.

    Args:
        find: Finds a declaration by its id.
    """

    def __init__(self, find: Find) -> None:
        self._find = find

    def narrow(self, type: Type, given: _Given) -> Type | None:
        """What is left of a type, without null; None where nothing takes the members.

        Args:
            type: The type of a body.
            given: The members' values by their names.
        """
        match type:
            case Nullable(inner=inner):
                return self.narrow(inner, given)
            case Reference(id=id):
                declared = self._find(id)
                if isinstance(declared, Alias):
                    left = self.narrow(declared.type, given)
                    return type if left == declared.type else left
                is_fit = declared is not None and self._fits(declared, given)
                return type if is_fit else None
            case Union():
                return self._narrow_union(type, given)
            case _:
                return None

    def _narrow_union(self, union: Union, given: _Given) -> Type | None:
        kept = [
            (position, replace(variant, type=type))
            for position, variant in enumerate(union.variants)
            if _is_tagged(union, position, given)
            and (type := self.narrow(variant.type, given)) is not None
        ]
        if len(kept) <= 1:
            return kept[0][1].type if kept else None
        places = {position: new for new, (position, _) in enumerate(kept)}
        return replace(
            union,
            variants=tuple(variant for _, variant in kept),
            strategy=_strategy(union.strategy, places),
        )

    def _fits(self, model: Model, given: _Given) -> bool:
        fields = settable(model)
        return all(
            name in fields and self.takes(fields[name].type, value)
            for name, value in given.items()
        )

    def takes(self, type: Type, value: JsonValue) -> bool:
        """Whether a value is one of a type's; of an enumeration, one that it lists."""
        return any(self._is(one, value) for one in flatten(type, self._find))

    def listed(self, type: Type) -> Iterator[Scalar]:
        """The values that a type lists."""
        for one in flatten(type, self._find):
            if isinstance(one, Enumeration):
                yield from one.values

    def _is(self, type: Type | Model, value: JsonValue) -> bool:
        match type, value:
            case Anything(), _:
                return True
            case Enumeration(values=values, takes_any=takes_any), (
                None | bool() | int() | float() | str()
            ):
                takes_text = takes_any and isinstance(value, str)
                return takes_text or is_listed(value, values)
            case (Null(), None) | (Boolean(), bool()) | (String(), str()):
                return True
            case (Integer() | Number()), (int() | float()):
                is_whole = isinstance(type, Number) or value == int(value)
                return is_whole and not isinstance(value, bool)
            case Array(item=item), list():
                return all(self.takes(item, one) for one in value)
            case Tuple(items=items), list():
                return len(value) == len(items) and all(map(self.takes, items, value))
            case Map(value=inner), dict():
                return all(self.takes(inner, one) for one in value.values())
            case Model(), dict():
                own = settable(type)
                known = {key: one for key, one in value.items() if key in own}
                needed = {name for name, field in own.items() if field.required}
                is_open = type.additional is not None
                return (
                    needed <= known.keys()
                    and (is_open or known.keys() == value.keys())
                    and self._fits(type, known)
                )
            case _:
                return False


def _is_tagged(union: Union, position: int, given: _Given) -> bool:
    """Whether the union's strategy leaves a variant for the members that are given."""
    match union.strategy:
        case Tagged(property=property, tags=tags, default=default):
            return property not in given or _is_at(
                given[property], tags, position, default
            )
        case Selected(property=property, tags=tags) if property in given and tags:
            return _is_at(given[property], tags, position, position)
        case _:
            return True


def _is_at(value: JsonValue, tags: _Tags, position: int, default: int | None) -> bool:
    """Whether a tag is one of a variant's, or no variant's where this is the default."""
    tag = value if isinstance(value, str) else json.dumps(value)
    found = {at for one, at in tags if one == tag}
    return position in found or (not found and position == default)


def _strategy(
    strategy: Tagged | Selected | Distinct | Undecided, places: Mapping[int, int]
) -> Tagged | Selected | Distinct | Undecided:
    """A strategy for the variants that are left, by their new positions."""
    match strategy:
        case Tagged(tags=tags, default=default):
            left = None if default is None else places.get(default)
            return replace(strategy, tags=_moved(tags, places), default=left)
        case Selected(tags=tags, constants=constants):
            kept = (
                PropertyTags(property=one.property, tags=_moved(one.tags, places))
                for one in constants
            )
            return replace(
                strategy,
                tags=_moved(tags, places),
                constants=tuple(one for one in kept if one.tags),
            )
        case _:
            return strategy


def _moved(tags: _Tags, places: Mapping[int, int]) -> _Tags:
    return tuple((tag, places[at]) for tag, at in tags if at in places)
