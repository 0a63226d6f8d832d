"""Media types: what a content type means for Python code."""

from __future__ import annotations

import enum
from collections.abc import Iterable

from generator.ir.operation import MediaType
from generator.ir.types import Anything, Binary, String


class Kind(enum.Enum):
    """The ways a body is read or written, the preferred one first."""

    JSON = enum.auto()
    EVENTS = enum.auto()
    LINES = enum.auto()
    MULTIPART = enum.auto()
    FORM = enum.auto()
    TEXT = enum.auto()
    BYTES = enum.auto()


_LINES = frozenset(
    {
        "application/jsonl",
        "application/x-jsonl",
        "application/x-jsonlines",
        "application/ndjson",
        "application/x-ndjson",
        "application/json-seq",
    }
)


def essence(content_type: str) -> str:
    """The content type in lower case, without its parameters."""
    return content_type.partition(";")[0].strip().lower()


def kind_of(media: MediaType) -> Kind:
    """Say how a body of this media type is read or written."""
    match essence(media.content_type):
        case "text/event-stream":
            return Kind.EVENTS
        case name if name in _LINES:
            return Kind.LINES
        case "application/json" | "text/json":
            return Kind.JSON
        case name if name.endswith("+json"):
            return Kind.JSON
        case "multipart/form-data" | "multipart/mixed" | "multipart/related":
            return Kind.MULTIPART
        case "application/x-www-form-urlencoded":
            return Kind.FORM
        case "*/*" | "application/*" | "" if not isinstance(
            media.type, Binary | String | Anything
        ):
            return Kind.JSON
        case name if name.startswith("text/") and name != "text/xml":
            return Kind.TEXT
        case _:
            return Kind.BYTES


def preferred(content: Iterable[MediaType]) -> MediaType | None:
    """The representation that a request is sent in: the first of the most preferred kind."""
    return min(content, key=lambda media: kind_of(media).value, default=None)
