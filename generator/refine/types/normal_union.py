"""The normal form of a union."""

from __future__ import annotations

from msgspec.structs import replace

from generator.ir.types import (
    Anything,
    Boolean,
    Enumeration,
    Integer,
    Nothing,
    Null,
    Nullable,
    Number,
    String,
    Type,
    Union,
    Variant,
)
from generator.ir.value import Scalar
from generator.refine.types.json_types import json_type_of
from generator.refine.types.normal import is_same


def union_of(variants: list[Variant], union: Union) -> Type:
    """The type of values that fit one of some variants, which were those of a union.

    Null is taken out, unions inside are opened, equal variants are one, and variants that are all
    listed values are one enumeration.
    """
    nullable = False
    flat: list[Variant] = []
    waiting = [*reversed(variants)]
    while waiting:
        variant = waiting.pop()
        match variant.type:
            case Null():
                nullable = True
            case Nothing():
                pass
            case Nullable(inner=inner):
                nullable = True
                waiting.append(replace(variant, type=inner))
            case Union(variants=inside, discriminator=None):
                waiting += reversed(inside)
            case _ if not any(is_same(one.type, variant.type) for one in flat):
                flat.append(variant)
            case _:
                pass
    inner = _joined(flat, union)
    if not nullable or isinstance(inner, Anything):
        return inner
    return Null() if isinstance(inner, Nothing) else Nullable(inner=inner)


def _joined(flat: list[Variant], union: Union) -> Type:
    if not flat:
        return Nothing()
    if any(isinstance(variant.type, Anything) for variant in flat):
        return Anything()
    if len(flat) == 1:
        return flat[0].type
    return _listed(flat) or replace(union, variants=tuple(flat))


def _listed(flat: list[Variant]) -> Enumeration | None:
    """One enumeration for variants that are all listed values, or any string beside them."""
    values: dict[tuple[str, Scalar], Scalar] = {}
    bases: list[Type] = []
    takes_any = False
    for variant in flat:
        match variant.type:
            case Enumeration(values=more, base=base):
                values |= {(_kind(value), value): value for value in more}
                bases += [base] if base is not None else []
                takes_any |= variant.type.takes_any
            case String(format=""):
                bases.append(variant.type)
                takes_any = True
            case _:
                return None
    kinds = {kind for kind, _ in values}
    if not values or len(kinds) > 1 or any(base != bases[0] for base in bases):
        return None
    if bases and not isinstance(bases[0], _TYPES[kinds.copy().pop()]):
        return None
    base = bases[0] if bases else _TYPES[kinds.pop()]()
    return Enumeration(values=tuple(values.values()), base=base, takes_any=takes_any)


_TYPES = {
    "boolean": Boolean,
    "integer": Integer,
    "number": Number,
    "string": String,
}


def _kind(value: Scalar) -> str:
    """The JSON type of a value; `integer` for whole numbers."""
    kind = json_type_of(value)
    is_whole = isinstance(value, int) or (
        isinstance(value, float) and value.is_integer()
    )
    return "integer" if kind == "number" and is_whole else kind
