"""The keywords `enum` and `const`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from generator.document.node import BOOLEANS, Node
from generator.document.trees.tree import Tree
from generator.ir.types import (
    Distinct,
    Enumeration,
    String,
    Type,
    Union,
    Variant,
)
from generator.ir.value import Scalar
from generator.reader.context import Context
from generator.reader.schema.scalar import read_scalar

# Longer numbers are no enumeration's, and longer values no reader's.
_DIGITS = 20
_SHOWN = 40
# With the underscores of YAML 1.1.
_WHOLE = re.compile(r"-?[0-9]+(_[0-9]+)*")


def read_enumeration(
    node: Node, kinds: tuple[str, ...], context: Context
) -> Type | None:
    """Read the values that a schema lists; None when it lists none that a type can express.

    Args:
        node: The schema.
        kinds: The JSON types that it takes, () for any.
        context: What the readers share.
    """
    constant = node.get("const")
    listed = node.get("enum")
    if constant is not None:
        value = constant.value
        if isinstance(value, (list, dict)):
            return None
        fitted = _fit(constant, kinds, context) if "string" in kinds else None
        return _type(fitted or [value], None)
    if listed is None:
        return None
    if not isinstance(listed.value, list) or not listed.value:
        hint = "it is ignored"
        context.repair("enum-empty", "`enum` has to list values", listed, hint)
        return None
    if not all(_is_scalar(value) for value in listed.value):
        return None
    fitting = [_fit(one, kinds, context) for one in listed.items()]
    values = [found[0] for found in fitting if found]
    return _type(values, _base(node, kinds, listed.value))


def kind_of(value: Tree) -> str:
    """The JSON type of a value; `integer` for whole numbers."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "integer" if value.is_integer() else "number"
        case str():
            return "string"
        case list():
            return "array"
        case dict():
            return "object"


def allows(kinds: tuple[str, ...], value: Tree) -> bool:
    """Whether a value is of one of some JSON types, () allowing all."""
    kind = kind_of(value)
    return not kinds or kind in kinds or (kind == "integer" and "number" in kinds)


def _is_scalar(value: Tree) -> bool:
    return not isinstance(value, (list, dict))


def _fit(one: Node, kinds: tuple[str, ...], context: Context) -> tuple[Scalar] | None:
    """A listed value, wrapped; None for one that no value of these types can equal."""
    value = one.value
    if isinstance(value, (list, dict)):
        return None
    if allows(kinds, value):
        return (value,)
    # What is written as the word is null, since 3.0 lists it beside `nullable`.
    is_null = value is None and one.text != "~"
    mended: tuple[Scalar] | None = (None,) if is_null else _converted(one, kinds)
    hint = f"it is read as {_shown(mended[0])}" if mended else "it is left out"
    wanted = " or ".join(kinds)
    message = f"the value {_shown(value)} isn't of type {wanted}"
    context.repair("enum-type", message, one, hint)
    return mended


def _converted(one: Node, kinds: tuple[str, ...]) -> tuple[Scalar] | None:
    """The value in the type that was meant: YAML authors forget quotes, or add them."""
    if "string" in kinds:
        return (one.text,)
    if one.value is None:
        return (None,)
    if isinstance(one.value, str):
        text = one.value.strip()
        if {"integer", "number"} & {*kinds} and _WHOLE.fullmatch(text):
            return (int(text),) if len(text) < _DIGITS else None
        if "boolean" in kinds and text.lower() in BOOLEANS:
            return (BOOLEANS[text.lower()],)
    return None


def _shown(value: Scalar) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _base(node: Node, kinds: tuple[str, ...], values: list[Tree]) -> Type | None:
    """The type of values that may be added later."""
    found = kinds or tuple(dict.fromkeys(kind_of(value) for value in values))
    if "number" in found:
        found = tuple(kind for kind in found if kind != "integer")
    types = [_scalar(kind, node) for kind in found if kind in _SCALARS]
    if len(types) > 1:
        variants = tuple(Variant(type=one) for one in types)
        return Union(variants=variants, strategy=Distinct())
    return types[0] if types else None


def _scalar(kind: str, node: Node) -> Type:
    """A scalar type; texts that are listed are compared as they are written."""
    type = read_scalar(kind, node)
    return String() if kind == "string" else type


_SCALARS = frozenset({"boolean", "integer", "number", "string"})


def _type(values: Iterable[Scalar], base: Type | None) -> Type | None:
    """The type of some values, each once."""
    distinct = {(isinstance(value, bool), value): value for value in values}
    return Enumeration(values=tuple(distinct.values()), base=base) if distinct else base
