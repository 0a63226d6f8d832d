"""The tags of variants, which are closed literals in what callers send.

An enumeration takes values that it doesn't list, but another value of a tag names another variant.
Closed, a tag tells the dicts of a union apart at once: type checkers otherwise compare all their
members, and the members of these, for minutes where variants hold each other.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from msgspec.structs import replace

from generator.ir.declarations import Field, Model
from generator.ir.graph import member_types
from generator.ir.types import (
    Enumeration,
    Reference,
    Selected,
    String,
    Tagged,
    Type,
    Union,
)
from generator.ir.value import JsonValue
from generator.targets.python.declaration_index import Index, resolve
from generator.targets.python.usage import inner_received

# Values as a tag is written, strings as they are and others in JSON, in the document's order, and
# whether the document maps each to its variant.
_Values: TypeAlias = dict[str, bool]


class VariantTags:
    """The values of the properties of models that tell variants apart.

    Args:
        index: The declarations.
        sent: The types of requests, which name declarations too.
    """

    def __init__(self, index: Index, sent: Iterable[Type]) -> None:
        self._index = index
        # By the model, then by its property.
        self._tags: dict[str, dict[str, _Values]] = {}
        # Models that are used in another way than as a variant with tags.
        self._elsewhere: set[str] = set()
        declared = (type for item in index.values() for type in member_types(item))
        for root in (*declared, *sent):
            self._collect(root)

    def sent_type(self, model: Model, field: Field) -> Type:
        """The type of a property as callers send it: closed where it is a tag."""
        tags = self._tags.get(model.id, {}).get(field.name.wire)
        if not tags:
            return field.type
        is_variant_alone = model.id not in self._elsewhere
        match resolve(field.type, self._index):
            case Enumeration(values=values) as found:
                fitting = tuple(one for one in values if _text(one) in tags)
                if fitting and (fitting == values or is_variant_alone):
                    return replace(found, values=fitting, base=None)
            case String(format="") if is_variant_alone and all(tags.values()):
                return Enumeration(values=tuple(tags))
            case _:
                pass
        return field.type

    def _collect(self, type: Type) -> None:
        if isinstance(type, Reference):
            self._elsewhere.add(type.id)
        tagged: set[Reference] = set()
        if isinstance(type, Union):
            for property, rows in _distinguishing(type):
                for position, values in rows.items():
                    variant = type.variants[position].type
                    if isinstance(variant, Reference):
                        tagged.add(variant)
                        self._tag(variant, property, values)
        for child in inner_received(type):
            # Types are trees, and finding one in a set looks at all of it.
            if not tagged or child not in tagged:
                self._collect(child)

    def _tag(self, variant: Reference, property: str, values: _Values) -> None:
        found = resolve(variant, self._index)
        if isinstance(found, Model):
            own = self._tags.setdefault(found.id, {}).setdefault(property, {})
            for value, is_mapped in values.items():
                own[value] = own.get(value, True) and is_mapped


def _distinguishing(union: Union) -> Iterator[tuple[str, Mapping[int, _Values]]]:
    """The properties that tell variants apart, with the values of each variant that has its own."""
    match union.strategy:
        case Tagged(property=property, tags=tags, default=default) if tags:
            yield property, _by_position(union, tags, default)
        case Selected(property=property, tags=tags) if tags:
            yield property, _by_position(union, tags, None)
        case Selected(constants=constants):
            for each in constants:
                rows: dict[int, _Values] = {}
                for tag, position in each.tags:
                    rows.setdefault(position, {})[tag] = False
                yield each.property, rows
        case _:
            pass


def _by_position(
    union: Union, tags: Iterable[tuple[str, int]], default: int | None
) -> dict[int, _Values]:
    """The tags of each variant but the one that takes what nobody lists."""
    rule = union.discriminator
    mapped = {value for value, _ in rule.mapping} if rule else set[str]()
    rows: dict[int, _Values] = {}
    for tag, position in tags:
        is_default = rule and union.variants[position].type == Reference(
            id=rule.default
        )
        if position != default and not is_default:
            rows.setdefault(position, {})[tag] = tag in mapped
    return rows


def _text(value: JsonValue) -> str:
    return value if isinstance(value, str) else json.dumps(value)
