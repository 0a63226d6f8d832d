"""Header Object: https://spec.openapis.org/oas/v3.2.0#header-object"""

from __future__ import annotations

import re

from generator.document.node import Node
from generator.ir.operation import Header
from generator.ir.types import String
from generator.reader.audit import audit
from generator.reader.content import read_content_schema
from generator.reader.context import Context
from generator.reader.docs import described, read_name
from generator.reader.schema.reading import Reading

TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+\Z")


def read_headers(node: Node, context: Context) -> tuple[Header, ...]:
    """Read the `headers` of a response or of a part; `content` gives `Content-Type`."""
    found: dict[str, Header] = {}
    for name, one in node.members("headers"):
        lower = name.lower()
        if lower == "content-type":
            continue
        if not TOKEN.match(name):
            message = f"{name!r} can't be the name of a header"
            context.repair("header-name", message, one, "it is left out")
        elif lower in found:
            message = f"the header `{name}` is described twice"
            context.repair("header-duplicate", message, one, "the later one is ignored")
        elif context.is_object(one, "a header"):
            with context.leaving_out("the header is left out"):
                found[lower] = _read_header(name, one.follow(), context)
    return tuple(found.values())


def _read_header(name: str, node: Node, context: Context) -> Header:
    if not context.is_object(node, "a header"):
        return Header(name=read_name(node, name), type=String())
    style = node.string("style", "simple")
    if style != "simple":
        message = f"a header can't have the style `{style}`"
        hint = "it is read as `simple`"
        context.repair("style-unknown", message, node.at("style"), hint)
    reading = _read_schema(node, context)
    header = Header(
        name=read_name(node, name),
        type=reading.type,
        default=reading.default,
        required=node.flag("required"),
        deprecated=node.flag("deprecated"),
        docs=described(node),
    )
    audit(node, "Header", context)
    return header


def _read_schema(node: Node, context: Context) -> Reading:
    schema = node.get("schema")
    content = read_content_schema(node, context, "header")
    if schema is not None:
        return context.read_schema(schema)
    return content.reading if content else Reading(type=String())
