"""What a package imports of others is what it says that it needs."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from generator.diagnostics import Notebook
from generator.emit.files import File
from generator.ir.api import Api
from generator.targets.python import render
from tests.unit.targets.python.notes_api import API, OPTIONS

FIRST, *OTHERS = API.operations
DEPRECATED = replace(API, operations=(replace(FIRST, deprecated=True), *OTHERS))


def imported(files: tuple[File, ...]) -> Iterator[str]:
    """The packages of others that the modules of a project import."""
    for file in files:
        if not file.path.endswith(".py"):
            continue
        for node in ast.walk(ast.parse(file.data)):
            match node:
                case ast.Import(names=names):
                    modules = [alias.name for alias in names]
                case ast.ImportFrom(level=0, module=str(module)):
                    modules = [module]
                case _:
                    continue
            yield from (module.partition(".")[0] for module in modules)


@pytest.mark.parametrize(
    ("api", "more"),
    [(API, set[str]()), (DEPRECATED, {"typing_extensions"})],
    ids=["plain", "deprecated"],
)
def test_dependencies_are_what_is_imported(api: Api, more: set[str]) -> None:
    files = render(api, OPTIONS, Notebook()).files
    text = next(file.data for file in files if file.path == "pyproject.toml")
    lines = tomllib.loads(text.decode())["project"]["dependencies"]
    declared = {re.split("[<>=]", line)[0].replace("-", "_") for line in lines}
    found = set(imported(files)) - sys.stdlib_module_names - {"__future__"}
    assert declared == {"httpcore2", "httpx2", "msgspec"} | more
    # What is in the extras `fast` and `otel` is imported where it is there.
    assert found - {"opentelemetry", "pyreqwest"} == declared
