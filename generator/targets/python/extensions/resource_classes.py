"""Which hand-written classes take the places of generated resources."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from generator.diagnostics import Notebook, Spot
from generator.emit.text.code import Code
from generator.targets.python.extensions.hand_written import HandWritten, decorators

_ROOM = "resources."
# They say more of a property that is there already.
_OF_PROPERTIES = frozenset({"getter", "setter", "deleter"})


class Generated(msgspec.Struct, frozen=True):
    """A generated class of a resource: what the client calls the resource, and what it has."""

    path: Code
    is_async: bool
    members: frozenset[str]


class Extension(msgspec.Struct, frozen=True, eq=False):
    """A class that takes the place of a generated one."""

    module: HandWritten
    node: ast.ClassDef
    extended: Generated

    @property
    def methods(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """Its public methods and properties."""
        for node in self.node.body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not (
                node.name.startswith("_") or decorators(node) & _OF_PROPERTIES
            ):
                yield node


def find_extensions(
    modules: Iterable[HandWritten],
    generated: Mapping[str, Generated],
    notebook: Notebook,
) -> dict[str, Extension]:
    """The classes that extend generated ones, by these.

    Args:
        modules: The hand-written modules.
        generated: The classes of resources, by module and class: `resources.notes.Notes`.
        notebook: Gets a finding for a resource that isn't there, one that has two extensions, and a
            member that hides a generated one unawares.
    """
    found: dict[str, Extension] = {}
    for module, node, base in _derived(modules):
        spot = module.spot(node)
        extended = generated.get(base)
        if extended is None:
            _write_unknown(base, generated, spot, notebook)
        elif base in found:
            before = found[base]
            notebook.write(
                "extension-twice",
                f"`{node.name}` extends `{base}`, and so does `{before.node.name}` "
                f"in `{before.module.file.path}`",
                spot,
                hint="Put the methods of both into one class.",
            )
        else:
            _check_members(module, node, extended, notebook)
            found[base] = Extension(module, node, extended)
    return found


def _derived(
    modules: Iterable[HandWritten],
) -> Iterator[tuple[HandWritten, ast.ClassDef, str]]:
    """The classes with a base out of the folder of resources, and that base."""
    for module in modules:
        for node in module.classes:
            for base in map(module.meaning, node.bases):
                if base.startswith(_ROOM):
                    yield module, node, base


def _write_unknown(
    base: str, generated: Mapping[str, Generated], spot: Spot, notebook: Notebook
) -> None:
    near = difflib.get_close_matches(base, generated, 1)
    known = ", ".join(f"`{name}`" for name in generated)
    notebook.write(
        "extension-resource",
        f"there is no resource `{base}` to extend",
        spot,
        hint=f"did you mean `{near[0]}`?" if near else f"there are {known}",
    )


def _check_members(
    module: HandWritten, node: ast.ClassDef, extended: Generated, notebook: Notebook
) -> None:
    for name, member in _members(node):
        if name in extended.members and "override" not in decorators(member):
            notebook.write(
                "extension-override",
                f"`{node.name}.{name}` hides the generated `client.{extended.path}.{name}`",
                module.spot(member),
                hint="Mark it with `@override` if that is meant, or give it another name.",
            )


def _members(node: ast.ClassDef) -> Iterator[tuple[str, ast.stmt]]:
    for member in node.body:
        match member:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name, member
            case ast.ClassDef(name=name):
                yield name, member
            case ast.Assign(targets=targets):
                for target in targets:
                    if isinstance(target, ast.Name):
                        yield target.id, member
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name, member
            case _:
                pass
