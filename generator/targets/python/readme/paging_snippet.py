"""A snippet that goes through the pages of a list."""

from __future__ import annotations

from generator.emit.text.code import Code
from generator.targets.python.requests.paging import counts_items
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.views.docstring_example import call_lines
from generator.targets.python.views.resource import MethodView


def paging_lines(paged: MethodView | None, symbols: SymbolTable) -> list[str]:
    """A loop over pages, and how many items there are where the list says so."""
    if paged is None:
        return []
    called = paged.called
    size = [
        (one.name, Code("50"))
        for one in called.arguments.keywords
        if one.name == called.arguments.size and one.annotation.startswith("int ")
    ]
    first, *others = call_lines(called, symbols, size)
    lines = [
        f"pager = {first}",
        *others,
        "for page in pager.pages():",
        "    print(len(list(page)), pager.next_cursor)",
    ]
    if counts_items(called.operation):
        lines.append("print(pager.total())")
    return lines
