"""Strings, numbers and booleans, with their formats."""

from __future__ import annotations

from generator.document.node import Node
from generator.ir.types import Binary, Boolean, Integer, Null, Number, String, Type
from generator.media_range import media_range
from generator.reader.schema.type_keyword import format_in_type

_ENCODED = {"base64": "byte", "base64url": "base64url"}


def read_scalar(kind: str, node: Node) -> Type:
    """Read a schema of a scalar type.

    Args:
        kind: The JSON type, neither `object` nor `array`.
        node: The schema.
    """
    match kind:
        case "null":
            return Null()
        case "boolean":
            return Boolean()
        case "integer":
            return Integer(format=_read_format(node, kind))
        case "number":
            return Number(format=_read_format(node, kind))
        case _:
            return _read_string(node)


def _read_string(node: Node) -> Type:
    """Read a string: bytes when its content is declared and not encoded as text."""
    written = _read_format(node, "string")
    encoding = node.string("contentEncoding").lower()
    if encoding:
        return String(format=written or _ENCODED.get(encoding, ""))
    if written == "binary":
        return Binary()
    content = media_range(node.string("contentMediaType"))
    if content.essence and not written and not (content.is_text or content.is_json):
        return Binary()
    return String(format=written)


def _read_format(node: Node, kind: str) -> str:
    return node.string("format") or format_in_type(node, kind)
