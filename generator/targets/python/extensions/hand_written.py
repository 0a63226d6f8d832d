"""A hand-written module: its syntax, and what its names stand for within the package."""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Iterator

import msgspec

from generator.diagnostics import Notebook, Spot
from generator.emit.text.code import Code
from generator.sdk_toml import TextFile
from generator.targets.python.options import Options


class HandWritten(msgspec.Struct, frozen=True, eq=False):
    """A module of the folder `extensions`.

    Args:
        file: Its text, and where it lies.
        name: What it is called within the package, dots for folders: `testing`, `cli.main`.
        tree: Its syntax.
        imported: What its names stand for that it imports from the package, as seen from the
            package's root: `Base` for `resources.notes.Notes`.
        libraries: The names of the other packages that it imports.
    """

    file: TextFile
    name: Code
    tree: ast.Module
    imported: dict[str, str]
    libraries: frozenset[str]

    @property
    def is_private(self) -> bool:
        """Whether callers have no business with it: `_journal`, `_cli.main`, `__main__`."""
        return any(part.startswith("_") for part in self.name.split("."))

    @property
    def reexported(self) -> Iterator[str]:
        """The names in `__all__` that it imports."""
        for node in self.tree.body:
            match node:
                case ast.Assign(targets=[ast.Name(id="__all__")], value=value):
                    texts = (
                        one for one in ast.walk(value) if isinstance(one, ast.Constant)
                    )
                    names = {str(one.value) for one in texts}
                    yield from sorted(names & self.imported.keys())
                case _:
                    pass

    @property
    def classes(self) -> Iterator[ast.ClassDef]:
        """The classes at its top."""
        return (node for node in self.tree.body if isinstance(node, ast.ClassDef))

    def spot(self, node: ast.stmt | ast.expr) -> Spot:
        """Where something of it stands."""
        return Spot(self.file.shown, "", node.lineno, node.col_offset + 1)

    def meaning(self, node: ast.expr) -> str:
        """What an expression names within the package, or ""."""
        match node:
            case ast.Name(id=name):
                return self.imported.get(name, "")
            case ast.Attribute(value=owner, attr=name):
                above = self.meaning(owner)
                return f"{above}.{name}".lstrip(".") if self._is_known(owner) else ""
            case ast.Subscript(value=owner):
                return self.meaning(owner)
            case _:
                return ""

    def _is_known(self, node: ast.expr) -> bool:
        match node:
            case ast.Name(id=name):
                return name in self.imported
            case ast.Attribute(value=owner):
                return self._is_known(owner)
            case _:
                return False


def first_line(node: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    """The first line of a docstring, or ""."""
    return (ast.get_docstring(node) or "").partition("\n")[0]


def example_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    """What stands below `Example:` at the end of a docstring, or ""."""
    _, _, example = (ast.get_docstring(node) or "").partition("\nExample:\n")
    return textwrap.dedent(example)


def decorators(node: ast.stmt) -> frozenset[str]:
    """The last names of what decorates a definition: `override` for `@typing.override`."""
    found: frozenset[str] = frozenset()
    for one in getattr(node, "decorator_list", ()):
        match one:
            case ast.Name(id=name) | ast.Attribute(attr=name):
                found |= {name}
            case _:
                pass
    return found


def parse(options: Options, notebook: Notebook) -> tuple[HandWritten, ...]:
    """All modules of the folder; what isn't Python is written into the notebook."""
    return tuple(
        module
        for file in options.extensions
        if file.path.endswith(".py")
        and (module := _parsed(file, options.package, notebook)) is not None
    )


def _parsed(file: TextFile, package: str, notebook: Notebook) -> HandWritten | None:
    name = file.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    try:
        tree = ast.parse(file.text, file.path)
    except (SyntaxError, ValueError) as error:
        line, column = getattr(error, "lineno", 1), getattr(error, "offset", 1)
        notebook.write(
            "extension-syntax",
            f"the hand-written module isn't Python: {getattr(error, 'msg', error)}",
            Spot(file.shown, "", line or 1, max(column or 1, 1)),
        )
        return None
    above = (
        name.split(".") if file.path.endswith("/__init__.py") else name.split(".")[:-1]
    )
    imported: dict[str, str] = {}
    libraries: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                first, *rest = alias.name.split(".")
                if first == package:
                    imported[alias.asname or first] = ".".join(
                        rest if alias.asname else ()
                    )
                else:
                    libraries.add(first)
        elif isinstance(node, ast.ImportFrom):
            source = _source(node, package, above)
            if source is None:
                libraries.add((node.module or "").partition(".")[0])
                continue
            for alias in node.names:
                imported[alias.asname or alias.name] = ".".join([*source, alias.name])
    return HandWritten(file, Code(name), tree, imported, frozenset(libraries))


def _source(node: ast.ImportFrom, package: str, above: list[str]) -> list[str] | None:
    """The module that is imported from, as seen from the package's root; None outside of it."""
    module = (node.module or "").split(".") if node.module else []
    if node.level:
        kept = len(above) - node.level + 1
        return [*above[:kept], *module] if kept >= 0 else None
    return module[1:] if module[:1] == [package] else None
