"""No imports of the generator run in a circle, and a module's name stands for one subject."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from generator.ir.graph import loops

GENERATOR = Path(__file__).parent.parent / "generator"
MODULES = {
    ".".join(path.relative_to(GENERATOR.parent).with_suffix("").parts).removesuffix(
        ".__init__"
    ): path
    for path in sorted(GENERATOR.rglob("*.py"))
}
# One subject at several stages: an object of OpenAPI as it is upgraded, read and kept in the IR.
STAGES = ("document.upgrade", "document", "reader", "ir", "refine")
OBJECTS = {
    *("discriminator", "document", "media_type", "name", "operation", "pagination"),
    *("parameter", "reference", "response", "schema", "security", "server", "wait"),
}
# Each with the one subject that its modules share.
SHARED_NAMES = {
    "api": "the Api, and its rewriting",
    "arguments": "of a command line, and of a method: each of a program's call",
    "client_options": "the options that a client takes, checked and printed",
    "files": "files that are read, and files that are written",
    "options": "a target's own options, one module a target",
    "types": "the types of the IR, and their rewriting",
}


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def loaded(node: ast.AST) -> Iterator[ast.AST]:
    """The statements that run when a module is loaded."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
            yield from (grand for one in child.orelse for grand in (one, *loaded(one)))
            continue
        yield child
        yield from loaded(child)


def targets(name: str) -> Iterator[str]:
    """The modules of the generator that a module imports when it is loaded."""
    for node in loaded(parsed(MODULES[name])):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield full if full in MODULES else node.module


def test_no_imports_run_in_a_circle() -> None:
    graph = {
        name: tuple(each for each in targets(name) if each in MODULES)
        for name in MODULES
    }
    assert [sorted(circle) for circle in loops(graph)] == []


def test_a_name_stands_for_one_subject() -> None:
    found: dict[str, list[str]] = defaultdict(list)
    for name, path in MODULES.items():
        found[path.stem].append(name)
    offenders = {
        stem: names
        for stem, names in found.items()
        if len(names) > 1
        and not stem.startswith("__")
        and stem not in SHARED_NAMES
        and not (stem in OBJECTS and all(_is_stage(each) for each in names))
    }
    assert offenders == {}


def _is_stage(name: str) -> bool:
    return name.removeprefix("generator.").startswith(tuple(f"{s}." for s in STAGES))
