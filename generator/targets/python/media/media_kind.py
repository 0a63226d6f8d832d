"""Media types: what a content type means for Python code."""

from __future__ import annotations

import enum

from generator.ir.graph import flatten
from generator.ir.operation import MediaType
from generator.ir.types import Binary, Enumeration, String, Type
from generator.targets.python.declaration_index import Index
from generator.targets.python.types.formats import BASE64, format_of


class Kind(enum.Enum):
    """The ways a body is read or written."""

    JSON = enum.auto()
    EVENTS = enum.auto()
    LINES = enum.auto()
    FORM = enum.auto()
    MULTIPART = enum.auto()
    TEXT = enum.auto()
    JSON_OR_TEXT = enum.auto()
    BYTES = enum.auto()


# What a Model is written as, member by member; other kinds travel as the caller gives them.
STRUCTURED = frozenset({Kind.JSON, Kind.FORM, Kind.MULTIPART})


def kind_of(media: MediaType) -> Kind:
    """Say how a body of this media type is read or written."""
    written = media.range
    if written.is_json:
        return Kind.LINES if media.in_lines else Kind.JSON
    if written.is_event_stream:
        return Kind.EVENTS
    if written.is_sequential:
        return Kind.LINES
    if media.is_json:
        return Kind.JSON
    if written.is_multipart:
        return Kind.MULTIPART
    if written.is_url_encoded:
        return Kind.FORM
    is_text = written.essence.startswith("text/") and written.essence != "text/xml"
    if written.includes_json:
        # Text alone isn't quoted, and what `byte` encodes is bytes.
        is_text = isinstance(media.type, String) and media.type != BASE64
    return Kind.TEXT if is_text else Kind.BYTES


def kind_of_response(media: MediaType, index: Index) -> Kind:
    """Say how a response of this media type is read.

    A file is no JSON, whatever it is called; in a range the response itself tells JSON from text.
    """
    kind = kind_of(media)
    if kind is Kind.JSON and isinstance(media.type, Binary):
        return Kind.BYTES
    if media.range.includes_json and may_be_text(media.type, index):
        return Kind.JSON_OR_TEXT
    is_plain = isinstance(media.type, String) and format_of(media.type) is None
    is_any_text = media.range.essence == "text/*"
    return Kind.JSON_OR_TEXT if is_any_text and is_plain else kind


def may_be_text(type: Type, index: Index) -> bool:
    """Whether a text is one of the values of a type."""
    return any(
        (
            any(isinstance(value, str) for value in one.values) or one.base == String()
            if isinstance(one, Enumeration)
            else isinstance(one, String)
        )
        for one in flatten(type, index.get)
    )


def is_unparsed(media: MediaType) -> bool:
    """Whether a sequence is described as the text that it is, which says nothing of an item."""
    return media.item is None and isinstance(media.type, String | Binary)


def is_stream(media: MediaType) -> bool:
    """Whether a body is handed out item by item."""
    return kind_of(media) in {Kind.EVENTS, Kind.LINES}
