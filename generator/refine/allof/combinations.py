"""One variant of what an allOf over unions becomes, and predicates about it."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from generator.ir.declarations import Alias, Field, Model
from generator.ir.types import (
    Anything,
    Discriminator,
    Map,
    Type,
    Union,
    Variant,
)
from generator.refine.allof.merge_models import Part, blank
from generator.refine.hoist.unique_names import Words


class Combination(NamedTuple):
    """One variant, or one of each of several unions: what it adds, and what it is called."""

    parts: tuple[Part | Map, ...] = ()
    words: Words = ()
    ids: tuple[str, ...] = ()
    # A union with a discriminator of another property, which stays one inside the whole.
    inside: Union | None = None

    @property
    def id(self) -> str:
        """What it is called among others, within what is merged."""
        return "&".join(self.ids)


def is_for_the_rest(parts: list[Part], maps: list[Map]) -> bool:
    """Whether what is said of further properties leaves out those that any schema declares."""
    said = [part.model for part in parts if part.model.additional is not None]
    return not maps and bool(said) and all(each.unevaluated for each in said)


def with_types_of(model: Model, combinations: list[Combination]) -> Model:
    """A model whose further properties may be those of some combinations."""
    own = {field.name.wire for field in model.fields}
    types = [model.additional or Anything()]
    parts = (part for combination in combinations for part in combination.parts)
    for part in parts:
        for field in part.model.fields if isinstance(part, Part) else ():
            if field.name.wire not in own and field.type not in types:
                types.append(field.type)
    wider = Anything() if Anything() in types else either(types)
    return replace(model, additional=wider)


def has_properties(model: Model) -> bool:
    """Whether a model says of its values that they are objects, and what they have."""
    return bool(model.fields or model.required)


def redirected(
    rule: Discriminator | None, made: dict[str, str]
) -> Discriminator | None:
    """A discriminator that leads to what was made of some declarations."""
    if rule is None:
        return None
    mapping = tuple((value, made.get(id, id)) for value, id in rule.mapping)
    return replace(rule, mapping=mapping, default=made.get(rule.default, rule.default))


def stays_apart(union: Union, inner: Union, id: str) -> bool:
    """Whether what tells the variants of a union inside apart isn't what does so outside.

    Args:
        union: The one outside.
        inner: The one inside.
        id: The declaration that the one inside is, or "".
    """
    rule, own = union.discriminator, inner.discriminator
    mapping = rule.mapping if rule else ()
    whole = {value for value, target in mapping if target == id}
    if rule is None or own is None:
        return own is not None or bool(whole)
    return rule.property != own.property or not whole <= {*dict(own.mapping)}


def combined(one: Combination, more: Combination) -> Combination:
    """Both of two combinations, of two unions, at once."""
    inside = one.inside or more.inside
    ids = one.ids + more.ids
    return Combination(one.parts + more.parts, one.words + more.words, ids, inside)


def loosened(alias: Alias, combinations: list[Combination]) -> Part:
    """One model with the properties of all combinations, none of them required."""
    fields: dict[str, Field] = {}
    types: dict[str, list[Type]] = {}
    parts = (part for combination in combinations for part in combination.parts)
    for part in parts:
        for field in part.model.fields if isinstance(part, Part) else ():
            name = field.name.wire
            fields.setdefault(name, replace(field, required=False))
            if field.type not in types.setdefault(name, []):
                types[name].append(field.type)
    loose = tuple(
        replace(field, type=either(types[name])) for name, field in fields.items()
    )
    return Part(replace(blank(alias), fields=loose))


def either(types: list[Type]) -> Type:
    """One of some types."""
    if len(types) == 1:
        return types[0]
    return Union(variants=tuple(Variant(type=type) for type in types))


def adds_nothing(model: Model, part: Part) -> bool:
    """Whether a merge added nothing to a declared model."""
    if not part.origin:
        return False
    mine = {each.name.wire: (each.type, each.required) for each in model.fields}
    its = {each.name.wire: (each.type, each.required) for each in part.model.fields}
    return mine == its and model.additional == part.model.additional
