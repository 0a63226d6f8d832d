"""Path Item Object: https://spec.openapis.org/oas/v3.2.0#path-item-object"""

from __future__ import annotations

from collections.abc import Iterator

from generator.document.node import Node
from generator.ir.operation import Operation
from generator.reader.audit import audit
from generator.reader.context import Context
from generator.reader.docs import read_docs
from generator.reader.method import read_methods
from generator.reader.operation import Surroundings, read_operation
from generator.reader.parameters import read_parameters
from generator.reader.path_template import likeness, read_path
from generator.reader.security_requirement import Alternatives
from generator.reader.server import read_servers


def read_path_item(
    template: str, item: Node, security: Alternatives, context: Context
) -> Iterator[Operation | None]:
    """Read the operations of one path.

    Args:
        template: The path.
        item: The path item or a reference to one.
        security: What the document's operations need unless they say otherwise.
        context: What the readers share.

    Yields:
        Each operation, None for one that was refused.
    """
    around: Surroundings | None = None
    shared = item
    for method, node, shared in read_methods(item, context):
        operation: Operation | None = None
        if node is None:
            yield None
            continue
        with context.notebook.skipping():
            if around is None:
                around = _read_surroundings(template, shared, security, context)
            _check_unique(around, method, node, context)
            operation = read_operation(node, method, around, context)
        yield operation
    audit(shared, "Path Item", context)


def _read_surroundings(
    template: str, shared: Node, security: Alternatives, context: Context
) -> Surroundings:
    return Surroundings(
        path=read_path(template, shared, context),
        parameters=read_parameters(shared, context),
        servers=read_servers(shared, context),
        security=security,
        docs=read_docs(shared, context),
    )


def _check_unique(
    around: Surroundings, method: str, node: Node, context: Context
) -> None:
    if not context.is_first("path", method, likeness(around.path)):
        message = f"another path can't be told from `{around.path.template}`"
        context.repair("path-ambiguous", message, node, "both are generated")
