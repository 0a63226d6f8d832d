"""Snippets of README.md that show what becomes of models: plain data, copies."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from generator.emit.text.code import Code
from generator.emit.text.markdown import block
from generator.ir.declarations import Field, Model
from generator.ir.types import Reference, String
from generator.targets.python.types import fields
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.views.docstring_example import Called, call_lines, example

# What a copy would hardly have another value for.
_MARKS = frozenset({"id", "type"})


class DataSnippets(msgspec.Struct, frozen=True):
    """Snippets about the model that a method answers with.

    `conversions` goes to plain data and back, and to a copy with another member; `further` shows
    what came beside the declared members, `fields` a field of pydantic.
    """

    conversions: Code
    further: Code
    fields: Code


def data_snippets(
    methods: Iterable[Called], symbols: SymbolTable, client: str
) -> DataSnippets | None:
    """The snippets about the first method that answers with a model, if there is one.

    Args:
        methods: What may answer with one.
        symbols: The names in the package.
        client: The call that makes a client which keeps what isn't declared.
    """
    for called in methods:
        type = called.outcome.type
        model = symbols.index[type.id] if isinstance(type, Reference) else None
        if isinstance(model, Model):
            lines = example(called, symbols)
            name = lines[0].partition(" = ")[0]
            kind = f"models.{symbols.entries[model.id].name}"
            return DataSnippets(
                conversions=_block(_conversions(lines, name, kind, model, symbols)),
                further=_block(_further(called, lines, name, symbols, client)),
                fields=_block(_fields(name, kind)),
            )
    return None


def _conversions(
    lines: list[Code], name: str, kind: str, model: Model, symbols: SymbolTable
) -> list[str]:
    texts = [field for field in fields.received(model) if _is_text(field)]
    changed = min(texts, key=lambda field: field.name.wire in _MARKS, default=None)
    imported = ["from_dict", "models", "replace", "to_dict", "to_json"]
    if changed is None:
        imported.remove("replace")
    shown = [
        f"from {symbols.options.package} import {', '.join(imported)}",
        "",
        *lines,
        "",
        f"data = to_dict({name})  # dicts and lists, with the API's names",
        f"text = to_json({name})  # the same as text",
        f"again = from_dict({kind}, data)",
    ]
    if changed is not None:
        attribute = symbols.attributes.of(model)[changed.name.wire]
        shown.append(f'changed = replace({name}, {attribute}="...")')
    return shown


def _further(
    called: Called, lines: list[Code], name: str, symbols: SymbolTable, client: str
) -> list[str]:
    answer, *others = call_lines(called, symbols, name="raw")
    return [
        f"from {symbols.options.package} import extra, raw",
        "",
        f"response = {answer}",
        *others,
        "print(response.extra(response.data))",
        "",
        f"client = {client}",
        *lines,
        f"print(extra({name}))",
    ]


def _fields(name: str, kind: str) -> list[str]:
    return [
        "from pydantic import BaseModel",
        "",
        "",
        "class Job(BaseModel):",
        f"    {name}: {kind}",
        "",
        "",
        f"print(Job({name}={name}).model_dump_json())",
    ]


def _block(lines: list[str]) -> Code:
    return block("\n".join(lines), "python")


def _is_text(field: Field) -> bool:
    return isinstance(field.type, String)
