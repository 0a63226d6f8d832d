"""The runtime touches no private attribute of anything but its own objects."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

RUNTIME = Path(__file__).parents[2] / "templates" / "python" / "runtime"
# Of objects of the same class, and the method of named tuples, which is public.
ALLOWED = {"codec._log", "bound._end", "bound._clock", "one._replace"}


def foreign(tree: ast.AST) -> Iterator[str]:
    """Attributes with one underscore of what isn't `self`, `cls` or `super()`."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Attribute)
            and node.attr.startswith("_")
            and not node.attr.endswith("__")
            and ast.unparse(node.value) not in {"self", "cls", "super()"}
        ):
            yield ast.unparse(node)


def test_no_private_attribute_of_a_library_is_touched() -> None:
    found = {
        name
        for path in RUNTIME.rglob("*.py")
        for name in foreign(ast.parse(path.read_text("utf-8")))
    }
    assert found == ALLOWED
