"""View of `params.py`: the dicts that callers nest in requests."""

from __future__ import annotations

import msgspec

from generator.emit.text.code import Code, literal
from generator.ir.declarations import Alias, Declaration, Field, Model
from generator.ir.graph import in_definition_order
from generator.ir.types import Type
from generator.targets.python.deprecation import mark
from generator.targets.python.docs.docstrings import (
    alias_prose,
    class_prose,
    encode,
    field_prose,
)
from generator.targets.python.docs.schema_notes import field_notes, notes_of
from generator.targets.python.module import Imports, Module
from generator.targets.python.names.identifiers import is_identifier
from generator.targets.python.types.annotations import Annotator, Direction
from generator.targets.python.types.fields import sent
from generator.targets.python.types.spelled_at import missing_at
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.usage import sent_references, sent_types
from generator.targets.python.views.models import AliasView

_INDENT = 4
HOME = Code("params")


class KeyView(msgspec.Struct, frozen=True):
    """`key: written`: an identifier in a class, a string in a call.

    `written` is the annotation, as a string where it names what stands further down.
    """

    key: Code
    annotation: Code
    written: Code
    docs: Code


class DictView(msgspec.Struct, frozen=True):
    """A TypedDict; as a call where a key isn't an identifier."""

    name: Code
    typed_dict: Code
    decorators: tuple[Code, ...]
    docs: Code
    keys: tuple[KeyView, ...]


class LateView(msgspec.Struct, frozen=True):
    """What Python evaluates where it stands: a TypedDict as a call, or an alias."""

    dict: DictView | None
    alias: AliasView | None


class ParamsView(msgspec.Struct, frozen=True):
    """The module."""

    docs: Code
    imports: Imports
    dicts: tuple[DictView, ...]
    late: tuple[LateView, ...]


def sent_ids(symbols: SymbolTable) -> tuple[str, ...]:
    """The ids of what has a name in `params`, in the document's order."""
    return tuple(
        id
        for id in symbols.index
        if id in symbols.usage.requests and id not in symbols.shared
    )


def view_params(symbols: SymbolTable) -> ParamsView:
    """View the module."""
    return _Params(symbols).view()


class _Params:
    """The module while it is put together."""

    def __init__(self, symbols: SymbolTable) -> None:
        self._symbols = symbols
        items = [symbols.index[id] for id in sent_ids(symbols)]
        self._classes: list[Model] = []
        late: list[Declaration] = []
        for item in items:
            if isinstance(item, Model) and _is_class(item):
                self._classes.append(item)
            else:
                late.append(item)
        self._late = in_definition_order(
            late, lambda item: sent_references(*sent_types(item))
        )
        declared = {symbols.entries[item.id].params for item in items}
        hidden = {f.name.wire for item in self._classes for f in sent(item)}
        self._module = Module("", declared, hidden)
        self._positions = {item.id: place for place, item in enumerate(self._late)}
        self._spell = Annotator(symbols, self._module, Direction.SENT, home=HOME)

    def view(self) -> ParamsView:
        dicts = tuple(self._dict(item, is_late=False) for item in self._classes)
        late = tuple(
            (
                LateView(None, self._alias(item))
                if isinstance(item, Alias)
                else LateView(self._dict(item, is_late=True), None)
            )
            for item in self._late
        )
        return ParamsView(
            docs=encode("What callers nest in requests: plain dicts, typed.", 0),
            dicts=dicts,
            late=late,
            imports=self._module.imports,
        )

    def _dict(self, model: Model, *, is_late: bool) -> DictView:
        name = self._symbols.entries[model.id].params
        is_marked = model.deprecated and not is_late
        filled = self._symbols.changes.filled(model)
        return DictView(
            name=name,
            typed_dict=self._module.use("typing", "TypedDict"),
            decorators=(mark(name, self._module),) if is_marked else (),
            docs=encode(
                class_prose(model.docs, model.name.wire, notes_of(model)),
                0 if is_late else _INDENT,
            ),
            keys=tuple(
                self._key(
                    field,
                    model,
                    is_needed=field.required and field.name.wire not in filled,
                    is_late=is_late,
                )
                for field in sent(model)
            ),
        )

    def _key(
        self, field: Field, model: Model, *, is_needed: bool, is_late: bool
    ) -> KeyView:
        type = self._symbols.tags.sent_type(model, field)
        annotation = self._spell.spell(type)
        if not is_needed:
            annotation = Code(
                f"{self._module.use('typing', 'NotRequired')}[{annotation}]"
            )
        early = is_late and self._is_early(model, type)
        text = field_prose(field.docs, field_notes(field))
        return KeyView(
            key=literal(field.name.wire) if is_late else Code(field.name.wire),
            annotation=annotation,
            written=literal(annotation) if early else annotation,
            docs=encode(text, _INDENT) if text else Code(""),
        )

    def _alias(self, alias: Alias) -> AliasView:
        text = alias_prose(alias.docs, notes_of(alias))
        annotation, standin = self._spell.spell(alias.type), Code("")
        early = self._is_early(alias, alias.type)
        if early:
            self._module.use("typing", "TYPE_CHECKING")
            is_missing = missing_at(alias.id, self._positions)
            standin = self._spell.spell(alias.type, is_missing=is_missing)
        return AliasView(
            name=self._symbols.entries[alias.id].params,
            type_alias=self._module.use("typing", "TypeAlias"),
            annotation=annotation,
            written=literal(annotation) if early else annotation,
            standin=standin,
            docs=encode(text, 0) if text else Code(""),
        )

    def _is_early(self, item: Declaration, type: Type) -> bool:
        """Whether a type is written before something that it names.

        What is spelled says so, which is more than the type's own references: where a model is, its
        further properties are, too.
        """
        is_missing = missing_at(item.id, self._positions)
        missing: list[str] = []

        def seen(id: str) -> bool:
            missing.extend([id] * is_missing(id))
            return False

        self._spell.spell(type, is_missing=seen)
        return bool(missing)


def _is_class(model: Model) -> bool:
    """Whether every key can be written as `key: annotation`; two underscores would be mangled."""
    names = [field.name.wire for field in sent(model)]
    return all(is_identifier(name) and not name.startswith("__") for name in names)
