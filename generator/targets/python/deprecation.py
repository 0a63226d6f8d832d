"""Deprecation: how classes and methods are marked, and when a method warns at run time."""

from __future__ import annotations

from collections.abc import Sequence

from generator.emit.text.code import Code, join, literal
from generator.ir.declarations import Declaration, Model
from generator.targets.python.module import Module

_SOURCE = "._runtime.deprecation"


def is_marked(declaration: Declaration) -> bool:
    """Whether a declaration's class is marked; an alias has none."""
    return isinstance(declaration, Model) and declaration.deprecated


def note_named(declaration: Declaration, module: Module) -> None:
    """Note that a module names a declaration, of which type checkers may warn there."""
    module.names_deprecated = module.names_deprecated or is_marked(declaration)


def mark(path: Code, module: Module) -> Code:
    """The decorator of a class or method, which tells type checkers and editors."""
    # The runtime warns by itself, at the line of the caller and never while it decodes.
    text = literal(f"`{path}` is deprecated")
    return Code(f"{module.use(_SOURCE, 'deprecated')}({text}, category=None)")


def method_marks(
    path: Code, module: Module, arguments: Sequence[Code], *, is_deprecated: bool
) -> tuple[Code, ...]:
    """The decorators of a method, where it is deprecated, or where arguments of it are.

    Args:
        path: What leads to it from the client: `notes.list`.
        module: The module, which collects the imports.
        arguments: The names of its deprecated arguments.
        is_deprecated: Whether the whole method is.
    """
    if is_deprecated:
        return mark(path, module), _warning(module, arguments)
    return argument_marks(module, arguments)


def argument_marks(module: Module, arguments: Sequence[Code]) -> tuple[Code, ...]:
    """The decorators of a function, of whose arguments these are deprecated."""
    return (_warning(module, arguments),) if arguments else ()


def _warning(module: Module, arguments: Sequence[Code]) -> Code:
    names = join(", ", (literal(name) for name in arguments))
    return Code(f"{module.use(_SOURCE, 'warns')}({names})")
