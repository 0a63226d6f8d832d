"""View of `_models/<owner>.py`: the classes and aliases of what the server sends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from generator.emit.text.code import Code, literal
from generator.ir.declarations import Alias, Declaration, Field, Model
from generator.ir.graph import in_definition_order
from generator.ir.types import Reference, Selected, Tagged, Type, Union
from generator.ir.value import Docs
from generator.targets.python.declaration_index import takes_null
from generator.targets.python.deprecation import is_marked, mark
from generator.targets.python.docs.docstrings import (
    alias_prose,
    class_prose,
    encode,
    field_prose,
    prose,
)
from generator.targets.python.docs.schema_notes import field_notes, notes_of
from generator.targets.python.docs.text_log import Composed
from generator.targets.python.expressions import call_of, tuple_of
from generator.targets.python.module import Imports, Module
from generator.targets.python.types import fields
from generator.targets.python.types.annotations import Annotator, Direction
from generator.targets.python.types.base_classes import base_of
from generator.targets.python.types.spelled_at import missing_at
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.usage import received_references

_INDENT = 4


class FieldView(msgspec.Struct, frozen=True):
    """`name: annotation = default`, and what there is to say about it."""

    name: Code
    annotation: Code
    default: Code
    docs: Code


class ModelView(msgspec.Struct, frozen=True):
    """A class; `base` is the model that it extends, or ""."""

    name: Code
    base: Code
    bases: Code
    decorators: tuple[Code, ...]
    docs: Code
    fields: tuple[FieldView, ...]


class AliasView(msgspec.Struct, frozen=True):
    """`name: TypeAlias = written`, and what stands in for it when the program runs, or "".

    `written` is the annotation, as a string where it names what stands further down.
    """

    name: Code
    type_alias: Code
    annotation: Code
    written: Code
    standin: Code
    docs: Code


class ModelsView(msgspec.Struct, frozen=True):
    """A module of models."""

    docs: Code
    imports: Imports
    models: tuple[ModelView, ...]
    aliases: tuple[AliasView, ...]


def received_ids(symbols: SymbolTable) -> tuple[str, ...]:
    """The ids of what has a class or an alias among the models, in the document's order."""
    return tuple(id for id in symbols.index if symbols.is_received(id))


def received_by_module(symbols: SymbolTable) -> dict[Code, list[Declaration]]:
    """What each module of models declares, in the document's order."""
    found: dict[Code, list[Declaration]] = {}
    for id in received_ids(symbols):
        found.setdefault(symbols.entries[id].module, []).append(symbols.index[id])
    return found


def view_models(
    symbols: SymbolTable, home: Code, declarations: Sequence[Declaration]
) -> ModelsView:
    """View the module of models that these declarations are in."""
    module = Module(
        "_models",
        declared=[symbols.entries[item.id].name for item in declarations],
        hidden=_hidden(declarations, symbols),
    )
    spell = Annotator(symbols, module, Direction.RECEIVED, home=home)
    models = tuple(
        _model(item, symbols, spell, module)
        for item in in_definition_order(
            (item for item in declarations if isinstance(item, Model)),
            lambda model: (model.base,),
        )
    )
    aliases = sorted(
        (item for item in declarations if isinstance(item, Alias)),
        key=lambda item: symbols.order[item.id],
    )
    return ModelsView(
        docs=encode("What the API answers with.", 0),
        models=models,
        aliases=tuple(_alias(item, symbols, spell, module) for item in aliases),
        imports=module.imports,
    )


def _hidden(declarations: Iterable[Declaration], symbols: SymbolTable) -> set[str]:
    """What the bodies of the classes define."""
    return {
        name
        for item in declarations
        if isinstance(item, Model)
        for name in symbols.attributes.of(item).values()
    }


def _model(
    model: Model, symbols: SymbolTable, spell: Annotator, module: Module
) -> ModelView:
    base = base_of(model, symbols)
    inherited = {field.name.wire for field in base.fields} if base else set[str]()
    names = symbols.attributes.of(model)
    own = [f for f in fields.received(model) if f.name.wire not in inherited]
    tag = symbols.natives.tag_of(model)
    views = [
        (
            _tag(field, names[field.name.wire], tag[1], module)
            if tag and field.name.wire == tag[0]
            else _field(field, names[field.name.wire], symbols, spell, module)
        )
        for field in own
    ]
    is_open = fields.is_open(model)
    kind = "OpenModel" if is_open else "Model"
    extended = spell.name(base.id) if base else module.use("._runtime.json.model", kind)
    if is_open:
        rest = fields.rest_name(names)
        views += [] if base else [_rest(model, rest, spell, module)]
        keyword = "" if rest == "additional" else f", additional={literal(rest)}"
    else:
        keyword = f", tag_field={literal(tag[0])}, tag={literal(tag[1])}" if tag else ""
        keyword = f", kw_only=True{keyword}"
    keeps_null = any(_keeps_null(field, symbols) for field in own)
    kept = (module.use("._runtime.json.model", "keeps_null"),) if keeps_null else ()
    name = symbols.entries[model.id].name
    marked = (mark(name, module),) if is_marked(model) else ()
    return ModelView(
        name=name,
        base=extended if base else Code(""),
        bases=Code(f"{extended}{keyword}"),
        decorators=(*marked, *kept),
        docs=_class_docs(model, [f.name.wire for f in own] if base else [], extended),
        fields=tuple(views),
    )


def _class_docs(model: Model, added: Sequence[str], extended: Code) -> Code:
    """What is said of a class, or else which members it adds to the one that it extends."""
    if added and not prose(model.docs):
        names = ", ".join(f"`{name}`" for name in added)
        own = Composed(raw=f"A `{extended}` with {names}.")
        text = class_prose(Docs(description=own), "", notes_of(model))
    else:
        text = class_prose(model.docs, model.name.wire, notes_of(model))
    return encode(text, _INDENT)


def _field(
    field: Field, name: Code, symbols: SymbolTable, spell: Annotator, module: Module
) -> FieldView:
    default: Code | None = None
    annotation = spell.spell(field.type)
    if not field.required:
        # Absent and null read alike: `is None` is what people write, and both mean "no value".
        default = Code("None")
        if takes_null(field.type, symbols.index):
            annotation = spell.spell(field.type, default)
            if field.demanded:
                default = module.use("._runtime.json.model", "ABSENT")
        else:
            maybe = module.use("._runtime.json.model", "Maybe")
            annotation = Code(f"{maybe}[{annotation}]")
    return FieldView(
        name=name,
        annotation=annotation,
        default=_default(field, name, default, module),
        docs=_field_docs(field),
    )


def _keeps_null(field: Field, symbols: SymbolTable) -> bool:
    """Whether a null that came has to be sent back, as the property may have to be there."""
    return field.demanded and takes_null(field.type, symbols.index)


def _tag(field: Field, name: Code, tag: str, module: Module) -> FieldView:
    """The property that msgspec tells the variants of a union apart by, as a constant."""
    constant = Code(f"{module.use('typing', 'Literal')}[{literal(tag)}]")
    return FieldView(
        name=name,
        annotation=Code(f"{module.use('typing', 'ClassVar')}[{constant}]"),
        default=literal(tag),
        docs=_field_docs(field),
    )


def _default(field: Field, name: Code, default: Code | None, module: Module) -> Code:
    if name == field.name.wire:
        return default or Code("")
    arguments = f"default={default}, " if default else ""
    return Code(
        f"{module.use('msgspec', 'field')}({arguments}name={literal(field.name.wire)})"
    )


def _field_docs(field: Field) -> Code:
    text = field_prose(field.docs, field_notes(field))
    return encode(text, _INDENT) if text else Code("")


def _rest(model: Model, name: Code, spell: Annotator, module: Module) -> FieldView:
    value = spell.spell(fields.further_received(model))
    make = module.use("msgspec", "field")
    return FieldView(
        name=name,
        annotation=Code(f"{module.builtin('dict')}[{module.builtin('str')}, {value}]"),
        default=Code(f"{make}(default_factory=lambda: {{}})"),
        docs=encode("Further properties.", _INDENT),
    )


def _alias(
    alias: Alias, symbols: SymbolTable, spell: Annotator, module: Module
) -> AliasView:
    text = alias_prose(alias.docs, notes_of(alias))
    name = symbols.entries[alias.id].name
    annotation = spell.spell(alias.type)
    standin = Code("")
    if symbols.natives.needs_standin(alias):
        module.use("typing", "TYPE_CHECKING")
        standin = _standin(name, alias.type, spell, module)
    is_missing = missing_at(alias.id, symbols.order)
    early = any(map(is_missing, received_references(alias.type)))
    return AliasView(
        name=name,
        type_alias=module.use("typing", "TypeAlias"),
        annotation=annotation,
        written=literal(annotation) if early else annotation,
        standin=standin,
        docs=encode(text, 0) if text else Code(""),
    )


def _tagging(union: Union) -> list[Code]:
    """The property, as a stand-in has it, that names an object's variant."""
    strategy = union.strategy
    if not isinstance(strategy, Tagged | Selected) or not strategy.tags:
        return []
    arguments = [
        Code(f"tag={literal(strategy.property)}"),
        Code(f"tags={literal(dict(strategy.tags))}"),
    ]
    default = union.discriminator.default if union.discriminator else ""
    for position, variant in enumerate(union.variants):
        if default and variant.type == Reference(id=default):
            arguments.append(Code(f"default={position}"))
    if isinstance(strategy, Selected):
        arguments.append(Code("optional=True"))
    return arguments


def _standin(name: Code, type: Type, spell: Annotator, module: Module) -> Code:
    """What decodes a type that msgspec can't; what it is made of is looked up at first use."""
    types = [one.type for one in type.variants] if isinstance(type, Union) else [type]
    variants = tuple_of([spell.spell(one) for one in types])
    arguments = [literal(name), Code(f"lambda: {variants}")]
    if isinstance(type, Union):
        arguments += _tagging(type)
    return call_of(module.use("._runtime.json.unions", "union"), arguments)
