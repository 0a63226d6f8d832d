"""Which unions msgspec decodes by itself, and which models can carry their tag natively."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

from generator.ir.declarations import Alias, Model
from generator.ir.graph import member_types
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
    Tagged,
    Tuple,
    Type,
    Union,
)
from generator.targets.python.declaration_index import Index
from generator.targets.python.types.fields import is_open
from generator.targets.python.types.formats import format_of
from generator.targets.python.usage import (
    inner_received,
    received_references,
    recursive_aliases,
)

# What msgspec sees of a type: a category, and what tells its members apart within it.
Token = tuple[str, str]

_NUMBERS: Mapping[type[Type], str] = {Boolean: "bool", Integer: "int", Number: "float"}


class Natives:
    """Which types of one Api msgspec decodes by itself."""

    def __init__(self, index: Index, received: Iterable[Type]) -> None:
        """Look at all declarations.

        Args:
            index: The declarations.
            received: The types of responses, which name declarations too.
        """
        self._index = index
        self._recursive = recursive_aliases(index)
        self._tags = _find_tags(index, received)

    def tag_of(self, model: Model) -> tuple[str, str] | None:
        """The property and the constant that the model's class carries as msgspec's tag, if any."""
        return self._tags.get(model.id)

    def needs_standin(self, alias: Alias) -> bool:
        """Whether msgspec can't decode what an alias is called, so that a stand-in has to."""
        if alias.id in self._recursive:
            return True
        return isinstance(alias.type, Union) and not self.is_native(alias.type)

    def is_native(self, union: Union) -> bool:
        """Whether the plain union `A | B` decodes."""
        if isinstance(union.strategy, Tagged) and self._is_tagged(
            union, union.strategy
        ):
            return True
        return _fit({t for v in union.variants for t in self._tokens(v.type)})

    def _is_tagged(self, union: Union, strategy: Tagged) -> bool:
        expected = {
            position: (strategy.property, tag) for tag, position in strategy.tags
        }
        return all(
            isinstance(variant.type, Reference)
            and self._tags.get(variant.type.id) == expected.get(position, ())
            for position, variant in enumerate(union.variants)
        )

    def _tokens(self, type: Type) -> set[Token]:
        match type:
            case Anything() | Nothing():
                return {("any", "")}
            case Null():
                return set()
            case Boolean() | Integer() | Number() | String() | Binary():
                return {_scalar(type)}
            case Enumeration(values=values, base=base):
                tokens = {_token(value) for value in values if value is not None}
                return tokens | (self._tokens(base) if base else set())
            case Array() | Tuple():
                return {("array", repr(type))}
            case Map():
                return {("object", repr(type))}
            case Nullable(inner=inner):
                return self._tokens(inner)
            case Reference(id=id):
                return self._declared(id)
            case Union():
                return self._united(type)
            case _:
                assert_never(type)

    def _united(self, union: Union) -> set[Token]:
        if not self.is_native(union):
            return {("custom", repr(union))}
        if isinstance(union.strategy, Tagged):
            return {("object", repr(union))}
        return {t for v in union.variants for t in self._tokens(v.type)}

    def _declared(self, id: str) -> set[Token]:
        declaration = self._index[id]
        if isinstance(declaration, Model):
            return {("custom" if is_open(declaration) else "object", id)}
        if id in self._recursive:
            return {("custom", id)}
        return self._tokens(declaration.type)


def _scalar(type: Boolean | Integer | Number | String | Binary) -> Token:
    format = format_of(type)
    if format is not None:
        return ("custom" if format.is_custom else "text", format.annotation)
    if isinstance(type, String | Binary):
        return ("text", "str")
    return (_NUMBERS[type.__class__], "")


def _fit(tokens: set[Token]) -> bool:
    categories = [category for category, _ in tokens]
    if "any" in categories:
        return True
    if "custom" in categories:
        return len(tokens) == 1
    return all(
        categories.count(category) <= 1 for category in ("text", "array", "object")
    )


def _token(value: bool | float | str) -> Token:
    return ("text", "str") if isinstance(value, str) else (value.__class__.__name__, "")


def _find_tags(index: Index, received: Iterable[Type]) -> dict[str, tuple[str, str]]:
    """The tag of each model that is used in no other way than as a variant with this one tag."""
    tags: dict[str, set[tuple[str, str]]] = {}
    elsewhere: set[str] = set()
    declared = (type for item in index.values() for type in member_types(item))
    for root in (*declared, *received):
        _collect(root, tags, elsewhere)
    # A class inherits the tag of the one that it extends, and both may be read by themselves.
    inherited = {
        id
        for each in index.values()
        if isinstance(each, Model) and each.base
        for id in (each.id, each.base)
    }
    return {
        id: next(iter(found))
        for id, found in tags.items()
        if len(found) == 1
        and id not in inherited
        and isinstance(model := index.get(id), Model)
        and not is_open(model)
        and _can_carry(model, *next(iter(found)), is_elsewhere=id in elsewhere)
    }


def _collect(
    type: Type, tags: dict[str, set[tuple[str, str]]], elsewhere: set[str]
) -> None:
    if isinstance(type, Union) and isinstance(type.strategy, Tagged):
        for tag, position in type.strategy.tags:
            for id in received_references(type.variants[position].type):
                tags.setdefault(id, set()).add((type.strategy.property, tag))
        return
    if isinstance(type, Reference):
        elsewhere.add(type.id)
    for child in inner_received(type):
        _collect(child, tags, elsewhere)


def _can_carry(model: Model, property: str, tag: str, *, is_elsewhere: bool) -> bool:
    """Whether the tag says all that the field says, in every place where the model is used."""
    for field in model.fields:
        if field.name.wire == property:
            constant = isinstance(field.type, Enumeration) and field.type.values == (
                tag,
            )
            closed = isinstance(field.type, Enumeration) and field.type.base is None
            return constant and (not is_elsewhere or (closed and field.required))
    return False
