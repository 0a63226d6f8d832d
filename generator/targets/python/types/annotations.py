"""Annotations: what a type of the API is called in a module's Python."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from typing import assert_never

from generator.emit.text.code import Code, join, literal
from generator.ir.declarations import Model
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
from generator.targets.python.declaration_index import (
    resolve,
    takes_text,
    takes_unknown,
)
from generator.targets.python.deprecation import note_named
from generator.targets.python.enumerations import (
    has_numbers,
    listed,
    lists_text,
    others,
)
from generator.targets.python.module import Module
from generator.targets.python.types.alternatives import (
    ANNOTATIONS,
    NONE,
    NUMBER,
    UNKNOWN,
    Alternatives,
    joined,
)
from generator.targets.python.types.fields import further_sent, sent
from generator.targets.python.types.formats import Format, format_of, sent_format_of
from generator.targets.python.types.spelled_at import Predicate, SpelledAt
from generator.targets.python.types.symbol_table import SymbolTable

# So many types for one value are more than a reader wants to see.
_MOST = 8

_BUILTINS: Mapping[type[Type], str] = {
    Boolean: "bool",
    Integer: "int",
    Number: "float",
    String: "str",
}


class Direction(enum.Enum):
    """Who writes the value: a caller may write it in more than one way."""

    SENT = enum.auto()
    RECEIVED = enum.auto()


class Annotator:
    """Spells types in one module and direction, and imports what that takes."""

    def __init__(
        self,
        symbols: SymbolTable,
        module: Module,
        direction: Direction,
        *,
        checking: bool = False,
        home: Code | None = None,
    ) -> None:
        """Spell for a module.

        Args:
            symbols: The names in the package.
            module: The module that the annotations stand in; it collects their imports.
            direction: Whether callers pass the values or the server sends them.
            checking: Whether only type checkers read these annotations.
            home: The name of the module under `_models` that this is, if it is one, or `params`.
        """
        self._symbols = symbols
        self._module = module
        self._is_sent = direction is Direction.SENT
        self._checking = checking
        self._home = home

    def spell(
        self, type: Type, *others: Code, is_missing: Predicate | None = None
    ) -> Code:
        """Spell a type.

        Args:
            type: The type.
            others: What else the value may be.
            is_missing: Tells the ids of declarations that can't be named, since Python evaluates
                the annotation at once and they stand further down; None if all can.
        """
        own = self._join(self._spell(type, SpelledAt(is_missing)))
        if own == self._module.known("typing", "Any"):
            return own
        has_none = own == NONE or own.endswith(" | None")
        more = (one for one in others if one != NONE or not has_none)
        return join(" | ", (own, *more))

    def either_of(self, annotations: Iterable[Code]) -> Code:
        """Join annotations to one that takes what any of them takes."""
        return self._join(annotations)

    def name(self, id: str) -> Code:
        """The class or alias of a declaration as the server sends it, imported if need be."""
        place = self._symbols.entries[id]
        note_named(self._symbols.index[id], self._module)
        if place.module == self._home:
            return place.name
        return self._use(f"._models.{place.module}", place.name)

    def _use(self, source: str, name: str) -> Code:
        return self._module.use(source, name, checking=self._checking)

    def _any(self) -> Alternatives:
        return (self._use("typing", "Any"),)

    def _builtin(self, name: str) -> Alternatives:
        return (self._module.builtin(name),)

    def _join(self, parts: Iterable[Code]) -> Code:
        return joined(parts, self._module, checking=self._checking)

    def _spell(self, type: Type, at: SpelledAt) -> Alternatives:
        if at.depth == 0:
            return self._any()
        match type:
            case Anything() | Nothing():
                return self._any()
            case Null():
                return (NONE,)
            case Boolean() | Integer() | Number() | String():
                return self._plain(type)
            case Binary():
                return self._binary()
            case Enumeration():
                return self._enumeration(type, at)
            case Array() | Tuple() | Map():
                return self._container(type, at.deeper())
            case Reference(id=id):
                return self._reference(id, at)
            case Nullable(inner=inner):
                return (*self._spell(inner, at), NONE)
            case Union(variants=variants):
                return self._any_of((one.type for one in variants), at.deeper())
            case _:
                assert_never(type)

    def _plain(self, type: Boolean | Integer | Number | String) -> Alternatives:
        format = sent_format_of(type) if self._is_sent else format_of(type)
        if format is not None:
            return self._formatted(format)
        if isinstance(type, Number) and not self._is_sent:
            return (NUMBER,)
        return self._builtin(_BUILTINS[type.__class__])

    def _formatted(self, format: Format) -> Alternatives:
        if not format.module:
            return self._builtin(format.annotation)
        if not self._is_sent:
            return (self._use(format.module, format.annotation),)
        found = self._use(*format.argument or (format.module, format.annotation))
        as_json = self._builtin(_BUILTINS[format.json]) if format.takes_json else ()
        return (found, *as_json)

    def _binary(self) -> Alternatives:
        if self._is_sent:
            payload = "._runtime.request.payload"
            return (self._use(payload, "File"), self._use(payload, "FileContent"))
        # Bodies of bytes aren't spelled here, and in JSON nothing says how bytes are encoded.
        return self._builtin("str")

    def _enumeration(self, type: Enumeration, at: SpelledAt) -> Alternatives:
        parts: Alternatives = ()
        if fitting := listed(type):
            shown = join(", ", (literal(value) for value in fitting))
            parts = (Code(f"{self._use('typing', 'Literal')}[{shown}]"),)
        if has_numbers(type) and not self._is_sent:
            # Beside a Literal's, msgspec takes no other whole number for a float.
            parts += self._builtin("int")
        for other in others(type):
            if other == String() and lists_text(type):
                parts += (UNKNOWN,)
            else:
                parts += self._spell(other, at)
        return parts

    def _container(self, type: Array | Tuple | Map, at: SpelledAt) -> Alternatives:
        match type:
            case Array(kinds=kinds) if kinds and self._is_sent:
                lists = (self._container(Array(item=kind), at) for kind in kinds)
                return tuple(part for parts in lists for part in parts)
            case Array(item=item):
                inner = self._join(self._spell(item, at))
                if not self._is_sent:
                    return (Code(f"{self._module.builtin('list')}[{inner}]"),)
                sequence = self.sequence(item, inner)
                if not takes_unknown(item, self._symbols.index):
                    return (sequence,)
                # What a program has from elsewhere is text.
                each = self._join(self._unlisted(item, at))
                return (sequence, Code(f"{self._module.builtin('tuple')}[{each}, ...]"))
            case Map(value=value):
                inner = self._join(self._spell(value, at))
                return (self.mapping(inner),)
            case Tuple(items=items):
                parts = (self._join(self._spell(item, at)) for item in items)
                shown = join(", ", parts) if items else Code("()")
                return (Code(f"{self._module.builtin('tuple')}[{shown}]"),)

    def sequence(self, item: Type, inner: Code) -> Code:
        """What a caller passes for a list.

        Args:
            item: What its items are.
            inner: How that is spelled, or what the caller wraps it in.
        """
        is_any = inner == self._module.known("typing", "Any")
        if is_any or takes_text(item, self._symbols.index):
            return Code(f"{self._use(ANNOTATIONS, 'SequenceNotStr')}[{inner}]")
        return Code(f"{self._use('collections.abc', 'Sequence')}[{inner}]")

    def mapping(self, value: Code) -> Code:
        """A dict with values of one kind; callers may pass any mapping."""
        name = (
            self._use("collections.abc", "Mapping")
            if self._is_sent
            else self._module.builtin("dict")
        )
        return Code(f"{name}[{self._module.builtin('str')}, {value}]")

    def _unlisted(self, type: Type, at: SpelledAt) -> Alternatives:
        """What takes any text where an enumeration lists some."""
        text = self._builtin("str")
        match resolve(type, self._symbols.index):
            case Enumeration() as found if others(found) == (String(),):
                return text
            case Nullable(inner=inner):
                return (*self._unlisted(inner, at), NONE)
            case _:
                return (*self._spell(type, at), *text)

    def _any_of(self, types: Iterable[Type], at: SpelledAt) -> Alternatives:
        return tuple(part for type in types for part in self._spell(type, at))

    def _reference(self, id: str, at: SpelledAt) -> Alternatives:
        if at.is_missing and at.is_missing(id):
            return self._any()
        if not self._is_sent or id in self._symbols.shared:
            return (self.name(id),)
        unfolded = self._symbols.unfolded.get(id)
        if unfolded is not None and self._home == "params":
            return self._spell(unfolded, at)
        declaration, name = self._symbols.index[id], self._symbols.entries[id].params
        note_named(declaration, self._module)
        if self._home != "params":
            name = self._use(".params", name)
        if not isinstance(declaration, Model):
            return (name,)
        names = (self.name(id), name) if self._symbols.is_received(id) else (name,)
        further = further_sent(declaration)
        if further is None:
            return names
        types = [*(field.type for field in sent(declaration)), further]
        return (*names, self._open(types, at))

    def _open(self, types: list[Type], at: SpelledAt) -> Code:
        """A dict with further keys."""
        if at.is_in_open or not self._is_brief(types, at.open_model()):
            return self.mapping(self._any()[0])
        return self.mapping(self._join(self._any_of(types, at.open_model())))

    def _is_brief(self, types: list[Type], at: SpelledAt) -> bool:
        """Whether one of some types can be said, and shortly; tried where nothing is imported."""
        draft = Annotator(
            self._symbols, Module(), Direction.SENT, checking=True, home=self._home
        )
        parts = draft._any_of(types, at)
        is_any = draft._join(parts) == draft._module.known("typing", "Any")
        return not is_any and 0 < len({*parts}) <= _MOST
