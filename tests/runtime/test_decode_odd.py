"""Decoding bodies that aren't JSON, or odd JSON."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import msgspec
import pytest
from codec_support import WHERE, Note, again, decode, reported
from sdk_runtime.errors import APIResponseError, DriftError
from sdk_runtime.json.data import to_json
from sdk_runtime.json.model import Model

UNREADABLE = [
    (b"", "empty"),
    (b"<html>oops</html>", "not JSON"),
    (b'{"id": "1"', "not JSON"),
    (b'{"id": "1"} x', "not JSON"),
    (b'{"id": "\xff\xfe"}', "not JSON"),
    (b"{'id': 1}", "not JSON"),
    (b'{"id": NaN}', "not JSON"),
    (b'{"id": ' + b"9" * 5000 + b"}", "not JSON"),
    (b"[" * 100_000, "deeply"),
    (b"[" * 5_000 + b"]" * 5_000, "deeply"),
    (b'{"replies":[' * 3_000 + b"]}" * 3_000, "deeply"),
]


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize(("body", "words"), UNREADABLE)
def test_a_body_that_is_no_json_is_an_error(
    body: bytes, words: str, *, strict: bool
) -> None:
    with pytest.raises(APIResponseError, match=words) as caught:
        decode(Note, body, strict=strict)
    assert not isinstance(caught.value, DriftError)
    assert WHERE in str(caught.value)


@pytest.mark.parametrize("body", [body for body, _ in UNREADABLE[1:6]])
def test_an_unreadable_body_leaves_its_cause(body: bytes) -> None:
    with pytest.raises(APIResponseError) as caught:
        decode(Note, body)
    assert isinstance(caught.value.__cause__, msgspec.DecodeError | UnicodeDecodeError)


ODD = [
    (b'\xef\xbb\xbf{"id": "1"}', Note(id="1")),
    ('{"id": "é"}'.encode("utf-16"), Note(id="é")),
    (b' \n{"id": "1"}\r\n', Note(id="1")),
    (b'{"id": "a", "id": "b"}', Note(id="b")),
    (b'{"id": "\\ud800"}', Note(id="\ud800")),
]


@pytest.mark.parametrize(
    ("text", "microsecond"),
    [("9999999", 999999), ("99999951", 999999), ("999999", 999999), ("5", 500000)],
)
def test_the_end_of_time_is_not_rounded_up(text: str, microsecond: int) -> None:
    body = f'["9999-12-31T23:59:59.{text}Z"]'.encode()
    value, drifts = decode(list[datetime], body, strict=True)
    assert value == [datetime(9999, 12, 31, 23, 59, 59, microsecond, UTC)]
    assert drifts == []


def test_what_follows_the_end_of_time_departs() -> None:
    value, drifts = decode(datetime, b'"9999-12-31T24:00:00.0000000Z"', strict=False)
    assert value == "9999-12-31T24:00:00.0000000Z"
    assert len(drifts) == 1


@pytest.mark.parametrize(("body", "want"), ODD)
def test_odd_json_is_read_without_drift(body: bytes, want: Note) -> None:
    value, drifts = decode(Note, body, strict=True)
    assert value == want
    assert drifts == []


def test_half_a_surrogate_pair_encodes_again() -> None:
    assert to_json(Note(id="\ud800")) == '{"id":"\\ud800"}'


def test_a_number_beyond_floats_is_kept() -> None:
    value, drifts = decode(Note, b'{"id": "1", "rating": 1e999}')
    assert value.rating == Decimal("1e999")
    assert reported(drifts) == [("rating", "float", "Decimal")]


def test_a_chain_of_models_too_long_for_a_decoder() -> None:
    kind: type[object] = str
    for number in range(3_000):
        kind = msgspec.defstruct(
            f"M{number}", [("x", kind)], bases=(Model,), kw_only=True
        )
    value, drifts = decode(kind, b'{"x": {"x": 5}}')
    assert again(value) == {"x": {"x": 5}}
    assert reported(drifts) == [("x.x", "M2997", "int")]
