"""Facts about the variants of a union, and the evidence that distinguishes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.ir.declarations import Declaration, Model
from generator.ir.graph import follow, follow_to_end
from generator.ir.types import Enumeration, Reference, Type, Union
from generator.ir.value import Scalar
from generator.refine.types.json_types import (
    EVERY,
    NONE,
    OBJECT,
    JsonTypes,
    in_order,
    json_types_of,
)

# A longer list of values says less than it costs to look through.
_MOST_VALUES = 20


class Facts(NamedTuple):
    """What is known of the values of one type, properties in the order of the schema."""

    kinds: JsonTypes
    constants: dict[str, tuple[Scalar, ...]] = {}  # noqa: RUF012  # never changed
    required: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    types: dict[str, JsonTypes] = {}  # noqa: RUF012  # never changed


class Evidence(NamedTuple):
    """What distinguishes one variant from others; the runtime gathers the same where values are.

    Attributes:
        kinds: The JSON types that it takes.
        constants: Properties with the values that they list.
        required: Properties that have to be there.
        known: All its properties.
        types: The JSON types of the properties about which variants disagree.
    """

    kinds: tuple[str, ...]
    constants: tuple[tuple[str, tuple[Scalar, ...]], ...] = ()
    required: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    types: tuple[tuple[str, tuple[str, ...]], ...] = ()


class VariantAnalyzer:
    """Finds the facts about types, each declaration's once."""

    def __init__(
        self, declarations: Mapping[str, Declaration], kinds: Mapping[str, JsonTypes]
    ) -> None:
        self._declarations = declarations
        self._kinds = kinds
        self._known: dict[str, Facts] = {}

    def facts(self, type: Type) -> Facts:
        """The facts about a type; aliases have to be asked for after those they refer to."""
        match type:
            case Reference(id=id):
                found = self._known.get(id)
                if found is None:
                    found = self._known[id] = self._declared(id)
                return found
            case Union(variants=variants):
                return _either([self.facts(variant.type) for variant in variants])
            case _:
                return Facts(json_types_of(type, self._kinds))

    def model(self, type: Type) -> Model | None:
        """The model that a type refers to, if it does."""
        end = follow_to_end(type, self._declarations.get)
        return end if isinstance(end, Model) else None

    def constants(self, type: Type) -> tuple[Scalar, ...]:
        """The values that a type lists, () if it lists none."""
        end = follow(type, self._declarations.get)
        return end.values if isinstance(end, Enumeration) else ()

    def _declared(self, id: str) -> Facts:
        declaration = self._declarations[id]
        if not isinstance(declaration, Model):
            self._known[id] = Facts(self._kinds.get(id, OBJECT))
            return self.facts(declaration.type)
        constants = {
            field.name.wire: self.constants(field.type) for field in declaration.fields
        }
        return Facts(
            kinds=OBJECT,
            constants={
                name: values
                for name, values in constants.items()
                if 0 < len(values) <= _MOST_VALUES
            },
            required=tuple(
                each.name.wire for each in declaration.fields if each.required
            ),
            known=tuple(each.name.wire for each in declaration.fields),
            types={
                each.name.wire: json_types_of(each.type, self._kinds)
                for each in declaration.fields
            },
        )


def weigh(facts: list[Facts]) -> tuple[Evidence, ...]:
    """The evidence for each of some variants: what all have in common is left out."""
    properties = dict.fromkeys(name for each in facts for name in each.known)
    distinctive = {
        name
        for name in properties
        if len({each.constants.get(name) for each in facts if name in each.types}) > 1
    }
    typed = {
        name
        for name in properties
        if len({each.types[name] for each in facts if name in each.types}) > 1
    }
    return tuple(_evidence(each, distinctive, typed) for each in facts)


def _evidence(facts: Facts, distinctive: set[str], typed: set[str]) -> Evidence:
    constants: list[tuple[str, tuple[Scalar, ...]]] = [
        (name, values)
        for name, values in facts.constants.items()
        if name in distinctive
    ]
    types = [
        (name, in_order(kinds))
        for name, kinds in facts.types.items()
        if name in typed and kinds != EVERY
    ]
    return Evidence(
        kinds=in_order(facts.kinds),
        constants=tuple(constants),
        required=facts.required,
        known=facts.known,
        types=tuple(types),
    )


def _either(facts: list[Facts]) -> Facts:
    """What is known of values that fit one of several types."""
    objects = [each for each in facts if "object" in each.kinds]
    kinds = NONE.union(*(each.kinds for each in facts))
    if not objects:
        return Facts(kinds)
    known = dict.fromkeys(name for each in objects for name in each.known)
    constants: dict[str, tuple[Scalar, ...]] = {}
    for name in known:
        values = [each.constants.get(name, ()) for each in objects]
        if all(values):
            constants[name] = tuple(
                dict.fromkeys(value for some in values for value in some)
            )
    return Facts(
        kinds=kinds,
        constants=constants,
        required=tuple(
            name
            for name in known
            if sum(name in each.required for each in objects) == len(objects)
        ),
        known=tuple(known),
        types={
            name: NONE.union(*(each.types.get(name, NONE) for each in objects))
            for name in known
        },
    )
