"""Request Body Object: https://spec.openapis.org/oas/v3.2.0#request-body-object"""

from __future__ import annotations

from generator.diagnostics import Unsupported
from generator.document.node import Node
from generator.ir.operation import Body
from generator.reader.audit import audit
from generator.reader.context import Context
from generator.reader.docs import described
from generator.reader.media_type import read_content


def read_request_body(node: Node, context: Context) -> Body | None:
    """Read a request body; None when it holds nothing."""
    if not context.is_object(node, "a request body"):
        return None
    return context.shared("Request Body", node, lambda target: _read(target, context))


def _read(node: Node, context: Context) -> Body | None:
    if not context.is_object(node, "a request body"):
        return None
    content = read_content(node, context)
    written = node.require("content")
    required = node.flag("required")
    body = Body(
        content=content, required=required, docs=described(node), place=node.place
    )
    audit(node, "Request Body", context)
    if content:
        return body
    if not isinstance(written.value, dict) and not required:
        return None
    message = "the request body has no media type"
    if required and written.value:
        raise Unsupported("content-count", message, written.place)
    context.repair("content-count", message, written, "no body is sent")
    return None
