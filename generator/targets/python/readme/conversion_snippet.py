"""A snippet that passes a datetime for unix seconds, and leaves out what can only be one value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from generator.emit.text.code import Code
from generator.ir.declarations import Declaration, Field, Model
from generator.ir.graph import references
from generator.ir.operation import Parameter
from generator.ir.types import Anything, Type
from generator.targets.python.declaration_index import either
from generator.targets.python.requests.signature import Argument
from generator.targets.python.samples.call_layout import call
from generator.targets.python.types.sent_changes import is_converted, only_value
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.views.docstring_example import WIDTH, Called
from generator.targets.python.views.example_arguments import shown_arguments

_MOMENT = Code("datetime(2026, 1, 31, tzinfo=UTC)")


def conversion_lines(methods: Iterable[Called], symbols: SymbolTable) -> list[str]:
    """The call that shows most of it, or nothing where no example has any."""
    declarations = {id: _short(one, symbols) for id, one in symbols.index.items()}
    short = replace(symbols, index=declarations)
    found: list[str] = []
    for called in methods:
        if called.arguments.overloads or called.outcome.streams or called.item:
            continue
        if not any(_changes(one, symbols) for one in called.arguments.all):
            continue
        whole = shown_arguments(called.operation, called.arguments, symbols)
        shown = [
            (argument, _MOMENT if _is_moment(argument, symbols) else value)
            for argument, value in shown_arguments(
                called.operation, called.arguments, short
            )
            if not (argument.default and _is_constant(argument, symbols))
        ]
        if any(value == _MOMENT for _, value in shown):
            return ["from datetime import UTC, datetime", "", *_call(called, shown)]
        if shown != whole and not found:
            found = _call(called, shown)
    return found


def _short(declaration: Declaration, symbols: SymbolTable) -> Declaration:
    """A declaration without the members that a dict needn't have."""
    if not isinstance(declaration, Model):
        return declaration
    filled = symbols.changes.filled(declaration)
    kept = (one for one in declaration.fields if one.name.wire not in filled)
    return replace(declaration, fields=tuple(kept))


def _call(called: Called, shown: Sequence[tuple[Argument, Code]]) -> list[str]:
    positional = called.arguments.positional
    arguments = [(Code("") if one in positional else one.name, v) for one, v in shown]
    return [*call(Code(f"client.{called.path}"), arguments, WIDTH)]


def _changes(argument: Argument, symbols: SymbolTable) -> bool:
    return (
        _is_moment(argument, symbols)
        or _is_constant(argument, symbols)
        or any(map(symbols.changes.within, references(_type(argument))))
    )


def _is_moment(argument: Argument, symbols: SymbolTable) -> bool:
    return is_converted(*either(_type(argument), symbols.index))


def _is_constant(argument: Argument, symbols: SymbolTable) -> bool:
    return bool(only_value(_type(argument), symbols.index))


def _type(argument: Argument) -> Type:
    source = argument.source
    return source.type if isinstance(source, Parameter | Field) else Anything()
