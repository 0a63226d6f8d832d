"""Snippets of README.md that show what becomes of models: plain data, copies."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from generator.ir.declarations import Field, Model
from generator.ir.types import Reference, String
from generator.targets.python.types import fields
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.views.docstring_example import Called, example

# What a copy would hardly have another value for.
_MARKS = frozenset({"id", "type"})


class DataSnippets(msgspec.Struct, frozen=True):
    """Snippets about the model that a method answers with."""

    called: Called
    model: Model
    symbols: SymbolTable

    def conversions(self) -> list[str]:
        """To plain data and back, and to a copy with another member."""
        lines = example(self.called, self.symbols)
        name = lines[0].partition(" = ")[0]
        imported = ["from_dict", "models", "replace", "to_dict", "to_json"]
        texts = [field for field in fields.received(self.model) if _is_text(field)]
        changed = min(texts, key=lambda field: field.name.wire in _MARKS, default=None)
        if changed is None:
            imported.remove("replace")
        kind = f"models.{self.symbols.entries[self.model.id].name}"
        shown = [
            self._imports(*imported),
            "",
            *lines,
            "",
            f"data = to_dict({name})  # dicts and lists, with the API's names",
            f"text = to_json({name})  # the same as text",
            f"again = from_dict({kind}, data)",
        ]
        if changed is not None:
            attribute = self.symbols.attributes.of(self.model)[changed.name.wire]
            shown.append(f'changed = replace({name}, {attribute}="...")')
        return shown

    def fields(self) -> list[str]:
        """A field of pydantic."""
        name = example(self.called, self.symbols)[0].partition(" = ")[0]
        kind = self.symbols.entries[self.model.id].name
        return [
            "from pydantic import BaseModel",
            "",
            "",
            "class Job(BaseModel):",
            f"    {name}: models.{kind}",
            "",
            "",
            f"print(Job({name}={name}).model_dump_json())",
        ]

    def _imports(self, *names: str) -> str:
        return f"from {self.symbols.options.package} import {', '.join(names)}"


def data_snippets(
    methods: Iterable[Called], symbols: SymbolTable
) -> DataSnippets | None:
    """The snippets about the first method that answers with a model, if there is one."""
    for called in methods:
        type = called.outcome.type
        if isinstance(type, Reference):
            model = symbols.index[type.id]
            if isinstance(model, Model):
                return DataSnippets(called, model, symbols)
    return None


def _is_text(field: Field) -> bool:
    return isinstance(field.type, String)
