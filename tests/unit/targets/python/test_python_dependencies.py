"""What the runtime imports is what a generated package says that it needs."""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import Notebook
from generator.emit.templates import templates_folder
from generator.targets.python import render
from tests.unit.targets.python.notes_api import API, OPTIONS


def imported(folder: Path) -> Iterator[str]:
    """The packages of others that the modules of a folder import."""
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Import(names=names):
                    modules = [alias.name for alias in names]
                case ast.ImportFrom(level=0, module=str(module)):
                    modules = [module]
                case _:
                    continue
            yield from (module.partition(".")[0] for module in modules)


def test_dependencies_are_what_is_imported() -> None:
    files = render(API, OPTIONS, Notebook()).files
    text = next(file.data for file in files if file.path == "pyproject.toml")
    lines = tomllib.loads(text.decode())["project"]["dependencies"]
    declared = {line.partition(">=")[0] for line in lines}
    found = set(imported(templates_folder() / "python" / "runtime"))
    assert found - sys.stdlib_module_names - {"__future__"} == declared
