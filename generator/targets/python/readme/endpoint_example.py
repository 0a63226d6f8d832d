"""Calls of `request` and `paginate` in examples, at an endpoint that the document has."""

from __future__ import annotations

from collections.abc import Iterator

from generator.emit.text.code import Code, literal
from generator.ir.operation import Parameter
from generator.ir.pagination import ByCursor, ByLink, ByOffset, ByPage, Keys, Pagination
from generator.ir.types import Reference, Type
from generator.targets.python.declaration_index import resolve
from generator.targets.python.expressions import dict_of
from generator.targets.python.samples.call_layout import call
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.views.docstring_example import WIDTH, Called
from generator.targets.python.views.example_arguments import shown_arguments


def request_lines(called: Called, symbols: SymbolTable) -> list[Code]:
    """A call by `request` of what a method calls."""
    arguments = _arguments(called, called.outcome.type, symbols)
    lines = call(Code("request"), arguments, WIDTH, len("result = "))
    return [Code(f"result = {lines[0]}"), *lines[1:]]


def paginate_lines(called: Called, symbols: SymbolTable) -> list[Code]:
    """A loop by `paginate` over the list that a method gives."""
    paging = called.operation.pagination
    more = list(_paging(paging)) if paging else []
    arguments = (*_arguments(called, called.item, symbols), *more)
    lines = call(Code("paginate"), arguments, WIDTH, len("for item in :"))
    lines = [Code(f"for item in {lines[0]}"), *lines[1:]]
    return [*lines[:-1], Code(f"{lines[-1]}:"), Code("    print(item)")]


def _arguments(
    called: Called, type: Type | None, symbols: SymbolTable
) -> Iterator[tuple[Code, Code]]:
    operation = called.operation
    yield Code(""), Code("client")
    yield Code(""), literal(operation.method)
    yield Code(""), literal(operation.path.template)
    shown = shown_arguments(operation, called.arguments, symbols)
    for place, name in (("path", "path_values"), ("query", "query")):
        values = [
            (source.name.wire, value)
            for argument, value in shown
            if isinstance(source := argument.source, Parameter)
            and source.location == place
        ]
        if values:
            yield Code(name), dict_of(values)
    model = resolve(type, symbols.index) if isinstance(type, Reference) else None
    if model is not None and isinstance(type, Reference):
        yield Code("type"), Code(f"models.{symbols.entries[type.id].name}")


def _paging(pagination: Pagination) -> Iterator[tuple[Code, Code]]:
    yield Code("items"), _place(pagination.items)
    match pagination.by:
        case ByCursor() as by:
            yield from _cursor(by)
        case ByPage() as by:
            first = [("first", literal(by.first))] if by.first != 1 else []
            yield Code("page"), _counted(by, first)
        case ByOffset() as by:
            yield Code("offset"), _counted(by, [])
        case ByLink(rel=rel):
            yield Code("link"), literal(rel)
    if pagination.total:
        yield Code("total"), _place(pagination.total)
    if pagination.ends_empty:
        yield Code("ends"), literal("empty")


def _cursor(by: ByCursor) -> Iterator[tuple[Code, Code]]:
    places = {"next": by.next, "cursor_body": by.body, "more": by.more}
    yield from ((Code(name), _place(keys)) for name, keys in places.items() if keys)
    if by.parameter:
        yield Code("parameter"), literal(by.parameter)
    # What has the name that it is sent under is found by this.
    if by.cursor_key not in {"", by.parameter, *by.body[-1:]}:
        yield Code("cursor_key"), literal(by.cursor_key)
    if by.repeats:
        yield Code("repeats"), literal(True)


def _counted(by: ByPage | ByOffset, more: list[tuple[str, Code]]) -> Code:
    total = [("total", _place(by.total))] if by.total else []
    return dict_of([("parameter", literal(by.parameter)), *more, *total])


def _place(keys: Keys) -> Code:
    """A place in a body as `paginate` takes it."""
    if any("." in key for key in keys):
        return literal(list(keys))
    return literal(".".join(keys))
