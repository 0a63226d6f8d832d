"""The answers of server streams as grpc-gateway describes them, in Swagger 2.0 and its successors.

A line of JSON is written for each message, and the schema is that of a line:
https://grpc-ecosystem.github.io/grpc-gateway/docs/mapping/customizing_your_gateway/
"""

from __future__ import annotations

from generator.diagnostics import Unsupported
from generator.document.node import Node

_TITLE = "stream result of "
_MEMBERS = frozenset({"result", "error"})


def is_stream_result(schema: Node) -> bool:
    """Whether a schema is that of one line: a message, or the error that ends the stream.

    Its title is what the generator of those documents writes, and says it is a stream.
    """
    try:
        value = schema.follow().mapping
    except Unsupported:
        # Whoever reads the schema says so.
        return False
    title, members = value.get("title"), value.get("properties")
    return (
        isinstance(title, str)
        and title.lower().startswith(_TITLE)
        and isinstance(members, dict)
        and "result" in members
        and _MEMBERS.issuperset(members)
    )
