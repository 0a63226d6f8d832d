"""Media types as they are written: `application/json; charset=utf-8`, `image/*`."""

from __future__ import annotations

import re

from generator.document.node import Node
from generator.reader.context import Context

_PART = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_CONTENT_TYPE = re.compile(rf"\s*{_PART}/{_PART}\s*(;.*)?\Z", re.ASCII)


def is_content_type(written: str, node: Node, context: Context) -> bool:
    """Whether a key of `content` is a media type or a range; one that isn't is left out."""
    if _CONTENT_TYPE.match(written) and written.isprintable():
        return True
    message = f"{written!r} is no media type"
    context.repair("content-type", message, node, "it is left out")
    return False


def essence(written: str) -> str:
    """The media type in lower case, without parameters."""
    return written.partition(";")[0].strip().lower()


def is_json(written: str) -> bool:
    """Whether a body of this media type is one JSON value."""
    kind = essence(written)
    return kind in {"application/json", "text/json"} or kind.endswith("+json")


def is_form(written: str) -> bool:
    """Whether a body of this media type is made of named or numbered parts."""
    kind = essence(written)
    return kind == "application/x-www-form-urlencoded" or kind.startswith("multipart/")


def is_text(written: str) -> bool:
    """Whether a body of this media type is text and no JSON, the sequential ones included."""
    kind = essence(written)
    return (
        kind.startswith("text/") or kind.endswith(("+xml", "+yaml")) or kind in _TEXTUAL
    ) and not is_json(written)


def is_sequential(written: str) -> bool:
    """Whether a body of this media type is one item after another."""
    kind = essence(written)
    return kind in _SEQUENTIAL or kind.endswith("+json-seq")


_SEQUENTIAL = frozenset(
    [
        "application/json-seq",
        "application/jsonl",
        "application/ndjson",
        "application/x-jsonl",
        "application/x-jsonlines",
        "application/x-ndjson",
        "text/event-stream",
    ]
)
_TEXTUAL = frozenset(
    [
        "application/graphql",
        "application/javascript",
        "application/jsonl",
        "application/json-seq",
        "application/jwt",
        "application/x-ndjson",
        "application/x-yaml",
        "application/xml",
        "application/yaml",
    ]
)
