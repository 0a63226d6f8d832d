"""View of a docstring's example: a call of a method that does something."""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Sequence

import msgspec

from generator.emit.text.code import Code, literal
from generator.ir.declarations import Model
from generator.ir.operation import Operation
from generator.ir.types import Nullable, Type
from generator.targets.python.declaration_index import resolve
from generator.targets.python.docs.docstrings import clean
from generator.targets.python.names.identifiers import snake
from generator.targets.python.requests.results import Outcome
from generator.targets.python.requests.signature import Arguments
from generator.targets.python.samples.call_layout import call
from generator.targets.python.types import fields
from generator.targets.python.types.resource_groups import Method
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.views.example_arguments import shown_arguments

# Of a docstring's lines, inside of a section.
WIDTH = 88 - 8 - 4
# Names that an example has uses of its own for.
_TAKEN = frozenset({"client", *dir(builtins)})


class Called(msgspec.Struct, frozen=True):
    """A method as the docstring's example calls it.

    `class_name` is its class, and `path` leads to it from the client: `notes.list`. `item` is the
    type of a page's items, None when the method isn't paged. `alike` are all methods of the same
    operation.
    """

    operation: Operation
    class_name: Code
    path: Code
    arguments: Arguments
    outcome: Outcome
    item: Type | None
    alike: Sequence[Method] = ()

    @property
    def fixed(self) -> tuple[str, ...]:
        """The members of the body that a further method fixes, with their values."""
        body, place = self.operation.body, self.operation.place
        if body is None or all(one.operation.place == place for one in self.alike[:1]):
            return ()
        return tuple(f"{clean(name)}={literal(one.value)}" for name, one in body.fixed)


def example(called: Called, symbols: SymbolTable) -> list[Code]:
    """A call with all that is required, and with the body that the document shows."""
    if called.item is not None:
        name, shown = _variable(called.item, symbols)
        lines = _assigned(f"for {name} in ", called, symbols, ":")
        return [*lines, Code(f"    print({shown})")]
    if called.outcome.result == "None":
        return call_lines(called, symbols)
    if called.outcome.streams:
        lines = _assigned("with ", called, symbols, " as items:")
        return [*lines, *map(Code, ("    for item in items:", "        print(item)"))]
    name, _ = _variable(called.outcome.type, symbols)
    lines = _assigned(f"{name} = ", called, symbols)
    if len(lines[0]) <= WIDTH:
        return lines
    return _assigned("result = ", called, symbols)


def _assigned(
    before: str, called: Called, symbols: SymbolTable, after: str = ""
) -> list[Code]:
    lines = call_lines(called, symbols, room=len(before) + len(after))
    lines[0] = Code(before + lines[0])
    lines[-1] = Code(lines[-1] + after)
    return lines


def call_lines(
    called: Called,
    symbols: SymbolTable,
    more: Iterable[tuple[Code, Code]] = (),
    *,
    name: str = "",
    room: int = 0,
) -> list[Code]:
    """A call with all that is required, and with the body that the document shows, as lines.

    Args:
        called: The method.
        symbols: The names in the package.
        more: Further keyword arguments.
        name: A function that is given the method and its arguments, or "" to call the method.
        room: Columns that something else needs, if the call stays on one line.
    """
    path = Code(f"client.{called.path}")
    arguments = [
        (Code("") if argument in called.arguments.positional else argument.name, value)
        for argument, value in shown_arguments(
            called.operation, called.arguments, symbols
        )
    ]
    if name:
        arguments.insert(0, (Code(""), path))
    return call(Code(name) if name else path, (*arguments, *more), WIDTH, room)


def _variable(type: Type | None, symbols: SymbolTable) -> tuple[Code, Code]:
    """What to call a value, and an expression that shows something of it."""
    if type is None or isinstance(type, Nullable):
        return Code("result"), Code("result")
    found = resolve(type, symbols.index)
    if not isinstance(found, Model):
        return Code("item"), Code("item")
    name = snake(found.name, "result")
    if name in _TAKEN:
        name = Code("result")
    own = fields.received(found)
    names = symbols.attributes.of(found)
    required = [field for field in own if field.required] or list(own)
    shown = next(
        (f for f in required if f.name.wire == "id"), required[0] if required else None
    )
    return name, Code(f"{name}.{names[shown.name.wire]}") if shown else name
