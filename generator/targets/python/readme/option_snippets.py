"""Snippets of one call: with options, and for the whole answer."""

from __future__ import annotations

from generator.emit.text.code import Code
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.views.docstring_example import Called, call_lines
from generator.targets.python.views.resource import MethodView


def option_lines(called: Called, symbols: SymbolTable, given: str) -> list[str]:
    """A call with options.

    Args:
        called: The method.
        symbols: The names in the package.
        given: The options, as arguments.
    """
    more = [(Code("options"), Code(f"RequestOptions({given})"))]
    package = symbols.options.package
    imports = f"from {package} import RequestOptions"
    return [imports, "", *call_lines(called, symbols, more)]


def raw_lines(method: MethodView | None, symbols: SymbolTable) -> list[str]:
    """A call for the whole answer."""
    if method is None:
        return []
    lines = call_lines(method.called, symbols, name="raw")
    return [
        f"from {symbols.options.package} import raw",
        "",
        f"response = {lines[0]}",
        *lines[1:],
        "print(response.status, response.request_id, response.rate_limit)",
        "print(response.data)",
    ]
