"""What the variants of a union are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from generator.ir.declarations import Field, Model
from generator.ir.name import ordinal, split
from generator.ir.types import (
    Enumeration,
    Map,
    Nullable,
    Reference,
    Type,
    Union,
    Variant,
)
from generator.ir.unrefined import Compound, Inline, WrittenType
from generator.refine.hoist.unique_names import Words

OBJECTS = (Compound, Inline, Map, Reference, Union)


def variant_words(
    variants: tuple[Variant, ...], around: Words, names: Mapping[str, Words]
) -> tuple[Words, ...]:
    """Words that distinguish each nested object variant, () for every other variant.

    The document's own name comes first, then a constant that no other variant has (`kind: card`),
    then the schema that it alone extends, then a property that it alone has, then its place.
    The only object among the variants needs no words, and one among references is `object`.

    Args:
        variants: The variants.
        around: The words of what the union stands in, which needn't be repeated.
        names: The words of the names of declarations.
    """
    alone = sum(isinstance(each.type, OBJECTS) for each in variants) == 1
    lone = sum(isinstance(each.type, Inline | Compound) for each in variants) == 1
    fields = [_fields(variant.type) for variant in variants]
    properties = Counter(
        name for each in fields for name in {own.name.wire for own in each}
    )
    constants = [_constants(each) for each in fields]
    values = Counter(value for each in constants for value in {*each})
    bases = [tuple(dict.fromkeys(_bases(variant.type))) for variant in variants]
    shared = Counter(id for each in bases for id in each)
    found: list[Words] = []
    for at, variant in enumerate(variants):
        if variant.name is not None and variant.name.words:
            found.append(variant.name.words)
        elif alone or not isinstance(variant.type, Inline | Compound):
            found.append(())
        else:
            own = [names.get(id, ()) for id in bases[at] if shared[id] == 1]
            found.append(
                next((each for each in constants[at] if values[each] == 1), ())
                or _without_prefix(next(filter(None, own), ()), around)
                or (("object",) if lone else _distinctive(fields[at], properties))
                or ordinal(at)
            )
    return tuple(found)


def _constants(fields: tuple[Field, ...]) -> list[Words]:
    """The words of the constants, in order."""
    found: list[Words] = []
    for field in fields:
        match field.type:
            case Enumeration(values=(str(value),)) if split(value):
                found.append(split(value))
            case _:
                pass
    return found


def _distinctive(fields: tuple[Field, ...], properties: Counter[str]) -> Words:
    """The words of a property that no other variant has, of a required one if there is one."""
    own = [each for each in fields if properties[each.name.wire] == 1]
    own = [each for each in own if each.required] or own
    if own and own[0].name.words:
        return ("with", *own[0].name.words)
    return ()


def _without_prefix(words: Words, around: Words) -> Words:
    """Words without those that both begin with; all of them where nothing would be left."""
    size = 0
    while size < min(len(words), len(around)) and words[size] == around[size]:
        size += 1
    return words[size:] or words


def _bases(type: Type) -> list[str]:
    if not isinstance(type, Compound):
        return []
    return [part.id for part in type.parts if isinstance(part, Reference)]


def _fields(type: WrittenType) -> tuple[Field, ...]:
    match type:
        case Inline(model=Model(fields=fields)):
            return fields
        case Nullable(inner=inner):
            return _fields(inner)
        case Compound(parts=parts):
            return tuple(field for part in parts for field in _fields(part))
        case _:
            return ()
