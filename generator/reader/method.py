"""The methods of a Path Item Object: https://spec.openapis.org/oas/v3.2.0#path-item-object"""

from __future__ import annotations

from collections.abc import Iterator

from generator.document.node import Node
from generator.reader.context import Context
from generator.reader.header import TOKEN

METHODS = (
    "get",
    "put",
    "post",
    "delete",
    "options",
    "head",
    "patch",
    "trace",
    "query",
)
_SIBLINGS = ("summary", "description", "servers", "parameters", *METHODS)


def read_methods(item: Node, context: Context) -> Iterator[tuple[str, Node, Node]]:
    """Read which requests a path item describes.

    Args:
        item: The path item or a reference to one; what stands beside the `$ref` wins.
        context: What the readers share.

    Yields:
        The method in capitals, the operation, and the path item that holds it.
    """
    shared = item.follow(_SIBLINGS)
    if not context.is_object(shared, "a path item"):
        return
    for method in METHODS:
        node = shared.get(method)
        if node is not None and context.is_object(node, f"`{method}`"):
            yield method.upper(), node, shared
    for method, node in shared.members("additionalOperations"):
        name = _additional(method, node, shared, context)
        if name and context.is_object(node, f"`{method}`"):
            yield name, node, shared


def _additional(method: str, node: Node, shared: Node, context: Context) -> str:
    """The method that a key of `additionalOperations` means; "" for none."""
    if not TOKEN.match(method):
        message = f"{method!r} is no method"
        context.repair("method-unknown", message, node, "the operation is left out")
        return ""
    if method.lower() not in METHODS:
        return method
    message = f"`{method}` has a keyword of its own"
    if shared.get(method.lower()) is not None:
        hint = "the operation is left out"
        context.repair("method-duplicate", message, node, hint)
        return ""
    context.repair(
        "method-additional", message, node, "it is read as if it stood there"
    )
    return method.upper()
