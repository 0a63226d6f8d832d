"""Samples: a value for an argument, from the document's examples or made up from its type."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator.emit.layout.statements import elements
from generator.emit.text.code import (
    Code,
    JsonValue,
    join,
    literal,
)
from generator.ir.declarations import Field
from generator.ir.operation import MediaType, Parameter
from generator.ir.types import (
    Array,
    Boolean,
    Enumeration,
    Integer,
    Number,
    String,
    Type,
    Union,
    Variant,
)
from generator.ir.value import Json
from generator.targets.python.declaration_index import Index, resolve
from generator.targets.python.expressions import dict_of
from generator.targets.python.media.media_kind import Kind, is_unparsed, kind_of
from generator.targets.python.requests.results import item_of
from generator.targets.python.samples.sample_fits import NameOf, Sample
from generator.targets.python.samples.sample_scalars import BYTES, made_scalar
from generator.targets.python.samples.sample_values import SampleValues
from generator.targets.python.types.variant_tags import VariantTags

# Lines of JSON of which nothing is known.
_LINES = literal('{"key": "value"}\n')
# What the slot of a path takes, whatever the document says of the two.
_SLOT = Union(variants=(Variant(type=String()), Variant(type=Integer())))


class Samples:
    """Finds or makes values that an operation would take.

    Args:
        index: The declarations.
        tags: What callers write for the properties that tell variants apart.
        name_of: The name of a model's dict, by its id.
    """

    def __init__(self, index: Index, tags: VariantTags, name_of: NameOf) -> None:
        self._index = index
        self._values = SampleValues(index, tags, name_of)

    def of_parameter(self, parameter: Parameter) -> Code:
        """A literal for the argument that stands for a parameter."""
        examples = [each.value.value for each in parameter.examples]
        is_slot = parameter.location == "path" and isinstance(
            resolve(parameter.type, self._index), String | Integer
        )
        given = self._first(examples, _SLOT) if is_slot else None
        return _code(given or self._value(examples, parameter.type))

    def of_field(self, field: Field, given: Json | None) -> Code:
        """A literal for the argument that stands for a property of the body.

        Args:
            field: The property.
            given: What the body's example has for it, None for nothing.
        """
        examples = [each.value for each in (given, field.example) if each]
        return _code(self._value(examples, field.type))

    def of_body(self, media: MediaType, given: Json | None) -> Code:
        """A literal for the argument that stands for a whole body.

        Args:
            media: The representation that is sent.
            given: The document's example of it, None if there is none.
        """
        examples = [given.value] if given else []
        match kind_of(media):
            case Kind.BYTES:
                return BYTES
            case Kind.TEXT | Kind.EVENTS:
                return self._text(examples, media.type)
            case Kind.LINES if is_unparsed(media):
                return _LINES
            case Kind.LINES:
                # What a document shows may be one item, or the text of all.
                lists = [one for one in examples if isinstance(one, list)]
                items = Array(item=item_of(media, self._index))
                return _code(self._value(lists, items))
            case _:
                return _code(self._value(examples, media.type))

    def distance(self, given: JsonValue, type: Type) -> int | None:
        """How far an example is from a value of a type; None where it is of another one."""
        found = self._values.fit(given, type)
        return found.cost if found else None

    def further(self, given: dict[str, JsonValue], type: Type) -> Code | None:
        """A literal of what an example has beyond the declared properties, if that is anything."""
        found = {key: self._values.fit(value, type) for key, value in given.items()}
        rows = [(key, one.code) for key, one in found.items() if one]
        return dict_of(rows) if rows else None

    @staticmethod
    def in_part(sample: Code, headers: tuple[str, ...]) -> Code:
        """A sample with the headers that its part needs; of a list each item has a part."""
        if not headers:
            return sample
        given = dict_of((name, Code('"..."')) for name in headers)
        if not sample.startswith("["):
            return Code(f"Part({sample}, {given})")
        each = (Code(f"Part({one}, {given})") for one in elements(sample[1:-1]))
        return Code(f"[{join(', ', each)}]")

    def _text(self, examples: Iterable[JsonValue], type: Type) -> Code:
        """A literal for a body of text, whatever its schema says that the text is."""
        for given in examples:
            text = given if isinstance(given, str) else json.dumps(given)
            return _code(self._values.fit(text, String()))
        found = resolve(type, self._index)
        if isinstance(found, Boolean):
            return literal("true")
        if isinstance(found, Integer | Number):
            return literal(made_scalar(found))
        if isinstance(found, String | Enumeration):
            return made_scalar(found)
        return made_scalar(String())

    def _value(self, examples: Iterable[JsonValue], type: Type) -> Sample | None:
        """The first example that is a value of a type, or one that is made up."""
        return self._first(examples, type) or self._values.make(type)

    def _first(self, examples: Iterable[JsonValue], type: Type) -> Sample | None:
        fitting = (self._values.fit(given, type) for given in examples)
        return next((one for one in fitting if one), None)


def _code(sample: Sample | None) -> Code:
    # Of what requires itself there is no value.
    return sample.code if sample else Code("None")
