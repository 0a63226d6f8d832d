"""Schemas as the data of a fake: what the runtime's `testing.schema` reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from generator.emit.text.code import JsonValue
from generator.ir.declarations import Alias, Constraint, Declaration, Field, Model
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
    Selected,
    String,
    Tagged,
    Tuple,
    Type,
    Union,
)
from generator.targets.python.types.formats import format_of
from generator.targets.python.types.symbol_table import SymbolTable

Row: TypeAlias = "dict[str, JsonValue]"

_LIMITS = frozenset(
    {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}
    | {"minLength", "maxLength", "minItems", "maxItems", "minProperties"}
)


def compact(row: Row) -> Row:
    """A row without what says nothing."""
    return {
        key: value
        for key, value in row.items()
        if value not in (None, "", (), [], {}) and value is not False
    }


class FakeSchemas:
    """Writes types as rows, and collects the declarations that these name.

    Args:
        symbols: The names in the package, by which declarations are kept.
    """

    def __init__(self, symbols: SymbolTable) -> None:
        self._symbols = symbols
        # In the order in which they were named.
        self._named: dict[str, None] = {}

    def rows(self) -> Iterator[tuple[str, Row]]:
        """The declarations that were named, and those that they name, by their ids."""
        done = 0
        while done < len(self._named):
            for id in [*self._named][done:]:
                done += 1
                name = self._symbols.entries[id].name
                yield name, self._declared(self._symbols.index[id])

    def of(self, type: Type) -> Row:
        """A type as a row."""
        match type:
            case Reference(id=id):
                return self.named(id)
            case Nullable(inner=inner):
                return {"type": "nullable", "of": [self.of(inner)]}
            case Union():
                return self._union(type)
            case Array(item=item):
                return {"type": "array", "of": [self.of(item)]}
            case Tuple(items=items):
                return {"type": "tuple", "of": [*map(self.of, items)]}
            case Map(value=value):
                return {"type": "map", "of": [self.of(value)]}
            case Enumeration(values=values, takes_any=takes_any):
                row: Row = {"type": "enum", "values": [*values]}
                return row | ({"open": True} if takes_any else {})
            case Anything() | Nothing():
                return {"type": "any"}
            case _:
                return _scalar(type)

    def named(self, id: str) -> Row:
        """A declaration as a row that names it."""
        self._named[id] = None
        return {"type": "ref", "ref": self._symbols.entries[id].name}

    def _union(self, union: Union) -> Row:
        row: Row = {
            "type": "union",
            "of": [self.of(one.type) for one in union.variants],
        }
        match union.strategy:
            case Tagged(property=tag, tags=tags) | Selected(
                property=tag, tags=tags
            ) if tag:
                return {**row, "tag": tag, "tags": {**dict(tags)}}
            case _:
                return row

    def _declared(self, declaration: Declaration) -> Row:
        match declaration:
            case Model():
                row = self._object(declaration)
            case Alias(type=type):
                row = self.of(type)
        row |= compact({"limits": limits(declaration.constraints)})
        if declaration.example is not None:
            row["example"] = declaration.example.value
        return row

    def _object(self, model: Model) -> Row:
        members: Row = {field.name.wire: self.of_field(field) for field in model.fields}
        additional = None if model.additional is None else self.of(model.additional)
        row: Row = {"type": "object", "members": members, "additional": additional}
        return {"type": "object"} | compact({**row, "closed": model.closed})

    def of_field(self, field: Field) -> Row:
        """A property as a row."""
        row = self.of(field.type)
        row |= compact(
            {
                "required": field.required,
                "read_only": field.read_only,
                "write_only": field.write_only,
                "limits": limits(field.constraints),
            }
        )
        if field.example is not None:
            row["example"] = field.example.value
        return row


def _scalar(type: String | Integer | Number | Boolean | Null | Binary) -> Row:
    match type:
        case Boolean():
            return {"type": "boolean"}
        case Null():
            return {"type": "null"}
        case Binary():
            return {"type": "bytes"}
        case String():
            name = "string"
        case Integer():
            name = "integer"
        case Number():
            name = "number"
    format = format_of(type)
    return {"type": name} | compact(
        {
            "format": format.name if format else type.format,
            "is_typed": format is not None,
        }
    )


def limits(constraints: Iterable[Constraint]) -> Row:
    """The keywords that bound a value that is made up."""
    return {
        one.keyword: one.value.value for one in constraints if one.keyword in _LIMITS
    }


def as_json(row: JsonValue) -> str:
    """A row as the text that it is kept as."""
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))
