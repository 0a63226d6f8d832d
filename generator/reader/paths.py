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
    found: list[Operation] = []
    total = 0
    for template, item in root.members("paths"):
        if template.startswith("x-"):
            continue
        with context.notebook.skipping():
            if not context.is_object(item, "a path item"):
                continue
            for operation in read_path_item(template, item, security, context):
                total += 1
                if operation is not None:
                    found.append(operation)
    return tuple(found), total
