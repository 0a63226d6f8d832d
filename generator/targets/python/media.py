"""Media types: what a content type means for Python code."""

from __future__ import annotations

import enum

from generator.ir.operation import MediaType
from generator.ir.types import Anything, Binary, String


class Kind(enum.Enum):
    """The ways a body is read or written."""

    JSON = enum.auto()
    EVENTS = enum.auto()
    LINES = enum.auto()
    FORM = enum.auto()
    MULTIPART = enum.auto()
    TEXT = enum.auto()
    BYTES = enum.auto()


# What a Model is written as, member by member; other kinds travel as the caller gives them.
STRUCTURED = frozenset({Kind.JSON, Kind.FORM, Kind.MULTIPART})

_JSON = frozenset({"application/json", "text/json"})
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
        case name if name in _LINES or name.endswith("+json-seq"):
            return Kind.LINES
        case name if name in _JSON or name.endswith("+json"):
            return Kind.JSON
        case name if name.startswith("multipart/"):
            return Kind.MULTIPART
        case "application/x-www-form-urlencoded":
            return Kind.FORM
        case "*/*" | "application/*" | "" if not isinstance(
            media.type, Binary | String | Anything
        ):
            return Kind.JSON
        case "*/*" if media.type == String():
            return Kind.TEXT
        case name if name.startswith("text/") and name != "text/xml":
            return Kind.TEXT
        case _:
            return Kind.BYTES


def kind_of_answer(media: MediaType) -> Kind:
    """Say how an answer of this media type is read: a file is no JSON, whatever it is called."""
    kind = kind_of(media)
    is_file = kind is Kind.JSON and isinstance(media.type, Binary)
    return Kind.BYTES if is_file else kind


def is_unparsed(media: MediaType) -> bool:
    """Whether a sequence is described as the text that it is, which says nothing of an item."""
    return media.item is None and isinstance(media.type, String | Binary)
