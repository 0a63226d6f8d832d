"""A snippet that passes a datetime for unix seconds, and leaves out what can only be one value."""

from __future__ import annotations

from collections.abc import Iterable

from generator.emit.text.code import Code
from generator.ir.declarations import Field
from generator.ir.operation import Parameter
from generator.targets.python.declaration_index import either
from generator.targets.python.requests.signature import Argument
from generator.targets.python.samples.call_layout import call
from generator.targets.python.types.sent_changes import is_converted, only_value
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.views.docstring_example import WIDTH, Called
from generator.targets.python.views.example_arguments import shown_arguments

_MOMENT = Code("datetime(2026, 1, 31, tzinfo=UTC)")


def moment_lines(methods: Iterable[Called], symbols: SymbolTable) -> list[str]:
    """A call with a moment, or nothing where no example passes one."""
    for called in methods:
        shown = shown_arguments(called.operation, called.arguments, symbols)
        if called.arguments.overloads or called.outcome.streams or called.item:
            continue
        moments = [argument for argument, _ in shown if _is_moment(argument, symbols)]
        if moments:
            arguments = [
                (
                    Code("") if one in called.arguments.positional else one.name,
                    _MOMENT if one in moments else value,
                )
                for one, value in shown
                if not (one.default and _is_constant(one, symbols))
            ]
            lines = call(Code(f"client.{called.path}"), arguments, WIDTH)
            return ["from datetime import UTC, datetime", "", *lines]
    return []


def _is_moment(argument: Argument, symbols: SymbolTable) -> bool:
    source = argument.source
    return isinstance(source, Parameter | Field) and is_converted(
        *either(source.type, symbols.index)
    )


def _is_constant(argument: Argument, symbols: SymbolTable) -> bool:
    source = argument.source
    return isinstance(source, Parameter | Field) and bool(
        only_value(source.type, symbols.index)
    )
