"""Hand-written methods, functions and classes as the package's maps list them."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from generator.targets.python.extensions.hand_written import HandWritten, decorators
from generator.targets.python.extensions.hand_written_modules import HandWrittenModules

Function = ast.FunctionDef | ast.AsyncFunctionDef
_PROPERTIES = frozenset({"property", "cached_property"})


def call_of(node: Function) -> str:
    """A call with what is required: `first(contact_id, limit=..., ...)`; a property's name."""
    if is_property(node):
        return node.name
    arguments = node.args
    plain = [*arguments.posonlyargs, *arguments.args][_bound(node) :]
    needed = plain[: len(plain) - len(arguments.defaults)]
    named = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    shown = [one.arg for one in needed]
    shown += [f"{one.arg}=..." for one, default in named if default is None]
    has_more = bool(arguments.defaults or arguments.vararg or arguments.kwarg)
    has_more = has_more or any(one is not None for one in arguments.kw_defaults)
    return f"{node.name}({', '.join([*shown, *(['...'] if has_more else [])])})"


def returned(node: Function) -> str:
    """The annotation of what it returns, or ""."""
    return ast.unparse(node.returns) if node.returns else ""


def surface_lines(hand_written: HandWrittenModules, client: str) -> Iterator[str]:
    """The lines of SURFACE.txt, as seen from the package's root."""
    for extension in hand_written.extensions.values():
        name = f"Async{client}" if extension.extended.is_async else client
        for method in extension.methods:
            yield f"{name}.{extension.extended.path}.{signature_of(method)}"
    for module in hand_written.public:
        for line in _module_lines(module):
            yield f"{module.name}.{line}"


def _module_lines(module: HandWritten) -> Iterator[str]:
    yield from module.reexported
    for node in module.tree.body:
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                if not name.startswith("_"):
                    yield _signature(node, _arguments(node.args))
            case ast.ClassDef(name=name) if not name.startswith("_"):
                bases = ", ".join(map(ast.unparse, node.bases))
                yield f"{name}({bases})" if bases else name
            case _:
                pass


def signature_of(node: Function) -> str:
    """The signature of a method, without what it is bound to; a property's name and type."""
    if is_property(node):
        return f"{node.name}: {returned(node)}" if returned(node) else node.name
    return _signature(node, arguments_of(node))


def arguments_of(node: Function) -> list[str]:
    """The arguments of a method, each as in its signature, without what it is bound to."""
    shown = _arguments(node.args)
    count = _bound(node)
    # The mark of positional arguments goes where there are none left.
    is_marked = count and len(node.args.posonlyargs) == count
    return shown[count + bool(is_marked) :]


def _arguments(arguments: ast.arguments) -> list[str]:
    plain = [*arguments.posonlyargs, *arguments.args]
    defaults: list[ast.expr | None] = [None] * (len(plain) - len(arguments.defaults))
    pairs = zip(plain, [*defaults, *arguments.defaults], strict=True)
    shown = [_argument(one, default) for one, default in pairs]
    if arguments.posonlyargs:
        shown.insert(len(arguments.posonlyargs), "/")
    if arguments.vararg is not None:
        shown.append(f"*{ast.unparse(arguments.vararg)}")
    elif arguments.kwonlyargs:
        shown.append("*")
    named = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    shown += [_argument(one, default) for one, default in named]
    if arguments.kwarg is not None:
        shown.append(f"**{ast.unparse(arguments.kwarg)}")
    return shown


def _argument(argument: ast.arg, default: ast.expr | None) -> str:
    shown = ast.unparse(argument)
    if default is None:
        return shown
    equals = " = " if argument.annotation else "="
    return f"{shown}{equals}{ast.unparse(default)}"


def is_property(node: Function) -> bool:
    """Whether it is read as an attribute."""
    return not _PROPERTIES.isdisjoint(decorators(node))


def _bound(node: Function) -> int:
    """How many arguments a method is bound to."""
    return 0 if "staticmethod" in decorators(node) else 1


def _signature(node: Function, arguments: list[str]) -> str:
    awaited = "async " if isinstance(node, ast.AsyncFunctionDef) else ""
    result = f" -> {awaited}{returned(node)}" if returned(node) else ""
    return f"{node.name}({', '.join(arguments)}){result}"
