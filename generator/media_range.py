"""Media types and ranges of them, as `content`, Content-Type and Accept name them (RFC 9110)."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

# `application/json`, `application/problem+json`, `application/x-amz-json-1.1`.
_JSON = re.compile(r"(application|text)/([^;]*[.-])?json(-v?[0-9][0-9.]*)?|[^;]+\+json")
_URL_ENCODED = "application/x-www-form-urlencoded"
_EVENTS = "text/event-stream"
_LINES = frozenset(
    {
        "application/json-seq",
        "application/jsonl",
        "application/jsonlines",
        "application/ndjson",
        "application/x-jsonl",
        "application/x-jsonlines",
        "application/x-ndjson",
    }
)
_TEXTUAL = frozenset(
    {
        "application/graphql",
        "application/javascript",
        "application/jsonl",
        "application/json-seq",
        "application/jwt",
        "application/x-ndjson",
        "application/x-yaml",
        "application/xml",
        "application/yaml",
    }
)
# Parameters that say how a body is written, not what it is.
_ENCODING_PARAMETERS = frozenset({"boundary", "charset"})
# Ranges that JSON is in, as is a media type that nobody names.
_RANGES_WITH_JSON = frozenset({"*/*", "application/*", ""})


class MediaRange:
    """A media type, `application/json; charset=utf-8`, or a range, `image/*`, parsed once.

    `written` is its text in the document, `essence` the type and subtype in lower case, and
    `parameters` are names in lower case with their values.
    """

    def __init__(self, written: str) -> None:
        kind, *parameters = written.split(";")
        self.written = written
        self.essence = kind.strip().lower()
        self.subtype = kind.partition("/")[2].strip()
        self.parameters = tuple(
            (name.strip().lower(), value.strip())
            for name, _, value in (one.partition("=") for one in parameters)
            if name.strip()
        )

    @property
    def meaning(self) -> tuple[tuple[str, str], ...]:
        """The parameters that say what a body is: all but the charset and the boundary."""
        return tuple(
            one for one in self.parameters if one[0] not in _ENCODING_PARAMETERS
        )

    @property
    def is_range(self) -> bool:
        """Whether it stands for several media types."""
        return "*" in self.written

    @cached_property
    def is_json(self) -> bool:
        """Whether a body is one JSON value; a range such as `*/*` leaves that open."""
        return bool(_JSON.fullmatch(self.essence))

    @property
    def includes_json(self) -> bool:
        """Whether it is a range in which JSON is one media type of several."""
        return self.essence in _RANGES_WITH_JSON

    @property
    def is_url_encoded(self) -> bool:
        """Whether a body is written as the query of a URL is."""
        return self.essence == _URL_ENCODED

    @property
    def is_multipart(self) -> bool:
        """Whether a body consists of parts that have headers of their own."""
        return self.essence.startswith("multipart/")

    @property
    def is_form(self) -> bool:
        """Whether a body consists of named or numbered parts."""
        return self.is_url_encoded or self.is_multipart

    @property
    def is_event_stream(self) -> bool:
        """Whether a body is a stream of server-sent events."""
        return self.essence == _EVENTS

    @property
    def is_sequential(self) -> bool:
        """Whether a body is one item after another: events, or JSON by lines or records."""
        return (
            self.is_event_stream
            or self.essence in _LINES
            or self.essence.endswith("+json-seq")
        )

    @property
    def is_text(self) -> bool:
        """Whether a body is text and no JSON value, the sequential ones included."""
        name = self.essence
        is_textual = name.startswith("text/") or name.endswith(("+xml", "+yaml"))
        return (is_textual or name in _TEXTUAL) and not self.is_json


@lru_cache(maxsize=4096)
def media_range(written: str) -> MediaRange:
    """The media type or range of a text, as the document or a header writes it."""
    return MediaRange(written)
