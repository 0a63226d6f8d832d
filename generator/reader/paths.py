"""Paths Object: https://spec.openapis.org/oas/v3.2.0#paths-object"""

from __future__ import annotations

from generator.document.node import Node
from generator.ir.operation import Operation
from generator.reader.context import Context
from generator.reader.path_item import read_path_item
from generator.reader.security_requirement import Alternatives


def read_paths(
    security: Alternatives, root: Node, context: Context
) -> tuple[tuple[Operation, ...], int]:
    """Read all operations of a document.

    Returns:
        Those that could be read, and how many the document has.
    """
    paths = root.get("paths")
    if paths is None or _is_null(paths, "`paths`", context):
        return (), 0
    every: list[Operation | None] = []
    for template, item in context.require_object(paths, "`paths`").entries():
        if not template.startswith("x-"):
            every += _read_item(template, item, security, context)
    return tuple(one for one in every if one is not None), len(every)


def _read_item(
    template: str, item: Node, security: Alternatives, context: Context
) -> list[Operation | None]:
    """The operations of a path, None for each that was refused."""
    found: list[Operation | None] = []
    with context.notebook.skipping():
        if _is_null(item, "a path item", context):
            return []
        context.require_object(item, "a path item")
        for operation in read_path_item(template, item, security, context):
            found.append(operation)
        return found
    # What can't be read at all counts for one operation, or the run would seem complete.
    return [*found, None]


def _is_null(node: Node, what: str, context: Context) -> bool:
    """Whether there is nothing where an object belongs, which is mended."""
    return node.value is None and not context.is_object(node, what)
