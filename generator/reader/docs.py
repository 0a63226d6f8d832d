"""The prose of an object, and the External Documentation Object.

https://spec.openapis.org/oas/v3.2.0#external-documentation-object
"""

from __future__ import annotations

from generator.document.node import Node
from generator.ir.name import Name
from generator.ir.value import Docs, Text
from generator.reader.audit import audit
from generator.reader.context import Context
from generator.reader.extension import read_chosen_name


def read_docs(node: Node, context: Context, summary: str = "summary") -> Docs:
    """Read what an object says to people.

    Args:
        node: The object.
        context: What the readers share.
        summary: The keyword of the short form, "" where the object has none.
    """
    return Docs(
        summary=Text(raw=node.string(summary)) if summary else Text(),
        description=Text(raw=node.string("description")),
        link=read_link(node, context),
    )


def described(node: Node) -> Docs:
    """Read the description of an object that has no other prose."""
    return Docs(description=Text(raw=node.string("description")))


def read_name(node: Node, wire: str) -> Name:
    """Name an object by its spelling on the wire, or as its `x-sdk-name` prefers."""
    return Name(wire=wire, preferred=read_chosen_name(node, "x-sdk-name", wire))


def read_link(node: Node, context: Context) -> Text:
    """Read where an object says that more is to be found."""
    docs = node.get("externalDocs")
    if docs is None or not context.is_object(docs, "`externalDocs`"):
        return Text()
    link = Text(raw=docs.string("url"))
    audit(docs, "External Documentation", context)
    return link
