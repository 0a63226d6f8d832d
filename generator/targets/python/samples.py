"""Samples: a value for an argument, from the document's examples or made up from its type."""

from __future__ import annotations

import json
from collections.abc import Mapping

from generator.emit.text import Code, JsonValue, Unprintable, join, literal
from generator.ir.declarations import Field, Model
from generator.ir.operation import MediaType, Parameter
from generator.ir.types import (
    Anything,
    Array,
    Binary,
    Boolean,
    Enumeration,
    Integer,
    Map,
    Nullable,
    Number,
    Reference,
    String,
    Tuple,
    Type,
    Union,
)
from generator.targets.python.contents import item_of
from generator.targets.python.fields import further_sent, sent
from generator.targets.python.index import Index
from generator.targets.python.media import Kind, is_unparsed, kind_of
from generator.targets.python.printing import tuple_of

_LONGEST = 48
_DEEPEST = 4
# Lines of JSON of which nothing is known.
_LINES = literal('{"key": "value"}\n')
_FORMATS = {
    "date-time": "2025-01-31T12:00:00Z",
    "date": "2025-01-31",
    "time": "12:00:00Z",
    "duration": "P1D",
    "uuid": "123e4567-e89b-12d3-a456-426614174000",
    "email": "someone@example.com",
    "uri": "https://example.com",
    "url": "https://example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
}


class Samples:
    """Finds or makes values that an operation would take."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def of(self, source: Parameter | Field | MediaType, body: JsonValue) -> Code:
        """A literal for the argument that stands for a parameter, a field or a whole body.

        Args:
            source: What the argument stands for.
            body: The document's example of the whole request body, or None.
        """
        match source:
            case Parameter():
                given = source.examples[0].value.value if source.examples else None
                return self._literal(given, source.type)
            case Field():
                given = source.example.value if source.example else None
                if isinstance(body, Mapping) and source.name.wire in body:
                    given = body[source.name.wire]
                return self._literal(given, source.type)
            case MediaType():
                return self._whole(source, body)

    def _whole(self, media: MediaType, given: JsonValue) -> Code:
        match kind_of(media):
            case Kind.BYTES:
                return Code('b"..."')
            case Kind.TEXT | Kind.EVENTS:
                return self._text(given, media.type)
            case Kind.LINES if is_unparsed(media):
                return _LINES
            case Kind.LINES:
                # What a document shows may be one item, or the text of all.
                items = given if isinstance(given, list) else None
                return self._literal(items, Array(item=item_of(media, self._index)))
            case _:
                return self._literal(given, media.type)

    @staticmethod
    def in_part(sample: Code, headers: tuple[str, ...]) -> Code:
        """A sample with the headers that its part needs; of a list each item has a part."""
        if not headers:
            return sample
        given = join(", ", (Code(f'{literal(name)}: "..."') for name in headers))
        if sample.startswith("["):
            return Code(f"[Part({sample[1:-1]}, {{{given}}})]")
        return Code(f"Part({sample}, {{{given}}})")

    def _text(self, given: JsonValue, type: Type) -> Code:
        """A literal for a body of text, whatever its schema says that the text is."""
        value = self._make(type, _DEEPEST) if given is None else given
        text = value if isinstance(value, str) else json.dumps(value)
        return self._literal(text, String())

    def _literal(self, given: JsonValue, type: Type) -> Code:
        value = self._make(type, _DEEPEST) if given is None else given
        try:
            return self._spell(_shorten(value), type)
        except Unprintable:
            return Code("None")

    def _spell(self, value: JsonValue, type: Type) -> Code:
        """A literal of a value, with tuples where the type has them."""
        match value, self._plain(type, value):
            case _, Binary():
                return Code('b"..."')
            case list(), Tuple(items=items) if len(value) == len(items):
                pairs = zip(value, items, strict=True)
                return tuple_of([self._spell(*pair) for pair in pairs]) or Code("()")
            case list(), Array(item=item):
                return Code(
                    f"[{join(', ', (self._spell(one, item) for one in value))}]"
                )
            case str(), Array(item=item):
                # A text by itself is no list.
                return Code(f"[{self._spell(value, item)}]")
            case dict(), Model() as model:
                types = {field.name.wire: field.type for field in sent(model)}
                kept = {*value} if further_sent(model) else {*types}
                return self._dict(
                    {
                        key: (one, types.get(key, Anything()))
                        for key, one in value.items()
                        if key in kept and not _is_read_only(key, model)
                    }
                )
            case str(), Enumeration(values=(first, *_) as values) if (
                value not in values
            ):
                # Type checkers would refuse it.
                return literal(first)
            case dict(), Map(value=inner):
                return self._dict({key: (one, inner) for key, one in value.items()})
            case _:
                return literal(value)

    def _dict(self, members: Mapping[str, tuple[JsonValue, Type]]) -> Code:
        rows = (
            Code(f"{literal(key)}: {self._spell(*member)}")
            for key, member in members.items()
        )
        return Code(f"{{{join(', ', rows)}}}")

    def _plain(self, type: Type, value: JsonValue = None) -> Type | Model:
        """What a type comes down to: of a union, the first variant that takes a value."""
        for _ in range(_DEEPEST):
            match type:
                case Nullable(inner=inner):
                    type = inner
                case Reference(id=id):
                    declaration = self._index[id]
                    if isinstance(declaration, Model):
                        return declaration
                    type = declaration.type
                case Union(variants=variants):
                    types = [variant.type for variant in variants]
                    fitting = (one for one in types if self._takes(one, value))
                    type = next(fitting, types[0] if value is None else Anything())
                case _:
                    return type
        return type

    def _takes(self, type: Type, value: JsonValue) -> bool:
        """Whether a value may be of a type, as far as objects and lists go."""
        match value, self._plain(type, value):
            case dict(), Model(fields=fields) as model:
                known = {field.name.wire for field in fields}
                needed = {field.name.wire for field in sent(model) if field.required}
                is_open = further_sent(model) is not None
                return needed <= {*value} and (is_open or {*value} <= known)
            case (dict(), Map()) | (list(), Array() | Tuple()) | (_, Anything()):
                return True
            case (dict() | list()), _:
                return False
            case _, (Model() | Map() | Array() | Tuple()):
                return value is None
            case _:
                return True

    def _make(self, type: Type, depth: int) -> JsonValue:
        given = self._given(type) if depth else None
        if given is not None or depth == 0:
            return given
        found = self._plain(type)
        match found:
            case Model(fields=fields, example=example):
                if example is not None:
                    return example.value
                return {
                    f.name.wire: self._field(f, depth)
                    for f in fields
                    if f.required and not f.read_only
                }
            case Boolean():
                return True
            case Integer():
                return 1
            case Number():
                return 1.5
            case String(format=format):
                return _FORMATS.get(format, "text")
            case Enumeration(values=values):
                return values[0] if values else None
            case Array(item=item):
                return [self._make(item, depth - 1)] if depth > 1 else []
            case Tuple(items=items):
                return [self._make(item, depth - 1) for item in items]
            case Map(value=value):
                return {"key": self._make(value, depth - 1)} if depth > 1 else {}
            case _:
                return None

    def _given(self, type: Type) -> JsonValue:
        """The document's example of a named type that is no object."""
        for _ in range(_DEEPEST):
            if isinstance(type, Nullable):
                type = type.inner
            if not isinstance(type, Reference):
                return None
            declaration = self._index[type.id]
            if isinstance(declaration, Model):
                return None
            if declaration.example is not None:
                return declaration.example.value
            type = declaration.type
        return None

    def _field(self, field: Field, depth: int) -> JsonValue:
        return (
            field.example.value if field.example else self._make(field.type, depth - 1)
        )


def _is_read_only(key: str, model: Model) -> bool:
    return any(field.read_only for field in model.fields if field.name.wire == key)


def _shorten(value: JsonValue) -> JsonValue:
    """A value whose texts fit on a line, with at most two members of every list."""
    match value:
        case str() if len(value) > _LONGEST:
            return value[:_LONGEST].rsplit(" ", 1)[0]
        case list():
            return [_shorten(item) for item in value[:2]]
        case dict():
            return {
                _shorten_key(key): _shorten(item)
                for key, item in list(value.items())[:6]
            }
        case _:
            return value


def _shorten_key(key: str) -> str:
    return key[:_LONGEST]
