"""The keyword `operationId`: unique in a document where it is there at all."""

from __future__ import annotations

from generator.document.node import Node
from generator.reader.context import Context


def read_operation_id(node: Node, context: Context) -> str:
    """Read an operation's id; "" when it has none or another operation has it already."""
    written = node.string("operationId")
    if not written:
        if context.is_first("operation-id-missing"):
            context.notebook.write(
                "operation-id-missing",
                "the operation has no `operationId`",
                node.place,
                hint="its name is made from its method and path; so are others' like it",
            )
        return ""
    if context.is_first("operation-id", written):
        return written
    message = f"the operationId `{written}` is taken by an operation before this one"
    hint = "a name is made from method and path"
    context.repair("operation-id-duplicate", message, node.at("operationId"), hint)
    return ""
