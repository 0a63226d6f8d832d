"""Strings, numbers and booleans, with their formats."""

from __future__ import annotations

from generator.document.node import Node
from generator.ir.types import Binary, Boolean, Integer, Null, Number, String, Type
from generator.reader.schema.kinds import format_in_type

_ENCODED = {"base64": "byte", "base64url": "base64url"}
_TEXTUAL = ("text/", "application/json", "application/xml")


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
    media_type = node.string("contentMediaType").lower()
    if encoding:
        return String(format=written or _ENCODED.get(encoding, ""))
    if written == "binary":
        return Binary()
    if media_type and not written and not _is_textual(media_type):
        return Binary()
    return String(format=written)


def _read_format(node: Node, kind: str) -> str:
    return node.string("format") or format_in_type(node, kind)


def _is_textual(media_type: str) -> bool:
    return media_type.startswith(_TEXTUAL) or media_type.endswith(("+json", "+xml"))
