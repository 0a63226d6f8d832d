"""Where departures are reported: the log, and the caller's callback."""

from __future__ import annotations

import logging

import pytest
from codec_support import WHERE, Failure, Note, NoteList, decode
from sdk_runtime.decode import Codec
from sdk_runtime.drift import Drift


def test_the_log_names_paths_and_types_but_no_values(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, logger="sdk.test")
    decode(NoteList, {"data": [{"id": "1"}, {"id": 424242}]})
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert "data[1].id: expected str, found int" in record.getMessage()
    assert "424242" not in caplog.text


def test_debug_shows_shortened_values(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="sdk.test")
    decode(NoteList, {"data": "x" * 500})
    assert "xxx" in caplog.text
    assert "x" * 100 not in caplog.text


def test_the_log_is_bounded_and_the_callback_is_not(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, logger="sdk.test")
    _, drifts = decode(list[int], ["x"] * 250)
    assert len(drifts) == 250
    assert len(caplog.records) == 101
    assert "150 more" in caplog.records[-1].getMessage()


def test_a_line_break_in_a_key_does_not_forge_a_log_line(
    caplog: pytest.LogCaptureFixture,
) -> None:
    decode(dict[str, int], {"a\nERROR forged": "x", "\u202e" * 100: "y"})
    assert all("\n" not in record.getMessage() for record in caplog.records)
    assert "\u202e" not in caplog.text


def test_what_the_callback_raises_reaches_the_caller() -> None:
    def refuse(_: Drift) -> None:
        raise Failure

    codec = Codec(strict=False, on_drift=refuse, logger=logging.getLogger("sdk.test"))
    with pytest.raises(Failure):
        codec.decode(Note, b"{}", where=WHERE)


def test_without_a_callback_departures_are_logged_only() -> None:
    codec = Codec(strict=False, on_drift=None, logger=logging.getLogger("sdk.test"))
    assert codec.decode(Note, b"[]", where=WHERE) == []
