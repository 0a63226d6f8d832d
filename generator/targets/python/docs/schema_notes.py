"""Notes: what a schema says that no annotation does, in sentences beside its description."""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Iterator

from generator.ir.declarations import Alias, Constraint, Declaration, Field
from generator.ir.operation import MediaType, Parameter
from generator.ir.types import (
    Array,
    Enumeration,
    Integer,
    Map,
    Nullable,
    Number,
    String,
    Type,
    Union,
)
from generator.ir.value import Json
from generator.targets.python.docs.constraint_docs import (
    formatted,
    meanings,
    narrowed,
    shown,
)
from generator.targets.python.enumerations import unlisted
from generator.targets.python.types.formats import sent_format_of

# Formats that say no more than the type does.
_WHOLE = frozenset({"", "int32", "int64", "integer", "number"})
_SAID: dict[builtins.type[Type], frozenset[str]] = {
    String: frozenset({"", "string"}),
    Integer: _WHOLE,
    Number: _WHOLE | {"float", "double"},
}
# What a note is about if it isn't the value itself, by its path.
_PLACES = {
    "items": "Each item",
    "additionalProperties": "Each value",
    "propertyNames": "Each name",
}


def notes_on(
    constraints: Iterable[Constraint],
    type: Type | None,
    default: Json | None = None,
    *,
    deprecated: bool,
) -> list[str]:
    """What there is to know beside the description: bounds, formats, the default, deprecation.

    Args:
        constraints: The keywords that narrow the value.
        type: Its type, None for a model.
        default: What a server takes it to be.
        deprecated: Whether it should no longer be used.
    """
    constraints = tuple(constraints)
    explained = [one for one in constraints if meanings(one)]
    found: dict[str, dict[str, None]] = {"": {}}
    sentences = [] if type is None else [*_of_type(type, "")]
    for constraint in constraints:
        sentences += () if constraint in explained else narrowed(constraint)
    for path, text in sentences:
        found.setdefault(path, {}).update(dict.fromkeys([text] if text else []))
    if default is not None and default.value is not None:
        found[""][f"default {shown(default.value)}"] = None
    notes = ["Deprecated."] if deprecated else []
    notes += [_joined(path, texts) for path, texts in found.items() if texts]
    return notes + [said for one in explained for said in meanings(one)]


def field_notes(source: Field | Parameter) -> list[str]:
    """What there is to know about a field or a parameter beside its description."""
    return notes_on(
        source.constraints, source.type, source.default, deprecated=source.deprecated
    )


def notes_of(item: Declaration) -> str:
    """What there is to know about a declaration beside its description, on one line."""
    type = item.type if isinstance(item, Alias) else None
    return " ".join(notes_on(item.constraints, type, deprecated=item.deprecated))


def media_notes(media: MediaType) -> list[str]:
    """What there is to know about a body whose schema is written in place."""
    # What a body holds as a whole is said by its own media type.
    own = (one for one in media.constraints if one.keyword != "contentMediaType")
    return notes_on(own, media.type, deprecated=False)


def _joined(path: str, texts: Iterable[str]) -> str:
    text = ", ".join(texts)
    if path:
        return f"{_PLACES.get(path, f'`{path}`')}: {text}."
    return f"{text[0].upper()}{text[1:]}."


def _of_type(type: Type, path: str) -> Iterator[tuple[str, str]]:
    """What is said of types that are spelled in place; what has a name is documented there."""
    match type:
        case String(format=format) | Integer(format=format) | Number(format=format):
            known = sent_format_of(type)
            if known is not None:
                yield path, known.sentence
            elif format not in _SAID[type.__class__]:
                yield path, formatted(format)
        case Enumeration(values=values):
            if unlisted(type):
                text = ", ".join(map(shown, values))
                yield path, f"one of {text}" if type.base else f"always {text}"
        case Nullable(inner=inner):
            yield from _of_type(inner, path)
        case Array(item=inner):
            yield from _of_type(inner, _inside(path, "items"))
        case Map(value=inner):
            yield from _of_type(inner, _inside(path, "additionalProperties"))
        case Union(variants=variants):
            for variant in variants:
                yield from _of_type(variant.type, path)
        case _:
            pass


def _inside(path: str, step: str) -> str:
    return f"{path}.{step}" if path else step
