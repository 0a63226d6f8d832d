"""What media types mean: for bodies that are sent, and for answers."""

from __future__ import annotations

import pytest

from generator.diagnostics import Place
from generator.ir.declarations import Alias
from generator.ir.name import Name
from generator.ir.operation import MediaType
from generator.ir.types import (
    Anything,
    Array,
    Binary,
    Enumeration,
    Integer,
    Nullable,
    Reference,
    String,
    Type,
    Union,
    Variant,
)
from generator.targets.python.media.media_kind import (
    Kind,
    is_unparsed,
    kind_of,
    kind_of_response,
)


@pytest.mark.parametrize(
    ("content_type", "type", "sent", "answered"),
    [
        ("application/json", String(), Kind.JSON, Kind.JSON),
        ("application/json", Binary(), Kind.JSON, Kind.BYTES),
        ("application/x-amz-json-1.1", String(), Kind.JSON, Kind.JSON),
        ("application/x-json", String(), Kind.JSON, Kind.JSON),
        ("text/x-json", String(), Kind.JSON, Kind.JSON),
        ("application/vnd.x.v1.json", String(), Kind.JSON, Kind.JSON),
        ("application/json-v2", String(), Kind.JSON, Kind.JSON),
        ("application/json-patch", Binary(), Kind.BYTES, Kind.BYTES),
        ("application/x-ndjson", String(), Kind.LINES, Kind.LINES),
        ("application/notjson", Binary(), Kind.BYTES, Kind.BYTES),
        ("image/json", Binary(), Kind.BYTES, Kind.BYTES),
        ("application/problem+json", Binary(), Kind.JSON, Kind.BYTES),
        ("application/pdf", Binary(), Kind.BYTES, Kind.BYTES),
        ("application/x-ndjson", Binary(), Kind.LINES, Kind.LINES),
        ("text/event-stream", String(), Kind.EVENTS, Kind.EVENTS),
    ],
)
def test_kinds(content_type: str, type: Type, sent: Kind, answered: Kind) -> None:
    media = MediaType(content_type=content_type, type=type)
    assert (kind_of(media), kind_of_response(media, {})) == (sent, answered)


PLACE = Place("openapi.yaml", "/components/schemas/Id")
ID = Alias(id="Id", name=Name(wire="Id"), place=PLACE, type=String(format="uuid"))
EITHER = Union(variants=(Variant(type=Integer()), Variant(type=Reference(id="Id"))))


@pytest.mark.parametrize(
    ("type", "sent", "answered"),
    [
        *(
            (String(format=format), Kind.TEXT, Kind.JSON_OR_TEXT)
            for format in ("", "uuid", "uri", "email", "int64", "password", "custom")
        ),
        (String(format="date"), Kind.JSON, Kind.JSON_OR_TEXT),
        (String(format="date-time"), Kind.JSON, Kind.JSON_OR_TEXT),
        (String(format="byte"), Kind.BYTES, Kind.JSON_OR_TEXT),
        (Binary(), Kind.BYTES, Kind.BYTES),
        (Anything(), Kind.BYTES, Kind.BYTES),
        (Enumeration(values=("a",)), Kind.JSON, Kind.JSON_OR_TEXT),
        (Enumeration(values=(1,), base=String()), Kind.JSON, Kind.JSON_OR_TEXT),
        (Enumeration(values=(1, None)), Kind.JSON, Kind.JSON),
        (Nullable(inner=String()), Kind.JSON, Kind.JSON_OR_TEXT),
        (Reference(id="Id"), Kind.JSON, Kind.JSON_OR_TEXT),
        (EITHER, Kind.JSON, Kind.JSON_OR_TEXT),
        (Integer(), Kind.JSON, Kind.JSON),
        (Array(item=String()), Kind.JSON, Kind.JSON),
    ],
)
def test_kinds_in_ranges(type: Type, sent: Kind, answered: Kind) -> None:
    for content_type in ("*/*", "application/*"):
        media = MediaType(content_type=content_type, type=type)
        assert kind_of_response(media, {"Id": ID}) is answered
        # Text isn't in the range `application/*`.
        is_text = sent is Kind.TEXT and content_type == "application/*"
        assert kind_of(media) is (Kind.JSON if is_text else sent)


@pytest.mark.parametrize(
    ("content_type", "type", "answered"),
    [
        ("text/*", String(), Kind.JSON_OR_TEXT),
        ("text/*", String(format="date"), Kind.TEXT),
        ("text/*", Integer(), Kind.TEXT),
        ("text/plain", String(), Kind.TEXT),
        ("image/*", String(), Kind.BYTES),
        ("application/*+json", String(format="date"), Kind.JSON),
    ],
)
def test_answers_in_other_ranges(content_type: str, type: Type, answered: Kind) -> None:
    media = MediaType(content_type=content_type, type=type)
    assert kind_of_response(media, {}) is answered


@pytest.mark.parametrize(
    ("type", "item", "want"),
    [
        (String(), None, True),
        (Binary(), None, True),
        (String(), String(), False),
        (Array(item=String()), None, False),
    ],
)
def test_unparsed_sequences(type: Type, item: Type | None, want: bool) -> None:
    media = MediaType(content_type="application/jsonl", type=type, item=item)
    assert is_unparsed(media) is want
