"""Hand-written methods, functions and classes as the package's maps list them."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from generator.targets.python.extensions.hand_written import HandWritten, decorators
from generator.targets.python.extensions.hand_written_modules import HandWrittenModules

Function = ast.FunctionDef | ast.AsyncFunctionDef


def call_of(node: Function) -> str:
    """A call with what is required: `first(contact_id, limit=..., ...)`."""
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
    for module in hand_written.modules:
        for line in _module_lines(module):
            yield f"{module.name}.{line}"


def _module_lines(module: HandWritten) -> Iterator[str]:
    for node in module.tree.body:
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                if not name.startswith("_"):
                    yield _signature(node, node.args)
            case ast.ClassDef(name=name) if not name.startswith("_"):
                bases = ", ".join(map(ast.unparse, node.bases))
                yield f"{name}({bases})" if bases else name
            case _:
                pass


def signature_of(node: Function) -> str:
    """The signature of a method, without what it is bound to."""
    arguments, count = node.args, _bound(node)
    is_first = not arguments.posonlyargs
    rest = ast.arguments(
        posonlyargs=arguments.posonlyargs[count:],
        args=arguments.args[count if is_first else 0 :],
        vararg=arguments.vararg,
        kwonlyargs=arguments.kwonlyargs,
        kw_defaults=arguments.kw_defaults,
        kwarg=arguments.kwarg,
        defaults=arguments.defaults,
    )
    return _signature(node, rest)


def _bound(node: Function) -> int:
    """How many arguments a method is bound to."""
    return 0 if "staticmethod" in decorators(node) else 1


def _signature(node: Function, arguments: ast.arguments) -> str:
    awaited = "async " if isinstance(node, ast.AsyncFunctionDef) else ""
    result = f" -> {awaited}{returned(node)}" if returned(node) else ""
    return f"{node.name}({ast.unparse(arguments)}){result}"
