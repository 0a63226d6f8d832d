"""Encoding Object: https://spec.openapis.org/oas/v3.2.0#encoding-object"""

from __future__ import annotations

from generator.document.node import Node
from generator.ir.operation import Encoding
from generator.reader.audit import audit
from generator.reader.context import Context
from generator.reader.header import read_headers
from generator.reader.style import read_item_styles

_STYLES = frozenset(
    {"form", "spaceDelimited", "pipeDelimited", "tabDelimited", "deepObject"}
)


def read_encodings(node: Node, context: Context) -> tuple[Encoding, ...]:
    """Read the `encoding` of a media type or a part: how properties of a form travel."""
    properties = _properties(node)
    found: list[Encoding] = []
    for name, one in node.members("encoding"):
        if properties is not None and name not in properties:
            message = f"the encoded property `{name}` isn't in the schema"
            context.repair("encoding-unknown", message, one, "it is ignored")
        elif context.is_object(one, "an encoding"):
            found.append(read_encoding(name, one, context))
    return tuple(found)


def read_positions(
    node: Node, context: Context
) -> tuple[tuple[Encoding, ...], Encoding | None]:
    """Read the `prefixEncoding` and the `itemEncoding` of a media type or a part.

    Returns:
        How the first parts of a list travel, and how the others do.
    """
    first = tuple(
        read_encoding("", one, context) for one in node.elements("prefixEncoding")
    )
    item = node.get("itemEncoding")
    return first, None if item is None else read_encoding("", item, context)


def read_encoding(name: str, node: Node, context: Context) -> Encoding:
    """Read how one part of a form travels, and how the parts within it do.

    Args:
        name: The property's name, "" for an element of a list.
        node: The encoding.
        context: What the readers share.
    """
    if not context.is_object(node, "an encoding"):
        return Encoding(property=name)
    style = node.string("style")
    if style and style not in _STYLES:
        message = f"a form's property can't have the style `{style}`"
        context.repair(
            "style-unknown", message, node.at("style"), "it is read as `form`"
        )
        style = "form"
    explode = node.get("explode")
    prefix_encodings, item_encoding = read_positions(node, context)
    encoding = Encoding(
        property=name,
        content_type=node.string("contentType"),
        style=style,
        explode=node.flag("explode") if explode is not None else None,
        item_styles=read_item_styles(node, context),
        allow_reserved=node.flag("allowReserved"),
        headers=read_headers(node, context),
        encodings=read_encodings(node, context),
        prefix_encodings=prefix_encodings,
        item_encoding=item_encoding,
    )
    audit(node, "Encoding", context)
    return encoding


def _properties(node: Node) -> frozenset[str] | None:
    """The properties that a media type's schema lists; None when it doesn't list them all."""
    schema = node.get("schema")
    target = schema.end() if schema is not None else None
    if target is None or not isinstance(target.value, dict):
        return None
    written = target.value.get("properties")
    open_ended = {
        "allOf",
        "oneOf",
        "anyOf",
        "additionalProperties",
        "patternProperties",
    }
    if not isinstance(written, dict) or not open_ended.isdisjoint(target.value):
        return None
    return frozenset(written)
