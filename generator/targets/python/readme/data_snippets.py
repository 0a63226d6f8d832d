"""Snippets of README.md that show what becomes of models: plain data, copies."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from generator.emit.text.code import Code, literal
from generator.emit.text.markdown import block
from generator.ir.declarations import Alias, Field, Model
from generator.ir.types import Reference, Selected, String, Union
from generator.targets.python.declaration_index import resolve
from generator.targets.python.expressions import dict_of
from generator.targets.python.types import fields
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.views.docstring_example import Called, call_lines, example
from generator.targets.python.views.resource import MethodView

# What a copy would hardly have another value for.
_MARKS = frozenset({"id", "type"})


class DataSnippets(msgspec.Struct, frozen=True):
    """Snippets about the model that a method answers with.

    `conversions` goes to plain data and back, and to a copy with another member; `further` shows
    what came beside the declared members, `overlap` what fits several variants of a union, or "",
    `fields` a field of pydantic and an answer of FastAPI.
    """

    conversions: Code
    further: Code
    overlap: Code
    fields: Code


def data_snippets(
    methods: Iterable[Called],
    symbols: SymbolTable,
    client: str,
    paged: MethodView | None,
) -> DataSnippets | None:
    """The snippets about the first method that answers with a model, if there is one.

    Args:
        methods: What may answer with one.
        symbols: The names in the package.
        client: The call that makes a client which keeps what isn't declared.
        paged: A method that gives pages.
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
                further=_block(
                    [
                        *_further(called, lines, name, symbols, client),
                        *(_of_pages(paged.called, symbols) if paged else ()),
                    ]
                ),
                overlap=_block(overlap) if (overlap := _overlap(symbols)) else Code(""),
                fields=_block(_fields(lines, name, kind)),
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


def _of_pages(paged: Called, symbols: SymbolTable) -> list[str]:
    first, *others = call_lines(paged, symbols, room=len("for page in .pages():"))
    lines = [f"for page in {first}", *others]
    return [
        "",
        *lines[:-1],
        f"{lines[-1]}.pages():",
        "    for item in page:",
        "        print(page.extra(item))",
    ]


def _overlap(symbols: SymbolTable) -> list[str]:
    """A value that fits two variants of a union, where one has two of objects with texts."""
    for id, name in symbols.entries.items():
        declaration = symbols.index.get(id)
        found = declaration.type if isinstance(declaration, Alias) else None
        if not isinstance(found, Union) or found.strategy != Selected():
            continue
        variants = [resolve(one.type, symbols.index) for one in found.variants]
        models = [one for one in variants if isinstance(one, Model)]
        needed = [[f for f in one.fields if f.required] for one in models]
        texts = [all(map(_is_plain_text, fields)) for fields in needed]
        names = [{field.name.wire for field in fields} for fields in needed]
        if len(models) != len(variants) or not all(texts):
            continue
        if not (names[0] - names[1] and names[1] - names[0]):
            continue
        members = {f.name.wire: _sample(f) for fields in needed[:2] for f in fields}
        value = dict_of([(key, literal(one)) for key, one in members.items()])
        return [
            f"both = from_dict(models.{name.name}, {value})",
            "print(both, extra(both))",
        ]
    return []


def _fields(lines: list[Code], name: str, kind: str) -> list[str]:
    return [
        "from fastapi import FastAPI",
        "from pydantic import BaseModel",
        "",
        "",
        "class Job(BaseModel):",
        f"    {name}: {kind}",
        "",
        "",
        f"print(Job({name}={name}).model_dump_json())",
        "",
        "app = FastAPI()",
        "",
        "",
        f'@app.get("/", response_model={kind})',
        f"def show() -> {kind}:",
        *(f"    {line}" for line in lines),
        f"    return {name}",
    ]


def _block(lines: list[str]) -> Code:
    return block("\n".join(lines), "python")


def _is_text(field: Field) -> bool:
    return isinstance(field.type, String)


def _is_plain_text(field: Field) -> bool:
    return field.type == String()


def _sample(field: Field) -> str:
    given = field.example.value if field.example else None
    return given if isinstance(given, str) else "..."
