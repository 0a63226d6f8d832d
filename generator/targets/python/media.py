"""Media types: what a content type means for Python code."""

from __future__ import annotations

import enum
import re

from generator.ir.operation import MediaType
from generator.ir.types import (
    Anything,
    Binary,
    Enumeration,
    Nullable,
    String,
    Type,
    Union,
)
from generator.targets.python.index import Index, resolve


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

_JSON = re.compile(r"(application|text)/([^;]*[.-])?json(-v?[0-9][0-9.]*)?|[^;]+\+json")
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
# Ranges that JSON and text are both in.
_RANGES = frozenset({"*/*", "application/*", ""})
# Formats whose values aren't text in Python.
_DATES = frozenset({"date", "date-time"})
_ENCODED = _DATES | {"byte"}


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
        case name if _JSON.fullmatch(name):
            return Kind.LINES if media.in_lines else Kind.JSON
        case name if name.startswith("multipart/"):
            return Kind.MULTIPART
        case "application/x-www-form-urlencoded":
            return Kind.FORM
        case name if name in _RANGES:
            return _kind_in_range(name, media.type)
        case name if name.startswith("text/") and name != "text/xml":
            return Kind.TEXT
        case _:
            return Kind.BYTES


def _kind_in_range(name: str, type: Type) -> Kind:
    """How a value is written where the media type leaves it open: text alone isn't quoted."""
    match type:
        case Binary() | Anything() | String(format="byte"):
            return Kind.BYTES
        case String(format=format) if name != "application/*" and format not in _DATES:
            return Kind.TEXT
        case _:
            return Kind.JSON


def kind_of_answer(media: MediaType, index: Index) -> Kind:
    """Say how an answer of this media type is read.

    A file is no JSON, whatever it is called; within a range the answer itself tells JSON from text.
    """
    kind = kind_of(media)
    name = essence(media.content_type)
    if kind is Kind.JSON and isinstance(media.type, Binary):
        return Kind.BYTES
    if name in _RANGES and may_be_text(media.type, index):
        return Kind.JSON_OR_TEXT
    is_plain = isinstance(media.type, String) and media.type.format not in _ENCODED
    return Kind.JSON_OR_TEXT if name == "text/*" and is_plain else kind


def may_be_text(type: Type, index: Index) -> bool:
    """Whether a text is one of the values of a type."""
    match resolve(type, index):
        case String():
            return True
        case Nullable(inner=inner):
            return may_be_text(inner, index)
        case Enumeration(values=values, base=base):
            return any(isinstance(value, str) for value in values) or base == String()
        case Union(variants=variants):
            return any(may_be_text(one.type, index) for one in variants)
        case _:
            return False


def is_unparsed(media: MediaType) -> bool:
    """Whether a sequence is described as the text that it is, which says nothing of an item."""
    return media.item is None and isinstance(media.type, String | Binary)
