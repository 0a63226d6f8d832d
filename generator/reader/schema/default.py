"""The keyword `default`, and whether it can be one."""

from __future__ import annotations

import json
import re
from itertools import chain, repeat
from typing import assert_never

from generator.document.node import Node
from generator.document.trees.tree import Tree
from generator.ir.types import (
    Anything,
    Array,
    Binary,
    Boolean,
    Enumeration,
    Integer,
    Map,
    Nothing,
    Null,
    Nullable,
    Number,
    Reference,
    String,
    Tuple,
    Type,
    Union,
)
from generator.ir.unrefined import Compound, Inline, WrittenType
from generator.ir.value import Json
from generator.reader.context import Context
from generator.reader.schema.combination import essence, is_trivial
from generator.reader.schema.enumeration import allows, kind_of

_KINDS: dict[type, str] = {
    Null: "null",
    Boolean: "boolean",
    Integer: "integer",
    Number: "number",
    Binary: "string",
}
_FORMATS = {
    "date": re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII),
    "date-time": re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d", re.ASCII),
    "uuid": re.compile(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\Z"),
}


def read_default(node: Node, type: Type, context: Context) -> Json | None:
    """Read the default of a schema; one that the type doesn't allow is dropped.

    Args:
        node: The schema.
        type: What it was read as.
        context: What the readers share.
    """
    found = node.get("default")
    if found is None:
        return None
    if allowed(type, found.value):
        return Json(value=found.value)
    message = "the default isn't a value of its schema"
    mended = _as_text(type, found)
    if mended is not None and allowed(type, mended):
        hint = f"it is read as {json.dumps(mended, ensure_ascii=False)}"
        context.repair("default-type", message, found, hint)
        return Json(value=mended)
    context.repair("default-type", message, found, "it is left out")
    return None


def _as_text(type: Type, node: Node) -> Tree:
    """A value with text in place of numbers and booleans that lack quotes, where text belongs."""
    match essence(type):
        case Nullable(inner=inner):
            return _as_text(inner, node)
        case Array(item=item) if isinstance(node.value, list):
            return [_as_text(item, one) for one in node.items()]
        case String() | Enumeration() if node.may_lack_quotes:
            return node.text
        case Union(variants=variants) if all(
            isinstance(each.type, Enumeration) or each.type == String()
            for each in variants
        ):
            return _as_text(variants[0].type, node)
        case _:
            return node.value


def allowed(type: WrittenType, value: Tree) -> bool:
    """Whether a type takes a value, as far as the type itself says: references take any."""
    match one := essence(type):
        case Anything() | Reference():
            return True
        case Nothing():
            return False
        case Null() | Boolean() | Integer() | Number() | Binary():
            return allows((_KINDS[one.__class__],), value)
        case String(format=format):
            pattern = _FORMATS.get(format)
            return isinstance(value, str) and (
                not pattern or bool(pattern.match(value))
            )
        case Nullable(inner=inner):
            return value is None or allowed(inner, value)
        case Enumeration(values=values, base=base):
            kind = kind_of(value)
            listed = any(each == value and kind_of(each) == kind for each in values)
            return listed or (base is not None and allowed(base, value))
        case Array(item=item):
            return _lists((), item, value)
        case Tuple(items=items, rest=rest):
            return _lists(items, rest, value)
        case Map() | Inline():
            return isinstance(value, dict)
        case Union(variants=variants):
            return any(allowed(variant.type, value) for variant in variants)
        case Compound(parts=parts):
            return all(allowed(part, value) for part in parts if not is_trivial(part))
        case _:
            assert_never(one)


def _lists(items: tuple[Type, ...], rest: Type, value: Tree) -> bool:
    """Whether a value is a list whose items fit the first types, and the others the last."""
    return isinstance(value, list) and all(
        allowed(type, one)
        for type, one in zip(chain(items, repeat(rest)), value, strict=False)
    )
