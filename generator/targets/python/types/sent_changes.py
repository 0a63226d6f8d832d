"""What is sent in another way than callers write it: unix times, members with one value only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from generator.ir.declarations import Declaration, Model
from generator.ir.graph import closure, flatten, inner_types, users_of
from generator.ir.types import (
    Anything,
    Enumeration,
    Map,
    Null,
    Selected,
    Tagged,
    Type,
    Union,
)
from generator.ir.value import Scalar
from generator.targets.python.declaration_index import Index, either, resolve
from generator.targets.python.types.formats import sent_format_of
from generator.targets.python.usage import inner_sent, sent_references, sent_types


def only_value(type: Type, index: Index) -> tuple[Scalar, ...]:
    """The one value that a type has, () where it has more."""
    match resolve(type, index):
        case Enumeration(values=(value,), takes_any=False):
            return (value,)
        case Null():
            return (None,)
        case _:
            return ()


def is_converted(*kinds: Type | Model) -> bool:
    """Whether callers pass another type for one of the formats, and for no other format."""
    types = [one for one in kinds if not isinstance(one, Model)]
    formats = [found for one in types if (found := sent_format_of(one))]
    passed = {each.argument for each in formats if each.argument}
    return bool(passed) and passed.isdisjoint(
        (each.module, each.annotation) for each in formats
    )


def disputed(model: Model, models: Iterable[Model]) -> frozenset[str]:
    """The properties that have another type in another model of the same union."""
    own = {field.name.wire: field.type for field in model.fields}
    return frozenset(
        field.name.wire
        for other in models
        for field in other.fields
        if own.get(field.name.wire, field.type) != field.type
    )


class SentChanges:
    """The members that are filled in, and the declarations in which something changes.

    Args:
        index: The declarations.
        requests: The ids of those that requests name.
        roots: The types of requests.
    """

    def __init__(
        self, index: Index, requests: frozenset[str], roots: Iterable[Type]
    ) -> None:
        self._index = index
        self._sent: Mapping[str, Declaration] = {id: index[id] for id in requests}
        types = (type for item in self._sent.values() for type in sent_types(item))
        # Properties of models without which nobody knows which of several objects a dict is.
        self._telling: set[tuple[str, str]] = set()
        for type in (*types, *roots):
            self._collect(type)

    def only(self, model: Model) -> Mapping[str, Scalar]:
        """The required members that have one value only, and these values."""
        return {
            field.name.wire: found[0]
            for field in model.fields
            if field.required
            and not field.read_only
            and (found := only_value(field.type, self._index))
        }

    def filled(self, model: Model) -> Mapping[str, Scalar]:
        """Those that a dict gets where they are missing, since they tell no objects apart."""
        return {
            name: value
            for name, value in self.only(model).items()
            if (model.id, name) not in self._telling
        }

    def within(self, id: str) -> bool:
        """Whether something changes in a declaration, at any depth."""
        return id in self._changing

    @cached_property
    def _changing(self) -> frozenset[str]:
        uses = {
            id: tuple(sent_references(*sent_types(item)))
            for id, item in self._sent.items()
        }
        own = (id for id, item in self._sent.items() if self._changes(item))
        users = users_of(uses)
        return closure(own, lambda id: users.get(id, ()))

    def _changes(self, item: Declaration) -> bool:
        """Whether something changes in a declaration by itself."""
        if isinstance(item, Model) and self.filled(item):
            return True
        return any(self.is_converted_in(type) for type in sent_types(item))

    def is_converted_in(self, type: Type) -> bool:
        """Whether a moment may stand in a type, outside of what it names."""
        return is_converted(*either(type, self._index)) or any(
            map(self.is_converted_in, inner_sent(type))
        )

    def _collect(self, type: Type) -> None:
        if isinstance(type, Union):
            self._telling.update(self._tell_apart(type))
        for child in inner_types(type):
            self._collect(child)

    def _tell_apart(self, union: Union) -> Iterator[tuple[str, str]]:
        """The members with one value that the objects of a union don't have in common."""
        kinds = list(flatten(union, self._index.get))
        models = [kind for kind in kinds if isinstance(kind, Model)]
        others = [kind for kind in kinds if isinstance(kind, Map | Anything)]
        tag = union.strategy.property if isinstance(union.strategy, Tagged) else None
        if not isinstance(union.strategy, Tagged | Selected):
            return
        for model in models:
            for field in model.fields:
                name = field.name.wire
                if tag is not None:
                    # Other members are those of the variant that the tag names.
                    is_shared = name != tag
                else:
                    own = only_value(field.type, self._index)
                    is_shared = not others and all(
                        self._value_of(other, name) == own for other in models
                    )
                if not is_shared:
                    yield model.id, name

    def _value_of(self, model: Model, name: str) -> tuple[Scalar, ...]:
        return next(
            (
                only_value(field.type, self._index)
                for field in model.fields
                if field.name.wire == name and field.required
            ),
            (),
        )
