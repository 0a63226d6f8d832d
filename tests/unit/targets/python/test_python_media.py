"""What media types mean: for bodies that are sent, and for answers."""

from __future__ import annotations

import pytest

from generator.ir.operation import MediaType
from generator.ir.types import Array, Binary, String, Type
from generator.targets.python.media import (
    Kind,
    is_unparsed,
    kind_of,
    kind_of_answer,
)


@pytest.mark.parametrize(
    ("content_type", "type", "sent", "answered"),
    [
        ("application/json", String(), Kind.JSON, Kind.JSON),
        ("application/json", Binary(), Kind.JSON, Kind.BYTES),
        ("application/problem+json", Binary(), Kind.JSON, Kind.BYTES),
        ("application/pdf", Binary(), Kind.BYTES, Kind.BYTES),
        ("application/x-ndjson", Binary(), Kind.LINES, Kind.LINES),
        ("text/event-stream", String(), Kind.EVENTS, Kind.EVENTS),
    ],
)
def test_kinds(content_type: str, type: Type, sent: Kind, answered: Kind) -> None:
    media = MediaType(content_type=content_type, type=type)
    assert (kind_of(media), kind_of_answer(media)) == (sent, answered)


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
