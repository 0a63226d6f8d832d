"""Tag Object: https://spec.openapis.org/oas/v3.2.0#tag-object"""

from __future__ import annotations

from generator.document.node import Node
from generator.ir.api import Resource
from generator.reader.audit import audit
from generator.reader.context import Context
from generator.reader.docs import read_docs, read_name


def read_tags(root: Node, context: Context) -> tuple[Resource, ...]:
    """Read the declared tags, whose docs are those of the resources named like them."""
    found: dict[str, Resource] = {}
    for node in root.elements("tags"):
        if not context.is_object(node, "a tag"):
            continue
        name = node.string("name")
        docs = read_docs(node, context)
        resource = Resource(id=name, name=(read_name(node, name),), docs=docs)
        audit(node, "Tag", context)
        if name in found:
            message = f"the tag `{name}` is declared twice"
            context.repair("tag-duplicate", message, node, "the later one is ignored")
        else:
            found[name] = resource
    return tuple(found.values())
