"""Annotations: what a type of the API is called in a module's Python."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeAlias, assert_never

from generator.emit.text import Code, join, literal
from generator.ir.declarations import Model
from generator.ir.types import (
    Anything,
    Array,
    Binary,
    Boolean,
    Compound,
    Enumeration,
    Inline,
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
from generator.targets.python.enumerations import has_numbers, listed, unlisted
from generator.targets.python.fields import further_sent, sent
from generator.targets.python.layout import Layout
from generator.targets.python.module import Module
from generator.targets.python.order import nothing_missing

# CPython's parser refuses about 200 nested brackets.
_DEEPEST = 40

# So many types for one value are more than a reader wants to see.
_MOST = 8

_NONE = Code("None")

# An annotation in pieces: what `|` joins.
Alternatives: TypeAlias = tuple[Code, ...]


_BUILTINS: Mapping[type[Type], str] = {Boolean: "bool", Integer: "int", Number: "float"}

Predicate: TypeAlias = Callable[[str], bool]


class _At(NamedTuple):
    """Where an annotation is being spelled: what can't be named there, and how deep it may go."""

    is_missing: Predicate
    depth: int
    is_in_open: bool = False

    def deeper(self) -> _At:
        return self._replace(depth=self.depth - 1)

    def open_model(self) -> _At:
        """Inside an open model's properties, which may be models of the same kind again."""
        return self._replace(depth=min(self.depth, 4) - 1, is_in_open=True)


class Direction(enum.Enum):
    """Who writes the value: a caller may write it in more than one way."""

    SENT = enum.auto()
    RECEIVED = enum.auto()


class Annotator:
    """Spells types in one module and direction, and imports what that takes."""

    def __init__(
        self,
        layout: Layout,
        module: Module,
        direction: Direction,
        *,
        checking: bool = False,
        home: Code | None = None,
    ) -> None:
        """Spell for a module.

        Args:
            layout: Where declarations stand.
            module: The module that the annotations stand in; it collects their imports.
            direction: Whether callers pass the values or the server sends them.
            checking: Whether only type checkers read these annotations.
            home: The name of the module under `_models` that this is, if it is one, or `params`.
        """
        self._layout = layout
        self._module = module
        self._is_sent = direction is Direction.SENT
        self._checking = checking
        self._home = home

    def spell(
        self, type: Type, *others: Code, is_missing: Predicate = nothing_missing
    ) -> Code:
        """Spell a type.

        Args:
            type: The type.
            others: What else the value may be.
            is_missing: Tells the ids of declarations that can't be named, since Python evaluates
                the annotation at once and they stand further down.
        """
        own = self._join(self._spell(type, _At(is_missing, _DEEPEST)))
        if own == self._module.known("typing", "Any"):
            return own
        has_none = own == _NONE or own.endswith(" | None")
        more = (one for one in others if one != _NONE or not has_none)
        return join(" | ", (own, *more))

    def either_of(self, annotations: Iterable[Code]) -> Code:
        """Join annotations to one that takes what any of them takes."""
        return self._join(annotations)

    def name(self, id: str) -> Code:
        """The class or alias of a declaration as the server sends it, imported if need be."""
        place = self._layout.places[id]
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
        """Join alternatives, each once; `Any` takes in all others, and `None` goes last."""
        unique = dict.fromkeys(parts)
        any_ = self._module.known("typing", "Any")
        if any_ is not None and any_ in unique:
            return any_
        if _NONE in unique:
            del unique[_NONE]
            unique[_NONE] = None
        return join(" | ", unique)

    def _spell(self, type: Type, at: _At) -> Alternatives:
        if at.depth == 0:
            return self._any()
        match type:
            case Anything() | Nothing() | Compound() | Inline():
                return self._any()
            case Null():
                return (_NONE,)
            case Boolean() | Integer() | Number():
                return self._builtin(_BUILTINS[type.__class__])
            case String(format=format):
                return self._string(format)
            case Binary():
                return self._binary()
            case Enumeration():
                return self._enumeration(type, at)
            case Array() | Tuple() | Map():
                return self._container(type, at.deeper())
            case Reference(id=id):
                return self._reference(id, at)
            case Nullable(inner=inner):
                return (*self._spell(inner, at), _NONE)
            case Union(variants=variants):
                return self._any_of((one.type for one in variants), at.deeper())
            case _:
                assert_never(type)

    def _string(self, format: str) -> Alternatives:
        match format:
            case "date-time":
                found = self._use("datetime", "datetime")
            case "date":
                found = self._use("datetime", "date")
            case "byte":
                return self._builtin("bytes")
            case _:
                return self._builtin("str")
        return (found, *self._builtin("str")) if self._is_sent else (found,)

    def _binary(self) -> Alternatives:
        if self._is_sent:
            payload = "._runtime.payload"
            return (self._use(payload, "File"), self._use(payload, "FileContent"))
        # Bodies of bytes aren't spelled here, and in JSON nothing says how bytes are encoded.
        return self._builtin("str")

    def _enumeration(self, type: Enumeration, at: _At) -> Alternatives:
        parts: Alternatives = ()
        if fitting := listed(type):
            shown = join(", ", (literal(value) for value in fitting))
            parts = (Code(f"{self._use('typing', 'Literal')}[{shown}]"),)
        if has_numbers(type) and not self._is_sent:
            # Beside a Literal's, msgspec takes no other whole number for a float.
            parts += self._builtin("int")
        others = type.base or unlisted(type)
        return (*parts, *self._spell(others, at)) if others else parts

    def _container(self, type: Array | Tuple | Map, at: _At) -> Alternatives:
        match type:
            case Array(item=item):
                return self._list(self._spell(item, at))
            case Map(value=value):
                inner, text = (
                    self._join(self._spell(value, at)),
                    self._builtin("str")[0],
                )
                return (Code(f"{self._module.builtin('dict')}[{text}, {inner}]"),)
            case Tuple(items=items):
                parts = (self._join(self._spell(item, at)) for item in items)
                shown = join(", ", parts) if items else Code("()")
                return (Code(f"{self._module.builtin('tuple')}[{shown}]"),)

    def _list(self, inner: Alternatives) -> Alternatives:
        return (Code(f"{self._module.builtin('list')}[{self._join(inner)}]"),)

    def _any_of(self, types: Iterable[Type], at: _At) -> Alternatives:
        return tuple(part for type in types for part in self._spell(type, at))

    def _reference(self, id: str, at: _At) -> Alternatives:
        if at.is_missing(id):
            return self._any()
        if not self._is_sent or self._layout.is_shared(id):
            return (self.name(id),)
        name = self._layout.places[id].params
        if self._home != "params":
            name = self._use(".params", name)
        declaration = self._layout.index[id]
        further = further_sent(declaration) if isinstance(declaration, Model) else None
        if further is None or not isinstance(declaration, Model):
            return (name,)
        types = [*(field.type for field in sent(declaration)), further]
        return (name, self._open(types, at))

    def _open(self, types: list[Type], at: _At) -> Code:
        """A dict with further keys, read only: it may be one of some of these types alone."""
        text = self._builtin("str")[0]
        if at.is_in_open or not self._is_brief(types, at.open_model()):
            return Code(f"{self._module.builtin('dict')}[{text}, {self._any()[0]}]")
        value = self._join(self._any_of(types, at.open_model()))
        mapping = self._module.use("collections.abc", "Mapping")
        return Code(f"{mapping}[{text}, {value}]")

    def _is_brief(self, types: list[Type], at: _At) -> bool:
        """Whether one of some types can be said, and shortly; tried where nothing is imported."""
        draft = Annotator(
            self._layout, Module(), Direction.SENT, checking=True, home=self._home
        )
        parts = draft._any_of(types, at)
        is_any = draft._join(parts) == draft._module.known("typing", "Any")
        return not is_any and 0 < len({*parts}) <= _MOST
