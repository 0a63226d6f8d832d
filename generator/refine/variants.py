"""What the variants of a union are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from generator.ir.declarations import Field, Model
from generator.ir.name import split
from generator.ir.types import (
    Compound,
    Enumeration,
    Inline,
    Map,
    Nullable,
    Reference,
    Type,
    Union,
    Variant,
)

Words = tuple[str, ...]

_OBJECTS = (Compound, Inline, Map, Reference, Union)


def variant_words(
    variants: tuple[Variant, ...], around: Words, names: Mapping[str, Words]
) -> tuple[Words, ...]:
    """Words that tell each nested object variant apart, () for every other variant.

    The document's own name comes first, then a constant (`kind: card`), then the schema that it
    extends and no other variant does, then a required property that no other variant has.
    The only object among the variants needs no words.

    Args:
        variants: The variants.
        around: The words of what the union stands in, which needn't be repeated.
        names: The words of the names of declarations.
    """
    alone = sum(isinstance(each.type, _OBJECTS) for each in variants) == 1
    fields = [_fields(variant.type) for variant in variants]
    properties = Counter(
        name for each in fields for name in {own.name.wire for own in each}
    )
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
                _constant(fields[at])
                or _without_prefix(next(filter(None, own), ()), around)
                or _telling(fields[at], properties)
            )
    return tuple(found)


def _constant(fields: tuple[Field, ...]) -> Words:
    """The words of the first constant."""
    for field in fields:
        match field.type:
            case Enumeration(values=(str(value),)) if split(value):
                return split(value)
            case _:
                pass
    return ()


def _telling(fields: tuple[Field, ...], properties: Counter[str]) -> Words:
    """The words of a required property that no other variant has."""
    own = [each for each in fields if each.required and properties[each.name.wire] == 1]
    if own and len(properties) > len(fields):
        return ("with", *own[0].name.words)
    return ("object",)


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


def _fields(type: Type) -> tuple[Field, ...]:
    match type:
        case Inline(model=Model(fields=fields)):
            return fields
        case Nullable(inner=inner):
            return _fields(inner)
        case Compound(parts=parts):
            return tuple(field for part in parts for field in _fields(part))
        case _:
            return ()
