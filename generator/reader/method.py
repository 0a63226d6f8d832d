"""The methods of a Path Item Object: https://spec.openapis.org/oas/v3.2.0#path-item-object"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
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
_SIBLINGS = (
    "summary",
    "description",
    "servers",
    "parameters",
    "x-sdk-signature",
    *METHODS,
)


def read_methods(
    item: Node, context: Context
) -> Iterator[tuple[str, Node | None, Node]]:
    """Read which requests a path item describes.

    Args:
        item: The path item or a reference to one; what stands beside the `$ref` wins.
        context: What the readers share.

    Yields:
        The method in capitals, the operation, and the path item that holds it; None for an
        operation that can't be read, which is reported.
    """
    shared = item.follow(_SIBLINGS)
    if not context.is_object(shared, "a path item"):
        return
    for method in METHODS:
        node = shared.get(method)
        if node is not None:
            yield method.upper(), _read_object(method, node, context), shared
    for key in shared.leftover():
        if key.lower() in METHODS:
            message = f"`{key}` is no method as OpenAPI writes them"
            place, hint = shared.require(key).place, f"write it `{key.lower()}`"
            context.notebook.write("method-case", message, place, hint=hint)
            yield key.upper(), None, shared
    for method, node in shared.members("additionalOperations"):
        name = _additional(method, node, shared, context)
        if name is not None:
            yield name, _read_object(method, node, context) if name else None, shared


def _read_object(method: str, node: Node, context: Context) -> Node | None:
    with context.notebook.skipping():
        return context.require_object(node, f"`{method}`")
    return None


def _additional(method: str, node: Node, shared: Node, context: Context) -> str | None:
    """The method that a key of `additionalOperations` means.

    Returns:
        "" when it means none, None when the path item describes the method already.
    """
    if not TOKEN.match(method):
        message = f"{method!r} is no method"
        hint = "the operation is left out"
        context.notebook.write(
            "method-unknown", message, node.place, hint=hint, severity=Severity.ERROR
        )
        return ""
    if method.lower() not in METHODS:
        return method
    message = f"`{method}` has a keyword of its own"
    if shared.get(method.lower()) is not None:
        hint = "the operation is left out"
        context.repair("method-duplicate", message, node, hint)
        return None
    context.repair(
        "method-additional", message, node, "it is read as if it stood there"
    )
    return method.upper()
