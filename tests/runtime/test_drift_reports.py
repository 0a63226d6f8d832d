"""Where departures are reported: the log, and the caller's callback."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor

import pytest
from codec_support import WHERE, Failure, Note, NoteList, Settings, decode
from sdk_runtime.errors import DriftError
from sdk_runtime.json.codec import Codec
from sdk_runtime.json.drift import Drift, DriftLog
from sdk_runtime.json.plain_data import Annotation


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


def places(caplog: pytest.LogCaptureFixture) -> list[str]:
    """The departures written at WARNING, without their operation."""
    return [
        record.getMessage().removeprefix(f"drift: {WHERE}: ")
        for record in caplog.records
        if record.levelno == logging.WARNING
    ]


# What is one place, and what are several.
@pytest.mark.parametrize(
    ("kind", "body", "want"),
    [
        (list[int], ["x"] * 250, ["[0]: expected int, found str"]),
        (list[int], [1, "x", None], ["[1]: expected int, found str"]),
        (
            list[list[int]],
            [["x"], [1, "x"], None],
            [
                "[0][0]: expected int, found str",
                "[2]: expected list[int], found None",
            ],
        ),
        (
            dict[str, int],
            {f"k{number}": "x" for number in range(250)},
            ["k0: expected int, found str"],
        ),
        (
            dict[str, list[int]],
            {"a b": ["x"], "c": [1, 2, "x"]},
            ['["a b"][0]: expected int, found str'],
        ),
        (
            tuple[int, int],
            ["x", "y"],
            ["[0]: expected int, found str", "[1]: expected int, found str"],
        ),
        (
            NoteList,
            {"data": [{"id": 1, "rating": "x"}, {"id": 2}, {}]},
            [
                "data[0].id: expected str, found int",
                "data[0].rating: expected float | None, found str",
            ],
        ),
        (
            Settings,
            {"name": 1, "a": "x", "b": "x"},
            ["name: expected str, found int", "a: expected int, found str"],
        ),
    ],
)
def test_items_and_values_are_one_place(
    caplog: pytest.LogCaptureFixture, kind: Annotation, body: object, want: list[str]
) -> None:
    _, drifts = decode(kind, body)
    assert len(drifts) >= len(want)
    assert places(caplog) == want


def test_a_departure_is_news_once_and_handed_over_each_time(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG, logger="sdk.test")
    drifts: list[Drift] = []
    codec = Codec(False, drifts.append, logging.getLogger("sdk.test"))
    for value in (b'[1,"x"]', b'["x",1]', b"[null]"):
        codec.decode(list[int], value, where=WHERE)
    codec.decode(list[int], b'["x"]', where="GET /others")
    assert [drift.path for drift in drifts] == ["[1]", "[0]", "[0]", "[0]"]
    assert [drift.place for drift in drifts] == ["[*]"] * 4
    levels = [
        (record.levelname, record.getMessage())
        for record in caplog.records
        if "expected" in record.getMessage()
    ]
    assert levels == [
        ("WARNING", f"drift: {WHERE}: [1]: expected int, found str"),
        ("DEBUG", f"drift: {WHERE}: [0]: expected int, found str"),
        ("DEBUG", f"drift: {WHERE}: [0]: expected int, found None"),
        ("WARNING", "drift: GET /others: [0]: expected int, found str"),
    ]


def test_strict_tells_once_and_raises_each_time(
    caplog: pytest.LogCaptureFixture,
) -> None:
    codec = Codec(True, None, logging.getLogger("sdk.test"))
    for _ in range(3):
        with pytest.raises(DriftError) as caught:
            codec.decode(list[int], b'["x","y"]', where=WHERE)
        assert len(caught.value.drifts) == 2
    assert places(caplog) == ["[0]: expected int, found str"]


def test_a_silenced_log_hears_of_it_later(caplog: pytest.LogCaptureFixture) -> None:
    codec = Codec(False, None, logging.getLogger("sdk.test"))
    caplog.set_level(logging.ERROR, logger="sdk.test")
    codec.decode(list[int], b"[null]", where=WHERE)
    assert caplog.records == []
    caplog.set_level(logging.WARNING, logger="sdk.test")
    codec.decode(list[int], b"[null]", where=WHERE)
    assert len(places(caplog)) == 1


def test_at_debug_one_body_writes_a_hundred(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="sdk.test")
    decode(list[int], ["x"] * 250)
    assert len(caplog.records) == 2 + 200 + 1
    assert "149 more" in caplog.records[-1].getMessage()


def test_places_are_remembered_up_to_a_limit(caplog: pytest.LogCaptureFixture) -> None:
    log = DriftLog(logging.getLogger("sdk.test"))
    for number in range(1500):
        place = f"field{number}"
        log.write(
            [
                Drift(
                    path=place,
                    expected="int",
                    found="str",
                    value="x",
                    where=WHERE,
                    place=place,
                )
            ]
        )
    assert len(caplog.records) == 1001
    assert "at DEBUG alone" in caplog.records[-1].getMessage()


def test_threads_tell_of_a_place_once(caplog: pytest.LogCaptureFixture) -> None:
    codec = Codec(False, None, logging.getLogger("sdk.test"))
    with ThreadPoolExecutor(8) as threads:
        for _ in range(50):
            threads.submit(codec.decode, NoteList, b'{"data":[{}]}', where=WHERE)
    assert places(caplog) == ["data[0].id: expected str, found nothing"]


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
