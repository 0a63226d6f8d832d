"""Response Object: https://spec.openapis.org/oas/v3.2.0#response-object"""

from __future__ import annotations

import msgspec

from generator.document.node import Node
from generator.ir.operation import Response
from generator.reader.audit import audit
from generator.reader.context import Context
from generator.reader.docs import read_docs
from generator.reader.header import read_headers
from generator.reader.media_type import read_content


def read_response(status: str, node: Node, context: Context) -> Response:
    """Read one response of an operation, which may stand elsewhere and be shared.

    Args:
        status: The status that it answers, normalised.
        node: The response or a reference to it.
        context: What the readers share.
    """
    if not context.is_object(node, "a response"):
        return Response(status=status)
    response = context.shared("Response", node, lambda target: _read(target, context))
    return msgspec.structs.replace(response, status=status)


def _read(node: Node, context: Context) -> Response:
    if not context.is_object(node, "a response"):
        return Response(status="")
    response = Response(
        status="",
        content=read_content(node, context),
        headers=read_headers(node, context),
        docs=read_docs(node, context),
    )
    audit(node, "Response", context)
    return response
