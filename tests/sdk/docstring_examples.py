"""The examples in the docstrings of the generated package."""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Iterator
from pathlib import Path

RESOURCES = (
    Path(__file__).parents[2] / "generated/intercom/python/intercom_sdk/resources"
)


def examples() -> Iterator[tuple[str, str]]:
    """Method and example of each docstring that has one."""
    for path in sorted(RESOURCES.glob("*.py")):
        for owner in ast.parse(path.read_text("utf-8")).body:
            if not isinstance(owner, ast.ClassDef):
                continue
            for method in owner.body:
                if not isinstance(method, (ast.FunctionDef, ast.AsyncFunctionDef)):
                    continue
                _, heading, example = (ast.get_docstring(method) or "").partition(
                    "Example:\n"
                )
                if heading:
                    yield f"{owner.name}.{method.name}", textwrap.dedent(example)


EXAMPLES = list(examples())
